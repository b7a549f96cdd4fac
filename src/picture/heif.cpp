#include <fmt/format.h>
#include <libheif/heif.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "picture/decoders.h"
#include "picture/trouble.h"

namespace hoego {
namespace {

constexpr std::uint64_t most_pixels = 150'000'000;
constexpr int longest_side = 32'768;

struct Ends {
  void operator()(heif_context* context) const { heif_context_free(context); }
  void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
  void operator()(heif_image* image) const { heif_image_release(image); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Ends>;

void check(const heif_error& error) {
  if (error.code == heif_error_Ok) return;
  const bool unknown =
      error.code == heif_error_Unsupported_filetype || error.code == heif_error_Unsupported_feature;
  throw PictureError(unknown ? Trouble::NotKnown : Trouble::Damaged,
                     fmt::format("the HEIC or AVIF cannot be read: {}", error.message), "",
                     "see whether it opens elsewhere; a copy of it may be whole");
}

Owned<heif_image_handle> primary(heif_context* context) {
  heif_image_handle* handle = nullptr;
  check(heif_context_get_primary_image_handle(context, &handle));
  return Owned<heif_image_handle>(handle);
}

/// Three quarters of it will do: the thumbnail is fifty times quicker than the picture.
bool is_large_enough(heif_image_handle* small, Box wanted) {
  return 4 * heif_image_handle_get_width(small) >= 3 * wanted.width &&
         4 * heif_image_handle_get_height(small) >= 3 * wanted.height;
}

/// The first embedded thumbnail that is large enough; null where there is none.
Owned<heif_image_handle> thumbnail(heif_image_handle* of, Box wanted) {
  heif_item_id id = 0;
  heif_image_handle* found = nullptr;
  if (heif_image_handle_get_list_of_thumbnail_IDs(of, &id, 1) != 1) return nullptr;
  if (heif_image_handle_get_thumbnail(of, id, &found).code != heif_error_Ok) return nullptr;
  Owned<heif_image_handle> small(found);
  return is_large_enough(small.get(), wanted) ? std::move(small) : nullptr;
}

Pixels decoded(heif_image_handle* handle) {
  heif_image* raw = nullptr;
  check(heif_decode_image(handle, &raw, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr));
  const Owned<heif_image> image(raw);
  int stride = 0;
  const std::uint8_t* rows = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
  Pixels out(heif_image_get_width(image.get(), heif_channel_interleaved),
             heif_image_get_height(image.get(), heif_channel_interleaved));
  if (rows == nullptr || stride < 3 * out.width || out.width < 1 || out.height < 1)
    throw PictureError(Trouble::Damaged, "the HEIC or AVIF has no pixels", "",
                       "see whether it opens elsewhere");
  for (int y = 0; y < out.height; ++y)
    std::memcpy(out.at(0, y), rows + static_cast<std::ptrdiff_t>(y) * stride,
                static_cast<std::size_t>(out.width) * 3);
  return out;
}

}  // namespace

Pixels decode_heif(std::string_view bytes, Box box) {
  const Owned<heif_context> context(heif_context_alloc());
  heif_context_set_maximum_image_size_limit(context.get(), longest_side);
  check(heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr));
  const Owned<heif_image_handle> whole = primary(context.get());
  const int width = heif_image_handle_get_width(whole.get());
  const int height = heif_image_handle_get_height(whole.get());
  check_size(static_cast<std::uint64_t>(std::max(width, 0)), static_cast<std::uint64_t>(std::max(height, 0)),
             most_pixels);
  const Box wanted = fitted(width, height, box);
  const Owned<heif_image_handle> small = thumbnail(whole.get(), wanted);
  // libheif turns and mirrors by itself.
  return shrunk(decoded(small ? small.get() : whole.get()), wanted);
}

}  // namespace hoego
