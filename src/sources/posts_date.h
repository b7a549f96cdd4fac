#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "record/when.h"

namespace hoego {

/// A date as people and site generators write it in front matter, with nothing filled in: `2024-03-15`,
/// `2024-3-5`, `2024/03/15`, `2024.03.15`, `20240315`, `2024년 3월 15일`, `Mar 15 2024`, `15 March 2024`,
/// `Fri, 15 Mar 2024`; then, if stated, a time `9:05`, `09:05:07.123`, with or without T and AM or PM, or
/// `오후 9:05`; then an offset, `Z`, `UTC`, `GMT`, `UT`, `KST` or an IANA zone. UTC by name is an instant:
/// the local clock is not stated. Nothing when any of it is not understood.
std::optional<When> parse_stated_date(std::string_view text);

/// A date at the front of a file's name.
struct DatedName {
  When when;         ///< a day; a floating time for `202403151205` and `20240315120507`
  std::string rest;  ///< what follows, without the separators between; empty for a daily note
};
/// `2024-03-15-title` (Jekyll, also `2017-2-5-title`), `2024_03_15 title`, `2024.03.15`, `20240315 title`.
/// Years 1900..2100 only: other numbers are no dates.
std::optional<DatedName> date_in_name(std::string_view stem);

}  // namespace hoego
