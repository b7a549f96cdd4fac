#include <fmt/format.h>

#include "app/api.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "app/served_place.h"
#include "base/error.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

std::optional<DateRange> period_of(const Request& request) {
  const std::string* year = request.parameter("year");
  const std::string* from = request.parameter("from");
  const std::string* to = request.parameter("to");
  if (year != nullptr && (from != nullptr || to != nullptr))
    throw UsageError("a year and other days at once", "year", "leave out one of them");
  if (year != nullptr) return whole_year(year_word("year", *year, "for example year=2024"));
  if ((from == nullptr) != (to == nullptr))
    throw UsageError("a period has a first and a last day", from == nullptr ? "from" : "to",
                     "for example from=2024-01-01&to=2024-06-30");
  if (from == nullptr) return std::nullopt;
  return period_option("from, to", *from + ".." + *to);
}

std::string word(const Request& request, const std::string& name, std::initializer_list<const char*> known,
                 const std::string& otherwise) {
  const std::string* given = request.parameter(name);
  if (given == nullptr) return otherwise;
  std::string all;
  for (const char* one : known) {
    if (*given == one) return *given;
    all += (all.empty() ? "" : " or ") + std::string(one);
  }
  throw UsageError(fmt::format("unknown word \"{}\"", *given), name, all);
}

/// What is asked, as `hoego review` would be; what depends on the life is decided with it.
struct Asked {
  std::optional<DateRange> period;
  std::optional<DateRange> against;
  Arguments arguments;
  /// Whether with the records that it cites, which are most of its bytes.
  bool cited;

  explicit Asked(const Request& request) : period(period_of(request)) {
    if (const std::string* other = request.parameter("against")) against = period_option("against", *other);
    const std::string language = word(request, "lang", {"ko", "en"}, "");
    if (!language.empty()) arguments.language = language;
    arguments.tone = word(request, "tone", {"polite", "plain"}, "polite");
    cited = word(request, "cited", {"yes", "no"}, "yes") == "yes";
  }

  std::string key(bool with_cited) const {
    const auto days = [](const std::optional<DateRange>& range) {
      return range ? range->from.iso() + ".." + range->to.iso() : std::string("-");
    };
    return fmt::format("{} {} {} {}{}", days(period), days(against), arguments.language.value_or("-"),
                       arguments.tone, with_cited ? "" : " -");
  }
};

Review review_asked(Life& life, const Asked& asked) {
  ReviewRequest request;
  const Date day = today(life.config());
  request.period = asked.period.value_or(whole_year(day.year()));
  if (request.period.from > day)
    throw UsageError(fmt::format("the period begins after {}", day.iso()), "year",
                     "choose a period that has begun");
  request.as_of = day;
  request.against = asked.against;
  request.language = language_of(asked.arguments, life.config());
  request.tone = asked.arguments.tone == "plain" ? Tone::Plain : Tone::Polite;
  return review_of(life, request).review;
}

/// Kept in both of its lengths: who asks for the one asks for the other next.
Response kept(Api& api, const Asked& asked, const std::string& generation, Review review) {
  const Response whole = json_answer(formatted(review, "json"));
  api.reviews.keep(asked.key(true), generation, whole);
  review.findings.cited.clear();
  const Response without = json_answer(formatted(review, "json"));
  api.reviews.keep(asked.key(false), generation, without);
  return asked.cited ? whole : without;
}

}  // namespace

Response api_review(Api& api, const Request& request) {
  const Asked asked(request);
  const std::string key = asked.key(asked.cited);
  if (auto kept = api.reviews.find(key, api.life.generation())) return std::move(*kept);
  // One that is out of date is welcome too where that is said (RFC 9111, 5.2.1.2).
  const bool any_will_do = request.header("cache-control").find("max-stale") != std::string::npos;
  // An import that runs changes the index all the time, and the records at its end only.
  if (any_will_do || api.life.is_importing()) {
    if (auto kept = api.reviews.last(key)) return std::move(*kept);
  }
  return api.life.with_fresh_life([&](Life& life) {
    const std::string generation = api.life.generation();
    if (auto kept = api.reviews.find(key, generation)) return std::move(*kept);  // another thread was quicker
    return kept(api, asked, generation, review_asked(life, asked));
  });
}

void prepare_first_review(Api& api) {
  try {
    Request request;
    api.life.with_life([&request](Life& life) {
      const std::vector<int> years = life.years(today(life.config()));
      if (!years.empty()) request.parameters["year"] = std::to_string(years.back());
      request.parameters["lang"] = language_of(Arguments(), life.config()) == Language::Korean ? "ko" : "en";
      request.parameters["cited"] = "no";
      return Response();
    });
    if (request.parameter("year") != nullptr) api_review(api, request);
  } catch (const Error&) {
    // A folder that is gone, a mistake in a file of the owner's: not now, but when it is asked for.
  }
}

}  // namespace hoego
