#include "analysis/terms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace hoego {
namespace {

/// Longest first: 에서는 before 에서 before 에.
constexpr std::array<std::string_view, 38> particles = {
    "으로부터", "에서부터", "이라는", "에서는", "에서도", "에게서", "으로는", "으로도", "까지도", "이라고",
    "에서",     "에게",     "으로",   "까지",   "부터",   "이랑",   "하고",   "처럼",   "보다",   "라는",
    "에는",     "에도",     "로는",   "로도",   "이나",   "이란",   "은",     "는",     "이",     "가",
    "을",       "를",       "에",     "의",     "도",     "로",     "와",     "과"};

/// What forms of verbs and adjectives end in, and words whose particle could not be told from the rest.
constexpr std::array<std::string_view, 46> predicates = {
    "하다", "한다", "했다", "하는",   "하기", "하며", "하면",   "해서", "했던", "하지", "되는", "된다",
    "됐다", "되기", "되지", "습니다", "니다", "어요", "아요",   "해요", "네요", "세요", "이다", "있다",
    "없다", "있는", "없는", "같은",   "싶다", "보기", "만들기", "쓰기", "않는", "않기", "적인", "았다",
    "었다", "였다", "까요", "게요",   "은",   "는",   "던",     "를",   "에서", "으로"};

constexpr std::array<std::string_view, 96> common_latin = {
    "the",     "and",     "for",     "with",   "from",    "into",  "that",     "this",     "not",
    "new",     "add",     "fix",     "feat",   "feature", "chore", "docs",     "doc",      "test",
    "tests",   "style",   "build",   "ci",     "wip",     "merge", "refactor", "revert",   "perf",
    "update",  "remove",  "delete",  "rename", "move",    "bump",  "use",      "make",     "typo",
    "review",  "reviews", "readme",  "todo",   "draft",   "demo",  "day",      "week",     "month",
    "year",    "time",    "part",    "tip",    "tips",    "how",   "why",      "what",     "when",
    "to",      "in",      "of",      "on",     "at",      "by",    "is",       "it",       "or",
    "an",      "vs",      "my",      "me",     "we",      "do",    "no",       "ok",       "am",
    "pm",      "id",      "re",      "fw",     "qa",      "etc",   "via",      "pr",       "ver",
    "version", "release", "meeting", "weekly", "daily",   "study", "chat",     "untitled", "note",
    "support", "change",  "changes", "first",  "next",    "all"};

constexpr std::array<std::string_view, 84> common_hangul = {
    "추가", "수정", "삭제",   "변경", "개선", "정리",   "작성", "구현", "적용", "반영",     "제거",   "확인",
    "오류", "문제", "해결",   "방법", "사용", "설정",   "기능", "처리", "관련", "업데이트", "테스트", "코드",
    "파일", "문서", "번역",   "리뷰", "회의", "미팅",   "모임", "약속", "예약", "오늘",     "내일",   "어제",
    "이번", "다음", "지난",   "올해", "작년", "내년",   "회고", "일기", "기록", "생각",     "이야기", "시간",
    "하루", "주말", "아침",   "점심", "저녁", "오전",   "오후", "연습", "공부", "스터디",   "여행",   "출장",
    "휴가", "생일", "결혼식", "병원", "운동", "수업",   "레슨", "공연", "질문", "그리고",   "대한",   "위한",
    "개인", "단체", "정기",   "합주", "발표", "세미나", "행사", "마감", "식사", "가족",     "친구",   "회사"};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Bytes of the Hangul syllable (U+AC00..U+D7A3) that begins at `at`; 0 where there is none.
std::size_t syllable_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  if ((byte(0) & 0xF0U) != 0xE0U) return 0;
  const std::uint32_t c = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  return c >= 0xAC00 && c <= 0xD7A3 ? 3 : 0;
}
constexpr std::size_t syllable = 3;

std::size_t latin_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const char c = text[end];
    const bool inner = (c == '-' || c == '.') && end + 1 < text.size() &&
                       (is_letter(text[end + 1]) || is_digit(text[end + 1]));
    if (!is_letter(c) && !is_digit(c) && !inner && c != '+' && c != '#') break;
    ++end;
  }
  return end - at;
}

bool marked_inside(std::string_view word) {
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return is_capital(c) || is_digit(c); });
}

void mark(std::vector<Word>& words) {
  const bool hangul = std::any_of(words.begin(), words.end(), [](const Word& word) { return word.hangul; });
  const auto latin = std::count_if(words.begin(), words.end(), [](const Word& word) { return !word.hangul; });
  const auto capitals = std::count_if(
      words.begin(), words.end(), [](const Word& word) { return !word.hangul && is_capital(word.text[0]); });
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    if (word.hangul) continue;
    const bool head = is_capital(word.text[0]) && i > 0 && 2 * capitals <= latin;
    word.marked = hangul || head || marked_inside(word.text);
  }
}

}  // namespace

std::vector<Word> words_in(std::string_view text) {
  constexpr std::size_t longest_text = 20000;
  constexpr std::size_t longest_word = 40;
  std::vector<Word> words;
  text = text.substr(0, longest_text);
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(text[at])) {
      const std::size_t size = latin_run(text, at);
      const std::string_view word = text.substr(at, size);
      const auto letters = std::count_if(word.begin(), word.end(), is_letter);
      if (letters > 1 && size <= longest_word) words.push_back({std::string(word)});
      at += size;
    } else if (syllable_at(text, at) > 0) {
      std::size_t end = at;
      while (syllable_at(text, end) > 0) end += syllable;
      // What is glued to a Latin word is a particle.
      const bool glued = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
      const bool fits = end - at >= 2 * syllable && end - at <= longest_word;
      if (fits && !(glued && holds(particles, text.substr(at, end - at))))
        words.push_back({std::string(text.substr(at, end - at)), true});
      at = end;
    } else {
      ++at;
    }
  }
  mark(words);
  return words;
}

void Stems::learn(const std::string& hangul) {
  seen_[hangul].insert("");
  for (const std::string_view particle : particles) {
    if (ends(hangul, particle) && hangul.size() >= particle.size() + 2 * syllable)
      seen_[hangul.substr(0, hangul.size() - particle.size())].insert(particle);
  }
}

std::string Stems::stem(const std::string& hangul) const {
  for (const std::string_view particle : particles) {
    if (!ends(hangul, particle) || hangul.size() < particle.size() + 2 * syllable) continue;
    std::string rest = hangul.substr(0, hangul.size() - particle.size());
    const auto found = seen_.find(rest);
    if (found != seen_.end() && found->second.size() > 1) return rest;
  }
  return hangul;
}

bool is_common(const Word& word, std::string_view key) {
  if (!word.hangul) return holds(common_latin, key);
  return holds(common_hangul, key) || std::any_of(predicates.begin(), predicates.end(),
                                                  [&](std::string_view ending) { return ends(key, ending); });
}

}  // namespace hoego
