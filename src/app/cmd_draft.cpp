#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "app/cmd.h"
#include "app/draft_report.h"
#include "app/drafting.h"
#include "app/interrupt.h"
#include "app/output.h"
#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr int could_not = 3;

void require(const std::string& option, const std::string& value, const std::string& example) {
  if (value.empty()) throw UsageError(fmt::format("{} is missing", option), "hoego draft", example);
}

/// The bodies that would be sent first, a line each, and nothing sent.
int show_requests(const Arguments& arguments, const std::vector<WritingOrder>& orders) {
  std::string text;
  for (const WritingOrder& order : orders) {
    FirstRequest first = first_request(order);
    first.request.model = arguments.model;
    text += request_body(first.request) + "\n";
    fmt::print(stderr, "{}: {} findings, about {} tokens; nothing was sent\n", order.prompt.name,
               first.material.ids.size(), thousands(static_cast<std::uint64_t>(first.estimate)));
  }
  write_output(arguments.output, text);
  return 0;
}

ClientHooks hooks_for(const Interrupt& interrupt) {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  ClientHooks hooks;
  hooks.cancelled = [&interrupt] { return interrupt.wished(); };
  hooks.wait = [&interrupt](Milliseconds time) { return interrupt.wait(time); };
  hooks.now = [] { return static_cast<std::int64_t>(now().seconds); };
  hooks.say = [](const std::string& line) { fmt::print(stderr, "hoego: {}\n", line); };
  if (terminal) {
    hooks.progress = [](std::size_t bytes) { fmt::print(stderr, "\r\033[K{} bytes came", thousands(bytes)); };
  }
  return hooks;
}

DraftRun run_order(ModelClient& client, const WritingOrder& order) {
  const auto begun = std::chrono::steady_clock::now();
  DraftRun run;
  run.prompt = order.prompt.name;
  run.writing = write_draft(client, order);
  if (isatty(STDERR_FILENO) == 1) fmt::print(stderr, "\r\033[K");
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  run.text = to_markdown(run.writing.draft,
                         fmt::format("written by {} with the prompt {}, verified by hoego; struck out: {}",
                                     client.model(), run.prompt, run.writing.draft.struck()));
  return run;
}

void write_drafts(const Arguments& arguments, const std::vector<DraftRun>& runs, const Endpoint& endpoint) {
  const bool one = arguments.prompts.size() < 2;
  if (!one && !arguments.output.empty()) {
    fs::create_directories(arguments.output);
    for (const DraftRun& run : runs) {
      std::string file = run.prompt;
      std::replace(file.begin(), file.end(), '/', '-');
      write_output(arguments.output / (file + ".md"), run.text);
    }
  }
  if (arguments.json)
    write_output(one ? arguments.output : fs::path(), drafts_json(runs, endpoint.url, arguments.model));
  else if (one)
    write_output(arguments.output, runs.front().text);
  else
    write_output({}, comparison_table(runs));
}

/// What the person should know of the runs; the exit status.
int tell_runs(const Arguments& arguments, const std::vector<DraftRun>& runs) {
  bool problems = false;
  bool cancelled = false;
  for (const DraftRun& run : runs) {
    for (const std::string& remark : run.writing.remarks)
      fmt::print(stderr, "hoego: {}: {}\n", run.prompt, one_line(remark, 400));
    fmt::print(stderr, "{}\n", summary_line(run));
    problems = problems || run.writing.draft.struck() > 0 || run.writing.ending != Ending::Whole;
    cancelled = cancelled || run.writing.ending == Ending::Cancelled;
  }
  if (cancelled) return could_not;
  return arguments.strict && problems ? 1 : 0;
}

}  // namespace

int cmd_draft(const Arguments& arguments) {
  require("--endpoint", arguments.endpoint, "--endpoint http://127.0.0.1:8080/v1");
  require("--model", arguments.model, "--model NAME, as the endpoint calls it");
  const Endpoint endpoint =
      endpoint_from(arguments.endpoint, arguments.insecure ? PlainHttp::Anywhere : PlainHttp::LoopbackOnly);
  const auto key = api_key(endpoint, [](const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  });
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const std::vector<WritingOrder> orders = writing_orders(life, arguments);
  if (arguments.dry_run) return show_requests(arguments, orders);
  if (!may_send(life, arguments, endpoint, key, orders)) return 0;

  const Interrupt interrupt;
  Deadlines deadlines;
  deadlines.whole = Milliseconds(1000L * arguments.timeout);
  deadlines.first_byte = std::min(deadlines.first_byte, deadlines.whole);
  ModelClient client(endpoint, key, arguments.model, deadlines, BackOff{}, hooks_for(interrupt));
  std::vector<DraftRun> runs;
  for (const WritingOrder& order : orders) {
    if (interrupt.wished()) break;
    try {
      runs.push_back(run_order(client, order));
    } catch (const Error&) {
      // What the prompts before it brought was paid for.
      if (!runs.empty()) write_drafts(arguments, runs, endpoint);
      throw;
    }
  }
  write_drafts(arguments, runs, endpoint);
  return tell_runs(arguments, runs);
}

}  // namespace hoego
