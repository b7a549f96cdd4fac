#include "app/planning.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "app/life.h"
#include "app/output.h"
#include "app/plan_words.h"
#include "app/resolution_files.h"
#include "base/error.h"
#include "promises/next_year.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

int planned_year(const Arguments& arguments) {
  const std::string how = "hoego resolutions plan 2025";
  if (arguments.words.size() != 2) throw UsageError("plan takes one year", "hoego resolutions plan", how);
  const int year = year_word("hoego resolutions plan", arguments.words.back(), how);
  if (year <= Date::min_year || year >= Date::max_year)
    throw UsageError("no year before or after it", "hoego resolutions plan", how);
  return year;
}

/// Whether the owner says so. Throws where nobody can be asked.
bool may_overwrite(const fs::path& file, const Arguments& arguments, bool korean) {
  if (arguments.yes || !fs::exists(file)) return true;
  if (isatty(STDIN_FILENO) == 0) {
    throw UsageError("the file is there already, and nothing was changed", file.string(),
                     "overwrite it with --yes, or write elsewhere with -o FILE");
  }
  fmt::print(stderr,
             fmt::runtime(korean ? "{} 파일이 이미 있어요. 덮어쓸까요? [y/N] "
                                 : "{} is there already. Overwrite it? [y/N] "),
             file.string());
  std::string answer;
  std::getline(std::cin, answer);
  if (!answer.empty() && (answer.front() == 'y' || answer.front() == 'Y')) return true;
  fmt::print(stderr, "{}\n", korean ? "그대로 두었어요." : "nothing was changed");
  return false;
}

void tell(const NextYear& next, const fs::path& file, bool korean) {
  int raised = 0;
  int scaled = 0;
  int carried = 0;
  int retired = 0;
  for (const NextPromise& promise : next.promises) {
    raised += promise.step == Step::Raised ? 1 : 0;
    scaled += promise.step == Step::Scaled ? 1 : 0;
    carried += promise.step == Step::Carried ? 1 : 0;
    retired += promise.step == Step::Retired ? 1 : 0;
  }
  fmt::print(fmt::runtime(korean ? "{}: 높인 것 {}, 줄인 것 {}, 그대로 {}, 접은 것 {}\n다음: 파일을 고쳐 쓴 "
                                   "뒤 hoego resolutions {:04}\n"
                                 : "{}: {} raised, {} scaled, {} as they were, {} retired\n"
                                   "next: change what you like in it, then: hoego resolutions {:04}\n"),
             file.string(), raised, scaled, carried, retired, next.year);
}

}  // namespace

int plan_promises(const Arguments& arguments) {
  const int year = planned_year(arguments);
  Life life = Life::open(arguments);
  const Language language = language_of(arguments, life.config());
  const bool korean = language == Language::Korean;
  const fs::path before = resolution_file(life, year - 1);
  if (!fs::exists(before))
    throw UsageError("there are no promises of the year before", before.string(),
                     "a line a promise: - [ ] words `check`; or find some: hoego resolutions extract FILE");
  const fs::path file = arguments.output.empty() ? resolution_file(life, year) : arguments.output;
  if (!may_overwrite(file, arguments, korean)) return 0;

  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const std::vector<Resolutions> files = resolution_files(life);
  const Timeline timeline = life.timeline(as_of);
  const Places atlas = places();
  const AllTime all = over_all_time(timeline, life.config().settings, atlas, as_of);
  const NextYear next = next_year(files, all, year);
  for (const Issue& issue : next.issues) fmt::print(stderr, "hoego: {}\n", issue_line(issue.path, issue));
  if (next.promises.empty())
    throw UsageError("no promise is to be carried over", before.string(),
                     "it has none, or they all reach into the next year");
  write_output(file, plan_text(next, as_of, language));
  const std::string warning = too_many_text(next, language);
  if (!warning.empty()) fmt::print(stderr, "hoego: {}\n", warning);
  tell(next, file, korean);
  return arguments.strict && !next.issues.empty() ? 1 : 0;
}

}  // namespace hoego
