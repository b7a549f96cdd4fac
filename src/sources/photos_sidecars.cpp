#include "sources/photos_sidecars.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::uint64_t largest_xmp = 16 << 20;
constexpr std::uint64_t largest_takeout = 4 << 20;

bool is_json(const std::string& path) {
  return path.size() > 5 && path.compare(path.size() - 5, 5, ".json") == 0;
}

/// What is wrong with it; empty if nothing is.
std::string add_xmp(const Unit& unit, const std::string& path, Sidecars& out) {
  const auto file = unit.open(path);
  XmpSidecar sidecar{path, read_xmp(file->whole(largest_xmp))};
  std::string problem = sidecar.facts.problem;
  if (problem.empty()) problem = sidecar.facts.gps.problem;
  out.xmp.push_back(std::move(sidecar));
  return problem;
}

std::string add_takeout(const Unit& unit, const std::string& path, Sidecars& out) {
  const auto file = unit.open(path);
  auto facts = read_takeout(file->whole(largest_takeout));
  if (!facts) return {};  // of some other program
  if (!facts->problem.empty()) return facts->problem;
  // The older and the newer form of one export say the same.
  if (!out.takeout) out.takeout = std::move(facts);
  return {};
}

}  // namespace

Sidecars read_sidecars(const Unit& unit, const std::vector<std::string>& paths, Sink& sink) {
  Sidecars sidecars;
  for (const std::string& path : paths) {
    std::string problem;
    try {
      problem = is_json(path) ? add_takeout(unit, path, sidecars) : add_xmp(unit, path, sidecars);
    } catch (const Error& error) {
      problem = error.what();
    }
    if (problem.empty()) continue;
    sink.issue({clean_text(path), "", problem,
                is_json(path) ? "take it from the export again; the picture counts without it"
                              : "save the sidecar again from the program that wrote it"});
  }
  // IMG_1.jpg.xmp speaks of this file alone; IMG_1.xmp may have been meant for the raw file beside it.
  std::stable_sort(sidecars.xmp.begin(), sidecars.xmp.end(),
                   [](const XmpSidecar& a, const XmpSidecar& b) { return a.path.size() > b.path.size(); });
  return sidecars;
}

}  // namespace hoego
