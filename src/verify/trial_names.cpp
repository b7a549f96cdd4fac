#include <algorithm>

#include "verify/trial.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) { return text.substr(0, word.size()) == word; }
bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

}  // namespace

/// Places, persons and other names: whether anything found knows them, and whether places that belong
/// together do.
void Trial::names(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  const NamedThing* before = nullptr;
  for (const NamedThing& one : said_.names()) {
    VerifiedPart part;
    part.at = one.at;
    part.end = one.end;
    if (one.what == Named::Person || one.what == Named::Unknown) {
      part.stated = one.what == Named::Person ? Stated::Person : Stated::Name;
      part.standing = one.keys.empty() ? Standing::CannotBeKnown : Standing::Agrees;
      to.push_back(part);
      continue;
    }
    if (one.what != Named::Place) continue;
    part.stated = Stated::Place;
    const bool been = meet(one.keys, known_.facts.been);
    const bool travel_seen = 5 * known_.findings.journeys_seen >= 4 * (known_.findings.period.lived_to() - known_.findings.period.from + 1);
    part.standing = been ? Standing::Agrees : !one.keys.empty() && travel_seen ? Standing::Differs : Standing::CannotBeKnown;
    if (been && before != nullptr) {
      const std::string_view gap = text.substr(before->end, one.at - before->end);
      const bool bound = gap == " " || gap == "의 " || gap == "(" || (!said_.korean() && gap == ", ");
      const auto shares = [&](const std::vector<std::string>& keys) { return meet(before->keys, keys) && meet(one.keys, keys); };
      bool together = !bound;
      for (const NumberFact& fact : known_.facts.numbers) together = together || shares(fact.places);
      for (const DateFact& fact : known_.facts.dates) together = together || shares(fact.places);
      if (!together) part.standing = Standing::Differs;
    }
    const bool first_time = text.find("이번이 처음") != std::string_view::npos || text.find("처음으로") != std::string_view::npos ||
                            text.find("처음 가") != std::string_view::npos || text.find("처음 간") != std::string_view::npos ||
                            text.find("first time") != std::string_view::npos;
    if (been && first_time && !meet(one.keys, known_.facts.firsts)) part.standing = Standing::CannotBeKnown;
    before = &one;
    to.push_back(part);
  }
}

/// "from Seoul to Gimpo", "사진은 밴프에서 가장 많이": who comes first.
void Trial::orders(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  const Cues cues = said_.all_cues();
  const auto role = [&](const NamedThing& name) {
    const std::string_view after = text.substr(name.end);
    const std::string_view before = text.substr(0, name.at);
    if (begins(after, "에서") || ends(before, "from ")) return -1;
    if (begins(after, "으로") || begins(after, "로") || ends(before, "to ")) return 1;
    return 0;
  };
  for (const NamedThing& name : said_.names()) {
    if (name.what != Named::Place) continue;
    for (const OrderFact& order : known_.facts.orders) {
      if (order.days || order.winner.empty() || !cues.any_of(order.needs)) continue;
      const bool move = order.needs.has(Cue::Move);
      VerifiedPart part;
      part.stated = Stated::Order;
      part.at = name.at;
      part.end = name.end;
      part.finding = order.finding;
      if (move) {
        const bool is_new = meet({order.winner}, name.keys);
        const bool is_old = meet(order.of, name.keys);
        if ((!is_new && !is_old) || role(name) == 0) continue;
        part.standing = (role(name) == 1) == is_new ? Standing::Agrees : Standing::Differs;
        to.push_back(part);
      }
    }
  }
}

}  // namespace hoego
