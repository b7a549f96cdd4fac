#include "sources/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/text.h"

namespace hoego::csv {
namespace {

constexpr std::size_t most_told = 30;

constexpr std::array<std::string_view, 15> meanings = {"begin",    "end",       "day",     "time",  "title",
                                                       "latitude", "longitude", "place",   "id",    "zone",
                                                       "kind",     "person",    "minutes", "hours", "url"};
constexpr std::array<std::string_view, 4> only_constant = {"kind", "zone", "coverage", "dates"};

bool starts(std::string_view text, std::string_view with) {
  return text.size() > with.size() && text.substr(0, with.size()) == with;
}

bool is_meaning(std::string_view text) {
  return std::find(meanings.begin(), meanings.end(), text) != meanings.end() || starts(text, "trait:") ||
         starts(text, "quantity:");
}

std::string plain(std::string_view name) {
  return fold_case(trim(name));
}

std::string told(const std::vector<std::string>& header) {
  std::string out;
  for (std::size_t i = 0; i < header.size() && i < most_told; ++i)
    out += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", trim(header[i]));
  return out;
}

/// What a column of this name usually is.
std::optional<std::string_view> usual_meaning(const std::string& name) {
  struct Usual {
    std::string_view meaning;
    std::vector<std::string_view> names;
  };
  static const std::vector<Usual> usual = {
      {"begin", {"begin",    "start",     "start time", "start date", "started",  "start_time", "started_at",
                 "datetime", "timestamp", "date time",  "when",       "일시",     "시작",       "시작 시간",
                 "시작시간", "시작일시",  "시작 일시",  "시작일",     "거래일시", "이용일시"}},
      {"end",
       {"end", "stop", "end time", "end date", "finished", "end_time", "ended_at", "종료", "끝", "종료 시간",
        "종료시간", "종료일시", "종료 일시", "종료일"}},
      {"day", {"date", "day", "날짜", "일자", "년월일", "거래일", "이용일", "이용일자", "거래일자"}},
      {"time", {"time", "시간", "시각"}},
      {"title",
       {"title", "name", "subject", "summary", "description", "activity", "what", "제목", "이름", "내용",
        "항목", "활동", "운동", "종목"}},
      {"latitude", {"latitude", "lat", "위도"}},
      {"longitude", {"longitude", "lon", "lng", "long", "경도"}},
      {"place", {"place", "location", "venue", "address", "where", "장소", "위치", "주소"}},
      {"person", {"person", "with", "who", "사람", "함께", "상대"}},
      {"id", {"id", "uid", "uuid", "번호"}},
      {"zone", {"timezone", "time zone", "zone", "시간대"}},
      {"minutes", {"minutes", "min", "duration (min)", "분"}},
      {"hours", {"hours", "duration (h)", "시간수"}},
      {"url", {"url", "link", "링크"}},
      {"quantity:distance_km", {"distance (km)", "km", "거리(km)", "거리 (km)"}},
      {"quantity:calories", {"calories", "kcal", "칼로리", "칼로리(kcal)"}},
  };
  for (const Usual& one : usual) {
    if (std::find(one.names.begin(), one.names.end(), name) != one.names.end()) return one.meaning;
  }
  return std::nullopt;
}

void put_constant(Columns& out, const std::string& meaning, const std::string& value,
                  const std::string& where) {
  const bool known = is_meaning(meaning) ||
                     std::find(only_constant.begin(), only_constant.end(), meaning) != only_constant.end();
  if (!known)
    throw Error(fmt::format("\"={}\" is no meaning", meaning), where,
                "see doc/sources/csv.md for those there are");
  out.constants[meaning] = value;
}

}  // namespace

Columns lay_over(const std::map<std::string, std::string>& map, const std::vector<std::string>& header,
                 const std::string& where) {
  Columns out;
  for (const auto& [column, meaning] : map) {
    if (starts(column, "=")) {
      put_constant(out, column.substr(1), meaning, where);
      continue;
    }
    if (!is_meaning(meaning))
      throw Error(fmt::format("\"{}\" is no meaning for the column \"{}\"", meaning, column), where,
                  "see doc/sources/csv.md for those there are");
    const auto found =
        std::find_if(header.begin(), header.end(),
                     [&, name = plain(column)](const auto& cell) { return plain(cell) == name; });
    if (found == header.end())
      throw Error(fmt::format("the table has no column \"{}\"", column), where, "it has " + told(header));
    out.places[meaning] = static_cast<std::size_t>(found - header.begin());
  }
  if (out.places.count("begin") == 0 && out.places.count("day") == 0)
    throw Error("no column is mapped to \"begin\" or \"day\": nothing tells when", where,
                "it has " + told(header));
  return out;
}

std::string proposed_map(const std::vector<std::string>& header) {
  std::set<std::string_view> given;
  std::string out;
  for (const std::string& cell : header) {
    const auto meaning = usual_meaning(plain(cell));
    if (!meaning || !given.insert(*meaning).second) continue;
    std::string name = trim(cell);
    std::replace(name.begin(), name.end(), '"', ' ');
    std::replace(name.begin(), name.end(), '\\', ' ');
    out += fmt::format("{}\"{}\" = \"{}\"", out.empty() ? "" : ", ", name, *meaning);
  }
  return out.empty() ? out : "map = { " + out + " }";
}

}  // namespace hoego::csv
