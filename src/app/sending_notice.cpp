#include "app/sending_notice.h"

#include <fmt/format.h>

#include "app/output.h"

namespace hoego {
namespace {

std::string in_korean(const AboutToSend& about) {
  std::string text = fmt::format("{}(모델 {})에 보내는 것:\n", about.endpoint.url, one_line(about.model, 60));
  text += fmt::format(
      "  {} ~ {}의 발견 {}가지, 토큰 약 {}개: 수, 날짜, 도시와 나라, 활동의 이름, 여행, 다짐, 쓴 돈\n",
      about.period.from.iso(), about.period.to.iso(), about.findings,
      thousands(static_cast<std::uint64_t>(about.tokens)));
  if (about.times > 1) text += fmt::format("  프롬프트마다 한 번씩 모두 {}번\n", about.times);
  text += fmt::format("  일정이나 책처럼 하나하나의 제목: {}\n",
                      about.sent.titles ? "보냄" : "안 보냄(--with titles)");
  text += fmt::format("  직접 쓴 말: {}\n", about.sent.notes ? "보냄" : "안 보냄(--with notes)");
  text += fmt::format("  키: {}\n", about.key ? about.key->variable : "없음");
  text +=
      "기록 자체, 사진, 경로, 좌표, 비공개로 둔 것은 보내지 않아요. 보낼 내용은 --dry-run으로 미리 볼 수 "
      "있어요.\n";
  if (!about.endpoint.loopback && !about.endpoint.tls)
    text += "암호화되지 않은 연결이라 도중에 누구나 읽을 수 있어요.\n";
  return text;
}

std::string in_english(const AboutToSend& about) {
  std::string text =
      fmt::format("This goes to {} (model {}):\n", about.endpoint.url, one_line(about.model, 60));
  text += fmt::format(
      "  {} findings of {}..{}, about {} tokens: counts, days, towns and countries, labels of activities, "
      "trips, promises,\n"
      "  sums of money\n",
      about.findings, about.period.from.iso(), about.period.to.iso(),
      thousands(static_cast<std::uint64_t>(about.tokens)));
  if (about.times > 1) text += fmt::format("  once a prompt, {} times in all\n", about.times);
  text += fmt::format("  titles of single entries, such as of books and appointments: {}\n",
                      about.sent.titles ? "yes" : "no (--with titles)");
  text += fmt::format("  your own words: {}\n", about.sent.notes ? "yes" : "no (--with notes)");
  text += fmt::format("  a key: {}\n", about.key ? "that of " + about.key->variable : "none");
  text +=
      "Never: records, photos, paths, coordinates, and what is private. See every byte first with "
      "--dry-run.\n";
  if (!about.endpoint.loopback && !about.endpoint.tls)
    text += "Over plain http: anybody on the way can read it.\n";
  return text;
}

}  // namespace

std::string sending_notice(const AboutToSend& about, Language language) {
  return language == Language::Korean ? in_korean(about) : in_english(about);
}

}  // namespace hoego
