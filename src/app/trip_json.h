#pragma once
#include <string>

#include "analysis/places.h"
#include "analysis/trip_account.h"
#include "story/document.h"

namespace hoego {

/// `hoego.trip/1` of doc/api.md. Names of places are in the language.
std::string trip_json(const TripAccount& account, Language language, const Places& atlas);

}  // namespace hoego
