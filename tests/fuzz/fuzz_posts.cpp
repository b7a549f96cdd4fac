// A Markdown file: its encoding, front matter, date and text, and the look that recognises it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "sources/posts.h"
#include "sources/posts_date.h"
#include "sources/posts_front_matter.h"
#include "sources/posts_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = decode_guess(bytes);
  const FrontMatter matter = read_front_matter(text);
  if (matter.body > text.size()) std::abort();
  for (const auto& [key, value] : matter.values) {
    if (const auto stated = matter.text(key)) parse_stated_date(*stated);
    for (const auto& item : matter.list(key)) {
      if (item.empty() || !is_utf8(item)) std::abort();
    }
  }
  const PostText read = read_post_text(std::string_view(text).substr(matter.body));
  if (read.words > read.characters || (read.heading && !is_utf8(*read.heading))) std::abort();
  const std::string line = text.substr(0, text.find('\n'));
  parse_stated_date(line);
  date_in_name(line);
  posts_source.recognise({"/x/a.md", "a.md", false, size, bytes.substr(0, 4096), {}});
  return 0;
}
