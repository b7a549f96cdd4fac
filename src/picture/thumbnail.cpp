#include "picture/thumbnail.h"

#include "picture/decoders.h"
#include "picture/trouble.h"

namespace hoego {
namespace {

bool is_heif(std::string_view bytes) {
  if (bytes.substr(4, 4) != "ftyp") return false;
  const std::string_view brand = bytes.substr(8, 4);
  for (const std::string_view known :
       {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"}) {
    if (brand == known) return true;
  }
  return false;
}

Pixels decoded(std::string_view bytes, Box box) {
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return decode_jpeg(bytes, box);
  if (bytes.size() >= 12 && is_heif(bytes)) return decode_heif(bytes, box);
  if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n") {
    const Pixels whole = decode_png(bytes);
    return shrunk(whole, fitted(whole.width, whole.height, box));
  }
  throw PictureError(Trouble::NotKnown, "this kind of picture has no preview", "", "open the original");
}

}  // namespace

std::string thumbnail_of(std::string_view picture, Box box) {
  return encode_jpeg(decoded(picture, box));
}

}  // namespace hoego
