#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sources/input.h"

namespace hoego {

/// One XML part of a package, read as it is unpacked. No entity is resolved and nothing is fetched; a
/// document type, a depth over 256 or a text over 10 MB ends the part as broken.
class XmlPart {
 public:
  enum class Node {
    Begin,   ///< of an element; one without content is followed by its End
    End,     ///< of an element
    Text,    ///< also blanks and CDATA
    Over,    ///< the part was whole
    Broken,  ///< cut off, damaged, or larger than allowed: nothing follows
  };

  virtual ~XmlPart() = default;
  virtual Node next() = 0;
  /// Of the element that begins or ends, without its prefix; valid until `next`.
  virtual std::string_view name() const = 0;
  /// Of the element that begins, by its name without a prefix.
  virtual std::optional<std::string> attribute(const char* name) const = 0;
  /// Of a Text; valid until `next`.
  virtual std::string_view text() const = 0;
  /// Whether it is broken because more would be unpacked than allowed.
  virtual bool too_large() const = 0;
};

/// XML parts in a zip (ECMA-376, part 2), as spreadsheets are.
class Package {
 public:
  static constexpr std::uint64_t most_bytes = std::uint64_t{64} << 20;

  virtual ~Package() = default;
  /// Null where there is none, or none without a password. At most `most` bytes are unpacked. The package
  /// must outlive it.
  virtual std::unique_ptr<XmlPart> part(const std::string& path, std::uint64_t most) = 0;
};

/// `input` must outlive the package; `name` is what errors say. Throws Error for what is no zip or over
/// `most_bytes`.
std::unique_ptr<Package> open_package(Input& input, const std::string& name);

}  // namespace hoego
