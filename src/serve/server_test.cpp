#include "serve/server.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "base/error.h"
#include "serve/etag.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Holds whoever passes until it is opened.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    news_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    news_.notify_all();
    news_.wait(lock, [this] { return open_; });
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this, count] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable news_;
  bool open_ = false;
  int waiting_ = 0;
};

Response text(std::string body, std::string etag = "") {
  Response response;
  response.body = std::move(body);
  response.etag = std::move(etag);
  return response;
}

Response digits() {
  Response response;
  response.type = "video/mp4";
  response.etag = etag_of("0123456789");
  Content content;
  content.size = 10;
  content.give = [](std::uint64_t offset, std::uint64_t count, const Send& send) {
    return send(std::string_view("0123456789").substr(offset, count));
  };
  response.body = std::move(content);
  return response;
}

class Serving : public testing::Test {
 protected:
  Serving() { server_->start(); }

  httplib::Client client() const {
    httplib::Client client("127.0.0.1", server_->port());
    client.set_read_timeout(10);
    return client;
  }
  std::string origin() const { return fmt::format("http://127.0.0.1:{}", server_->port()); }

  std::vector<Route> routes() {
    return {
        {"GET", "/small", [](const Request&) { return text("small", etag_of("small")); }},
        {"GET", "/echo/{word}", [](const Request& request) { return text(request.parts.front()); }},
        {"GET", "/digits", [](const Request&) { return digits(); }},
        {"GET", "/events", [this](const Request&) { return events(); }},
        {"GET", "/error",
         [](const Request&) -> Response { throw Refusal(410, "gone", "a.jpg", "look elsewhere"); }},
        {"GET", "/bug", [](const Request&) -> Response { throw std::runtime_error("a bug"); }},
        {"GET", "/cut", [](const Request&) { return cut(); }},
        {"POST", "/keep", [](const Request& request) { return text("kept " + request.body); }},
    };
  }
  Response events() {
    Response response;
    response.type = "text/event-stream";
    response.body = EndlessContent{[this, said = 0](const Send& send) mutable {
      if (said++ == 0) return send("data: 1\n\n");
      gate_.pass();
      return false;
    }};
    return response;
  }
  static Response cut() {
    Response response;
    response.body = Content{100, [](std::uint64_t, std::uint64_t, const Send&) -> bool {
                              throw std::runtime_error("the file is gone");
                            }};
    return response;
  }

  Gate gate_;
  std::optional<Server> server_ = Server::at_port(0, routes(), {8, 3});
};

TEST_F(Serving, answers_and_is_asked_again) {
  httplib::Client asking = client();
  asking.set_keep_alive(true);
  for (int i = 0; i < 20; ++i) {
    const auto answer = asking.Get("/small");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "small");
  }
}

TEST_F(Serving, every_answer_is_private_and_runs_nothing) {
  for (const char* path : {"/small", "/error", "/nowhere", "/digits"}) {
    const auto answer = client().Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->get_header_value("Cache-Control"), "no-store") << path;
    EXPECT_EQ(answer->get_header_value("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_THAT(answer->get_header_value("Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
    EXPECT_EQ(answer->get_header_value("Cross-Origin-Resource-Policy"), "same-origin") << path;
    EXPECT_EQ(answer->get_header_value_count("Content-Type"), 1u) << path;
  }
}

TEST_F(Serving, what_one_has_is_not_sent_again) {
  const auto answer = client().Get("/small", {{"If-None-Match", etag_of("small")}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 304);
  EXPECT_THAT(answer->body, IsEmpty());
  EXPECT_EQ(answer->get_header_value("ETag"), etag_of("small"));
}

TEST_F(Serving, paths_are_decoded_once) {
  EXPECT_EQ(client().Get("/echo/%EC%84%9C%EC%9A%B8")->body, "서울");
  EXPECT_EQ(client().Get("/echo/a%252Fb")->body, "a%2Fb");
  EXPECT_EQ(client().Get("/echo/..%2F..%2Fetc")->status, 404);
  EXPECT_EQ(client().Get("/echo/")->status, 404);
}

TEST_F(Serving, ranges_of_what_is_long) {
  const auto part = client().Get("/digits", {{"Range", "bytes=2-4"}});
  ASSERT_TRUE(part);
  EXPECT_EQ(part->status, 206);
  EXPECT_EQ(part->body, "234");
  EXPECT_EQ(part->get_header_value("Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(client().Get("/digits", {{"Range", "bytes=-1"}})->body, "9");
  EXPECT_EQ(client().Get("/digits", {{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}})->body, "0123456789");
  const auto beyond = client().Get("/digits", {{"Range", "bytes=10-"}});
  EXPECT_EQ(beyond->status, 416);
  EXPECT_EQ(beyond->get_header_value("Content-Range"), "bytes */10");
  EXPECT_THAT(beyond->body, HasSubstr("no such bytes"));
  const auto head = client().Head("/digits");
  EXPECT_EQ(head->get_header_value("Content-Length"), "10");
  EXPECT_EQ(head->get_header_value("Accept-Ranges"), "bytes");
}

TEST_F(Serving, a_range_cuts_no_error) {
  const auto answer = client().Get("/error", {{"Range", "bytes=0-3"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 410);
  EXPECT_EQ(answer->body,
            "{\"error\":{\"what\":\"gone\",\"where\":\"a.jpg\",\"remedy\":\"look elsewhere\"}}\n");
}

TEST_F(Serving, a_bug_ends_nothing) {
  EXPECT_EQ(client().Get("/bug")->status, 500);
  EXPECT_FALSE(client().Get("/cut"));
  EXPECT_EQ(client().Get("/small")->status, 200);
}

TEST_F(Serving, other_sites_are_turned_away) {
  EXPECT_EQ(client().Get("/small", {{"Host", "life.example"}})->status, 421);
  EXPECT_EQ(client().Get("/small", {{"Origin", "http://life.example"}})->status, 403);
  EXPECT_EQ(client().Post("/keep", {{"Origin", "http://life.example"}}, "x", "text/plain")->status, 403);
  EXPECT_EQ(client().Post("/keep", "x", "text/plain")->status, 403);
}

TEST_F(Serving, the_page_may_change_things) {
  const auto kept = client().Post("/keep", {{"Origin", origin()}}, "words", "text/plain");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->body, "kept words");
  const auto wrong = client().Post("/small", {{"Origin", origin()}}, "words", "text/plain");
  EXPECT_EQ(wrong->status, 405);
  EXPECT_EQ(wrong->get_header_value("Allow"), "GET");
  EXPECT_EQ(client().Post("/keep", {{"Origin", origin()}}, std::string(2 << 20, 'x'), "text/plain")->status,
            413);
}

TEST_F(Serving, streams_starve_nobody) {
  std::vector<std::thread> listeners;
  for (int i = 0; i < 3; ++i) {
    listeners.emplace_back([this] { EXPECT_EQ(client().Get("/events")->body, "data: 1\n\n"); });
  }
  gate_.wait_for(3);
  EXPECT_EQ(client().Get("/small")->body, "small");
  const auto fourth = client().Get("/events");
  EXPECT_EQ(fourth->status, 503);
  EXPECT_EQ(fourth->get_header_value("Retry-After"), "2");
  gate_.open();
  for (std::thread& listener : listeners) listener.join();
  EXPECT_EQ(client().Get("/digits")->status, 200);
}

TEST_F(Serving, ends_at_once_though_browsers_stay) {
  httplib::Client idle = client();
  idle.set_keep_alive(true);
  EXPECT_EQ(idle.Get("/small")->status, 200);
  const auto begin = std::chrono::steady_clock::now();
  server_->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_FALSE(client().Get("/small"));
}

TEST_F(Serving, a_port_is_taken_once) {
  EXPECT_FALSE(Server::at_port(server_->port(), {}));
}

}  // namespace
}  // namespace hoego
