#include <algorithm>
#include <array>

#include "analysis/activities.h"
#include "analysis/evidence.h"
#include "analysis/repeated_titles.h"

namespace hoego {
namespace {

struct KindName {
  Kind kind;
  const char* id;
  const char* ko;
  const char* en;
};

/// Kinds that are activities without any rule. Events are told apart by their titles instead.
constexpr std::array<KindName, 19> kinds = {{
    {Kind::Photo, "photos", "사진", "photos"},
    {Kind::Video, "videos", "영상", "videos"},
    {Kind::Commit, "commits", "커밋", "commits"},
    {Kind::PullRequest, "pull_requests", "PR", "pull requests"},
    {Kind::Review, "reviews", "리뷰", "reviews"},
    {Kind::Issue, "issues", "이슈", "issues"},
    {Kind::Comment, "comments", "댓글", "comments"},
    {Kind::Post, "posts", "글", "posts"},
    {Kind::Note, "notes", "노트", "notes"},
    {Kind::Book, "books", "책", "books"},
    {Kind::Paper, "papers", "논문", "papers"},
    {Kind::Workout, "workouts", "운동", "workouts"},
    {Kind::Sleep, "sleep", "잠", "sleep"},
    {Kind::Listen, "listens", "들은 노래", "songs heard"},
    {Kind::Watch, "watches", "본 영상", "videos watched"},
    {Kind::Chat, "chats", "프롬프트", "prompts"},
    {Kind::Message, "messages", "메시지", "messages"},
    {Kind::Visit, "visits", "방문", "visits"},
    {Kind::Expense, "expenses", "지출", "expenses"},
}};

const KindName* kind_name(Kind kind) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [kind](const KindName& entry) { return entry.kind == kind; });
  return found == kinds.end() ? nullptr : &*found;
}

const KindName* kind_name(const std::string& id) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&id](const KindName& entry) { return id == entry.id; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace

std::vector<KindActivity> kind_activities() {
  std::vector<KindActivity> all;
  for (const KindName& entry : kinds) all.push_back({entry.kind, entry.id, {entry.ko, entry.en}});
  return all;
}

std::string reduced_title(std::string_view title) {
  std::string out;
  int brackets = 0;
  for (const char c : fold_case(title)) {
    if (c == '(' || c == '[') ++brackets;
    if (brackets == 0 && !(c >= '0' && c <= '9') && c != '#') out.push_back(c);
    if ((c == ')' || c == ']') && brackets > 0) --brackets;
  }
  // What numbers leave behind: "3월 15일", "2nd", "week".
  static const std::array<std::string_view, 6> leftovers = {"년", "월", "일", "회차", "회", "주차"};
  std::string reduced;
  for (std::size_t at = 0; at <= out.size();) {
    const std::size_t space = std::min(out.find_first_of(" \t\n.,:;/-_~", at), out.size());
    const std::string word = out.substr(at, space - at);
    if (!word.empty() && std::find(leftovers.begin(), leftovers.end(), word) == leftovers.end()) {
      if (!reduced.empty()) reduced.push_back(' ');
      reduced += word;
    }
    at = space + 1;
  }
  return reduced;
}

Assignment::Assignment(const Timeline& timeline, const Settings& settings) : settings_(settings) {
  if (!settings.activities.empty()) return;
  for (const RepeatedTitle& title : repeated_titles(timeline, settings)) {
    const std::string id = free_id(title.reduced, settings);
    titles_[title.reduced] = id;
    labels_.try_emplace(id, Label{title.spellings.front(), title.spellings.front()});
  }
}

std::string Assignment::of(const Record& record) const {
  for (const ActivityRule& rule : settings_.activities) {
    if (rule.matches(record)) return rule.id;
  }
  if (record.kind == Kind::Event) {
    const auto found = titles_.find(reduced_title(record.title));
    return found == titles_.end() ? std::string() : found->second;
  }
  const KindName* known = kind_name(record.kind);
  return known == nullptr ? std::string() : known->id;
}

Label Assignment::label_of(const std::string& id) const {
  for (const ActivityRule& rule : settings_.activities) {
    if (rule.id == id) return rule.label;
  }
  if (const auto found = labels_.find(id); found != labels_.end()) return found->second;
  if (const KindName* known = kind_name(id)) return {known->ko, known->en};
  return {id, id};
}

std::string Assignment::area_of(const std::string& id) const {
  for (const ActivityRule& rule : settings_.activities) {
    if (rule.id == id) return rule.area;
  }
  return {};
}

bool Assignment::counts_payments(const std::string& id) const {
  for (const ActivityRule& rule : settings_.activities) {
    if (rule.id == id) return rule.is_of_expenses();
  }
  return true;
}

std::optional<double> Assignment::default_hours(const std::string& id) const {
  for (const ActivityRule& rule : settings_.activities) {
    if (rule.id == id) return rule.hours;
  }
  return std::nullopt;
}

}  // namespace hoego
