#include "app/promise_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/output.h"

namespace hoego {
namespace {

struct Words {
  const char* ko;
  const char* en;
};

const char* in(Language language, Words words) {
  return language == Language::Korean ? words.ko : words.en;
}

Words verdict_words(const Promise& promise) {
  if (!promise.verdict)
    return promise.ticked ? Words{"지켰다고 표시함", "ticked"} : Words{"스스로 판단", "yours to judge"};
  switch (*promise.verdict) {
    case Verdict::Kept:
      return {"지킴", "kept"};
    case Verdict::Broken:
      return {"깨짐", "broken"};
    case Verdict::OnTrack:
      return {"순조로움", "on track"};
    case Verdict::AtRisk:
      return {"위태로움", "at risk"};
    case Verdict::Missed:
      return {"못 미침", "missed"};
    case Verdict::Unknown:
      return {"알 수 없음", "unknown"};
  }
  return {"", ""};
}

/// "2.07", "1,000".
std::string number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    const std::string digits = thousands(static_cast<std::uint64_t>(std::abs(value)));
    return value < 0 ? "-" + digits : digits;
  }
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  return text;
}

/// Padded to a width in cells; Hangul takes two.
std::string padded(const std::string& text, std::size_t width) {
  std::size_t cells = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) != 0x80U) cells += byte >= 0xe0U ? 2 : 1;
  }
  return text + std::string(width > cells ? width - cells : 1, ' ');
}

std::string with_unit(double value, const std::string& unit) {
  return unit.empty() ? number(value) : number(value) + " " + unit;
}

/// Never quite none and never quite all.
std::string chance_words(double chance, Language language) {
  const int tenths = std::clamp(static_cast<int>(std::lround(chance * 10)), 0, 10);
  if (tenths == 0) return in(language, {"열에 하나도 안 됨", "less than 1 in 10"});
  if (tenths == 10) return in(language, {"열에 아홉이 넘음", "more than 9 in 10"});
  return fmt::format("{}{}{}", in(language, {"열에 ", ""}), tenths, in(language, {"", " in 10"}));
}

std::string value_line(const Promise& promise, Language language) {
  std::string line;
  if (promise.value && promise.target)
    line = fmt::format("{} / {}", number(*promise.value), number(*promise.target));
  else if (promise.value)
    line = with_unit(*promise.value, promise.unit);
  if (promise.periods) {
    line += fmt::format("{}{} {}/{}", line.empty() ? "" : " · ", in(language, {"지킨 때", "held"}),
                        promise.periods->held, promise.periods->of);
    if (promise.periods->unknown > 0)
      line += fmt::format(" ({} {})", in(language, {"모름", "unknown"}), promise.periods->unknown);
  }
  return line;
}

std::string forecast_line(const Forecast& forecast, Language language) {
  std::string line =
      fmt::format("{} {}", in(language, {"지킬 가망", "chance"}), chance_words(forecast.chance, language));
  if (forecast.needed_per_week && *forecast.needed_per_week > 0)
    line += fmt::format(" · {} {:.1f}", in(language, {"한 주에 필요한 만큼", "needed a week"}),
                        *forecast.needed_per_week);
  if (forecast.best_per_week)
    line += fmt::format(" · {} {:.1f}", in(language, {"가장 좋았을 때", "best stretch"}),
                        *forecast.best_per_week);
  return line;
}

}  // namespace

std::string promise_lines(const Promise& promise, Language language) {
  std::string out = fmt::format("{}{:<10}  {}\n", padded(in(language, verdict_words(promise)), 16),
                                promise.date ? promise.date->iso() : "", one_line(promise.text));
  const auto add = [&out](const std::string& line) {
    if (!line.empty()) out += "    " + line + "\n";
  };
  if (!promise.check.empty())
    add(fmt::format("`{}`  {}", one_line(promise.check), value_line(promise, language)));
  if (promise.forecast) add(forecast_line(*promise.forecast, language));
  for (const Risk& risk : promise.risks)
    add(fmt::format("{} {}  {}", in(language, {"앞으로", "ahead"}), risk.date.iso(), one_line(risk.title)));
  if (promise.verdict == Verdict::Unknown && !promise.check.empty())
    add(fmt::format("{} {}", in(language, {"자료가 보여 주는 날:", "days that the sources could see:"}),
                    promise.covered_days));
  add(fmt::format("{}  {}", one_line(promise.where), one_line(promise.id)));
  return out;
}

}  // namespace hoego
