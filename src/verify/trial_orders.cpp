#include <algorithm>

#include "verify/trial.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}
bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// "부산으로 이사했다", "새 동네는 오사카", "relocated to Kenilworth": the place is said to be the new home.
bool is_new_home(std::string_view text, const NamedThing& name) {
  const std::string_view after = text.substr(name.end);
  const std::string_view before = text.substr(0, name.at);
  for (const std::string_view toward : {"으로 ", "로 "}) {
    if (!begins(after, toward)) continue;
    for (const std::string_view verb : {"이사", "옮", "집을 옮", "거주지", "거처", "이주"}) {
      if (begins(after.substr(toward.size()), verb)) return true;
    }
  }
  for (const std::string_view head :
       {"새 동네는 ", "새 집은 ", "새집은 ", "이사한 곳은 ", "자리를 잡은 곳은 ", "moved to ",
        "relocated to ", "settled in ", "moved house to ", "moved home to ", "new place in ", "new home in ",
        "new home is ", "new home: "}) {
    if (ends(before, head)) return true;
  }
  // "I moved house in February, to Toronto".
  return ends(before, ", to ") && before.find("moved") != std::string_view::npos;
}

}  // namespace

/// "from Seoul to Gimpo": who comes first.
void Trial::moves(std::vector<VerifiedPart>& to) const {
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
      if (!order.needs.has(Cue::Move) || !cues.has(Cue::Move)) continue;
      VerifiedPart part;
      part.stated = Stated::Order;
      part.at = name.at;
      part.end = name.end;
      part.finding = order.finding;
      const bool is_new = meet({order.winner}, name.keys);
      const bool is_old = meet(order.of, name.keys);
      const bool moved_there = is_new_home(text, name);
      if (moved_there && !is_new) {
        part.standing = Standing::Differs;
        to.push_back(part);
        continue;
      }
      if ((!is_new && !is_old) || role(name) == 0) continue;
      part.standing = (role(name) == 1) == is_new ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
    }
  }
}

/// "사진은 밴프에서 가장 많이 찍었다", "the farthest was Canada": the place nearest to a superlative must
/// hold it in one of the orders that know the place.
void Trial::superlatives(std::vector<VerifiedPart>& to) const {
  for (const CueAt& cue : said_.cues()) {
    if (cue.cue != Cue::Most && cue.cue != Cue::Longest && cue.cue != Cue::Farthest) continue;
    const std::string_view words = std::string_view(said_.folded()).substr(cue.at);
    const bool fewest = begins(words, "가장 적") || begins(words, "제일 적") || begins(words, "가장 짧");
    const NamedThing* name = holder_of(cue);
    if (name == nullptr || fewest) continue;
    VerifiedPart part;
    part.stated = Stated::Order;
    part.at = name->at;
    part.end = name->end;
    bool judged = false;
    for (const PlaceOrder& order : known_.facts.place_orders) {
      if (!order.needs.has(cue.cue) || !said_.all_cues().any_of(order.of)) continue;
      const bool wins = meet(order.winners, name->keys);
      if (!wins && !meet(order.among, name->keys)) continue;
      if (!judged || wins) part.finding = order.finding;
      judged = true;
      if (wins) part.standing = Standing::Agrees;
      if (!wins && part.standing != Standing::Agrees) part.standing = Standing::Differs;
    }
    const bool again = std::any_of(to.begin(), to.end(), [&part](const VerifiedPart& other) {
      return other.stated == Stated::Order && other.at == part.at;
    });
    if (judged && !again) to.push_back(part);
  }
}

/// The place of a superlative's clause: in Korean the last before it, else the first behind it.
const NamedThing* Trial::holder_of(const CueAt& cue) const {
  const std::string_view text = said_.folded();
  // A month may hold the superlative, and then no place does.
  if (said_.cues_of({cue.at, text.size()}).has(Cue::MonthWord)) return nullptr;
  const NamedThing* before = nullptr;
  const NamedThing* behind = nullptr;
  for (const NamedThing& name : said_.names()) {
    if (name.what != Named::Place || begins(text.substr(name.end), "보다")) continue;
    if (name.end <= cue.at) before = &name;
    if (name.at >= cue.end && behind == nullptr) behind = &name;
  }
  if (before != nullptr) {
    const std::string_view gap = text.substr(before->end, cue.at - before->end);
    for (const std::string_view mark : {", ", "고 ", "지만 ", "는데 ", " and ", "; ", " then "}) {
      if (gap.find(mark) == std::string_view::npos) continue;
      before = nullptr;
      break;
    }
  }
  if (said_.korean()) {
    const bool marked =
        before != nullptr &&
        (begins(text.substr(before->end), "에서 ") || begins(text.substr(before->end), "에서만") ||
         begins(text.substr(before->end), "에 ") || begins(text.substr(before->end), "이 ") ||
         begins(text.substr(before->end), "가 "));
    if (marked) return before;
    const bool defined = behind != nullptr &&
                         text.substr(cue.end, behind->at - cue.end).find("곳은 ") != std::string_view::npos;
    return defined ? behind : nullptr;
  }
  if (behind != nullptr && behind->at - cue.end < 60) return behind;
  return before;
}

void Trial::orders(std::vector<VerifiedPart>& to) const {
  moves(to);
  superlatives(to);
}

}  // namespace hoego
