#include "sample/talk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "sample/files.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr std::array people = {"", "민지", "지호", "수빈", "현우"};

constexpr std::array words = {"오늘 합주 몇 시였지?",
                              "7시 반 홍대요",
                              "조금 늦을 것 같아요 ㅠㅠ",
                              "다음 곡 정했어?",
                              "후렴에서 박이 자꾸 빨라져",
                              "메트로놈 켜고 다시 해 보자",
                              "ㅋㅋㅋㅋㅋ",
                              "녹음 올렸어요 : 한 번씩 들어 보세요",
                              "수고했어 다들!",
                              "공연 포스터 시안입니다\n1번과 2번 중에 골라 주세요\n\n저는 2번",
                              "https://example.com/set-list",
                              "사진",
                              "사진 3장",
                              "동영상",
                              "이모티콘"};

std::string minute_text(WallTime wall) {
  const Date date = wall.date();
  const int minute = wall.second_of_day() / 60;
  const int hour = minute / 60;
  return fmt::format("{}년 {}월 {}일 {} {}:{:02}", date.year(), date.month(), date.day(),
                     hour < 12 ? "오전" : "오후", hour % 12 == 0 ? 12 : hour % 12, minute % 60);
}

/// Minutes of the day, some in the first hour after midnight and after noon: both are hour 12.
int drawn_minute(Random& random) {
  if (random.chance(6)) return random.between(1, 58);
  if (random.chance(12)) return random.between(12 * 60, 12 * 60 + 59);
  return random.between(9 * 60, 23 * 60 + 55);
}

}  // namespace

std::vector<Message> chat_with_the_band(const Story& story) {
  Random random(story.seed, "talk");
  std::vector<Message> out;
  for (Date date = day("2023-01-07"); date < today(); date = date + 1) {
    if (story.quiet(date) || !random.chance(date.year() == 2023 ? 45 : 80)) continue;
    std::vector<int> minutes;
    for (int left = random.between(2, 7); left > 0; --left) minutes.push_back(drawn_minute(random));
    std::sort(minutes.begin(), minutes.end());
    for (const int minute : minutes) {
      Message one;
      one.sent = WallTime::at(date, minute * 60);
      one.person = random.one_of(people);
      one.text = random.one_of(words);
      out.push_back(std::move(one));
    }
  }
  return out;
}

void write_talk(const std::filesystem::path& folder, const std::vector<Message>& messages) {
  std::string out = "밴드 온음 님과 카카오톡 대화\n저장한 날짜 : 2024년 10월 20일 오후 9:01\n\n\n";
  Date date = messages.front().sent.date() - 1;
  for (const Message& one : messages) {
    const std::string when = minute_text(one.sent);
    const bool first = date < messages.front().sent.date();
    if (one.sent.date() != date) {
      out += (first ? "" : "\n") + when + "\n";
      date = one.sent.date();
    }
    if (first) out += when + ", 민지님이 지호님, 수빈님, 현우님과 회원님을 초대했습니다.\n";
    fmt::format_to(std::back_inserter(out), "{}, {} : {}\n", when, one.person.empty() ? "회원님" : one.person,
                   one.text);
  }
  write_file(folder / "exports/KakaoTalk_Chat_밴드.txt", out);
}

}  // namespace hoego::sample
