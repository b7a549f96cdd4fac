#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "bench/truth/sections.h"

namespace {

using namespace hoego::truth;

struct Named {
  std::string_view name;
  Section run;
  bool only_if_named = false;
};

constexpr std::array<Named, 9> sections = {{
    {"comparisons", comparisons},
    {"evenings", evenings},
    {"commute", commute},
    {"trips", trips},
    {"sources-gone", sources_gone},
    {"changes", changes},
    {"forecasts", forecasts},
    {"verifier", verifier},
    {"changes-calibration", changes_calibration, true},
}};

bool wanted(const Named& section, int count, char** names) {
  bool any = false;
  for (int i = 1; i < count; ++i) {
    if (names[i][0] == '-') continue;
    any = true;
    if (section.name == names[i]) return true;
  }
  return !any && !section.only_if_named;
}

bool print(const Report& report) {
  bool all = true;
  fmt::print("\n### {}\n\n| figure | value | bar | |\n|---|---|---|---|\n", report.title);
  for (const Figure& figure : report.figures) {
    fmt::print("| {} | {} | {} | {} |\n", figure.what, figure.value, figure.bar,
               figure.bar.empty() ? ""
               : figure.reached   ? "reached"
                                  : "MISSED");
    all = all && figure.reached;
  }
  if (!report.lines.empty()) fmt::print("\n");
  for (const std::string& line : report.lines) fmt::print("{}\n", line);
  return all;
}

}  // namespace

/// hoego_truth [--tuning] [SECTION...]: simulated lives with known truth, judged. Exit status 1 where a bar
/// is missed.
int main(int count, char** names) {
  Seeds seeds = Seeds::Reporting;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(names[i], "--tuning") == 0) seeds = Seeds::Tuning;
  }
  bool all = true;
  for (const Named& section : sections) {
    if (!wanted(section, count, names)) continue;
    for (const Report& report : section.run(seeds)) all = print(report) && all;
    std::fflush(stdout);
  }
  return all ? 0 : 1;
}
