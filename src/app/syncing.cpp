#include "app/syncing.h"

#include <fmt/format.h>

#include "app/output.h"

namespace hoego {

std::size_t print_sync_result(Life& life, const ImportResult& result) {
  for (const auto& [type, counts] : result.by_type) {
    fmt::print("  {:<8} {:>7} new  {:>7} same  {:>7} changed  {:>7} gone\n", type, thousands(counts.fresh),
               thousands(counts.same), thousands(counts.changed), thousands(counts.gone));
  }
  if (result.unknown > 0)
    fmt::print("  {:<8} {:>7} files that are nothing hoego knows\n", "other", thousands(result.unknown));
  const std::size_t problems = static_cast<std::size_t>(result.problems) + life.decision_issues().size();
  fmt::print("{} new / {} same / {} changed / {} gone / {} merged / {} problems\n", thousands(result.fresh),
             thousands(result.same), thousands(result.changed), thousands(result.gone),
             thousands(life.merged()), thousands(problems));
  if (problems > 0)
    fmt::print(stderr, "hoego: {} problem{}; see `hoego problems`\n", thousands(problems),
               problems == 1 ? "" : "s");
  return problems;
}

}  // namespace hoego
