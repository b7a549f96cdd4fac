#pragma once
#include <string>

#include "app/life.h"
#include "promises/promises.h"
#include "review/review.h"

namespace hoego {

/// Who will read a review.
enum class Audience {
  Owner,
  Others  ///< nothing private, no names, no paths (review/share.h)
};

/// What a review is asked for.
struct ReviewRequest {
  DateRange period;
  std::optional<Date> as_of;         ///< else today
  std::optional<DateRange> against;  ///< else the year before
  Language language = Language::Korean;
  Tone tone = Tone::Polite;
  Audience audience = Audience::Owner;
};

/// A review, and what of the owner's own files could not be used for it: corrections that apply to nothing,
/// checks that cannot be read, notes on what is no finding.
struct Reviewed {
  Review review;
  std::vector<Issue> issues;
};
Reviewed review_of(Life& life, const ReviewRequest& request);
/// Of a whole year. Throws UsageError for one that has not begun.
ReviewRequest request_of_year(const Life& life, int year);

/// The promises of the file of one year, whatever days they are for.
JudgedPromises judged_promises(Life& life, int year, Date as_of);
/// The promises of these files, whatever days they are for, as they stand on `all.as_of`.
JudgedPromises judged_in(const std::vector<Resolutions>& files, const AllTime& all);

/// Corrections of trips and changes and notes that apply to nothing, with what may have been meant, and
/// promises that cannot be read.
std::vector<Issue> owner_issues(Life& life, std::optional<Date> as_of);

/// In "md", "html" or "json". Throws UsageError for another word.
std::string formatted(const Review& review, const std::string& format);

/// The page's one file, without a review in it. Throws Error where it is not installed.
std::string page_bundle();

/// Years in which the owner has records, up to that of `last`, ascending.
std::vector<int> years_with_records(const Timeline& timeline, Date last);

/// Looks for a finding by id in the review of each year, the years named in the id first.
struct FoundFinding {
  std::string description;            ///< one line for people
  std::vector<std::string> evidence;  ///< record ids
  std::size_t evidence_count = 0;
};
std::optional<FoundFinding> find_finding(Life& life, const std::string& id, std::optional<Date> as_of);

}  // namespace hoego
