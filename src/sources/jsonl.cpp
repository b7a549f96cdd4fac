#include "sources/jsonl.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/zone.h"
#include "record/codec.h"
#include "sources/json_items_value.h"

namespace hoego {
namespace {

constexpr std::string_view schema = "hoego.observation/1";
constexpr std::size_t longest_line = std::size_t{1} << 20;
constexpr std::size_t longest_text = 64 * 1024;
constexpr std::size_t longest_name = 1000;
constexpr std::size_t most_members = 200;
constexpr std::size_t most_unknown = 20;

/// `2024-03-15`; `2024-03-15T19:02:11`, with `Z`, an offset, or a zone in brackets (RFC 3339, RFC 9557).
std::optional<When> moment_in(std::string_view text) {
  if (const auto day = Date::parse(text)) return When::on(*day);
  std::string_view zone;
  if (!text.empty() && text.back() == ']') {
    const std::size_t open = text.rfind('[');
    if (open == std::string_view::npos) return std::nullopt;
    zone = text.substr(open + 1, text.size() - open - 2);
    text = text.substr(0, open);
  }
  const std::size_t clock_end = std::min(text.find_first_of("Z+-", 11), text.size());
  const std::string_view offset = text.substr(clock_end);
  std::string_view clock = text.substr(0, clock_end);
  const std::size_t point = std::min(clock.find('.'), clock.size());
  const std::string_view fraction = clock.substr(std::min(point + 1, clock.size()));
  if (fraction.size() > 9 || fraction.find_first_not_of("0123456789") != fraction.npos) return std::nullopt;
  const auto wall = WallTime::parse(clock.substr(0, point));
  if (!wall || (!zone.empty() && !Zone::find(zone))) return std::nullopt;
  if (offset == "Z") return When::at(instant(*wall, Offset{0}));
  if (offset.empty()) return zone.empty() ? When::floating(*wall) : When::at(*wall, std::string(zone));
  const auto stated = Offset::parse(offset);
  return stated ? std::optional(When::at(*wall, *stated)) : std::nullopt;
}

std::optional<CoverageClass> class_of(std::string_view name) {
  if (name == "sensor") return CoverageClass::Sensor;
  if (name == "complete") return CoverageClass::Complete;
  if (name == "window") return CoverageClass::Window;
  if (name == "opportunistic") return CoverageClass::Opportunistic;
  return std::nullopt;
}

std::string clean_line(std::string_view text, std::size_t most) {
  std::string out = clean_text(text);
  if (out.size() <= most) return out;
  while (most > 0 && (static_cast<unsigned char>(out[most]) & 0xc0) == 0x80) --most;
  return clean_text(std::string_view(out).substr(0, most));
}

/// What is wrong with a line, for its Issue: caught in this file.
struct BadLine {
  std::string reason;
  std::string remedy;
};

/// Reads lines of observations into a sink.
class Lines {
 public:
  Lines(const Unit& unit, Sink& sink) : unit_(unit), sink_(sink) {}

  void read() {
    const auto file = unit_.open();
    std::string line;
    std::string buffer(64 * 1024, '\0');
    bool too_long = false;
    for (std::uint64_t at = 0;;) {
      const std::size_t got = file->read(at, buffer.data(), buffer.size());
      if (at == 0 && (buffer.compare(0, 2, "\xFF\xFE") == 0 || buffer.compare(0, 2, "\xFE\xFF") == 0))
        throw Error("the file is UTF-16; lines of JSON are UTF-8", unit_.path, "save it as UTF-8");
      at += got;
      std::string_view rest(buffer.data(), got);
      while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view part = rest.substr(0, end);
        too_long = too_long || line.size() + part.size() > longest_line;
        if (!too_long) line += part;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
        finish(line, too_long);
        line.clear();
        too_long = false;
      }
      if (got == 0) break;
    }
    if (!line.empty() || too_long) finish(line, too_long);
  }

 private:
  void finish(std::string& line, bool too_long);
  void take(const JsonValue& value);
  void take_header(const JsonValue& value);
  void take_coverage(const JsonValue& claim);
  void take_observation(const JsonValue& value);
  static std::optional<When> when(const JsonValue& value, const char* name);
  static std::optional<Date> day(const JsonValue& value, const char* name);
  static std::string identity(const Observation& o, const JsonValue& value);
  static void take_traits(const JsonValue& value, Observation& out);
  static void take_place(const JsonValue& place, Observation& out);
  void tell_unknown(const JsonValue& value);
  void issue(std::string reason, std::string remedy) {
    sink_.issue({unit_.path, fmt::format("line {}", number_), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  std::size_t number_ = 0;
  std::string as_of_;
  std::set<std::string> unknown_;
};

void Lines::finish(std::string& line, bool too_long) {
  ++number_;
  if (too_long) return issue("a line of more than 1 MiB", "write one observation a line");
  if (number_ == 1 && line.compare(0, 3, "\xEF\xBB\xBF") == 0) line.erase(0, 3);
  if (line.find_first_not_of(" \t\r") == std::string::npos) return;
  const JsonReading reading = read_json(line);
  if (!reading.value) return issue("no JSON: " + reading.problem, "write one object a line");
  try {
    if (!reading.value->is_object()) throw BadLine{"a line that is no object", "write one object a line"};
    take(*reading.value);
  } catch (const BadLine& bad) {
    issue(bad.reason, bad.remedy);
  }
}

void Lines::take(const JsonValue& value) {
  if (value.has("schema") && value["schema"].text() != schema)
    throw BadLine{fmt::format("schema \"{}\" is not known", value["schema"].line(80)),
                  fmt::format("write \"{}\"", schema)};
  if (value.has("coverage")) return take_coverage(value["coverage"]);
  if (!value.has("kind")) {
    if (value.has("schema")) return take_header(value);
    throw BadLine{"no kind", "add \"kind\": \"event\", or another of doc/sources/jsonl.md"};
  }
  tell_unknown(value);
  take_observation(value);
}

void Lines::take_header(const JsonValue& value) {
  if (!value.has("as_of")) return;
  const auto at = value["as_of"].is_text() ? value["as_of"].instant() : std::nullopt;
  if (!at) throw BadLine{"as_of is no instant", "write it as 2024-03-15T10:00:00Z"};
  as_of_ = wall_time(*at, Offset{0}).iso() + "Z";
}

std::optional<Date> Lines::day(const JsonValue& value, const char* name) {
  if (!value.has(name)) return std::nullopt;
  const auto day = Date::parse(value[name].text());
  if (!day) throw BadLine{fmt::format("{} is no day", name), "write it as 2024-03-15"};
  return day;
}

void Lines::take_coverage(const JsonValue& claim) {
  const auto kind = kind_from(claim["kind"].text());
  const auto sort = class_of(claim["class"].text());
  if (!kind || !sort)
    throw BadLine{"a coverage without a known kind and class",
                  R"(write {"coverage": {"kind": "workout", "class": "complete", "from": "…", "to": "…"}})"};
  const auto from = day(claim, "from");
  const auto to = day(claim, "to");
  if (from && to && *to < *from)
    throw BadLine{"a coverage that ends before it begins", "exchange from and to"};
  sink_.coverage({*kind, *sort, clean_line(claim["scope"].text(), longest_name), from, to});
}

std::optional<When> Lines::when(const JsonValue& value, const char* name) {
  if (!value.has(name)) return std::nullopt;
  auto found = moment_in(value[name].text());
  if (!found)
    throw BadLine{fmt::format("{} = \"{}\" is no time", name, value[name].line(80)),
                  "write 2024-03-15, 2024-03-15T19:02:11+09:00, …Z, or …[Asia/Seoul]"};
  return found;
}

void Lines::take_place(const JsonValue& place, Observation& out) {
  if (!place.is_object()) return;
  if (place.has("name")) out.traits[trait::location] = clean_line(place["name"].text(), longest_name);
  if (!place.has("lat") && !place.has("lon")) return;
  const auto latitude = place["lat"].number();
  const auto longitude = place["lon"].number();
  if (latitude && longitude) out.position = coordinates(*latitude, *longitude);
  if (!out.position)
    throw BadLine{"a place out of range", "write lat -90..90 and lon -180..180 in degrees; (0, 0) is none"};
}

void Lines::take_traits(const JsonValue& value, Observation& out) {
  const JsonValue& traits = value["traits"];
  for (std::size_t i = 0; i < traits.names().size() && i < most_members; ++i) {
    const JsonValue& item = traits.values()[i];
    const std::string text = item.is_text() ? clean_line(item.text(), longest_text) : item.line(longest_text);
    if (!text.empty()) out.traits[clean_line(traits.names()[i], longest_name)] = text;
  }
  const JsonValue& quantities = value["quantities"];
  for (std::size_t i = 0; i < quantities.names().size() && i < most_members; ++i) {
    const auto number = quantities.values()[i].number();
    if (!number)
      throw BadLine{"a quantity that is no number: " + clean_line(quantities.names()[i], 80),
                    "write it as a number"};
    out.quantities[clean_line(quantities.names()[i], longest_name)] = *number;
  }
}

/// The owner's id as it is, so that it can be one that other sources use ("doi:…"); else what the line says.
std::string Lines::identity(const Observation& o, const JsonValue& value) {
  std::string id = value["id"].line(longest_name);
  if (!id.empty()) return id;
  Hasher hasher;
  for (const char* name : {"begin", "end", "title"}) hasher.add(value[name].line(longest_text) + "\n");
  if (o.position) hasher.add(fmt::format("{:.6f} {:.6f}", o.position->latitude, o.position->longitude));
  return "jsonl:" + hasher.hex();
}

void Lines::take_observation(const JsonValue& value) {
  const auto kind = kind_from(value["kind"].text());
  if (!kind)
    throw BadLine{fmt::format("kind \"{}\" is not known", value["kind"].line(80)),
                  "use one of the kinds in doc/sources/jsonl.md"};
  Observation out;
  out.kind = *kind;
  out.title = value["title"].line();
  out.begin = when(value, "begin");
  out.end = when(value, "end");
  take_place(value["place"], out);
  take_traits(value, out);
  if (!as_of_.empty()) out.traits.emplace(trait::as_of, as_of_);
  out.identity = identity(out, value);
  out.locator = fmt::format("line {}", number_);
  if (const std::string broken = broken_invariant(out); !broken.empty())
    throw BadLine{broken, "correct it where the file was made"};
  sink_.observation(std::move(out));
}

/// A misspelt name would else be lost in silence; each is told once.
void Lines::tell_unknown(const JsonValue& value) {
  const std::set<std::string_view> known = {"schema", "kind",  "id",     "begin",     "end",
                                            "title",  "place", "traits", "quantities"};
  for (const std::string& name : value.names()) {
    if (known.count(name) != 0 || unknown_.size() >= most_unknown) continue;
    const std::string clean = clean_line(name, 80);
    if (unknown_.insert(clean).second)
      issue("\"" + clean + "\" is no member of an observation", "put it into traits or quantities");
  }
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  std::string_view head = candidate.head;
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  if (head.substr(0, 1) != "{") return Sureness::No;
  std::string line(head.substr(0, head.find('\n')));
  const bool whole = head.find('\n') != head.npos || candidate.size <= candidate.head.size();
  const bool named = line.find("hoego.observation/1") != line.npos;
  if (named && whole) {
    const JsonReading reading = read_json(line);
    if (reading.value && (*reading.value)["schema"].text() == schema) return Sureness::Sure;
  }
  const std::string extension = candidate.path.extension().string();
  return extension == ".jsonl" || extension == ".ndjson" ? Sureness::Maybe : Sureness::No;
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  Lines(unit, sink).read();
}

}  // namespace

const Source jsonl_source = {
    .type = "jsonl",
    .version = 1,
    .describe = "observations as lines of JSON: the door for what has no reader",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
