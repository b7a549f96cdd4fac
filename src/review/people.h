#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"
#include "review/aliases.h"

namespace hoego {

/// Who is named in a life, and the initials that stand for them in a text for others.
///
/// Korean names become the initial consonants of the given name, as people write them in public: 김민지 and
/// 민지 are ㅁㅈ, read as the name is, so that the particle behind it stays right (민지랑, ㅁㅈ랑). Latin
/// names become M.K., a part of one M.; other scripts the first character. A nickname that no record holds is
/// not known.
class People {
 public:
  /// A name as a source writes it: several may be joined by commas, semicolons or slashes.
  void add(std::string_view names);
  /// The name of an account, "minji-kim".
  void add_account(std::string_view login);

  /// The text with initials for names.
  std::string without(std::string_view text) const;
  /// Whether a finding's id, all in small letters with hyphens, holds a name.
  bool in_slug(std::string_view id) const;

 private:
  void add_one(const std::string& name);
  void add_korean(const std::vector<std::string>& words);
  void add_latin(const std::vector<std::string>& words);
  void add_single(const std::string& word);

  Aliases aliases_;
  Aliases in_slugs_;
};

/// Everybody whom records name: attendees and organisers, who writes in chats and how these are called, who
/// is in pictures, authors of commits and owners of accounts, passengers; and the owner, by `names`.
People people_in(std::span<const Record> records, const std::vector<std::string>& names);

/// "ㅁㅈ" for 김민지, "M.K." for Minji Kim.
std::string initials(std::string_view name);

}  // namespace hoego
