#include "verify/rounding_words.h"

#include <algorithm>
#include <array>

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

template <typename Words>
bool ends_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return ends(text, word); });
}

template <typename Words>
std::size_t begins_any(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (begins(text, 0, word)) return word.size();
  }
  return 0;
}

}  // namespace

SaidRounding rounding_said(std::string_view before, std::string_view after, SaidRounding otherwise) {
  constexpr std::array<std::string_view, 13> about = {{"약 ", "대략 ", "거의 약 ", "about ", "around ",
                                                       "roughly ", "some ", "approximately ", "얼추 ",
                                                       "어림잡아 ", "~", "c. ", "circa "}};
  constexpr std::array<std::string_view, 7> about_after = {
      {"쯤", "정도", " 정도", "가량", " 가량", " 안팎", " 내외"}};
  constexpr std::array<std::string_view, 6> over = {
      {"more than ", "little more than ", "over ", "well over ", "above ", "upwards of "}};
  constexpr std::array<std::string_view, 14> over_after = {
      {" 넘게", "을 넘", "를 넘", "이 넘", "가 넘", " 넘는", " 조금 넘", "을 조금 넘", "를 조금 넘",
       "이 조금 넘", "을 살짝 넘", "를 살짝 넘", "을 훌쩍 넘", "를 훌쩍 넘"}};
  constexpr std::array<std::string_view, 5> nearly = {
      {"nearly ", "almost ", "close to ", "just under ", "거의 "}};
  constexpr std::array<std::string_view, 11> nearly_after = {
      {" 가까이", "에 가까", " 가까운", "이 채 안", "가 채 안", "에 조금 못 미", "에 못 미", "이 조금 안 ",
       "에 살짝 못 미", "이 채 못", "가 채 못"}};
  constexpr std::array<std::string_view, 7> least = {
      {"at least ", "적게 잡아도 ", "적어도 ", "최소 ", "no fewer than ", "no less than ", "at the least "}};
  constexpr std::array<std::string_view, 3> least_after = {{" 이상", " at the least", " at least"}};
  constexpr std::array<std::string_view, 7> most = {
      {"at most ", "no more than ", "under ", "fewer than ", "less than ", "많아야 ", "기껏해야 "}};
  constexpr std::array<std::string_view, 3> most_after = {{" 이하", "을 넘지 않", "를 넘지 않"}};
  // "1,000개를 넘긴 날" is the one on which it was reached.
  for (const std::string_view day : {"를 넘긴 날", "을 넘긴 날", "를 넘은 날", "을 넘은 날", "를 넘긴 건"}) {
    if (begins(after, 0, day)) return otherwise;
  }
  const bool rate = begins(after, 0, "꼴");
  // "44 hours over 38 sessions": spread over, not more than.
  constexpr std::array<std::string_view, 7> spread = {{", over ", "spread over ", "hours over ", "days over ",
                                                       "weeks over ", "months over ", "minutes over "}};
  if (ends_any(before, spread) || (before == "over " && begins(after, 0, ", "))) return otherwise;
  if (ends_any(before, least) || begins_any(after, least_after) > 0) return SaidRounding::AtLeast;
  if (ends_any(before, most) || begins_any(after, most_after) > 0) return SaidRounding::AtMost;
  if (begins_any(after, over_after) > 0 || ends_any(before, over)) return SaidRounding::Over;
  if (begins(after, 0, " 남짓") || ends(before, "just over ") || ends(before, "a little over "))
    return SaidRounding::JustOver;
  if (begins_any(after, nearly_after) > 0 || ends_any(before, nearly)) return SaidRounding::Nearly;
  if (rate || begins_any(after, about_after) > 0 || ends_any(before, about)) return SaidRounding::About;
  return otherwise;
}

}  // namespace hoego
