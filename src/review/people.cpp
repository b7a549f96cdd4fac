#include "review/people.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr std::size_t longest_name = 120;  // code points; what is longer is no name

bool is_letter_point(char32_t point) {
  return u_isalpha(static_cast<UChar32>(point)) != 0;
}

bool is_korean(const std::u32string& word) {
  return std::all_of(word.begin(), word.end(), is_hangul);
}

bool is_latin(const std::u32string& word) {
  return std::all_of(word.begin(), word.end(),
                     [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0 && c < 0x0590; });
}

/// Runs of letters.
std::vector<std::u32string> words_of(const std::u32string& text) {
  std::vector<std::u32string> words(1);
  for (const char32_t point : text) {
    if (is_letter_point(point))
      words.back().push_back(point);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// What is said behind a surname and is no name: 김 대리, 박 선생님.
bool is_title(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 22> titles = {
      U"대리", U"과장", U"차장", U"부장", U"팀장", U"사장", U"이사", U"선생", U"교수", U"사원", U"주임",
      U"실장", U"원장", U"코치", U"선배", U"후배", U"언니", U"오빠", U"누나", U"엄마", U"아빠", U"친구"};
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

/// The given name of a full Korean one; nothing where it does not look like one.
std::u32string given_name(const std::u32string& word) {
  constexpr std::array<std::u32string_view, 7> two = {U"남궁", U"황보", U"제갈", U"사공",
                                                      U"선우", U"독고", U"서문"};
  if (!is_korean(word)) return {};
  const bool double_surname =
      word.size() == 4 && std::find(two.begin(), two.end(), word.substr(0, 2)) != two.end();
  if (double_surname) return word.substr(2);
  if ((word.size() != 3 && word.size() != 2) || !is_surname(word.front())) return {};
  const std::u32string given = word.substr(1);
  return is_title(given) ? std::u32string{} : given;
}

/// 민 -> ㅁ.
char32_t initial_consonant(char32_t syllable) {
  constexpr std::u32string_view consonants = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  constexpr char32_t syllables_each = 21 * 28;
  return consonants[(syllable - 0xAC00) / syllables_each];
}

std::u32string consonants_of(const std::u32string& word) {
  std::u32string out;
  for (const char32_t syllable : word) out.push_back(initial_consonant(syllable));
  return out;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// MINJI -> Minji.
std::string capitalised(const std::string& word) {
  std::u32string points = points_of(word);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto c = static_cast<UChar32>(points[i]);
    points[i] = static_cast<char32_t>(i == 0 ? u_toupper(c) : u_tolower(c));
  }
  return text_of_points(points);
}

std::string text_of(const Record& record, const char* key) {
  const std::string* value = record.find_trait(key);
  return value == nullptr ? std::string() : *value;
}

/// A chat of two is called as the other one; that of a group may be called anything.
bool names_a_person(std::string_view chat) {
  const std::vector<std::u32string> words = words_of(points_of(chat));
  return words.size() == 1 && words.front().size() == 3 && !given_name(words.front()).empty();
}

}  // namespace

std::string initials(std::string_view name) {
  const std::vector<std::u32string> words = words_of(points_of(name));
  std::u32string out;
  // 김 민지: the surname stands apart.
  const bool apart = words.size() == 2 && words[0].size() == 1 && is_korean(words[0]) && is_korean(words[1]);
  for (std::size_t i = apart ? 1 : 0; i < words.size(); ++i) {
    const std::u32string& word = words[i];
    if (is_korean(word)) {
      const std::u32string given = words.size() == 1 ? given_name(word) : std::u32string{};
      out += consonants_of(given.empty() ? word : given);
    } else if (is_latin(word)) {
      out += static_cast<char32_t>(u_toupper(static_cast<UChar32>(word.front())));
      out += U'.';
    } else {
      out += word.front();
    }
  }
  return out.empty() ? "…" : text_of_points(out);
}

void People::add(std::string_view names) {
  std::size_t at = 0;
  while (at <= names.size()) {
    const std::size_t end = std::min(names.find_first_of(",;/\n", at), names.size());
    add_one(trim(clean_text(names.substr(at, end - at))));
    at = end + 1;
  }
}

void People::add_one(const std::string& name) {
  const std::u32string points = points_of(name);
  if (points.size() > longest_name || name.find('@') != std::string::npos) return;
  const std::vector<std::u32string> words = words_of(points);
  std::size_t letters = 0;
  for (const std::u32string& word : words) letters += word.size();
  if (letters < 2) return;
  in_slugs_.add(name, "");
  std::vector<std::string> texts;
  for (const std::u32string& word : words) texts.push_back(text_of_points(word));
  const bool korean = std::all_of(words.begin(), words.end(), is_korean);
  const bool latin = std::all_of(words.begin(), words.end(), is_latin);
  if (latin && words.size() == 1) return add_single(texts.front());
  aliases_.add(name, initials(name));
  if (korean) add_korean(texts);
  if (latin) add_latin(texts);
  if (korean || latin || words.size() < 2) return;
  for (const std::u32string& word : words) {
    if (is_korean(word)) add_korean({text_of_points(word)});
  }
}

void People::add_korean(const std::vector<std::string>& words) {
  const auto given = [this](const std::u32string& name) {
    if (name.size() < 2) return;
    const std::string text = text_of_points(name);
    aliases_.add(text, text_of_points(consonants_of(name)), Aliases::Edge::GivenName);
    in_slugs_.add(text, "", Aliases::Edge::GivenName);
  };
  const std::u32string first = points_of(words.front());
  if (words.size() == 2 && first.size() <= 2 && is_surname(first.front())) {
    const std::u32string second = points_of(words[1]);
    if (is_title(second)) return;
    aliases_.add(words[0] + words[1], text_of_points(consonants_of(second)));
    in_slugs_.add(words[0] + words[1], "");
    return given(second);
  }
  for (const std::string& word : words) {
    const std::u32string points = points_of(word);
    const std::u32string name = given_name(points);
    if (name.empty() || (words.size() > 1 && points.size() < 3)) continue;
    const std::u32string surname = points.substr(0, points.size() - name.size());
    for (const std::string& written : {word, text_of_points(surname) + " " + text_of_points(name)}) {
      aliases_.add(written, text_of_points(consonants_of(name)));
      in_slugs_.add(written, "");
    }
    given(name);
  }
}

void People::add_latin(const std::vector<std::string>& words) {
  constexpr std::size_t shortest = 3;
  std::vector<std::string> backwards(words.rbegin(), words.rend());
  for (const auto& order : {words, backwards}) {
    for (const char* between : {" ", "", "-", "_", "."})
      aliases_.add(joined(order, between), initials(joined(words, " ")));
    in_slugs_.add(joined(order, " "), "");
    in_slugs_.add(joined(order, ""), "");
  }
  for (const std::string& word : words) {
    if (points_of(word).size() >= shortest) add_single(word);
  }
}

void People::add_single(const std::string& word) {
  // "will" and "may" are words too.
  for (const std::string& written : {word, capitalised(word)})
    aliases_.add(written, initials(word), Aliases::Edge::Word, Aliases::Case::Exact);
  in_slugs_.add(word, "");
}

void People::add_account(std::string_view login) {
  constexpr std::size_t shortest = 5;  // "web" and "test" are words
  const std::string name = trim(clean_text(login));
  const std::u32string points = points_of(name);
  if (points.empty() || points.size() > longest_name) return;
  const std::string short_form = capitalised(text_of_points(points.substr(0, 1))) + ".";
  aliases_.add("@" + name, short_form);
  if (points.size() < shortest) return;
  aliases_.add(name, short_form);
  in_slugs_.add(name, "");
}

std::string People::without(std::string_view text) const {
  return aliases_.replaced(text);
}

bool People::in_slug(std::string_view id) const {
  std::string words(id);
  if (in_slugs_.found_in(words)) return true;
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return in_slugs_.found_in(words);
}

People people_in(std::span<const Record> records, const std::vector<std::string>& names) {
  std::set<std::string> people(names.begin(), names.end());
  std::set<std::string> accounts;
  for (const Record& record : records) {
    for (const char* key : {trait::person, trait::sent_by, trait::author_name, "people", "organizer"})
      people.insert(text_of(record, key));
    if (record.kind == Kind::Post) people.insert(text_of(record, trait::author));
    const std::string chat = text_of(record, trait::chat);
    if (names_a_person(chat)) people.insert(chat);
    accounts.insert(text_of(record, trait::author_login));
    accounts.insert(text_of(record, trait::awaits));
  }
  people.erase("me");
  People all;
  for (const std::string& name : people) all.add(name);
  for (const std::string& list : accounts) {
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      all.add_account(std::string_view(list).substr(at, comma - at));
      at = comma + 1;
    }
  }
  return all;
}

}  // namespace hoego
