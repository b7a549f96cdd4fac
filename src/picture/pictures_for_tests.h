#pragma once
#include <libheif/heif.h>
#include <png.h>

#include <stdexcept>
#include <string>

#include "picture/decoders.h"
#include "picture/pixels.h"

// Pictures for tests, made by the same libraries that read them.
namespace hoego::made {

/// Red above, blue below.
inline Pixels red_above_blue(int width, int height) {
  Pixels out(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) out.at(x, y)[y < height / 2 ? 0 : 2] = 255;
  }
  return out;
}

/// A JPEG whose Exif states this orientation.
inline std::string turned_jpeg(const Pixels& pixels, int orientation) {
  const std::string plain = encode_jpeg(pixels);
  std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 24);
  exif += std::string(1, '\0') + static_cast<char>(orientation) + std::string(6, '\0');
  const auto length = static_cast<char>(exif.size() + 2);
  return plain.substr(0, 2) + "\xFF\xE1" + std::string(1, '\0') + length + exif + plain.substr(2);
}

inline std::string png(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.bytes.data(), 0, nullptr);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.bytes.data(), 0, nullptr) == 0)
    throw std::runtime_error(static_cast<const char*>(image.message));
  return bytes.substr(0, size);
}

inline heif_error append(heif_context* /*context*/, const void* data, std::size_t size, void* to) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

/// Empty where the machine's libheif cannot write it.
inline std::string heif(const Pixels& pixels, heif_compression_format format) {
  heif_context* context = heif_context_alloc();
  heif_encoder* encoder = nullptr;
  std::string bytes;
  if (heif_context_get_encoder_for_format(context, format, &encoder).code == heif_error_Ok) {
    heif_image* image = nullptr;
    heif_image_create(pixels.width, pixels.height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, pixels.width, pixels.height, 8);
    int stride = 0;
    std::uint8_t* rows = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < pixels.height; ++y)
      std::copy_n(pixels.at(0, y), pixels.width * 3, rows + static_cast<std::ptrdiff_t>(y) * stride);
    heif_image_handle* handle = nullptr;
    heif_context_encode_image(context, image, encoder, nullptr, &handle);
    heif_writer writer{1, append};
    heif_context_write(context, &writer, &bytes);
    heif_image_handle_release(handle);
    heif_image_release(image);
    heif_encoder_release(encoder);
  }
  heif_context_free(context);
  return bytes;
}

}  // namespace hoego::made
