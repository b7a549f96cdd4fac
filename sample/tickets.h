#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// A time and the clock it is read from.
struct Local {
  Instant instant;
  Offset offset;

  std::string iso() const { return wall_time(instant, offset).iso() + offset.iso(); }
};

enum class Ticket { Flight, Train, Lodging, Event };

struct Reservation {
  Ticket kind = Ticket::Flight;
  std::string code;    ///< of the booking
  std::string number;  ///< of the flight or train
  std::string name;    ///< of the hotel or event
  std::string from_name;
  std::string from_code;  ///< IATA
  std::string to_name;
  std::string to_code;
  Local begin;
  Local end;
  Instant booked;
  /// A later mail moves it there.
  std::optional<Local> begins_instead;
  std::optional<Local> ends_instead;
  std::optional<Instant> told;  ///< when that, or the cancelling, was mailed
  bool cancelled = false;
};

/// Of all journeys abroad that were booked (flights, a bed), of a concert, and of a journey that never was.
std::vector<Reservation> book(const Story& story);

/// The confirmations among other mails, in one mbox (RFC 4155) below `folder`/exports.
void write_mail(const std::filesystem::path& folder, const std::vector<Reservation>& reservations);

}  // namespace hoego::sample
