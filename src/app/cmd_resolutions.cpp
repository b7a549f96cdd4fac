#include <fmt/format.h>

#include <algorithm>

#include "app/check_trial.h"
#include "app/cmd.h"
#include "app/extracting.h"
#include "app/life.h"
#include "app/output.h"
#include "app/planning.h"
#include "app/promise_lines.h"
#include "app/resolution_files.h"
#include "app/reviewing.h"
#include "base/error.h"

namespace hoego {
namespace {

/// The promises of one year's file, whatever period they are for.
int list_promises(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const int year = arguments.words.empty() ? as_of.year()
                                           : year_word("hoego resolutions", arguments.words.front(),
                                                       "a year such as 2024, or: extract FILE, plan YEAR");
  const JudgedPromises judged = judged_promises(life, year, as_of);
  if (arguments.json) {
    write_output({}, promises_json(judged.promises, as_of));
  } else if (judged.promises.empty() && judged.issues.empty()) {
    fmt::print(stderr, "no promises in {}; write some: - [ ] words `check` (hoego resolutions --help)\n",
               resolution_file(life, year).string());
  } else {
    const Language language = language_of(arguments, life.config());
    for (const Promise& promise : judged.promises) fmt::print("{}", promise_lines(promise, language));
  }
  for (const Issue& issue : judged.issues) fmt::print(stderr, "hoego: {}\n", issue_line(issue.path, issue));
  return arguments.strict && !judged.issues.empty() ? 1 : 0;
}

}  // namespace

int cmd_resolutions(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  const auto extract = std::find(words.begin(), words.end(), "extract");
  if (extract != words.end() && !arguments.check) {
    if (words.end() - extract != 2 || extract - words.begin() > 1)
      throw UsageError("extract takes one file", "hoego resolutions", "hoego resolutions extract FILE");
    Life life = Life::open(arguments);
    life.refresh(arguments.jobs);
    return extract_promises(life, arguments, words.back());
  }
  if (!words.empty() && words.front() == "plan" && !arguments.check) return plan_promises(arguments);
  if (words.size() > 1)
    throw UsageError(fmt::format("one word too many: \"{}\"", words[1]), "hoego resolutions",
                     "see `hoego resolutions --help`");
  if (arguments.check) return try_check(arguments);
  return list_promises(arguments);
}

}  // namespace hoego
