#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sources/source.h"

namespace hoego {

/// What a person wrote to a language model, once.
struct Prompt {
  std::string id;            ///< the origin's own
  std::string conversation;  ///< its id; may be empty
  std::string title;         ///< the conversation's, on one line
  std::string text;          ///< as the origin has it
  std::string model;         ///< of the answer; may be empty
  std::optional<Instant> time;
  std::size_t attachments = 0;
  std::uint64_t offset = 0;  ///< byte of the file at which its item begins
};

/// Hands out prompts as observations of kind Chat, and what can be said of all of them at the end.
class ChatLog {
 public:
  /// `tool` is its name for people, `prefix` that of identities. All three references must outlive it.
  ChatLog(std::string_view tool, std::string_view prefix, const Unit& unit, const ReadOptions& options,
          Sink& sink)
      : tool_(tool), prefix_(prefix), unit_(unit), options_(options), sink_(sink) {}

  /// A prompt without a time is counted for one Issue; one without text or attachment is passed over.
  void add(Prompt prompt);
  /// An instant at which the account was still being written to.
  void saw(std::optional<Instant> instant);
  void saw_conversation() { known_ = true; }
  /// Issues about the whole. With `complete`, claims the days from the first prompt to the newest instant.
  void finish(bool complete);

 private:
  std::string identity(const Prompt& prompt) const;

  std::string_view tool_;
  std::string_view prefix_;
  const Unit& unit_;
  const ReadOptions& options_;
  Sink& sink_;
  bool known_ = false;
  std::size_t undated_ = 0;
  std::uint64_t first_undated_ = 0;
  std::optional<Instant> first_;
  std::optional<Instant> newest_;
};

struct TextSize {
  std::size_t characters = 0;  ///< code points
  std::size_t words = 0;       ///< what stands between blanks
};
/// Of well-formed UTF-8.
TextSize measure(std::string_view text);

/// The first `most` code points of well-formed UTF-8.
std::string_view first_characters(std::string_view text, std::size_t most);

}  // namespace hoego
