#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "base/error.h"
#include "review/review.h"

namespace hoego {
namespace {

void print_record(const Life& life, const Record& record) {
  fmt::print("{}  {}\n  {} {}{}  zone {}\n", record.id, one_line(record.title), record.begin.iso(),
             record.offset.iso(), record.all_day ? " (all day)" : "", name(record.zone_from));
  if (record.position)
    fmt::print("  at {:.5f}, {:.5f}\n", record.position->latitude, record.position->longitude);
  for (const auto& [key, value] : record.traits) fmt::print("  {} = {}\n", key, one_line(value));
  for (const auto& [key, value] : record.quantities) fmt::print("  {} = {:.10g}\n", one_line(key), value);
  for (const Origin& origin : record.origins) {
    const auto [file, member] = life.original(origin);
    std::error_code ignored;
    fmt::print("  {} {}{}{}{}\n", member.empty() ? "from" : "in", file.string(),
               member.empty() ? "" : ": " + one_line(member),
               origin.locator.empty() ? "" : " : " + one_line(origin.locator),
               std::filesystem::exists(file, ignored) ? "" : "  (not there now)");
  }
}

void open_original(const Life& life, const Record& record) {
  const auto [file, member] = life.original(record.origins.front());
  const std::string path = file.string();
  if (!member.empty())
    fmt::print(stderr, "hoego: it lies in an archive, as {}; opening that\n", one_line(member));
  const pid_t child = fork();
  if (child == 0) {
    execlp("xdg-open", "xdg-open", path.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw Error("no program opened it", path, "install xdg-utils, or open the path yourself");
  }
}

int show_finding(Life& life, const Arguments& arguments, const std::string& id) {
  std::optional<Date> as_of;
  if (arguments.as_of) as_of = day_option("--as-of", *arguments.as_of);
  const auto finding = find_finding(life, id, as_of);
  if (!finding) {
    throw UsageError("there is no record and no finding of this id", id,
                     "ids stand in the footnotes of `hoego review` and in `hoego timeline`");
  }
  fmt::print("{}  {}: {} records{}\n", id, finding->description, thousands(finding->evidence_count),
             finding->evidence.size() < finding->evidence_count
                 ? fmt::format(", {} of them here", finding->evidence.size())
                 : "");
  for (const std::string& record_id : finding->evidence) {
    if (const auto record = life.store().record(record_id)) print_record(life, *record);
  }
  return 0;
}

}  // namespace

int cmd_evidence(const Arguments& arguments) {
  if (arguments.words.size() != 1)
    throw UsageError("one id is needed", "hoego evidence", "for example `hoego evidence trip-2024-09-ca`");
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const auto record = life.store().record(arguments.words.front());
  if (!record) return show_finding(life, arguments, arguments.words.front());
  if (arguments.json)
    fmt::print("{}\n", record_json(*record, ""));
  else
    print_record(life, *record);
  if (arguments.open) open_original(life, *record);
  return 0;
}

}  // namespace hoego
