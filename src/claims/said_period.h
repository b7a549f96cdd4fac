#pragma once
#include <string_view>
#include <vector>

#include "base/text.h"
#include "claims/found_promise.h"

namespace hoego {

/// Reads for when something is promised. Where several are said, the rest of the year goes before next year,
/// that before this year, and that before a month or another time. A month alone is one of the text's year.
class PeriodReader {
 public:
  /// `year`: that which the text looks back on.
  explicit PeriodReader(int year);
  SaidPeriod read(std::string_view sentence) const;

 private:
  struct Words {
    SaidWhen said;
    Pattern pattern;
  };
  SaidPeriod resolved(SaidWhen said, std::string_view sentence) const;

  int year_;
  std::vector<Words> words_;
};

/// The month a text names ("3월", "in march"), 1..12; nothing where it names none or several.
std::optional<int> month_said(std::string_view folded);

}  // namespace hoego
