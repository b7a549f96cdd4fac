#include <algorithm>

#include "verify/trial.h"

namespace hoego {

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
    const bool travel_seen = 5 * known_.findings.journeys_seen >=
                             4 * (known_.findings.period.lived_to() - known_.findings.period.from + 1);
    part.standing = been                               ? Standing::Agrees
                    : !one.keys.empty() && travel_seen ? Standing::Differs
                                                       : Standing::CannotBeKnown;
    if (been && before != nullptr) {
      const std::string_view gap = text.substr(before->end, one.at - before->end);
      const bool bound = gap == " " || gap == "의 " || gap == "(" || (!said_.korean() && gap == ", ");
      const auto shares = [&](const std::vector<std::string>& keys) {
        return meet(before->keys, keys) && meet(one.keys, keys);
      };
      bool together = !bound;
      for (const NumberFact& fact : known_.facts.numbers) together = together || shares(fact.places);
      for (const DateFact& fact : known_.facts.dates) together = together || shares(fact.places);
      if (!together) part.standing = Standing::Differs;
    }
    const bool first_time =
        text.find("이번이 처음") != std::string_view::npos ||
        text.find("처음으로") != std::string_view::npos || text.find("처음 가") != std::string_view::npos ||
        text.find("처음 간") != std::string_view::npos || text.find("first time") != std::string_view::npos;
    if (been && first_time && !meet(one.keys, known_.facts.firsts)) part.standing = Standing::CannotBeKnown;
    before = &one;
    to.push_back(part);
  }
}

}  // namespace hoego
