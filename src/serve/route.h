#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/request.h"
#include "serve/response.h"

namespace hoego {

/// One thing that can be asked for.
struct Route {
  std::string_view method;   ///< GET (which is HEAD too), POST, PUT, DELETE
  std::string_view pattern;  ///< "/api/record/{id}": a {part} is what stands between two slashes, never empty
  std::function<Response(const Request&)> answer;
};

/// What the path has in place of the pattern's {parts}; nothing where it is another path.
std::optional<std::vector<std::string>> match_path(std::string_view pattern, std::string_view path);

}  // namespace hoego
