#include "bench/truth/told_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "analysis/year.h"
#include "bench/truth/draw.h"
#include "bench/truth/habitual_life.h"
#include "bench/truth/looked_back.h"
#include "bench/truth/written_with.h"
#include "promises/promises.h"

namespace hoego::truth {
namespace {

struct Habit {
  std::string_view name;   ///< also the activity's id
  std::string_view title;  ///< in the calendars of `draw_habitual_life`; empty: told by its kind
  Said said;
  std::string_view area;
  Kind kind = Kind::Event;
};
constexpr std::array<Habit, 11> habits = {{{"choir", "choir practice", Said::Meeting, "music"},
                                           {"gym", "gym", Said::Place, "health"},
                                           {"running", "morning run", Said::Sport, "health"},
                                           {"pilates", "pilates", Said::Sport, "health"},
                                           {"study", "paper study", Said::Meeting, "study"},
                                           {"class", "English class", Said::Meeting, "study"},
                                           {"commits", "", Said::Commits, "work", Kind::Commit},
                                           {"books", "", Said::Books, "study", Kind::Book},
                                           {"posts", "", Said::Posts, "", Kind::Post},
                                           {"prompts", "", Said::Prompts, "work", Kind::Chat},
                                           {"photos", "", Said::Photos, "", Kind::Photo}}};

struct Words {
  const char* ko;
  const char* en;
};
constexpr std::array<Words, 5> names_of_places = {{{"헬스장", "gym"},
                                                   {"도서관", "library"},
                                                   {"클라이밍장", "climbing wall"},
                                                   {"작업실", "studio"},
                                                   {"탁구장", "ping-pong hall"}}};
constexpr std::array<Words, 6> names_of_sports = {{{"달리기", "running"},
                                                   {"자전거 타기", "cycling"},
                                                   {"등산", "hiking"},
                                                   {"수영", "swimming"},
                                                   {"스케이트", "skating"},
                                                   {"낚시", "fishing"}}};
constexpr std::array<Words, 7> names_of_meetings = {{{"합창 연습", "choir practice"},
                                                     {"밴드 합주", "band practice"},
                                                     {"독서 모임", "book club"},
                                                     {"스터디", "study group"},
                                                     {"글쓰기 모임", "writers' group"},
                                                     {"영어 회화 모임", "English club"},
                                                     {"연극 연습", "play rehearsal"}}};
constexpr std::array<Words, 5> names_by_kind = {
    {{"커밋", "commits"}, {"책", "books"}, {"글", "posts"}, {"대화", "conversations"}, {"사진", "photos"}}};
constexpr std::array<std::pair<const char*, Words>, 4> areas = {{{"music", {"음악", "music"}},
                                                                 {"health", {"운동", "exercise"}},
                                                                 {"study", {"공부", "study"}},
                                                                 {"work", {"일", "work"}}}};
constexpr std::array<Words, 3> callings = {
    {{"개발자", "developer"}, {"번역가", "translator"}, {"교사", "teacher"}}};

template <std::size_t count>
Label one_of(const std::array<Words, count>& names, std::size_t n) {
  return {names.at(n % count).ko, names.at(n % count).en};
}

/// Names for the habits of a life; no two are the same.
std::vector<Label> draw_names(Draw& draw) {
  auto place = static_cast<std::size_t>(draw.below(names_of_places.size()));
  auto sport = static_cast<std::size_t>(draw.below(names_of_sports.size()));
  auto meeting = static_cast<std::size_t>(draw.below(names_of_meetings.size()));
  std::vector<Label> names;
  std::size_t by_kind = 0;
  for (const Habit& habit : habits) {
    if (habit.said == Said::Place)
      names.push_back(one_of(names_of_places, place++));
    else if (habit.said == Said::Sport)
      names.push_back(one_of(names_of_sports, sport++));
    else if (habit.said == Said::Meeting)
      names.push_back(one_of(names_of_meetings, meeting++));
    else
      names.push_back(one_of(names_by_kind, by_kind++));
  }
  return names;
}

ActivityRule rule_for(const Habit& habit, const Label& label) {
  ActivityRule rule;
  rule.id = habit.name;
  rule.label = label;
  rule.area = habit.area;
  Matcher matcher;
  if (habit.title.empty())
    matcher.kind = habit.kind;
  else
    matcher.patterns.emplace_back("title", std::make_shared<const Pattern>(fmt::format("^{}$", label.ko)));
  rule.match = {std::move(matcher)};
  return rule;
}

/// Gives what is entered for a habit its name, and a length that is its own.
void rename_entries(Life& life, const Habit& habit, const Label& label, int minutes) {
  for (SourcedObservation& item : life.observations) {
    Observation& told = item.observation;
    if (told.title != habit.title || (told.kind != Kind::Event && told.kind != Kind::Workout)) continue;
    told.title = label.ko;
    if (told.end) told.end->seconds = told.begin->seconds + 60 * minutes;
  }
}

void name_habits(HabitualLife& all, Draw& draw) {
  // None takes an hour: how often would be how many hours.
  constexpr std::array<int, 6> minutes = {45, 75, 90, 100, 120, 150};
  const std::vector<Label> names = draw_names(draw);
  all.settings.activities.clear();
  for (std::size_t i = 0; i < habits.size(); ++i) {
    const int length = minutes.at(static_cast<std::size_t>(draw.below(minutes.size())));
    if (!habits.at(i).title.empty()) rename_entries(all.life, habits.at(i), names[i], length);
    all.settings.activities.push_back(rule_for(habits.at(i), names[i]));
  }
  for (const auto& [id, words] : areas) all.settings.areas.push_back({id, {words.ko, words.en}});
}

Period year_of(const Life& life) {
  constexpr int fewest_months = 4;
  const Date as_of = life.days.to;
  const int year = as_of.month() > fewest_months ? as_of.year() : as_of.year() - 1;
  const DateRange days = whole_year(year);
  return {days.from, days.to, as_of};
}

void add_anniversary(Settings& settings, const Period& year, Draw& draw) {
  const Date day = year.from + draw.below(year.lived_to() - year.from + 1);
  settings.milestones.push_back({one_of(callings, static_cast<std::size_t>(draw.below(callings.size()))),
                                 plus_years(day, -2 - draw.below(8))});
}

/// A file of promises in Korean; whether each is kept is decided by what the life comes to.
std::string draw_promises(const Settings& settings, const Period& year, Draw& draw) {
  std::string text = fmt::format("# {}\n", year.from.year());
  const auto add = [&text](const std::string& words, const std::string& check) {
    text += fmt::format("- [ ] {} `{}`\n", words, check);
  };
  const int books = 2 + draw.below(28);
  const int posts = 2 + draw.below(28);
  const int visits = 5 + draw.below(70);
  add(fmt::format("책 {}권 읽기", books), fmt::format("books >= {}", books));
  add(fmt::format("글 {}편 쓰기", posts), fmt::format("posts >= {}", posts));
  for (const ActivityRule& rule : settings.activities) {
    if (rule.id == "gym")
      add(fmt::format("{} {}번 가기", rule.label.ko, visits), fmt::format("gym >= {}", visits));
  }
  add("해외여행 가지 않기", "trips abroad = 0");
  return text;
}

}  // namespace

std::string_view name(Said said) {
  constexpr std::array<std::string_view, 8> names = {"place", "sport", "meeting", "commits",
                                                     "books", "posts", "prompts", "photos"};
  return names.at(static_cast<std::size_t>(said));
}

std::optional<Said> said_of(const std::string& activity) {
  for (const Habit& habit : habits) {
    if (habit.name == activity) return habit.said;
  }
  return std::nullopt;
}

std::optional<Findings> told_year(std::uint64_t seed) {
  auto all = draw_habitual_life(seed, atlas());
  if (!all) return std::nullopt;
  Draw draw(seed, "told year");
  const Period year = year_of(all->life);
  name_habits(*all, draw);
  add_anniversary(all->settings, year, draw);
  write_with_people(all->life, year, draw);
  const std::string promised = draw_promises(all->settings, year, draw);

  const LookedBack seen = look_back_on(all->life, all_sources(all->life));
  const Places world = places();
  const AllTime over_all = over_all_time(seen.timeline, all->settings, world, year.as_of);
  Findings found = look_back(over_all, year, year_before(year));
  const std::string file = fmt::format("resolutions/{}.md", year.from.year());
  found.promises = judge_promises({read_resolutions(promised, file, year.from.year())}, over_all,
                                  {year.from, year.to}, found.coverage)
                       .promises;
  cite(found, seen.timeline);
  return found;
}

}  // namespace hoego::truth
