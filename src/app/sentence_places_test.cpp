#include "app/sentence_places.h"

#include <gtest/gtest.h>

namespace hoego {
namespace {

/// The text between two places of a text in UTF-8 that has nothing beyond the first plane but in `before`.
std::u16string utf16(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    char32_t c = length == 1 ? first : first & (0x3fU >> (length - 1));
    for (std::size_t i = 1; i < length; ++i)
      c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    if (c > 0xffff) {
      out += static_cast<char16_t>(0xd800 + ((c - 0x10000) >> 10U));
      out += static_cast<char16_t>(0xdc00 + ((c - 0x10000) & 0x3ffU));
    } else {
      out += static_cast<char16_t>(c);
    }
    at += length;
  }
  return out;
}

std::vector<std::u16string> found_in(std::string_view text) {
  std::vector<VerifiedSentence> sentences;
  for (const WrittenSentence& sentence : sentences_of(text)) sentences.push_back({sentence, {}, {}});
  const std::u16string all = utf16(text);
  std::vector<std::u16string> found;
  for (const SentencePlace& place : sentence_places(text, sentences))
    found.push_back(all.substr(place.whole.at, place.whole.end - place.whole.at));
  return found;
}

TEST(SentencePlaces, are_counted_as_browsers_do) {
  const std::vector<std::u16string> expected = {u"😀 하나다.", u"둘이다."};
  EXPECT_EQ(found_in("# 제목\n\n😀 하나다. 둘이다.\n"), expected);
}

TEST(SentencePlaces, hold_the_marks_inside_of_a_sentence) {
  const std::vector<std::u16string> expected = {u"토론토에서 [사진](a/b.jpg) **7,612장**을 찍었다.",
                                                u"다음 줄에\n걸친 글이다."};
  EXPECT_EQ(found_in("토론토에서 [사진](a/b.jpg) **7,612장**을 찍었다. 다음 줄에\n걸친 글이다.\n"), expected);
}

TEST(SentencePlaces, of_the_same_words_are_where_each_line_is) {
  const std::string_view text = "- 갔다.\n\n> 갔다.\n\n- 갔다.\n";
  std::vector<VerifiedSentence> sentences;
  for (const WrittenSentence& sentence : sentences_of(text)) sentences.push_back({sentence, {}, {}});
  const std::vector<SentencePlace> places = sentence_places(text, sentences);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].whole.at, 2U);
  EXPECT_EQ(places[1].whole.at, 16U);
}

TEST(SentencePlaces, of_parts_are_their_words) {
  const std::string text = "그때 **7월**에 갔다.";
  VerifiedSentence one;
  one.sentence = sentences_of(text).front();
  VerifiedPart part;
  part.at = one.sentence.text.find("7월");
  part.end = part.at + std::string_view("7월").size();
  one.parts.push_back(part);
  const std::vector<SentencePlace> places = sentence_places(text, {one});
  ASSERT_EQ(places.size(), 1U);
  ASSERT_EQ(places.front().parts.size(), 1U);
  EXPECT_EQ(places.front().parts.front().at, 5U);
  EXPECT_EQ(places.front().parts.front().end, 7U);
}

TEST(SentencePlaces, that_are_not_in_the_text_are_still_inside_of_it) {
  VerifiedSentence one;
  one.sentence.text = "다른 말";
  one.sentence.line = 9;
  const std::vector<SentencePlace> places = sentence_places("짧다", {one});
  ASSERT_EQ(places.size(), 1U);
  EXPECT_LE(places.front().whole.end, 2U);
  EXPECT_LE(places.front().whole.at, places.front().whole.end);
}

}  // namespace
}  // namespace hoego
