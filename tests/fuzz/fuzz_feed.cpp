// A saved feed: RSS, Atom, JSON Feed; also HTML alone, which is what feeds are full of.
#include <cstdlib>

#include "base/text.h"
#include "read_unit.h"
#include "sources/feed.h"
#include "sources/feed_post.h"
#include "sources/html_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  feed_source.recognise({"/x/a", "a", false, size, bytes.substr(0, 4096), {}});
  fuzz::read_bytes(feed_source, data, size);
  const std::string html = decode_html(bytes);
  if (!is_utf8(html) || !is_utf8(html_text(html).text) || !is_utf8(html_title(html))) std::abort();
  parse_feed_date(html);
  return 0;
}
