#include "claims/mentions.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

struct KindWord {
  std::string_view word;
  std::string_view ids;  ///< ids it may stand for, the first there is, between blanks
};

constexpr std::array<KindWord, 41> kind_words = {{
    {"책", "books"},
    {"독서", "books"},
    {"book", "books"},
    {"books", "books"},
    {"reading", "books"},
    {"글", "posts writing blog"},
    {"포스트", "posts blog"},
    {"포스팅", "posts blog"},
    {"블로그", "posts blog"},
    {"post", "posts blog"},
    {"posts", "posts blog"},
    {"article", "posts"},
    {"articles", "posts"},
    {"사진", "photos"},
    {"photo", "photos"},
    {"photos", "photos"},
    {"picture", "photos"},
    {"pictures", "photos"},
    {"커밋", "commits code"},
    {"commit", "commits code"},
    {"commits", "commits code"},
    {"논문", "papers"},
    {"paper", "papers"},
    {"papers", "papers"},
    {"pr", "pull_requests"},
    {"prs", "pull_requests"},
    {"풀 리퀘스트", "pull_requests"},
    {"pull request", "pull_requests"},
    {"pull requests", "pull_requests"},
    {"리뷰", "reviews"},
    {"review", "reviews"},
    {"reviews", "reviews"},
    {"운동", "workouts exercise gym fitness"},
    {"헬스장", "gym workouts"},
    {"헬스", "gym workouts"},
    {"gym", "gym workouts"},
    {"workout", "workouts gym"},
    {"workouts", "workouts gym"},
    {"work out", "workouts gym"},
    {"exercise", "workouts exercise gym"},
    {"대화", "chats"},
}};

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Where a word stands at the edge of one; a Latin word must end there too, but for a plural.
std::vector<Mention> places(std::string_view text, std::string_view word, const std::string& id) {
  std::vector<Mention> all;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at > 0 && is_word_byte(text[at - 1])) continue;
    std::size_t end = at + word.size();
    if (is_letter(word.back())) {
      if (end < text.size() && text[end] == 's') ++end;
      if (end < text.size() && is_letter(text[end])) continue;
    }
    all.push_back({id, at, end});
  }
  return all;
}

const Vocabulary::Name* first_of(std::string_view ids, const std::vector<Vocabulary::Name>& names) {
  while (!ids.empty()) {
    const std::size_t blank = std::min(ids.find(' '), ids.size());
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& name) { return name.id == ids.substr(0, blank); });
    if (found != names.end()) return &*found;
    ids.remove_prefix(std::min(blank + 1, ids.size()));
  }
  return nullptr;
}

}  // namespace

std::vector<Mention> mentions(std::string_view folded, const std::vector<Vocabulary::Name>& names) {
  std::vector<Mention> all;
  for (const Vocabulary::Name& name : names) {
    const std::string word = fold_case(name.written);
    if (word.empty()) continue;
    for (Mention& one : places(folded, word, name.id)) all.push_back(std::move(one));
  }
  for (const KindWord& kind : kind_words) {
    if (const auto* name = first_of(kind.ids, names)) {
      for (Mention& one : places(folded, kind.word, name->id)) all.push_back(std::move(one));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.at != b.at ? a.at < b.at : a.end > b.end;
  });
  std::vector<Mention> kept;
  for (Mention& one : all) {
    if (kept.empty() || one.at >= kept.back().end) kept.push_back(std::move(one));
  }
  return kept;
}

}  // namespace hoego
