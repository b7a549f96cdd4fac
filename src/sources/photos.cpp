#include "sources/photos.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/photos_container.h"
#include "sources/photos_metadata.h"
#include "sources/photos_moment.h"
#include "sources/photos_name.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t largest_picture = std::uint64_t{1} << 30;
constexpr std::uint64_t largest_sidecar = 16 << 20;

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

// --- recognition ---

bool has_picture_name(std::string_view name) {
  constexpr std::array extensions = {".jpg"sv, ".jpeg"sv, ".heic"sv, ".heif"sv, ".avif"sv,
                                     ".png"sv, ".tif"sv,  ".tiff"sv, ".webp"sv, ".dng"sv,
                                     ".cr2"sv, ".cr3"sv,  ".crw"sv,  ".nef"sv,  ".arw"sv,
                                     ".raf"sv, ".orf"sv,  ".rw2"sv,  ".pef"sv,  ".srw"sv};
  const std::string_view without = stem(name);
  const std::string extension = lower_ascii(name.substr(without.size()));
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  if (photo_format(candidate.head)) return Sureness::Sure;
  // Taken all the same, so that a broken picture is told of rather than passed over. "._" files are what
  // macOS leaves on foreign disks.
  const std::string_view name = file_name(candidate.relative);
  return has_picture_name(name) && name.substr(0, 2) != "._" ? Sureness::Maybe : Sureness::No;
}

bool is_sidecar(std::string_view name) {
  constexpr std::string_view extension = ".xmp";
  return name.size() > extension.size() &&
         lower_ascii(name.substr(name.size() - extension.size())) == extension;
}

bool is_sidecar_of(std::string_view sibling, std::string_view prefix) {
  constexpr std::string_view extension = ".xmp";
  return sibling.size() == prefix.size() + extension.size() &&
         lower_ascii(sibling.substr(prefix.size())) == extension &&
         sibling.substr(0, prefix.size()) == prefix;
}

std::vector<std::string> companions(const std::string& main, const std::vector<std::string>& siblings) {
  const std::string_view name = file_name(main);
  const std::string_view short_name = stem(name);
  std::vector<std::string> found;
  for (const std::string& sibling : siblings) {
    if (is_sidecar_of(sibling, name) || is_sidecar_of(sibling, short_name)) found.push_back(sibling);
  }
  std::sort(found.begin(), found.end());
  return found;
}

// --- what the file and its sidecars say ---

struct Picture {
  ExifFacts exif;
  XmpFacts xmp;
  std::string identity;
  int width = 0;
  int height = 0;
  std::string damage;  ///< what is wrong with the file itself; empty if nothing is
};

struct Sidecar {
  std::string path;
  XmpFacts facts;
};

PhotoParts parts_of(PhotoFormat format, std::string_view file) {
  PhotoParts parts;
  switch (format) {
    case PhotoFormat::Jpeg:
      return jpeg_parts(file);
    case PhotoFormat::Png:
      return png_parts(file);
    case PhotoFormat::WebP:
      return webp_parts(file);
    case PhotoFormat::Heif:
      return heif_parts(file);
    case PhotoFormat::Raf:
      return raf_parts(file);
    case PhotoFormat::Cr3:
      parts = heif_parts(file);
      break;
    case PhotoFormat::Tiff:
    case PhotoFormat::Raw:
      break;
  }
  parts.hidden_metadata = true;
  return parts;
}

bool mentions_any(std::string_view packet, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return packet.find(name) != std::string_view::npos; });
}

/// XMP is slow to decode and mostly repeats the EXIF: it is asked only for what the EXIF leaves open.
bool is_xmp_needed(const ExifFacts& exif, std::string_view packet) {
  const bool undated = !moment(exif.original, {}).when && !moment(exif.digitized, {}).when;
  if (undated && mentions_any(packet, {"DateTimeOriginal", "DateCreated", "CreateDate", "GPSTimeStamp"}))
    return true;
  if (!exif.gps.position && mentions_any(packet, {"GPSLatitude"})) return true;
  return exif.model.empty() && mentions_any(packet, {"Model"});
}

Picture take_apart(PhotoFormat format, std::string_view file) {
  Picture picture;
  PhotoParts parts = parts_of(format, file);
  picture.width = parts.width;
  picture.height = parts.height;
  if (parts.hidden_metadata) {
    RawFacts raw = read_raw(file);
    picture.damage = raw.problem;
    picture.exif = std::move(raw.exif);
    picture.xmp = std::move(raw.xmp);
    if (parts.image.empty()) parts.image = std::move(raw.image);
    if (picture.width == 0) picture.width = raw.width;
    if (picture.height == 0) picture.height = raw.height;
  } else {
    picture.exif = read_exif(std::move(parts.exif));
    picture.damage = picture.exif.problem;
    if (is_xmp_needed(picture.exif, parts.xmp)) picture.xmp = read_xmp(parts.xmp);
    if (picture.damage.empty()) picture.damage = picture.xmp.problem;
  }
  if (parts.cut_short) picture.damage = "the file is cut short";
  picture.identity = image_identity(parts.image, file);
  return picture;
}

std::vector<Sidecar> read_sidecars(const Unit& unit, Sink& sink) {
  std::vector<Sidecar> sidecars;
  for (const std::string& path : unit.companions) {
    std::string problem;
    try {
      const auto file = unit.open(path);
      Sidecar sidecar{path, read_xmp(file->whole(largest_sidecar))};
      problem = sidecar.facts.problem;
      if (problem.empty()) problem = sidecar.facts.gps.problem;
      sidecars.push_back(std::move(sidecar));
    } catch (const Error& error) {
      problem = error.what();
    }
    if (!problem.empty())
      sink.issue({path, "", problem, "save the sidecar again from the program that wrote it"});
  }
  // IMG_1.jpg.xmp speaks of this file alone; IMG_1.xmp may have been meant for the raw file beside it.
  std::stable_sort(sidecars.begin(), sidecars.end(),
                   [](const Sidecar& a, const Sidecar& b) { return a.path.size() > b.path.size(); });
  return sidecars;
}

// --- when ---

struct Dated {
  When when;
  const char* from;
};

/// Looks at one stated date after another, remembering the first that is no moment at all.
class DateSearch {
 public:
  std::optional<When> ask(std::string_view field, const std::string& text, const std::string& offset = {}) {
    const Moment read = moment(text, offset);
    if (read.bad && bad_.empty())
      bad_ = fmt::format("{} is no date: \"{}\"", field, clean_text(text.substr(0, 40)));
    return read.when;
  }
  /// Empty if nothing was.
  const std::string& bad() const { return bad_; }

 private:
  std::string bad_;
};

/// The satellites' time, from the EXIF or else the XMP of the file.
std::optional<Instant> satellite_time(const Picture& picture) {
  if (picture.exif.gps_time) return picture.exif.gps_time;
  const Moment stated = moment(picture.xmp.gps_time, "Z");
  return stated.when ? stated_instant(*stated.when) : std::nullopt;
}

/// A local clock without an offset gets the one that the satellites' clock tells.
Dated with_satellite_clock(Dated dated, const std::optional<Instant>& satellite) {
  if (dated.when.form != When::Form::Floating || !satellite) return dated;
  const WallTime wall{dated.when.seconds};
  const auto offset = offset_between(wall, *satellite);
  if (!offset) return dated;
  return {When::at(wall, *offset), dated.from == "exif"sv ? "exif+gps" : "xmp+gps"};
}

std::optional<When> date_in_exif(const ExifFacts& exif, DateSearch& search) {
  auto when = search.ask("DateTimeOriginal", exif.original, exif.original_offset);
  if (!when) when = search.ask("DateTimeDigitized", exif.digitized, exif.digitized_offset);
  return when;
}

std::optional<When> date_in_xmp(const XmpFacts& xmp, DateSearch& search) {
  auto when = search.ask("exif:DateTimeOriginal", xmp.original);
  if (!when) when = search.ask("photoshop:DateCreated", xmp.created);
  if (!when) when = search.ask("xmp:CreateDate", xmp.made);
  return when;
}

/// The date that a person set in a sidecar: it says when the picture was taken, and another moment than the
/// file.
std::optional<When> date_set_by_hand(const std::vector<Sidecar>& sidecars, const std::optional<Dated>& inside,
                                     DateSearch& search) {
  for (const Sidecar& sidecar : sidecars) {
    auto when = search.ask("exif:DateTimeOriginal in the sidecar", sidecar.facts.original);
    if (!when) continue;
    const bool repeats = inside && inside->when.seconds == when->seconds;
    const bool vaguer = inside && when->form == When::Form::Day &&
                        WallTime{when->seconds}.date() == WallTime{inside->when.seconds}.date();
    if (!repeats && !vaguer) return when;
  }
  return std::nullopt;
}

/// The date inside the file.
std::optional<Dated> date_inside(const Picture& picture, const std::optional<Instant>& satellite,
                                 DateSearch& search) {
  if (const auto when = date_in_exif(picture.exif, search))
    return with_satellite_clock({*when, "exif"}, satellite);
  if (const auto when = date_in_xmp(picture.xmp, search))
    return with_satellite_clock({*when, "xmp"}, satellite);
  return std::nullopt;
}

std::optional<Dated> find_date(const Picture& picture, const std::vector<Sidecar>& sidecars,
                               std::string_view name, DateSearch& search) {
  const std::optional<Instant> satellite = satellite_time(picture);
  std::optional<Dated> dated = date_inside(picture, satellite, search);
  if (const auto when = date_set_by_hand(sidecars, dated, search)) return Dated{*when, "sidecar"};
  if (dated) return dated;
  for (const Sidecar& sidecar : sidecars) {
    if (const auto when = date_in_xmp(sidecar.facts, search)) return Dated{*when, "sidecar"};
  }
  if (satellite) return Dated{When::at(*satellite), "gps"};
  if (const auto when = time_in_name(name)) return Dated{*when, "name"};
  const auto modified = search.ask("DateTime", picture.exif.modified, picture.exif.modified_offset);
  if (modified) return Dated{*modified, "exif-modified"};
  return std::nullopt;
}

// --- where ---

StatedPosition find_position(const Picture& picture, const std::vector<Sidecar>& sidecars) {
  for (const Sidecar& sidecar : sidecars) {
    if (sidecar.facts.gps.position) return sidecar.facts.gps;
  }
  if (picture.exif.gps.position) return picture.exif.gps;
  if (picture.xmp.gps.position) return picture.xmp.gps;
  return picture.exif.gps.problem.empty() ? picture.xmp.gps : picture.exif.gps;
}

// --- camera ---

/// "Apple iPhone 13 mini", "Canon EOS 20D" (not "Canon Canon EOS 20D"), "NIKON D70".
std::string camera_name(std::string_view make, std::string_view model) {
  const std::string maker = trim(clean_text(make));
  std::string name = trim(clean_text(model));
  if (maker.empty() || name.empty()) return name.empty() ? maker : name;
  const std::string first_word = fold_case(maker.substr(0, maker.find(' ')));
  if (fold_case(name).rfind(first_word, 0) == 0) return name;
  return maker + " " + name;
}

void tell_problems(const Unit& unit, const Picture& picture, const StatedPosition& place, bool dated,
                   const DateSearch& search, Sink& sink) {
  if (!dated) {
    std::string reason = "no date";
    if (!search.bad().empty()) reason += ": " + search.bad();
    if (!picture.damage.empty()) reason += ": " + picture.damage;
    sink.issue(
        {unit.path, "", reason, "write the date into the file's name (20240315_120102) or an .xmp sidecar"});
    return;
  }
  if (!picture.damage.empty()) {
    sink.issue(
        {unit.path, "", picture.damage, "copy it again from where it came; what could be read was taken"});
  }
  if (!search.bad().empty()) {
    sink.issue({unit.path, "", search.bad(),
                "another date of the picture was taken; correct it in an .xmp sidecar"});
  }
  if (!place.problem.empty()) {
    sink.issue(
        {unit.path, "", place.problem, "the picture counts without a place; correct it in an .xmp sidecar"});
  }
}

void read(const Unit& unit, const ReadOptions&, Sink& sink) {
  const auto file = unit.open();
  const std::string_view bytes = file->whole(largest_picture);
  if (bytes.empty())
    throw Error("the file is empty", unit.path, "copy it again from where it came, or delete it");
  const auto format = photo_format(bytes);
  if (!format) {
    throw Error("the file is not a picture, whatever its name says", unit.path,
                "rename it to what it is, or copy it again from where it came");
  }
  const Picture picture = take_apart(*format, bytes);
  const std::vector<Sidecar> sidecars = read_sidecars(unit, sink);

  Observation photo;
  photo.kind = Kind::Photo;
  photo.identity = picture.identity;
  photo.title = clean_text(file_name(unit.path));
  DateSearch search;
  const auto dated = find_date(picture, sidecars, photo.title, search);
  const StatedPosition place = find_position(picture, sidecars);
  tell_problems(unit, picture, place, dated.has_value(), search, sink);
  if (!dated) return;

  photo.begin = dated->when;
  photo.position = place.position;
  photo.traits[trait::time_from] = dated->from;
  const bool has_model = !picture.exif.model.empty();
  const std::string camera = camera_name(has_model ? picture.exif.make : picture.xmp.make,
                                         has_model ? picture.exif.model : picture.xmp.model);
  if (!camera.empty()) photo.traits[trait::camera] = camera;
  if (const auto sequence = sequence_in_name(photo.title)) photo.traits[trait::sequence] = *sequence;
  if (picture.width > 0 && picture.height > 0) {
    photo.quantities["width"] = picture.width;
    photo.quantities["height"] = picture.height;
  }
  sink.observation(std::move(photo));
}

}  // namespace

const Source photos_source = {
    .type = "photos",
    .version = 1,
    .describe = "photos with their dates and places",
    .recognise = recognise,
    .may_accompany = is_sidecar,
    .companions = companions,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
