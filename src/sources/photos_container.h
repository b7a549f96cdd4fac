#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// How a picture's file is built, told by its first bytes alone.
enum class PhotoFormat {
  Jpeg,  ///< ITU-T T.81, Annex B
  Png,   ///< ISO/IEC 15948
  WebP,  ///< https://developers.google.com/speed/webp/docs/riff_container
  Heif,  ///< HEIC and AVIF: ISO/IEC 23008-12 over ISO/IEC 14496-12
  Tiff,  ///< TIFF 6.0 and the raw files that are TIFF: DNG, CR2, NEF, ARW, PEF, SRW, ORF, RW2
  Raf,   ///< Fujifilm raw
  Cr3,   ///< Canon raw over ISO/IEC 14496-12
  Raw,   ///< other raw files: CRW, MRW
};

/// Nothing for anything else. `head` is the beginning of the file; 32 bytes suffice.
std::optional<PhotoFormat> photo_format(std::string_view head);

/// A picture's file taken apart, nothing decoded. Views point into the bytes it was read from.
struct PhotoParts {
  std::string exif;                     ///< TIFF block, from its byte order mark on; empty if there is none
  std::string xmp;                      ///< XMP packet; empty if there is none
  std::vector<std::string_view> image;  ///< the compressed picture itself without any metadata, in order
  int width = 0;                        ///< pixels as stored; 0: not told
  int height = 0;
  bool cut_short = false;        ///< the file ends before the picture does
  bool hidden_metadata = false;  ///< metadata in a wrapping that only the parser library understands (PNG)
};

/// Each takes a whole file of its format. Never fails: hostile or cut bytes give fewer parts.
PhotoParts jpeg_parts(std::string_view file);
PhotoParts png_parts(std::string_view file);
PhotoParts webp_parts(std::string_view file);
PhotoParts heif_parts(std::string_view file);
PhotoParts raf_parts(std::string_view file);

/// What the picture *is*, whatever its metadata: "image:" and a hash of the length and the first and last 64
/// KiB of its image data; of the whole file where the image data cannot be told apart.
std::string image_identity(const std::vector<std::string_view>& image, std::string_view file);

}  // namespace hoego
