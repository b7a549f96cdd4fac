// HEIC and AVIF: boxes of ISO/IEC 14496-12 (8.11: items, their places) with the picture items of
// ISO/IEC 23008-12. The metadata are items beside the picture's own, so the same walk that tells them apart
// for the identity hands them out; the parser library is asked only to decode them.
#include <algorithm>
#include <functional>
#include <map>

#include "sources/photos_bytes.h"
#include "sources/photos_container.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t longest_metadata = 8 << 20;
constexpr std::uint64_t longest_search = 16 << 20;
constexpr std::size_t most_extents = 1 << 20;

struct Extent {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct Item {
  std::string_view type;          ///< four characters: hvc1, grid, Exif, mime…
  std::string_view content_type;  ///< of a mime item
  bool in_file = false;           ///< extents count from the beginning of the file
  std::vector<Extent> extents;
};

using Items = std::map<std::uint64_t, Item>;

/// Calls `visit(kind, content)` for every box; the last may be cut short. False if it was.
bool for_each_box(std::string_view bytes,
                  const std::function<void(std::string_view, std::string_view)>& visit) {
  std::uint64_t at = 0;
  while (at + 8 <= bytes.size()) {
    std::uint64_t size = *big_endian(bytes, at, 4);
    std::uint64_t header = 8;
    if (size == 1) {
      size = big_endian(bytes, at + 8, 8).value_or(0);
      header = 16;
    } else if (size == 0) {
      size = bytes.size() - at;
    }
    if (size < header) return false;
    visit(slice(bytes, at + 4, 4), slice(bytes, at + header, size - header));
    if (size > bytes.size() - at) return false;
    at += size;
  }
  return true;
}

void read_item_info(Items& items, std::string_view box) {
  const std::uint64_t version = big_endian(box, 0, 1).value_or(0);
  const std::uint64_t entries_at = version == 0 ? 6 : 8;
  for_each_box(slice(box, entries_at, box.size()), [&](std::string_view kind, std::string_view entry) {
    const std::uint64_t entry_version = big_endian(entry, 0, 1).value_or(0);
    if (kind != "infe" || entry_version < 2) return;
    const unsigned id_width = entry_version == 2 ? 2 : 4;
    const auto id = big_endian(entry, 4, id_width);
    if (!id) return;
    Item& item = items[*id];
    const std::uint64_t type_at = 4 + id_width + 2;
    item.type = slice(entry, type_at, 4);
    const std::size_t name_end = entry.find('\0', type_at + 4);
    if (item.type != "mime" || name_end == std::string_view::npos) return;
    const std::string_view rest = entry.substr(name_end + 1);
    item.content_type = rest.substr(0, rest.find('\0'));
  });
}

/// Reads the numbers of the item location box one after another; `ok` turns false at its end.
class LocationReader {
 public:
  LocationReader(std::string_view box, std::uint64_t at) : box_(box), at_(at) {}
  std::uint64_t number(unsigned width) {
    const auto value = big_endian(box_, at_, width);
    ok = ok && value.has_value();
    at_ += width;
    return value.value_or(0);
  }
  bool ok = true;

 private:
  std::string_view box_;
  std::uint64_t at_;
};

bool is_width(unsigned width) {
  return width == 0 || width == 4 || width == 8;
}

void read_item_locations(Items& items, std::string_view box) {
  const auto version = static_cast<unsigned>(big_endian(box, 0, 1).value_or(0));
  const auto widths = static_cast<unsigned>(big_endian(box, 4, 2).value_or(0));
  const unsigned offset_width = widths >> 12 & 15;
  const unsigned length_width = widths >> 8 & 15;
  const unsigned base_width = widths >> 4 & 15;
  const unsigned index_width = version == 0 ? 0 : widths & 15;
  if (version > 2 || !is_width(offset_width) || !is_width(length_width) || !is_width(base_width) ||
      !is_width(index_width)) {
    return;
  }
  const unsigned id_width = version == 2 ? 4 : 2;
  LocationReader in(box, 6);
  std::size_t extents = 0;
  for (std::uint64_t left = in.number(id_width); left > 0 && in.ok; --left) {
    Item& item = items[in.number(id_width)];
    item.in_file = version == 0 || (in.number(2) & 15) == 0;
    item.in_file = in.number(2) == 0 && item.in_file;  // not in another file
    const std::uint64_t base = in.number(base_width);
    for (std::uint64_t more = in.number(2); more > 0 && in.ok && ++extents < most_extents; --more) {
      in.number(index_width);
      const std::uint64_t offset = base + in.number(offset_width);
      item.extents.push_back({offset, in.number(length_width)});
    }
  }
}

void read_largest_size(PhotoParts& parts, std::string_view properties) {
  for_each_box(properties, [&](std::string_view kind, std::string_view container) {
    if (kind != "ipco") return;
    for_each_box(container, [&](std::string_view property, std::string_view content) {
      if (property != "ispe") return;
      const auto width = static_cast<int>(big_endian(content, 4, 4).value_or(0) & 0x7FFFFFFF);
      const auto height = static_cast<int>(big_endian(content, 8, 4).value_or(0) & 0x7FFFFFFF);
      if (std::int64_t{width} * height <= std::int64_t{parts.width} * parts.height) return;
      parts.width = width;
      parts.height = height;
    });
  });
}

std::string joined(std::string_view file, const Item& item) {
  std::string bytes;
  if (!item.in_file) return bytes;
  for (const Extent& extent : item.extents) {
    const std::string_view piece = slice(file, extent.offset, extent.length);
    if (bytes.size() + piece.size() > longest_metadata) return {};
    bytes.append(piece);
  }
  return bytes;
}

/// An Exif item begins with the distance of the TIFF block from the field's own end (23008-12, A.2.1).
std::string tiff_block(const std::string& payload) {
  const std::uint64_t distance = big_endian(payload, 0, 4).value_or(payload.size());
  std::string_view block = slice(payload, 4 + distance, payload.size());
  if (block.substr(0, 6) == "Exif\0\0"sv) block.remove_prefix(6);
  return std::string(block);
}

/// For files whose list of items is lost or broken.
std::string search_tiff_block(std::string_view file) {
  const std::size_t found = file.substr(0, longest_search).find("Exif\0\0"sv);
  if (found == std::string_view::npos) return {};
  return std::string(slice(file, found + 6, std::uint64_t{1} << 16));
}

void take_items(PhotoParts& parts, std::string_view file, const Items& items) {
  for (const auto& [id, item] : items) {
    if (item.type == "Exif" && parts.exif.empty()) {
      parts.exif = tiff_block(joined(file, item));
    } else if (item.type == "mime") {
      if (item.content_type == "application/rdf+xml" && parts.xmp.empty()) parts.xmp = joined(file, item);
    } else if (item.type != "Exif" && item.type != "uri " && item.in_file) {
      for (const Extent& extent : item.extents) {
        const std::string_view piece = slice(file, extent.offset, extent.length);
        parts.cut_short = parts.cut_short || piece.size() < extent.length;
        if (!piece.empty()) parts.image.push_back(piece);
      }
    }
  }
}

}  // namespace

PhotoParts heif_parts(std::string_view file) {
  PhotoParts parts;
  Items items;
  std::vector<std::string_view> media;
  const bool whole = for_each_box(file, [&](std::string_view kind, std::string_view content) {
    if (kind == "mdat") media.push_back(content);
    if (kind != "meta" || !items.empty()) return;
    for_each_box(slice(content, 4, content.size()), [&](std::string_view inner, std::string_view box) {
      if (inner == "iinf") read_item_info(items, box);
      if (inner == "iloc") read_item_locations(items, box);
      if (inner == "iprp") read_largest_size(parts, box);
    });
  });
  parts.cut_short = !whole;
  take_items(parts, file, items);
  if (parts.exif.empty() && (items.empty() || parts.cut_short)) parts.exif = search_tiff_block(file);
  if (parts.image.empty()) parts.image = std::move(media);
  return parts;
}

}  // namespace hoego
