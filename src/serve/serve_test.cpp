#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "serve/byte_range.h"
#include "serve/etag.h"
#include "serve/guard.h"
#include "serve/media_type.h"
#include "serve/peer.h"
#include "serve/route.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::Optional;

Request request(std::map<std::string, std::string> headers, std::string method = "GET") {
  Request request;
  request.method = std::move(method);
  request.path = "/api/state";
  request.headers = std::move(headers);
  return request;
}

int status_of(const Request& request) {
  const auto away = turned_away(request, 4634);
  return away ? away->status : 200;
}

TEST(Guard, takes_this_machines_own_names_only) {
  for (const char* host : {"127.0.0.1:4634", "localhost:4634", "[::1]:4634"})
    EXPECT_EQ(status_of(request({{"host", host}})), 200) << host;
  for (const char* host : {"127.0.0.1", "127.0.0.1:4635", "life.example:4634", "localhost.example:4634", "",
                           "127.0.0.1:4634.example", "127.0.0.2:4634", "0.0.0.0:4634"})
    EXPECT_EQ(status_of(request({{"host", host}})), 421) << host;
  EXPECT_EQ(status_of(request({})), 421);
}

TEST(Guard, a_change_comes_from_the_page_alone) {
  const std::string host = "localhost:4634";
  EXPECT_EQ(status_of(request({{"host", host}}, "POST")), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"origin", "null"}}, "POST")), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"origin", "https://localhost:4634"}}, "PUT")), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"origin", "http://localhost:4634"}}, "POST")), 200);
}

TEST(Guard, another_site_may_not_look) {
  const std::string host = "localhost:4634";
  EXPECT_EQ(status_of(request({{"host", host}, {"origin", "http://life.example"}})), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"sec-fetch-site", "cross-site"}})), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"sec-fetch-site", "same-site"}})), 403);
  EXPECT_EQ(status_of(request({{"host", host}, {"sec-fetch-site", "same-origin"}})), 200);
  Request page = request({{"host", host}, {"sec-fetch-site", "cross-site"}});
  page.path = "/";  // one follows a link to the page from anywhere
  EXPECT_EQ(status_of(page), 200);
}

TEST(Guard, a_path_without_end_is_refused) {
  Request long_one = request({{"host", "localhost:4634"}});
  long_one.path = std::string(2000, 'a');
  EXPECT_EQ(status_of(long_one), 414);
}

TEST(Route, parts_stand_between_slashes) {
  EXPECT_THAT(match_path("/api/record/{id}", "/api/record/photo-1"), Optional(ElementsAre("photo-1")));
  EXPECT_THAT(match_path("/api/{a}/of/{b}", "/api/x/of/y"), Optional(ElementsAre("x", "y")));
  EXPECT_THAT(match_path("/", "/"), Optional(ElementsAre()));
  for (const char* path :
       {"/api/record/", "/api/record", "/api/record/a/b", "/api/recordx", "/api/record/a/", ""})
    EXPECT_FALSE(match_path("/api/record/{id}", path)) << path;
}

TEST(Etag, is_of_the_bytes) {
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_NE(etag_of("a"), etag_of("b"));
  EXPECT_EQ(etag_of("a").front(), '"');
}

TEST(Etag, is_found_in_a_list) {
  for (const char* header :
       {R"("x")", R"(W/"x")", R"("y", "x")", R"("a,b" , W/"y","x")", "*", R"(junk, "x")"})
    EXPECT_TRUE(none_match_names(header, R"("x")")) << header;
  for (const char* header : {"", R"("y")", "x", R"("x)", ",,,", R"("y""z")", "W/"})
    EXPECT_FALSE(none_match_names(header, R"("x")")) << header;
  EXPECT_FALSE(none_match_names("*", ""));
}

struct RangeCase {
  const char* header;
  ByteRange::Kind kind;
  std::uint64_t offset;
  std::uint64_t count;
};

TEST(ByteRange, is_of_rfc_9110) {
  using Kind = ByteRange::Kind;
  const RangeCase cases[] = {
      {"bytes=0-0", Kind::Part, 0, 1},
      {"bytes=0-99", Kind::Part, 0, 10},
      {"bytes=4-", Kind::Part, 4, 6},
      {"bytes=-3", Kind::Part, 7, 3},
      {"bytes=-30", Kind::Part, 0, 10},
      {"bytes=9-18446744073709551615", Kind::Part, 9, 1},
      {"bytes=10-", Kind::Beyond, 0, 0},
      {"bytes=11-", Kind::Beyond, 0, 0},
      {"bytes=10-12", Kind::Beyond, 0, 0},
      {"bytes=-0", Kind::Beyond, 0, 0},
      {"bytes=3-2", Kind::Whole, 0, 0},
      {"bytes=0-1,3-4", Kind::Whole, 0, 0},
      {"bytes=99999999999999999999-", Kind::Whole, 0, 0},
      {"bytes=", Kind::Whole, 0, 0},
      {"bytes=a-b", Kind::Whole, 0, 0},
      {"bytes=--1", Kind::Whole, 0, 0},
      {"items=0-1", Kind::Whole, 0, 0},
      {"", Kind::Whole, 0, 0},
  };
  for (const RangeCase& one : cases) {
    const ByteRange range = byte_range(one.header, 10);
    EXPECT_EQ(range.kind, one.kind) << one.header;
    EXPECT_EQ(range.offset, one.offset) << one.header;
    EXPECT_EQ(range.count, one.count) << one.header;
  }
  EXPECT_EQ(byte_range("bytes=0-0", 0).kind, ByteRange::Kind::Beyond);
  EXPECT_EQ(byte_range("bytes=-1", 0).kind, ByteRange::Kind::Beyond);
}

TEST(Peer, is_told_by_the_table_of_connections) {
  constexpr std::string_view table =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
      "   0: 0100007F:121A 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1\n"
      "   1: 0100007F:121A 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 12 1\n"
      "   2: 0100007F:C350 0100007F:121A 01 00000000:00000000 00:00000000 00000000  1001        0 13 1\n";
  EXPECT_EQ(user_of(table, 0xC350, 0x121A), 1001);
  EXPECT_EQ(user_of(table, 0x121A, 0xC350), 1000);
  EXPECT_EQ(user_of(table, 0xC351, 0x121A), -1);
  EXPECT_EQ(user_of(table.substr(0, table.size() - 30), 0xC350, 0x121A), -1);
  EXPECT_EQ(user_of("", 1, 2), -1);
}

TEST(MediaType, is_by_the_ending) {
  EXPECT_EQ(media_type("IMG_0001.HEIC"), "image/heic");
  EXPECT_EQ(media_type("a.b.MoV"), "video/quicktime");
  EXPECT_EQ(media_type("jpg"), "application/octet-stream");
  EXPECT_FALSE(is_harmless(media_type("page.html")));
  EXPECT_FALSE(is_harmless(media_type("drawing.svg")));
  EXPECT_TRUE(is_harmless(media_type("film.mp4")));
}

}  // namespace
}  // namespace hoego
