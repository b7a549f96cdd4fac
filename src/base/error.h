#pragma once
#include <stdexcept>
#include <string>

namespace hoego {

/// An operation that cannot finish: what went wrong, where, and what the person can do about it.
/// Caught only in `main`, the request handler and the per-unit import loop.
class Error : public std::runtime_error {
 public:
  Error(std::string what, std::string where, std::string remedy);

  const std::string& where() const { return where_; }
  const std::string& remedy() const { return remedy_; }

 private:
  std::string where_;
  std::string remedy_;
};

/// Wrong use of the command line or of a file the owner writes: exit status 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace hoego
