#include "sources/blog_tistory.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/html_text.h"
#include "sources/posts_date.h"
#include "sources/posts_identity.h"
#include "sources/posts_text.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_page = std::uint64_t{32} << 20;
constexpr std::size_t longest_title = 1000;

/// The parts of a page by their classes. A part ends with the element that began it.
class PageReader : public HtmlListener {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    if (part_ != Part::None) {
      if (name == element_) ++depth_;
      if (part_ == Part::Body) write_tag(name, attributes);
      return;
    }
    for (const auto& [css_class, part] : parts) {
      if (!has_class(attributes, css_class) || !values_[static_cast<std::size_t>(part)].empty()) continue;
      part_ = part;
      element_ = name;
      depth_ = 1;
      return;
    }
  }
  void text(std::string_view text) override {
    if (part_ != Part::None) values_[static_cast<std::size_t>(part_)] += escape_html(text);
  }
  void end(std::string_view name) override {
    if (part_ == Part::None) return;
    if (name == element_ && --depth_ == 0) {
      part_ = Part::None;
      return;
    }
    if (part_ == Part::Body) values_[static_cast<std::size_t>(part_)] += "</" + std::string(name) + ">";
  }

  enum class Part { Title, Category, Date, Tags, Body, None };
  /// As HTML.
  const std::string& value(Part part) const { return values_[static_cast<std::size_t>(part)]; }

 private:
  static constexpr std::array<std::pair<std::string_view, Part>, 5> parts = {
      {{"title-article", Part::Title},
       {"category", Part::Category},
       {"date", Part::Date},
       {"tags", Part::Tags},
       {"contents_style", Part::Body}}};
  void write_tag(std::string_view name, const HtmlAttributes& attributes) {
    std::string& to = values_[static_cast<std::size_t>(part_)];
    const std::string_view target = attribute(attributes, "href");
    to += "<" + std::string(name);
    if (!target.empty() && target.find('"') == std::string_view::npos)
      to += " href=\"" + std::string(target) + "\"";
    to += ">";
  }

  std::array<std::string, 5> values_;
  Part part_ = Part::None;
  std::string element_;
  std::size_t depth_ = 0;
};

using Part = PageReader::Part;

/// "#drums #ensemble practice": a tag may have blanks.
std::string tags_of(const std::string& html) {
  std::string text = html_title(html);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('#'), text.size());
    std::string tag = trim(std::string_view(text).substr(0, end));
    std::replace(tag.begin(), tag.end(), ',', ' ');
    if (!tag.empty()) out += (out.empty() ? "" : ",") + tag;
    text.erase(0, std::min(end + 1, text.size()));
  }
  return out;
}

/// The folder that holds the numbered ones: its name is the blog's.
std::string blog_of(const Unit& unit) {
  const fs::path folder = fs::path(unit.path).parent_path().parent_path();
  return clean_text(folder.empty() ? unit.root.filename().string() : folder.filename().string());
}

/// The post's number, which its file and folder are named by; empty for another name.
std::string number_of(const Unit& unit) {
  const std::string name = fs::path(unit.path).filename().string();
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const bool numbered = digits > 0 && digits < name.size() && (name[digits] == '-' || name[digits] == '.');
  return numbered ? name.substr(0, digits) : "";
}

}  // namespace

bool is_tistory_page(std::string_view head) {
  const bool page = head.find("tt-body-page") != std::string_view::npos;
  return (page && head.find("article-view") != std::string_view::npos) ||
         (head.find("\"title-article\"") != std::string_view::npos &&
          head.find("class=\"date\"") != std::string_view::npos);
}

void read_tistory_page(const Unit& unit, Sink& sink) {
  const auto file = unit.open();
  PageReader page;
  read_html(decode_html(file->whole(largest_page)), page);
  Observation out;
  out.kind = Kind::Post;
  out.title = clipped(clean_text(html_title(page.value(Part::Title))), longest_title);
  out.begin = parse_stated_date(html_title(page.value(Part::Date)));
  if (out.title.empty() || !out.begin) {
    sink.issue({unit.path, "",
                out.title.empty() ? "a page of Tistory without a title" : "a page of Tistory without a date",
                "get the backup again"});
    return;
  }
  out.identity = post_identity(out.title, *out.begin);
  out.locator = number_of(unit);
  out.traits[trait::time_from] = "published";
  out.traits["blog"] = blog_of(unit);
  if (const auto tags = tags_of(page.value(Part::Tags)); !tags.empty())
    out.traits[trait::tags] = clean_text(tags);
  if (const auto category = html_title(page.value(Part::Category)); !category.empty())
    out.traits["categories"] = clean_text(category);
  const HtmlText text = html_text(page.value(Part::Body));
  const PostText counts = count_text(text.text);
  if (counts.language) out.traits[trait::language] = *counts.language;
  out.quantities = {{"words", static_cast<double>(counts.words)},
                    {"characters", static_cast<double>(counts.characters)},
                    {"links", static_cast<double>(text.links)}};
  const Date day = post_day(*out.begin);
  sink.observation(std::move(out));
  // Pages of one backup are united: from the oldest to the newest.
  sink.coverage({Kind::Post, CoverageClass::Complete, blog_of(unit), day, day});
}

}  // namespace hoego
