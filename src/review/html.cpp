#include <zlib.h>

#include <algorithm>

#include "base/error.h"
#include "review/review.h"

namespace hoego {
namespace {

constexpr std::string_view marker = R"(<script id="hoego-review" type="application/json"></script>)";
constexpr std::string_view packed_begin =
    R"(<script id="hoego-review" type="text/plain" data-packed="deflate">)";

/// In the format of zlib (RFC 1950), which browsers unpack by themselves: the records that a year cites are
/// five sixths of its JSON, and much alike.
std::string deflated(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string packed(size, '\0');
  const int result = compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                               reinterpret_cast<const Bytef*>(text.data()), text.size(), Z_BEST_COMPRESSION);
  if (result != Z_OK) throw Error("the review's data could not be packed", "the page", "free some memory");
  packed.resize(size);
  return packed;
}

/// RFC 4648, with its padding: nothing in it can end the element that it stands in.
std::string base64(const std::string& bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t given = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8U | (k < given ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= given ? digits[group >> (18U - 6U * k) & 63U] : '=';
    }
  }
  return text;
}

}  // namespace

std::string to_html(const Review& review, const std::string& bundle) {
  const std::size_t at = bundle.find(marker);
  if (at == std::string::npos) {
    throw Error("the page has no place for the review's data", "the page's bundle",
                "build it again with `npm ci && npm run build` in web/");
  }
  std::string page = bundle.substr(0, at);
  page += packed_begin;
  page += base64(deflated(to_json(review)));
  page += "</script>";
  page += bundle.substr(at + marker.size());
  return page;
}

}  // namespace hoego
