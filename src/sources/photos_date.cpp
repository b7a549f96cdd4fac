#include "sources/photos_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "sources/photos_moment.h"
#include "sources/photos_name.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

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
std::optional<When> date_set_by_hand(const Sidecars& sidecars, const std::optional<Dated>& inside,
                                     DateSearch& search) {
  for (const XmpSidecar& sidecar : sidecars.xmp) {
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

/// The distance of a local clock from UTC that Google's word for the same moment tells. Two seconds at most
/// between the two: Google has its own from the picture. Zero tells nothing: where it knows no zone, it takes
/// the local clock for UTC. Nor does the moment of an upload.
std::optional<Offset> takeout_offset(WallTime wall, const std::optional<TakeoutFacts>& takeout) {
  if (!takeout || !takeout->taken || takeout->taken_is_upload) return std::nullopt;
  const auto offset = offset_between(wall, *takeout->taken);
  if (!offset || offset->seconds == 0) return std::nullopt;
  const std::int64_t apart = wall.seconds - takeout->taken->seconds - offset->seconds;
  return std::llabs(apart) <= 2 ? offset : std::nullopt;
}

Dated with_takeout_clock(Dated dated, const std::optional<TakeoutFacts>& takeout) {
  if (dated.when.form != When::Form::Floating) return dated;
  const WallTime wall{dated.when.seconds};
  const auto offset = takeout_offset(wall, takeout);
  if (!offset) return dated;
  return {When::at(wall, *offset), dated.from == "exif"sv ? "exif+sidecar" : "xmp+sidecar"};
}

/// The moment in the name that it was uploaded with, else in the file's own.
std::optional<When> date_in_names(const Sidecars& sidecars, std::string_view name) {
  if (sidecars.takeout) {
    if (auto when = time_in_name(sidecars.takeout->title)) return when;
  }
  return time_in_name(name);
}

/// What is left where the file itself is silent: Google's word and the name, of which each may know what the
/// other does not.
std::optional<Dated> date_of_takeout_or_name(const Sidecars& sidecars, std::string_view name) {
  const auto named = date_in_names(sidecars, name);
  const auto& takeout = sidecars.takeout;
  if (!takeout || !takeout->taken) return named ? std::optional<Dated>({*named, "name"}) : std::nullopt;
  if (named && named->form == When::Form::Floating) {
    const WallTime wall{named->seconds};
    if (const auto offset = takeout_offset(wall, takeout))
      return Dated{When::at(wall, *offset), "name+sidecar"};
    // Google read the name itself, as if it were UTC.
    if (std::llabs(wall.seconds - takeout->taken->seconds) <= 2) return Dated{*named, "name"};
  }
  if (named && takeout->taken_is_upload) return Dated{*named, "name"};
  return Dated{When::at(*takeout->taken), "takeout"};
}

std::optional<Dated> date_beside(const Sidecars& sidecars, DateSearch& search) {
  for (const XmpSidecar& sidecar : sidecars.xmp) {
    if (const auto when = date_in_xmp(sidecar.facts, search)) return Dated{*when, "sidecar"};
  }
  return std::nullopt;
}

/// The header's time is UTC (some cameras put it there when the film ends); a local clock in the name then
/// tells the distance. Where the two are the same, the camera wrote its local clock into both.
std::optional<Dated> date_in_movie_header(const MovieFacts& movie, const Sidecars& sidecars,
                                          std::string_view name) {
  if (!movie.header_time) return std::nullopt;
  const auto named = date_in_names(sidecars, name);
  if (named && named->form == When::Form::Floating) {
    const WallTime wall{named->seconds};
    const auto length = static_cast<std::int64_t>(std::min(movie.seconds.value_or(0), 86400.0));
    for (const std::int64_t back : {std::int64_t{0}, length}) {
      const auto offset = offset_between(wall, Instant{movie.header_time->seconds - back});
      if (!offset) continue;
      if (offset->seconds == 0) return Dated{*named, "movie-header+name"};
      return Dated{When::at(wall, *offset), "movie-header+name"};
    }
  }
  return Dated{When::at(*movie.header_time), "movie-header"};
}

std::optional<Dated> date_inside(const MovieFacts& movie, const Sidecars& sidecars, std::string_view name,
                                 DateSearch& search) {
  if (const auto when = search.ask("com.apple.quicktime.creationdate", movie.created))
    return Dated{*when, "quicktime"};
  if (!movie.header_problem.empty()) search.complain(movie.header_problem);
  const auto day = moment(movie.day, {}).when;  // often a year alone, or free text
  if (day && day->form == When::Form::Offset) return Dated{*day, "quicktime"};
  if (auto dated = date_in_movie_header(movie, sidecars, name)) return dated;
  if (day && day->form == When::Form::Floating) return Dated{*day, "quicktime"};
  return std::nullopt;
}

}  // namespace

std::optional<When> DateSearch::ask(std::string_view field, const std::string& text,
                                    const std::string& offset) {
  const Moment read = moment(text, offset);
  if (read.bad) complain(fmt::format("{} is no date: \"{}\"", field, clean_text(text.substr(0, 40))));
  return read.when;
}

void DateSearch::complain(const std::string& problem) {
  if (bad_.empty()) bad_ = problem;
}

std::optional<Dated> date_of_picture(const Picture& picture, const Sidecars& sidecars, std::string_view name,
                                     DateSearch& search) {
  const std::optional<Instant> satellite = satellite_time(picture);
  std::optional<Dated> dated = date_inside(picture, satellite, search);
  if (const auto when = date_set_by_hand(sidecars, dated, search)) return Dated{*when, "sidecar"};
  if (dated) return with_takeout_clock(*dated, sidecars.takeout);
  if (auto beside = date_beside(sidecars, search)) return beside;
  if (satellite) return Dated{When::at(*satellite), "gps"};
  if (auto left = date_of_takeout_or_name(sidecars, name)) return left;
  const auto modified = search.ask("DateTime", picture.exif.modified, picture.exif.modified_offset);
  if (modified) return Dated{*modified, "exif-modified"};
  return std::nullopt;
}

std::optional<Dated> date_of_movie(const MovieFacts& movie, const Sidecars& sidecars, std::string_view name,
                                   DateSearch& search) {
  std::optional<Dated> dated = date_inside(movie, sidecars, name, search);
  if (const auto when = date_set_by_hand(sidecars, dated, search)) return Dated{*when, "sidecar"};
  if (dated) return dated;
  if (auto beside = date_beside(sidecars, search)) return beside;
  return date_of_takeout_or_name(sidecars, name);
}

}  // namespace hoego
