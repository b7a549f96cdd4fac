#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct Book {
  int id = 0;
  std::string title;
  std::string author;
  std::string shelf;  ///< read, currently-reading, to-read
  int pages = 0;
  std::optional<Date> read;  ///< one that was read may have no day
  Date added;
};

struct Paper {
  std::string key;
  std::string title;
  std::string author;
  int year = 0;  ///< of publication
  std::string arxiv;
  std::optional<Date> added;
  int minute = -1;  ///< of that day in Korea; -1 where only the day is written
};

std::vector<Book> read_books(const Story& story);
std::vector<Paper> collect_papers(const Story& story);

/// A Goodreads library and a BibTeX file below `folder`/exports.
void write_reading(const std::filesystem::path& folder, const std::vector<Book>& books,
                   const std::vector<Paper>& papers);

}  // namespace hoego::sample
