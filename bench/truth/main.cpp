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
};

constexpr std::array<Named, 4> sections = {{
    {"comparisons", comparisons},
    {"evenings", evenings},
    {"commute", commute},
    {"trips", trips},
}};

bool wanted(std::string_view name, int count, char** names) {
  bool any = false;
  for (int i = 1; i < count; ++i) {
    if (names[i][0] == '-') continue;
    any = true;
    if (name == names[i]) return true;
  }
  return !any;
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
    if (!wanted(section.name, count, names)) continue;
    for (const Report& report : section.run(seeds)) all = print(report) && all;
    std::fflush(stdout);
  }
  return all ? 0 : 1;
}
