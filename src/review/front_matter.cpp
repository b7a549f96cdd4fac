#include "review/front_matter.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/text.h"
#include "review/markdown_parts.h"

namespace hoego {
namespace {

/// "+0900".
std::string plain_offset(Offset offset) {
  std::string text = offset.iso().substr(0, 6);
  text.erase(3, 1);
  return text;
}

std::string list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + yaml_quoted(item);
  return "[" + text + "]";
}

std::string lines(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += "\n  - " + yaml_quoted(item);
  return text;
}

/// The year that the period is, or lies in.
std::string year_of(const Period& period) {
  const bool one = period.from.year() == period.to.year();
  return one ? fmt::format("{}", period.from.year()) : std::string{};
}

struct Head {
  std::string title;
  std::string description;
  std::string category;
  std::string year;  ///< may be empty
  WallTime written;
  Offset home;

  std::vector<std::string> tags() const {
    return year.empty() ? std::vector<std::string>{category} : std::vector<std::string>{category, year};
  }
};

Head head_of(const Review& review, Offset home) {
  Head head;
  head.title = review.story.title;
  head.category = review.language == Language::Korean ? "회고" : "retrospective";
  head.year = year_of(review.findings.period);
  head.written = WallTime::at(review.findings.period.as_of);
  head.home = home;
  for (const Section& section : review.story.sections) {
    for (const Sentence& sentence : section.sentences) {
      if (sentence.voice == Voice::Told && head.description.empty()) head.description = sentence.text;
    }
  }
  return head;
}

std::string jekyll(const Head& head) {
  return fmt::format("layout: post\ntitle: {}\ndate: {} 00:00:00 {}\ncategories: {}\ntags: {}\n",
                     yaml_quoted(head.title), head.written.date().iso(), plain_offset(head.home),
                     list({head.category}), list(head.tags()));
}

std::string hugo(const Head& head) {
  return fmt::format("title: {}\ndate: {}{}\ncategories: {}\ntags: {}\n", yaml_quoted(head.title),
                     head.written.iso(), head.home.iso(), list({head.category}), list(head.tags()));
}

std::string velog(const Head& head) {
  const WallTime utc = wall_time(instant(head.written, head.home), Offset{0});
  return fmt::format("title: {}\ndescription: {}\ndate: {}.000Z\ntags: {}\n", yaml_quoted(head.title),
                     yaml_quoted(head.description), utc.iso(), list(head.tags()));
}

std::string obsidian(const Head& head) {
  const std::string tag = head.year.empty() ? head.category : head.category + "/" + head.year;
  return fmt::format("aliases:{}\ntags:{}\ndate: {}\n", lines({head.title}), lines({tag}),
                     head.written.date().iso());
}

}  // namespace

std::optional<BlogEngine> blog_engine_from(std::string_view name) {
  constexpr std::array<std::string_view, 4> names = {"jekyll", "hugo", "velog", "obsidian"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<BlogEngine>(i);
  }
  return std::nullopt;
}

std::string to_markdown(const Review& review, BlogEngine engine, Offset home) {
  const Head head = head_of(review, home);
  const auto header = [&] {
    switch (engine) {
      case BlogEngine::Jekyll:
        return jekyll(head);
      case BlogEngine::Hugo:
        return hugo(head);
      case BlogEngine::Velog:
        return velog(head);
      default:
        return obsidian(head);
    }
  };
  const std::string text = "---\n" + header() + "---\n\n";
  if (engine == BlogEngine::Obsidian) return text + to_markdown(review);
  Footnotes notes(review.findings, review.language);
  return text + body_text(review, notes);
}

std::string yaml_quoted(std::string_view text) {
  std::string out = "\"";
  const std::string clean = clean_text(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const auto byte = static_cast<unsigned char>(clean[i]);
    const std::string_view rest = std::string_view(clean).substr(i);
    if (byte == '"' || byte == '\\') {
      out += {'\\', clean[i]};
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02x}", byte);
    } else if (rest.substr(0, 3) == "\xE2\x80\xA8") {
      out += "\\L", i += 2;
    } else if (rest.substr(0, 3) == "\xE2\x80\xA9") {
      out += "\\P", i += 2;
    } else if (rest.substr(0, 3) == "\xEF\xBB\xBF") {
      out += "\\uFEFF", i += 2;
    } else {
      out += clean[i];
    }
  }
  return out + "\"";
}

}  // namespace hoego
