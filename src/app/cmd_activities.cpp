#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/year.h"
#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"

namespace hoego {
namespace {

Findings this_years(Life& life, Date as_of) {
  const DateRange year = whole_year(as_of.year());
  const Period period{year.from, year.to, as_of};
  return look_back(life.timeline(as_of), life.config().settings, places(), period, year_before(period));
}

}  // namespace

int cmd_activities(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  const Findings findings = this_years(life, as_of);
  const bool korean = language_of(arguments, life.config()) == Language::Korean;
  nlohmann::ordered_json out;
  out["schema"] = "hoego.activities/1";
  out["activities"] = nlohmann::ordered_json::array();
  for (const Activity& activity : findings.activities) {
    const std::string last = activity.last ? activity.last->iso() : "";
    out["activities"].push_back(
        {{"id", activity.id},
         {"label", {{"ko", activity.label.ko}, {"en", activity.label.en}}},
         {"area", activity.area},
         {"count", activity.count},
         {"days", activity.days},
         {"last", activity.last ? nlohmann::ordered_json(last) : nlohmann::ordered_json()}});
    if (arguments.json) continue;
    fmt::print("{:>6} times on {:>3} days, last {:<10}  {}  ({})\n",
               thousands(static_cast<std::uint64_t>(activity.count)), activity.days,
               last.empty() ? "-" : last, one_line(korean ? activity.label.ko : activity.label.en),
               one_line(activity.id));
  }
  if (arguments.json)
    write_output({}, out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  return 0;
}

}  // namespace hoego
