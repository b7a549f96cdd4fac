#include "sources/mail.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "record/codec.h"
#include "sources/mail_box.h"
#include "sources/reservation_markup.h"
#include "tests/support/reading.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

CollectingSink read(const std::string& bytes) {
  return read_text(mail_source, "mail", bytes);
}

Sureness recognised(const std::string& bytes) {
  Candidate candidate;
  candidate.head = std::string_view(bytes).substr(0, 4096);
  return mail_source.recognise(candidate);
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned value = 0;
    for (std::size_t k = 0; k < 3; ++k)
      value = value << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? letters[value >> (18 - 6 * k) & 63] : '=';
    if (i % 57 == 54) out += '\n';
  }
  return out + "\n";
}

/// A mail with a part in plain text and one in HTML.
std::string mail(const std::string& date, const std::string& subject, const std::string& html,
                 const std::string& headers = "Content-Type: text/html; charset=utf-8\n") {
  return "Received: from a by b; " + date + "\nFrom: booking@example.com\nTo: me@example.com\nDate: " + date +
         "\nSubject: " + subject + "\nMessage-ID: <" +
         std::to_string(std::hash<std::string>{}(date + subject)) +
         "@example.com>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n"
         "--b\nContent-Type: text/plain\n\nYour booking.\n\n--b\n" +
         headers + "\n" + html + "\n--b--\n";
}

std::string script(const std::string& json) {
  return "<html><head><script type=\"application/ld+json\">" + json + "</script></head><body>…</body></html>";
}

std::string flight(const std::string& number, const std::string& from, const std::string& to,
                   const std::string& departs, const std::string& arrives, const std::string& who = "김민지",
                   const std::string& more = "") {
  return R"({"@context":"http://schema.org","@type":"FlightReservation","reservationNumber":"RXJ34P",)" +
         more +
         R"("reservationStatus":"http://schema.org/ReservationConfirmed","underName":{"@type":"Person","name":")" +
         who + R"("},"reservationFor":{"@type":"Flight","flightNumber":")" + number +
         R"(","airline":{"@type":"Airline","name":"Korean Air","iataCode":"KE"},"departureAirport":{"@type":)" +
         R"("Airport","name":"Airport )" + from + R"(","iataCode":")" + from + R"("},"departureTime":")" +
         departs + R"(","arrivalAirport":{"@type":"Airport","name":"Airport )" + to + R"(","iataCode":")" +
         to + R"("},"arrivalTime":")" + arrives + "\"}}";
}

const std::string out_and_back =
    "[" + flight("071", "ICN", "YVR", "2024-09-28T18:50:00+09:00", "2024-09-28T12:30:00-07:00") + "," +
    flight("KE 072", "YVR", "ICN", "2024-10-08T14:00:00-07:00", "2024-10-09T17:40:00+09:00") + "," +
    flight("071", "ICN", "YVR", "2024-09-28T18:50:00+09:00", "2024-09-28T12:30:00-07:00", "이서연") + "]";

std::string span_of(const Observation& o) {
  return text_of(*o.begin) + (o.end ? " to " + text_of(*o.end) : "");
}

TEST(Mail, a_booking_of_two_flights_for_two_people_is_two_flights) {
  const CollectingSink got = read(mail("Thu, 30 Nov 2023 21:05:00 +0900", "e-ticket", script(out_and_back)));
  ASSERT_THAT(got.observations, SizeIs(2));
  const Observation& out = got.observations[0];
  EXPECT_EQ(out.kind, Kind::Reservation);
  EXPECT_EQ(out.identity, "reservation:rxj34p\nke71");
  EXPECT_EQ(out.title, "KE71 ICN → YVR");
  EXPECT_EQ(span_of(out), "2024-09-28T18:50:00+09:00 to 2024-09-28T12:30:00-07:00");
  EXPECT_EQ(trait_of(out, "what"), "flight");
  EXPECT_EQ(trait_of(out, "departs"), "ICN");
  EXPECT_EQ(trait_of(out, "departs_name"), "Airport ICN");
  EXPECT_EQ(trait_of(out, "arrives"), "YVR");
  EXPECT_EQ(trait_of(out, "number"), "KE71");
  EXPECT_EQ(trait_of(out, "status"), "confirmed");
  EXPECT_EQ(trait_of(out, "person"), "김민지, 이서연");
  EXPECT_EQ(trait_of(out, "booked"), "2023-11-30T12:05:00Z");
  EXPECT_EQ(trait_of(out, "as_of"), "2023-11-30T12:05:00Z");
  EXPECT_FALSE(out.position.has_value());
  EXPECT_EQ(got.observations[1].identity, "reservation:rxj34p\nke72");
  EXPECT_EQ(got.observations[1].title, "KE72 YVR → ICN");
  EXPECT_THAT(got.issues, IsEmpty());
  EXPECT_THAT(got.claims, IsEmpty());
}

TEST(Mail, a_flight_put_off_to_another_day_stays_the_same_one) {
  const CollectingSink got = read(mail(
      "Mon, 7 Oct 2024 21:05:00 +0900", "=?utf-8?B?7ZWt6rO17Y64IOuzgOqyvSDslYjrgrQ=?=",  // 항공편 변경 안내
      script(flight("72", "YVR", "ICN", "2024-10-09T11:00:00-07:00", "2024-10-10T14:40:00+09:00", "김민지",
                    R"("bookingTime":"2023-11-30T20:59:00+09:00",)"))));
  ASSERT_THAT(got.observations, SizeIs(1));
  EXPECT_EQ(got.observations[0].identity, "reservation:rxj34p\nke72");
  EXPECT_EQ(span_of(got.observations[0]), "2024-10-09T11:00:00-07:00 to 2024-10-10T14:40:00+09:00");
  EXPECT_EQ(trait_of(got.observations[0], "status"), "changed");
  EXPECT_EQ(trait_of(got.observations[0], "booked"), "2023-11-30T11:59:00Z");
  EXPECT_EQ(trait_of(got.observations[0], "as_of"), "2024-10-07T12:05:00Z");
}

TEST(Mail, two_flights_of_one_number_in_a_booking_are_told_apart_by_their_order) {
  const CollectingSink got = read(mail(
      "Thu, 30 Nov 2023 21:05:00 +0900", "e-ticket",
      script("[" + flight("5", "ICN", "LAX", "2024-05-02T10:00:00+09:00", "2024-05-02T06:00:00-07:00") + "," +
             flight("5", "ICN", "LAX", "2024-04-02T10:00:00+09:00", "2024-04-02T06:00:00-07:00") + "]")));
  ASSERT_THAT(got.observations, SizeIs(2));
  EXPECT_EQ(got.observations[0].identity, "reservation:rxj34p\nke5#2");
  EXPECT_EQ(got.observations[1].identity, "reservation:rxj34p\nke5");
}

const std::string hotel_in_microdata =
    "<div itemscope itemtype=\"http://schema.org/LodgingReservation\">"
    "<meta itemprop=\"reservationNumber\" content=\"abc456\"/>"
    "<link itemprop=\"reservationStatus\" href=\"http://schema.org/Confirmed\"/>"
    "<div itemprop=\"underName\" itemscope itemtype=\"http://schema.org/Person\">Guest: <b "
    "itemprop=\"name\">김 민지</b></div>"
    "<table><tr><td itemprop=\"reservationFor\" itemscope itemtype=\"http://schema.org/LodgingBusiness\">"
    "<h2 itemprop=\"name\">밴프 산장\n호텔</h2>"
    "<div itemprop=\"address\" itemscope itemtype=\"http://schema.org/PostalAddress\">"
    "<span itemprop=\"streetAddress\">333 Wolf St</span><meta itemprop=\"addressLocality\" content=\"Banff\">"
    "<meta itemprop=\"addressCountry\" content=\"CA\"></div>"
    "<div itemprop=\"geo\" itemscope itemtype=\"http://schema.org/GeoCoordinates\">"
    "<meta itemprop=\"latitude\" content=\"51.1784\"><meta itemprop=\"longitude\" "
    "content=\"-115.5708\"></div>"
    "</td></tr></table>"
    "<time itemprop=\"checkinTime\" datetime=\"2024-10-01T16:00:00-06:00\">4 pm</time>"
    "<time itemprop=\"checkoutTime\" datetime=\"2024-10-03T11:00:00-06:00\">11 am</time>"
    "<meta itemprop=\"totalPrice\" content=\"KRW 512,300\"></div>";

TEST(Mail, a_stay_in_microdata_has_its_place_and_price) {
  const CollectingSink got = read(mail("Fri, 1 Dec 2023 09:00:00 +0900", "Booking", hotel_in_microdata));
  ASSERT_THAT(got.observations, SizeIs(1));
  const Observation& stay = got.observations[0];
  EXPECT_EQ(stay.identity, "reservation:abc456\n밴프 산장 호텔");
  EXPECT_EQ(stay.title, "밴프 산장 호텔");
  EXPECT_EQ(span_of(stay), "2024-10-01T16:00:00-06:00 to 2024-10-03T11:00:00-06:00");
  EXPECT_EQ(trait_of(stay, "what"), "lodging");
  EXPECT_EQ(trait_of(stay, "location"), "333 Wolf St, Banff, CA");
  EXPECT_EQ(trait_of(stay, "person"), "김 민지");
  EXPECT_EQ(stay.position, coordinates(51.1784, -115.5708));
  EXPECT_EQ(stay.quantities.at("price:KRW"), 512300);
}

std::string hotel(const std::string& status, const std::string& times) {
  return script(R"({"@context":"https://schema.org","@type":"LodgingReservation","reservationId":"ABC456",)"
                R"("reservationStatus":"https://schema.org/)" +
                status + R"(","reservationFor":{"@type":"LodgingBusiness","name":"밴프 산장 호텔"})" + times +
                "}");
}

TEST(Mail, days_alone_stay_days_and_a_cancellation_is_of_the_same_stay) {
  const CollectingSink got =
      read(mail("Fri, 1 Dec 2023 09:00:00 +0900", "Booking",
                hotel("ReservationCancelled", R"(,"checkinDate":"2024-10-01","checkoutDate":"2024-10-03")")));
  ASSERT_THAT(got.observations, SizeIs(1));
  EXPECT_EQ(got.observations[0].identity, "reservation:abc456\n밴프 산장 호텔");
  EXPECT_EQ(span_of(got.observations[0]), "2024-10-01 to 2024-10-03");
  EXPECT_EQ(trait_of(got.observations[0], "status"), "cancelled");
}

std::string mbox(const std::vector<std::string>& mails) {
  std::string out;
  for (const auto& one : mails) out += "From sender@example.com Fri Mar 15 10:02:11 2024\n" + one + "\n";
  return out;
}

TEST(Mail, a_cancellation_without_times_is_of_what_the_mailbox_told_whatever_their_order) {
  const std::string cancels =
      R"({"@type":"FlightReservation","reservationNumber":"RXJ34P","reservationStatus":"http://schema.org/Cancelled"})";
  const CollectingSink got =
      read(mbox({mail("Sat, 2 Dec 2023 09:00:00 +0000", "Sorry", script(cancels)),
                 mail("Thu, 30 Nov 2023 21:05:00 +0900", "e-ticket", script(out_and_back))}));
  std::vector<std::string> told;
  for (const auto& o : got.observations)
    told.push_back(o.title + " " + trait_of(o, "status") + " " + trait_of(o, "as_of"));
  EXPECT_THAT(told, UnorderedElementsAre("KE71 ICN → YVR confirmed 2023-11-30T12:05:00Z",
                                         "KE72 YVR → ICN confirmed 2023-11-30T12:05:00Z",
                                         "KE71 ICN → YVR cancelled 2023-12-02T09:00:00Z",
                                         "KE72 YVR → ICN cancelled 2023-12-02T09:00:00Z"));
  const CollectingSink alone = read(mail("Sat, 2 Dec 2023 09:00:00 +0000", "Sorry", script(cancels)));
  EXPECT_THAT(alone.observations, IsEmpty());
  ASSERT_THAT(alone.issues, SizeIs(1));
  EXPECT_THAT(alone.issues[0].reason, HasSubstr("a cancellation"));
}

const std::string train_in_graph =
    R"({"@context":"https://schema.org","@graph":[{"@type":"TrainReservation","reservationNumber":"82-1234",
    "reservationStatus":"https://schema.org/ReservationConfirmed","totalPrice":"59800","priceCurrency":"KRW",
    "reservationFor":{"@type":"TrainTrip","trainName":"KTX","trainNumber":"013",
    "departureStation":{"@type":"TrainStation","name":"서울"},"departureTime":"2024-05-04T07:30:00",
    "arrivalStation":{"@type":"TrainStation","name":"부산"},"arrivalTime":"2024-05-04T10:05:00"}}]})";

TEST(Mail, a_train_without_an_offset_keeps_its_clock_alone) {
  const CollectingSink got = read(mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", script(train_in_graph)));
  ASSERT_THAT(got.observations, SizeIs(1));
  EXPECT_EQ(got.observations[0].title, "KTX 013 서울 → 부산");
  EXPECT_EQ(span_of(got.observations[0]), "2024-05-04T07:30:00 to 2024-05-04T10:05:00");
  EXPECT_EQ(got.observations[0].begin->form, When::Form::Floating);
  EXPECT_EQ(trait_of(got.observations[0], "number"), "013");
  EXPECT_EQ(trait_of(got.observations[0], "departs"), "서울");
  EXPECT_EQ(got.observations[0].quantities.at("price:KRW"), 59800);
}

TEST(Mail, events_tables_cars_buses_and_ships_are_read) {
  const auto one = [](const std::string& json) {
    const CollectingSink got = read(mail("Wed, 1 May 2024 09:00:00 +0900", "Ticket", script(json)));
    if (got.observations.size() != 1) return std::string("none");
    const Observation& o = got.observations[0];
    return fmt::format("{} | {} | {} | {}", trait_of(o, "what"), o.title, span_of(o),
                       trait_of(o, "location"));
  };
  EXPECT_EQ(
      one(R"({"@type":"http://schema.org/EventReservation","reservationNumber":"E1","reservationFor":{"@type":
      ["Event","MusicEvent"],"name":"재즈 공연","startDate":"2024-11-02T19:30:00+09:00","endDate":"2024-11-02T21:00:00+09:00",
      "location":{"@type":"Place","name":"블루 홀","address":"서울 마포구 1"}}})"),
      "event | 재즈 공연 | 2024-11-02T19:30:00+09:00 to 2024-11-02T21:00:00+09:00 | 블루 홀, 서울 마포구 1");
  EXPECT_EQ(
      one(R"({"@type":"FoodEstablishmentReservation","reservationNumber":"F1","startTime":"2024-11-03T18:00:00+09:00",
      "reservationFor":{"@type":"FoodEstablishment","name":"식당","address":"서울"},"partySize":2})"),
      "restaurant | 식당 | 2024-11-03T18:00:00+09:00 | 서울");
  EXPECT_EQ(
      one(R"({"@type":"RentalCarReservation","reservationNumber":"5","pickupTime":"2024-11-03T18:00:00-08:00",
      "dropoffTime":"2024-11-05T18:00:00-08:00","pickupLocation":{"@type":"Place","name":"Airport"},
      "reservationFor":{"@type":"RentalCar","name":"Small","rentalCompany":{"@type":"Organization","name":"Hertz"}}})"),
      "car | Hertz | 2024-11-03T18:00:00-08:00 to 2024-11-05T18:00:00-08:00 | Airport");
  EXPECT_EQ(
      one(R"({"@type":"BusReservation","reservationNumber":123,"reservationFor":{"@type":"BusTrip","departureBusStop":
      {"@type":"BusStop","name":"강남"},"arrivalBusStop":{"name":"속초"},"departureTime":"2024-08-01 08:30"}})"),
      "bus | 강남 → 속초 | 2024-08-01T08:30:00 | ");
  EXPECT_EQ(
      one(R"({"@type":"BoatReservation","reservationNumber":"b","reservationFor":{"@type":"BoatTrip","departureBoatTerminal":
      {"name":"부산"},"arrivalBoatTerminal":{"name":"福岡"},"departureTime":"2024-08-01T08:30:00Z"}})"),
      "boat | 부산 → 福岡 | 2024-08-01T08:30:00Z | ");
  EXPECT_EQ(one(R"({"@type":"Order","orderNumber":"1","note":"Reservation"})"), "none");
}

TEST(Mail, a_package_gives_its_number_to_its_parts) {
  const CollectingSink got = read(mail(
      "Wed, 1 May 2024 09:00:00 +0900", "Trip",
      script(
          R"({"@type":"ReservationPackage","reservationNumber":"P9","subReservation":[{"@type":"LodgingReservation",
      "checkinDate":"2024-10-01","reservationFor":{"name":"호텔"}},{"@type":"TrainReservation","reservationFor":{
      "trainNumber":"7","departureTime":"2024-10-01T08:00:00"}}]})")));
  ASSERT_THAT(got.observations, SizeIs(2));
  EXPECT_EQ(got.observations[0].identity, "reservation:p9\n호텔");
  EXPECT_EQ(got.observations[1].identity, "reservation:p9\n7");
}

TEST(Mail, encodings_of_letters_and_of_bytes_are_undone) {
  EXPECT_THAT(read(mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", base64(script(train_in_graph)),
                        "Content-Type: text/html; charset=\"UTF-8\"\nContent-Transfer-Encoding: base64\n"))
                  .observations,
              SizeIs(1));
  // 호텔 in CP949, with a soft line break inside the markup.
  const CollectingSink korean = read(mail(
      "Wed, 1 May 2024 09:00:00 +0900", "=?euc-kr?B?v7m+4A==?=",
      "<script "
      "type=3D\"application/ld+json\">{\"@type\":\"Lodging=\nReservation\",\"checkinDate\":\"2024-10-01\","
      "\"reservationFor\":{\"name\":\"=C8=A3=C5=DA\"}}</script>",
      "Content-Type: text/html; charset=ks_c_5601-1987\nContent-Transfer-Encoding: quoted-printable\n"));
  ASSERT_THAT(korean.observations, SizeIs(1));
  EXPECT_EQ(korean.observations[0].title, "호텔");
  EXPECT_EQ(korean.observations[0].identity, "reservation:\n호텔\n2024-10-01");
}

TEST(Mail, what_cannot_be_read_is_told_with_its_mail_and_the_rest_goes_on) {
  const CollectingSink got = read(mbox({
      mail("Wed, 1 May 2024 09:00:00 +0900", "Cut", script(train_in_graph.substr(0, 200))),
      mail("Wed, 1 May 2024 10:00:00 +0900", "No time",
           script(R"({"@type":"TrainReservation","reservationNumber":"1"})")),
      mail("Wed, 1 May 2024 11:00:00 +0900", "Backwards",
           script(flight("1", "A", "B", "2017-01-04T10:30:00+01:00", "2017-01-04T03:10:00+01:00"))),
      mail("Wed, 1 May 2024 12:00:00 +0900", "Newsletter",
           "<html><p>No Reservation, only schema.org talk</p></html>"),
  }));
  ASSERT_THAT(got.observations, SizeIs(1));
  EXPECT_FALSE(got.observations[0].end.has_value());
  std::vector<std::string> reasons;
  for (const auto& issue : got.issues) {
    EXPECT_THAT(issue.place, HasSubstr("@example.com>"));
    reasons.push_back(issue.reason.substr(0, 40));
  }
  EXPECT_THAT(reasons, ElementsAre("JSON-LD of a reservation that is cut in ",
                                   "a reservation (train) without a time tha",
                                   "a reservation that ends before it begins"));
}

TEST(Mail, a_mailbox_is_cut_at_its_separators_only) {
  const std::string bytes =
      "From a@b Fri Mar 15 10:02:11 2024\nSubject: one\n\n>From here on\n>>From there\nFrom 10:02 to 2024 "
      "\n\n"
      "From my desk\n\nFrom c@d Sat Mar 16 10:02:11 +0000 2024\r\nSubject: two\r\n\r\nbody\r\n";
  const auto input = input_of(bytes, "x");
  mail::MailBox box(*input);
  mail::MailBox::Item item;
  ASSERT_TRUE(box.next(item));
  EXPECT_EQ(item.offset, bytes.find("Subject: one"));
  EXPECT_EQ(item.bytes, "Subject: one\n\nFrom here on\n>From there\nFrom 10:02 to 2024 \n\nFrom my desk\n\n");
  ASSERT_TRUE(box.next(item));
  EXPECT_EQ(item.offset, bytes.find("Subject: two"));
  EXPECT_EQ(item.bytes, "Subject: two\r\n\r\nbody\r\n");
  EXPECT_FALSE(box.next(item));
}

TEST(Mail, an_attachment_of_many_megabytes_costs_only_its_length) {
  const std::string big = mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", script(train_in_graph)) + "\n" +
                          std::string(std::size_t{33} << 20, 'A') + "\n\n";
  const CollectingSink got =
      read(mbox({big, mail("Wed, 1 May 2024 09:00:00 +0900", "x", hotel_in_microdata)}));
  EXPECT_THAT(got.observations, SizeIs(2));
  ASSERT_THAT(got.issues, SizeIs(1));
  EXPECT_THAT(got.issues[0].reason, HasSubstr("32 MiB"));
}

TEST(Mail, hostile_html_is_bounded) {
  const std::string mark = "schema.org Reservation ";
  std::string attributes = mark + "<a ";
  for (int i = 0; i < 100'000; ++i) attributes += fmt::format("a{} ", i);
  EXPECT_THAT(reservation::read_markup(attributes + ">").problems, SizeIs(1));
  std::string deep = mark;
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  EXPECT_THAT(reservation::read_markup(deep + std::string(100'000, ' ')).things, IsEmpty());
  std::string nested = mark + "<script type=\"application/ld+json\">";
  for (int i = 0; i < 100'000; ++i) nested += R"({"@type":"Reservation","a":)";
  EXPECT_THAT(reservation::read_markup(nested).things, IsEmpty());
  std::string list = R"(["Reservation",)";
  for (int i = 0; i < 30'000; ++i) list += R"({"@type":"X"},)";
  reservation::Markup markup;
  reservation::read_json_ld(list + "1]", markup);
  EXPECT_LE(markup.things.size(), 20'000U);
}

TEST(Mail, is_known_by_its_header) {
  EXPECT_EQ(recognised(mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", "x")), Sureness::Sure);
  EXPECT_EQ(recognised(mbox({mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", "x")})), Sureness::Sure);
  EXPECT_EQ(
      recognised("Delivered-To: a@b\nReceived: by c\n" + std::string("X-Seal: ") + std::string(5000, 'a')),
      Sureness::Sure);
  EXPECT_EQ(recognised("---\ntitle: a\ndate: 2024-01-01\n---\n"), Sureness::No);
  EXPECT_EQ(recognised("Title: a\nDate: 2024-01-01\nFrom: b\n\ntext"), Sureness::No);
  EXPECT_EQ(
      recognised("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A\nDate: x\n"
                 "Subject: [PATCH] y\n\n"),
      Sureness::No);
  EXPECT_EQ(
      recognised(
          "From: <Saved by Blink>\nSnapshot-Content-Location: https://a\nDate: x\nMIME-Version: 1.0\n\n"),
      Sureness::No);
  EXPECT_EQ(recognised("BEGIN:VCALENDAR\nDTSTART:20240101\n"), Sureness::No);
  EXPECT_EQ(recognised("{\"From\": 1}"), Sureness::No);
  EXPECT_EQ(recognised("From the desk of 10:02 2024\n"), Sureness::No);
}

// ---- side by side with python3's email, html.parser and json (tests/support/mail_oracle.py)

std::pair<std::string, int> oracle_on(const std::string& bytes) {
  const ScratchFolder folder;
  folder.write("a.mbox", bytes);
  return run_shell("/usr/bin/python3 '" HOEGO_SOURCE_DIR "/tests/support/mail_oracle.py' '" +
                   (folder.path() / "a.mbox").string() + "'");
}

TEST(MailOracle, a_mailbox_reads_as_python_reads_it) {
  if (std::system("/usr/bin/python3 -c 'import email, mailbox'") != 0) GTEST_SKIP() << "python3 is missing";
  const std::string bytes = mbox({
      mail("Thu, 30 Nov 2023 21:05:00 +0900", "e-ticket", base64(script(out_and_back)),
           "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n"),
      mail("Fri, 1 Dec 2023 09:00:00 +0900", "Hotel", hotel_in_microdata),
      mail("Fri, 1 Mar 2024 09:00:00 +0900", "Hotel",
           hotel("ReservationCancelled", R"(,"checkinDate":"2024-10-01")")),
      mail("Wed, 1 May 2024 09:00:00 +0900", "KTX", script(train_in_graph)),
      mail("Mon, 7 Oct 2024 21:05:00 +0900", "Delay",
           script(flight("72", "YVR", "ICN", "2024-10-09T11:00:00-07:00", "2024-10-10T14:40:00+09:00"))),
      mail("Mon, 7 Oct 2024 21:05:00 +0900", "News", "<p>nothing</p>"),
  });
  const auto [theirs, status] = oracle_on(bytes);
  ASSERT_EQ(status, 0);
  // Theirs: number, name, begin, end, status. Ours says the same of times, in the same words.
  std::vector<std::string> expected;
  for (std::size_t at = 0; at < theirs.size(); at = theirs.find('\n', at) + 1) {
    const std::string line = theirs.substr(at, theirs.find('\n', at) - at);
    std::vector<std::string> cells;
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', from), line.size());
      cells.push_back(line.substr(from, tab - from));
      from = tab + 1;
    }
    ASSERT_THAT(cells, SizeIs(5)) << line;
    expected.push_back(cells[2] + "|" + cells[3] + "|" +
                       (cells[4].find("Cancel") != std::string::npos ? "cancelled" : "confirmed"));
  }
  std::vector<std::string> ours;
  for (const auto& o : read(bytes).observations)
    ours.push_back(text_of(*o.begin) + "|" + (o.end ? text_of(*o.end) : "") + "|" + trait_of(o, "status"));
  EXPECT_THAT(expected, SizeIs(6));
  EXPECT_THAT(ours, ::testing::UnorderedElementsAreArray(expected));
}

}  // namespace
}  // namespace hoego
