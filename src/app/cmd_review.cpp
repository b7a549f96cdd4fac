#include <fmt/format.h>
#include <unistd.h>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/replaced_file.h"
#include "app/reviewing.h"
#include "app/text_file.h"
#include "base/error.h"
#include "review/front_matter.h"
#include "review/into.h"

namespace hoego {
namespace {

struct Words {
  std::optional<DateRange> period;
  std::vector<std::string> paths;
};

/// The first word that is a year or FROM..TO is the period; all else are paths.
Words words_of(const Arguments& arguments) {
  Words words;
  for (const std::string& word : arguments.words) {
    const auto period = words.period ? std::nullopt : period_from(word);
    if (period)
      words.period = period;
    else
      words.paths.push_back(word);
  }
  return words;
}

Life life_for(const Arguments& arguments, const std::vector<std::string>& paths) {
  if (paths.empty()) return Life::open(arguments);
  if (Life::exists(arguments) && !arguments.directory.empty()) {
    throw UsageError("a life folder and paths at once", "hoego review",
                     "leave out -C, or add the paths with `hoego add`");
  }
  return Life::of_paths(paths, arguments.type);
}

/// Options that ask for two shapes at once.
void check_shape(const Arguments& arguments) {
  const bool markdown = arguments.format.empty() || arguments.format == "md";
  const char* where = "hoego review";
  if (arguments.front_matter && !markdown)
    throw UsageError("--front-matter stands above Markdown only", where, "leave out --format");
  if (arguments.into.empty()) return;
  if (!markdown) throw UsageError("--into refreshes Markdown only", where, "leave out --format");
  if (!arguments.output.empty())
    throw UsageError("--into and --output at once", where, "leave out one of them");
  if (arguments.front_matter)
    throw UsageError("--into leaves what stands above the text as it is", where, "leave out --front-matter");
}

/// The owner's text with its blocks, if the review goes into one.
std::optional<std::string> text_of(const Arguments& arguments) {
  if (arguments.into.empty()) return std::nullopt;
  std::string text = bytes_of_text_file(arguments.into.string());
  blocks_in(text, arguments.into.string());  // known before the work
  return text;
}

void refresh(const std::filesystem::path& file, const std::string& before, const Review& review) {
  const std::string text = refreshed(before, file.string(), review);
  if (text == before || replace_file(file, before, text)) return;
  throw Error("the file was changed meanwhile and is left as it is", file.string(), "run the command again");
}

/// Of the owner's clock at home, on the day of looking back.
Offset home_offset(const Config& config, Date day) {
  const Zone zone = config.decisions.home_zone.value_or(Zone::system());
  return zone.offset_at(instant(WallTime::at(day, 12 * 3600), Offset{0}));
}

void put_out(const Review& review, const Arguments& arguments, const Config& config,
             const std::optional<std::string>& text) {
  if (text) return refresh(arguments.into, *text, review);
  const auto engine = blog_engine_from(arguments.front_matter.value_or(""));
  const Date as_of = review.findings.period.as_of;
  write_output(arguments.output, engine
                                     ? to_markdown(review, *engine, home_offset(config, as_of))
                                     : formatted(review, arguments.format.empty() ? "md" : arguments.format));
  if (!arguments.output.empty()) fmt::print(stderr, "wrote {}\n", arguments.output.string());
}

}  // namespace

int cmd_review(const Arguments& arguments) {
  const Words words = words_of(arguments);
  check_shape(arguments);
  const std::optional<std::string> text = text_of(arguments);
  Life life = life_for(arguments, words.paths);
  std::uint64_t problems = 0;
  if (words.paths.empty())
    life.refresh(arguments.jobs);
  else
    problems = life.sync(arguments.jobs).problems;

  ReviewRequest request;
  if (arguments.as_of) request.as_of = day_option("--as-of", *arguments.as_of);
  const Date as_of = request.as_of.value_or(today(life.config()));
  request.period = words.period.value_or(whole_year(as_of.year()));
  if (request.period.from > as_of) {
    throw UsageError(fmt::format("the period begins after {}", as_of.iso()), "hoego review",
                     "choose a period that has begun, or a later --as-of");
  }
  if (arguments.against) request.against = period_option("--against", *arguments.against);
  request.language = language_of(arguments, life.config());
  request.tone = arguments.tone == "plain" ? Tone::Plain : Tone::Polite;
  request.audience = arguments.share ? Audience::Others : Audience::Owner;
  const Reviewed reviewed = review_of(life, request);
  put_out(reviewed.review, arguments, life.config(), text);
  for (const Issue& issue : reviewed.issues) fmt::print(stderr, "hoego: {}\n", issue_line(issue.path, issue));
  if (problems > 0)
    fmt::print(stderr,
               "hoego: {} problems; see them with a life folder: hoego init, hoego add, hoego problems\n",
               problems);
  return arguments.strict && problems > 0 ? 1 : 0;
}

}  // namespace hoego
