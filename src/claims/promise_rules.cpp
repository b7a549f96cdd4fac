#include "claims/promise_rules.h"

namespace hoego {
namespace {

template <typename T>
std::vector<T> joined(const std::vector<std::vector<T>>& parts) {
  std::vector<T> out;
  for (const std::vector<T>& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

}  // namespace

const std::vector<PromiseRule>& promise_rules() {
  static const std::vector<PromiseRule> all =
      joined<PromiseRule>({korean_wishes(), korean_plans(), korean_promises(), english_wishes(),
                           english_plans(), english_promises()});
  return all;
}

const std::vector<Veto>& promise_vetoes() {
  static const std::vector<Veto> all = joined<Veto>({korean_vetoes(), english_vetoes()});
  return all;
}

const std::vector<Shift>& promise_shifts() {
  static const std::vector<Shift> all = {
      {Tongue::Korean,
       "(여행|출장|유학|이사|결혼식|비행기|출국|캠핑|신혼여행)(을|를|은|는|도|에)? ?(또 |다시 |한 번 더 "
       ")?(가|갈|간|떠나|떠날|다녀|하|할|잡|타)|"
       "다녀오|다녀올|떠나|떠날|({ahead}).*(에|로|으로) ?(또 |다시 |한 번 더 )?(가려|가기로|갈 |가겠|가자|가 "
       "보|이사)|결혼하|결혼할|"
       "이사하|이사할|이사를 |공연을 (하|할|올|보)|무대에 (서|설|오)",
       "않|_안_|안 가|말고|만_|만을|줄이|줄여|매주|매달|매일|매월|자주|꾸준|일주일|한 달에|주 [0-9]|덜 "
       "|금지|그만|아끼|한 번만|목표"},
      {Tongue::English,
       "\\b(will|'ll|going to|decided to|aim to|intend to|promise to|shall)( be| finally| also| all)* "
       "(travel|travell?ing|visit|visiting|fly|"
       "flying|move (out|in|to|into|back)|moving (out|in|to)|go back to|go (back )?to (japan|canada|the "
       "(coast|mountains|sea))|return to|get married|"
       "marry|spend (christmas|new year|a (week|month)|two weeks|three weeks|the "
       "(summer|winter|holidays))|perform|play (a show|our|at)|give a talk|"
       "be on (sabbatical|leave|parental leave|holiday|vacation)|be in [a-z]+ (for|in|from|until)|speak "
       "at|present at|take (a trip|the train)|drive to|hike the|attend)\\b|\\b(i'm|i am|we're|we are) going "
       "to (?=(the|japan|canada|busan|"
       "seoul|jeju|tokyo|kyoto|osaka|europe|italy|france|spain|portugal|iceland|taiwan|vietnam|thailand|"
       "berlin|paris|london|lisbon|new|my|our|a) ?)",
       "\\b(not|never|no more|won't|n't|less|fewer|once a|twice a|every|only|more often|a week|a month|no "
       ")\\b"},
  };
  return all;
}

}  // namespace hoego
