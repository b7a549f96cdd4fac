#include "record/kind.h"

namespace hoego {

std::optional<Kind> kind_from(std::string_view wanted) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == wanted) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

}  // namespace hoego
