#include <fmt/format.h>

#include "analysis/activities.h"
#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "base/error.h"

namespace hoego {

int cmd_export(const Arguments& arguments) {
  if (!arguments.format.empty() && arguments.format != "jsonl") {
    throw UsageError(fmt::format("unknown format \"{}\"", arguments.format), "--format", "jsonl");
  }
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const Timeline timeline = life.timeline(as_of);
  const Assignment assignment(timeline, life.config().settings);
  std::string out = "{\"schema\":\"hoego.export/1\"}\n";
  for (const Record& record : timeline.records()) out += record_json(record, assignment.of(record)) + "\n";
  for (const int year : years_with_records(timeline, as_of)) {
    ReviewRequest request;
    request.period = whole_year(year);
    request.as_of = as_of;
    Review review = review_of(life, request).review;
    review.findings.cited.clear();  // every record stands above
    out += to_json(review) + "\n";
  }
  write_output(arguments.output, out);
  return 0;
}

}  // namespace hoego
