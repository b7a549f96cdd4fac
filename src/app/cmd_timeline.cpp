#include <fmt/format.h>

#include "analysis/activities.h"
#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "base/error.h"
#include "review/review.h"

namespace hoego {
namespace {

constexpr int most_hits = 1000;

std::optional<DateRange> days_of(const Arguments& arguments) {
  if (arguments.on) {
    const Date day = day_option("--on", *arguments.on);
    return DateRange{day, day};
  }
  if (!arguments.from && !arguments.to) return std::nullopt;
  const Date from =
      arguments.from ? day_option("--from", *arguments.from) : *Date::from_ymd(Date::min_year, 1, 1);
  const Date to = arguments.to ? day_option("--to", *arguments.to) : *Date::from_ymd(Date::max_year, 12, 31);
  if (to < from) throw UsageError("--to lies before --from", "hoego timeline", "exchange them");
  return DateRange{from, to};
}

std::optional<Kind> kind_of(const Arguments& arguments) {
  if (!arguments.kind) return std::nullopt;
  const auto kind = kind_from(*arguments.kind);
  if (kind) return kind;
  const std::vector<std::string> known(kind_names.begin(), kind_names.end());
  const std::string nearest = nearest_name(*arguments.kind, known);
  throw UsageError(
      fmt::format("unknown kind \"{}\"", *arguments.kind), "--kind",
      nearest.empty() ? "see `hoego timeline --help`" : fmt::format("did you mean \"{}\"?", nearest));
}

std::vector<Record> chosen(Life& life, const Arguments& arguments) {
  const auto days = days_of(arguments);
  const auto kind = kind_of(arguments);
  std::vector<Record> records = arguments.search ? life.store().search_records(*arguments.search, most_hits)
                                                 : life.store().records(days);
  std::erase_if(records, [&](const Record& record) {
    const bool outside = days && (record.last_day() < days->from || record.day() > days->to);
    return outside || (kind && record.kind != *kind);
  });
  return records;
}

void print_line(const Record& record) {
  const int second = record.begin.second_of_day();
  const std::string time =
      record.all_day ? "     " : fmt::format("{:02}:{:02}", second / 3600, second / 60 % 60);
  fmt::print("{} {} {:<6} {:<8} {}{}  {}\n", record.day().iso(), time,
             record.all_day ? "" : record.offset.iso(), name(record.kind), record.mine ? "" : "(not yours) ",
             one_line(record.title), record.id);
}

}  // namespace

int cmd_timeline(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const std::vector<Record> records = chosen(life, arguments);
  if (!arguments.json) {
    for (const Record& record : records) print_line(record);
    return 0;
  }
  const Timeline timeline = life.timeline(today(life.config()));
  const Assignment assignment(timeline, life.config().settings);
  std::string out = "{\"schema\":\"hoego.timeline/1\",\"records\":[";
  for (std::size_t i = 0; i < records.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    out += record_json(records[i], assignment.of(records[i]));
  }
  write_output({}, out + "\n]}\n");
  return 0;
}

}  // namespace hoego
