#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

/// What things are called in a text.
namespace hoego {

/// The country of an ISO 3166-1 alpha-2 code in the language; the code itself where it has no name.
std::string country_of(std::string_view code, Language language);
/// The town, else the region, else the country; a place without a Korean name keeps its Latin one. Empty
/// where nothing is known.
std::string place_name(const Place& place, Language language);

/// What a trip is called: its one place, or its countries, or its two places with the most photos; the
/// owner's own words where no place is known. May be empty.
std::string trip_name(const Trip& trip, Language language);

/// Foreign words fit for a sentence: one line, at most 60 characters (with an ellipsis), no control
/// characters.
std::string title_in_text(std::string_view title);

/// The activity's label, fit for a sentence; its id where it has none.
std::string activity_name(const Activity& activity, Language language);

/// A label, fit for a sentence; in the other language where it has none in this one.
std::string label_in(const Label& label, Language language);

/// The counter of a kind: 장, 개, 편, 권, 번…
std::string_view counter(Kind kind);
/// "photo", "pull request", "conversation"…; "time" for what is only counted.
std::string_view noun(Kind kind);
/// The same of what a check counts: 시간, 박, 개국 / "hour", "night", "country"; of a bare activity by the
/// kind of its records. Money has none.
std::string_view counter(MeasureKind what, Kind kind);
std::string_view noun(MeasureKind what, Kind kind);
/// What records of a kind are called together: 사진, 일정 / photos, calendar.
std::string kind_name(Kind kind, Language language);

/// What a source is called in a sentence: "calendars · 밴드" whole, "repos/work · work" by its scope alone.
std::string source_name(std::string_view source);

}  // namespace hoego
