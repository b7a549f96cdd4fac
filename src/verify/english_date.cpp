#include "verify/english_date.h"

#include <array>

#include "verify/words_at.h"

namespace hoego {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

struct Part {
  std::string_view words;
  int from;
  int to;
};
constexpr std::array<Part, 8> parts = {{{"early ", 1, 10},
                                        {"mid-", 11, 20},
                                        {"mid ", 11, 20},
                                        {"late ", 21, 31},
                                        {"the beginning of ", 1, 10},
                                        {"the start of ", 1, 10},
                                        {"the middle of ", 11, 20},
                                        {"the end of ", 21, 31}}};

class Reading {
 public:
  Reading(std::string_view text, std::string_view folded) : text_(text), folded_(folded) {}

  std::optional<EnglishDate> at(std::size_t at) {
    std::size_t from = at;
    for (const Part& part : parts) {
      if (!begins(folded_, at, part.words)) continue;
      date_.part = std::pair(part.from, part.to);
      from = at + part.words.size();
    }
    if (!date_.part) from = past_day_before(at);
    const auto month = month_at(from);
    if (!month) return std::nullopt;
    date_.month = month->value;
    date_.end = month->end;
    if (!date_.part && !date_.day) read_day_behind();
    read_year();
    return date_;
  }

 private:
  /// "28 September", "the 28th of September": where its month begins.
  std::size_t past_day_before(std::size_t at) {
    const auto day = digits_at(folded_, begins(folded_, at, "the ") ? at + 4 : at, 2);
    if (!day) return at;
    const std::size_t end = past_ordinal(folded_, day->end);
    for (const std::string_view link : {" of ", " "}) {
      if (!begins(folded_, end, link)) continue;
      if (!month_at(end + link.size())) return at;
      date_.day = day->value;
      return end + link.size();
    }
    return at;
  }

  /// "September 28", "Sept. the 28th", but not "September 7:30".
  void read_day_behind() {
    std::size_t next = date_.end;
    for (const std::string_view link : {". ", " "}) {
      if (next == date_.end && begins(folded_, date_.end, link)) next += link.size();
    }
    if (begins(folded_, next, "the ")) next += 4;
    const auto said = next > date_.end ? digits_at(folded_, next, 2) : std::nullopt;
    if (!said || said->value < 1 || said->value > 31 || is_clock(said->end)) return;
    date_.day = said->value;
    date_.end = past_ordinal(folded_, said->end);
  }

  void read_year() {
    for (const std::string_view link : {", ", " ", " of "}) {
      if (!begins(folded_, date_.end, link)) continue;
      const auto said = digits_at(folded_, date_.end + link.size(), 4);
      if (!said || said->value < 1900 || said->value > 2100) continue;
      date_.year = said->value;
      date_.end = said->end;
      return;
    }
    date_.last_year = begins(folded_, date_.end, " last year");
  }

  bool is_clock(std::size_t end) const {
    return begins(folded_, end, ":") && end + 1 < folded_.size() && is_digit(folded_[end + 1]);
  }

  /// A month's name, whole or cut to three letters, with a capital.
  std::optional<Digits> month_at(std::size_t at) const {
    if (at >= text_.size() || text_[at] < 'A' || text_[at] > 'Z') return std::nullopt;
    if (at > 0 && is_word_byte(text_[at - 1])) return std::nullopt;
    for (std::size_t i = 0; i < month_names.size(); ++i) {
      const std::string_view name = month_names[i];
      for (const std::string_view word :
           {name, name.substr(0, 3), i == 8 ? std::string_view("sept") : name}) {
        const std::size_t end = at + word.size();
        if (!begins(folded_, at, word) || (end < folded_.size() && is_letter(folded_[end]))) continue;
        // "May I", "March of time"
        if (word == "may" && at == 0 && (begins(folded_, end, " i ") || begins(folded_, end, " be ")))
          continue;
        return Digits{static_cast<int>(i) + 1, end};
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::string_view folded_;
  EnglishDate date_;
};

}  // namespace

std::optional<EnglishDate> english_date_at(std::string_view text, std::string_view folded, std::size_t at) {
  return Reading(text, folded).at(at);
}

std::size_t past_ordinal(std::string_view folded, std::size_t end) {
  for (const std::string_view tail : {"st", "nd", "rd", "th"}) {
    if (begins(folded, end, tail) && (end + 2 >= folded.size() || !is_letter(folded[end + 2])))
      return end + 2;
  }
  return end;
}

}  // namespace hoego
