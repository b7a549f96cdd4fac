#include "app/check_trial.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/life.h"
#include "app/output.h"
#include "app/promise_lines.h"
#include "base/error.h"
#include "base/text.h"
#include "promises/promises.h"
#include "review/review.h"

namespace hoego {
namespace {

constexpr std::size_t most_shown = 500;

/// Blanks as wide as so many characters on a terminal, where Hangul takes two cells.
std::string blanks_under(std::string_view text, std::size_t characters) {
  std::string blanks;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) == 0x80U) continue;
    if (characters-- == 0) break;
    blanks += byte >= 0xe0U ? "  " : " ";
  }
  return blanks;
}

[[noreturn]] void refuse(const std::string& check, const CheckError& error) {
  constexpr std::string_view margin = "\n       ";
  const std::string shown = one_line(check, most_shown);
  std::string remedy = fmt::format("{}{}{}^", shown, margin, blanks_under(shown, error.column - 1));
  if (!error.nearest.empty())
    remedy += fmt::format("{}did you mean {}?", margin, fmt::join(error.nearest, ", "));
  throw UsageError("expected " + error.expected, fmt::format("--check, column {}", error.column), remedy);
}

}  // namespace

int try_check(const Arguments& arguments) {
  const std::string check = clean_text(*arguments.check);
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const int year = arguments.words.empty()
                       ? as_of.year()
                       : year_word("hoego resolutions --check", arguments.words.front(),
                                   "hoego resolutions 2024 --check \"gym >= 2 per week\"");
  const DateRange days = whole_year(year);
  const Timeline timeline = life.timeline(as_of);
  const Places atlas = places();
  const AllTime all = over_all_time(timeline, life.config().settings, atlas, as_of);
  const ReadCheck read = read_check(check, vocabulary_of(all), days);
  if (!read.check) refuse(check, read.error);

  PromiseLine line;
  line.line = 1;
  line.text = check;
  line.check = check;
  line.days = days;
  const Resolutions file{"--check", year, {line}, {}};
  const JudgedPromises judged = judge_promises({file}, all, days, {});
  if (arguments.json) {
    write_output({}, promises_json(judged.promises, as_of));
  } else {
    const Language language = language_of(arguments, life.config());
    for (const Promise& promise : judged.promises) fmt::print("{}", promise_lines(promise, language));
  }
  return 0;
}

}  // namespace hoego
