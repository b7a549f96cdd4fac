#include "sources/feed_items.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/html_text.h"
#include "sources/text_head.h"

namespace hoego {

enum class FeedGatherer::Field {
  None,
  Title,
  Link,
  Guid,
  Author,
  AuthorName,
  Published,
  Updated,
  Content,
  Summary,
  Category,
  Language,
  Id,
  Own
};

namespace {

constexpr std::size_t longest_value = std::size_t{16} << 20;
constexpr std::size_t most_categories = 200;
constexpr std::size_t most_own = 100;

constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// The namespaces of RSS and Atom themselves; RSS 2.0 has none.
bool is_core(std::string_view space) {
  constexpr std::array<std::string_view, 8> known = {"",
                                                     "http://www.w3.org/2005/Atom",
                                                     "http://purl.org/atom/ns#",
                                                     "http://purl.org/rss/1.0/",
                                                     "http://channel.netscape.com/rdf/simple/0.9/",
                                                     "http://my.netscape.com/rdf/simple/0.9/",
                                                     "http://backend.userland.com/rss2",
                                                     "http://backend.userland.com/RSS2"};
  return std::find(known.begin(), known.end(), space) != known.end();
}
bool is_dublin_core(std::string_view space) {
  return starts_with(space, "http://purl.org/dc/") || space == "dc";
}
bool is_content(std::string_view space) {
  return starts_with(space, "http://purl.org/rss/1.0/modules/content") || space == "content";
}
/// Where WordPress and Blogger keep what they add.
bool is_own(std::string_view space) {
  return (space.find("://wordpress.org/export/") != std::string_view::npos &&
          space.find("excerpt") == std::string_view::npos) ||
         space == "wp" || starts_with(space, "http://schemas.google.com/blogger/");
}

/// `app:draft` (RFC 5023, 13.1.1), also by the namespace of its draft.
bool is_draft_mark(std::string_view name, std::string_view space) {
  return name == "draft" &&
         (space == "http://www.w3.org/2007/app" || starts_with(space, "http://purl.org/atom/app#"));
}

std::string value_of(const std::vector<XmlAttribute>& attributes, std::string_view name,
                     std::string_view space = "") {
  for (const auto& attribute : attributes) {
    if (attribute.name == name && attribute.space == space) return attribute.value;
  }
  return "";
}

/// Elements of a feed that nobody writes within a text.
bool is_no_html(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"pubDate",  "guid",      "description",
                                                     "category", "published", "updated"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "me@example.org (My Name)", as RSS wants it, is my name.
std::string person(const std::string& text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  const bool named = text.find('@') < open && close != std::string::npos && close > open + 1;
  return trim(named ? text.substr(open + 1, close - open - 1) : text);
}

void keep_first(std::string& to, std::string value) {
  if (to.empty()) to = std::move(value);
}

}  // namespace

FeedGatherer::Field FeedGatherer::field_of(const Open& element, const Open& parent) const {
  const std::string& name = element.name;
  if (is_content(element.space)) return name == "encoded" ? Field::Content : Field::None;
  if (is_own(element.space) || is_draft_mark(element.name, element.space)) return Field::Own;
  if (is_dublin_core(element.space)) {
    if (name == "title") return Field::Title;
    if (name == "description") return Field::Summary;
    if (name == "creator") return Field::Author;
    if (name == "date" || name == "created" || name == "issued") return Field::Published;
    if (name == "modified") return Field::Updated;
    if (name == "subject") return Field::Category;
    if (name == "language") return Field::Language;
    return Field::None;
  }
  if (!is_core(element.space)) return Field::None;
  static const std::map<std::string_view, Field> fields = {
      {"title", Field::Title},         {"link", Field::Link},
      {"guid", Field::Guid},           {"id", Field::Id},
      {"author", Field::Author},       {"pubDate", Field::Published},
      {"published", Field::Published}, {"issued", Field::Published},
      {"created", Field::Published},   {"updated", Field::Updated},
      {"modified", Field::Updated},    {"lastBuildDate", Field::Updated},
      {"description", Field::Summary}, {"summary", Field::Summary},
      {"content", Field::Content},     {"category", Field::Category},
      {"language", Field::Language},
  };
  if (parent.name == "author" && name == "name") return Field::AuthorName;
  const auto found = fields.find(name);
  return found == fields.end() ? Field::None : found->second;
}

void FeedGatherer::start(std::string_view name, std::string_view space,
                         const std::vector<XmlAttribute>& attributes) {
  if ((name == "item" || name == "entry") && is_core(space)) {
    if (item_depth_ > 0) end_item();
    open_.push_back({std::string(name), std::string(space)});
    return start_item(attributes);
  }
  const Open parent = open_.empty() ? Open{} : open_.back();
  open_.push_back({std::string(name), std::string(space)});
  if (open_.size() <= 2 && channel_.language.empty())
    channel_.language = value_of(attributes, "lang", xml_space);
  if (field_depth_ > 0 && is_no_html(name) && is_core(space) && item_depth_ > 0 &&
      field_depth_ > item_depth_) {
    // An element that was not closed: what follows it is none of it.
    end_field();
    return start_field(field_of(open_.back(), parent), attributes);
  }
  if (field_depth_ > 0 && field_ != Field::Author) {
    // Markup that is not escaped, as in XHTML.
    if (field_ == Field::Content || field_ == Field::Summary || field_ == Field::Title)
      value_ += "<" + open_.back().name + ">";
    return;
  }
  const std::size_t above = item_depth_ > 0 ? item_depth_ + 1 : 0;
  const Field field = field_of(open_.back(), parent);
  const bool within = field == Field::AuthorName || (field == Field::Own && parent.name == "control");
  const bool in_item = above > 0 && (open_.size() == above || (within && open_.size() == above + 1));
  const bool in_channel = above == 0 && (parent.name == "channel" || parent.name == "feed" ||
                                         (field == Field::AuthorName && open_.size() == 3));
  if (field != Field::None && (in_item || in_channel)) start_field(field, attributes);
}

void FeedGatherer::start_item(const std::vector<XmlAttribute>& attributes) {
  item_ = {};
  item_depth_ = open_.size();
  field_depth_ = 0;
  item_.guid = value_of(attributes, "about", rdf_space);
  item_.guid_is_address = !item_.guid.empty();
}

void FeedGatherer::start_field(Field field, const std::vector<XmlAttribute>& attributes) {
  field_ = field;
  field_depth_ = open_.size();
  value_.clear();
  taken_ = false;
  // Atom calls its plain texts "text", which is also what it means without a word; RSS has HTML everywhere.
  const std::string type = value_of(attributes, "type");
  const bool atom = open_.back().space.find("tom") != std::string::npos;
  plain_ = type == "xhtml" || type.find("xhtml") != std::string::npos ||
           (atom && (type.empty() || type == "text" || type == "text/plain"));
  domain_ = value_of(attributes, "domain") + value_of(attributes, "scheme");
  address_ = value_of(attributes, "isPermaLink") != "false";
  if (field == Field::Link) take_link(attributes);
  if (field != Field::Category) return;
  value_ = value_of(attributes, "term");
  taken_ = !value_.empty();
}

void FeedGatherer::take_link(const std::vector<XmlAttribute>& attributes) {
  const std::string relation = value_of(attributes, "rel");
  address_ = relation.empty() || relation == "alternate";
  value_ = value_of(attributes, "href");
  taken_ = !value_.empty();
}

void FeedGatherer::text(std::string_view text) {
  if (field_depth_ == 0 || taken_ || value_.size() + text.size() > longest_value) return;
  if (plain_)
    value_ += escape_html(text);
  else
    value_.append(text);
}

void FeedGatherer::end(std::string_view name, std::string_view /*space*/) {
  if (open_.empty()) return;
  const std::size_t depth = open_.size();
  if (field_depth_ == depth) {
    if (item_depth_ > 0)
      end_field();
    else
      end_channel_field();
    field_depth_ = 0;
  } else if (field_depth_ > 0 && depth > field_depth_ && value_.size() < longest_value) {
    value_ += "</" + std::string(name) + ">";
  }
  if (item_depth_ == depth) end_item();
  open_.pop_back();
}

void FeedGatherer::end_field() {
  std::string value = trim(value_);
  if (value.empty()) return;
  switch (field_) {
    case Field::Title:
      return keep_first(item_.title, std::move(value));
    case Field::Link:
      if (address_) keep_first(item_.link, std::move(value));
      return;
    case Field::Guid:
    case Field::Id:
      item_.guid = std::move(value);
      item_.guid_is_address = field_ == Field::Guid && address_;
      return;
    case Field::Author:
    case Field::AuthorName:
      return keep_first(item_.author, person(value));
    case Field::Published:
      return keep_first(item_.published, std::move(value));
    case Field::Updated:
      return keep_first(item_.updated, std::move(value));
    case Field::Content:
      return keep_first(item_.content, std::move(value));
    case Field::Summary:
      return keep_first(item_.summary, std::move(value));
    case Field::Category:
      if (item_.categories.size() < most_categories) item_.categories.emplace_back(domain_, std::move(value));
      return;
    case Field::Own:
      if (item_.own.size() < most_own) item_.own.try_emplace(open_.back().name, std::move(value));
      return;
    case Field::Language:
    case Field::None:
      return;
  }
}

void FeedGatherer::end_channel_field() {
  std::string value = trim(value_);
  if (value.empty()) return;
  if (field_ == Field::Title)
    keep_first(channel_.title, std::move(value));
  else if (field_ == Field::Language)
    channel_.language = std::move(value);
  else if (field_ == Field::AuthorName)
    keep_first(channel_.author, std::move(value));
  else if (field_ == Field::Id)
    keep_first(channel_.id, std::move(value));
  else if (field_ == Field::Published)
    keep_first(channel_.published, std::move(value));
  else if (field_ == Field::Updated)
    keep_first(channel_.updated, std::move(value));
}

void FeedGatherer::end_item() {
  FeedItem item = std::move(item_);
  item_ = {};
  item_depth_ = 0;
  field_depth_ = 0;
  reader_(channel_, std::move(item));
}

std::string root_tag(std::string_view head) {
  if (is_binary_head(head)) return "";
  const std::string text = decode_guess(head);
  std::string_view rest = text;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
    if (rest.empty() || rest[0] != '<') return "";
    std::string_view end = ">";
    std::size_t from = 0;
    if (starts_with(rest, "<!--")) {
      end = "-->";
    } else if (starts_with(rest, "<?")) {
      end = "?>";
    } else if (starts_with(rest, "<!")) {
      const std::size_t subset = rest.find('[');
      if (subset < rest.find('>')) from = rest.find(']', subset);
    } else {
      return std::string(rest.substr(1, std::min(rest.find('>'), rest.size()) - 1));
    }
    const std::size_t found = rest.find(end, from);
    if (found == std::string_view::npos) return "";
    rest.remove_prefix(found + end.size());
  }
}

bool is_feed(std::string_view head) {
  const std::string tag = root_tag(head);
  const std::string name = tag.substr(0, tag.find_first_of(" \t\n/"));
  const std::string local = name.substr(name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
  if (local == "rss") return true;
  if (local == "RDF")
    return tag.find("purl.org/rss/1.0/") != std::string::npos ||
           tag.find("netscape.com/rdf/simple/") != std::string::npos;
  if (local == "feed")
    return tag.find("http://www.w3.org/2005/Atom") != std::string::npos ||
           tag.find("http://purl.org/atom/ns#") != std::string::npos;
  return false;
}

bool is_wordpress_export(std::string_view head) {
  if (!is_feed(head)) return false;
  return root_tag(head).find("://wordpress.org/export/") != std::string::npos;
}

bool is_blogger_export(std::string_view head) {
  if (!is_feed(head)) return false;
  const std::string text = decode_guess(head);
  if (root_tag(head).find("schemas.google.com/blogger/2018") != std::string::npos) return true;
  const std::size_t id = text.find("<id>tag:blogger.com,1999:blog-");
  return id != std::string::npos &&
         text.substr(id, text.find("</id>", id) - id).find(".archive") != std::string::npos;
}

}  // namespace hoego
