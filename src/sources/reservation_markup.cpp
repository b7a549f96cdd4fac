#include "sources/reservation_markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace hoego::reservation {
namespace {

constexpr std::size_t max_html_bytes = std::size_t{1} << 20;  // Gmail shows the first 102 KiB
constexpr std::size_t max_elements_deep = 256;
constexpr std::size_t max_attributes = 300;
constexpr std::size_t max_items = 20'000;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text.substr(0, 4 * Thing::max_text_bytes))) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank || (!out.empty() && out.back() != ' ')) out.push_back(blank ? ' ' : c);
  }
  return trim(clean_text(std::string_view(out).substr(0, Thing::max_text_bytes)));
}

/// Counts the attributes of each tag as libxml2 will see them, since it compares each with all before it.
class TagScan {
 public:
  explicit TagScan(std::string_view html) : html_(html) {}

  bool finds_endless_tag() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      ++at_;
      if (html_.substr(at_, 3) == "!--") {
        pass("-->");
      } else if (at_ < html_.size() && is_name(html_[at_])) {
        const std::string name = fold_case(clean_text(take_name().substr(0, 16)));
        if (count_attributes() > max_attributes) return true;
        if (name == "script" || name == "style") pass("</");
      }
    }
    return false;
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
  static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
           c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  }
  bool more() const { return at_ < html_.size() && html_[at_] != '>'; }
  void pass(std::string_view mark) { at_ = std::min(html_.find(mark, at_), html_.size()); }
  std::string_view take_name() {
    const std::size_t from = at_;
    while (at_ < html_.size() && is_name(html_[at_])) ++at_;
    return html_.substr(from, at_ - from);
  }
  void skip_blanks() {
    while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
  }
  void skip_word() {
    while (more() && !is_blank(html_[at_])) ++at_;
  }
  void skip_value() {
    ++at_;
    skip_blanks();
    if (!more() || (html_[at_] != '"' && html_[at_] != '\'')) return skip_word();
    at_ = std::min(html_.find(html_[at_], at_ + 1), html_.size());
    if (at_ < html_.size()) ++at_;
  }
  std::size_t count_attributes() {
    std::size_t count = 0;
    for (skip_blanks(); more(); skip_blanks(), ++count) {
      if (take_name().empty()) {
        skip_word();
        continue;
      }
      skip_blanks();
      if (more() && html_[at_] == '=') skip_value();
    }
    return count;
  }

  std::string_view html_;
  std::size_t at_ = 0;
};

/// Follows the elements of a text and collects its scripts and items.
class Collector {
 public:
  explicit Collector(Markup& markup) : markup_(markup) {}

  void start(std::string_view name, const xmlChar** attributes);
  void end();
  void characters(std::string_view text);
  std::size_t depth() const { return frames_.size(); }
  void finish() {
    while (!frames_.empty()) end();
  }

 private:
  struct Frame {
    bool script = false;
    bool item = false;
    bool collects = false;  ///< the text inside is a property's value
    Thing thing;
    std::vector<std::string> names;  ///< of the property that this is
    std::string text;
  };

  void attach(Frame& frame);

  Markup& markup_;
  std::vector<Frame> frames_;
  std::size_t items_ = 0;
  std::size_t collecting_ = 0;  ///< frames that want text
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty() && words.size() < 8) {
    const std::size_t end = std::min(text.find_first_of(" \n\t"), text.size());
    if (end > 0) words.push_back(local_name(one_line(text.substr(0, end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void Collector::start(std::string_view name, const xmlChar** attributes) {
  Frame frame;
  std::string_view value;
  bool has_value = false;
  for (; attributes && attributes[0]; attributes += 2) {
    const std::string_view key = view(attributes[0]);
    const std::string_view given = view(attributes[1]);
    if (key == "itemscope") frame.item = true;
    if (key == "itemtype") frame.thing.type = local_name(one_line(given.substr(0, given.find(' '))));
    if (key == "itemprop") frame.names = words_of(given);
    if (key == "type" && name == "script" && fold_case(trim(clean_text(given))) == "application/ld+json")
      frame.script = true;
    const bool stated = key == "content" || (key == "href" && name != "base") || key == "datetime" ||
                        (key == "src" && name == "img") || (key == "value" && name == "data");
    if (stated && (!has_value || key == "content")) {
      value = given;
      has_value = true;
    }
  }
  if (!frame.item && !frame.names.empty()) {
    frame.collects = !has_value;
    frame.text = has_value ? one_line(value) : "";
  }
  if (frame.script || frame.collects) ++collecting_;
  frames_.push_back(std::move(frame));
}

void Collector::characters(std::string_view text) {
  if (collecting_ == 0) return;
  for (Frame& frame : frames_) {
    const std::size_t most = frame.script ? max_html_bytes : 2 * Thing::max_text_bytes;
    if ((frame.script || frame.collects) && frame.text.size() < most)
      frame.text += text.substr(0, most - frame.text.size());
  }
}

void Collector::end() {
  if (frames_.empty()) return;
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.script || frame.collects) --collecting_;
  if (frame.script) return read_json_ld(clean_text(frame.text), markup_);
  if (frame.item || !frame.names.empty()) attach(frame);
}

void Collector::attach(Frame& frame) {
  if (items_++ >= max_items) return;
  if (!frame.item) frame.thing.text = one_line(frame.text);
  const auto owner = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& f) { return f.item; });
  if (owner == frames_.rend()) {
    if (frame.item) markup_.things.push_back(std::move(frame.thing));
    return;
  }
  for (const std::string& name : frame.names) owner->thing.properties.push_back({name, frame.thing});
}

// ---- libxml2's callbacks; `context` is its parser, which knows the collector

Collector& collector_of(void* context) {
  return *static_cast<Collector*>(static_cast<htmlParserCtxtPtr>(context)->_private);
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Collector& collector = collector_of(context);
  collector.start(view(name), attributes);
  if (collector.depth() > max_elements_deep) xmlStopParser(static_cast<htmlParserCtxtPtr>(context));
}

void on_end(void* context, const xmlChar* /*name*/) {
  collector_of(context).end();
}

void on_characters(void* context, const xmlChar* text, int length) {
  collector_of(context).characters(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(length, 0))});
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

/// Cheap: most mails have no markup at all.
bool may_have_markup(std::string_view html) {
  return html.find("Reservation") != std::string_view::npos &&
         (html.find("schema.org") != std::string_view::npos ||
          html.find("ld+json") != std::string_view::npos);
}

}  // namespace

const Thing* Thing::find(std::string_view name) const {
  for (const auto& [key, value] : properties) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string Thing::text_of(std::string_view name) const {
  const Thing* value = find(name);
  if (!value) return {};
  if (!value->text.empty()) return value->text;
  const Thing* named = value->find("name");
  return named ? named->text : std::string();
}

std::string local_name(std::string_view address) {
  const std::size_t slash = address.find("://");
  if (slash == std::string_view::npos) return std::string(address);
  return std::string(address.substr(address.find_last_of("/#") + 1));
}

Markup read_markup(std::string_view html) {
  Markup markup;
  if (!may_have_markup(html)) return markup;
  if (html.size() > max_html_bytes) {
    markup.problems.emplace_back("more than 1 MiB of HTML: the rest is left out");
    html = html.substr(0, max_html_bytes);
  }
  if (TagScan(html).finds_endless_tag()) {
    markup.problems.emplace_back("HTML with a tag of more than 300 attributes");
    return markup;
  }
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (!parser) return markup;
  Collector collector(markup);
  htmlCtxtUseOptions(parser.get(),
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlSAXHandler& sax = *parser->sax;
  sax = htmlSAXHandler{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  parser->_private = &collector;
  htmlParseDocument(parser.get());
  collector.finish();
  return markup;
}

}  // namespace hoego::reservation
