#include "promises/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/error.h"
#include "base/letters.h"
#include "base/nearest.h"
#include "base/text.h"
#include "geo/gazetteer.h"
#include "promises/check_tokens.h"

namespace hoego {
namespace {

constexpr std::size_t longest_check = 500;

/// Thrown at the first thing that cannot be read, caught in `read_check`.
struct Refused {
  CheckError error;
};

[[noreturn]] void refuse(const CheckToken& at, std::string expected, std::vector<std::string> nearest = {}) {
  throw Refused{{at.column, std::move(expected), std::move(nearest)}};
}

/// What a measure of so many hours of a name is called.
struct OfWord {
  std::string_view word;
  MeasureKind kind;
};
constexpr std::array<OfWord, 4> of_words = {OfWord{"hours", MeasureKind::Hours},
                                            {"days", MeasureKind::Days},
                                            {"distance", MeasureKind::Distance},
                                            {"cost", MeasureKind::Cost}};

struct ReservedWord {
  std::string_view word;
  MeasureKind kind;
};
constexpr std::array<ReservedWord, 4> reserved_words = {ReservedWord{"trips", MeasureKind::Trips},
                                                        {"countries", MeasureKind::Countries},
                                                        {"steps", MeasureKind::Steps},
                                                        {"commute", MeasureKind::Commute}};

bool is_of_trips(MeasureKind kind) {
  return kind == MeasureKind::Trips || kind == MeasureKind::DayTrips || kind == MeasureKind::NightsAway ||
         kind == MeasureKind::Countries || kind == MeasureKind::CostOfTrips;
}

bool is_of_fractions(MeasureKind kind) {
  return kind == MeasureKind::Hours || kind == MeasureKind::Distance || kind == MeasureKind::Cost ||
         kind == MeasureKind::Share || kind == MeasureKind::Commute || kind == MeasureKind::CostOfTrips;
}

/// The leading number of a word, and where it ends; nothing if there is none or it is no finite one.
std::optional<std::pair<double, std::size_t>> leading_number(const std::string& word) {
  std::size_t end = 0;
  int dots = 0;
  while (end < word.size() && (is_digit(word[end]) || (word[end] == '.' && dots++ == 0))) ++end;
  if (end == 0 || end > 15 || !is_digit(word[0])) return std::nullopt;
  return std::pair{std::strtod(word.substr(0, end).c_str(), nullptr), end};
}

class Reader {
 public:
  Reader(std::string_view text, const Vocabulary& vocabulary, DateRange period)
      : tokens_(check_tokens(text)), vocabulary_(vocabulary), period_(period) {}

  Check check() {
    read_measure();
    read_filters();
    read_operator();
    read_value();
    read_pace();
    read_by();
    if (now().kind != TokenKind::End)
      refuse(now(), check_.pace == CheckPace::None && !check_.by
                        ? "\"per\", \"every\", \"by\", or the end of the check"
                        : "the end of the check (two checks are two lines)");
    return std::move(check_);
  }

 private:
  const CheckToken& now() const { return tokens_[at_]; }
  const CheckToken& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  bool is_word(const CheckToken& token, std::string_view word) const {
    return token.kind == TokenKind::Word && small_letters(token.text) == word;
  }
  bool take(std::string_view word) {
    if (!is_word(now(), word)) return false;
    ++at_;
    return true;
  }
  /// Two words that belong together ("day trips").
  bool take(std::string_view first, std::string_view second) {
    if (!is_word(now(), first) || !is_word(next(), second)) return false;
    at_ += 2;
    return true;
  }

  void read_measure() {
    Measure& measure = check_.measure;
    if (take("share", "of")) return read_share();
    if (is_word(now(), "cost") && is_word(next(), "of") && is_word(after_next(), "trips")) {
      at_ += 3;
      measure.kind = MeasureKind::CostOfTrips;
      return;
    }
    if (is_word(now(), "longest") && is_word(next(), "streak") && is_word(after_next(), "of")) {
      at_ += 3;
      measure.kind = MeasureKind::LongestStreak;
      measure.name = read_name(vocabulary_.activities, "an activity");
      return;
    }
    for (const OfWord& one : of_words) {
      if (!take(one.word, "of")) continue;
      measure.kind = one.kind;
      measure.name = read_name(vocabulary_.activities, "an activity");
      return;
    }
    if (take("day", "trips")) return void(measure.kind = MeasureKind::DayTrips);
    if (take("nights", "away")) return void(measure.kind = MeasureKind::NightsAway);
    for (const ReservedWord& one : reserved_words) {
      if (take(one.word)) return void(measure.kind = one.kind);
    }
    measure.name = read_name(vocabulary_.activities, "a measure: an activity, trips, hours of…, share of…");
  }

  void read_share() {
    check_.measure.kind = MeasureKind::Share;
    check_.measure.name = read_name(vocabulary_.areas, "an area (an activity's `area` in hoego.toml)");
    if (take("in", "evenings")) check_.measure.within = Within::Evenings;
    if (take("in", "weekends")) check_.measure.within = Within::Weekends;
  }

  const CheckToken& after_next() const { return tokens_[std::min(at_ + 2, tokens_.size() - 1)]; }

  std::string read_name(const std::vector<Vocabulary::Name>& names, const std::string& expected) {
    const CheckToken& token = now();
    if (token.kind == TokenKind::Unclosed) refuse(token, "a second quotation mark");
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Quoted) refuse(token, expected);
    const std::string wanted = fold_case(token.text);
    for (const Vocabulary::Name& name : names) {
      if (fold_case(name.written) != wanted) continue;
      ++at_;
      return name.id;
    }
    refuse(token, expected, near(token.text, names));
  }

  /// Close names; those of several words in quotation marks, as they are written in a check.
  std::vector<std::string> near(const std::string& word, const std::vector<Vocabulary::Name>& names) const {
    std::vector<std::string> known;
    for (const Vocabulary::Name& name : names) known.push_back(name.written);
    if (&names == &vocabulary_.activities) {
      for (const std::string_view reserved : measure_words()) known.emplace_back(reserved);
    }
    std::vector<std::string> found = nearest_names(word, known);
    const auto is_reserved = [](const std::string& name) {
      const auto& words = measure_words();
      return std::find(words.begin(), words.end(), name) != words.end();
    };
    for (std::string& name : found) {
      if (name.find(' ') != std::string::npos && !is_reserved(name)) name = '"' + name + '"';
    }
    return found;
  }

  void read_filters() {
    for (;;) {
      const CheckToken& token = now();
      if (take("abroad")) {
        check_.filter.abroad = true;
      } else if (take("in")) {
        read_countries(check_.filter.in);
      } else if (take("except")) {
        read_countries(check_.filter.except);
      } else if (take("where")) {
        read_pattern();
      } else {
        return;
      }
      if (check_.measure.kind == MeasureKind::Commute)
        refuse(token, "an operator: the commute is between home and one place, and takes no filter");
      if (check_.measure.kind == MeasureKind::Share) refuse(token, "an operator: a share takes no filter");
    }
  }

  void read_countries(std::vector<std::string>& countries) {
    do {
      const CheckToken& token = now();
      std::string code = token.text;
      std::transform(code.begin(), code.end(), code.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      const bool two =
          token.kind == TokenKind::Word && code.size() == 2 && is_letter(code[0]) && is_letter(code[1]);
      if (!two || country_name(code, "en") == code) {
        std::vector<std::string> nearest;
        if (const auto named = country_by_name(token.text)) nearest.push_back(*named);
        refuse(token, "a country by its two letters (ISO 3166-1), such as CA or JP", nearest);
      }
      countries.push_back(code);
      ++at_;
    } while (now().kind == TokenKind::Comma && ++at_ > 0);
  }

  std::vector<std::string> keys() const {
    if (is_of_trips(check_.measure.kind)) return {"title", "place"};
    return matcher_keys();
  }

  void read_pattern() {
    const std::vector<std::string> known = keys();
    const std::string key = small_letters(now().text);
    if (now().kind != TokenKind::Word || std::find(known.begin(), known.end(), key) == known.end())
      refuse(now(), "a key: " + fmt::format("{}", fmt::join(known, ", ")), nearest_names(now().text, known));
    ++at_;
    if (now().kind != TokenKind::Tilde) refuse(now(), "\"~\"");
    ++at_;
    if (now().kind == TokenKind::Unclosed) refuse(now(), "a second quotation mark");
    if (now().kind != TokenKind::Quoted) refuse(now(), "a regular expression in quotation marks");
    try {
      check_.filter.where.emplace_back(key, std::make_shared<const Pattern>(now().text));
      check_.filter.expressions.push_back(now().text);
    } catch (const UsageError& error) {
      refuse(now(), std::string("a regular expression: ") + error.what());
    }
    ++at_;
  }

  void read_operator() {
    static constexpr std::array<std::pair<std::string_view, Op>, 5> operators = {
        std::pair<std::string_view, Op>{">=", Op::AtLeast},
        {"<=", Op::AtMost},
        {">", Op::More},
        {"<", Op::Less},
        {"=", Op::Equal}};
    const CheckToken& token = now();
    const auto* found = std::find_if(operators.begin(), operators.end(), [&token](const auto& one) {
      return token.kind == TokenKind::Operator && one.first == token.text;
    });
    if (found == operators.end()) refuse(token, "one of >= <= > < =");
    if (found->second == Op::Equal && is_of_fractions(check_.measure.kind))
      refuse(token, "one of >= <= > <: \"=\" is for whole counts");
    check_.op = found->second;
    ++at_;
  }

  void read_value() {
    if (take("last", "year")) {
      check_.last_year = true;
      check_.unit = default_unit();
      return;
    }
    const CheckToken& token = now();
    const auto number = token.kind == TokenKind::Word ? leading_number(token.text) : std::nullopt;
    if (!number) refuse(token, "a number or \"last year\"");
    check_.value = number->first;
    ++at_;
    CheckToken unit{TokenKind::Word, token.text.substr(number->second), token.column + number->second};
    if (unit.text.empty() && now().kind == TokenKind::Word && !is_word(now(), "per") &&
        !is_word(now(), "every") && !is_word(now(), "by")) {
      unit = now();
      ++at_;
    }
    read_unit(unit);
    if (check_.op == Op::Equal && check_.value != std::floor(check_.value)) refuse(token, "a whole number");
  }

  std::string default_unit() const {
    switch (check_.measure.kind) {
      case MeasureKind::Hours:
      case MeasureKind::Commute:
        return "h";
      case MeasureKind::Distance:
        return "km";
      case MeasureKind::Share:
        return "%";
      case MeasureKind::LongestStreak:
        return "weeks";
      default:
        return "";
    }
  }

  void read_unit(const CheckToken& unit) {
    const MeasureKind kind = check_.measure.kind;
    if (kind == MeasureKind::Cost || kind == MeasureKind::CostOfTrips) {
      std::string code = unit.text;
      std::transform(code.begin(), code.end(), code.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      const bool three = code.size() == 3 && std::all_of(code.begin(), code.end(), is_letter);
      if (!three) refuse(unit, "a currency by its three letters, such as KRW");
      check_.unit = code;
      return;
    }
    const std::string expected = default_unit();
    const std::string written = small_letters(unit.text);
    if (kind == MeasureKind::Share && (written != "%" || check_.value > 100))
      refuse(unit, "\"%\", of 0 to 100");
    const bool fits = written.empty() || (kind != MeasureKind::LongestStreak && written == expected) ||
                      (kind == MeasureKind::LongestStreak && (written == "weeks" || written == "week"));
    if (!fits)
      refuse(unit, expected.empty() ? "no unit: this counts whole things" : fmt::format("\"{}\"", expected));
    check_.unit = expected;
  }

  void read_pace() {
    const CheckToken& token = now();
    if (take("per"))
      check_.pace = CheckPace::Per;
    else if (take("every"))
      check_.pace = CheckPace::Every;
    else
      return;
    const MeasureKind kind = check_.measure.kind;
    if (check_.op == Op::Equal) refuse(token, "no pace: \"=\" is for the whole period");
    if (kind == MeasureKind::Share || kind == MeasureKind::LongestStreak)
      refuse(token, "no pace: a share and a streak are of the whole period");
    if (check_.last_year && check_.pace == CheckPace::Every)
      refuse(token, "\"per\": last year's value is one for the whole period");
    if (take("day"))
      check_.every = CheckUnit::Day;
    else if (take("week"))
      check_.every = CheckUnit::Week;
    else if (take("month"))
      check_.every = CheckUnit::Month;
    else
      refuse(now(), "day, week or month", nearest_names(now().text, {"day", "week", "month"}));
  }

  void read_by() {
    if (!take("by")) return;
    const CheckToken& token = now();
    if (token.kind != TokenKind::Word) refuse(token, "a day: MM-DD or YYYY-MM-DD");
    const std::vector<Date> days = days_meant(token.text);
    const std::string span = fmt::format("between {} and {}", period_.from.iso(), period_.to.iso());
    if (days.empty()) refuse(token, "a day " + span + ": MM-DD or YYYY-MM-DD");
    if (days.size() > 1)
      refuse(token, fmt::format("a day with its year: {} comes more than once {}", token.text, span),
             {days.front().iso(), days.back().iso()});
    check_.by = days.front();
    ++at_;
  }

  /// Days of the period that are written so.
  std::vector<Date> days_meant(const std::string& text) const {
    std::vector<Date> days;
    if (const auto day = Date::parse(text)) {
      if (period_.contains(*day)) days.push_back(*day);
      return days;
    }
    for (int year = period_.from.year(); year <= period_.to.year(); ++year) {
      const auto day = Date::parse(fmt::format("{:04}-{}", year, text));
      if (day && period_.contains(*day)) days.push_back(*day);
    }
    return days;
  }

  std::vector<CheckToken> tokens_;
  const Vocabulary& vocabulary_;
  DateRange period_;
  std::size_t at_ = 0;
  Check check_;
};

}  // namespace

const std::vector<std::string_view>& measure_words() {
  static const std::vector<std::string_view> words = {
      "trips",   "day trips",         "nights away", "countries", "steps",
      "commute", "cost of trips",     "hours of",    "days of",   "distance of",
      "cost of", "longest streak of", "share of"};
  return words;
}

ReadCheck read_check(std::string_view text, const Vocabulary& vocabulary, DateRange period) {
  if (text.size() > longest_check)
    return {std::nullopt, {1, fmt::format("a check of at most {} bytes", longest_check), {}}};
  try {
    return {Reader(text, vocabulary, period).check(), {}};
  } catch (const Refused& refused) {
    return {std::nullopt, refused.error};
  }
}

}  // namespace hoego
