#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sources/input.h"

namespace hoego {

/// An XML document's bytes as clean UTF-8, piece by piece, whatever its encoding; see `read_xml`. A piece
/// ends between characters. Belongs to one thread; the input must outlive it.
class XmlText {
 public:
  explicit XmlText(Input& input) : input_(input) {}
  /// The next piece; empty at the end.
  std::string next();

 private:
  enum class Form { Unknown, Utf8, Utf16, Named };

  void look_at_the_start();
  bool fill();
  std::size_t end_of_piece() const;
  std::string decoded(std::string_view bytes);
  void decide(std::string_view bytes);

  Input& input_;
  std::uint64_t read_ = 0;
  bool at_end_ = false;
  bool begun_ = false;
  std::string bytes_;  ///< read, not yet handed out
  Form form_ = Form::Unknown;
  std::string encoding_;  ///< ICU's name, for Utf16 and Named
};

}  // namespace hoego
