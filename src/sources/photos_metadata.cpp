#include "sources/photos_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exiv2/exiv2.hpp>
#include <map>

#include "base/text.h"
#include "sources/photos_bytes.h"

namespace hoego {
namespace {

/// Deeper nesting than any program writes would exhaust the library's stack: it reads XMP by recursion.
constexpr int deepest_xmp = 64;
constexpr std::size_t longest_xmp = 4 << 20;
constexpr long most_strips = 1 << 20;

/// Once a process: what the library wants to be told before it is used.
void prepare_library() {
  static const bool prepared = [] {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::enableBMFF(true);
    return Exiv2::XmpParser::initialize();
  }();
  static_cast<void>(prepared);
}

std::string text_of(const Exiv2::Exifdatum& datum) {
  if (datum.typeId() != Exiv2::asciiString) return {};
  std::string text = datum.toString();
  text.resize(std::min(text.size(), text.find('\0')));
  return trim(text);
}

// --- position ---

std::optional<double> rational(const Exiv2::Exifdatum& datum, long index) {
  const auto type = datum.typeId();
  if (type != Exiv2::unsignedRational && type != Exiv2::signedRational) return std::nullopt;
  if (index >= datum.count()) return std::nullopt;
  const Exiv2::Rational value = datum.toRational(index);
  if (value.second == 0) return std::nullopt;
  if (type == Exiv2::signedRational) return static_cast<double>(value.first) / value.second;
  return static_cast<double>(static_cast<std::uint32_t>(value.first)) /
         static_cast<std::uint32_t>(value.second);
}

/// The tags of the GPS directory (CIPA DC-008, 4.6.6), gathered before they are judged together.
struct GpsTags {
  const Exiv2::Exifdatum* latitude = nullptr;
  const Exiv2::Exifdatum* longitude = nullptr;
  const Exiv2::Exifdatum* time = nullptr;
  std::string latitude_side, longitude_side, day;
};

/// Degrees, minutes and seconds as one number; the minutes and seconds may be left out, but not be broken.
std::optional<double> degrees(const Exiv2::Exifdatum& datum) {
  double sum = 0;
  double part = 1;
  for (long i = 0; i < std::max(1L, std::min(3L, static_cast<long>(datum.count()))); ++i, part /= 60) {
    const auto value = rational(datum, i);
    if (!value) return std::nullopt;
    sum += *value * part;
  }
  return sum;
}

StatedPosition judged(double latitude, double longitude) {
  const auto position = coordinates(latitude, longitude);
  if (position) return {position, {}};
  if (latitude == 0 && longitude == 0) return {{}, "the position is 0, 0, which means unknown"};
  return {{}, fmt::format("the position {:.6g}, {:.6g} is not on Earth", latitude, longitude)};
}

bool is_side(const std::string& side, std::string_view both) {
  return !side.empty() && both.find(side[0]) != std::string_view::npos;
}

StatedPosition position_of(const GpsTags& tags) {
  const auto states = [](const Exiv2::Exifdatum* datum) { return datum != nullptr && datum->count() > 0; };
  if (!states(tags.latitude) && !states(tags.longitude)) return {};
  if (!states(tags.latitude) || !states(tags.longitude)) return {{}, "half of the GPS position is missing"};
  const auto latitude = degrees(*tags.latitude);
  const auto longitude = degrees(*tags.longitude);
  if (!latitude || !longitude) return {{}, "the GPS position has a zero denominator or is no number"};
  if (!is_side(tags.latitude_side, "NSns") || !is_side(tags.longitude_side, "EWew")) {
    return {{}, "the GPS position does not say north or south, east or west"};
  }
  return judged(is_side(tags.latitude_side, "Ss") ? -*latitude : *latitude,
                is_side(tags.longitude_side, "Ww") ? -*longitude : *longitude);
}

std::optional<Instant> time_of(const GpsTags& tags) {
  if (tags.time == nullptr || tags.day.size() < 10) return std::nullopt;
  std::string day = tags.day.substr(0, 10);
  std::replace(day.begin(), day.end(), ':', '-');
  const auto date = Date::parse(day);
  const auto hour = rational(*tags.time, 0);
  const auto minute = rational(*tags.time, 1);
  const auto second = rational(*tags.time, 2);
  if (!date || date->year() < 1980 || !hour || !minute || !second) return std::nullopt;  // GPS began in 1980
  if (!(*hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60 && *second >= 0 && *second < 61)) {
    return std::nullopt;
  }
  const double in_day = *hour * 3600 + *minute * 60 + *second;
  return instant(WallTime::at(*date, static_cast<int>(std::min(in_day, 86399.0))), Offset{0});
}

// --- EXIF ---

void read_main_tag(ExifFacts& facts, const Exiv2::Exifdatum& datum) {
  switch (datum.tag()) {
    case 0x010F:
      facts.make = text_of(datum);
      break;
    case 0x0110:
      facts.model = text_of(datum);
      break;
    case 0x0132:
      facts.modified = text_of(datum);
      break;
    case 0x9003:  // TIFF/EP raw files have it here
      if (facts.original.empty()) facts.original = text_of(datum);
      break;
    default:
      break;
  }
}

void read_photo_tag(ExifFacts& facts, const Exiv2::Exifdatum& datum) {
  switch (datum.tag()) {
    case 0x9003:
      facts.original = text_of(datum);
      break;
    case 0x9004:
      facts.digitized = text_of(datum);
      break;
    case 0x9010:
      facts.modified_offset = text_of(datum);
      break;
    case 0x9011:
      facts.original_offset = text_of(datum);
      break;
    case 0x9012:
      facts.digitized_offset = text_of(datum);
      break;
    default:
      break;
  }
}

void read_gps_tag(GpsTags& tags, const Exiv2::Exifdatum& datum) {
  switch (datum.tag()) {
    case 1:
      tags.latitude_side = text_of(datum);
      break;
    case 2:
      tags.latitude = &datum;
      break;
    case 3:
      tags.longitude_side = text_of(datum);
      break;
    case 4:
      tags.longitude = &datum;
      break;
    case 7:
      tags.time = &datum;
      break;
    case 29:
      tags.day = text_of(datum);
      break;
    default:
      break;
  }
}

ExifFacts facts_of(const Exiv2::ExifData& data) {
  ExifFacts facts;
  GpsTags gps;
  for (const Exiv2::Exifdatum& datum : data) {
    const std::string group = datum.groupName();
    if (group == "Image" || group == "PanasonicRaw") {
      read_main_tag(facts, datum);
    } else if (group == "Photo") {
      read_photo_tag(facts, datum);
    } else if (group == "GPSInfo") {
      read_gps_tag(gps, datum);
    }
  }
  facts.gps = position_of(gps);
  facts.gps_time = time_of(gps);
  return facts;
}

/// Renames the maker's notes in the block to a tag nobody reads: decoding them costs ten times as much as all
/// else, and nothing that is needed is in them.
void hide_maker_notes(std::string& block) {
  const auto numbers = TiffNumbers::of(block);
  if (!numbers) return;
  const auto main = numbers->at(4, 4);
  if (!main) return;
  const auto pointer = numbers->entry(*main, 0x8769);
  if (!pointer) return;
  const auto directory = numbers->at(*pointer + 8, 4);
  if (!directory) return;
  const auto notes = numbers->entry(*directory, 0x927C);
  if (!notes || *notes + 8 > block.size()) return;  // cut inside the entry
  const auto at = static_cast<std::ptrdiff_t>(*notes);
  std::fill_n(block.begin() + at + 4, 4, '\0');  // no values
  block[*notes + (block[0] == 'I' ? 0 : 1)] = '\x7F';
}

// --- XMP ---

/// A number, or "38,24.3117S", "38,24,18S" (ISO 16684-2, GPSCoordinate).
std::optional<double> xmp_degrees(const std::string& text) {
  double sum = 0;
  double part = 1;
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i, part /= 60) {
    const std::string rest = text.substr(at, 32);
    char* end = nullptr;
    const double value = std::strtod(rest.c_str(), &end);
    if (end == rest.c_str() || !std::isfinite(value)) return std::nullopt;
    sum += value * part;
    at += static_cast<std::size_t>(end - rest.c_str());
    if (at >= text.size() || text[at] != ',') break;
    ++at;
  }
  const std::string side = trim(std::string_view(text).substr(at));
  if (side.empty()) return sum;
  if (side.size() != 1 || std::string_view("NSEWnsew").find(side[0]) == std::string_view::npos)
    return std::nullopt;
  return is_side(side, "SsWw") ? -sum : sum;
}

std::string property(const Exiv2::XmpData& data, const char* key) {
  const auto found = data.findKey(Exiv2::XmpKey(key));
  return found == data.end() ? std::string() : trim(found->toString());
}

XmpFacts facts_of(const Exiv2::XmpData& data) {
  XmpFacts facts;
  if (data.empty()) return facts;
  facts.original = property(data, "Xmp.exif.DateTimeOriginal");
  facts.created = property(data, "Xmp.photoshop.DateCreated");
  facts.made = property(data, "Xmp.xmp.CreateDate");
  facts.gps_time = property(data, "Xmp.exif.GPSTimeStamp");
  facts.make = property(data, "Xmp.tiff.Make");
  facts.model = property(data, "Xmp.tiff.Model");
  const std::string latitude = property(data, "Xmp.exif.GPSLatitude");
  const std::string longitude = property(data, "Xmp.exif.GPSLongitude");
  if (latitude.empty() || longitude.empty()) return facts;
  const auto north = xmp_degrees(latitude);
  const auto east = xmp_degrees(longitude);
  facts.gps =
      north && east
          ? judged(*north, *east)
          : StatedPosition{{},
                           fmt::format("the position {}, {} is no number", clean_text(latitude.substr(0, 40)),
                                       clean_text(longitude.substr(0, 40)))};
  return facts;
}

bool too_deep(std::string_view xml) {
  int depth = 0;
  for (std::size_t i = xml.find('<'); i != std::string_view::npos; i = xml.find('<', i + 1)) {
    const char next = i + 1 < xml.size() ? xml[i + 1] : '\0';
    if (next == '/') {
      --depth;
    } else if (next != '?' && next != '!') {
      const std::size_t end = xml.find('>', i);
      const bool closed = end != std::string_view::npos && xml[end - 1] == '/';
      if (!closed && ++depth > deepest_xmp) return true;
    }
  }
  return false;
}

/// The XMP packet of a TIFF file (tag 700), which the library decodes unasked.
std::string_view packet_in_tiff(std::string_view file) {
  const auto numbers = TiffNumbers::of(file);
  if (!numbers) return {};
  const auto entry = numbers->entry(numbers->at(4, 4).value_or(file.size()), 700);
  if (!entry) return {};
  return slice(file, numbers->at(*entry + 8, 4).value_or(file.size()),
               numbers->at(*entry + 4, 4).value_or(0));
}

// --- raw files ---

/// Where the pictures of a TIFF file lie (TIFF 6.0, sections 8 and 15), by directory.
struct Strips {
  const Exiv2::Exifdatum* offsets = nullptr;
  const Exiv2::Exifdatum* lengths = nullptr;
  std::uint64_t rest_from = 0;  ///< Panasonic: from here to the end of the file
  int width = 0;
  int height = 0;
};

int pixels(const Exiv2::Exifdatum& datum) {
  const long value = datum.count() > 0 ? static_cast<long>(datum.toLong(0)) : 0;
  return value > 0 && value < 1'000'000 ? static_cast<int>(value) : 0;
}

void read_strip_tag(Strips& strips, const Exiv2::Exifdatum& datum) {
  switch (datum.tag()) {
    case 0x0100:
      strips.width = pixels(datum);
      break;
    case 0x0101:
      strips.height = pixels(datum);
      break;
    case 0x0111:
    case 0x0144:
      strips.offsets = &datum;
      break;
    case 0x0117:
    case 0x0145:
      strips.lengths = &datum;
      break;
    case 0x0118:
      if (datum.groupName() == "PanasonicRaw" && datum.count() > 0) {
        strips.rest_from = static_cast<std::uint32_t>(datum.toLong(0));
      }
      break;
    default:
      break;
  }
}

std::vector<std::string_view> pieces(const Strips& strips, std::string_view file) {
  if (strips.rest_from > 0) return {slice(file, strips.rest_from, file.size())};
  std::vector<std::string_view> image;
  if (strips.offsets == nullptr || strips.lengths == nullptr) return image;
  const long count = std::min<long>(std::min(strips.offsets->count(), strips.lengths->count()), most_strips);
  std::uint64_t budget = file.size();  // overlapping strips may not add up to more than there is
  for (long i = 0; i < count; ++i) {
    const auto offset = static_cast<std::uint32_t>(strips.offsets->toLong(i));
    const auto length = static_cast<std::uint32_t>(strips.lengths->toLong(i));
    const std::string_view piece = slice(file, offset, std::min<std::uint64_t>(length, budget));
    budget -= piece.size();
    if (!piece.empty()) image.push_back(piece);
  }
  return image;
}

void find_picture(RawFacts& facts, const Exiv2::ExifData& data, std::string_view file) {
  std::map<std::string, Strips> directories;
  for (const Exiv2::Exifdatum& datum : data) {
    const std::string group = datum.groupName();
    const bool holds_picture =
        group.rfind("Image", 0) == 0 || group.rfind("SubImage", 0) == 0 || group == "PanasonicRaw";
    if (holds_picture) read_strip_tag(directories[group], datum);
  }
  std::uint64_t most = 0;
  for (const auto& [group, strips] : directories) {
    std::vector<std::string_view> image = pieces(strips, file);
    std::uint64_t size = 0;
    for (const std::string_view piece : image) size += piece.size();
    if (size <= most) continue;
    most = size;
    facts.image = std::move(image);
    facts.width = strips.width;
    facts.height = strips.height;
  }
}

}  // namespace

ExifFacts read_exif(std::string block) {
  if (block.empty()) return {};
  prepare_library();
  hide_maker_notes(block);
  try {
    Exiv2::ExifData data;
    const auto order = Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(block.data()),
                                                 static_cast<std::uint32_t>(block.size()));
    ExifFacts facts = facts_of(data);
    if (order == Exiv2::invalidByteOrder) facts.problem = "the EXIF block is not one";
    return facts;
  } catch (const std::exception& error) {  // the library throws its own and the standard library's
    ExifFacts facts;
    facts.problem = "the EXIF block cannot be read: " + clean_text(error.what());
    return facts;
  }
}

XmpFacts read_xmp(std::string_view packet) {
  XmpFacts facts;
  if (packet.empty()) return facts;
  if (packet.size() > longest_xmp || too_deep(packet)) {
    facts.problem = "the XMP is longer or deeper than any program writes it";
    return facts;
  }
  prepare_library();
  try {
    Exiv2::XmpData data;
    if (Exiv2::XmpParser::decode(data, std::string(packet)) != 0)
      facts.problem = "the XMP is not well-formed";
    XmpFacts read = facts_of(data);
    read.problem = facts.problem;
    return read;
  } catch (const std::exception& error) {
    facts.problem = "the XMP cannot be read: " + clean_text(error.what());
    return facts;
  }
}

RawFacts read_raw(std::string_view file) {
  prepare_library();
  RawFacts facts;
  const std::string_view packet = packet_in_tiff(file);
  if (packet.size() > longest_xmp || too_deep(packet)) {
    facts.problem = "its XMP is longer or deeper than any program writes it";
    return facts;
  }
  try {
    const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()),
                                                 static_cast<long>(file.size()));
    image->readMetadata();
    facts.exif = facts_of(image->exifData());
    facts.xmp = facts_of(image->xmpData());
    find_picture(facts, image->exifData(), file);
    if (facts.width == 0) facts.width = image->pixelWidth();
    if (facts.height == 0) facts.height = image->pixelHeight();
  } catch (const std::exception& error) {
    facts.problem = "the picture's metadata cannot be read: " + clean_text(error.what());
  }
  return facts;
}

}  // namespace hoego
