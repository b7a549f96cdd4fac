#pragma once
#include <optional>
#include <string>

#include "record/observation.h"
#include "sources/reservation_markup.h"

namespace hoego::reservation {

/// One reservation as the markup states it, before its message is looked at.
struct Form {
  std::string what;     ///< flight, train, bus, boat, lodging, event, restaurant, car
  std::string booking;  ///< reservation number; may be empty
  std::string key;     ///< tells it from others of the booking: flight number, hotel's name… ; may be empty
  std::string title;   ///< "KE71 ICN → YVR", a hotel's name; may be empty
  std::string person;  ///< under whose name; may be empty
  std::optional<std::string> status;  ///< confirmed, cancelled, tentative
  bool modified = false;              ///< the markup says when it was changed
  std::optional<When> begin;
  std::optional<When> end;
  std::optional<Instant> booked;
  std::optional<Coordinates> position;
  std::map<std::string, std::string> traits;  ///< departs, arrives, number, location…
  std::map<std::string, double> quantities;   ///< price:KRW
  std::string problem;                        ///< what of it could not be used; may be empty
};

/// Nothing for a thing that is no reservation of a kind that is read.
std::optional<Form> form_of(const Thing& thing);

}  // namespace hoego::reservation
