#pragma once
#include <string>
#include <string_view>

#include "analysis/finding.h"
#include "story/particles.h"

namespace hoego::ko {

/// What one does with things of a kind or with an activity, as Korean says it: 헬스장에 가다, 드럼을 치다.
struct Deed {
  std::string_view done;    ///< 갔어요; empty where the counting alone is honest
  std::string_view before;  ///< 간 (날), 쓴 (글); empty likewise
  bool to_a_place = false;  ///< 에 rather than 을
};

/// By the activity's own name where it is known how one says it, else by its kind.
Deed deed(const Activity& activity);
/// 헬스장에는, 드럼은.
std::string as_topic(const Activity& activity);
/// 헬스장에, 드럼이 (있었어요), 드럼을 (쳤어요).
std::string as_object(const Activity& activity);
/// 갔어요 → 갔고.
std::string and_then(std::string_view done);

}  // namespace hoego::ko
