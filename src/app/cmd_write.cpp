#include <fmt/format.h>

#include "app/cmd.h"
#include "app/interview.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "base/error.h"

namespace hoego {

int cmd_write(const Arguments& arguments) {
  if (arguments.words.size() > 1)
    throw UsageError(fmt::format("one word too many: \"{}\"", arguments.words[1]), "hoego write",
                     "see `hoego write --help`");
  Life life = Life::open(arguments);
  ReviewRequest request;
  if (arguments.as_of) request.as_of = day_option("--as-of", *arguments.as_of);
  const Date as_of = request.as_of.value_or(today(life.config()));
  const int year = arguments.words.empty()
                       ? as_of.year()
                       : year_word("hoego write", arguments.words.front(), "a year such as 2024");
  request.period = whole_year(year);
  if (request.period.from > as_of)
    throw UsageError(fmt::format("the year begins after {}", as_of.iso()), "hoego write",
                     "choose a year that has begun, or a later --as-of");
  request.language = language_of(arguments, life.config());
  life.refresh(arguments.jobs);
  const Reviewed reviewed = review_of(life, request);
  for (const Issue& issue : reviewed.issues) {
    if (issue.path.rfind("notes/", 0) == 0) fmt::print(stderr, "hoego: {}\n", issue_line(issue.path, issue));
  }
  const Findings& findings = reviewed.review.findings;
  const std::vector<Question> all = questions(findings, request.language, request.tone);
  if (all.empty()) {
    fmt::print(stderr,
               "nothing was found of {}, so there is nothing to ask; add sources: hoego add PATH...\n", year);
    return 0;
  }
  Interview(life, findings, request.language, arguments.again ? Interview::Asks::All : Interview::Asks::Open)
      .run(all);
  return 0;
}

}  // namespace hoego
