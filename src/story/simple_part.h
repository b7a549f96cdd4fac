#pragma once
#include <optional>

namespace hoego {

/// A share that one says in words: one of two, three, four or ten parts.
struct SimplePart {
  int parts = 1;
  int of = 2;
};

/// The nearest of halves, thirds, quarters and tenths within 2.5 points of a share in 0..1, the simplest of
/// those as near.
std::optional<SimplePart> simple_part(double share);

}  // namespace hoego
