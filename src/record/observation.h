#pragma once
#include <map>
#include <optional>
#include <string>

#include "record/kind.h"
#include "record/place.h"
#include "record/when.h"

namespace hoego {

/// What one origin said of one thing, as it said it. This is what is stored; records are derived from it.
struct Observation {
  Kind kind = Kind::Event;
  /// What the thing *is*: observations of one kind with equal identities are the same thing (UID and
  /// recurrence, commit id, hash of image data). Never empty.
  std::string identity;
  /// Where in the unit it was read, so that it can be reopened (UID, object id, archive member, byte offset).
  std::string locator;
  /// File inside the unit, relative to the source's root; empty for the unit's own path.
  std::string file;
  std::string title;
  std::optional<When> begin;
  /// Exclusive (half-open); never before `begin`.
  std::optional<When> end;
  std::optional<Coordinates> position;
  /// Text traits, by the names in `trait`.
  std::map<std::string, std::string> traits;
  /// Numbers with a unit in the name, e.g. "lines_added:Python".
  std::map<std::string, double> quantities;

  bool operator==(const Observation&) const = default;
};

/// Names of traits. A source may add its own; these are the ones that other layers read.
namespace trait {
inline constexpr const char* camera = "camera";        ///< make and model as one name, "FUJIFILM X-T4"
inline constexpr const char* time_from = "time_from";  ///< exif, xmp, gps, name, sidecar, front-matter…
inline constexpr const char* calendar = "calendar";    ///< calendar's name
inline constexpr const char* location = "location";    ///< place as text
/// Of an event or a reservation: confirmed, tentative, changed, cancelled, declined. Of a pull request or an
/// issue: open, closed, merged, draft. Of an expense: cancelled.
inline constexpr const char* status = "status";
/// ISO 8601 UTC instant at which the origin said all this (an export's date, a mail's date): of two origins
/// that both say it, the later one is believed.
inline constexpr const char* as_of = "as_of";
inline constexpr const char* url = "url";
inline constexpr const char* person = "person";  ///< with whom: a name as the origin writes it
inline constexpr const char* chat = "chat";      ///< name of the conversation it belongs to
inline constexpr const char* sent_by =
    "sent_by";  ///< who wrote it; "me" where the origin marks the owner's own
inline constexpr const char* author_login = "author_login";  ///< account name of who made it
inline constexpr const char* awaits = "awaits";      ///< account names that are asked to act, comma separated
inline constexpr const char* merged = "merged";      ///< ISO 8601 UTC instant
inline constexpr const char* closed = "closed";      ///< ISO 8601 UTC instant
inline constexpr const char* tool = "tool";          ///< what it was done with: "ChatGPT", "Claude"
inline constexpr const char* model = "model";        ///< a language model's name
inline constexpr const char* text = "text";          ///< what was written, only where the owner says so
inline constexpr const char* author = "author";      ///< of a book or a paper; several joined by "; "
inline constexpr const char* isbn = "isbn";          ///< 13 digits
inline constexpr const char* doi = "doi";            ///< lower case, without any prefix
inline constexpr const char* added = "added";        ///< YYYY-MM-DD on which it was put on a list
inline constexpr const char* category = "category";  ///< of an expense, as the origin says it
inline constexpr const char* account = "account";    ///< card or account, as the origin names it
/// Of a reservation: flight, train, bus, boat, lodging, event, restaurant, car.
inline constexpr const char* what = "what";
/// Of a booking that was moved: local time at which it was to begin at first, YYYY-MM-DDTHH:MM:SS. Derived.
inline constexpr const char* first_planned = "first_planned";
inline constexpr const char* departs = "departs";        ///< from where: "ICN", or a name
inline constexpr const char* arrives = "arrives";        ///< to where
inline constexpr const char* number = "number";          ///< of a flight or train: "KE71"
inline constexpr const char* booked = "booked";          ///< ISO 8601 UTC instant at which it was entered
inline constexpr const char* free = "free";              ///< "1": does not take the owner's time (TRANSP)
inline constexpr const char* repository = "repository";  ///< repository's name
inline constexpr const char* author_name = "author_name";
inline constexpr const char* author_email = "author_email";
inline constexpr const char* language = "language";  ///< main programming or natural language
inline constexpr const char* tags = "tags";          ///< comma separated
inline constexpr const char* sequence = "sequence";  ///< number of the shot on its camera, decimal
}  // namespace trait

}  // namespace hoego
