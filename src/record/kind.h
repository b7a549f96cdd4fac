#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoego {

/// What sort of thing an observation or a record is. The numbers are stored: append, never reorder.
enum class Kind : std::uint8_t {
  Photo = 0,
  Video,
  Event,
  Commit,
  PullRequest,
  Review,
  Issue,
  Comment,
  Post,
  Note,
  Book,
  Paper,
  Workout,
  Sleep,
  Listen,
  Watch,
  Chat,
  Message,
  Visit,
  Reservation,
  Expense,
  Measurement,
};

inline constexpr std::array<std::string_view, 22> kind_names = {
    "photo", "video",   "event", "commit",      "pull_request", "review",     "issue",  "comment",
    "post",  "note",    "book",  "paper",       "workout",      "sleep",      "listen", "watch",
    "chat",  "message", "visit", "reservation", "expense",      "measurement"};

constexpr std::string_view name(Kind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<Kind> kind_from(std::string_view name);

}  // namespace hoego
