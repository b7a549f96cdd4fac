#include "review/people.h"

#include <gtest/gtest.h>

#include "record/observation.h"

namespace hoego {
namespace {

std::string told(const char* names, const char* text) {
  People people;
  people.add(names);
  return people.without(text);
}

TEST(People, korean_names_become_the_consonants_of_the_given_name_whatever_part_is_written) {
  EXPECT_EQ(told("김민지", "김민지랑 저녁"), "ㅁㅈ랑 저녁");
  EXPECT_EQ(told("김민지", "민지랑 저녁, 김 민지 생일"), "ㅁㅈ랑 저녁, ㅁㅈ 생일");
  EXPECT_EQ(told("김 민지", "김민지와 민지"), "ㅁㅈ와 ㅁㅈ");
  EXPECT_EQ(told("남궁민수", "민수와 남궁민수"), "ㅁㅅ와 ㅁㅅ");
  EXPECT_EQ(told("김솔", "김솔과 솔방울"), "ㅅ과 솔방울") << "one syllable is a part of too many words";
}

TEST(People, a_given_name_is_none_in_the_middle_of_a_word) {
  EXPECT_EQ(told("김수지", "분당수지구청"), "분당수지구청");
  EXPECT_EQ(told("김수지", "박수지와 수지"), "ㅅㅈ와 ㅅㅈ") << "another of that given name is a person too";
}

TEST(People, nicknames_and_titles_go_whole) {
  EXPECT_EQ(told("동글이", "동글이네 집"), "ㄷㄱㅇ네 집");
  EXPECT_EQ(told("김대리", "대리 기사, 김대리"), "대리 기사, ㄱㄷㄹ");
  EXPECT_EQ(told("합주 김민지", "김민지, 민지, 합주"), "ㅁㅈ, ㅁㅈ, 합주");
}

TEST(People, latin_names_become_initials_at_the_edges_of_words) {
  EXPECT_EQ(told("Minji Kim", "Dinner with MINJI KIM and Minji"), "Dinner with M.K. and M.");
  EXPECT_EQ(told("Minji Kim", "Kim Minji와 Kimchi"), "M.K.와 Kimchi");
  EXPECT_EQ(told("KIM/MINJI", "Minji, minjiang"), "M., minjiang");
  EXPECT_EQ(told("Will Smith", "I will see Will"), "I will see W.") << "in small letters it is a word";
  EXPECT_EQ(told("Ann", "Annual, Ann"), "Annual, A.");
  EXPECT_EQ(told("田中太郎", "田中太郎さん"), "田さん");
}

TEST(People, accounts_go_with_and_without_their_sign) {
  People people;
  people.add_account("minji-kim7");
  people.add_account("web");
  EXPECT_EQ(people.without("by @minji-kim7 (Minji-Kim7), @web, web"), "by M. (M.), W., web");
}

TEST(People, what_is_no_name_changes_nothing) {
  EXPECT_EQ(told("", "그대로"), "그대로");
  EXPECT_EQ(told("a@b.example; 010-1234-5678; 가", "가나다 a 010"), "가나다 a 010");
  EXPECT_EQ(told("김민지", ""), "");
  EXPECT_EQ(told("김민지", "\xFF\xFE깨진"), "\xFF\xFE깨진");
}

TEST(People, names_are_found_in_the_ids_of_findings) {
  People people;
  people.add("김민지; Will Smith");
  EXPECT_TRUE(people.in_slug("calendar-민지-과외"));
  EXPECT_TRUE(people.in_slug("lessons-with-will"));
  EXPECT_FALSE(people.in_slug("gym"));
}

TEST(People, records_tell_them) {
  const auto record = [](Kind kind, const char* key, const char* value) {
    Record one;
    one.kind = kind;
    one.traits[key] = value;
    return one;
  };
  const std::vector<Record> records = {record(Kind::Event, "people", "김하나; Bob"),
                                       record(Kind::Event, "organizer", "이두리"),
                                       record(Kind::Message, trait::sent_by, "me"),
                                       record(Kind::Message, trait::person, "박세찬"),
                                       record(Kind::Message, trait::chat, "최네온"),
                                       record(Kind::Message, trait::chat, "우리 밴드"),
                                       record(Kind::Commit, trait::author_name, "정다솔"),
                                       record(Kind::PullRequest, trait::awaits, "octo-cat, hubot"),
                                       record(Kind::Book, trait::author, "한강")};
  const People people = people_in(records, {"오여름"});
  EXPECT_EQ(people.without("김하나 Bob 이두리 박세찬 최네온 정다솔 @hubot octo-cat 오여름"),
            "ㅎㄴ B. ㄷㄹ ㅅㅊ ㄴㅇ ㄷㅅ H. O. ㅇㄹ");
  EXPECT_EQ(people.without("me 우리 밴드 한강"), "me 우리 밴드 한강");
}

}  // namespace
}  // namespace hoego
