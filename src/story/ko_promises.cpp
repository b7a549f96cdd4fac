#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "story/ko_numbers.h"
#include "story/ko_pledge.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string with(std::string_view stem, Particle particle) {
  return with_particle(stem, particle);
}

/// The one place of the journey, else where it led on the day, as a journey through two countries decides by
/// one of them.
std::string destination(const Pledge& pledge) {
  if (pledge.point.trips.empty()) return {};
  const Trip& trip = *pledge.point.trips.front();
  std::string place = trip_name(trip, Language::Korean);
  if (trip.countries.size() < 2 || !pledge.promise.date) return place;
  for (const Stay& stay : trip.stays) {
    const std::string there = place_name(stay.spot.place, Language::Korean);
    if (stay.days.contains(*pledge.promise.date) && !there.empty()) place = there;
  }
  return place;
}

/// 나고야에 가면서, 나고야에서 묵으면서.
std::string by_going(const Pledge& pledge) {
  const std::string place = destination(pledge);
  if (place.empty()) return {};
  return pledge.terms.what == MeasureKind::NightsAway ? place + "에서 묵으면서" : place + "에 가면서";
}

/// 6월 무렵부터 헬스장이 뜸해지면서: what became of the habit meanwhile.
std::string meanwhile(const Pledge& pledge) {
  const auto* change = pledge.point.change;
  if (change == nullptr || pledge.terms.activity == nullptr) return {};
  const std::string name = activity_name(*pledge.terms.activity, Language::Korean);
  return fmt::format("{} 무렵부터 {} {} ", month(change->date, pledge.setting.year),
                     with(name, Particle::Subject),
                     change->kind == ChangeKind::Stopped ? "멈추면서" : "뜸해지면서");
}

std::vector<std::string> kept_limit(const Pledge& p) {
  if (none_at_all(p.promise, p.terms) || !p.promise.value || p.value() == 0) {
    return {fmt::format("{} 끝까지 한 번도 어기지 않고 지켰어요", p.topic),
            fmt::format("{} 마지막 날까지 지켰어요", with(p.name, Particle::Object))};
  }
  return {fmt::format("{} {}, {} 넘기지 않고 지켰어요", p.topic, with(p.so_far(), Particle::Toward),
                      with(p.held_against(), Particle::Object)),
          fmt::format("{} {} 안에서 지켰고, 모두 {}", p.topic, p.held_against(),
                      with(p.so_far(), Particle::Was))};
}

std::vector<std::string> kept(const Pledge& p) {
  if (p.terms.pace == CheckPace::Every && p.promise.periods) {
    const std::string all = units_said(p.promise.periods->of, p.terms.unit);
    return {fmt::format("{} {} 모두 지켰어요", p.topic, with(all, Particle::Object)),
            fmt::format("{} 동안 {} 한 번도 거르지 않았어요", all, with(p.name, Particle::Object))};
  }
  if (p.promise.limit) return kept_limit(p);
  const std::string goal = with(p.held_against(), Particle::Object);
  if (p.terms.exact && !p.terms.last_year)
    return {fmt::format("{} 꼭 {} 마쳐 지켰어요", p.topic, with(p.so_far(), Particle::Toward))};
  if (!p.promise.date || p.terms.at_the_end())
    return {fmt::format("{} {}, 다짐한 {} {} 지켰어요", p.topic, with(p.so_far(), Particle::Toward), goal,
                        p.terms.strict ? "넘겨" : "채워")};
  const std::string going = by_going(p);
  if (!going.empty() && p.target() <= 1 && !p.terms.strict)
    return {fmt::format("{} {} {} 지켰어요", p.topic, p.day(), going),
            fmt::format("{} {} {} 지켰어요", p.day(), going, with(p.name, Particle::Object))};
  const std::string reached = p.terms.last_year ? goal : with(p.alone(p.target()), Particle::Object);
  return {fmt::format("{} {}에 {} {} 지켰어요", p.topic, p.day(), reached, p.terms.strict ? "넘겨" : "채워"),
          fmt::format("{}에 {} {}면서 {} 지켰어요", p.day(), reached, p.terms.strict ? "넘기" : "채우",
                      with(p.name, Particle::Object))};
}

/// The week or month that failed: 5월, 5월 6일부터 12일까지의 한 주.
std::string failing_unit(const Pledge& p) {
  if (p.promise.limit || p.terms.unit == CheckUnit::Day) return p.day();
  if (p.terms.unit == CheckUnit::Month) return month(*p.promise.date, p.setting.year);
  const Date from = std::max(*p.promise.date - 6, p.promise.days.from);
  return span({from, *p.promise.date}, p.setting.year) + "의 한 주";
}

std::vector<std::string> broken_every(const Pledge& p) {
  const PromisePeriods& periods = *p.promise.periods;
  std::string unit = failing_unit(p);
  if (!p.point.trips.empty())
    unit = fmt::format("{}에 있던 {}", trip_name(*p.point.trips.front(), Language::Korean), unit);
  const char* const ended = p.promise.limit ? "넘겼어요" : "끊겼어요";
  if (periods.held == 0) return {fmt::format("{} {}부터 이어지지 못했어요", p.topic, unit)};
  const std::string of = units_said(periods.of, p.terms.unit);
  const std::string held = units_said(periods.held, p.terms.unit);
  const bool once = periods.of - periods.held == 1;
  return {fmt::format("{} {} 가운데 {} 지켰고, {}에 {}{}", p.topic, of, with(held, Particle::Object), unit,
                      once ? "" : "처음 ", ended),
          fmt::format("{} {}에 {}{}고, {} 가운데 {} 지켰어요", p.topic, unit, once ? "" : "처음 ",
                      p.promise.limit ? "넘겼" : "끊겼", of, with(held, Particle::Object))};
}

std::vector<std::string> broken(const Pledge& p) {
  if (p.terms.pace == CheckPace::Every && p.promise.periods && p.promise.date) return broken_every(p);
  const std::string goal = with(p.held_against(), Particle::Object);
  if (!p.promise.date || p.terms.at_the_end())
    return {
        fmt::format("{} {}, {} 넘어 지키지 못했어요", p.topic, with(p.so_far(), Particle::Toward), goal),
        fmt::format("{} {} 안을 바랐지만 {}", p.topic, p.held_against(), with(p.so_far(), Particle::Was))};
  const std::string going = by_going(p);
  const std::string when = going.empty() ? p.day() + "에" : fmt::format("{} {}", p.day(), going);
  if (none_at_all(p.promise, p.terms))
    return {fmt::format("{} {} 깨졌어요", p.topic, when),
            fmt::format("{} {} 깨졌어요", when, with(p.name, Particle::Subject))};
  const bool far_past = p.value() > p.target() + 1;
  const std::string bound = far_past || p.terms.last_year ? p.held_against() : p.alone(p.target());
  const std::string passing = p.terms.strict ? fmt::format("{}에 이르러", bound)
                                             : fmt::format("{} 넘겨", with(bound, Particle::Object));
  const bool over = p.promise.days.to <= p.setting.findings.period.as_of;
  if (far_past && over)
    return {fmt::format("{} {} {} 깨졌고, 모두 {}", p.topic, when, passing, with(p.so_far(), Particle::Was))};
  if (far_past)
    return {fmt::format("{} {} {} 깨졌고, 지금까지는 {}", p.topic, when, passing,
                        with(p.so_far(), Particle::Is))};
  return {fmt::format("{} {} {} 깨졌어요", p.topic, when, passing)};
}

std::vector<std::string> missed(const Pledge& p) {
  const std::string reached = meanwhile(p) + with(p.so_far(), Particle::Toward);
  const double lacking = p.target() - p.value();
  const bool plain = !p.terms.at_the_end() && !p.terms.strict && lacking > 0.05;
  if (!plain)
    return {p.terms.strict
                ? fmt::format("{} {}, {} 넘지는 못했어요", p.topic, reached,
                              with(p.held_against(), Particle::Object))
                : fmt::format("{} {}, {}에는 미치지 못했어요", p.topic, reached, p.held_against())};
  const std::string by = with(p.amount(lacking), Particle::Subject);
  if (p.terms.last_year)
    return {fmt::format("{} {}, {}에는 {} 모자랐어요", p.topic, reached, p.held_against(), by)};
  return {fmt::format("{} {}, {} 모자랐어요", p.topic, reached, by)};
}

/// 10주, 9일: what is left of the promise's own days.
std::string days_left(const Pledge& p) {
  const int days = p.promise.days.to - p.setting.findings.period.as_of;
  return days < 14 ? figure(days, "일") : figure(std::lround(days / 7.0), "주");
}

std::vector<std::string> at_risk_by_plans(const Pledge& p) {
  const Risk& risk = p.promise.risks.front();
  const std::string day = date(risk.date, p.setting.year);
  std::string what = quoted(title_in_text(risk.title));
  const auto more = static_cast<long long>(p.promise.risks.size());
  if (more > 1) what = fmt::format("{} 비롯해 {}", with(what, Particle::Object), counted(more, "가지"));
  what = with(what, Particle::Subject);
  if (p.value() == 0)
    return {fmt::format("{} 지금까지 지켜 왔지만, {}에 {} 잡혀 있어요", p.topic, day, what)};
  return {fmt::format("{} 지금 {}인데, {}에 {} 잡혀 있어요", p.topic, p.alone(p.value()), day, what)};
}

std::vector<std::string> open_limit(const Pledge& p, const std::string& chance) {
  if (!p.promise.risks.empty()) return at_risk_by_plans(p);
  const std::string odds = fmt::format("끝까지 지킬 가능성은 {}", chance);
  if (!p.promise.value) return {fmt::format("{} 아직 재어 볼 것이 없지만, {}", p.topic, odds)};
  if (p.value() == 0) return {fmt::format("{} 지금까지 지켜 왔고, {}", p.topic, odds)};
  const bool over = p.terms.strict ? p.value() >= p.target() : p.value() > p.target();
  const std::string now = with(p.so_far(), Particle::Toward);
  return {over ? fmt::format("{} 지금 {}, {} 넘어 있고, {}", p.topic, now,
                             with(p.held_against(), Particle::Object), odds)
               : fmt::format("{} 지금 {}, {} 안에 있고, {}", p.topic, now, p.held_against(), odds)};
}

std::vector<std::string> open_every(const Pledge& p, const std::string& chance) {
  const int of = p.promise.periods->of;
  if (of == 0)
    return {fmt::format("{} 아직 하나도 차지 않았고, 끝까지 이어 갈 가능성은 {}", p.topic, chance)};
  const std::string all = units_said(of, p.terms.unit);
  const char* const known = p.promise.periods->unknown > 0 ? "기록으로 아는 " : "지금까지 ";
  return {fmt::format("{} {}{} 모두 지켰고, 끝까지 이어 갈 가능성은 {}", p.topic, known,
                      with(all, Particle::Object), chance)};
}

std::vector<std::string> open_goal(const Pledge& p, const std::string& chance) {
  const Forecast& forecast = *p.promise.forecast;
  std::string now = p.promise.value ? "지금 " + p.so_far() : std::string{};
  if (p.promise.value && p.promise.target && p.terms.last_year)
    now += fmt::format("({} {})", p.year_before(), p.amount(p.target()));
  const std::string odds = fmt::format("지킬 가능성은 {}", chance);
  if (!forecast.needed_per_week) {
    if (!p.promise.value) return {fmt::format("{} 아직 재어 볼 것이 없지만, {}", p.topic, odds)};
    const bool there = p.terms.strict ? p.value() > p.target() : p.value() >= p.target();
    return {fmt::format("{} {}, {}에 {}, 끝에 가서 {}", p.topic, with(now, Particle::Toward),
                        p.held_against(), there ? "이르러 있고" : "아직 못 미치고", odds)};
  }
  const double needed = *forecast.needed_per_week;
  const bool easy = needed <= 0 || p.promise.verdict == Verdict::OnTrack;
  const std::string state = now.empty() ? "" : (easy ? with(now, Particle::Toward) : now + "이고") + ", ";
  const std::string head = fmt::format("{} {}{}", p.topic, meanwhile(p), state);
  const std::string rest = fmt::format("남은 {} 동안 한 주에 ", days_left(p));
  if (needed <= 0) return {fmt::format("{}이대로도 {}", head, odds)};
  const int places = places_between(needed, forecast.best_per_week.value_or(needed));
  const std::string need = rate(needed, p.terms, places);
  if (easy) return {fmt::format("{}{}{}이면 되고, {}", head, rest, need, odds)};
  if (!forecast.best_per_week || *forecast.best_per_week >= needed)
    return {fmt::format("{}{}{} 필요한데, {}", head, rest, with(need, Particle::Subject), odds)};
  return {fmt::format("{}{}{} 필요한데, 가장 좋았던 때도 {}", head, rest, with(need, Particle::Subject),
                      with(rate(*forecast.best_per_week, p.terms, places), Particle::Was))};
}

std::vector<std::string> open(const Pledge& p) {
  const std::string chance = odds_said(p.promise.forecast ? p.promise.forecast->chance : 0.5);
  if (p.terms.pace == CheckPace::Every && p.promise.periods) return open_every(p, chance);
  if (p.promise.limit || !p.promise.forecast) return open_limit(p, chance);
  return open_goal(p, chance);
}

/// What would have to be known.
std::string what_it_takes(const Pledge& p) {
  const int missing = uncovered_days(p.promise, p.setting.findings);
  const auto& periods = p.promise.periods;
  if (p.promise.covered_days == 0 && missing > 0) return "살펴볼 기록이 더 있어야 알 수 있";
  if (p.point.coverage != nullptr) {
    const bool one_kind = p.promise.coverage.size() == 1;
    const std::string kind =
        one_kind ? kind_name(p.point.coverage->kind, Language::Korean) + " " : std::string{};
    const bool all = p.point.days.days() == p.point.number;
    const std::string days = span(p.point.days, p.setting.year);
    return all ? fmt::format("{}의 {}기록이 있어야 알 수 있", days, kind)
               : fmt::format("{} 비롯해 {}의 {}기록이 있어야 알 수 있", with(days, Particle::Object),
                             figure(p.point.number, "일"), kind);
  }
  if (periods && periods->unknown > 0 && periods->of > 0)
    return fmt::format("기록으로 아는 {} 모두 지켰지만, 나머지 {} 마저 알아야 말할 수 있",
                       with(units_said(periods->of, p.terms.unit), Particle::Object),
                       with(units_said(periods->unknown, p.terms.unit), Particle::Object));
  if (!p.promise.target && p.terms.last_year) return "견줄 작년 기록이 더 있어야 알 수 있";
  if (missing > 0)
    return fmt::format("기록이 닿지 않는 {} 더 알아야 말할 수 있",
                       with(figure(missing, "일"), Particle::Object));
  return "지금 있는 기록보다 더 자세한 기록이 있어야 알 수 있";
}

std::vector<std::string> unknown(const Pledge& p) {
  if (is_unread(p.promise))
    return {fmt::format("{}에 붙인 검사 문장은 읽지 못해서 판단하지 않았어요", p.name)};
  const std::string takes = what_it_takes(p);
  if (p.promise.ticked) return {fmt::format("{} {}지만, 직접 지켰다고 표시했어요", p.topic, takes)};
  return {fmt::format("{} {}어서 판단을 미뤄 뒀어요", p.topic, takes)};
}

/// 지켰고, 지키지 못했고, 남아 있어요: how many of each, in this order.
std::string standing(const std::vector<const Promise*>& promises) {
  const auto count = [&promises](std::initializer_list<Verdict> verdicts) {
    return std::count_if(promises.begin(), promises.end(), [&](const Promise* one) {
      return std::find(verdicts.begin(), verdicts.end(), *one->verdict) != verdicts.end();
    });
  };
  const std::array<std::pair<long long, std::string_view>, 4> parts = {
      {{count({Verdict::Kept}), "{}를 지켰"},
       {count({Verdict::Broken, Verdict::Missed}), "{}는 지키지 못했"},
       {count({Verdict::OnTrack, Verdict::AtRisk}), "{}는 아직 남아 있"},
       {count({Verdict::Unknown}), "{}는 판단을 미뤄 뒀"}}};
  std::string said;
  for (const auto& [number, words] : parts) {
    if (number == 0) continue;
    if (!said.empty()) said += "고, ";
    said += fmt::format(fmt::runtime(words), counted(number, "가지"));
  }
  return said + "어요";
}

std::vector<std::string> summary(const Point& point) {
  const std::string all = counted(static_cast<long long>(point.promises.size()), "가지");
  const std::string head = point.number == 0 ? "다짐 " : "기록으로 헤아릴 수 있는 다짐 ";
  const auto all_are = [&point](std::initializer_list<Verdict> verdicts) {
    return std::all_of(point.promises.begin(), point.promises.end(), [&](const Promise* one) {
      return std::find(verdicts.begin(), verdicts.end(), *one->verdict) != verdicts.end();
    });
  };
  if (all_are({Verdict::Kept})) return {fmt::format("{}{}를 모두 지켰어요", head, all)};
  if (all_are({Verdict::Broken, Verdict::Missed}))
    return {fmt::format("{}{}는 모두 지키지 못했어요", head, all)};
  if (all_are({Verdict::OnTrack, Verdict::AtRisk}))
    return {fmt::format("{}{}가 모두 아직 남아 있어요", head, all)};
  return {fmt::format("{}{} 중 {}", head, all, standing(point.promises))};
}

/// 「먼저 연락하기」와 「더 자주 웃기」; of many the first few and how many there are.
std::string several_names(const Point& point) {
  constexpr std::size_t most = 5;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < point.promises.size() && i < most; ++i)
    names.push_back(own_words(*point.promises[i]));
  if (point.promises.size() <= most) return all_of(names);
  return fmt::format("{} 등 {}", listed(names),
                     figure(static_cast<long long>(point.promises.size()), "가지"));
}

std::vector<std::string> begun(const Point& point, const Setting& setting) {
  const DateRange days = point.promises.front()->days;
  const std::string names = with(several_names(point), Particle::Object);
  return {fmt::format("{}의 다짐으로 {} 적어 뒀어요", span(days, setting.year), names),
          fmt::format("{} 다짐한 기간은 {}", names, with(span(days, setting.year), Particle::Is))};
}

}  // namespace

std::vector<std::string> promise_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::PromisesSummary:
      return summary(point);
    case Topic::PromisesTicked:
      return {fmt::format("{} 직접 지켰다고 표시했어요", with(several_names(point), Particle::Topic))};
    case Topic::PromisesRest:
      return {fmt::format("나머지 {} 중 {}", counted(static_cast<long long>(point.promises.size()), "가지"),
                          standing(point.promises))};
    case Topic::PromisesBegun:
      return begun(point, setting);
    case Topic::PromiseKept:
      return kept({point, setting});
    case Topic::PromiseBroken:
      return broken({point, setting});
    case Topic::PromiseMissed:
      return missed({point, setting});
    case Topic::PromiseUnknown:
      return unknown({point, setting});
    default:
      return open({point, setting});
  }
}

}  // namespace hoego::ko
