#include <fmt/format.h>

#include "story/en_numbers.h"
#include "story/months.h"
#include "story/moulds.h"

namespace hoego::en {
namespace {

/// 10 in March; 11 each in April and May; 20 to 24 a month from March to September.
std::string said(const MonthRun& run, int year) {
  const std::string from = month(run.from, year);
  if (run.months == 1) return fmt::format("{} in {}", grouped(run.low), from);
  const std::string to = month(run.to, run.from.year());
  if (run.months == 2 && run.low == run.high) {
    return fmt::format("{} each in {} and {}", grouped(run.low), from, to);
  }
  const std::string many =
      run.low == run.high ? grouped(run.low) : fmt::format("{} to {}", grouped(run.low), grouped(run.high));
  return fmt::format("{} a month from {} to {}", many, from, to);
}

std::string joined(const std::vector<MonthRun>& runs, int year) {
  std::string all;
  Date before = *Date::from_ymd(year, 1, 1);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    // An item with an "and" of its own wants the comma before the last.
    all += i == 0 ? "" : i + 1 == runs.size() ? (runs.size() > 2 ? ", and " : " and ") : ", ";
    all += said(runs[i], before.year());
    before = runs[i].to;
  }
  return all;
}

}  // namespace

std::vector<std::string> month_moulds(const Point& point, const Setting& setting) {
  const MonthShape shape = month_shape(setting.findings, *point.activities[0]);
  if (shape.form == MonthShape::Form::Ends) {
    const MonthRun& top = shape.runs[0];
    const MonthRun& bottom = shape.runs[1];
    return {fmt::format("{} had the most, {}, and {} the fewest, {}", month(top.from, setting.year),
                        grouped(top.high), month(bottom.from, setting.year), grouped(bottom.low)),
            fmt::format("By month it ran from {} in {} to {} in {}", grouped(bottom.low),
                        month(bottom.from, setting.year), grouped(top.high), month(top.from, setting.year))};
  }
  const std::string all = joined(shape.runs, setting.year);
  if (shape.runs.size() == 1) return {"It was " + all};
  return {fmt::format("By month it was {}", all), fmt::format("Month by month that makes {}", all)};
}

}  // namespace hoego::en
