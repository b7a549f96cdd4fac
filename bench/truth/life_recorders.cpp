#include "bench/truth/life_recorders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "bench/truth/draw.h"

namespace hoego::truth {
namespace {

constexpr double late = 0.2;
constexpr double early = 0.2;

class Recorders {
 public:
  Recorders(HabitualLife& all, std::uint64_t seed) : all_(all), draw_(seed, "recorders") {}

  void draw_all() {
    draw_private_calendar();
    add("work", "work", Kind::Event);
    add("watch", "", Kind::Workout, CoverageClass::Sensor);
    add_repositories("code-1");
    if (draw_.chance(0.3)) add_repositories("code-2");
    add("log-1", "", Kind::Book);
    if (draw_.chance(0.4)) add("log-2", "", Kind::Book);
    add("blog", "", Kind::Post);
    add("chatgpt", "ChatGPT", Kind::Chat);
    if (draw_.chance(0.4)) add("claude", "Claude", Kind::Chat);
    if (draw_.chance(0.4)) add_pictures();
    for (const Recorder& recorder : all_.recorders) {
      std::vector<std::string>& sources = all_.life.sources;
      if (std::find(sources.begin(), sources.end(), recorder.source) == sources.end())
        sources.push_back(recorder.source);
    }
  }

 private:
  Date some_day(double from_share, double to_share) {
    const DateRange days = all_.life.days;
    return days.from +
           static_cast<int>(days.days() * (from_share + (to_share - from_share) * draw_.uniform()));
  }

  /// Begins on its first item; an export of a day says nothing of the days after.
  void claim(const Recorder& recorder, CoverageClass coverage) {
    CoverageClaim claim{recorder.kind, coverage, recorder.scope, std::nullopt, recorder.covered.to};
    if (coverage == CoverageClass::Sensor) claim.from = recorder.covered.from;
    all_.life.claims.push_back({recorder.source, claim});
  }

  void add(const char* source, const char* scope, Kind kind,
           CoverageClass coverage = CoverageClass::Complete) {
    DateRange days = all_.life.days;
    if (draw_.chance(late)) days.from = some_day(0, 0.6);
    if (draw_.chance(early)) days.to = some_day(0.6, 0.97);
    all_.recorders.push_back({source, scope, kind, days, days});
    claim(all_.recorders.back(), coverage);
  }

  /// A folder of one to three repositories, one after the other or two at a time. Each is read as it is: it
  /// reaches from its first commit to the day of reading.
  void add_repositories(const char* source) {
    const DateRange days = all_.life.days;
    const int count = 1 + draw_.below(3);
    const int part = days.days() / count;
    for (int i = 0; i < count; ++i) {
      const Date from = days.from + i * part;
      const Date to = i + 1 == count ? days.to : std::min(days.to, from + part + draw_.below(part));
      const std::string name = fmt::format("{}-{}", source, i + 1);
      all_.recorders.push_back({source, name, Kind::Commit, {from, to}, {from, days.to}});
      claim(all_.recorders.back(), CoverageClass::Complete);
    }
  }

  void draw_private_calendar() {
    constexpr double left_for_another = 0.15;
    if (!draw_.chance(left_for_another)) return add("private", "private", Kind::Event);
    const DateRange days = all_.life.days;
    const Date day = some_day(0.3, 0.9);
    const bool still_read = draw_.chance(0.5);
    all_.recorders.push_back({"private",
                              "private",
                              Kind::Event,
                              {days.from, day - 1},
                              {days.from, still_read ? days.to : day - 1}});
    claim(all_.recorders.back(), CoverageClass::Complete);
    all_.recorders.push_back({"private-2", "new", Kind::Event, {day, days.to}, {day, days.to}});
    claim(all_.recorders.back(), CoverageClass::Complete);
  }

  void add_pictures() {
    all_.recorders.push_back({"pictures", "", Kind::Photo, all_.life.days, all_.life.days, false});
  }

  HabitualLife& all_;
  Draw draw_;
};

struct Holds {
  const char* habit;
  const char* recorder;  ///< how the source's name begins
};
constexpr std::array<Holds, 14> holds = {{{"choir", "private"},
                                          {"choir", "pictures"},
                                          {"gym", "private"},
                                          {"gym", "watch"},
                                          {"running", "watch"},
                                          {"pilates", "private"},
                                          {"study", "work"},
                                          {"class", "private"},
                                          {"class", "work"},
                                          {"commits", "code"},
                                          {"books", "log"},
                                          {"posts", "blog"},
                                          {"prompts", "chatgpt"},
                                          {"prompts", "claude"}}};

Matcher titled(const char* expression) {
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>(expression));
  return matcher;
}

Matcher of_kind(Kind kind) {
  Matcher matcher;
  matcher.kind = kind;
  return matcher;
}

void draw_rules(Settings& settings) {
  const auto rule = [&settings](const char* id, Matcher matcher) {
    ActivityRule one;
    one.id = id;
    one.label = {id, id};
    one.match = {std::move(matcher)};
    settings.activities.push_back(std::move(one));
  };
  rule("choir", titled("choir"));
  rule("gym", titled("^gym$"));
  rule("running", titled("run"));
  rule("pilates", titled("pilates"));
  rule("study", titled("study"));
  rule("english", titled("^English class$"));
  rule("code", of_kind(Kind::Commit));
  rule("reading", of_kind(Kind::Book));
}

}  // namespace

void draw_recorders(HabitualLife& all, std::uint64_t seed) {
  Recorders(all, seed).draw_all();
  Draw draw(seed, "settings");
  if (draw.chance(0.5)) draw_rules(all.settings);
  if (draw.chance(0.5)) all.settings.holidays = all.life.homes.front().country;
}

std::vector<std::size_t> recorders_of(const HabitualLife& all, const std::string& habit) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < all.recorders.size(); ++i) {
    const bool may = std::any_of(holds.begin(), holds.end(), [&](const Holds& one) {
      return habit == one.habit && all.recorders[i].source.rfind(one.recorder, 0) == 0;
    });
    if (may) found.push_back(i);
  }
  return found;
}

}  // namespace hoego::truth
