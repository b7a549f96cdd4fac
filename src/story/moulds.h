#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "story/chooser.h"
#include "story/document.h"
#include "story/plan.h"

namespace hoego {

/// What all sentences of one text share.
struct Setting {
  const Findings& findings;
  int year = 0;            ///< of the period's start: days of it are said without a year
  bool whole_year = true;  ///< the period is a calendar year
  bool current = true;  ///< one looks back from inside the period: "올해", present tense for what goes on

  explicit Setting(const Findings& all);
};

namespace ko {
/// All moulds of a point in polite Korean without a full stop; a mould that does not apply is empty.
std::vector<std::string> moulds(const Point& point, const Setting& setting);
std::vector<std::string> activity_moulds(const Point& point, const Setting& setting);
std::vector<std::string> month_moulds(const Point& point, const Setting& setting);
std::vector<std::string> trip_moulds(const Point& point, const Setting& setting);
std::vector<std::string> ahead_moulds(const Point& point, const Setting& setting);
std::vector<std::string> account_moulds(const Point& point, const Setting& setting);
std::vector<std::string> change_moulds(const Point& point, const Setting& setting);
std::vector<std::string> area_moulds(const Point& point, const Setting& setting);
std::vector<std::string> occasion_moulds(const Point& point, const Setting& setting);
std::vector<std::string> promise_moulds(const Point& point, const Setting& setting);
/// Short plain words stand as they are; anything else is quoted, so that it reads as the owner's own.
std::string quoted(const std::string& title);
/// 올해, else 2023년, else 이 기간.
std::string this_period(const Setting& setting);
/// The same as an adverb: 올해, 2023년에, 이 기간에.
std::string in_this_period(const Setting& setting);
/// 작년 같은 기간, 2022년 같은 기간; 2022년 for whole years.
std::string that_period(const Setting& setting);
/// The same as an adverb: 작년 이맘때까지, 2022년에.
std::string by_then(const Setting& setting);
/// 예요/이에요 of what still is, 였어요/이었어요 of what is over.
std::string be(std::string_view noun, const Setting& setting);
/// The same sentence in the plain form: 찍었어요 → 찍었다.
std::string plain(std::string_view polite);
Sound hear(std::string_view sentence);
std::string title(const Setting& setting);
std::string chapter_title(const Chapter& chapter, const Setting& setting);
}  // namespace ko

namespace en {
/// All moulds of a point in English without a full stop; a mould that does not apply is empty.
std::vector<std::string> moulds(const Point& point, const Setting& setting);
std::vector<std::string> activity_moulds(const Point& point, const Setting& setting);
std::vector<std::string> month_moulds(const Point& point, const Setting& setting);
std::vector<std::string> trip_moulds(const Point& point, const Setting& setting);
std::vector<std::string> ahead_moulds(const Point& point, const Setting& setting);
std::vector<std::string> account_moulds(const Point& point, const Setting& setting);
std::vector<std::string> change_moulds(const Point& point, const Setting& setting);
std::vector<std::string> area_moulds(const Point& point, const Setting& setting);
std::vector<std::string> occasion_moulds(const Point& point, const Setting& setting);
std::vector<std::string> promise_moulds(const Point& point, const Setting& setting);
/// this year, else in 2023 / over the period.
std::string this_period(const Setting& setting);
/// the same months of 2023, else 2022.
std::string that_period(const Setting& setting);
/// The same as an adverb: by this time in 2023, in 2022.
std::string by_then(const Setting& setting);
Sound hear(std::string_view sentence);
std::string title(const Setting& setting);
std::string chapter_title(const Chapter& chapter, const Setting& setting);
}  // namespace en

}  // namespace hoego
