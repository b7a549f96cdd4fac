#include "verify/amounts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/letters.h"
#include "claims/numerals.h"
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

/// A phrase that makes a rate of a number near it: 일주일에, a week.
struct RatePhrase {
  std::string_view words;
  Unit per;
};
constexpr std::array<RatePhrase, 41> rate_phrases = {{
    {"일주일에", Unit::Week}, {"한 주에", Unit::Week},  {"1주일에", Unit::Week},  {"한주에", Unit::Week},
    {"매주", Unit::Week},     {"주마다", Unit::Week},   {"주당", Unit::Week},     {"주 평균", Unit::Week},
    {"한 달에", Unit::Month}, {"한달에", Unit::Month},  {"1달에", Unit::Month},   {"매달", Unit::Month},
    {"매월", Unit::Month},    {"달마다", Unit::Month},  {"월평균", Unit::Month},  {"월 평균", Unit::Month},
    {"하루에", Unit::Day},    {"하루 평균", Unit::Day}, {"하루 한", Unit::Day},   {"매일", Unit::Day},
    {"1년에", Unit::Year},    {"일 년에", Unit::Year},  {"한 해에", Unit::Year},  {"한 번에", Unit::Time},
    {"한번에", Unit::Time},   {"회당", Unit::Time},     {"번당", Unit::Time},     {"갈 때마다", Unit::Time},
    {"할 때마다", Unit::Time}, {" a week", Unit::Week}, {" per week", Unit::Week}, {" each week", Unit::Week},
    {" a month", Unit::Month}, {" per month", Unit::Month}, {" each month", Unit::Month},
    {" a day on average", Unit::Day}, {" times a day", Unit::Day}, {" a year", Unit::Year},
    {" each time", Unit::Time}, {" per session", Unit::Time}, {" per visit", Unit::Time},
}};
constexpr std::size_t korean_rates = 29;

/// The words of a length in days: 하루, 이틀, 보름.
struct DaysWord {
  std::string_view word;
  int days;
};
constexpr std::array<DaysWord, 11> native_days = {{{"열흘", 10},
                                                   {"아흐레", 9},
                                                   {"여드레", 8},
                                                   {"이레", 7},
                                                   {"엿새", 6},
                                                   {"닷새", 5},
                                                   {"나흘", 4},
                                                   {"사흘", 3},
                                                   {"이틀", 2},
                                                   {"보름", 15},
                                                   {"일주일", 7}}};

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Span>& masked) : text_(text), masked_(masked) { mark_rates(); }

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
    join_hours();
    for (Amount& one : out_) {
      note_rounding(one);
      note_rate(one);
    }
    return std::move(out_);
  }

 private:
  struct Rate {
    std::size_t at;
    std::size_t end;
    Unit per;
    bool before;  ///< it stands before its number, as in Korean
  };

  bool is_masked(std::size_t at) const {
    return std::any_of(masked_.begin(), masked_.end(), [at](const Span& span) { return span.holds(at); });
  }
  bool in_rate(std::size_t at) const {
    return std::any_of(rates_.begin(), rates_.end(),
                       [at](const Rate& rate) { return rate.before && rate.at <= at && at < rate.end; });
  }

  void mark_rates() {
    for (std::size_t i = 0; i < rate_phrases.size(); ++i) {
      const RatePhrase& one = rate_phrases[i];
      for (std::size_t at = text_.find(one.words); at != std::string_view::npos;
           at = text_.find(one.words, at + 1)) {
        const std::size_t end = at + one.words.size();
        const bool korean = i < korean_rates;
        if (korean && at > 0 && is_word_byte(text_[at - 1])) continue;
        if (!korean && end < text_.size() && is_letter(text_[end])) continue;
        // 일주일에 걸쳐, 하루에 다녀온: a length, no rate.
        if (korean && (begins(text_, end, " 걸쳐") || begins(text_, end, "도 "))) continue;
        if (!korean && (begins(text_, end, " ago") || begins(text_, end, " later") || begins(text_, end, " before")))
          continue;
        rates_.push_back({at, end, one.per, korean});
      }
    }
    std::sort(rates_.begin(), rates_.end(), [](const Rate& a, const Rate& b) { return a.at < b.at; });
  }

  std::optional<Amount> amount_at(std::size_t at) const {
    if (is_masked(at) || in_rate(at)) return std::nullopt;
    if (at > 0 && is_word_byte(text_[at - 1])) return std::nullopt;
    if (at > 1 && (text_[at - 1] == '-' || text_[at - 1] == '.' || text_[at - 1] == '/') && is_word_byte(text_[at - 2]) &&
        !is_digit(text_[at - 2]) && static_cast<unsigned char>(text_[at - 2]) < 0x80)
      return std::nullopt;
    if (auto none = none_at(at)) return none;
    if (is_idle_one(at)) return std::nullopt;
    if (auto fraction = fraction_at(at)) return fraction;
    if (auto days = native_days_at(at)) return days;
    if (auto money = money_at(at)) return money;
    if (auto fixed = word_at(at)) return fixed;
    return number_at(at);
  }

  static Amount made(double value, Unit unit, std::size_t at, std::size_t end) {
    Amount one;
    one.value = value;
    one.unit = unit;
    one.at = at;
    one.end = end;
    return one;
  }

  /// 한 번도 … 없, not once, never, no: a count of none.
  std::optional<Amount> none_at(std::size_t at) const {
    constexpr std::string_view one = "한 ";
    if (begins(text_, at, one)) {
      const auto unit = korean_unit(text_, at + one.size());
      if (unit && begins(text_, unit->end, "도")) {
        const std::string_view rest = text_.substr(unit->end);
        for (const std::string_view no : {"없", "않", "못", "안 ", "거르"}) {
          const std::size_t found = rest.find(no);
          if (found == std::string_view::npos || found > 60) continue;
          if (no == "거르" || unit->unit == Unit::Week) return std::nullopt;
          Amount none = made(0, unit->unit, at, unit->end);
          none.none = true;
          return none;
        }
      }
    }
    for (const std::string_view no : {"not once", "not a single", "never once", "a single"}) {
      if (!begins(text_, at, no) || (no == "a single" && !is_denied(at))) continue;
      std::size_t end = at + no.size();
      const auto unit = no.back() == 'e' && no.size() > 8 ? std::nullopt : english_unit(text_, end);
      if (unit) end = unit->end;
      Amount none = made(0, unit && unit->unit != Unit::Other ? unit->unit : Unit::Bare, at, end);
      none.none = true;
      return none;
    }
    return std::nullopt;
  }

  /// 한 주도 거르지 않은, 한 해를, 다시 한 번: a one that counts nothing.
  bool is_idle_one(std::size_t at) const {
    constexpr std::string_view one = "한 ";
    if (!begins(text_, at, one)) return false;
    const auto unit = korean_unit(text_, at + one.size());
    if (!unit) return false;
    return begins(text_, unit->end, "도") || unit->unit == Unit::Year || ends(text_.substr(0, at), "다시 ") || ends(text_.substr(0, at), "또 ");
  }

  /// 3분의 1, 열에 여덟, 열 장 가운데 여덟 장, two thirds, eight in ten, half.
  std::optional<Amount> fraction_at(std::size_t at) const {
    for (const std::string_view half : {"절반", "half of", "half the", "half as"}) {
      if (begins(text_, at, half)) return made(0.5, Unit::Fraction, at, at + half.size());
    }
    struct Part {
      std::string_view word;
      double value;
    };
    for (const Part& part : {Part{"a third", 1.0 / 3}, Part{"a quarter", 0.25}, Part{"a fifth", 0.2},
                             Part{"a half of", 0.5}, Part{"two thirds", 2.0 / 3}, Part{"two-thirds", 2.0 / 3},
                             Part{"three quarters", 0.75}, Part{"one third", 1.0 / 3}, Part{"one quarter", 0.25}}) {
      const std::size_t end = at + part.word.size();
      if (begins(text_, at, part.word) && (end >= text_.size() || !is_letter(text_[end])) &&
          !begins(text_, end, " time"))
        return made(part.value, Unit::Fraction, at, end);
    }
    const auto first = numeral(text_, at);
    if (!first) return std::nullopt;
    const auto second_after = [&](std::string_view link) -> std::optional<Numeral> {
      return begins(text_, first->end, link) ? numeral(text_, first->end + link.size()) : std::nullopt;
    };
    for (const std::string_view link : {"분의 ", "분의"}) {
      if (const auto up = second_after(link); up && first->value > 0)
        return made(up->value / first->value, Unit::Fraction, at, up->end);
    }
    if (begins(text_, at, "열에 ") || begins(text_, at, "다섯에 ")) {
      if (const auto up = second_after("에 ")) return made(up->value / first->value, Unit::Fraction, at, up->end);
    }
    for (const std::string_view link : {" in ", " out of ", " times in "}) {
      const auto down = second_after(link);
      if (down && (down->value == 10 || down->value == 5 || down->value == 4 || down->value == 3) &&
          first->value < down->value && (down->end >= text_.size() || !begins(text_, down->end, " ") ||
                                         !english_unit(text_, down->end)))
        return made(first->value / down->value, Unit::Fraction, at, down->end);
    }
    const auto unit = korean_unit(text_, first->end + (begins(text_, first->end, " ") ? 1 : 0));
    if (unit && first->value == 10) {
      for (const std::string_view link : {" 가운데 ", " 중 ", " 중에 "}) {
        if (!begins(text_, unit->end, link)) continue;
        const auto up = numeral(text_, unit->end + link.size());
        if (!up || up->value >= 10) continue;
        const auto same = korean_unit(text_, up->end + (begins(text_, up->end, " ") ? 1 : 0));
        if (same && same->unit == unit->unit) return made(up->value / 10, Unit::Fraction, at, same->end);
      }
    }
    return std::nullopt;
  }

  std::optional<Amount> native_days_at(std::size_t at) const {
    for (const DaysWord& one : native_days) {
      if (!begins(text_, at, one.word)) continue;
      const std::size_t end = at + one.word.size();
      constexpr std::string_view night = " 밤";
      return begins(text_, end, night) ? made(one.days, Unit::Night, at, end + night.size()) : made(one.days, Unit::Day, at, end);
    }
    if (begins(text_, at, "하루")) {
      const std::size_t end = at + std::string_view("하루").size();
      const bool length = begins(text_, end, " 동안") || begins(text_, end, "짜리") || begins(text_, end, "뿐");
      if (length) return made(1, Unit::Day, at, end);
    }
    if (begins(text_, at, "반년")) return made(6, Unit::Month, at, at + std::string_view("반년").size());
    return std::nullopt;
  }

  /// ₩660,000, $12.50, CAD 1,286.40.
  std::optional<Amount> money_at(std::size_t at) const {
    struct Sign {
      std::string_view text;
      std::string_view currency;
    };
    for (const Sign& sign : {Sign{"₩", "KRW"}, Sign{"c$", "CAD"}, Sign{"$", "USD"}, Sign{"€", "EUR"},
                             Sign{"£", "GBP"}, Sign{"¥", "JPY"}, Sign{"cad ", "CAD"}, Sign{"usd ", "USD"},
                             Sign{"eur ", "EUR"}, Sign{"krw ", "KRW"}, Sign{"jpy ", "JPY"}, Sign{"gbp ", "GBP"},
                             Sign{"twd ", "TWD"}, Sign{"cny ", "CNY"}, Sign{"aud ", "AUD"}}) {
      if (!begins(text_, at, sign.text)) continue;
      const std::size_t digits = at + sign.text.size();
      if (digits >= text_.size() || !is_digit(text_[digits])) continue;
      Amount one = plain_number(digits);
      one.at = at;
      one.unit = Unit::Money;
      one.currency = sign.currency;
      return one;
    }
    return std::nullopt;
  }

  /// once, twice, an hour.
  std::optional<Amount> word_at(std::size_t at) const {
    struct Fixed {
      std::string_view word;
      double value;
      Unit unit;
    };
    for (const Fixed& one :
         {Fixed{"once or twice", 1, Unit::Time}, Fixed{"once", 1, Unit::Time}, Fixed{"twice", 2, Unit::Time},
          Fixed{"thrice", 3, Unit::Time}, Fixed{"half an hour", 0.5, Unit::Hour}, Fixed{"an hour", 1, Unit::Hour},
          Fixed{"half a year", 6, Unit::Month}, Fixed{"a day trip", 1, Unit::Trip}, Fixed{"a fortnight", 14, Unit::Day}}) {
      const std::size_t end = at + one.word.size();
      if (!begins(text_, at, one.word) || (end < text_.size() && is_letter(text_[end]))) continue;
      const std::string_view rest = text_.substr(end);
      // "once the show was over", "at once", "it once held".
      const bool idle = one.word == "once" && (ends(text_.substr(0, at), "at ") || ends(text_.substr(0, at), "it ") ||
                                               ends(text_.substr(0, at), "more than ") || begins(rest, 0, " i ") ||
                                               begins(rest, 0, " again") || begins(rest, 0, " the "));
      if (idle || is_modal_once(one.word, rest)) return std::nullopt;
      if (one.word == "once" && is_denied(at)) {
        Amount none = made(0, Unit::Bare, at, end);
        none.none = true;
        return none;
      }
      Amount said = made(one.value, one.unit, at, end);
      if (one.word == "once or twice") said.high = 2;
      if (one.unit == Unit::Hour) said.step = 0.5;
      if (one.word == "twice" && (begins(rest, 0, " as ") || begins(rest, 0, " the ") || begins(rest, 0, " last ")))
        said.unit = Unit::Ratio;
      return said;
    }
    return std::nullopt;
  }
  /// "did not go once", within its clause.
  bool is_denied(std::size_t at) const {
    const std::string_view before = text_.substr(0, at);
    const std::size_t comma = before.find_last_of(",;");
    const std::string_view clause = comma == std::string_view::npos ? before : before.substr(comma);
    return clause.find(" not ") != std::string_view::npos || clause.find("n't ") != std::string_view::npos ||
           clause.find("never ") != std::string_view::npos;
  }
  static bool is_modal_once(std::string_view word, std::string_view rest) {
    return word == "once" && begins(rest, 0, " held");
  }

  /// The digits at `at` with 만 and 억, "million" and "thousand", and their last place.
  Amount plain_number(std::size_t at) const {
    const auto number = numeral(text_, at);
    Amount one = made(number->value, Unit::Bare, at, number->end);
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
      if (!begins(text_, one.end, " ") || one.end + 1 >= text_.size() || !is_digit(text_[one.end + 1])) return;
      const auto more = numeral(text_, one.end + 1);
      const bool money = more && (begins(text_, more->end, "원") || begins(text_, more->end, " 원") ||
                                  begins(text_, more->end, "만") ||
                                  ends(text_.substr(0, more->end), "만"));
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
    std::size_t end = one.end;
    constexpr std::string_view odd = "여";
    if (begins(text_, end, odd) && digits) {
      one.rounding = Rounding::JustOver;
      end += odd.size();
    }
    const bool blank = begins(text_, end, " ");
    if (auto unit = korean_unit(text_, end + (blank ? 1 : 0)); unit && !(blank && digits && is_odd_blank(*unit, end)))
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
           before.find("fell from") == std::string_view::npos && before.find("rose from") == std::string_view::npos;
  }

  /// A blank between digits and a syllable that is no counter there: "2024 시즌".
  static bool is_odd_blank(const UnitWord& unit, std::size_t) { return unit.unit == Unit::Clock; }

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
    if (begins(text_, one.end, "째") || begins(text_, one.end, " 번째") || begins(text_, one.end, "번째"))
      one.ordinal = one.unit == Unit::Time || one.unit == Unit::Item || one.unit == Unit::Case ||
                    one.unit == Unit::Book || one.unit == Unit::Piece || one.unit == Unit::Photo;
    const std::string_view rest = text_.substr(one.end);
    const bool times = one.unit == Unit::Time && ends(text_.substr(0, one.end), "times");
    if (times && (one.step < 1 || begins(rest, 0, " as many") || begins(rest, 0, " as much") ||
                  begins(rest, 0, " the ") || begins(rest, 0, " last year") || begins(rest, 0, " that number") ||
                  begins(rest, 0, " as often") || begins(rest, 0, " what ")))
      one.unit = Unit::Ratio;
    constexpr std::string_view half = " 반";
    if (one.unit == Unit::Hour && begins(rest, 0, half) && !begins(rest, half.size(), "복")) {
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
    constexpr std::array<std::string_view, 8> particles = {{"는", "은", "이", "가", "을", "를", "만", "도"}};
    return begins_any(rest, particles) > 0 ? std::optional(one) : std::nullopt;
  }

  bool is_pronoun(std::size_t at, const Amount& one) const {
    if (!begins(text_, at, "one") || one.value != 1) return false;
    const std::string_view before = text_.substr(0, at);
    constexpr std::array<std::string_view, 16> heads = {{"the ", "last ", "first ", "this ", "that ", "each ", "every ",
                                                         "another ", "no ", "which ", "missing ", "any ", "new ",
                                                         "only ", "oldest ", "longest "}};
    const std::string_view rest = text_.substr(one.end);
    constexpr std::array<std::string_view, 7> tails = {{" way", " of the ", " of my ", " by one", " place", " day in", " thing"}};
    const bool in_one = ends(before, "in ") && (begins(rest, 0, " week") || begins(rest, 0, " day") || begins(rest, 0, " month") || begins(rest, 0, " go"));
    return in_one || ends_any(before, heads) || begins_any(rest, tails) > 0;
  }

  /// "318시간 30분", "20 hours and 15 minutes" are one length.
  void join_hours() {
    for (std::size_t i = 0; i + 1 < out_.size();) {
      Amount& hour = out_[i];
      const Amount& minute = out_[i + 1];
      const std::string_view gap = text_.substr(hour.end, minute.at > hour.end ? minute.at - hour.end : 0);
      const bool one = hour.unit == Unit::Hour && minute.unit == Unit::Minute && (gap == " " || gap == " and " || gap.empty());
      if (!one) {
        ++i;
        continue;
      }
      hour.value += minute.value / 60;
      hour.step = 1.0 / 60;
      hour.end = minute.end;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  void note_rounding(Amount& one) const {
    const std::string_view before = text_.substr(0, one.at);
    const std::string_view after = text_.substr(one.end);
    constexpr std::array<std::string_view, 13> about = {{"약 ", "대략 ", "거의 약 ", "about ", "around ", "roughly ", "some ",
                                                         "approximately ", "얼추 ", "어림잡아 ", "~", "c. ", "circa "}};
    constexpr std::array<std::string_view, 5> about_after = {{"쯤", "정도", " 정도", "가량", " 가량"}};
    constexpr std::array<std::string_view, 5> over = {{"more than ", "over ", "well over ", "above ", "upwards of "}};
    constexpr std::array<std::string_view, 6> over_after = {{" 넘게", "을 넘", "를 넘", "이 넘", "가 넘", " 넘는"}};
    constexpr std::array<std::string_view, 5> nearly = {{"nearly ", "almost ", "close to ", "just under ", "거의 "}};
    constexpr std::array<std::string_view, 5> nearly_after = {{" 가까이", "에 가까", " 가까운", "이 채 안", "가 채 안"}};
    constexpr std::array<std::string_view, 7> least = {{"at least ", "적게 잡아도 ", "적어도 ", "최소 ", "no fewer than ", "no less than ", "at the least "}};
    constexpr std::array<std::string_view, 3> least_after = {{" 이상", " at the least", " at least"}};
    constexpr std::array<std::string_view, 7> most = {{"at most ", "no more than ", "under ", "fewer than ", "less than ", "많아야 ", "기껏해야 "}};
    constexpr std::array<std::string_view, 3> most_after = {{" 이하", "을 넘지 않", "를 넘지 않"}};
    const bool rate = begins(after, 0, "꼴");
    // "44 hours over 38 sessions": spread over, not more than.
    constexpr std::array<std::string_view, 6> spread = {{", over ", "hours over ", "days over ", "weeks over ", "months over ", "it over "}};
    if (ends_any(before, spread)) return;
    if (ends_any(before, least) || begins_any(after, least_after) > 0) one.rounding = Rounding::AtLeast;
    else if (ends_any(before, most) || begins_any(after, most_after) > 0) one.rounding = Rounding::AtMost;
    else if (begins_any(after, over_after) > 0 || ends_any(before, over)) one.rounding = Rounding::Over;
    else if (begins(after, 0, " 남짓") || ends(before, "just over ") || ends(before, "a little over ")) one.rounding = Rounding::JustOver;
    else if (begins_any(after, nearly_after) > 0 || ends_any(before, nearly)) one.rounding = Rounding::Nearly;
    else if (rate || begins_any(after, about_after) > 0 || ends_any(before, about)) one.rounding = Rounding::About;
  }

  void note_rate(Amount& one) const {
    const Amount* next = nullptr;
    const Amount* last = nullptr;
    for (const Amount& other : out_) {
      if (other.at > one.at && next == nullptr) next = &other;
      if (other.end <= one.at) last = &other;
    }
    for (const Rate& rate : rates_) {
      if (rate.before) {
        const bool mine = rate.end <= one.at && (last == nullptr || last->end <= rate.at) && one.at - rate.end < 40 &&
                          text_.substr(rate.end, one.at - rate.end).find(',') == std::string_view::npos;
        const bool goes_on = rate.end <= one.at && last != nullptr && last->at >= rate.end && last->per &&
                             text_.substr(last->end, one.at - last->end).find("에서 ") == 0;
        if (mine || goes_on) one.per = rate.per;
      } else if (rate.at >= one.end && (next == nullptr || rate.at < next->at) && rate.at - one.end < 12 &&
                 text_.substr(one.end, rate.at - one.end).find(',') == std::string_view::npos) {
        one.per = rate.per;
      }
    }
  }

  std::string_view text_;
  const std::vector<Span>& masked_;
  std::vector<Rate> rates_;
  std::vector<Amount> out_;
};

}  // namespace

std::vector<Amount> amounts(std::string_view folded, const std::vector<Span>& masked) {
  return Reader(folded, masked).read();
}

}  // namespace hoego
