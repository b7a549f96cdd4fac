#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego::card {

/// What a column of a statement holds.
enum class Meaning {
  Begin,     ///< the day, or day and time, of the purchase
  Time,      ///< the time, where it stands apart from the day
  Merchant,  ///< with whom
  Amount,    ///< what was spent, or with its sign what went in or out
  Out,       ///< what went out
  In,        ///< what came in
  Currency,
  Foreign,   ///< the amount in the currency of the shop's country
  Approval,  ///< number of the approval, or the bank's reference
  Account,   ///< card or account
  Status,    ///< approved, cancelled, in or out
  Category,
  Balance,
  Ignored,
};
inline constexpr std::array<std::string_view, 14> meaning_names = {
    "begin",   "time",     "merchant", "amount", "out",      "in",      "currency",
    "foreign", "approval", "account",  "status", "category", "balance", "ignored"};

/// What is known of the columns of a statement.
struct Columns {
  std::map<Meaning, std::vector<std::size_t>> of;  ///< columns of a meaning, the most telling first
  std::map<std::size_t, std::string> currencies;   ///< stated in a column's name, "금액(USD)"
  bool korean = false;                             ///< some name is Korean
  bool telling = false;                            ///< some name stands in tables of money only

  bool has(Meaning meaning) const { return of.count(meaning) > 0; }
  /// A day, a merchant and an amount.
  bool complete() const {
    return has(Meaning::Begin) && has(Meaning::Merchant) && (has(Meaning::Amount) || has(Meaning::Out));
  }
};

/// The columns of a header, by the names that Korean card companies and banks and English statements use.
/// `decided` (column's name to a name of `meaning_names`) is the owner's word and wins: where it names a
/// meaning, no other column has that meaning. Blanks, case and what is in parentheses do not count in names.
Columns columns_of(const std::vector<std::string>& header, const std::map<std::string, std::string>& decided);

/// A column and what it is taken for, as `map` in hoego.toml would say it.
struct Reading {
  std::string column;
  std::string_view meaning;  ///< of `meaning_names`

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// What the columns of a header are taken for, by meaning, of one meaning the most telling first; `decided`
/// as for `columns_of`. Columns that mean nothing are left out.
std::vector<Reading> propose_columns(const std::vector<std::string>& header,
                                     const std::map<std::string, std::string>& decided = {});

/// A column's name for comparison.
std::string bare_name(std::string_view name);

}  // namespace hoego::card
