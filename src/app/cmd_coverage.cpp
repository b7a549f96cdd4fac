#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"

namespace hoego {
namespace {

std::string_view class_name(CoverageClass coverage) {
  constexpr std::string_view names[] = {"sensor", "complete", "window", "opportunistic"};
  return names[static_cast<std::size_t>(coverage)];
}

}  // namespace

int cmd_coverage(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const Timeline timeline = life.timeline(as_of);
  if (arguments.json) {
    nlohmann::ordered_json out;
    out["schema"] = "hoego.coverage/1";
    out["coverage"] = nlohmann::ordered_json::array();
    for (const CoveredSpan& span : timeline.coverage()) {
      out["coverage"].push_back({{"source", span.source},
                                 {"scope", span.scope},
                                 {"kind", name(span.kind)},
                                 {"class", class_name(span.coverage)},
                                 {"from", span.days.from.iso()},
                                 {"to", span.days.to.iso()},
                                 {"days", span.days.days()}});
    }
    write_output({}, out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    return 0;
  }
  for (const CoveredSpan& span : timeline.coverage()) {
    fmt::print("{} .. {}  {:<13} {:<8} {}{}\n", span.days.from.iso(), span.days.to.iso(),
               class_name(span.coverage), name(span.kind), one_line(span.source),
               span.scope.empty() ? "" : " · " + one_line(span.scope));
  }
  return 0;
}

}  // namespace hoego
