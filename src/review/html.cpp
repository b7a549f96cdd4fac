#include "base/error.h"
#include "review/review.h"

namespace hoego {
namespace {

constexpr std::string_view marker = R"(<script id="hoego-review" type="application/json"></script>)";

/// JSON that cannot end the element it stands in, nor open a comment: `<` only ever occurs inside strings.
std::string for_script(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string to_html(const Review& review, const std::string& bundle) {
  const std::size_t at = bundle.find(marker);
  if (at == std::string::npos) {
    throw Error("the page has no place for the review's data", "the page's bundle",
                "build it again with `npm ci && npm run build` in web/");
  }
  std::string page = bundle.substr(0, at);
  page += R"(<script id="hoego-review" type="application/json">)";
  page += for_script(to_json(review));
  page += "</script>";
  page += bundle.substr(at + marker.size());
  return page;
}

}  // namespace hoego
