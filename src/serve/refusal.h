#pragma once
#include <optional>
#include <string>

#include "base/error.h"
#include "serve/response.h"

namespace hoego {

/// An Error that knows its status. Any other Error becomes a 500, a UsageError a 400.
class Refusal : public Error {
 public:
  Refusal(int status, std::string what, std::string where, std::string remedy)
      : Error(std::move(what), std::move(where), std::move(remedy)), status_(status) {}
  int status() const { return status_; }

 private:
  int status_;
};

/// {"error": {"what", "where", "remedy"}}, with Retry-After where waiting may help (503).
Response refused(int status, const std::string& what, const std::string& where, const std::string& remedy);
/// The exception that is being handled.
Response refused_by_exception();

}  // namespace hoego
