#include "sources/json_items.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/error.h"
#include "sources/json_items_head.h"
#include "tests/support/json_readings.h"

namespace hoego {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Items {
  std::vector<std::string> names;  ///< member "n" of each, with '*' where it was listed
  std::vector<std::uint64_t> offsets;
  std::vector<Issue> issues;
  std::size_t largest = 0;
};

Items read(const std::string& bytes, std::vector<std::string_view> lists = {"items"}) {
  CollectingSink sink;
  const auto input = input_of(bytes, "x.json");
  JsonItems items(*input, std::move(lists), "x.json", sink);
  Items out;
  while (const auto item = items.next()) {
    out.names.push_back(item->value["n"].line() + (item->listed ? "*" : ""));
    out.offsets.push_back(item->offset);
  }
  out.issues = sink.issues;
  out.largest = items.largest();
  return out;
}

JsonValue value_of(std::string text) {
  JsonReading reading = read_json(text);
  EXPECT_EQ(reading.problem, "");
  return reading.value.value_or(JsonValue{});
}

TEST(JsonItems, come_from_every_form_in_which_programs_write_lists) {
  EXPECT_THAT(read(R"([{"n":1},{"n":2}])").names, ElementsAre("1*", "2*"));
  EXPECT_THAT(read("\xEF\xBB\xBF [\r\n{\"n\":1} ]\n").names, ElementsAre("1*"));
  EXPECT_THAT(read(R"([{"n":1}][{"n":2},{"n":3}])").names, ElementsAre("1*", "2*", "3*"));
  EXPECT_THAT(read(R"([[{"n":1}],[{"n":2}]])").names, ElementsAre("1*", "2*"));
  EXPECT_THAT(read("{\"n\":1}\n{\"n\":2}\n").names, ElementsAre("1", "2"));
  EXPECT_THAT(read(R"({"n":1,"deep":{"items":[{"n":9}]}})").names, ElementsAre("1"));
  EXPECT_THAT(read(R"({"total":2,"items":[{"n":1},{"n":2}],"more":{"n":3}})").names, ElementsAre("1*", "2*"));
  EXPECT_THAT(read(R"([{"items":[{"n":1}]},{"items":[{"n":2}]}])").names, ElementsAre("1*", "2*"));
  EXPECT_THAT(read(R"([1,"items",null,[true],{"n":1}])").names, ElementsAre("1*"));
  EXPECT_THAT(read("[]").names, IsEmpty());
}

TEST(JsonItems, are_read_from_utf_16_as_powershell_writes_it) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string(R"([{"n":1}])")) wide += {c, '\0'};
  EXPECT_THAT(read(wide).names, ElementsAre("1*"));
}

TEST(JsonItems, know_the_byte_at_which_they_begin) {
  EXPECT_THAT(read(R"( [ {"n":1}, {"n":2} ])").offsets, ElementsAre(3, 12));
  EXPECT_THAT(read("\xEF\xBB\xBF[{\"n\":1}]").offsets, ElementsAre(4));
}

TEST(JsonItems, that_were_whole_are_kept_of_a_file_cut_in_the_middle) {
  const Items cut = read(R"([{"n":1},{"n":2},{"n":"3)");
  EXPECT_THAT(cut.names, ElementsAre("1*", "2*"));
  ASSERT_EQ(cut.issues.size(), 1U);
  EXPECT_EQ(cut.issues[0].place, "byte 17");
  EXPECT_THAT(cut.issues[0].reason, HasSubstr("after 2 whole items"));
  EXPECT_EQ(read(R"([{"n":1},)").issues.size(), 1U);
  EXPECT_EQ(read(R"({"items":[{"n":1}],"a":)").issues.size(), 1U);
  EXPECT_EQ(read(R"([{"n":1}] )").issues.size(), 0U);
}

TEST(JsonItems, one_broken_item_costs_only_itself) {
  const Items got = read(R"([{"n":1},{"n":tru},{"n":3}])");
  EXPECT_THAT(got.names, ElementsAre("1*", "3*"));
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_EQ(got.issues[0].place, "byte 9");
}

TEST(JsonItems, a_line_that_was_cut_costs_only_itself) {
  EXPECT_THAT(read("{\"n\":1}\n{\"n\":\"2\n{\"n\":3}\n").names, ElementsAre("1", "3"));
  const Items got = read("{\"n\":1}\n{\"n\":\n{\"n\":3}\n{\"n\"");
  EXPECT_THAT(got.names, ElementsAre("1", "3"));
  EXPECT_EQ(got.issues.size(), 2U);
}

TEST(JsonItems, what_is_no_json_is_refused) {
  EXPECT_THROW(read("name,date\n1,2\n"), Error);
  EXPECT_THROW(read("  \n"), Error);
  EXPECT_EQ(read(R"([{"n":1}] trailing)").issues.size(), 1U);
  EXPECT_EQ(read(R"([{"n":1}})").issues.size(), 1U);
  EXPECT_EQ(read(std::string(100, '[')).issues.size(), 1U);
}

TEST(JsonItems, half_a_surrogate_pair_does_not_cost_the_item) {
  EXPECT_THAT(read(R"([{"n":"a\ud83d"},{"n":"\ude00 \\ud83d \ud83d\ude00"}])").names,
              ElementsAre("a\xEF\xBF\xBD*", "\xEF\xBF\xBD \\ud83d \xF0\x9F\x98\x80*"));
}

TEST(JsonItems, hostile_nesting_and_counts_are_refused_in_words) {
  const std::string deep =
      "[{\"n\":" + std::string(100'000, '[') + std::string(100'000, ']') + "},{\"n\":2}]";
  const Items got = read(deep);
  EXPECT_THAT(got.names, ElementsAre("2*"));
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_THAT(got.issues[0].reason, HasSubstr("200 deep"));
}

/// A document that is made while it is read: a beginning, a piece many times, an end.
class Repeated : public Input {
 public:
  Repeated(std::string begin, std::string piece, std::uint64_t times, std::string end)
      : begin_(std::move(begin)), piece_(std::move(piece)), times_(times), end_(std::move(end)) {}
  std::uint64_t size() const override { return begin_.size() + piece_.size() * times_ + end_.size(); }
  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    std::size_t have = 0;
    while (have < count && offset < size()) {
      const std::string_view from = at(offset);
      const std::size_t part = from.copy(to + have, count - have);
      have += part;
      offset += part;
    }
    return have;
  }
  std::string_view whole(std::uint64_t /*most*/) override { throw Error("too large to hold", "", ""); }

 private:
  std::string_view at(std::uint64_t offset) const {
    if (offset < begin_.size()) return std::string_view(begin_).substr(offset);
    offset -= begin_.size();
    if (offset < piece_.size() * times_) return std::string_view(piece_).substr(offset % piece_.size());
    return std::string_view(end_).substr(offset - piece_.size() * times_);
  }
  std::string begin_;
  std::string piece_;
  std::uint64_t times_;
  std::string end_;
};

/// Most memory the process has had since `forget_peak`, in KiB; 0 where the system does not tell.
void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << "5";
}
std::size_t peak() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      std::size_t kib = 0;
      status >> kib;
      return kib;
    }
  }
  return 0;
}

TEST(JsonItems, a_long_file_takes_the_memory_of_its_largest_item) {
  const std::string item = R"({"n":1,"text":")" + std::string(4000, 'x') + "\"},";
  Repeated input("[", item, 1500, R"({"n":2}])");
  CollectingSink sink;
  forget_peak();
  [[maybe_unused]] const std::size_t before = peak();
  JsonItems items(input, {}, "x.json", sink);
  std::size_t count = 0;
  while (items.next()) ++count;
  EXPECT_EQ(count, 1501U);
  EXPECT_EQ(items.largest(), item.size() - 1);
#ifndef HOEGO_SANITIZED  // which keeps what was freed
  EXPECT_LT(peak(), before + 2048) << "for " << input.size() << " bytes";
#endif
  EXPECT_THAT(sink.issues, IsEmpty());
}

TEST(JsonItems, one_too_large_is_left_out_and_the_next_one_read) {
  Repeated input(R"([{"n":1},{"n":")", std::string(4096, 'x'), 257, R"("},{"n":3}])");
  CollectingSink sink;
  JsonItems items(input, {}, "x.json", sink, std::size_t{1} << 20);
  std::vector<std::string> names;
  while (const auto item = items.next()) names.push_back(item->value["n"].line());
  EXPECT_THAT(names, ElementsAre("1", "3"));
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "byte 9");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("of 1052680 bytes, more than 1048576"));
}

TEST(JsonValue, says_when) {
  const auto when = [](const std::string& json) {
    const auto instant = value_of(json).instant();
    return instant ? WallTime{instant->seconds}.iso() : "";
  };
  EXPECT_EQ(when(R"("2024-03-15T10:11:12Z")"), "2024-03-15T10:11:12");
  EXPECT_EQ(when(R"("2024-03-15T10:11:12.123456+00:00")"), "2024-03-15T10:11:12");
  EXPECT_EQ(when(R"("2024-03-15T19:11:12+09:00")"), "2024-03-15T10:11:12");
  EXPECT_EQ(when(R"("2024-03-15 10:11:12 UTC")"), "2024-03-15T10:11:12");
  EXPECT_EQ(when("1710497472.75"), "2024-03-15T10:11:12");
  EXPECT_EQ(when("1710497472750"), "2024-03-15T10:11:12");
  for (const char* none : {R"("2024-03-15T10:11:12")", R"("2024-02-30T10:11:12Z")", "0", "-5", "null",
                           "1e300", R"("0001-01-01T00:00:00Z")", R"("2024-03-15T10:11:12.")", R"("")"})
    EXPECT_EQ(when(none), "") << none;
}

TEST(JsonValue, what_is_not_there_reads_as_nothing) {
  const JsonValue value = value_of(R"({"a":{"b":"x\ny"},"c":null,"d":12345678901,"a2":1,"a2":2})");
  EXPECT_EQ(value["a"]["b"].line(), "x y");
  EXPECT_EQ(value["no"]["way"].line(), "");
  EXPECT_TRUE(value.has("c"));
  EXPECT_FALSE(value.has("e"));
  EXPECT_EQ(value["d"].line(), "12345678901");
  EXPECT_EQ(value["a2"].number(), 2.0);
}

TEST(JsonValue, a_line_is_cut_between_characters) {
  EXPECT_EQ(JsonValue::of(std::string("가나다")).line(7), "가나");
}

TEST(JsonHead, names_members_by_their_path_however_the_file_is_cut) {
  const auto keys = keys_in_head(R"([{"a":{"b":1,"c":["x",{"d":true}]},"e":"\"q"},{"a":"cut)");
  std::vector<std::string> lines;
  for (const JsonKey& key : keys) lines.push_back(key.path + "=" + key.value);
  EXPECT_THAT(lines, ElementsAre("[]={", "[].a={", "[].a.b=1", "[].a.c=[", "[].a.c[]=x", "[].a.c[]={",
                                 "[].a.c[].d=true", "[].e=\"q", "[]={", "[].a=cut"));
  EXPECT_THAT(keys_in_head("a,b\n{1}"), IsEmpty());
  EXPECT_THAT(keys_in_head("{ not: json }"), IsEmpty());
  EXPECT_THAT(keys_in_head(std::string(5000, '[')), ::testing::SizeIs(31));
}

}  // namespace
}  // namespace hoego
