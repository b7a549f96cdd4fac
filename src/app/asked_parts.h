#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/asked_correction.h"
#include "base/civil.h"

/// The parts of asked_correction.cpp: what is asked of one kind of thing, and members of its JSON. All throw
/// UsageError that names the member.
namespace hoego {

using Json = nlohmann::ordered_json;

AskedCorrection asked_of_trip(const Json& asked);
AskedCorrection asked_of_activity(const Json& asked, const Life& life, Date today);

/// A text on one line, trimmed, never empty.
std::string asked_line(const Json& asked, const std::string& member);
bool asked_flag(const Json& asked, const std::string& member);
/// What is only ever said, never denied.
void require_true(const Json& asked, const std::string& member);
Date asked_day(const Json& asked, const std::string& member);
DateRange asked_days(const Json& asked, const std::string& member);

}  // namespace hoego
