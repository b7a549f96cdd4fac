#include "sources/feed_post.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/html_text.h"
#include "sources/posts_date.h"
#include "sources/posts_identity.h"
#include "sources/posts_text.h"

namespace hoego {
namespace {

constexpr std::size_t longest_title = 1000;
constexpr std::size_t longest_address = 2000;
constexpr std::size_t longest_first_words = 80;
constexpr std::size_t most_tags = 100;

/// RFC 822 had two digits of the year, which RFC 5322 (4.3) makes 2000..2049 and 1950..1999.
std::string with_whole_year(std::string_view text) {
  std::string out;
  int words = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool year = words >= 2 && word.size() == 2 && is_digits(word);
    if (!out.empty()) out += ' ';
    if (year) out += word[0] < '5' ? "20" : "19";
    out += word;
    ++words;
  }
  return out;
}

/// The zones of RFC 822 (5.1), which mean others elsewhere, as offsets.
std::string with_offset(const std::string& text) {
  constexpr std::pair<std::string_view, std::string_view> zones[] = {
      {" EST", " -0500"}, {" EDT", " -0400"}, {" CST", " -0600"}, {" CDT", " -0500"},
      {" MST", " -0700"}, {" MDT", " -0600"}, {" PST", " -0800"}, {" PDT", " -0700"}};
  for (const auto& [name, offset] : zones) {
    if (text.size() > name.size() && text.compare(text.size() - name.size(), name.size(), name) == 0)
      return text.substr(0, text.size() - name.size()) + std::string(offset);
  }
  return text;
}

/// What a text begins with, for what has no title.
std::string first_words(const std::string& text) {
  std::string line = trim(std::string_view(text).substr(0, text.find('\n')));
  if (line.size() <= longest_first_words) return line;
  std::string cut = clipped(line, longest_first_words);
  const std::size_t blank = cut.rfind(' ');
  if (blank != std::string::npos && blank > longest_first_words / 2) cut.resize(blank);
  return cut + "…";
}

std::string joined(std::vector<std::string> items) {
  std::string out;
  for (std::size_t i = 0; i < items.size() && i < most_tags; ++i) {
    std::replace(items[i].begin(), items[i].end(), ',', ' ');
    if (!items[i].empty()) out += (out.empty() ? "" : ",") + items[i];
  }
  return out;
}

/// "ko" of "ko-KR"; empty for what is no language's code.
std::string language_code(const std::string& stated) {
  const std::string code = fold_case(stated.substr(0, stated.find_first_of("-_")));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (code.size() == 2 || code.size() == 3) ? code : "";
}

void put(Observation& out, const char* key, std::string value) {
  value = trim(clean_text(value));
  if (!value.empty()) out.traits[key] = clipped(std::move(value), longest_address);
}

void put_categories(Observation& out, const FeedItem& item) {
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  const auto holds = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  // WordPress tells categories from tags by their domain, and in old exports says both again without one.
  for (const bool with_domain : {true, false}) {
    for (const auto& [domain, term] : item.categories) {
      const bool kind = domain.find("schemas.google.com/g/2005#kind") != std::string::npos;
      if (kind || domain.empty() == with_domain) continue;
      std::string name = clean_text(html_title(term));
      auto& list = domain == "category" ? categories : tags;
      if (!holds(list, name) && (with_domain || !holds(categories, name))) list.push_back(std::move(name));
    }
  }
  put(out, trait::tags, joined(std::move(tags)));
  put(out, "categories", joined(std::move(categories)));
}

void put_text(Observation& out, const FeedChannel& channel, const FeedItem& item, HtmlText text) {
  const PostText counts = count_text(text.text);
  const std::string stated = language_code(channel.language);
  put(out, trait::language, stated.empty() ? counts.language.value_or("") : stated);
  if (item.content.empty() && item.summary.empty()) return;
  if (item.content.empty()) out.traits["text_from"] = "summary";
  out.quantities = {{"words", static_cast<double>(counts.words)},
                    {"characters", static_cast<double>(counts.characters)},
                    {"links", static_cast<double>(text.links)}};
}

}  // namespace

std::optional<When> parse_feed_date(std::string_view text) {
  if (text.size() > 100) return std::nullopt;
  const std::string trimmed = with_offset(trim(text));
  auto when = parse_stated_date(trimmed);
  if (!when) when = parse_stated_date(with_whole_year(trimmed));
  if (when && when->form == When::Form::Offset && when->offset == Offset{0})
    when = When::at(instant(WallTime{when->seconds}, Offset{0}));
  if (when && WallTime{when->seconds}.date().year() <= 1) return std::nullopt;
  return when;
}

bool says_something(const FeedItem& item) {
  return !item.title.empty() || !item.link.empty() || !item.guid.empty() || !item.content.empty() ||
         !item.summary.empty();
}

std::string channel_name(const FeedChannel& channel) {
  return clipped(clean_text(html_title(channel.title)), longest_title);
}

Observation post_of(const FeedChannel& channel, const FeedItem& item, std::optional<When> begin,
                    std::string_view time_from) {
  Observation out;
  out.kind = Kind::Post;
  out.begin = begin ? std::move(begin) : parse_feed_date(item.published);
  out.traits[trait::time_from] = time_from.empty() ? "published" : std::string(time_from);
  if (!out.begin) {
    out.begin = parse_feed_date(item.updated);
    out.traits[trait::time_from] = "updated";
  }
  HtmlText text = html_text(item.content.empty() ? item.summary : item.content);
  out.title = clipped(clean_text(html_title(item.title)), longest_title);
  const bool titled = !out.title.empty();
  if (!titled) out.title = clean_text(first_words(text.text));
  const std::string native = item.guid.empty() ? item.link : item.guid;
  if (out.begin)
    out.identity =
        titled || native.empty() ? post_identity(out.title, *out.begin) : "post:" + hash_hex(native);
  out.locator = clipped(clean_text(native), longest_address);
  put(out, trait::url, item.link.empty() && item.guid_is_address ? item.guid : item.link);
  put(out, "guid", item.guid);
  put(out, trait::author, html_title(item.author.empty() ? channel.author : item.author));
  put(out, "blog", channel_name(channel));
  put_categories(out, item);
  put_text(out, channel, item, std::move(text));
  return out;
}

}  // namespace hoego
