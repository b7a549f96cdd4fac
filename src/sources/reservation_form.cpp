#include "sources/reservation_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>

#include "base/text.h"
#include "sources/posts_date.h"

namespace hoego::reservation {
namespace {

using Names = std::initializer_list<std::string_view>;

/// The first of these properties that says something.
std::string first_text(const Thing& thing, Names names) {
  for (const auto name : names) {
    if (std::string text = thing.text_of(name); !text.empty()) return text;
  }
  return {};
}

const Thing* first_thing(const Thing& thing, Names names) {
  for (const auto name : names) {
    if (const Thing* found = thing.find(name)) return found;
  }
  return nullptr;
}

std::optional<When> time_of(const Thing& thing, Names names) {
  for (const auto name : names) {
    const std::string text = thing.text_of(name);
    if (text.empty()) continue;
    auto when = parse_stated_date(text);
    const auto wall = when ? stated_wall(*when) : std::nullopt;
    const int year = (wall ? *wall : WallTime{when ? when->seconds : 0}).date().year();
    if (when && year >= 1900 && year <= 2200) return when;  // 0001-01-01 is how programs write "none"
  }
  return std::nullopt;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view divider) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += divider;
    out += part;
  }
  return out;
}

std::string address_of(const Thing& place) {
  const Thing* address = place.find("address");
  if (!address) return {};
  if (!address->text.empty()) return address->text;
  std::vector<std::string> parts;
  for (const auto* name :
       {"streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry"}) {
    parts.push_back(address->text_of(name));
  }
  return joined(parts, ", ");
}

std::optional<Coordinates> position_of(const Thing& place) {
  const Thing* geo = place.find("geo");
  const Thing& holder = geo ? *geo : place;
  const std::string latitude = holder.text_of("latitude");
  const std::string longitude = holder.text_of("longitude");
  if (latitude.empty() || longitude.empty()) return std::nullopt;
  char* end_of_first = nullptr;
  char* end_of_second = nullptr;
  const double north = std::strtod(latitude.c_str(), &end_of_first);
  const double east = std::strtod(longitude.c_str(), &end_of_second);
  if (*end_of_first != 0 || *end_of_second != 0) return std::nullopt;
  return coordinates(north, east);
}

/// `KE 071` as `KE71`: the airline's code, and the number without leading zeros.
std::string flight_number(const Thing& flight) {
  std::string number;
  for (const char c : upper(flight.text_of("flightNumber"))) {
    if (c != ' ' && c != '-') number.push_back(c);
  }
  if (number.empty() || number.size() > 12) return clean_text(number.substr(0, 12));
  std::string code;
  if (const Thing* airline = first_thing(flight, {"airline", "carrier", "provider", "seller"}))
    code = upper(airline->text_of("iataCode"));
  if (code.empty()) code = upper(flight.text_of("iataCode"));
  if (!code.empty() && number.size() > code.size() && number.compare(0, code.size(), code) == 0)
    number.erase(0, code.size());
  const std::size_t digits = std::min(number.find_first_not_of('0'), number.size() - 1);
  const bool bare = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (bare) number.erase(0, digits);
  return code + number;
}

/// One end of a journey: a code where there is one, and the name.
void put_stop(Form& form, const Thing* stop, const char* key, const std::string& name_key) {
  if (!stop) return;
  const std::string name = stop->text.empty() ? stop->text_of("name") : stop->text;
  const std::string code = upper(stop->text_of("iataCode"));
  if (!code.empty() || !name.empty()) form.traits[key] = code.empty() ? name : code;
  if (!name.empty()) form.traits[name_key] = name;
}

std::string route_of(const Form& form) {
  const auto from = form.traits.find(trait::departs);
  const auto to = form.traits.find(trait::arrives);
  if (from == form.traits.end() && to == form.traits.end()) return {};
  return (from == form.traits.end() ? "" : from->second) + " → " +
         (to == form.traits.end() ? "" : to->second);
}

void read_journey(Form& form, const Thing& trip) {
  put_stop(form,
           first_thing(trip, {"departureAirport", "departureStation", "departureBusStop",
                              "departureBusStation", "departureBoatTerminal"}),
           trait::departs, "departs_name");
  put_stop(form,
           first_thing(trip, {"arrivalAirport", "arrivalStation", "arrivalBusStop", "arrivalBusStation",
                              "arrivalBoatTerminal"}),
           trait::arrives, "arrives_name");
  std::string number = form.what == "flight" ? flight_number(trip)
                                             : first_text(trip, {"trainNumber", "busNumber", "boatNumber"});
  std::string shown = number;
  if (form.what == "train") {
    const std::string name = first_text(trip, {"trainName"});
    if (!name.empty() && number.find(name) == std::string::npos) shown = joined({name, number}, " ");
  }
  if (!number.empty()) form.traits[trait::number] = number;
  const std::string route = route_of(form);
  form.title = trim(joined({shown, route}, " "));
  form.key = number.empty() ? route : number;
  form.begin = time_of(trip, {"departureTime", "departureDay", "departureDate"});
  form.end = time_of(trip, {"arrivalTime"});
}

void read_place(Form& form, const Thing& place, bool with_name) {
  const std::string name = with_name ? place.text_of("name") : "";
  const std::string text = place.text.empty() ? joined({name, address_of(place)}, ", ") : place.text;
  if (!text.empty()) form.traits[trait::location] = text;
  form.position = position_of(place);
}

void read_stay(Form& form, const Thing& thing, const Thing& about) {
  form.title = about.text.empty() ? about.text_of("name") : about.text;
  form.key = form.title;
  if (form.what == "lodging") {
    form.begin = time_of(thing, {"checkinTime", "checkinDate", "checkInTime", "checkInDate"});
    form.end = time_of(thing, {"checkoutTime", "checkoutDate", "checkOutTime", "checkOutDate"});
    read_place(form, about, false);
  } else if (form.what == "restaurant") {
    form.begin = time_of(thing, {"startTime", "startDate"});
    form.end = time_of(thing, {"endTime", "endDate"});
    read_place(form, about, false);
  } else {
    form.begin = time_of(about, {"startDate", "startTime", "doorTime"});
    form.end = time_of(about, {"endDate", "endTime"});
    if (const Thing* place = about.find("location")) read_place(form, *place, true);
  }
}

void read_car(Form& form, const Thing& thing, const Thing& about) {
  form.title = first_text(about, {"rentalCompany", "provider", "brand"});
  if (form.title.empty()) form.title = first_text(thing, {"provider"});
  if (form.title.empty()) form.title = about.text_of("name");
  form.key = form.title;
  form.begin = time_of(thing, {"pickupTime", "pickUpTime"});
  form.end = time_of(thing, {"dropoffTime", "dropOffTime"});
  if (const Thing* place = first_thing(thing, {"pickupLocation", "pickUpLocation"}))
    read_place(form, *place, true);
  form.position.reset();  // a depot is not where the journey goes
}

std::optional<std::string> status_of(const Thing& thing) {
  const std::string stated = fold_case(local_name(thing.text_of("reservationStatus")));
  if (stated.find("cancel") != std::string::npos) return "cancelled";
  if (stated.find("confirm") != std::string::npos) return "confirmed";
  if (stated.find("hold") != std::string::npos || stated.find("pending") != std::string::npos)
    return "tentative";
  return std::nullopt;
}

/// `KRW 1,234,000`, `1234.50` with a priceCurrency beside it.
void read_price(Form& form, const Thing& thing) {
  const Thing* price = first_thing(thing, {"totalPrice", "price"});
  if (!price) return;
  const std::string text = price->text.empty() ? price->text_of("price") : price->text;
  std::string currency = upper(price->text_of("priceCurrency"));
  if (currency.empty()) currency = upper(first_text(thing, {"priceCurrency"}));
  std::string digits;
  std::string letters;
  for (const char c : upper(text)) {
    if ((c >= '0' && c <= '9') || c == '.') digits.push_back(c);
    if (c >= 'A' && c <= 'Z') letters.push_back(c);
  }
  if (currency.empty()) currency = letters;
  const bool known = currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                         [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool plain = std::count(digits.begin(), digits.end(), '.') <= 1 && digits.size() <= 15;
  if (!known || digits.empty() || !plain) return;
  const double amount = std::strtod(digits.c_str(), nullptr);
  if (std::isfinite(amount) && amount > 0) form.quantities["price:" + currency] = amount;
}

std::string what_of(const std::string& type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kinds = {{
      {"FlightReservation", "flight"},
      {"TrainReservation", "train"},
      {"BusReservation", "bus"},
      {"BoatReservation", "boat"},
      {"LodgingReservation", "lodging"},
      {"EventReservation", "event"},
      {"FoodEstablishmentReservation", "restaurant"},
      {"RentalCarReservation", "car"},
  }};
  for (const auto& [name, what] : kinds) {
    if (type == name) return std::string(what);
  }
  return {};
}

/// Ends before beginnings are in real mails: times of arrival on the wrong day.
void check_end(Form& form) {
  if (!form.begin) form.end.reset();
  if (!form.end) return;
  const auto from = stated_instant(*form.begin);
  const auto to = stated_instant(*form.end);
  const auto from_wall = stated_wall(*form.begin);
  const auto to_wall = stated_wall(*form.end);
  const bool before = from && to ? *to < *from : from_wall && to_wall && *to_wall < *from_wall;
  if (!before) return;
  form.end.reset();
  form.problem = "a reservation that ends before it begins: kept without an end";
}

}  // namespace

std::optional<Form> form_of(const Thing& thing) {
  Form form;
  form.what = what_of(thing.type);
  if (form.what.empty()) return std::nullopt;
  form.booking = first_text(thing, {"reservationNumber", "reservationId", "confirmationNumber"});
  form.person = first_text(thing, {"underName"});
  form.status = status_of(thing);
  form.modified = !thing.text_of("modifiedTime").empty() || !thing.text_of("modifyTime").empty();
  if (const auto when = time_of(thing, {"bookingTime", "bookingDate"})) form.booked = stated_instant(*when);
  read_price(form, thing);
  static const Thing nothing;
  const Thing* stated = thing.find("reservationFor");
  const Thing& about = stated ? *stated : nothing;
  if (form.what == "flight" || form.what == "train" || form.what == "bus" || form.what == "boat") {
    read_journey(form, about);
  } else if (form.what == "car") {
    read_car(form, thing, about);
  } else {
    read_stay(form, thing, about);
  }
  check_end(form);
  return form;
}

}  // namespace hoego::reservation
