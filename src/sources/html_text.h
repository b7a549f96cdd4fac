#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoego {

/// Names in small letters, values with their entities resolved; at most 64 of one tag.
using HtmlAttributes = std::vector<std::pair<std::string, std::string>>;

/// The value of an attribute; empty where there is none.
std::string_view attribute(const HtmlAttributes& attributes, std::string_view name);
/// Whether the attribute `class` holds a name.
bool has_class(const HtmlAttributes& attributes, std::string_view name);

/// What HTML is read into.
class HtmlListener {
 public:
  virtual ~HtmlListener() = default;
  /// `name` in small letters. An element that has no end (`<br>`) is ended at once.
  virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual void text(std::string_view text) = 0;
  /// Any end tag, whether or not something it ends is open.
  virtual void end(std::string_view name) = 0;
};

/// Reads HTML, whole or in part, as a run of tags and texts, as they stand: nothing is closed that the text
/// does not close, and there is no tree, so that no nesting can be too deep. Comments, scripts and styles are
/// passed over. Time is linear in the length. `html` is clean UTF-8, and so is what comes out.
void read_html(std::string_view html, HtmlListener& listener);

/// The bytes of an HTML file as clean UTF-8: by its mark, its `<meta charset>` within 1024 bytes (EUC-KR read
/// as CP949), else as `decode_guess`.
std::string decode_html(std::string_view bytes);

struct HtmlText {
  std::string text;  ///< what a person reads, blocks on lines of their own, without code blocks (`<pre>`)
  std::size_t links = 0;  ///< `<a href>` that lead elsewhere than into the text
};
HtmlText html_text(std::string_view html);

/// A title on one line, entities resolved and tags cut. What is no tag of HTML stays: "vector<int>".
std::string html_title(std::string_view html);

/// Plain text as HTML.
std::string escape_html(std::string_view text);

}  // namespace hoego
