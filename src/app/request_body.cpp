#include "app/request_body.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_path = 4096;  // PATH_MAX of Linux

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// "file:///home/me/My%20Pictures" (RFC 8089), as file managers give what is dropped.
std::string path_in_address(std::string_view address) {
  std::string path;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool coded = address[i] == '%' && i + 2 < address.size() && digit_of(address[i + 1]) >= 0 &&
                       digit_of(address[i + 2]) >= 0;
    path.push_back(coded ? static_cast<char>(16 * digit_of(address[i + 1]) + digit_of(address[i + 2]))
                         : address[i]);
    if (coded) i += 2;
  }
  return path;
}

}  // namespace

Json body_of(const Request& request) {
  Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) throw UsageError("the body is no JSON object", "body", "see doc/api.md");
  return body;
}

std::string text_in(const Json& body, const char* member, std::size_t most) {
  const auto found = body.find(member);
  if (found == body.end() || found->is_null()) return {};
  if (!found->is_string()) throw UsageError("this is text", member, "see doc/api.md");
  std::string text = found->get<std::string>();
  if (text.size() > most) throw UsageError("this is too long", member, fmt::format("at most {} bytes", most));
  return text;
}

fs::path typed_path(const std::string& text) {
  std::string path = trim(text);
  for (const std::string_view scheme : {"file://localhost/", "file:///"}) {
    if (path.rfind(scheme, 0) == 0) path = path_in_address(std::string_view(path).substr(scheme.size() - 1));
  }
  const bool quoted =
      path.size() > 1 && (path.front() == '"' || path.front() == '\'') && path.front() == path.back();
  if (quoted) path = path.substr(1, path.size() - 2);
  if (path == "~" || path.rfind("~/", 0) == 0) {
    const char* home = std::getenv("HOME");
    path = std::string(home == nullptr ? "" : home) + path.substr(1);
  }
  const bool is_path = !path.empty() && path.front() == '/' && path.size() < longest_path &&
                       path.find('\0') == std::string::npos;
  if (!is_path)
    throw UsageError("this is no whole path", clean_text(path.substr(0, 200)),
                     "begin with / or ~/, as in ~/Pictures");
  const fs::path normal = fs::path(path).lexically_normal();
  return normal.has_filename() || normal == normal.root_path() ? normal : normal.parent_path();
}

}  // namespace hoego
