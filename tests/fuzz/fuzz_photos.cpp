#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "read_unit.h"
#include "sources/photos.h"
#include "sources/photos_companions.h"

namespace {

constexpr std::string_view bare_picture = "\x89PNG\r\n\x1A\n";

/// The bytes under some names, a picture that says nothing under all others.
class Folder : public hoego::Files {
 public:
  Folder(std::string bytes, std::vector<std::string> names)
      : bytes_(std::move(bytes)), names_(std::move(names)) {}

  std::unique_ptr<hoego::Input> open(const std::string& path) const override {
    for (const std::string& name : names_) {
      if (name == path) return hoego::input_of(bytes_, path);
    }
    return hoego::input_of(std::string(bare_picture), path);
  }
  void read(const std::string& main, std::vector<std::string> companions) const {
    hoego::fuzz::CheckingSink sink;
    hoego::Unit unit;
    unit.path = main;
    unit.companions = std::move(companions);
    unit.files = this;
    try {
      hoego::photos_source.read(unit, {}, sink);
    } catch (const hoego::Error&) {
      return;  // a unit that cannot be read
    }
  }

 private:
  std::string bytes_;
  std::vector<std::string> names_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Folder(bytes, {"20240315_120102.mov"}).read("20240315_120102.mov", {});
  // As both halves of a pair, as a sidecar of either form, and as a name.
  Folder(bytes, {"20240315_120102.jpg", "20240315_120102.MOV"})
      .read("20240315_120102.jpg", {"20240315_120102.MOV"});
  Folder(bytes, {"20240315_120102.MOV"}).read("20240315_120102.jpg", {"20240315_120102.MOV"});
  Folder(bytes, {"a.xmp"}).read("a.jpg", {"a.xmp"});
  Folder(bytes, {"a.jpg.json"}).read("a.jpg", {"a.jpg.json"});
  const std::string name = bytes.substr(0, 255);
  if (hoego::may_accompany_photo(name)) hoego::photo_companions(name, {name});
  hoego::photo_companions(name, {"a.jpg.json"});
  return 0;
}
