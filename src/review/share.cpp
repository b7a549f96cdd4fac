#include "review/share.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "story/names.h"

namespace hoego {
namespace {

/// The pattern of a filter can hold any word: `where title ~ "민지"`.
std::string without_patterns(const std::string& check) {
  std::string out;
  bool after_tilde = false;
  for (std::size_t at = 0; at < check.size(); ++at) {
    const char c = check[at];
    if (c != '"') {
      after_tilde = c == '~' || (after_tilde && (c == ' ' || c == '\t'));
      out += c;
      continue;
    }
    std::size_t end = at + 1;
    while (end < check.size() && check[end] != '"') end += check[end] == '\\' ? 2 : 1;
    end = std::min(end, check.size() - 1);
    out += after_tilde ? "\"…\"" : check.substr(at, end + 1 - at);
    after_tilde = false;
    at = end;
  }
  return out;
}

class Sharing {
 public:
  Sharing(Findings findings, const Discretion& discretion)
      : all_(std::move(findings)), discretion_(discretion) {}

  Findings take() {
    leave_out();
    places();
    coverage();
    activities();
    titles();
    occasions();
    promises();
    evidence();
    return std::move(all_);
  }

 private:
  std::string plain(const std::string& text) const {
    return discretion_.people.without(discretion_.addresses.without(text));
  }
  void make_plain(std::string& text) const { text = plain(text); }
  void make_plain(Label& label) const {
    make_plain(label.ko);
    make_plain(label.en);
  }
  bool hidden(const std::string& text) const { return discretion_.hidden.found_in(text); }
  bool is_private(const std::string& id) const { return discretion_.private_ids.count(id) > 0; }
  bool hidden(const Label& label) const { return hidden(label.ko) || hidden(label.en); }

  template <class Items, class Wanted>
  static void drop(Items& items, Wanted wanted) {
    items.erase(std::remove_if(items.begin(), items.end(), wanted), items.end());
  }

  void leave_out() {
    all_.own_words.clear();
    all_.unused_corrections.clear();
    drop(all_.planned, [this](const Planned& one) { return hidden(one.title); });
    drop(all_.open, [this](const OpenItem& one) { return hidden(one.title) || hidden(one.repository); });
    drop(all_.promises, [this](const Promise& one) {
      return hidden(one.text) || hidden(one.check) || (one.terms && is_private(one.terms->name));
    });
    drop(all_.milestones,
         [this](const Milestone& one) { return one.what == MilestoneKind::Age || hidden(one.label); });
    for (std::vector<Occasion>* list : {&all_.firsts, &all_.lasts})
      drop(*list,
           [this](const Occasion& one) { return hidden(one.label) || hidden(one.key) || tells_a_name(one); });
    for (Promise& promise : all_.promises)
      drop(promise.risks, [this](const Risk& one) { return hidden(one.title); });
  }

  /// A word that became a topic and is somebody's name.
  bool tells_a_name(const Occasion& one) const {
    return one.subject == Subject::Topic &&
           (plain(one.label.ko) != one.label.ko || plain(one.key) != one.key);
  }

  void places() {
    const auto to_town = [this](Spot& spot) {
      if (spot.at) spot.at = discretion_.centre_of ? discretion_.centre_of(spot.place) : std::nullopt;
    };
    for (Home& home : all_.homes) home.spot.at.reset();
    for (Trip& trip : all_.trips) {
      for (Stay& stay : trip.stays) to_town(stay.spot);
    }
    for (Planned& planned : all_.planned) {
      if (planned.where) to_town(*planned.where);
    }
    if (all_.commute) all_.commute->between = {};
  }

  void coverage() {
    std::map<Kind, int> of_kind;
    for (CoverageFinding& one : all_.coverage) {
      const std::string id = fmt::format("coverage-{}-{}", name(one.kind), ++of_kind[one.kind]);
      new_ids_[one.id] = id;
      one.id = id;
      one.source = kind_name(one.kind, discretion_.language);
      one.scope.clear();
    }
    for (Activity& activity : all_.activities) rename(activity.coverage);
    for (Promise& promise : all_.promises) rename(promise.coverage);
  }

  void activities() {
    int number = 0;
    for (Activity& activity : all_.activities) {
      ++number;
      const Label before = activity.label;
      make_plain(activity.label);
      const bool named = activity.label.ko != before.ko || activity.label.en != before.en;
      if (named || holds_a_name(activity.id)) rename_activity(activity, fmt::format("activity-{}", number));
      make_plain(activity.area);
      for (auto total = activity.totals.begin(); total != activity.totals.end();)
        total = plain(total->first) == total->first ? std::next(total) : activity.totals.erase(total);
    }
    for (Planned& planned : all_.planned) rename(planned.activity);
    if (all_.code_and_prompts) {
      rename(all_.code_and_prompts->code);
      rename(all_.code_and_prompts->prompts);
    }
    for (AreaTime& area : all_.areas) {
      make_plain(area.id);
      make_plain(area.label);
    }
  }

  bool holds_a_name(const std::string& id) const {
    return discretion_.people.in_slug(id) || discretion_.addresses.without(id) != id;
  }

  void rename_activity(Activity& activity, const std::string& id) {
    give_new_id(activity.id, id);
    for (Change& change : activity.changes) change.id = with_new_part(change.id, activity.id, id);
    for (Best& best : all_.bests) {
      if (best.activity != activity.id) continue;
      best.id = with_new_part(best.id, activity.id, id);
      best.activity = id;
    }
    activity.id = id;
  }

  static std::string with_new_part(std::string text, const std::string& part, const std::string& instead) {
    const std::size_t at = text.find(part);
    return at == std::string::npos ? text : text.replace(at, part.size(), instead);
  }

  void titles() {
    for (Trip& trip : all_.trips) {
      make_plain(trip.name);
      if (hidden(trip.name)) trip.name.clear();
      if (!trip.planned) continue;
      make_plain(trip.planned->title);
      if (hidden(trip.planned->title)) trip.planned->title = "…";
    }
    std::map<std::string, int> of_day;
    for (Planned& planned : all_.planned) {
      make_plain(planned.title);
      const std::string day = planned.days.from.iso();
      planned.id = fmt::format("planned-{}-{}", day, ++of_day[day]);
    }
    int number = 0;
    for (OpenItem& item : all_.open) {
      make_plain(item.title);
      item.repository = plain(item.repository.substr(item.repository.rfind('/') + 1));
      item.id = fmt::format("open-{}", ++number);
    }
    number = 0;
    for (ClockFinding& clock : all_.clocks) {
      make_plain(clock.camera);
      clock.id = fmt::format("clock-{}-{}", clock.days.from.iso().substr(0, 7), ++number);
    }
    number = 0;
    for (Milestone& milestone : all_.milestones) {
      make_plain(milestone.label);
      milestone.id = fmt::format("milestone-{}", ++number);
    }
  }

  void occasions() {
    int number = 0;
    for (std::vector<Occasion>* list : {&all_.firsts, &all_.lasts}) {
      for (Occasion& one : *list) {
        ++number;
        const char* what = list == &all_.firsts ? "first" : "last";
        one.id = fmt::format("{}-{}-{}", what, name(one.subject), number);
        share_subject(one);
      }
    }
  }

  void share_subject(Occasion& one) const {
    switch (one.subject) {
      case Subject::Person:
        one.label = {initials(one.label.ko), initials(one.label.en)};
        one.key = one.label.en;
        return;
      case Subject::Activity:
        rename(one.key);
        return make_plain(one.label);
      case Subject::Repository:
        make_plain(one.key);
        return make_plain(one.label);
      default:  // names that all the world knows, of countries, tools, books
        return;
    }
  }

  void promises() {
    int number = 0;
    for (Promise& promise : all_.promises) {
      promise.id = fmt::format("promise-{}", ++number);
      make_plain(promise.text);
      share_check(promise);
      promise.where.clear();
      for (Risk& risk : promise.risks) make_plain(risk.title);
    }
  }

  void share_check(Promise& promise) {
    if (promise.terms) {
      std::string& id = promise.terms->name;
      // An activity without a record is not in the list, and may be promised.
      if (new_ids_.count(id) == 0 && holds_a_name(id))
        give_new_id(id, fmt::format("activity-{}", promise.id));
      rename(id);
    }
    promise.check = plain(ids_in_checks_.replaced(without_patterns(promise.check)));
  }

  void give_new_id(const std::string& id, const std::string& instead) {
    new_ids_[id] = instead;
    ids_in_checks_.add(id, instead);
  }

  void evidence() {
    all_.cited.clear();
    const auto empty = [](Evidence& one) { one.records.clear(); };
    for (Home& one : all_.homes) empty(one.evidence);
    for (Trip& one : all_.trips) {
      empty(one.evidence);
      empty(one.cost_evidence);
    }
    for (Activity& one : all_.activities) {
      empty(one.evidence);
      empty(one.cost_evidence);
      if (one.against) empty(one.against->evidence);
      for (Change& change : one.changes) empty(change.evidence);
    }
    for (Planned& one : all_.planned) empty(one.evidence);
    for (OpenItem& one : all_.open) empty(one.evidence);
    for (ClockFinding& one : all_.clocks) empty(one.evidence);
    for (Milestone& one : all_.milestones) empty(one.evidence);
    for (std::vector<Occasion>* list : {&all_.firsts, &all_.lasts}) {
      for (Occasion& one : *list) empty(one.evidence);
    }
    for (Best& one : all_.bests) empty(one.evidence);
    for (AreaTime& one : all_.areas) empty(one.evidence);
    if (all_.commute) empty(all_.commute->evidence);
    if (all_.code_and_prompts) empty(all_.code_and_prompts->evidence);
    for (Promise& one : all_.promises) {
      empty(one.evidence);
      for (Risk& risk : one.risks) empty(risk.evidence);
    }
  }

  void rename(std::string& id) const {
    const auto found = new_ids_.find(id);
    if (found != new_ids_.end()) id = found->second;
  }
  void rename(std::vector<std::string>& ids) const {
    for (std::string& id : ids) rename(id);
  }

  Findings all_;
  const Discretion& discretion_;
  std::map<std::string, std::string> new_ids_;
  Aliases ids_in_checks_;
};

}  // namespace

Findings shared(Findings findings, const Discretion& discretion) {
  return Sharing(std::move(findings), discretion).take();
}

}  // namespace hoego
