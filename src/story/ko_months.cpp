#include <fmt/format.h>

#include <array>

#include "story/ko_deeds.h"
#include "story/ko_numbers.h"
#include "story/months.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::ko {
namespace {

/// 한두, 두세 … 여덟아홉: two numbers that follow each other.
std::string one_or_next(int low) {
  constexpr std::array<std::string_view, 9> words = {"",       "한두",   "두세",     "서너",    "네댓",
                                                     "대여섯", "예닐곱", "일고여덟", "여덟아홉"};
  return low < static_cast<int>(words.size()) ? std::string(words.at(static_cast<std::size_t>(low)))
                                              : std::string{};
}

/// 달마다 20번에서 24번, 달마다 서너 번.
std::string each_month(const MonthRun& run, std::string_view counter) {
  if (run.low == run.high) return fmt::format("달마다 {}", figure(run.low, counter));
  const std::string about = run.low + 1 == run.high ? one_or_next(run.low) : std::string{};
  return about.empty() ? fmt::format("달마다 {}에서 {}", figure(run.low, counter), figure(run.high, counter))
                       : fmt::format("달마다 {} {}", about, counter);
}

/// 3월에 10번; 4월과 5월에 11번씩; 3월부터 9월까지는 달마다 20번에서 24번.
std::string said(const MonthRun& run, std::string_view counter, int year) {
  const std::string from = month(run.from, year);
  if (run.months == 1) return fmt::format("{}에 {}", from, figure(run.low, counter));
  const std::string to = month(run.to, run.from.year());
  if (run.months == 2 && run.low == run.high) {
    return fmt::format("{}에 {}씩", all_of({from, to}), figure(run.low, counter));
  }
  return fmt::format("{}부터 {}까지는 {}", from, to, each_month(run, counter));
}

std::string joined(const std::vector<MonthRun>& runs, std::string_view counter, int year) {
  std::vector<std::string> parts;
  Date before = *Date::from_ymd(year, 1, 1);
  for (const MonthRun& run : runs) {
    parts.push_back(said(run, counter, before.year()));
    before = run.to;
  }
  return listed(parts);
}

}  // namespace

std::vector<std::string> month_moulds(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string_view one = counter(activity.kind);
  const std::string_view done = deed(activity).done;
  const MonthShape shape = month_shape(setting.findings, activity);
  if (shape.form == MonthShape::Form::Ends) {
    const MonthRun& top = shape.runs[0];
    const MonthRun& bottom = shape.runs[1];
    const std::string most = fmt::format("{}의 {}", month(top.from, setting.year), figure(top.high, one));
    const std::string least =
        fmt::format("{}의 {}", month(bottom.from, setting.year), figure(bottom.low, one));
    return {fmt::format("달로 나누면 {} 가장 많고 {} 가장 적어요", with_particle(most, Particle::Subject),
                        with_particle(least, Particle::Subject)),
            fmt::format("많은 달은 {}, 적은 달은 {}", most, with_particle(least, Particle::Was))};
  }
  const std::string all = joined(shape.runs, one, setting.year);
  return {(shape.runs.size() > 1 ? "달로 나누면 " : "") + with_particle(all, Particle::Was),
          done.empty() ? std::string{} : fmt::format("{} {}", all, done)};
}

}  // namespace hoego::ko
