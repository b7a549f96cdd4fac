#pragma once
#include <string>

#include "read_unit.h"
#include "sources/json_items_head.h"

namespace hoego::fuzz {

/// Bytes as a file that lies in memory.
class OneFile : public Files {
 public:
  explicit OneFile(std::string bytes) : bytes_(std::move(bytes)) {}
  std::unique_ptr<Input> open(const std::string& path) const override { return input_of(bytes_, path); }

 private:
  std::string bytes_;
};

/// The look that recognises a file, then reading it, with all texts kept.
inline void read_json_with(const Source& source, const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  source.recognise({"/x/a.json", "a.json", false, size, std::string_view(bytes).substr(0, 4096), {}});
  const OneFile file(bytes);
  ReadOptions options;
  options.keep_text = true;
  CheckingSink sink;
  try {
    source.read({"/x", "a.json", {}, &file}, options, sink);
  } catch (const Error&) {
  }
}

}  // namespace hoego::fuzz
