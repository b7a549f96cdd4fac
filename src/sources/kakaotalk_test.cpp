#include "sources/kakaotalk.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/error.h"
#include "record/codec.h"
#include "sources/kakaotalk_stamp.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// One file in memory.
struct OneFile : Files {
  explicit OneFile(std::string content) : bytes(std::move(content)) {}
  std::unique_ptr<Input> open(const std::string& path) const override { return input_of(bytes, path); }
  std::string bytes;
};

CollectingSink read(const std::string& bytes, const ReadOptions& options = {},
                    const std::string& name = "KakaoTalkChats.txt") {
  const OneFile files(bytes);
  CollectingSink sink;
  kakaotalk_source.read({"/nowhere", name, {}, &files}, options, sink);
  for (const Observation& o : sink.observations) EXPECT_EQ(broken_invariant(o), "") << o.identity;
  return sink;
}

/// `민지 2024-03-14: messages 2, characters 7`, in the order in which they are given out.
std::vector<std::string> told(const CollectingSink& sink) {
  std::vector<std::string> out;
  for (const Observation& o : sink.observations) {
    EXPECT_EQ(o.begin->form, When::Form::Day);
    std::string numbers;
    for (const auto& [key, value] : o.quantities)
      numbers += fmt::format("{}{} {}", numbers.empty() ? "" : ", ", key, value);
    out.push_back(
        fmt::format("{} {}: {}", o.traits.at("person"), WallTime{o.begin->seconds}.date().iso(), numbers));
  }
  return out;
}

Sureness recognised(std::string_view head) {
  Candidate candidate;
  candidate.head = head.substr(0, 4096);
  return kakaotalk_source.recognise(candidate);
}

const std::string of_a_computer =
    "드럼 합주 님과 카카오톡 대화\r\n저장한 날짜 : 2024-03-15 19:02:11\r\n\r\n"
    "--------------- 2024년 3월 14일 목요일 ---------------\r\n"
    "[민지] [오전 12:05] 내일 연습\r\n있지?\r\n[지훈] [오후 12:05] 응\r\n"
    "--------------- 2024년 3월 15일 금요일 ---------------\r\n"
    "[민지] [오후 7:02] 사진 3장\r\n[민지] [오후 7:02] 이모티콘\r\n[민지] [오후 7:02] 동영상\r\n"
    "[지훈] [오후 7:02] 파일: 악보.pdf\r\n[지훈] [오후 7:02] 사진\r\n";

TEST(KakaoTalk, a_computers_export_is_counted_by_day_and_person) {
  const CollectingSink got = read(of_a_computer);
  EXPECT_THAT(
      told(got),
      ElementsAre("민지 2024-03-14: characters 7, messages 1", "지훈 2024-03-14: characters 1, messages 1",
                  "민지 2024-03-15: characters 0, emoticons 1, messages 3, photos 3, videos 1",
                  "지훈 2024-03-15: characters 0, files 1, messages 2, photos 1"));
  EXPECT_THAT(got.issues, IsEmpty());
  const Observation& first = got.observations.front();
  EXPECT_EQ(first.identity, "kakaotalk:드럼 합주\n민지\n2024-03-14");
  EXPECT_EQ(first.title, "드럼 합주");
  EXPECT_EQ(first.locator, "line 5");
  EXPECT_EQ(first.traits.at("as_of"), "2024-03-15T19:02:11Z");
  EXPECT_EQ(first.traits.count("text"), 0U);
  EXPECT_THAT(got.claims,
              ElementsAre(CoverageClaim{Kind::Message, CoverageClass::Complete, "드럼 합주",
                                        Date::from_ymd(2024, 3, 14), Date::from_ymd(2024, 3, 15)}));
}

TEST(KakaoTalk, a_newer_export_counts_the_day_again_instead_of_twice) {
  const std::string saved = "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 ";
  const std::string one = "2024년 3월 14일 오후 7:01, 민지 : 가\n";
  const CollectingSink of_the_day = read(saved + "14일 오후 7:02\n" + one);
  const CollectingSink later =
      read(saved + "16일 오후 7:02\n" + one + "2024년 3월 14일 오후 9:01, 민지 : 나\n" +
           "2024년 3월 15일 오후 9:01, 민지 : 다\n");
  ASSERT_THAT(of_the_day.observations, SizeIs(1));
  ASSERT_THAT(later.observations, SizeIs(2));
  EXPECT_EQ(later.observations[0].identity, of_the_day.observations[0].identity);
  EXPECT_EQ(later.observations[0].quantities.at("messages"), 2);
  EXPECT_GT(later.observations[0].traits.at("as_of"), of_the_day.observations[0].traits.at("as_of"));
  EXPECT_NE(later.observations[1].identity, of_the_day.observations[0].identity);
}

TEST(KakaoTalk, telephones_and_english_say_the_same_day) {
  for (const std::string chat : {
           "민지 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n\n2024년 3월 14일 오전 12:05\n"
           "2024년 3월 14일 오전 12:05, 민지 : hello\n",
           "민지 님과 카카오톡 대화\n저장한 날짜 : 2024. 3. 15. 오후 7:02\n\n2024년 3월 14일 목요일\n"
           "2024. 3. 14. 오전 12:05, 민지 : hello\n",
           "민지 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 오후 7:02\n\n2024년 3월 14일 목요일\n"
           "2024-03-14 오전 12:05, 민지 : hello\n",
           "KakaoTalk Chats with 민지\nDate Saved : Mar 15, 2024 at 7:02\u202fPM\n\n"
           "Thursday, March 14, 2024\nMarch 14, 2024, 12:05 AM, 민지 : hello\n",
           "KakaoTalk Chats with 민지\nDate Saved : Mar 15, 2024 19:02\n\nThursday, March 14, 2024\n"
           "Mar 14, 2024 00:05, 민지 : hello\n",
           "KakaoTalk Chats with 민지\nDate Saved : 15 Mar 2024 at 7:02 p.m.\n\n"
           "14 Mar 2024 at 12:05 a.m., 민지 : hello\n",
           "민지 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:00\n\n"
           "--------------- Thursday, March 14, 2024 ---------------\n[민지] [12:05 AM] hello\n",
       }) {
    const CollectingSink got = read(chat);
    EXPECT_THAT(told(got), ElementsAre("민지 2024-03-14: characters 5, messages 1")) << chat;
    ASSERT_THAT(got.observations, SizeIs(1));
    EXPECT_EQ(got.observations[0].identity, "kakaotalk:민지\n민지\n2024-03-14") << chat;
    EXPECT_EQ(got.observations[0].traits.at("as_of"), "2024-03-15T19:02:00Z") << chat;
    EXPECT_EQ(recognised(chat), Sureness::Sure) << chat;
  }
}

TEST(KakaoTalk, twelve_in_the_morning_is_midnight_and_twelve_in_the_afternoon_is_noon) {
  const auto clock = [](std::string_view text) { return kakaotalk::take_clock(text).value_or(-1); };
  EXPECT_EQ(clock("오전 12:00"), 0);
  EXPECT_EQ(clock("오전 12:59"), 59 * 60);
  EXPECT_EQ(clock("오후 12:00"), 12 * 3600);
  EXPECT_EQ(clock("오후 1:00"), 13 * 3600);
  EXPECT_EQ(clock("12:00 AM"), 0);
  EXPECT_EQ(clock("12:00 PM"), 12 * 3600);
  EXPECT_EQ(clock("23:59:58"), 86398);
  EXPECT_EQ(clock("오후 13:00"), -1);
  EXPECT_EQ(clock("24:00"), -1);
  EXPECT_EQ(clock("7:60"), -1);
}

TEST(KakaoTalk, who_comes_leaves_and_deletes_says_nothing) {
  const CollectingSink got = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n\n"
      "--------------- 2024년 3월 14일 목요일 ---------------\n"
      "지훈님이 민지님과 서연님을 초대했습니다.\n[민지] [오후 7:01] 안녕\n서연님이 들어왔습니다.\n"
      "[민지] [오후 7:02] 삭제된 메시지입니다.\n서연님이 나갔습니다.\n");
  EXPECT_THAT(told(got), ElementsAre("민지 2024-03-14: characters 2, messages 1"));
  const CollectingSink phone = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n\n"
      "2024년 3월 14일 오후 7:00, 지훈님이 서연님을 초대했습니다.\n"
      "2024년 3월 14일 오후 7:01, 민지 : 안녕\n2024년 3월 14일 오후 7:01: 서연님이 들어왔습니다.\n"
      "2024년 3월 14일 오후 7:02, 민지 : This message was deleted.\n");
  EXPECT_THAT(told(phone), ElementsAre("민지 2024-03-14: characters 2, messages 1"));
}

TEST(KakaoTalk, a_pasted_conversation_is_part_of_the_message) {
  const CollectingSink got = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n\n"
      "2024년 3월 14일 오후 7:01, 민지 : 이것 봐\n"
      "2023년 1월 2일 오후 1:00, 지훈 : 옛날 글\n[서연] [오전 9:00] 더 옛날\n"
      "2024년 3월 14일 오후 7:02에 만나자\n"
      "2030년 1월 1일 오후 1:00, 지훈 : 앞날 글\n"
      "2024년 3월 14일 오후 7:03, 지훈 : 응\n");
  EXPECT_THAT(told(got), ElementsAre(AllOf(HasSubstr("민지 2024-03-14"), HasSubstr("messages 1")),
                                     "지훈 2024-03-14: characters 1, messages 1"));
  ASSERT_THAT(got.issues, SizeIs(1));
  EXPECT_EQ(got.issues[0].place, "line 5");
  EXPECT_THAT(got.issues[0].reason, HasSubstr("2 lines tell an earlier time"));
  const CollectingSink computer = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n\n"
      "--------------- 2024년 3월 14일 목요일 ---------------\n[민지] [오후 7:01] 이것 봐\n"
      "--------------- 2023년 1월 2일 월요일 ---------------\n[지훈] [오전 9:00] 옛날\n"
      "2024년 3월 14일 오후 7:02, 서연 : 다른 글\n[지훈] [오후 7:03] 응\n");
  EXPECT_THAT(told(computer), ElementsAre(AllOf(HasSubstr("민지 2024-03-14"), HasSubstr("messages 1")),
                                          "지훈 2024-03-14: characters 1, messages 1"));
}

TEST(KakaoTalk, names_keep_their_brackets_and_texts_their_colons) {
  const CollectingSink got = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n"
      "--------------- 2024년 3월 14일 목요일 ---------------\n"
      "[가람 [분석]] [오전 9:01] 가\n[나래] [오전 9:02] [가람] [오전 9:01] 가\n");
  EXPECT_THAT(told(got), ElementsAre("가람 [분석] 2024-03-14: characters 1, messages 1",
                                     "나래 2024-03-14: characters 13, messages 1"));
  ReadOptions keep;
  keep.keep_text = true;
  const CollectingSink phone = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n"
      "2024년 3월 14일 오후 7:01, 김, 민지 : 답 : 둘\n",
      keep);
  ASSERT_THAT(phone.observations, SizeIs(1));
  EXPECT_EQ(phone.observations[0].traits.at("person"), "김, 민지");
  EXPECT_EQ(phone.observations[0].traits.at("text"), "답 : 둘");
}

TEST(KakaoTalk, the_text_is_kept_only_where_the_owner_says_so_and_at_most_8000_characters) {
  ReadOptions keep;
  keep.keep_text = true;
  EXPECT_EQ(read(of_a_computer, keep).observations[0].traits.at("text"), "내일 연습\n있지?");
  std::string chat = "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n";
  for (int i = 0; i < 900; ++i) chat += "2024년 3월 14일 오후 7:01, 민지 : 가나다라마바사아자차\n";
  const CollectingSink got = read(chat, keep);
  ASSERT_THAT(got.observations, SizeIs(1));
  EXPECT_EQ(got.observations[0].quantities.at("characters"), 9000);
  std::size_t characters = 0;
  for (const char c : got.observations[0].traits.at("text"))
    characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
  EXPECT_EQ(characters, 8000U);
}

TEST(KakaoTalk, the_owner_is_me) {
  ReadOptions owner;
  owner.owner_names = {"지훈"};
  const CollectingSink got = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n"
      "2024년 3월 14일 오후 7:01, 민지 : 가\n2024년 3월 14일 오후 7:02, 지훈 : 나\n"
      "2024년 3월 14일 오후 7:03, 회원님 : 다\n",
      owner);
  std::vector<std::string> senders;
  for (const auto& o : got.observations) senders.push_back(o.traits.at("sent_by"));
  EXPECT_THAT(senders, ElementsAre("민지", "me", "me"));
}

TEST(KakaoTalk, a_groups_count_of_members_is_no_part_of_its_name) {
  const std::string line = "2024년 3월 14일 오후 7:01, 민지 : 가\n";
  const auto chat = [&](const std::string& header) { return read(header + line).observations.at(0).title; };
  EXPECT_EQ(chat("독서 모임 5 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n"), "독서 모임");
  EXPECT_EQ(chat("대화 상대 : 독서 모임 (12)\n저장한 날짜 : 2024-03-15 19:02:11\n"), "독서 모임");
  EXPECT_EQ(chat("스터디 2 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n"), "스터디 2");
  EXPECT_EQ(chat("2024 님과 카카오톡 대화\n저장한 날짜 : 2024년 3월 15일 오후 7:02\n"), "2024");
}

TEST(KakaoTalk, an_iphones_export_without_a_name_is_named_after_those_who_speak_first) {
  ReadOptions owner;
  owner.owner_names = {"지훈"};
  const CollectingSink got = read(
      "Talk_2024.3.15 19:02-1.txt\n저장한 날짜 : 2024. 3. 15. 오후 7:02\n\n"
      "2024. 3. 14. 오후 7:01, 지훈 : 가\n2024. 3. 14. 오후 7:02, 서연 : 나\n"
      "2024. 3. 14. 오후 7:03, 민지 : 다\n",
      owner, "Talk_2024.3.15 19_02-1.txt");
  EXPECT_EQ(got.observations.at(0).title, "민지, 서연");
}

TEST(KakaoTalk, without_a_save_date_the_last_message_tells_how_far_it_reaches) {
  const CollectingSink got =
      read("민지 님과 카카오톡 대화\n2024. 3. 14. 오후 7:01, 민지 : 가\n2024. 3. 16. 오후 7:02, 민지 : 나\n");
  for (const auto& o : got.observations) EXPECT_EQ(o.traits.at("as_of"), "2024-03-16T19:02:00Z");
  EXPECT_EQ(got.claims.at(0).to, Date::from_ymd(2024, 3, 16));
}

TEST(KakaoTalk, a_table_keeps_its_quoted_lines) {
  ReadOptions keep;
  keep.keep_text = true;
  const CollectingSink got = read(
      "\xEF\xBB\xBF"
      "Date,User,Message\r\n2024-06-01 10:00:00,\"민지\",\"두 줄\r\n\"\"글\"\"\"\r\n"
      ",,The message has been deleted.\r\n2024-06-01 10:01:00,시스템,홍길동님이 들어왔습니다.\r\n"
      "2024-06-02 10:02:00,지훈,사진\r\n",
      keep, "KakaoTalk_Chat_독서 모임_2024-06-03-19-02-11.csv");
  EXPECT_THAT(told(got), ElementsAre("민지 2024-06-01: characters 5, messages 1",
                                     "지훈 2024-06-02: characters 0, messages 1, photos 1"));
  EXPECT_EQ(got.observations.at(0).traits.at("text"), "두 줄\n\"글\"");
  EXPECT_EQ(got.observations.at(0).title, "독서 모임");
  EXPECT_EQ(got.observations.at(0).traits.at("as_of"), "2024-06-03T19:02:11Z");
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(KakaoTalk, a_quote_that_is_never_closed_costs_its_line_alone) {
  const CollectingSink got = read(
      "Date,User,Message\n2024-06-01 10:00:00,민지,하나\n2024-06-01 10:01:00,민지,\"둘\n"
      "2024-06-01 10:02:00,민지,셋\n",
      {}, "chat.csv");
  EXPECT_THAT(told(got), ElementsAre("민지 2024-06-01: characters 3, messages 2"));
  ASSERT_THAT(got.issues, SizeIs(1));
  EXPECT_EQ(got.issues[0].place, "line 3");
}

TEST(KakaoTalk, messages_above_any_day_are_told_and_left_out) {
  const CollectingSink got = read(
      "방 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n[민지] [오후 7:01] 가\n"
      "--------------- 2024년 3월 14일 목요일 ---------------\n[민지] [오후 7:02] 나\n");
  EXPECT_THAT(told(got), ElementsAre("민지 2024-03-14: characters 1, messages 1"));
  ASSERT_THAT(got.issues, SizeIs(1));
  EXPECT_THAT(got.issues[0].reason, HasSubstr("1 message has no day above"));
}

TEST(KakaoTalk, old_encodings_are_read) {
  // "민지 님과 카카오톡 대화", "저장한 날짜 : 2013-03-15 19:02:11" and a message, in CP949.
  const CollectingSink got = read(
      "\xB9\xCE\xC1\xF6 \xB4\xD4\xB0\xFA \xC4\xAB\xC4\xAB\xBF\xC0\xC5\xE5 \xB4\xEB\xC8\xAD\r\n"
      "\xC0\xFA\xC0\xE5\xC7\xD1 \xB3\xAF\xC2\xA5 : 2013-03-15 19:02:11\r\n"
      "--------------- 2013\xB3\xE2 3\xBF\xF9 14\xC0\xCF \xB8\xF1\xBF\xE4\xC0\xCF ---------------\r\n"
      "[\xB9\xCE\xC1\xF6] [\xBF\xC0\xC8\xC4 7:02] \xBE\xC8\xB3\xE7\r\n");
  EXPECT_THAT(told(got), ElementsAre("민지 2013-03-14: characters 2, messages 1"));
}

TEST(KakaoTalk, what_is_no_export_is_not_taken_for_one) {
  EXPECT_EQ(recognised(of_a_computer), Sureness::Sure);
  EXPECT_EQ(recognised("Date,User,Message\n2024-06-01 10:00:00,민지,가\n"), Sureness::Sure);
  EXPECT_EQ(recognised("Date,User,Message\n01/06/2024,민지,가\n"), Sureness::No);
  EXPECT_EQ(recognised("Date,Amount,Message\n2024-06-01 10:00:00,1,가\n"), Sureness::No);
  EXPECT_EQ(recognised("2024. 3. 15. 오후 7:02\n오늘은 비가 왔다.\n"), Sureness::No);
  EXPECT_EQ(recognised("2019-10-20, 10:16 - John: Laborum sed\n2019-10-20, 11:15 - Mary: Ad\n"),
            Sureness::No);
  EXPECT_EQ(recognised("[2019-12-24, 12:23] Jane Doe: Hello\n[2019-12-24, 12:24] John: Hi\n"), Sureness::No);
  EXPECT_EQ(recognised("[15-01-20 02:22:56] Mary: Nostrud\n"), Sureness::No);
  EXPECT_EQ(recognised("카카오톡 대화를 정리한 글\n\n저장한 날짜를 적어 둔다.\n"), Sureness::No);
  EXPECT_EQ(recognised("{\"messages\": []}"), Sureness::No);
  EXPECT_EQ(recognised(""), Sureness::No);
  const std::string long_chat = of_a_computer + std::string(5000, '\xEA');  // cut within a character
  EXPECT_EQ(recognised(long_chat), Sureness::Sure);
}

TEST(KakaoTalk, a_file_without_a_conversation_is_refused) {
  EXPECT_THROW(read("그저 글\n"), Error);
  EXPECT_THAT(read("민지 님과 카카오톡 대화\n저장한 날짜 : 2024-03-15 19:02:11\n").observations, IsEmpty());
}

// ---- real exports, side by side with a reading by python3 (tests/support/kakaotalk_oracle.py)

std::string output_of(const std::string& command, int& status) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return out;
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  status = pclose(pipe);
  return out;
}

std::string as_the_oracle_writes(const CollectingSink& sink) {
  std::vector<std::string> lines;
  for (const Observation& o : sink.observations) {
    const auto count = [&](const char* name) {
      const auto found = o.quantities.find(name);
      return found == o.quantities.end() ? 0.0 : found->second;
    };
    lines.push_back(fmt::format("{}\t{}\t{}\t{}\t{}\n", o.traits.at("person"),
                                WallTime{o.begin->seconds}.date().iso(), count("messages"), count("photos"),
                                count("emoticons")));
  }
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, ""));
}

TEST(RealKakaoTalk, samples_count_as_python_counts_them) {
  const fs::path samples = fs::path(HOEGO_SAMPLES_DIR) / "messages";
  const std::vector<fs::path> exports = {
      samples / "claudianus__kakaotalk-chat-analyzer" / "open-chat-room.csv",
      samples / "hsb933-sys__kakao-chat-analyzer" / "sample_chat.txt"};
  if (!fs::exists(exports[0])) GTEST_SKIP() << "no real exports at " << samples;
  std::size_t messages = 0;
  for (const fs::path& file : exports) {
    int status = 0;
    const std::string theirs = output_of(
        "/usr/bin/python3 '" HOEGO_SOURCE_DIR "/tests/support/kakaotalk_oracle.py' '" + file.string() + "'",
        status);
    if (status != 0) GTEST_SKIP() << "python3 is missing";
    CollectingSink sink;
    kakaotalk_source.read({file.parent_path(), file.filename().string(), {}}, {}, sink);
    EXPECT_EQ(as_the_oracle_writes(sink), theirs) << file;
    EXPECT_THAT(sink.issues, IsEmpty());
    for (const Observation& o : sink.observations)
      messages += static_cast<std::size_t>(o.quantities.at("messages"));
  }
  EXPECT_EQ(messages, 29U);
}

TEST(RealKakaoTalk, other_messengers_samples_are_not_recognised) {
  const fs::path samples = fs::path(HOEGO_SAMPLES_DIR) / "messages";
  if (!fs::exists(samples)) GTEST_SKIP() << "no real exports at " << samples;
  std::size_t others = 0;
  for (const auto& entry : fs::recursive_directory_iterator(samples)) {
    if (!entry.is_regular_file()) continue;
    const bool kakao = entry.path().string().find("kakao") != std::string::npos;
    std::string head(4096, '\0');
    head.resize(open_file(entry.path())->read(0, head.data(), head.size()));
    EXPECT_EQ(recognised(head), kakao ? Sureness::Sure : Sureness::No) << entry.path();
    others += kakao ? 0 : 1;
  }
  EXPECT_EQ(others, 13U);
}

}  // namespace
}  // namespace hoego
