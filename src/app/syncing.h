#pragma once
#include <cstddef>
#include <string>

#include "app/life.h"

namespace hoego {

/// Prints what a sync did, ending with the counts new / same / changed / gone / merged / problems; returns
/// the number of problems.
std::size_t print_sync_result(Life& life, const ImportResult& result);

/// The same for programs, each on one line of its own (doc/api.md, `GET /api/sync`): how far it is, and what
/// it came to.
std::string sync_progress_json(const Progress& progress);
std::string sync_settling_json();
std::string sync_stopped_json();
std::string sync_result_json(const Life& life, const ImportResult& result);
std::string sync_error_json(const std::string& what, const std::string& where, const std::string& remedy);

}  // namespace hoego
