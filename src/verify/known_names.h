#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "promises/check.h"
#include "verify/amounts.h"

namespace hoego {

/// What a name of a sentence stands for. General: a word for all of a sort ("trips"); Words: a quotation that no
/// finding knows.
enum class Named { Activity, Place, Person, Thing, General, Words, Unknown };

/// A name in a sentence with the keys of all it may mean ("activity:drums", "country:CA",
/// "town:CA/Toronto"); none where no finding knows it.
struct NamedThing {
  std::vector<std::string> keys;
  Named what = Named::Thing;
  std::size_t at = 0;
  std::size_t end = 0;
  bool quoted = false;
};

std::string country_key(std::string_view code);
std::string town_key(const Place& place);
std::string activity_key(std::string_view id);
/// Of a promise, a planned entry, an occasion…: by its finding's id.
std::string finding_key(std::string_view id);

/// All names that findings hold, in both languages, and where a sentence says them. Borrows nothing.
class KnownNames {
 public:
  explicit KnownNames(const Findings& findings);
  /// In order, without overlaps, the longest first where two do. `folded` in small ASCII letters. What stands
  /// in quotation marks is a name as a whole or none at all, and then `Words`.
  std::vector<NamedThing> in(std::string_view folded) const;

 private:
  struct Written {
    std::string text;
    std::vector<std::string> keys;
    Named what;
  };
  void add(std::string_view text, const std::string& key, Named what);
  void add_place(const Place& place);
  void add_findings(const Findings& findings);
  std::vector<NamedThing> quoted(std::string_view folded) const;
  void add_mentions(std::string_view folded, std::vector<NamedThing>& to) const;

  std::vector<Written> names_;
  std::vector<Vocabulary::Name> activities_;
};

/// Names that no finding knows: persons (민수와 함께, 지영 씨, with Jisoo), countries, places one goes to, and
/// in English any other word with a capital inside a sentence. `text` as written, `folded` in small letters;
/// `known`: those found there.
std::vector<NamedThing> unknown_names(std::string_view text, std::string_view folded,
                                      const std::vector<NamedThing>& known);

}  // namespace hoego
