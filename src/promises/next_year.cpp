#include "promises/next_year.h"

#include <algorithm>

#include "base/text.h"
#include "promises/check_text.h"
#include "promises/check_tokens.h"
#include "promises/counting.h"

namespace hoego {
namespace {

constexpr double median = 0.5;
constexpr double upper = 0.75;

DateRange a_year_later(DateRange days) {
  return {plus_years(days.from, 1), plus_years(days.to, 1)};
}

/// Whether nothing at all is allowed.
bool allows_nothing(const Check& check) {
  if (!check.is_limit()) return false;
  if (check.value == 0) return true;
  const bool whole = check.unit.empty() && check.pace == CheckPace::None;
  return whole && (check.op == Op::Less ? check.value <= 1 : check.value < 1);
}

/// Every line of a file, judged; none is left out.
struct JudgedFile {
  const Resolutions* file = nullptr;
  std::vector<Promise> promises;
  std::vector<Issue> issues;
};

JudgedFile judged_file(const Resolutions& file, const AllTime& all) {
  DateRange days = whole_year(file.year);
  for (const PromiseLine& line : file.lines) {
    if (line.days) days = {std::min(days.from, line.days->from), std::max(days.to, line.days->to)};
  }
  JudgedPromises judged = judge_promises({file}, all, days, {});
  return {&file, std::move(judged.promises), std::move(judged.issues)};
}

class Planner {
 public:
  Planner(const AllTime& all, int year, Date until)
      : all_(all), year_(year), ground_(all, until), vocabulary_(vocabulary_of(all)) {}

  /// The check of a line; nothing where it has none or it cannot be read.
  std::optional<Check> check_of(const PromiseLine& line, const Promise& judged) const {
    const bool whole_line = line.readable || !line.days;
    if (line.check.empty() || !whole_line) return std::nullopt;
    const DateRange days = line.days.value_or(judged.days);
    return read_check(line.check, vocabulary_, days).check;
  }

  /// The checks of a file that were broken, whatever their days.
  void remember_broken(const JudgedFile& judged) {
    for (std::size_t i = 0; i < judged.promises.size(); ++i) {
      if (judged.promises[i].verdict != Verdict::Broken) continue;
      if (auto check = check_of(judged.file->lines[i], judged.promises[i]))
        broken_before_.insert(timeless(*check));
    }
  }

  KeptInYear kept_in(const JudgedFile& judged) const {
    KeptInYear kept{judged.file->year};
    for (std::size_t i = 0; i < judged.promises.size(); ++i) {
      const Promise& promise = judged.promises[i];
      if (!promise.verdict || !check_of(judged.file->lines[i], promise)) continue;
      ++kept.of;
      kept.kept += promise.verdict == Verdict::Kept ? 1 : 0;
      kept.open += promise.verdict == Verdict::OnTrack || promise.verdict == Verdict::AtRisk ? 1 : 0;
      kept.unknown += promise.verdict == Verdict::Unknown ? 1 : 0;
    }
    return kept;
  }

  NextPromise next(const PromiseLine& line, const Promise& judged) const {
    NextPromise next;
    next.line = line;
    next.judged = judged;
    next.days = line.days ? a_year_later(*line.days) : whole_year(year_);
    next.old = check_of(line, judged);
    if (line.check.empty()) {
      if (line.ticked)
        stop(next, Step::Retired, StepReason::Ticked);
      else
        stop(next, Step::Carried, line.days ? StepReason::ByHand : StepReason::NotReadable);
      return next;
    }
    if (next.old) carry(next);
    if (!next.old || !line.days)
      stop(next, Step::Carried, StepReason::NotReadable);
    else
      decide(next);
    return next;
  }

 private:
  static void stop(NextPromise& next, Step step, StepReason reason) {
    next.step = step;
    next.reason = reason;
  }

  static std::string timeless(Check check) {
    check.by.reset();
    return text_of(check);
  }

  /// The name of the measure as its owner wrote it: an id or one of its labels.
  Check as_written(Check check, const std::string& written) const {
    for (const CheckToken& token : check_tokens(written)) {
      if (token.kind != TokenKind::Word && token.kind != TokenKind::Quoted) continue;
      const std::string folded = fold_case(token.text);
      for (const auto* names : {&vocabulary_.activities, &vocabulary_.areas}) {
        for (const Vocabulary::Name& name : *names) {
          if (name.id != check.measure.name || fold_case(name.written) != folded) continue;
          check.measure.name = token.text;
          return check;
        }
      }
    }
    return check;
  }

  /// The same check, a year later; in its owner's own letters where they mean that.
  void carry(NextPromise& next) const {
    Check check = *next.old;
    if (check.by) check.by = plus_years(*check.by, 1);
    const ReadCheck again = read_check(next.line.check, vocabulary_, next.days);
    const bool same = again.check && again.check->by == check.by;
    next.check_text = same ? trim(next.line.check) : text_of(as_written(check, next.line.check));
    next.check = std::move(check);
  }

  void change(NextPromise& next, double value, CheckPace pace) const {
    Check& check = *next.check;
    check.value = value;
    check.pace = pace;
    // A number that people use is one that is enough.
    check.op = next.old->is_limit() ? Op::AtMost : Op::AtLeast;
    next.check_text = text_of(as_written(check, next.line.check));
  }

  void decide(NextPromise& next) const {
    const Check& old = *next.old;
    const Counted counted = count(old, ground_, next.judged.days);
    for (const auto& seen : counted.seen_by) next.seen_by.insert(seen.first);
    if (old.last_year) return stop(next, Step::Carried, StepReason::AgainstLastYear);
    if (all_.as_of < next.judged.days.from) return stop(next, Step::Carried, StepReason::NotBegun);
    if (next.judged.verdict == Verdict::Unknown) return stop(next, Step::Carried, StepReason::NotKnown);
    if (old.op == Op::Equal && !old.is_limit()) return stop(next, Step::Carried, StepReason::ExactCount);
    const bool kept = next.judged.verdict == Verdict::Kept || next.judged.verdict == Verdict::OnTrack;
    kept ? raise(next, counted.tally) : scale(next, counted.tally);
  }

  /// Whether there are enough past values; then their quantile is there.
  bool look_back(NextPromise& next, const Tally& tally, double part, bool every) const {
    const DateRange days{next.days.from, next.check->by.value_or(next.days.to)};
    next.past = past_values(*next.old, tally, days.days(), every, all_.settings.week_starts);
    const int fewest = next.past.of == PastValues::Of::Streaks ? 1 : fewest_stretches;
    if (static_cast<int>(next.past.values.size()) < fewest) return false;
    next.part = part;
    next.at = quantile(next.past.values, part);
    return true;
  }

  void raise(NextPromise& next, const Tally& tally) const {
    const Check& old = *next.old;
    if (allows_nothing(old)) return stop(next, Step::Retired, StepReason::CannotBeLess);
    const bool limit = old.is_limit();
    if (!look_back(next, tally, limit ? 1 - upper : upper, old.pace == CheckPace::Every))
      return stop(next, Step::Carried, StepReason::TooLittleSeen);
    // No farther than the past reaches.
    const Rounding rounding = limit ? Rounding::Up : Rounding::Down;
    const double value = std::max(smallest_number(old.pace), round_number(next.at, old.pace, rounding));
    if (limit && round_number(next.at, old.pace, rounding) <= 0)
      return stop(next, Step::Retired, StepReason::CannotBeLess);
    if (limit ? value >= old.value : value <= old.value)
      return stop(next, Step::Retired, StepReason::PastReachesNoMore);
    change(next, value, old.pace);
    stop(next, Step::Raised, StepReason::PastReachesMore);
  }

  void scale(NextPromise& next, const Tally& tally) const {
    const Check& old = *next.old;
    const bool nothing = allows_nothing(old);
    const bool again = next.judged.verdict == Verdict::Broken && broken_before_.count(timeless(old)) > 0;
    if (nothing && !again) return stop(next, Step::Carried, StepReason::NoneAtAll);
    const bool every = old.pace == CheckPace::Every;
    const auto& periods = next.judged.periods;
    if (every && (!periods || periods->held == periods->of))
      return stop(next, Step::Carried, StepReason::AllUnitsHeld);
    if (!look_back(next, tally, median, false)) return stop(next, Step::Carried, StepReason::TooLittleSeen);
    const CheckPace pace = every ? CheckPace::Per : old.pace;
    const double rounded = round_number(next.at, pace, old.is_limit() ? Rounding::Up : Rounding::Nearest);
    const double some = std::max(smallest_number(pace), rounded);
    const double value =
        old.is_limit() ? std::max(old.value, nothing ? some : rounded) : std::min(old.value, some);
    if (!every && value == old.value) {
      const bool reached = old.is_limit() || rounded >= old.value;
      return stop(next, Step::Carried, reached ? StepReason::MedianReachesIt : StepReason::SmallestAlready);
    }
    change(next, value, pace);
    stop(next, Step::Scaled,
         nothing ? StepReason::BrokenTwice
         : every ? StepReason::NotEveryUnitHeld
                 : StepReason::PastReachesLess);
  }

  const AllTime& all_;
  int year_;
  CountingGround ground_;
  Vocabulary vocabulary_;
  std::set<std::string> broken_before_;
};

/// In every two years with unequally many promises the fewer were kept better, however the open and the
/// unknown ones went.
bool fewer_held_better(const std::vector<KeptInYear>& past) {
  bool any = false;
  for (const KeptInYear& fewer : past) {
    for (const KeptInYear& more : past) {
      if (fewer.of == 0 || fewer.of >= more.of) continue;
      any = true;
      const int at_most = more.kept + more.open + more.unknown;
      if (fewer.kept * more.of <= at_most * fewer.of) return false;
    }
  }
  return any;
}

bool too_many(const NextYear& next) {
  int checks = 0;
  for (const NextPromise& promise : next.promises)
    checks += promise.check && promise.step != Step::Retired ? 1 : 0;
  int most = -1;
  for (const KeptInYear& year : next.past) {
    if (year.of > 0) most = std::max(most, year.kept + year.open + year.unknown);
  }
  return most >= 0 && checks > most;
}

}  // namespace

NextYear next_year(const std::vector<Resolutions>& files, const AllTime& all, int year) {
  NextYear next;
  next.year = year;
  Planner planner(all, year, last_day_of(files, all.as_of));
  std::optional<JudgedFile> last;
  for (const Resolutions& file : files) {
    if (file.year >= year) continue;
    JudgedFile judged = judged_file(file, all);
    next.past.push_back(planner.kept_in(judged));
    if (file.year == year - 2) planner.remember_broken(judged);
    if (file.year == year - 1) last = std::move(judged);
  }
  if (!last) return next;
  next.issues = std::move(last->issues);
  for (std::size_t i = 0; i < last->promises.size(); ++i) {
    const PromiseLine& line = last->file->lines[i];
    const bool reaches_in = line.days && line.days->to >= whole_year(year).from;
    if (!reaches_in) next.promises.push_back(planner.next(line, last->promises[i]));
  }
  next.too_many = too_many(next);
  next.fewer_held_better = fewer_held_better(next.past);
  return next;
}

}  // namespace hoego
