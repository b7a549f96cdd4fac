#pragma once
#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// What of the owner's own words goes to a model beside the findings.
struct Sent {
  bool titles = false;  ///< of single entries: what is planned, open items, books, repositories, people
  bool notes = false;   ///< the answers in notes/YEAR.md
  auto operator<=>(const Sent&) const = default;
};

/// The findings as far as they may be sent to a language model. Always left out: records, where files lie and
/// what sources are called, coordinates. Sent: numbers, days, names of towns and countries, labels of
/// activities and areas, what a trip is called, sums of money, the texts of promises, cameras. Without
/// `titles` the title of a single entry is not sent: something planned is called by its activity, or left
/// out; open items are counted; firsts and lasts of books, repositories, people and topics are left out.
/// `findings` are those that others may read (review/share.h): what is private is not in them.
Findings for_sending(const Findings& findings, Language language, Sent sent);

}  // namespace hoego
