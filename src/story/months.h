#pragma once
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// Neighbouring months that one says together: one month, months of one number, or a steady stretch between
/// two numbers.
struct MonthRun {
  Date from;  ///< first day of the first month
  Date to;    ///< first day of the last
  int low = 0;
  int high = 0;
  int months = 1;
};

/// How the months of an activity are told.
struct MonthShape {
  enum class Form {
    None,    ///< too few records or months
    Listed,  ///< every month with records, in order
    Steady,  ///< the same, and one run is a stretch between two numbers
    Ends,    ///< too many to list: `runs` are the greatest and the least month, each alone in being so
  };
  Form form = Form::None;
  std::vector<MonthRun> runs;
};

/// The months of an activity of 8 records or more, in 3 months or more. Only months that were lived and
/// covered whole are told; a month in part or not covered is neither told nor taken for zero, and since its
/// records would be missed, nothing is told where it lies between others.
MonthShape month_shape(const Findings& findings, const Activity& activity);

}  // namespace hoego
