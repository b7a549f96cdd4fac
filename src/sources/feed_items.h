#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sources/xml_events.h"

namespace hoego {

/// What a feed says of itself, as far as it was read.
struct FeedChannel {
  std::string title;     ///< HTML
  std::string language;  ///< as stated: "ko-KR"
  std::string author;
  std::string id;         ///< of Atom
  std::string published;  ///< RSS `pubDate`
  std::string updated;    ///< RSS `lastBuildDate`, Atom `updated`
};

/// One item as it stands in a feed.
struct FeedItem {
  std::string title;  ///< HTML
  std::string link;
  std::string guid;  ///< RSS `guid`, Atom and JSON Feed `id`, `rdf:about`
  bool guid_is_address = false;
  std::string author;
  std::string published;
  std::string updated;
  std::string content;  ///< HTML, the whole text
  std::string summary;  ///< HTML, what the feed has beside or instead
  /// Categories with their domain (RSS), scheme (Atom), or nothing.
  std::vector<std::pair<std::string, std::string>> categories;
  /// What WordPress (`wp:status`) and Blogger (`blogger:type`) add, by local name.
  std::map<std::string, std::string> own;
  std::size_t line = 0;
};

using FeedItemReader = std::function<void(const FeedChannel& channel, FeedItem item)>;

/// Gathers the items of RSS 0.9x, 1.0 and 2.0 (rssboard.org/rss-specification,
/// web.resource.org/rss/1.0/spec), with Dublin Core and `content:encoded`, and of Atom 0.3 and 1.0 (RFC
/// 4287). An item is handed out when it ends, or when the next begins within it, as happens in documents that
/// are not well-formed.
class FeedGatherer : public XmlListener {
 public:
  explicit FeedGatherer(FeedItemReader reader) : reader_(std::move(reader)) {}

  void start(std::string_view name, std::string_view space,
             const std::vector<XmlAttribute>& attributes) override;
  void text(std::string_view text) override;
  void end(std::string_view name, std::string_view space) override;

  const FeedChannel& channel() const { return channel_; }

 private:
  struct Open {
    std::string name;
    std::string space;
  };
  enum class Field;

  void start_item(const std::vector<XmlAttribute>& attributes);
  void start_field(Field field, const std::vector<XmlAttribute>& attributes);
  Field field_of(const Open& element, const Open& parent) const;
  void take_link(const std::vector<XmlAttribute>& attributes);
  void end_field();
  void end_channel_field();
  void end_item();

  FeedItemReader reader_;
  FeedChannel channel_;
  FeedItem item_;
  std::vector<Open> open_;
  std::size_t item_depth_ = 0;   ///< of the open item; 0 outside
  std::size_t field_depth_ = 0;  ///< of the open field; 0 outside
  Field field_{};
  bool plain_ = false;    ///< its text is no HTML
  bool taken_ = false;    ///< its value stood in an attribute
  bool address_ = false;  ///< guid: may be an address; link: leads to the item
  std::string domain_;
  std::string value_;
};

/// The root element's tag with its attributes, without its brackets, in the first bytes of a file; empty
/// where there is none. Comments, processing instructions and a DTD before it are passed over.
std::string root_tag(std::string_view head);
/// Whether these are the first bytes of RSS or Atom.
bool is_feed(std::string_view head);
/// Whether they are those of a blog's export in RSS's or Atom's form: WordPress or Blogger.
bool is_wordpress_export(std::string_view head);
bool is_blogger_export(std::string_view head);

}  // namespace hoego
