#pragma once
#include <string>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// What a review is made of; the formats below are all of it.
struct Review {
  Findings findings;
  Document story;
  Language language = Language::Korean;
};

/// Markdown with a footnote a finding: kind, subject, evidence, interval, certainty, id.
std::string to_markdown(const Review& review);
/// The same without footnotes: a text to go on from.
std::string to_plain_markdown(const Review& review);
/// `hoego.review/1` as CONTRACT and doc/review.schema.json describe it, UTF-8, keys in a fixed order.
std::string to_json(const Review& review);
/// The page in one file: the bundle of `web/` with the review's JSON inside, packed (zlib, in base64).
std::string to_html(const Review& review, const std::string& bundle);

/// `hoego.resolutions/1`: promises as in a review, on their own.
std::string promises_json(const std::vector<Promise>& promises, Date as_of);

/// One record as in `timeline --json`, for lists of records (compact JSON object). With `text`, what was
/// written to a model or a person, where the owner had it kept (`text = true`); a review never holds it.
std::string record_json(const Record& record, const std::string& activity);

}  // namespace hoego
