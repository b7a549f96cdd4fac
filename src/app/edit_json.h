#pragma once
#include <nlohmann/json_fwd.hpp>

#include "app/owner_edits.h"

namespace hoego {

/// The file, the lines that went and came, and the tags that take it back.
nlohmann::ordered_json edit_json(const OwnerEdit& edit);

}  // namespace hoego
