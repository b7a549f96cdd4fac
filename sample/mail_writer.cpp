#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "sample/encodings.h"
#include "sample/files.h"
#include "sample/owner.h"
#include "sample/tickets.h"

namespace hoego::sample {
namespace {

using Json = nlohmann::ordered_json;

constexpr Offset korea{9 * 3600};

struct Mail {
  Instant sent;
  std::string from;  ///< name and address
  std::string subject;
  std::string headers;  ///< of the content, without the empty line
  std::string body;
};

std::string clock(Instant instant, Offset offset) {
  return wall_time(instant, offset).iso().substr(11);
}

/// `Thu, 30 Nov 2023 12:05:00 +0900`
std::string mail_date(Instant instant) {
  const Date date = wall_time(instant, korea).date();
  return fmt::format("{}, {} {} {} {} +0900", weekday_name(date.weekday()), date.day(),
                     month_name(date.month()), date.year(), clock(instant, korea));
}

/// The separator, with the time in UTC.
std::string from_line(Instant instant) {
  const Date date = wall_time(instant, Offset{0}).date();
  return fmt::format("From {}@xxx {} {} {:02} {} +0000 {}\n", 1780000000000000000LL + instant.seconds,
                     weekday_name(date.weekday()), month_name(date.month()), date.day(),
                     clock(instant, Offset{0}), date.year());
}

/// Lines that could be taken for the separator are quoted (RFC 4155 leaves how to custom: `mboxrd`).
std::string stuffed(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    const std::size_t word = line.find_first_not_of('>');
    if (word != std::string::npos && line.compare(word, 5, "From ") == 0) out += '>';
    out += line;
    at = end;
  }
  return out;
}

std::string text_of(const Mail& mail, int number) {
  return from_line(mail.sent) + fmt::format("X-GM-THRID: {}\n", 1780000000000000000LL + mail.sent.seconds) +
         "X-Gmail-Labels: =?UTF-8?B?67Cb7J2A7Y647KeA7ZWo?=\n" +
         fmt::format("Date: {}\n", mail_date(mail.sent)) + fmt::format("From: {}\n", mail.from) +
         fmt::format("To: {} <{}>\n", encoded_word(owner_name), owner_email) +
         fmt::format("Message-ID: <{:05}.{}@mail.example>\n", number, mail.sent.seconds) +
         "Subject: " + mail.subject + "\nMIME-Version: 1.0\n" + mail.headers + "\n" + stuffed(mail.body) +
         "\n";
}

std::string schema(const char* type) {
  return std::string("http://schema.org/") + type;
}

Json airport(const std::string& name, const std::string& code) {
  return {{"@type", "Airport"}, {"name", name}, {"iataCode", code}};
}

Json flight_json(const Reservation& one, const Local& begin, const Local& end) {
  return {{"@type", "Flight"},
          {"flightNumber", one.number.substr(2)},
          {"airline", {{"@type", "Airline"}, {"name", "온빛항공"}, {"iataCode", one.number.substr(0, 2)}}},
          {"departureAirport", airport(one.from_name, one.from_code)},
          {"departureTime", begin.iso()},
          {"arrivalAirport", airport(one.to_name, one.to_code)},
          {"arrivalTime", end.iso()}};
}

Json train_json(const Reservation& one) {
  return {{"@type", "TrainTrip"},
          {"trainNumber", one.number},
          {"trainName", "KTX"},
          {"departureStation", {{"@type", "TrainStation"}, {"name", one.from_name}}},
          {"departureTime", one.begin.iso()},
          {"arrivalStation", {{"@type", "TrainStation"}, {"name", one.to_name}}},
          {"arrivalTime", one.end.iso()}};
}

/// A reservation as the mail says it that goes out at `sent`.
Json reservation_json(const Reservation& one, Instant sent) {
  const bool later = one.told && sent == *one.told;
  const Local begin = later && one.begins_instead ? *one.begins_instead : one.begin;
  const Local end = later && one.ends_instead ? *one.ends_instead : one.end;
  Json out = {
      {"@context", "http://schema.org"},
      {"@type", nullptr},
      {"reservationNumber", one.code},
      {"reservationStatus", schema(later && one.cancelled ? "ReservationCancelled" : "ReservationConfirmed")},
      {"bookingTime", utc_text(one.booked)},
      {"underName", {{"@type", "Person"}, {"name", owner_name}}}};
  if (later) out["modifiedTime"] = utc_text(sent);
  switch (one.kind) {
    case Ticket::Flight:
      out["@type"] = "FlightReservation";
      out["reservationFor"] = flight_json(one, begin, end);
      break;
    case Ticket::Train:
      out["@type"] = "TrainReservation";
      out["reservationFor"] = train_json(one);
      break;
    case Ticket::Lodging:
      out["@type"] = "LodgingReservation";
      out["reservationFor"] = {{"@type", "LodgingBusiness"},
                               {"name", one.name},
                               {"address", {{"@type", "PostalAddress"}, {"addressLocality", one.to_name}}}};
      out["checkinTime"] = begin.iso();
      out["checkoutTime"] = end.iso();
      break;
    case Ticket::Event:
      out["@type"] = "EventReservation";
      out["reservationFor"] = {
          {"@type", "Event"},
          {"name", one.name},
          {"startDate", begin.iso()},
          {"endDate", end.iso()},
          {"location", {{"@type", "Place"}, {"name", one.to_name}, {"address", one.to_name}}}};
      break;
  }
  return out;
}

/// Text and HTML side by side; the HTML in quoted-printable and in base64 by turns.
void content(Mail& mail, const std::string& text, const std::string& script, int number) {
  const std::string html = fmt::format(
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">{}</head>\n<body><p>{}</p></body></html>\n",
      script, text);
  const std::string border = fmt::format("=_onum_{:04}", number);
  const bool printable = number % 2 == 0;
  mail.headers = fmt::format("Content-Type: multipart/alternative; boundary=\"{}\"\n", border);
  mail.body = fmt::format(
      "--{0}\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n{1}\n"
      "--{0}\nContent-Type: text/html; charset=UTF-8\nContent-Transfer-Encoding: {2}\n\n{3}\n--{0}--\n",
      border, base64(text + "\n"), printable ? "quoted-printable" : "base64",
      printable ? quoted_printable(html) : base64(html));
}

Mail confirmation(const std::vector<const Reservation*>& booked, Instant sent, int number) {
  const Reservation& first = *booked.front();
  const bool later = first.told && sent == *first.told;
  Json all = Json::array();
  for (const Reservation* one : booked) all.push_back(reservation_json(*one, sent));
  const Json script = all.size() == 1 ? all[0] : all;
  constexpr std::array senders = {"air@onbit.example", "ticket@rail.example", "stay@onium.example",
                                  "box@ticket.example"};
  constexpr std::array names = {"온빛항공", "기차표", "Hotel Onium", "표사랑"};
  const auto kind = static_cast<std::size_t>(first.kind);
  Mail mail;
  mail.sent = sent;
  mail.from = fmt::format("{} <{}>", encoded_word(names.at(kind)), senders.at(kind));
  const char* what = !later            ? "예약이 확정되었습니다"
                     : first.cancelled ? "예약이 취소되었습니다"
                                       : "운항 시각이 바뀌었습니다";
  mail.subject = encoded_word(fmt::format("{} ({})", what, first.code));
  content(mail, fmt::format("{} 님, {}. 예약 번호 {}", owner_name, what, first.code),
          "<script type=\"application/ld+json\">\n" + script.dump(1) + "\n</script>", number);
  return mail;
}

/// A mail with nothing to say of the owner's days.
Mail ordinary(Date on, int number) {
  Mail mail;
  mail.sent = korean(on, 8 * 60 + number * 37 % 800);
  const std::string text =
      "안녕하세요,\n\nFrom now on the newsletter comes every second week.\n이번 주의 소식을 보냅니다.\n";
  switch (number % 4) {
    case 0:
      mail.from = encoded_word("주간 소식") + " <news@weekly.example>";
      mail.subject =
          encoded_word(fmt::format("이번 주의 읽을거리 {}호, 그리고 여름에 다시 읽고 싶은 글", number));
      mail.headers = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n";
      mail.body = text;
      break;
    case 1:
      mail.from = encoded_word(cp949("민지"), "EUC-KR") + " <minji@example.org>";
      mail.subject = encoded_word(cp949("합주 날짜"), "EUC-KR");
      mail.headers = "Content-Type: text/plain; charset=EUC-KR\nContent-Transfer-Encoding: base64\n";
      mail.body = base64(cp949("다음 합주는 언제가 좋을까? 항공권 이야기는 아니야.\n"));
      break;
    case 2:
      mail.from = "Shop <shop@store.example>";
      mail.subject = "Your order has shipped";
      content(
          mail, "Your drumsticks are on the way.",
          R"(<script type="application/ld+json">{"@context":"http://schema.org","@type":"ParcelDelivery","trackingNumber":"5512"}</script>)",
          number);
      break;
    default:
      mail.from = "deals@onbit.example";
      mail.subject = encoded_word("항공권 특가: 방콕 왕복");
      content(mail, "5월 3일 출발, 예약은 서두르세요!", "", number);
      break;
  }
  return mail;
}

}  // namespace

void write_mail(const std::filesystem::path& folder, const std::vector<Reservation>& reservations) {
  std::vector<Mail> mails;
  int number = 0;
  for (std::size_t i = 0; i < reservations.size(); ++i) {
    // The flights of one booking come in one mail.
    std::vector<const Reservation*> together;
    const Reservation& first = reservations[i];
    if (i > 0 && reservations[i - 1].code == first.code) continue;
    for (const Reservation& one : reservations) {
      if (one.code == first.code) together.push_back(&one);
    }
    mails.push_back(confirmation(together, first.booked, ++number));
  }
  for (const Reservation& one : reservations) {
    if (one.told) mails.push_back(confirmation({&one}, *one.told, ++number));
  }
  for (Date date = day("2023-02-04"); date < today() - 1; date = date + 41)
    mails.push_back(ordinary(date, ++number));
  std::stable_sort(mails.begin(), mails.end(), [](const Mail& a, const Mail& b) { return a.sent < b.sent; });
  std::string out;
  number = 0;
  for (const Mail& mail : mails) out += text_of(mail, ++number);
  write_file(folder / "exports/travel.mbox", out);
}

}  // namespace hoego::sample
