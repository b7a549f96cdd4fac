#include "app/api.h"
#include "app/reviewing.h"
#include "serve/etag.h"

namespace hoego {
namespace {

/// The page is one file: what it runs is in it, and what it asks is this server.
constexpr const char* policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; media-src 'self'; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

}  // namespace

Response api_page() {
  std::string page = page_bundle();
  Response response;
  response.type = "text/html; charset=utf-8";
  response.etag = etag_of(page);
  response.body = std::move(page);
  response.caching = Caching::AskAlways;
  response.headers["Content-Security-Policy"] = policy;
  return response;
}

}  // namespace hoego
