#include "sample/feed_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "sample/encodings.h"
#include "sample/files.h"

namespace hoego::sample {
namespace {

/// `Sun, 14 Apr 2024 12:31:00 GMT`
std::string http_date(Instant instant) {
  const WallTime wall = wall_time(instant, Offset{0});
  const Date date = wall.date();
  return fmt::format("{}, {:02} {} {} {} GMT", weekday_name(date.weekday()), date.day(),
                     month_name(date.month()), date.year(), wall.iso().substr(11));
}

std::string address_of(const Post& post) {
  std::string date = post.day.iso();
  std::replace(date.begin(), date.end(), '-', '/');
  const std::size_t begin = post.path.rfind('/') + 1 + std::string("2024-04-14-").size();
  std::string out = fmt::format("https://haneul.example/{}/", date);
  for (const char c : post.path.substr(begin, post.path.rfind('.') - begin)) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 128 ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out + ".html";
}

}  // namespace

void write_feed(const std::filesystem::path& folder, const std::vector<Post>& posts) {
  constexpr std::size_t how_many = 10;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
      "xmlns:atom=\"http://www.w3.org/2005/Atom\">\n"
      "<channel>\n<title>서하늘의 기록</title>\n<link>https://haneul.example/</link>\n"
      "<description>일하고 읽고 두드립니다</description>\n"
      "<atom:link href=\"https://haneul.example/rss.xml\" rel=\"self\" type=\"application/rss+xml\"/>\n"
      "<lastBuildDate>Sun, 20 Oct 2024 00:10:00 GMT</lastBuildDate>\n";
  for (std::size_t i = 0; i < std::min(how_many, posts.size()); ++i) {
    const Post& post = posts[posts.size() - 1 - i];
    const std::string address = address_of(post);
    fmt::format_to(
        std::back_inserter(out),
        "<item>\n<title><![CDATA[{}]]></title>\n<link>{}</link>\n<guid isPermaLink=\"true\">{}</guid>\n"
        "<pubDate>{}</pubDate>\n<description>&lt;p&gt;오늘도 생각보다 오래 걸렸다.&lt;/p&gt;</description>\n"
        "</item>\n",
        post.title, address, address, http_date(korean(post.day, post.minute)));
  }
  write_file(folder / "exports/rss.xml", out + "</channel>\n</rss>\n");
}

}  // namespace hoego::sample
