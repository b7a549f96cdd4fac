#include "verify/amounts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/letters.h"
#include "claims/numerals.h"
#include "verify/amount_words.h"
#include "verify/rates.h"
#include "verify/rounding_words.h"
#include "verify/units.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

template <typename Words>
bool ends_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return ends(text, word); });
}

template <typename Words>
std::size_t begins_any(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (begins(text, 0, word)) return word.size();
  }
  return 0;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '#';
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Span>& masked)
      : text_(text), masked_(masked), rates_(rates_in(text)) {}

  std::vector<Amount> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto next = amount_at(at);
      if (!next) {
        ++at;
        continue;
      }
      at = std::max(next->end, at + 1);
      out_.push_back(*next);
    }
    join_lengths();
    carry_units();
    for (Amount& one : out_) {
      one.rounding = rounding_said(text_.substr(0, one.at), text_.substr(one.end), one.rounding);
      note_rate(one);
    }
    return std::move(out_);
  }

 private:
  bool is_masked(std::size_t at) const {
    return std::any_of(masked_.begin(), masked_.end(), [at](const Span& span) { return span.holds(at); });
  }
  bool in_rate(std::size_t at) const {
    return std::any_of(rates_.begin(), rates_.end(),
                       [at](const SaidRate& rate) { return rate.before && rate.at <= at && at < rate.end; });
  }

  std::optional<Amount> amount_at(std::size_t at) const {
    if (is_masked(at) || in_rate(at)) return std::nullopt;
    if (at > 0 && is_word_byte(text_[at - 1])) return std::nullopt;
    if (at > 1 && (text_[at - 1] == '-' || text_[at - 1] == '.' || text_[at - 1] == '/') &&
        is_word_byte(text_[at - 2]) && !is_digit(text_[at - 2]) &&
        static_cast<unsigned char>(text_[at - 2]) < 0x80)
      return std::nullopt;
    if (auto none = none_at(text_, at)) return none;
    if (is_idle_one(at)) return std::nullopt;
    if (auto fraction = fraction_at(text_, at)) return fraction;
    if (auto days = native_days_at(text_, at)) return days;
    if (auto money = money_at(at)) return money;
    if (auto fixed = word_at(text_, at)) return fixed;
    return number_at(at);
  }

  /// 한 주도 거르지 않은, 한 해를, 다시 한 번: a one that counts nothing.
  bool is_idle_one(std::size_t at) const {
    constexpr std::string_view one = "한 ";
    if (!begins(text_, at, one)) return false;
    const auto unit = korean_unit(text_, at + one.size());
    if (!unit) return false;
    const std::string_view rest = text_.substr(unit->end);
    constexpr std::array<std::string_view, 6> topics = {{"은", "는", "이", "가", "을", "를"}};
    const bool length =
        unit->unit == SaidUnit::Month || unit->unit == SaidUnit::Week || unit->unit == SaidUnit::Day;
    // "가장 많이 한 건 7월이다": what was done, no single case.
    if (unit->unit == SaidUnit::Case && begins(rest, 0, " ") && rest.size() > 1 && is_digit(rest[1]) &&
        rest.substr(0, 12).find("월") != std::string_view::npos)
      return true;
    // "가장 자주 한 달은", "드럼을 한 날은", "9월 한 달 동안".
    if (ends(text_.substr(0, unit->end), "날")) return true;
    if (length && (begins_any(rest, topics) > 0 || ends(text_.substr(0, at), "월 "))) return true;
    return begins(text_, unit->end, "도") || unit->unit == SaidUnit::Year ||
           ends(text_.substr(0, at), "그 ") || ends(text_.substr(0, at), "다시 ") ||
           ends(text_.substr(0, at), "또 ");
  }

  /// ₩660,000, $12.50, CAD 1,286.40.
  std::optional<Amount> money_at(std::size_t at) const {
    struct Sign {
      std::string_view text;
      std::string_view currency;
    };
    for (const Sign& sign :
         {Sign{"₩", "KRW"}, Sign{"c$", "CAD"}, Sign{"$", "USD"}, Sign{"€", "EUR"}, Sign{"£", "GBP"},
          Sign{"¥", "JPY"}, Sign{"cad ", "CAD"}, Sign{"usd ", "USD"}, Sign{"eur ", "EUR"},
          Sign{"krw ", "KRW"}, Sign{"jpy ", "JPY"}, Sign{"gbp ", "GBP"}, Sign{"twd ", "TWD"},
          Sign{"cny ", "CNY"}, Sign{"aud ", "AUD"}}) {
      if (!begins(text_, at, sign.text)) continue;
      const std::size_t digits = at + sign.text.size();
      if (digits >= text_.size() || !is_digit(text_[digits])) continue;
      Amount one = plain_number(digits);
      one.at = at;
      one.unit = SaidUnit::Money;
      one.currency = sign.currency;
      return one;
    }
    return std::nullopt;
  }

  /// The digits at `at` with 만 and 억, "million" and "thousand", and their last place.
  Amount plain_number(std::size_t at) const {
    const auto number = numeral(text_, at);
    Amount one = plain_amount(number->value, SaidUnit::Bare, at, number->end);
    one.high = number->high;
    const std::string_view digits = text_.substr(at, number->end - at);
    if (const std::size_t point = digits.find('.'); point != std::string_view::npos && is_digit(digits[0])) {
      std::size_t places = 0;
      while (point + 1 + places < digits.size() && is_digit(digits[point + 1 + places])) ++places;
      one.step = std::pow(10, -static_cast<double>(places));
    }
    add_groups(one, digits);
    for (const auto& [word, factor] :
         {std::pair<std::string_view, double>{" million", 1e6}, {" thousand", 1e3}, {"k", 1e3}}) {
      const std::size_t end = one.end + word.size();
      if (!begins(text_, one.end, word) || (end < text_.size() && is_letter(text_[end]))) continue;
      one.value *= factor;
      one.step *= factor;
      one.end = end;
    }
    return one;
  }

  /// 1억 2,000만 7,400: groups of ten thousand.
  void add_groups(Amount& one, std::string_view digits) const {
    constexpr std::string_view man = "만";
    constexpr std::string_view eok = "억";
    if (begins(text_, one.end, eok)) {
      one.value *= 1e8;
      one.step = 1e8;
      one.end += eok.size();
    } else if (ends(digits, man)) {
      one.step *= 1e4;
    } else {
      return;
    }
    for (int groups = 0; groups < 2; ++groups) {
      if (!begins(text_, one.end, " ") || one.end + 1 >= text_.size() || !is_digit(text_[one.end + 1]))
        return;
      const auto more = numeral(text_, one.end + 1);
      const bool money = more && (begins(text_, more->end, "원") || begins(text_, more->end, " 원") ||
                                  begins(text_, more->end, "만") || ends(text_.substr(0, more->end), "만"));
      if (!money) return;
      one.value += more->value;
      one.step = ends(text_.substr(0, more->end), man) ? 1e4 : 1;
      one.end = more->end;
    }
  }

  std::optional<Amount> number_at(std::size_t at) const {
    const auto number = numeral(text_, at);
    if (!number) return std::nullopt;
    const bool digits = is_digit(text_[at]);
    Amount one = plain_number(at);
    if (digits && begins(text_, one.end, "th") && at + 2 < text_.size()) return ordinal(one, 2);
    for (const std::string_view tail : {"st ", "nd ", "rd "}) {
      if (digits && begins(text_, one.end, tail)) return ordinal(one, 2);
    }
    constexpr std::string_view thousandth = "-thousandth";
    if (begins(text_, one.end, thousandth)) {
      one.value *= 1000;
      return ordinal(one, thousandth.size());
    }
    std::size_t end = one.end;
    constexpr std::string_view odd = "여";
    if (begins(text_, end, odd) && digits) {
      one.rounding = SaidRounding::JustOver;
      end += odd.size();
    }
    const bool blank = begins(text_, end, " ");
    if (auto unit = korean_unit(text_, end + (blank ? 1 : 0));
        unit && !(blank && digits && is_odd_blank(*unit, end)))
      return with_unit(one, *unit);
    if (!digits && !is_letter(text_[at])) return bare_korean(one);
    if (is_letter(text_[at]) && is_pronoun(at, one)) return std::nullopt;
    if (is_letter(text_[at]) && begins(text_, one.end, "-way")) return std::nullopt;
    constexpr std::string_view and_half = " and a half";
    if (begins(text_, one.end, and_half)) {
      one.value += 0.5;
      one.step = 0.5;
      one.end += and_half.size();
    }
    for (const std::string_view link : {" or ", " to ", "–", "-"}) {
      if (!begins(text_, one.end, link)) continue;
      const auto more = numeral(text_, one.end + link.size());
      if (!more || more->value <= one.value || (link == " or " && more->value != one.value + 1)) continue;
      if (link == " to " && !is_span(at)) continue;
      one.high = more->value;
      one.end = more->end;
      break;
    }
    if (auto unit = english_unit(text_, one.end)) return with_unit(one, *unit);
    return one;
  }

  /// "14 to 21 a month": a range and no change from one to the other.
  bool is_span(std::size_t at) const {
    const std::string_view before = text_.substr(0, at);
    return !ends(before, "from ") && before.find("went from") == std::string_view::npos &&
           before.find("fell from") == std::string_view::npos &&
           before.find("rose from") == std::string_view::npos;
  }

  /// A blank between digits and a syllable that is no counter there: "2024 시즌".
  static bool is_odd_blank(const UnitWord& unit, std::size_t) { return unit.unit == SaidUnit::Clock; }

  Amount ordinal(Amount one, std::size_t tail) const {
    one.ordinal = true;
    one.end += tail;
    if (const auto unit = english_unit(text_, one.end)) return with_unit(one, *unit);
    return one;
  }

  Amount with_unit(Amount one, const UnitWord& unit) const {
    one.unit = unit.unit;
    one.currency = unit.currency;
    one.end = unit.end;
    if (unit.unit == SaidUnit::Fraction) {
      one.value /= 10;
      one.step = 0.1;
    }
    if (begins(text_, one.end, "째") || begins(text_, one.end, " 번째") || begins(text_, one.end, "번째"))
      one.ordinal = one.unit == SaidUnit::Time || one.unit == SaidUnit::Item || one.unit == SaidUnit::Case ||
                    one.unit == SaidUnit::Book || one.unit == SaidUnit::Piece || one.unit == SaidUnit::Photo;
    const std::string_view rest = text_.substr(one.end);
    const bool times = one.unit == SaidUnit::Time && ends(text_.substr(0, one.end), "times");
    const bool rate = begins(rest, 0, " a ") || begins(rest, 0, " per ") || begins(rest, 0, " each ");
    if (times && !rate &&
        (one.step < 1 || begins(rest, 0, " as many") || begins(rest, 0, " as much") ||
         begins(rest, 0, " the ") || begins(rest, 0, " last year") || begins(rest, 0, " that number") ||
         begins(rest, 0, " as often") || begins(rest, 0, " what ")))
      one.unit = SaidUnit::Ratio;
    constexpr std::string_view half = " 반";
    if (one.unit == SaidUnit::Hour && begins(rest, 0, half) && !begins(rest, half.size(), "복")) {
      one.value += 0.5;
      one.step = 0.5;
      one.end += half.size();
    }
    return one;
  }

  /// 하나, 둘, 셋 as such, before a particle.
  std::optional<Amount> bare_korean(Amount one) const {
    const std::string_view word = text_.substr(one.at, one.end - one.at);
    constexpr std::array<std::string_view, 4> alone = {{"하나", "둘", "셋", "넷"}};
    if (std::find(alone.begin(), alone.end(), word) == alone.end()) return std::nullopt;
    const std::string_view rest = text_.substr(one.end);
    if (begins(rest, 0, "는 평균") || begins(rest, 0, "에 평균")) return std::nullopt;
    constexpr std::array<std::string_view, 8> particles = {{"는", "은", "이", "가", "을", "를", "만", "도"}};
    return begins_any(rest, particles) > 0 ? std::optional(one) : std::nullopt;
  }

  bool is_pronoun(std::size_t at, const Amount& one) const {
    if (!begins(text_, at, "one") || one.value != 1) return false;
    const std::string_view before = text_.substr(0, at);
    constexpr std::array<std::string_view, 16> heads = {{"the ", "last ", "first ", "this ", "that ", "each ",
                                                         "every ", "another ", "no ", "which ", "missing ",
                                                         "any ", "new ", "only ", "oldest ", "longest "}};
    const std::string_view rest = text_.substr(one.end);
    constexpr std::array<std::string_view, 12> tails = {{" word", " way", " of the ", " of my ", " by one",
                                                         " place", " day in", " thing", " evening in",
                                                         " morning in", " afternoon in", " night in"}};
    const bool in_one = (ends(before, "in ") || ends(before, "for ")) &&
                        (begins(rest, 0, " week") || begins(rest, 0, " day") || begins(rest, 0, " month") ||
                         begins(rest, 0, " go"));
    const bool on_one = ends(before, " on ") && (rest.empty() || rest.find_first_of(".,;") == 0);
    return in_one || on_one || ends_any(before, heads) || begins_any(rest, tails) > 0;
  }

  /// "318시간 30분", "20 hours and 15 minutes", "1년 3개월" are one length.
  void join_lengths() {
    for (std::size_t i = 0; i + 1 < out_.size();) {
      Amount& whole = out_[i];
      const Amount& rest = out_[i + 1];
      const std::string_view gap = text_.substr(whole.end, rest.at > whole.end ? rest.at - whole.end : 0);
      const bool bound = gap == " " || gap == " and " || gap.empty();
      const bool hours = whole.unit == SaidUnit::Hour && rest.unit == SaidUnit::Minute;
      const bool years = whole.unit == SaidUnit::Year && rest.unit == SaidUnit::Month;
      if (!bound || (!hours && !years)) {
        ++i;
        continue;
      }
      whole.value = hours ? whole.value + rest.value / 60 : whole.value * 12 + rest.value;
      whole.step = hours ? 1.0 / 60 : 1;
      if (years) whole.unit = SaidUnit::Month;
      whole.end = rest.end;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  /// "from 24 percent of my evenings to 3", "Canada cost 1,317,610 won and Nagoya 370,723": the second number
  /// is of the unit of the first.
  void carry_units() {
    for (std::size_t i = 1; i < out_.size(); ++i) {
      Amount& one = out_[i];
      const Amount& last = out_[i - 1];
      if (one.unit != SaidUnit::Bare || one.ordinal || one.none || one.high > 0) continue;
      const std::string_view gap = text_.substr(last.end, one.at > last.end ? one.at - last.end : 0);
      const std::string_view rest = text_.substr(one.end);
      const bool ends_there = rest.empty() || rest.find_first_of(".,;:)") == 0 || begins(rest, 0, " in ") ||
                              begins(rest, 0, " and ");
      const bool changed =
          ends(gap, " to ") &&
          (last.unit == SaidUnit::Percent || last.unit == SaidUnit::Hour || last.unit == SaidUnit::Minute);
      constexpr double least_sum = 1000;
      const bool sum = last.unit == SaidUnit::Money && one.value >= least_sum;
      if (!ends_there || (!changed && !sum)) continue;
      one.unit = last.unit;
      one.currency = last.currency;
    }
  }

  void note_rate(Amount& one) const {
    const Amount* next = nullptr;
    const Amount* last = nullptr;
    for (const Amount& other : out_) {
      if (other.at > one.at && next == nullptr) next = &other;
      if (other.end <= one.at) last = &other;
    }
    // "일주일에 한두 번이던 것이 다섯 번씩", "두 번 하겠다고 했지만 0.9번": the rate goes on.
    const bool goes_on = last != nullptr && last->per && last->unit == one.unit &&
                         (begins(text_, one.end, "씩") || one.step < 1);
    if (goes_on) one.per = last->per;
    for (const SaidRate& rate : rates_) {
      if (rate.before) {
        // "한 달에 한 편이라는 다짐은 넉 달을 갔다": no months a month.
        const bool longer = one.unit == rate.per || one.unit == SaidUnit::Year ||
                            (one.unit == SaidUnit::Month && rate.per != SaidUnit::Year);
        const bool mine = !longer && rate.end <= one.at && (last == nullptr || last->end <= rate.at) &&
                          one.at - rate.end < 40 &&
                          text_.substr(rate.end, one.at - rate.end).find(',') == std::string_view::npos;
        const bool carried = rate.end <= one.at && last != nullptr && last->at >= rate.end && last->per &&
                             text_.substr(last->end, one.at - last->end).find("에서 ") == 0;
        if (mine || carried) one.per = rate.per;
      } else if (rate.at >= one.end && (next == nullptr || rate.at < next->at) && rate.at - one.end < 12 &&
                 text_.substr(one.end, rate.at - one.end).find(',') == std::string_view::npos &&
                 text_.substr(one.end, rate.at - one.end).find("without") == std::string_view::npos) {
        one.per = rate.per;
      }
    }
  }

  std::string_view text_;
  const std::vector<Span>& masked_;
  std::vector<SaidRate> rates_;
  std::vector<Amount> out_;
};

}  // namespace

std::vector<Amount> amounts(std::string_view folded, const std::vector<Span>& masked) {
  return Reader(folded, masked).read();
}

}  // namespace hoego
