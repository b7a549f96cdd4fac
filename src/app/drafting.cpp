#include "app/drafting.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "app/consent.h"
#include "app/notes_files.h"
#include "app/output.h"
#include "app/prompt_files.h"
#include "app/reviewing.h"
#include "app/sending_notice.h"
#include "base/error.h"

namespace hoego {
namespace {

std::vector<PromptFile> prompts_of(const Arguments& arguments, const Config& config) {
  std::vector<PromptFile> prompts;
  for (const std::string& name : arguments.prompts) prompts.push_back(prompt_called(name));
  if (prompts.empty())
    prompts.push_back(
        usual_prompt(language_of(arguments, config), arguments.tone == "plain" ? Tone::Plain : Tone::Polite));
  std::set<std::string> names;
  for (const PromptFile& prompt : prompts) {
    if (!names.insert(prompt.name).second)
      throw UsageError(fmt::format("two prompts are called \"{}\"", prompt.name), "--prompt",
                       "give each a name of its own");
  }
  return prompts;
}

ReviewRequest request_of(const Arguments& arguments, const Config& config) {
  ReviewRequest request;
  request.audience = Audience::Others;
  request.as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(config);
  request.period = whole_year(request.as_of->year());
  if (arguments.words.size() > 1)
    throw UsageError(fmt::format("one word too many: \"{}\"", arguments.words[1]), "hoego draft",
                     "see `hoego draft --help`");
  if (!arguments.words.empty()) request.period = period_option("hoego draft", arguments.words.front());
  if (request.period.from > *request.as_of)
    throw UsageError(fmt::format("the period begins after {}", request.as_of->iso()), "hoego draft",
                     "choose a period that has begun, or a later --as-of");
  return request;
}

}  // namespace

Sent sent_with(const Arguments& arguments) {
  const auto with = [&arguments](const char* what) {
    return std::find(arguments.with.begin(), arguments.with.end(), what) != arguments.with.end();
  };
  return {with("titles"), with("notes")};
}

std::vector<WritingOrder> writing_orders(Life& life, const Arguments& arguments) {
  const std::vector<PromptFile> prompts = prompts_of(arguments, life.config());
  const Sent sent = sent_with(arguments);
  Findings found = review_of(life, request_of(arguments, life.config())).review.findings;
  // Others never read the notes; a model does where the owner says so.
  if (sent.notes) add_own_words(life, found.period.as_of, found);
  std::vector<WritingOrder> orders;
  for (const PromptFile& prompt : prompts) {
    WritingOrder order;
    order.prompt = prompt;
    order.repair = repair_prompt(prompt.language);
    order.findings = for_sending(found, prompt.language, sent);
    order.story = tell(order.findings, prompt.language, prompt.tone);
    order.max_tokens = arguments.max_tokens;
    order.budget = arguments.budget;
    orders.push_back(std::move(order));
  }
  return orders;
}

bool may_send(const Life& life, const Arguments& arguments, const Endpoint& endpoint,
              const std::optional<ApiKey>& key, const std::vector<WritingOrder>& orders) {
  const std::filesystem::path file = life.folder() / ".hoego" / "consent.json";
  Consent consent = Consent::read(file);
  const Sent sent = sent_with(arguments);
  if (consent.covers(endpoint.url, sent)) return true;
  const bool korean = language_of(arguments, life.config()) == Language::Korean;
  const FirstRequest first = first_request(orders.front());
  fmt::print(stderr, "{}",
             sending_notice({endpoint, key, arguments.model, sent, orders.front().findings.period,
                             orders.size(), first.material.ids.size(), first.estimate},
                            korean ? Language::Korean : Language::English));
  if (!arguments.yes) {
    if (isatty(STDIN_FILENO) == 0)
      throw UsageError("nobody is there to ask, and nothing was sent", endpoint.url,
                       "say --yes; it is asked once an endpoint");
    fmt::print(stderr, "{}", korean ? "보낼까요? [y/N] " : "Send it? [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    if (answer.empty() || (answer.front() != 'y' && answer.front() != 'Y')) {
      fmt::print(stderr, "{}\n", korean ? "아무것도 보내지 않았어요." : "nothing was sent");
      return false;
    }
  }
  consent.give(endpoint.url, sent);
  consent.write(file);
  return true;
}

}  // namespace hoego
