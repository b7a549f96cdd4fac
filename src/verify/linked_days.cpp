#include "verify/linked_days.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// 무렵, around.
void note_about(std::string_view folded, SaidDays& one) {
  const std::string_view before = folded.substr(0, one.at);
  const std::string_view after = folded.substr(one.end);
  for (const std::string_view word : {"around ", "about ", "or so"})
    one.about = one.about || ends(before, word);
  for (const std::string_view word : {" 무렵", "쯤", " 쯤", "경", " 즈음", "께"})
    one.about = one.about || begins(after, 0, word);
}

/// "2월 20일부터", "since February 20": open to one side, unless it is a span.
void note_open(std::string_view folded, SaidDays& one) {
  if (one.to || one.ends_span) return;
  const std::string_view before = folded.substr(0, one.at);
  const std::string_view after = folded.substr(one.end);
  for (const std::string_view word : {"부터", " 뒤로", " 이후", " 무렵부터"}) {
    if (begins(after, 0, word)) one.open = Open::Onwards;
  }
  // "40 photos from May" are May's.
  for (const std::string_view word : {"photos from ", "pictures from ", "shots from ", "posts from "}) {
    if (one.fineness == Fineness::Month && ends(before, word) && !begins(after, 0, " on")) return;
  }
  for (const std::string_view word :
       {"since ", "from ", "after ", "starting ", "beginning ", "시작이 ", "시작은 "}) {
    if (ends(before, word)) one.open = Open::Onwards;
  }
  if (begins(after, 0, "까지")) one.open = Open::UpTo;
  for (const std::string_view word : {"until ", "by ", "up to ", "before "}) {
    if (ends(before, word)) one.open = Open::UpTo;
  }
}

void link_spans(std::string_view folded, std::vector<SaidDays>& out) {
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::string_view gap = folded.substr(out[i].end, out[i + 1].at - out[i].end);
    const std::string_view tail = folded.substr(out[i + 1].end);
    const bool dash = gap == "~" || gap == " ~ " || gap == "–" || gap == "-" || gap == " – " || gap == " - ";
    const bool korean =
        (gap == "부터 " || gap == "에서 ") &&
        (begins(tail, 0, "까지") || begins(tail, 0, "의") || begins(tail, 0, " 사이") || gap == "부터 ");
    const bool english = gap == " to " || gap == " through " || gap == " until " || gap == " till " ||
                         (gap == " and " && ends(folded.substr(0, out[i].at), "between "));
    const bool list = gap == " and " || gap == ", " || gap == "과 " || gap == "와 " || gap == "·" ||
                      gap == ", and " || gap == "이랑 " || gap == " or " || gap == ", or " ||
                      gap == "하고 " || gap == "이나 " || gap == " nor ";
    if (dash || korean || english) {
      if (out[i + 1].days.to < out[i].days.from || out[i + 1].days == out[i].days) {
        out[i].backwards = true;
        continue;
      }
      out[i].to = i + 1;
      out[i + 1].ends_span = true;
    } else if (list) {
      out[i + 1].listed = true;
    }
  }
}

}  // namespace

void link_days(std::string_view folded, std::vector<SaidDays>& days) {
  for (SaidDays& one : days) note_about(folded, one);
  link_spans(folded, days);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool of_a_list = i + 1 < days.size() && days[i + 1].listed;  // "from January and February"
    if (!of_a_list) note_open(folded, days[i]);
  }
}

}  // namespace hoego
