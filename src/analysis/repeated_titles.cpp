#include "analysis/repeated_titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "analysis/activities.h"
#include "analysis/evidence.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t fewest_times = 5;
constexpr std::size_t fewest_weeks = 3;

struct Seen {
  std::size_t times = 0;
  std::set<int> weeks;
  std::map<std::string, std::size_t> spellings;
  Date last;
};

bool is_named(const Record& record, const Settings& settings) {
  return std::any_of(settings.activities.begin(), settings.activities.end(),
                     [&record](const ActivityRule& rule) { return rule.matches(record); });
}

RepeatedTitle repeated(const std::string& reduced, const Seen& seen) {
  RepeatedTitle title{reduced, {}, seen.times, seen.weeks.size(), seen.last};
  for (const auto& [spelling, times] : seen.spellings) title.spellings.push_back(spelling);
  std::stable_sort(title.spellings.begin(), title.spellings.end(),
                   [&seen](const std::string& a, const std::string& b) {
                     return seen.spellings.at(a) > seen.spellings.at(b);
                   });
  return title;
}

std::string escaped(const std::string& word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::vector<RepeatedTitle> repeated_titles(const Timeline& timeline, const Settings& settings) {
  std::map<std::string, Seen> seen;
  for (const Record& record : timeline.records()) {
    if (record.kind != Kind::Event || !record.mine || is_named(record, settings)) continue;
    Seen& title = seen[reduced_title(record.title)];
    ++title.times;
    title.weeks.insert(record.day().days / 7);
    ++title.spellings[record.title];
    title.last = std::max(title.last, record.day());
  }
  std::vector<RepeatedTitle> titles;
  for (const auto& [reduced, found] : seen) {
    if (reduced.empty() || found.times < fewest_times || found.weeks.size() < fewest_weeks) continue;
    titles.push_back(repeated(reduced, found));
  }
  return titles;
}

std::string pattern_of(const RepeatedTitle& title) {
  const auto all = [&title](auto holds) {
    return std::all_of(title.spellings.begin(), title.spellings.end(),
                       [&holds](const std::string& spelling) { return holds(fold_case(spelling)); });
  };
  std::istringstream words(title.reduced);
  std::string plain;
  std::string apart;
  std::string first;
  for (std::string word; words >> word;) {
    if (first.empty()) first = word;
    plain += (plain.empty() ? "" : " ") + escaped(word);
    apart += (apart.empty() ? "" : ".*") + escaped(word);
  }
  const bool together =
      all([&title](const std::string& folded) { return folded.find(title.reduced) != std::string::npos; });
  const bool in_front = all([&first](const std::string& folded) { return folded.rfind(first, 0) == 0; });
  return (in_front ? "^" : "") + (together ? plain : apart);
}

std::string free_id(const std::string& name, const Settings& settings) {
  const auto is_taken = [&settings](const std::string& id) {
    const std::vector<KindActivity> kinds = kind_activities();
    return std::any_of(kinds.begin(), kinds.end(), [&id](const KindActivity& one) { return one.id == id; }) ||
           std::any_of(settings.activities.begin(), settings.activities.end(),
                       [&id](const ActivityRule& one) { return one.id == id; });
  };
  std::string id = slug(name);
  if (id.empty() || is_taken(id)) id = "calendar-" + id;
  const std::string base = id;
  for (int again = 2; is_taken(id); ++again) id = fmt::format("{}-{}", base, again);
  return id;
}

}  // namespace hoego
