#include "sources/reservation.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "sources/reservation_form.h"

namespace hoego::reservation {
namespace {

constexpr std::size_t most_of_a_message = 200;

/// All reservations, wherever they lie: at the top, in a graph, within another one (a package of several).
/// What a package says of all stands for those of its parts that do not say it.
void collect(const Thing& thing, std::vector<Form>& forms, const Form* package) {
  if (forms.size() >= most_of_a_message) return;
  auto form = form_of(thing);
  const bool is_package = thing.type == "ReservationPackage";
  Form own;
  if (is_package) {
    own.booking = thing.text_of("reservationNumber");
    own.person = thing.text_of("underName");
  }
  if (form && package) {
    if (form->booking.empty()) form->booking = package->booking;
    if (form->person.empty()) form->person = package->person;
  }
  if (form) forms.push_back(std::move(*form));
  for (const auto& [name, value] : thing.properties) {
    if (!value.properties.empty()) collect(value, forms, is_package ? &own : package);
  }
}

bool same_time(const Form& a, const Form& b) {
  return a.begin == b.begin;
}

std::string booking_of(const Form& form) {
  std::string folded;
  for (const char c : fold_case(form.booking)) {
    if (c != ' ' && c != '\n' && c != '\t') folded.push_back(c);
  }
  return folded;
}

std::string key_of(const Form& form) {
  std::string folded;
  for (const char c : fold_case(form.key.empty() ? form.what : form.key)) {
    if (c != '\n') folded.push_back(c);
  }
  return folded;
}

/// Several travellers of one flight are one thing: the first form takes what the others add.
std::vector<Form> united(const std::vector<Form>& forms) {
  std::vector<Form> out;
  for (const Form& form : forms) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const Form& other) {
      return same_time(form, other) && booking_of(form) == booking_of(other) && key_of(form) == key_of(other);
    });
    if (same == out.end()) {
      out.push_back(form);
      continue;
    }
    const bool new_person = !form.person.empty() && same->person.find(form.person) == std::string::npos;
    if (new_person && same->person.size() < Thing::max_text_bytes)
      same->person += (same->person.empty() ? "" : ", ") + form.person;
    if (!same->end) same->end = form.end;
    if (!same->status) same->status = form.status;
    if (!same->position) same->position = form.position;
    same->traits.insert(form.traits.begin(), form.traits.end());
    same->quantities.insert(form.quantities.begin(), form.quantities.end());
  }
  return out;
}

/// Which of several with one number this is, in the order of their times: a return on the flight of the same
/// number, two stays in one hotel. From 1.
std::size_t ordinal(const Form& form, const std::vector<Form>& all) {
  std::size_t before = 0;
  for (const Form& other : all) {
    const bool same = booking_of(form) == booking_of(other) && key_of(form) == key_of(other);
    if (same && other.begin && form.begin && other.begin->seconds < form.begin->seconds) ++before;
  }
  return before + 1;
}

/// With a reservation number the day is no part of it, so that a flight that is put off stays the same one.
std::string identity_of(const Form& form, const std::vector<Form>& all) {
  const std::string booking = booking_of(form);
  if (booking.empty()) {
    const std::string day = form.begin ? WallTime{form.begin->seconds}.date().iso() : "";
    return fmt::format("reservation:\n{}\n{}", key_of(form), day);
  }
  const std::size_t which = ordinal(form, all);
  return fmt::format("reservation:{}\n{}{}", booking, key_of(form),
                     which > 1 ? fmt::format("#{}", which) : "");
}

bool tells(const std::string& subject, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return subject.find(word) != std::string::npos; });
}

/// The markup's word comes first; a subject only tells a change of what is confirmed, or a cancellation where
/// the markup is silent.
std::optional<std::string> status_of(const Form& form, const Letter& letter) {
  const std::string subject = fold_case(letter.subject);
  if (!form.status && tells(subject, {"취소", "cancelled", "canceled", "cancellation"})) return "cancelled";
  const bool changed =
      form.modified || tells(subject, {"변경", "schedule change", "has changed", "changed", "rescheduled"});
  if (changed && form.status.value_or("confirmed") == "confirmed") return "changed";
  return form.status;
}

std::string stamp(Instant instant) {
  return WallTime{instant.seconds}.iso() + "Z";
}

Observation observation_of(const Form& form, const std::vector<Form>& all, const Letter& letter) {
  Observation out;
  out.kind = Kind::Reservation;
  out.identity = identity_of(form, all);
  out.locator = letter.locator;
  out.title = form.title;
  out.begin = form.begin;
  out.end = form.end;
  out.position = form.position;
  out.traits = form.traits;
  out.traits[trait::what] = form.what;
  if (const auto status = status_of(form, letter)) out.traits[trait::status] = *status;
  if (!form.person.empty()) out.traits[trait::person] = form.person;
  if (letter.date) out.traits[trait::as_of] = stamp(*letter.date);
  if (const auto booked = form.booked ? form.booked : letter.date) out.traits[trait::booked] = stamp(*booked);
  out.quantities = form.quantities;
  return out;
}

}  // namespace

bool Withdrawal::concerns(const std::string& other) const {
  if (other.compare(0, identity.size(), identity) != 0) return false;
  return whole_booking || other.size() == identity.size() || other[identity.size()] == '#';
}

Observation cancelled(Observation reservation, const Letter& letter) {
  reservation.locator = letter.locator;
  reservation.traits[trait::status] = "cancelled";
  if (letter.date) reservation.traits[trait::as_of] = stamp(*letter.date);
  return reservation;
}

Reservations reservations_of(const std::vector<Thing>& things, const Letter& letter) {
  std::vector<Form> forms;
  for (const Thing& thing : things) collect(thing, forms, nullptr);
  Reservations out;
  if (forms.size() >= most_of_a_message)
    out.problems.push_back(
        fmt::format("{} reservations or more in one message: the rest is left out", most_of_a_message));
  const std::vector<Form> all = united(forms);
  for (const Form& form : all) {
    if (!form.begin && !booking_of(form).empty() && status_of(form, letter) == "cancelled") {
      const bool whole = form.key.empty();
      out.withdrawals.push_back(
          {"reservation:" + booking_of(form) + "\n" + (whole ? "" : key_of(form)), whole, letter});
      continue;
    }
    if (!form.begin) {
      out.problems.push_back(
          fmt::format("a reservation ({}) without a time that can be read: left out", form.what));
      continue;
    }
    if (!form.problem.empty()) out.problems.push_back(form.problem);
    out.observations.push_back(observation_of(form, all, letter));
  }
  return out;
}

}  // namespace hoego::reservation
