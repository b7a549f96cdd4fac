#include "sources/ledger_amount.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/letters.h"
#include "base/text.h"

namespace hoego::ledger {
namespace {

constexpr std::size_t longest_number = 60;
constexpr std::size_t longest_commodity = 60;

/// A number as written, its marks resolved; nothing for what is none.
std::optional<double> value_of(std::string digits, char decimal_mark) {
  digits.erase(std::remove_if(digits.begin(), digits.end(), [](char c) { return c == ' ' || c == '\''; }),
               digits.end());
  const std::size_t last = digits.find_last_of(",.");
  char point = decimal_mark;
  if (point == 0 && last != std::string::npos) {
    const char mark = digits[last];
    const auto count = std::count(digits.begin(), digits.end(), mark);
    const bool has_other = digits.find(mark == ',' ? '.' : ',') != std::string::npos;
    if (digits.find("..") != std::string::npos || digits.find(",,") != std::string::npos) return std::nullopt;
    const bool groups = count > 1 || (!has_other && mark == ',' && digits.size() - last == 4 && last > 0);
    point = groups ? (mark == ',' ? '.' : ',') : mark;
  }
  const char group = point == ',' ? '.' : ',';
  digits.erase(std::remove(digits.begin(), digits.end(), group), digits.end());
  std::replace(digits.begin(), digits.end(), ',', '.');
  if (!digits.empty() && digits.back() == '.') digits.pop_back();
  double out = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), out, std::chars_format::fixed);
  if (error != std::errc() || end != digits.data() + digits.size() || !(std::abs(out) < 1e15))
    return std::nullopt;
  return out;
}

class AmountParser {
 public:
  AmountParser(std::string_view text, char decimal_mark) : rest_(text), decimal_mark_(decimal_mark) {}

  std::optional<PostingAmount> posting() {
    PostingAmount out;
    skip_blanks();
    if (rest_.empty()) return out;
    if (peek() == '=') {
      out.assigned = true;
      return out;
    }
    out.amount = amount();
    if (!out.amount) return std::nullopt;
    std::optional<Amount> lot;
    if (!annotations(lot, *out.amount)) return std::nullopt;
    if (peek() == '@') {
      out.cost = price(*out.amount);
      if (!out.cost) return std::nullopt;
    } else {
      out.cost = lot;
    }
    std::optional<Amount> ignored;
    if (!annotations(ignored, *out.amount)) return std::nullopt;
    if (!rest_.empty() && peek() != '=') return std::nullopt;
    return out;
  }

 private:
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t') rest_.remove_prefix(1);
  }

  std::optional<Amount> amount() {
    Amount out;
    skip_blanks();
    bool negative = take('-');
    if (!negative) take('+');
    skip_blanks();
    if (!commodity(out.commodity)) return std::nullopt;
    skip_blanks();
    if (take('-'))
      negative = !negative;
    else
      take('+');
    skip_blanks();
    const auto value = number();
    if (!value) return std::nullopt;
    out.value = negative ? -*value : *value;
    skip_blanks();
    if (out.commodity.empty() && !commodity(out.commodity)) return std::nullopt;
    skip_blanks();
    return out;
  }

  /// False for a name that is not closed or too long; none at all is fine.
  bool commodity(std::string& out) {
    if (take('"')) {
      const std::size_t end = rest_.find('"');
      if (end == std::string_view::npos || end > longest_commodity) return false;
      out = trim(rest_.substr(0, end));
      rest_.remove_prefix(end + 1);
      return true;
    }
    std::size_t end = 0;
    constexpr std::string_view others = "0123456789 \t-+@={}[]();,.\"*/^&|!?<>#~:'";
    while (end < rest_.size() && others.find(rest_[end]) == std::string_view::npos) ++end;
    if (end > longest_commodity) return false;
    out = trim(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return true;
  }

  std::optional<double> number() {
    std::size_t end = 0;
    for (; end < rest_.size() && end < longest_number; ++end) {
      const char c = rest_[end];
      const bool mark = c == ',' || c == '.' || c == '\'';
      const bool group = c == ' ' && end > 0 && rest_.size() > end + 3 && is_digit(rest_[end - 1]) &&
                         is_digit(rest_[end + 1]) && is_digit(rest_[end + 2]) && is_digit(rest_[end + 3]);
      if (!is_digit(c) && !mark && !group) break;
    }
    if (end == 0) return std::nullopt;
    const auto out = value_of(std::string(rest_.substr(0, end)), decimal_mark_);
    rest_.remove_prefix(end);
    return out;
  }

  /// `{price}`, `{{total}}`, `[date]`, `(note)` of a lot.
  bool annotations(std::optional<Amount>& lot, const Amount& of) {
    for (;;) {
      skip_blanks();
      const char open = peek();
      if (open != '{' && open != '[' && open != '(') return true;
      const std::size_t end = rest_.find(open == '{' ? '}' : open == '[' ? ']' : ')');
      if (end == std::string_view::npos) return false;
      std::string_view inside = rest_.substr(1, end - 1);
      rest_.remove_prefix(end + 1);
      if (open == '(' && inside == "@") {  // a price that is not recorded
        rest_ = {};
        return true;
      }
      if (open != '{') continue;
      const bool total = inside.substr(0, 1) == "{";
      if (total) {
        inside.remove_prefix(1);
        take('}');
      }
      if (inside.substr(0, 1) == "=") inside.remove_prefix(1);
      AmountParser parser(inside.substr(0, inside.find(',', inside.find_last_of("0123456789"))),
                          decimal_mark_);
      if (const auto one = parser.amount()) lot = cost_of(*one, of, total);
    }
  }

  std::optional<Amount> price(const Amount& of) {
    take('@');
    const bool total = take('@');
    const auto one = amount();
    if (!one) return std::nullopt;
    return cost_of(*one, of, total);
  }

  static Amount cost_of(const Amount& price, const Amount& of, bool total) {
    const double value = total ? std::copysign(price.value, of.value) : price.value * of.value;
    return {value, price.commodity};
  }

  std::string_view rest_;
  char decimal_mark_;
};

}  // namespace

std::optional<PostingAmount> parse_posting_amount(std::string_view text, char decimal_mark) {
  return AmountParser(text, decimal_mark).posting();
}

}  // namespace hoego::ledger
