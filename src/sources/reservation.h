#pragma once
#include <optional>
#include <string>
#include <vector>

#include "record/observation.h"
#include "sources/reservation_markup.h"

namespace hoego::reservation {

/// What a message says of its own, beside the reservations in it.
struct Letter {
  std::string subject;          ///< clean
  std::optional<Instant> date;  ///< when it was sent
  std::string locator;          ///< where it is
};

/// A cancellation that does not say again when it would have been.
struct Withdrawal {
  std::string identity;  ///< of the reservation, or what the identities of the whole booking begin with
  bool whole_booking = false;
  Letter letter;
  /// Whether it is this one that is cancelled.
  bool concerns(const std::string& other) const;
};

struct Reservations {
  std::vector<Observation> observations;
  std::vector<Withdrawal> withdrawals;
  std::vector<std::string> problems;  ///< in a few words each
};

/// The reservations in one message's markup: flights, trains, buses, boats, lodgings, events, restaurants and
/// cars, by the properties of https://developers.google.com/gmail/markup/reference and
/// https://schema.org/Reservation. One observation for each flight, journey, stay…; several travellers of
/// one are one. At most 200 of a message.
Reservations reservations_of(const std::vector<Thing>& things, const Letter& letter);

/// What a mail that cancels says of a reservation which an earlier mail told.
Observation cancelled(Observation reservation, const Letter& letter);

}  // namespace hoego::reservation
