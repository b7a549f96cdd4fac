#include "sample/tickets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr std::array airports = {std::pair{"icn", "ICN"},      std::pair{"osaka", "KIX"},
                                 std::pair{"nagoya", "NGO"},   std::pair{"fukuoka", "FUK"},
                                 std::pair{"sapporo", "CTS"},  std::pair{"taipei", "TPE"},
                                 std::pair{"hongkong", "HKG"}, std::pair{"danang", "DAD"},
                                 std::pair{"bangkok", "BKK"},  std::pair{"singapore", "SIN"}};

/// As the title of the flight has it where those are codes.
std::string airport_of(const std::string& in_title, const Place& place) {
  const bool code = in_title.size() == 3 && std::isupper(static_cast<unsigned char>(in_title[0])) != 0;
  if (code) return in_title;
  const auto* found = std::find_if(airports.begin(), airports.end(),
                                   [&](const auto& known) { return known.first == place.id; });
  return found == airports.end() ? std::string() : found->second;
}

Local local(Instant instant, const Place& where) {
  return {instant, zone_of(where).offset_at(instant)};
}

std::string code(Random& random) {
  std::string out;
  for (int i = 0; i < 6; ++i) out += "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"[random.below(32)];
  return out;
}

void fly(std::vector<Reservation>& out, const Trip& trip, Random& random) {
  const std::string booking = code(random);
  const Instant booked = korean(*trip.booked, 12 * 60 + 5);
  const int first = 100 + 2 * random.below(400);
  for (std::size_t i = 0; i < trip.flights.size(); ++i) {
    const Flight& flight = trip.flights[i];
    const std::size_t arrow = flight.title.find("→");
    Reservation one;
    one.code = booking;
    one.number = fmt::format("ZQ{}", first + static_cast<int>(i));
    one.from_name = flight.begins_at->english;
    one.from_code = airport_of(flight.title.substr(0, arrow), *flight.begins_at);
    one.to_name = flight.ends_at->english;
    one.to_code = airport_of(flight.title.substr(arrow + std::string("→").size()), *flight.ends_at);
    one.begin = local(flight.begins, *flight.begins_at);
    one.end = local(flight.ends, *flight.ends_at);
    one.booked = booked;
    const bool home = i + 1 == trip.flights.size();
    if (home && !trip.ahead && trip.landing && *trip.landing != flight.ends) {
      const std::int64_t late = trip.landing->seconds - flight.ends.seconds;
      one.begins_instead = local({flight.begins.seconds + late}, *flight.begins_at);
      one.ends_instead = local(*trip.landing, *flight.ends_at);
      one.told = Instant{flight.begins.seconds - 2 * 3600};
    }
    out.push_back(std::move(one));
  }
}

void sleep(std::vector<Reservation>& out, const Trip& trip, Random& random) {
  const Stay& stay = trip.stays.front();
  Reservation one;
  one.kind = Ticket::Lodging;
  one.code = std::to_string(random.between(1000000, 9999999));
  one.name = fmt::format("Hotel Onium {}", stay.place->english);
  one.to_name = stay.place->english;
  one.begin = local(at(*stay.place, stay.from, 15 * 60), *stay.place);
  one.end = local(at(*stay.place, stay.to, 11 * 60), *stay.place);
  one.booked = korean(*trip.booked + 6, 22 * 60 + 14);
  out.push_back(std::move(one));
}

void concert(std::vector<Reservation>& out, const Story& story, Random& random) {
  Date on = day("2024-06-15");
  while (story.quiet(on)) on = on + 7;
  Reservation one;
  one.kind = Ticket::Event;
  one.code = fmt::format("T{}", random.between(10000000, 99999999));
  one.name = "온음 오케스트라 여름 연주회";
  one.to_name = "서울 예술의 마당";
  one.begin = {korean(on, 17 * 60), {9 * 3600}};
  one.end = {korean(on, 19 * 60), {9 * 3600}};
  one.booked = korean(on - 38, 20 * 60 + 2);
  out.push_back(std::move(one));
}

void never_gone(std::vector<Reservation>& out, const Story& story, Random& random) {
  Date on = day("2024-05-04");
  while (story.quiet(on) || story.quiet(on + 1)) on = on + 7;
  Reservation one;
  one.kind = Ticket::Train;
  one.code = fmt::format("82{}", random.between(1000000, 9999999));
  one.number = "KTX 023";
  one.from_name = "서울역";
  one.to_name = "부산역";
  one.begin = {korean(on, 9 * 60), {9 * 3600}};
  one.end = {korean(on, 11 * 60 + 37), {9 * 3600}};
  one.booked = korean(on - 20, 21 * 60 + 40);
  one.told = korean(on - 3, 8 * 60 + 15);
  one.cancelled = true;
  out.push_back(std::move(one));
}

}  // namespace

std::vector<Reservation> book(const Story& story) {
  Random random(story.seed, "tickets");
  std::vector<Reservation> out;
  for (const Trip& trip : story.trips) {
    if (!trip.booked || !trip.abroad()) continue;
    fly(out, trip, random);
    if (!trip.ahead) sleep(out, trip, random);
  }
  concert(out, story, random);
  never_gone(out, story, random);
  return out;
}

}  // namespace hoego::sample
