#include "app/notes_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "app/replaced_file.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/text.h"
#include "interview/notes.h"
#include "sources/text_head.h"
#include "story/called.h"
#include "story/own_words.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest = 8U << 20U;

std::string short_name(int year) {
  return fmt::format("notes/{:04}.md", year);
}

/// The words of one file; none where it is not there. What cannot be read is an issue.
std::vector<OwnWords> words_of(const Life& life, int year, std::vector<Issue>& issues) {
  try {
    const auto bytes = owners_file(notes_file(life, year), longest);
    if (!bytes) return {};
    if (!is_binary_head(*bytes)) return read_notes(is_utf8(*bytes) ? *bytes : decode_guess(*bytes), year);
    issues.push_back(
        {short_name(year), "", "is no text", "a heading that ends in a finding's id: ## words `id`"});
  } catch (const Error& error) {
    issues.push_back({short_name(year), "", error.what(), error.remedy()});
  }
  return {};
}

Issue applies_to_nothing(const OwnWords& words, const Findings& findings) {
  std::vector<std::string> nearest = nearest_names(words.on, finding_ids(findings));
  const std::string same = of_same_subject(findings, words.on);
  if (!same.empty() && std::find(nearest.begin(), nearest.end(), same) == nearest.end())
    nearest.insert(nearest.begin(), same);
  return {short_name(words.year), fmt::format("`{}`", words.on), "is the id of no finding",
          nearest.empty() ? "its words stand at the end of the review"
                          : fmt::format("nearest: {}", fmt::join(nearest, ", "))};
}

bool is_whole(const Period& period, Date today) {
  const DateRange years{whole_year(period.from.year()).from, whole_year(period.to.year()).to};
  return period.from == years.from && period.to == years.to &&
         period.lived_to() >= std::min(today, period.to);
}

std::string words_on(std::string_view markdown, const std::string& finding) {
  for (const OwnWords& words : read_notes(markdown, 0)) {
    if (words.on == finding) return words.text;
  }
  return {};
}

/// What is written: nothing that would make the file other than text.
std::string typed(const std::string& text) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7f || (byte < 0x20 && c != '\n' && c != '\t');
  });
  return control || !is_utf8(text) ? clean_text(text) : text;
}

}  // namespace

fs::path notes_file(const Life& life, int year) {
  return life.folder() / "notes" / fmt::format("{:04}.md", year);
}

bool has_notes(const Life& life) {
  std::error_code error;
  return life.has_folder() && fs::exists(life.folder() / "notes", error) &&
         !fs::is_empty(life.folder() / "notes", error);
}

std::vector<Issue> add_own_words(const Life& life, Date today, Findings& findings) {
  if (!has_notes(life)) return {};
  const int first = findings.period.from.year();
  const bool whole = is_whole(findings.period, today);
  std::vector<Issue> issues;
  for (int year = std::max(Date::min_year, first - 1); year <= findings.period.to.year(); ++year) {
    for (OwnWords& words : words_of(life, year, issues)) {
      const bool here = is_finding(findings, words.on);
      const bool before = year < first;
      if (!whole && !here && !(before && !of_same_subject(findings, words.on).empty())) continue;
      if (!here && !before) issues.push_back(applies_to_nothing(words, findings));
      findings.own_words.push_back(std::move(words));
    }
  }
  return issues;
}

void keep_answer(const Life& life, int year, const TypedAnswer& answer) {
  constexpr int most_attempts = 5;
  const fs::path file = notes_file(life, year);
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto before = owners_file(file, longest);
    const std::string markdown = before.value_or(fmt::format("# {:04}\n", year));
    if (!is_utf8(markdown))
      throw UsageError("is not UTF-8, and was left as it is", file.string(),
                       "save it as UTF-8 in your editor");
    const std::string there = words_on(markdown, answer.finding);
    const bool written_since = !there.empty() && there != answer.known;
    const std::string text = (written_since ? there + "\n\n" : std::string{}) + typed(answer.text);
    const auto edited = with_note(markdown, answer.finding, answer.heading, text);
    if (!edited) {
      throw UsageError("a code block is never closed, and nothing was changed",
                       fmt::format("{}:{}", file.string(), unclosed_fence(markdown).value_or(1)),
                       "close it with a line of ``` (or ~~~)");
    }
    if (replace_file(file, before, *edited)) return;
  }
  throw Error("is changed by another program all the time", file.string(),
              "close it there, and answer again");
}

}  // namespace hoego
