#include <fmt/format.h>
#include <png.h>

#include <memory>

#include "picture/decoders.h"
#include "picture/trouble.h"

namespace hoego {
namespace {

constexpr std::uint64_t most_pixels = 150'000'000;

/// libpng's simplified interface (libpng manual, V): no jumps, and the background is put under.
class Reader {
 public:
  Reader() { image_.version = PNG_IMAGE_VERSION; }
  ~Reader() { png_image_free(&image_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Pixels read(std::string_view bytes) {
    if (png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) == 0) damaged();
    check_size(image_.width, image_.height, most_pixels);
    image_.format = PNG_FORMAT_RGB;
    Pixels out(static_cast<int>(image_.width), static_cast<int>(image_.height));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image_, &white, out.bytes.data(), 0, nullptr) == 0) damaged();
    return out;
  }

 private:
  [[noreturn]] void damaged() const {
    throw PictureError(Trouble::Damaged, fmt::format("the PNG cannot be read: {}", image_.message), "",
                       "see whether it opens elsewhere; a copy of it may be whole");
  }

  png_image image_{};
};

}  // namespace

Pixels decode_png(std::string_view bytes) {
  return Reader().read(bytes);
}

}  // namespace hoego
