#include "app/owner_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/replaced_file.h"
#include "base/error.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

class OwnerEditsTest : public ::testing::Test {
 protected:
  OwnerEditsTest() : folder_(fs::temp_directory_path() / ("hoego-edits-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    write("hoego.toml", "language = \"ko\"\n");
  }
  ~OwnerEditsTest() override { fs::remove_all(folder_); }

  void write(const char* file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }
  std::optional<std::string> read(const char* file) const { return owners_file(folder_ / file, 1U << 20U); }

  OwnerEdit split(const char* day, Write as = Write::Yes) {
    return edits_.edit(
        "corrections.toml",
        [day](TomlText& text) {
          text.add("trip", {{"split", day}});
        },
        as);
  }
  OwnerEdit undo(const OwnerEdit& edit) { return edits_.undo(edit.file, edit.before, edit.after); }

  fs::path folder_;
  OwnerEdits edits_{folder_};
};

TEST_F(OwnerEditsTest, are_taken_back_one_after_the_other_to_the_byte) {
  const OwnerEdit told = split("2024-01-01", Write::No);
  EXPECT_EQ(read("corrections.toml"), std::nullopt);
  const OwnerEdit first = split("2024-01-01");
  EXPECT_EQ(first.after, told.after);
  const auto one = read("corrections.toml");
  const OwnerEdit second = split("2024-02-01");
  EXPECT_THAT(edits_.undoable(), SizeIs(1));
  EXPECT_THROW(undo(first), Refusal) << "the file holds the second one's text";
  undo(second);
  EXPECT_EQ(read("corrections.toml"), one);
  undo(first);
  EXPECT_EQ(read("corrections.toml"), std::nullopt) << "it was not there";
  EXPECT_THROW(undo(first), Refusal) << "once";
  EXPECT_THAT(edits_.undoable(), IsEmpty());
}

TEST_F(OwnerEditsTest, keep_what_somebody_wrote_meanwhile) {
  const OwnerEdit first = split("2024-01-01");
  write("corrections.toml", "# theirs\n");
  EXPECT_THAT(edits_.undoable(), IsEmpty());
  EXPECT_THROW(undo(first), Refusal);
  split("2024-02-01");
  EXPECT_EQ(read("corrections.toml"), "# theirs\n\n[[trip]]\nsplit = 2024-02-01\n");
}

TEST_F(OwnerEditsTest, write_nothing_that_could_not_be_read_afterwards) {
  EXPECT_THROW(split("soon"), UsageError);
  const auto wrong = [](TomlText& text) { text.add("activity", {{"id", "\"a\""}}); };
  EXPECT_THROW(edits_.edit("hoego.toml", wrong, Write::Yes), UsageError) << "an activity without a matcher";
  EXPECT_THROW(edits_.edit(
                   "hoego.toml", [](TomlText&) {}, Write::Yes),
               UsageError)
      << "nothing would change";
  EXPECT_EQ(read("hoego.toml"), "language = \"ko\"\n");
  write("corrections.toml", "[[trip]\n");
  EXPECT_THROW(split("2024-01-01"), UsageError) << "it could not be read before";
  EXPECT_EQ(read("corrections.toml"), "[[trip]\n");
}

}  // namespace
}  // namespace hoego
