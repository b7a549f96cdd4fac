#pragma once
#include "import/importer.h"

namespace hoego {

/// One line on the terminal that tells how far an import is, its rate and the time left. Silent where
/// standard error is no terminal.
class ProgressLine {
 public:
  ProgressLine();
  void show(const Progress& progress);
  void clear();

 private:
  bool terminal_;
  bool shown_ = false;
};

}  // namespace hoego
