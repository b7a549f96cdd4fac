#include <fmt/format.h>
#include <turbojpeg.h>

#include <memory>

#include "picture/decoders.h"
#include "picture/orientation.h"
#include "picture/trouble.h"

namespace hoego {
namespace {

constexpr std::uint64_t most_pixels = 600'000'000;  // a panorama of 200 MB has about as many
constexpr int quality = 82;

struct Ends {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, Ends>;

struct Frees {
  void operator()(unsigned char* bytes) const { tjFree(bytes); }
};

[[noreturn]] void damaged(const Handle& handle) {
  throw PictureError(Trouble::Damaged,
                     fmt::format("the JPEG cannot be read: {}", tjGetErrorStr2(handle.get())), "",
                     "see whether it opens elsewhere; a copy of it may be whole");
}

/// The smallest of the sizes in which it can be decoded that is not smaller than wanted.
Box scaled_to(int width, int height, Box wanted) {
  int count = 0;
  const tjscalingfactor* factors = tjGetScalingFactors(&count);
  Box best{width, height};
  for (int i = 0; i < count; ++i) {
    const Box one{TJSCALED(width, factors[i]), TJSCALED(height, factors[i])};
    if (one.width >= wanted.width && one.height >= wanted.height && one.width < best.width) best = one;
  }
  return best;
}

const unsigned char* start(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// A print's four inks (Adobe's, inverted) as light; without a profile, which thumbnails can do without.
Pixels light_of(const std::vector<std::uint8_t>& inks, Box size) {
  Pixels out(size.width, size.height);
  for (std::size_t i = 0; i < out.bytes.size() / 3; ++i) {
    const int black = inks[4 * i + 3];
    for (std::size_t c = 0; c < 3; ++c)
      out.bytes[3 * i + c] = static_cast<std::uint8_t>(inks[4 * i + c] * black / 255);
  }
  return out;
}

Pixels decoded(const Handle& handle, std::string_view bytes, Box size, int colours) {
  const bool inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
  Pixels out(inks ? 0 : size.width, inks ? 0 : size.height);
  std::vector<std::uint8_t> four;
  if (inks)
    four.resize(std::size_t{4} * static_cast<std::size_t>(size.width) *
                static_cast<std::size_t>(size.height));
  // A picture of which the end is missing shows what there is.
  const int failed =
      tjDecompress2(handle.get(), start(bytes), bytes.size(), inks ? four.data() : out.bytes.data(),
                    size.width, 0, size.height, inks ? TJPF_CMYK : TJPF_RGB, TJFLAG_LIMITSCANS);
  if (failed != 0 && tjGetErrorCode(handle.get()) != TJERR_WARNING) damaged(handle);
  return inks ? light_of(four, size) : out;
}

}  // namespace

Pixels decode_jpeg(std::string_view bytes, Box box) {
  const Handle handle(tjInitDecompress());
  int width = 0;
  int height = 0;
  int sampling = 0;
  int colours = 0;
  if (tjDecompressHeader3(handle.get(), start(bytes), bytes.size(), &width, &height, &sampling, &colours) !=
      0)
    damaged(handle);
  check_size(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height), most_pixels);
  const int orientation = jpeg_orientation(bytes);
  const Box stored_box = lies_on_its_side(orientation) ? Box{box.height, box.width} : box;
  const Box wanted = fitted(width, height, stored_box);
  const Pixels large = decoded(handle, bytes, scaled_to(width, height, wanted), colours);
  return upright(shrunk(large, wanted), orientation);
}

std::string encode_jpeg(const Pixels& pixels) {
  const Handle handle(tjInitCompress());
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int failed = tjCompress2(handle.get(), pixels.bytes.data(), pixels.width, 0, pixels.height, TJPF_RGB,
                                 &bytes, &size, TJSAMP_420, quality, 0);
  const std::unique_ptr<unsigned char, Frees> owned(bytes);
  if (failed != 0) damaged(handle);
  return {reinterpret_cast<const char*>(bytes), size};
}

void check_size(std::uint64_t width, std::uint64_t height, std::uint64_t most) {
  if (width == 0 || height == 0)
    throw PictureError(Trouble::Damaged, "the picture has no pixels", "", "see whether it opens elsewhere");
  if (width * height > most)
    throw PictureError(
        Trouble::TooLarge,
        fmt::format("the picture has {} × {} pixels, which is more than is shown", width, height), "",
        "open the original");
}

}  // namespace hoego
