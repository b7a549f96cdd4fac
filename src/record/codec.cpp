#include "record/codec.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr char version = 1;
constexpr std::uint64_t longest_text = 1 << 20;
constexpr std::uint64_t most_entries = 10000;

class Writer {
 public:
  Writer() : bytes_(1, version) {}
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    bytes_.push_back(static_cast<char>(value));
  }
  void signed_number(std::int64_t value) {  // zigzag
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i) bytes_.push_back(static_cast<char>(bits >> (8 * i)));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

[[noreturn]] void refuse(std::string_view reason) {
  throw Error(fmt::format("broken item in the index or from a reader: {}", reason), "codec",
              "delete the folder .hoego and run `hoego sync` again; your files are not touched");
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    if (take(1)[0] != version) refuse("unknown version");
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    refuse("number without end");
  }
  std::uint64_t number_below(std::uint64_t bound) {
    const std::uint64_t value = number();
    if (value >= bound) refuse("number out of range");
    return value;
  }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string text() { return std::string(take(number_below(longest_text))); }
  double real() {
    const std::string_view bytes = take(8);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return std::bit_cast<double>(bits);
  }
  void done() const {
    if (!rest_.empty()) refuse("bytes left over");
  }

 private:
  std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) refuse("cut short");
    const std::string_view bytes = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return bytes;
  }
  std::string_view rest_;
};

void write(Writer& out, const std::optional<When>& when) {
  out.number(when ? 1 : 0);
  if (!when) return;
  out.number(static_cast<std::uint64_t>(when->form));
  out.signed_number(when->seconds);
  out.signed_number(when->offset.seconds);
  out.text(when->zone);
}

Offset read_offset(Reader& in) {
  const std::int64_t offset = in.signed_number();
  if (offset < -18 * 3600 || offset > 18 * 3600) refuse("offset out of range");
  return {static_cast<std::int32_t>(offset)};
}

std::optional<When> read_when(Reader& in) {
  if (in.number_below(2) == 0) return std::nullopt;
  When when;
  when.form = static_cast<When::Form>(in.number_below(5));
  when.seconds = in.signed_number();
  when.offset = read_offset(in);
  when.zone = in.text();
  return when;
}

void write(Writer& out, const std::optional<Date>& date) {
  out.number(date ? 1 : 0);
  if (date) out.signed_number(date->days);
}

std::optional<Date> read_date(Reader& in) {
  if (in.number_below(2) == 0) return std::nullopt;
  const std::int64_t days = in.signed_number();
  const Date lowest = *Date::from_ymd(Date::min_year, 1, 1);
  const Date highest = *Date::from_ymd(Date::max_year, 12, 31);
  if (days < lowest.days || days > highest.days) refuse("day out of range");
  return Date{static_cast<std::int32_t>(days)};
}

void write(Writer& out, const std::map<std::string, std::string>& traits) {
  out.number(traits.size());
  for (const auto& [key, value] : traits) {
    out.text(key);
    out.text(value);
  }
}

void write(Writer& out, const std::map<std::string, double>& quantities) {
  out.number(quantities.size());
  for (const auto& [key, value] : quantities) {
    out.text(key);
    out.real(value);
  }
}

void write(Writer& out, const std::optional<Coordinates>& position) {
  out.number(position ? 1 : 0);
  if (!position) return;
  out.real(position->latitude);
  out.real(position->longitude);
}

std::map<std::string, std::string> read_traits(Reader& in) {
  std::map<std::string, std::string> traits;
  for (std::uint64_t left = in.number_below(most_entries); left > 0; --left) {
    std::string key = in.text();
    traits[std::move(key)] = in.text();
  }
  return traits;
}

std::map<std::string, double> read_quantities(Reader& in) {
  std::map<std::string, double> quantities;
  for (std::uint64_t left = in.number_below(most_entries); left > 0; --left) {
    std::string key = in.text();
    quantities[std::move(key)] = in.real();
  }
  return quantities;
}

std::optional<Coordinates> read_position(Reader& in) {
  if (in.number_below(2) == 0) return std::nullopt;
  const double latitude = in.real();
  const double longitude = in.real();
  return Coordinates{latitude, longitude};
}

bool in_years(const When& when) {
  static const std::int64_t lowest = WallTime::at(*Date::from_ymd(Date::min_year, 1, 1)).seconds;
  static const std::int64_t highest = WallTime::at(*Date::from_ymd(Date::max_year, 12, 31), 86399).seconds;
  return when.seconds >= lowest && when.seconds <= highest;
}

/// Whether `end` is before `begin`, as far as the two can be compared.
bool ends_before(const When& begin, const When& end) {
  const auto from = stated_instant(begin);
  const auto to = stated_instant(end);
  if (from && to) return *to < *from;
  const auto from_wall = stated_wall(begin);
  const auto to_wall = stated_wall(end);
  return !from && !to && from_wall && to_wall && *to_wall < *from_wall;
}

}  // namespace

std::string encode(const Observation& observation) {
  Writer out;
  out.number(static_cast<std::uint64_t>(observation.kind));
  for (const auto* text :
       {&observation.identity, &observation.locator, &observation.file, &observation.title}) {
    out.text(*text);
  }
  write(out, observation.begin);
  write(out, observation.end);
  write(out, observation.position);
  write(out, observation.traits);
  write(out, observation.quantities);
  return out.take();
}

Observation decode_observation(std::string_view bytes) {
  Reader in(bytes);
  Observation out;
  out.kind = static_cast<Kind>(in.number_below(kind_names.size()));
  for (auto* text : {&out.identity, &out.locator, &out.file, &out.title}) *text = in.text();
  out.begin = read_when(in);
  out.end = read_when(in);
  out.position = read_position(in);
  out.traits = read_traits(in);
  out.quantities = read_quantities(in);
  in.done();
  if (const std::string broken = broken_invariant(out); !broken.empty()) refuse(broken);
  return out;
}

std::string encode(const Issue& issue) {
  Writer out;
  for (const auto* text : {&issue.path, &issue.place, &issue.reason, &issue.remedy}) out.text(*text);
  return out.take();
}

Issue decode_issue(std::string_view bytes) {
  Reader in(bytes);
  Issue out;
  for (auto* text : {&out.path, &out.place, &out.reason, &out.remedy}) *text = clean_text(in.text());
  in.done();
  return out;
}

std::string encode(const CoverageClaim& claim) {
  Writer out;
  out.number(static_cast<std::uint64_t>(claim.kind));
  out.number(static_cast<std::uint64_t>(claim.coverage));
  out.text(claim.scope);
  write(out, claim.from);
  write(out, claim.to);
  return out.take();
}

CoverageClaim decode_coverage(std::string_view bytes) {
  Reader in(bytes);
  CoverageClaim out;
  out.kind = static_cast<Kind>(in.number_below(kind_names.size()));
  out.coverage = static_cast<CoverageClass>(in.number_below(4));
  out.scope = clean_text(in.text());
  out.from = read_date(in);
  out.to = read_date(in);
  in.done();
  return out;
}

std::string encode(const Record& record) {
  Writer out;
  out.text(record.id);
  out.number(static_cast<std::uint64_t>(record.kind));
  out.text(record.title);
  for (const std::int64_t value :
       {record.begin.seconds, record.end.seconds, std::int64_t{record.offset.seconds},
        std::int64_t{record.end_offset.seconds}}) {
    out.signed_number(value);
  }
  out.number(static_cast<std::uint64_t>(record.day_starts));
  out.number((record.all_day ? 1U : 0U) | (record.mine ? 2U : 0U));
  out.number(static_cast<std::uint64_t>(record.zone_from));
  write(out, record.position);
  write(out, record.traits);
  write(out, record.quantities);
  out.number(record.origins.size());
  for (const Origin& origin : record.origins) {
    for (const auto* text : {&origin.source, &origin.path, &origin.locator}) out.text(*text);
  }
  return out.take();
}

Record decode_record(std::string_view bytes) {
  Reader in(bytes);
  Record out;
  out.id = in.text();
  out.kind = static_cast<Kind>(in.number_below(kind_names.size()));
  out.title = in.text();
  out.begin = {in.signed_number()};
  out.end = {in.signed_number()};
  out.offset = read_offset(in);
  out.end_offset = read_offset(in);
  out.day_starts = static_cast<std::int32_t>(in.number_below(86400));
  const std::uint64_t flags = in.number_below(4);
  out.all_day = (flags & 1U) != 0;
  out.mine = (flags & 2U) != 0;
  out.zone_from = static_cast<ZoneFrom>(in.number_below(6));
  out.position = read_position(in);
  out.traits = read_traits(in);
  out.quantities = read_quantities(in);
  for (std::uint64_t left = in.number_below(most_entries); left > 0; --left) {
    Origin origin;
    for (auto* text : {&origin.source, &origin.path, &origin.locator}) *text = in.text();
    out.origins.push_back(std::move(origin));
  }
  in.done();
  return out;
}

std::string broken_invariant(const Observation& observation) {
  if (observation.identity.empty()) return "no identity";
  for (const auto* text : {&observation.identity, &observation.locator, &observation.title}) {
    if (clean_text(*text) != *text) return "text that is not clean UTF-8 in NFC";
  }
  for (const auto& [key, value] : observation.traits) {
    if (clean_text(key) != key || clean_text(value) != value) return "text that is not clean UTF-8 in NFC";
  }
  if (observation.begin && !in_years(*observation.begin)) return "a time outside the years 1 to 9999";
  if (observation.end && !in_years(*observation.end)) return "a time outside the years 1 to 9999";
  if (observation.end && !observation.begin) return "an end without a beginning";
  if (observation.end && ends_before(*observation.begin, *observation.end))
    return "an end before its beginning";
  if (observation.position && !coordinates(observation.position->latitude, observation.position->longitude)) {
    return "a position out of range";
  }
  for (const auto& [key, value] : observation.quantities) {
    if (!std::isfinite(value) || clean_text(key) != key) return "a quantity that is not a number";
  }
  return {};
}

}  // namespace hoego
