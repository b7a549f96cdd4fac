#pragma once
#include <optional>
#include <string>
#include <vector>

#include "record/sink.h"
#include "sources/photos_metadata.h"
#include "sources/photos_takeout.h"
#include "sources/source.h"

namespace hoego {

/// One `.xmp` file.
struct XmpSidecar {
  std::string path;
  XmpFacts facts;
};

/// What the files beside a picture or a film say of it.
struct Sidecars {
  std::vector<XmpSidecar> xmp;  ///< the one that bears the picture's whole name first
  std::optional<TakeoutFacts> takeout;
};

/// Reads the companions at `paths`; what cannot be read is an Issue.
Sidecars read_sidecars(const Unit& unit, const std::vector<std::string>& paths, Sink& sink);

}  // namespace hoego
