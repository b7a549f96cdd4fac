#include "base/error.h"

#include <utility>

namespace hoego {

Error::Error(std::string what, std::string where, std::string remedy)
    : std::runtime_error(what), where_(std::move(where)), remedy_(std::move(remedy)) {}

}  // namespace hoego
