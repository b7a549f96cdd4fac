#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "model/sending.h"

namespace hoego {

/// To which endpoints the owner let a year go, and with what of their own words. Kept in the life folder's
/// cache: whoever deletes it is asked again.
class Consent {
 public:
  /// What `file` holds; nothing where it is not there or cannot be read.
  static Consent read(const std::filesystem::path& file);

  /// Whether the owner agreed to send this much to this address.
  bool covers(const std::string& url, Sent sent) const;
  void give(const std::string& url, Sent sent);
  /// Throws Error where it cannot be written.
  void write(const std::filesystem::path& file) const;

 private:
  std::map<std::string, Sent> given_;
};

}  // namespace hoego
