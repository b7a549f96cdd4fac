#include "model/sse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> events(const std::vector<std::string>& pieces, std::size_t most = 1000) {
  std::vector<std::string> seen;
  const auto keep = [&seen](std::string_view data) { seen.emplace_back(data); };
  EventReader reader(most);
  for (const std::string& piece : pieces) reader.feed(piece, keep);
  reader.finish(keep);
  return seen;
}

TEST(EventReader, gives_the_data_of_each_event) {
  EXPECT_THAT(events({"data: one\n\ndata:two\n\n"}), ElementsAre("one", "two"));
  EXPECT_THAT(events({"data: a\ndata: b\n\n"}), ElementsAre("a\nb"));
  EXPECT_THAT(events({"data\n\n"}), ElementsAre(""));
}

TEST(EventReader, passes_over_comments_and_other_fields) {
  EXPECT_THAT(events({": ping\n\nevent: x\nid: 7\nretry: 1\ndatabase: no\ndata: yes\n\n"}),
              ElementsAre("yes"));
}

TEST(EventReader, reads_any_kind_of_line_end_wherever_the_pieces_are_cut) {
  const std::string text =
      "\xEF\xBB\xBF"
      "data: 하나\r\n\r\ndata: two\r\rdata: 3\n\n";
  std::vector<std::string> bytes;
  for (const char c : text) bytes.emplace_back(1, c);
  EXPECT_THAT(events({text}), ElementsAre("하나", "two", "3"));
  EXPECT_THAT(events(bytes), ElementsAre("하나", "two", "3"));
}

TEST(EventReader, gives_a_last_event_that_no_blank_line_ended) {
  EXPECT_THAT(events({"data: cut"}), ElementsAre("cut"));
  EXPECT_THAT(events({"data: cut\n"}), ElementsAre("cut"));
}

TEST(EventReader, stops_at_a_line_or_an_event_that_does_not_end) {
  EXPECT_THAT(events({"data: " + std::string(2000, 'x') + "\n\n", "data: later\n\n"}), IsEmpty());
  std::string many;
  for (int i = 0; i < 300; ++i) many += "data: 0123456789\n";
  EXPECT_THAT(events({many + "\n"}), IsEmpty());
}

}  // namespace
}  // namespace hoego
