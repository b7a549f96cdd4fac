#include "promises/promises.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>

#include "analysis/evidence.h"
#include "base/letters.h"
#include "promises/counting.h"
#include "promises/forecast.h"
#include "promises/verdict.h"

namespace hoego {
namespace {

constexpr double enough_coverage = 0.8;
constexpr double even_chance = 0.5;
constexpr std::size_t most_risks = 20;

std::string unit_of(const Check& check) {
  if (check.pace == CheckPace::None) return check.unit;
  const char* pace = check.pace == CheckPace::Per ? "per" : "every";
  const char* unit = check.every == CheckUnit::Day    ? "day"
                     : check.every == CheckUnit::Week ? "week"
                                                      : "month";
  return fmt::format("{}{}{} {}", check.unit, check.unit.empty() ? "" : " ", pace, unit);
}

/// All the ids of several evidences in their order, at most so many kept, spread evenly.
Evidence united(const std::vector<const CountedItem*>& items) {
  std::vector<std::string> ids;
  Evidence evidence;
  for (const CountedItem* item : items) {
    evidence.count += item->evidence.count;
    for (const std::string& id : item->evidence.records) {
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
  }
  std::vector<std::string> unique;
  std::set<std::string> seen;
  for (std::string& id : ids) {
    if (seen.insert(id).second) unique.push_back(std::move(id));
  }
  // A trip counts on several days by one evidence.
  if (unique.size() < Evidence::most) evidence.count = unique.size();
  const std::size_t kept = std::min(unique.size(), Evidence::most);
  for (std::size_t i = 0; i < kept; ++i)
    evidence.records.push_back(unique[kept < 2 ? 0 : i * (unique.size() - 1) / (kept - 1)]);
  return evidence;
}

/// What counted up to the day of the verdict; of a promise of none at all, what broke it.
Evidence evidence_for(const Promise& promise, const Counted& counted, Date as_of) {
  const bool decided = promise.verdict == Verdict::Kept || promise.verdict == Verdict::Broken;
  const Date last = decided && promise.date ? *promise.date : as_of;
  const bool none_at_all = promise.limit && promise.target && *promise.target < 1;
  const bool broke = promise.verdict == Verdict::Broken && none_at_all && promise.date;
  std::vector<const CountedItem*> items;
  for (const CountedItem& item : counted.items) {
    if (!promise.days.contains(item.day) || item.day > last) continue;
    if (broke && item.day < *promise.date) continue;
    items.push_back(&item);
  }
  return united(items);
}

/// Entries that pass a limit, were they all to come true.
std::vector<Risk> risks_of(const Check& check, const Counted& counted, double value, double target) {
  std::vector<Risk> risks;
  if (is_goal(check.op) || check.pace != CheckPace::None) return risks;
  double sum = value;
  for (const CountedItem& item : counted.ahead) {
    sum += item.amount;
    const bool passes = check.op == Op::Less ? sum >= target : sum > target;
    if (item.amount > 0 && passes && risks.size() < most_risks)
      risks.push_back({item.title, item.day, item.evidence});
  }
  return risks;
}

std::vector<double> planned_amounts(const Counted& counted, DateRange period, Date as_of) {
  std::vector<double> planned(static_cast<std::size_t>(std::max(0, period.to - as_of)), 0);
  for (const CountedItem& item : counted.ahead) {
    if (item.day > as_of && item.day <= period.to)
      planned[static_cast<std::size_t>(item.day - as_of - 1)] += item.amount;
  }
  return planned;
}

/// The running value, day by day, for a chart.
std::vector<std::optional<double>> course_of(const Check& check, const Tally& tally, DateRange period,
                                             Date as_of, int week_starts) {
  Check total = check;
  // A promise for every unit, or on average, runs as the total it comes to.
  total.pace = CheckPace::None;
  std::vector<std::optional<double>> course(static_cast<std::size_t>(period.days()));
  double sum = 0;
  for (Date day = period.from; day <= std::min(as_of, period.to); day = day + 1) {
    const DayTally& one = tally.on(day);
    sum += one.amount;
    if (!one.covered && one.amount == 0) continue;
    course[static_cast<std::size_t>(day - period.from)] =
        tally.adding == Adding::Sum ? sum : value_of(total, tally, {period.from, day}, week_starts);
  }
  return course;
}

std::vector<std::string> coverage_ids(const Counted& counted, const std::vector<CoverageFinding>& coverage) {
  std::vector<std::string> ids;
  for (const CoverageFinding& finding : coverage) {
    const bool tells =
        std::any_of(counted.seen_by.begin(), counted.seen_by.end(), [&finding](const auto& seen) {
          return seen.first == finding.kind && (seen.second.empty() || seen.second.count(finding.scope) > 0);
        });
    if (tells) ids.push_back(finding.id);
  }
  return ids;
}

/// The same for the same promise on the same day, whatever else is in the file.
std::uint64_t seed_of(const Promise& promise, Date as_of) {
  std::uint64_t seed = 1469598103934665603ULL;  // FNV-1a
  for (const char c : fmt::format("{} {}", promise.id, as_of.iso())) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 1099511628211ULL;
  }
  return seed;
}

/// On track or at risk.
void judge_open(Promise& promise, const Check& check, const Counted& counted, const Target& target,
                Date as_of, int week_starts) {
  promise.forecast = forecast(check, counted.tally, planned_amounts(counted, promise.days, as_of), target,
                              promise.days, as_of, week_starts, seed_of(promise, as_of));
  promise.verdict = promise.forecast->chance >= even_chance ? Verdict::OnTrack : Verdict::AtRisk;
  if (check.last_year && promise.value) {
    const double value = *promise.value;
    const bool ahead = check.op == Op::More      ? value > target.same_span
                       : check.op == Op::AtLeast ? value >= target.same_span
                       : check.op == Op::Less    ? value < target.same_span
                                                 : value <= target.same_span;
    promise.verdict = ahead ? Verdict::OnTrack : Verdict::AtRisk;
  }
  if (!promise.risks.empty()) promise.verdict = Verdict::AtRisk;
}

void judge_into(Promise& promise, const Check& check, const CountingGround& ground,
                const std::vector<CoverageFinding>& coverage) {
  const AllTime& all = ground.all();
  const int week_starts = all.settings.week_starts;
  if (check.by) promise.days.to = *check.by;
  const Counted counted = count(check, ground, promise.days);
  const Target target = target_of(check, counted.tally, promise.days, all.as_of, week_starts);
  const Outcome outcome = judge(check, counted.tally, target, promise.days, all.as_of, week_starts);
  promise.verdict = outcome.verdict;
  promise.date = outcome.date;
  promise.value = outcome.value;
  promise.periods = outcome.periods;
  promise.covered_days = outcome.covered_days;
  promise.limit = check.is_limit();
  promise.terms =
      CheckTerms{check.measure.kind, check.measure.name, check.op, check.pace, check.every, check.last_year};
  promise.unit = unit_of(check);
  if (target.possible == 0) promise.target = target.value;
  const bool over = all.as_of >= promise.days.to;
  const bool decided = promise.verdict && promise.verdict != Verdict::Unknown;
  if (!over && !decided) promise.risks = risks_of(check, counted, promise.value.value_or(0), target.value);
  if (!promise.verdict) judge_open(promise, check, counted, target, all.as_of, week_starts);
  promise.course = course_of(check, counted.tally, promise.days, all.as_of, week_starts);
  promise.coverage = coverage_ids(counted, coverage);
  promise.evidence = evidence_for(promise, counted, all.as_of);
}

/// Ids given, and how often each was asked for: a thousand lines alike are counted on from the last one.
using UsedIds = std::map<std::string, int>;

std::string id_of(const Resolutions& file, const PromiseLine& line, UsedIds& used) {
  std::string base =
      fmt::format("promise-{}-{}", file.year, clipped(slug(line.check.empty() ? line.text : line.check), 60));
  int& again = used[base];
  if (++again == 1) return base;
  std::string id = fmt::format("{}-{}", base, again);
  while (!used.emplace(id, 1).second) id = fmt::format("{}-{}", base, ++again);
  return id;
}

Issue issue_of(const CheckError& error, const Resolutions& file, const PromiseLine& line) {
  std::string remedy = "expected " + error.expected;
  if (!error.nearest.empty()) remedy += fmt::format("; did you mean {}?", fmt::join(error.nearest, ", "));
  return {file.name, fmt::format("{}:{}", line.line, line.column + error.column - 1),
          fmt::format("the check cannot be read: `{}`", clipped(line.check)), std::move(remedy)};
}

}  // namespace

Target target_of(const Check& check, const Tally& tally, DateRange period, Date as_of, int week_starts) {
  Target target;
  target.value = check.value;
  if (!check.last_year) return target;
  const DateRange span{plus_years(period.from, -1), plus_years(period.to, -1)};
  const auto value = value_of(check, tally, span, week_starts);
  target.value = value.value_or(0);
  const int missing = uncovered_days(tally, span);
  const bool average = check.pace == CheckPace::Per || tally.adding != Adding::Sum;
  const bool too_few = missing > (1 - enough_coverage) * span.days();
  if (!value || (average && too_few)) target.possible = std::numeric_limits<double>::infinity();
  if (!average) {
    for (Date day = span.from; day <= span.to; day = day + 1) target.possible += tally.on(day).possible;
    if (missing > 0) target.possible += missing * std::max(0.0, high_rate(tally, span.to));
  }
  const DateRange same{span.from, plus_years(std::min(as_of, period.to), -1)};
  target.same_span = value_of(check, tally, same, week_starts).value_or(0);
  return target;
}

Promise judge_promise(const Check& check, const CountingGround& ground, DateRange period,
                      const std::vector<CoverageFinding>& coverage) {
  Promise promise;
  promise.days = period;
  judge_into(promise, check, ground, coverage);
  return promise;
}

JudgedPromises judge_promises(const std::vector<Resolutions>& files, const AllTime& all, DateRange days,
                              const std::vector<CoverageFinding>& coverage) {
  JudgedPromises judged;
  const CountingGround ground(all, last_day_of(files, all.as_of));
  const Vocabulary vocabulary = vocabulary_of(all);
  UsedIds used;
  for (const Resolutions& file : files) {
    judged.issues.insert(judged.issues.end(), file.issues.begin(), file.issues.end());
    for (const PromiseLine& line : file.lines) {
      Promise promise;
      promise.id = id_of(file, line, used);
      promise.text = line.text;
      promise.check = line.check;
      promise.where = fmt::format("{}:{}", file.name, line.line);
      promise.ticked = line.ticked;
      promise.days = line.days.value_or(days);
      if (!intersect(promise.days, days)) continue;
      if (!line.readable) {
        promise.verdict = Verdict::Unknown;
      } else if (!line.check.empty()) {
        const ReadCheck read = read_check(line.check, vocabulary, promise.days);
        if (read.check) {
          judge_into(promise, *read.check, ground, coverage);
        } else {
          promise.verdict = Verdict::Unknown;
          judged.issues.push_back(issue_of(read.error, file, line));
        }
      }
      judged.promises.push_back(std::move(promise));
    }
  }
  std::stable_sort(judged.issues.begin(), judged.issues.end(), [](const Issue& a, const Issue& b) {
    return std::pair(a.path, std::atoi(a.place.c_str())) < std::pair(b.path, std::atoi(b.place.c_str()));
  });
  return judged;
}

}  // namespace hoego
