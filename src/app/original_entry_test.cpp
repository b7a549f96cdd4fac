#include "app/original_entry.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hoego {
namespace {

const std::string calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nUID:first\r\nSUMMARY:합주\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID;X-WHY=so:second@a.example\r\nSUMMARY:a long name that was fol\r\n ded here\r\n"
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nDTSTART:20240101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::optional<std::string> component(const std::string& text, std::string_view uid) {
  std::istringstream file(text);
  return component_of(file, uid);
}

TEST(OriginalEntry, is_the_component_with_the_uid_whole_and_unfolded) {
  EXPECT_EQ(component(calendar, "first"), "BEGIN:VEVENT\nUID:first\nSUMMARY:합주\nEND:VEVENT\n");
  EXPECT_EQ(component(calendar, "second@a.example"),
            "BEGIN:VEVENT\nUID;X-WHY=so:second@a.example\nSUMMARY:a long name that was folded here\n"
            "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM\nDTSTART:20240101\nEND:VEVENT\n");
}

TEST(OriginalEntry, is_none_where_no_component_has_the_uid) {
  EXPECT_EQ(component(calendar, "third"), std::nullopt);
  EXPECT_EQ(component(calendar, ""), std::nullopt);
  EXPECT_EQ(component("", "first"), std::nullopt);
  EXPECT_EQ(component("BEGIN:VEVENT\nUID:first\n", "first"), std::nullopt) << "it was cut off";
}

TEST(OriginalEntry, of_a_calendar_without_a_last_line_end_is_found) {
  EXPECT_EQ(component("BEGIN:VEVENT\nUID:a\nEND:VEVENT", "a"), "BEGIN:VEVENT\nUID:a\nEND:VEVENT\n");
}

TEST(OriginalEntry, of_a_table_is_a_line_by_its_number) {
  const auto line = [](std::uint64_t number) {
    std::istringstream file("date,amount\r\n2024-01-01,5\n\nlast");
    return line_of(file, number);
  };
  EXPECT_EQ(line(1), "date,amount");
  EXPECT_EQ(line(2), "2024-01-01,5");
  EXPECT_EQ(line(3), "");
  EXPECT_EQ(line(4), "last");
  EXPECT_EQ(line(5), std::nullopt);
  EXPECT_EQ(line(0), std::nullopt);
}

}  // namespace
}  // namespace hoego
