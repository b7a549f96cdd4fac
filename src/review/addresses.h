#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace hoego {

/// Takes out of foreign words what leads to a person or a machine: links, e-mail addresses, paths, telephone
/// and account numbers, coordinates, and streets with a number. In the place of each stands "…".
class Addresses {
 public:
  Addresses();
  ~Addresses();
  Addresses(Addresses&&) noexcept;
  Addresses& operator=(Addresses&&) noexcept;

  /// "…" alone for a text that takes too long to look through. One at a time: not for several threads.
  std::string without(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hoego
