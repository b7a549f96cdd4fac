#include "sources/feed_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sources/html_text.h"

namespace hoego {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t longest = std::uint64_t{64} << 20;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// Version 1 has `author`, 1.1 `authors`.
std::string author_of(const Json& object) {
  const auto authors = object.find("authors");
  if (authors != object.end() && authors->is_array() && !authors->empty() && authors->front().is_object())
    return text_of(authors->front(), "name");
  const auto author = object.find("author");
  return author != object.end() && author->is_object() ? text_of(*author, "name") : "";
}

FeedItem item_of(const Json& object) {
  FeedItem item;
  item.title = escape_html(text_of(object, "title"));
  item.link = text_of(object, "url");
  item.guid = text_of(object, "id");
  const auto id = object.find("id");
  if (id != object.end() && id->is_number()) item.guid = id->dump();
  item.author = escape_html(author_of(object));
  item.published = text_of(object, "date_published");
  item.updated = text_of(object, "date_modified");
  item.content = text_of(object, "content_html");
  if (item.content.empty()) item.content = escape_html(text_of(object, "content_text"));
  item.summary = escape_html(text_of(object, "summary"));
  const auto tags = object.find("tags");
  if (tags == object.end() || !tags->is_array()) return item;
  for (const Json& tag : *tags) {
    if (tag.is_string()) item.categories.emplace_back("", escape_html(tag.get<std::string>()));
  }
  return item;
}

}  // namespace

bool is_json_feed(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return false;
  std::string text(head);
  text.erase(
      std::remove_if(text.begin(), text.end(), [](char c) { return c == '\\' || c == ' ' || c == '\n'; }),
      text.end());
  return text.find("\"version\":\"https://jsonfeed.org/version/1") != std::string::npos ||
         text.find("\"version\":\"http://jsonfeed.org/version/1") != std::string::npos;
}

std::optional<Issue> read_json_feed(Input& input, const FeedItemReader& reader) {
  const std::string text = decode_guess(input.whole(longest));
  Json feed = Json::object();
  std::vector<FeedItem> items;
  std::string key;
  bool in_items = false;
  // Items are taken as they end, so that those of a cut document are kept, and never held twice.
  const Json::parser_callback_t take = [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth == 1 && event == Json::parse_event_t::key) {
      key = value.get<std::string>();
      in_items = key == "items";
    }
    if (depth == 2 && in_items && event == Json::parse_event_t::object_end) {
      items.push_back(item_of(value));
      return false;
    }
    if (depth == 1 && event == Json::parse_event_t::value) feed[key] = value;
    if (depth == 1 && event == Json::parse_event_t::array_end && key == "authors") feed[key] = value;
    if (depth == 1 && event == Json::parse_event_t::object_end && key == "author") feed[key] = value;
    return true;
  };
  std::optional<Issue> issue;
  try {
    [[maybe_unused]] const Json rest = Json::parse(text, take);
  } catch (const Json::parse_error& error) {
    issue = Issue{"", fmt::format("byte {}", error.byte), "the JSON is broken or cut there",
                  "get it again; the items before it are kept"};
  }
  FeedChannel channel;
  channel.title = escape_html(text_of(feed, "title"));
  channel.language = text_of(feed, "language");
  channel.author = escape_html(author_of(feed));
  for (FeedItem& item : items) reader(channel, std::move(item));
  return issue;
}

}  // namespace hoego
