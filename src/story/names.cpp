#include "story/names.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"

namespace hoego {
namespace {

struct KindWords {
  std::string_view counter;
  std::string_view noun;
  std::string_view ko;
  std::string_view en;
};

/// In the order of `Kind`.
constexpr std::array<KindWords, kind_names.size()> kind_words = {{
    {"장", "photo", "사진", "photos"},
    {"개", "video", "영상", "videos"},
    {"번", "time", "일정", "calendar entries"},
    {"개", "commit", "커밋", "commits"},
    {"건", "pull request", "PR", "pull requests"},
    {"번", "review", "리뷰", "reviews"},
    {"건", "issue", "이슈", "issues"},
    {"개", "comment", "댓글", "comments"},
    {"편", "post", "글", "posts"},
    {"개", "note", "메모", "notes"},
    {"권", "book", "책", "books"},
    {"편", "paper", "논문", "papers"},
    {"번", "workout", "운동", "workouts"},
    {"번", "night", "잠", "sleep"},
    {"곡", "song", "들은 음악", "music"},
    {"편", "video", "본 영상", "videos watched"},
    {"개", "prompt", "프롬프트", "prompts"},
    {"개", "message", "메시지", "messages"},
    {"번", "visit", "들른 곳", "visits"},
    {"건", "reservation", "예약", "reservations"},
    {"건", "expense", "지출", "spending"},
    {"번", "measurement", "잰 값", "measurements"},
}};

const KindWords& words(Kind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

constexpr int most_characters = 60;

}  // namespace

std::string country_of(std::string_view code, Language language) {
  const bool plausible = code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) {
                           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                         });
  return plausible ? country_name(code, language == Language::Korean ? "ko" : "en") : title_in_text(code);
}

std::string place_name(const Place& place, Language language) {
  const bool korean = language == Language::Korean;
  if (korean && !place.town_ko.empty()) return title_in_text(place.town_ko);
  if (!place.town_en.empty()) return title_in_text(place.town_en);
  if (korean && !place.admin_ko.empty()) return title_in_text(place.admin_ko);
  if (!place.admin_en.empty()) return title_in_text(place.admin_en);
  return place.country.empty() ? std::string{} : country_of(place.country, language);
}

std::string trip_name(const Trip& trip, Language language) {
  std::vector<std::pair<std::string, int>> towns;  // with their photos
  for (const Stay& stay : trip.stays) {
    const std::string name = place_name(stay.spot.place, language);
    if (name.empty()) continue;
    const auto same =
        std::find_if(towns.begin(), towns.end(), [&](const auto& town) { return town.first == name; });
    if (same == towns.end()) {
      towns.emplace_back(name, stay.photos);
    } else {
      same->second += stay.photos;
    }
  }
  const bool korean = language == Language::Korean;
  const auto joined = [&](const std::string& a, const std::string& b) {
    return korean ? fmt::format("{}·{}", a, b) : fmt::format("{} and {}", a, b);
  };
  if (towns.size() == 1) return towns[0].first;
  if (trip.abroad && trip.countries.size() == 1) return country_of(trip.countries[0], language);
  if (trip.abroad && trip.countries.size() == 2) {
    return joined(country_of(trip.countries[0], language), country_of(trip.countries[1], language));
  }
  if (!towns.empty()) {
    std::stable_sort(towns.begin(), towns.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return joined(towns[0].first, towns[1].first);
  }
  return title_in_text(trip.name);
}

std::string title_in_text(std::string_view title) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(trim(clean_text(title.substr(0, 4096))));
  for (int32_t i = 0; i < text.length(); ++i) {
    const UChar c = text[i];
    if (c < 0x20 || c == 0x2028 || c == 0x2029) text.setCharAt(i, u' ');
  }
  while (text.indexOf(u"  ", 2, 0) >= 0) text.findAndReplace(u"  ", u" ");
  text.trim();
  if (text.countChar32() > most_characters) {
    text.truncate(text.moveIndex32(0, most_characters - 1));
    text.trim();
    text.append(static_cast<UChar>(0x2026));
  }
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string label_in(const Label& label, Language language) {
  const bool korean = language == Language::Korean;
  for (const std::string* text : {korean ? &label.ko : &label.en, korean ? &label.en : &label.ko}) {
    std::string name = title_in_text(*text);
    if (!name.empty()) return name;
  }
  return {};
}

std::string activity_name(const Activity& activity, Language language) {
  const std::string name = label_in(activity.label, language);
  return name.empty() ? title_in_text(activity.id) : name;
}

std::string_view counter(Kind kind) {
  return words(kind).counter;
}

std::string_view noun(Kind kind) {
  return words(kind).noun;
}

std::string_view counter(MeasureKind what, Kind kind) {
  switch (what) {
    case MeasureKind::Hours:
    case MeasureKind::Commute:
      return "시간";
    case MeasureKind::Days:
      return "일";
    case MeasureKind::Distance:
      return "km";
    case MeasureKind::LongestStreak:
      return "주";
    case MeasureKind::Share:
      return "%";
    case MeasureKind::Trips:
    case MeasureKind::DayTrips:
      return "번";
    case MeasureKind::NightsAway:
      return "박";
    case MeasureKind::Countries:
      return "개국";
    case MeasureKind::Steps:
      return "걸음";
    case MeasureKind::Cost:
    case MeasureKind::CostOfTrips:
      return {};
    case MeasureKind::Count:
      break;
  }
  return counter(kind);
}

std::string_view noun(MeasureKind what, Kind kind) {
  switch (what) {
    case MeasureKind::Hours:
    case MeasureKind::Commute:
      return "hour";
    case MeasureKind::Days:
      return "day";
    case MeasureKind::Distance:
      return "km";
    case MeasureKind::LongestStreak:
      return "week";
    case MeasureKind::Share:
      return "percent";
    case MeasureKind::Trips:
      return "trip";
    case MeasureKind::DayTrips:
      return "day trip";
    case MeasureKind::NightsAway:
      return "night";
    case MeasureKind::Countries:
      return "country";
    case MeasureKind::Steps:
      return "step";
    case MeasureKind::Cost:
    case MeasureKind::CostOfTrips:
      return {};
    case MeasureKind::Count:
      break;
  }
  return noun(kind);
}

std::string kind_name(Kind kind, Language language) {
  return std::string(language == Language::Korean ? words(kind).ko : words(kind).en);
}

std::string source_name(std::string_view source) {
  constexpr std::string_view dot = " · ";
  const std::size_t at = source.find(dot);
  if (at == std::string_view::npos) return title_in_text(source);
  const std::string_view whole = source.substr(0, at);
  const std::string_view scope = source.substr(at + dot.size());
  const std::size_t slash = whole.rfind('/');
  const std::string_view last = slash == std::string_view::npos ? whole : whole.substr(slash + 1);
  return title_in_text(last == scope ? scope : source);
}

}  // namespace hoego
