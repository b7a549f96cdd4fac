#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hoego::ledger {

/// A number of a commodity.
struct Amount {
  double value = 0;
  std::string commodity;  ///< as written, without quotes; empty for a bare number
};

/// What stands behind a posting's account.
struct PostingAmount {
  std::optional<Amount> amount;  ///< nothing where it is left to be inferred
  /// What all of it cost (`@`, `@@`, or else the lot's price in braces), with the amount's sign.
  std::optional<Amount> cost;
  bool assigned = false;  ///< no amount, only a balance (`= 500`): cannot be known without all before it
};

/// `₩12,000`, `-12,000 KRW`, `$-5.25 @ ₩1,300`, `10 "AB 1" {$5} @@ $60 = $100`, `1.234,50 EUR`, empty.
/// `decimal_mark` is '.', ',' or 0: not stated; then of two marks the last one divides, a mark that repeats
/// groups, and a single comma before exactly three digits groups. Nothing for expressions and what is no
/// amount.
std::optional<PostingAmount> parse_posting_amount(std::string_view text, char decimal_mark);

}  // namespace hoego::ledger
