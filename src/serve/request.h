#pragma once
#include <map>
#include <string>
#include <vector>

namespace hoego {

/// What was asked for. Every byte of it is foreign.
struct Request {
  std::string method;                             ///< "GET" also for HEAD
  std::string path;                               ///< decoded, without the parameters
  std::map<std::string, std::string> parameters;  ///< decoded; of several of one name the first
  std::map<std::string, std::string> headers;     ///< by name in small letters; of several the first
  std::vector<std::string> parts;                 ///< what stands in place of the route's {…}, in order
  std::string body;

  /// Empty where there is none.
  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  /// Null where there is none.
  const std::string* parameter(const std::string& name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? nullptr : &found->second;
  }
};

}  // namespace hoego
