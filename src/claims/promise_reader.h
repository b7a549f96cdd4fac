#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "claims/found_promise.h"

namespace hoego {

/// Finds what a text promises, plans and wishes, by the rules of claims/promise_rules.h. Not to be shared
/// between threads.
class PromiseReader {
 public:
  /// `year`: that which the text looks back on.
  explicit PromiseReader(int year);
  ~PromiseReader();
  PromiseReader(const PromiseReader&) = delete;
  PromiseReader& operator=(const PromiseReader&) = delete;

  /// In the order of the text; their checks are empty.
  std::vector<FoundPromise> read(const std::vector<WrittenSentence>& sentences) const;
  /// What a sentence is by rule and veto, for a test and for `--explain`: the vetoes' names, comma-separated.
  std::optional<FoundPromise> read(const WrittenSentence& sentence) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hoego
