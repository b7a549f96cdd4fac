#include "sources/photos.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/photos_companions.h"
#include "sources/photos_container.h"
#include "sources/photos_date.h"
#include "sources/photos_movie.h"
#include "sources/photos_name.h"
#include "sources/photos_picture.h"
#include "sources/photos_sidecars.h"

namespace hoego {
namespace {

constexpr std::uint64_t largest_picture = std::uint64_t{1} << 30;
constexpr std::size_t longest_head = 64;

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const std::string_view name = file_name(candidate.relative);
  if (photo_format(candidate.head) || is_movie(candidate.head, name)) return Sureness::Sure;
  // Taken all the same, so that a broken picture is told of rather than passed over. "._" files are what
  // macOS leaves on foreign disks.
  if (name.substr(0, 2) == "._") return Sureness::No;
  return has_picture_name(name) || has_movie_name(name) ? Sureness::Maybe : Sureness::No;
}

// --- what lies beside the file ---

/// The unit's files by what they are to its main file.
struct Beside {
  std::vector<std::string> sidecars;
  struct Movie {
    std::string path;
    std::vector<std::string> sidecars;  ///< its own, not those of the picture
  };
  std::vector<Movie> movies;
};

Beside sort_out(const Unit& unit) {
  std::vector<std::string> names;
  for (const std::string& path : unit.companions) names.emplace_back(file_name(path));
  std::sort(names.begin(), names.end());
  const std::string folder = unit.path.substr(0, unit.path.size() - file_name(unit.path).size());
  const auto paths = [&](const std::vector<std::string>& of) {
    std::vector<std::string> all;
    for (const std::string& name : of) all.push_back(folder + name);
    return all;
  };
  const std::string_view main = file_name(unit.path);
  Beside beside;
  const std::vector<std::string> sidecars = sidecars_of(main, names);
  beside.sidecars = paths(sidecars);
  for (const std::string& movie : movies_beside(main, names)) {
    std::vector<std::string> own;
    for (const std::string& name : sidecars_of(movie, names)) {
      if (!std::binary_search(sidecars.begin(), sidecars.end(), name)) own.push_back(name);
    }
    beside.movies.push_back({folder + movie, paths(own)});
  }
  return beside;
}

// --- what both have ---

/// "Apple iPhone 13 mini", "Canon EOS 20D" (not "Canon Canon EOS 20D"), "NIKON D70".
std::string camera_name(std::string_view make, std::string_view model) {
  const std::string maker = trim(clean_text(make));
  std::string name = trim(clean_text(model));
  if (maker.empty() || name.empty()) return name.empty() ? maker : name;
  const std::string first_word = fold_case(maker.substr(0, maker.find(' ')));
  if (fold_case(name).rfind(first_word, 0) == 0) return name;
  return maker + " " + name;
}

struct Found {
  StatedPosition place;
  std::optional<Dated> dated;
  DateSearch search;
  std::string damage;
};

StatedPosition find_position(const StatedPosition& inside, const Sidecars& sidecars) {
  for (const XmpSidecar& sidecar : sidecars.xmp) {
    if (sidecar.facts.gps.position) return sidecar.facts.gps;
  }
  if (inside.position) return inside;
  if (sidecars.takeout && sidecars.takeout->position) return {sidecars.takeout->position, {}};
  return inside;
}

void tell_problems(const std::string& path, std::string_view what, const Found& found, Sink& sink) {
  const std::string file = clean_text(path);
  if (!found.dated) {
    std::string reason = "no date";
    if (!found.search.bad().empty()) reason += ": " + found.search.bad();
    if (!found.damage.empty()) reason += ": " + found.damage;
    sink.issue(
        {file, "", reason, "write the date into the file's name (20240315_120102) or an .xmp sidecar"});
    return;
  }
  if (!found.damage.empty()) {
    sink.issue({file, "", found.damage, "copy it again from where it came; what could be read was taken"});
  }
  if (!found.search.bad().empty()) {
    sink.issue({file, "", found.search.bad(),
                fmt::format("another date of the {} was taken; correct it in an .xmp sidecar", what)});
  }
  if (!found.place.problem.empty()) {
    sink.issue({file, "", found.place.problem,
                fmt::format("the {} counts without a place; correct it in an .xmp sidecar", what)});
  }
}

void describe(Observation& thing, const Found& found, const Sidecars& sidecars, std::string_view name) {
  thing.title = clean_text(name);
  if (sidecars.takeout) {
    const TakeoutFacts& takeout = *sidecars.takeout;
    if (!takeout.title.empty()) thing.title = takeout.title;
    if (!takeout.people.empty()) thing.traits[trait::person] = takeout.people;
    if (!takeout.description.empty()) thing.traits["description"] = takeout.description;
  }
  thing.begin = found.dated->when;
  thing.position = found.place.position;
  thing.traits[trait::time_from] = found.dated->from;
  if (const auto sequence = sequence_in_name(clean_text(name))) thing.traits[trait::sequence] = *sequence;
}

void measure(Observation& thing, int width, int height, const std::string& camera) {
  if (!camera.empty()) thing.traits[trait::camera] = camera;
  if (width <= 0 || height <= 0) return;
  thing.quantities["width"] = width;
  thing.quantities["height"] = height;
}

// --- films ---

struct Movie {
  MovieFacts facts;
  Sidecars sidecars;
  Found found;
};

Movie look_at_movie(const Unit& unit, Input& file, const std::string& path,
                    const std::vector<std::string>& sidecars, Sink& sink) {
  Movie movie;
  movie.facts = read_movie(file);
  movie.sidecars = read_sidecars(unit, sidecars, sink);
  movie.found.dated =
      date_of_movie(movie.facts, movie.sidecars, clean_text(file_name(path)), movie.found.search);
  movie.found.place = find_position(movie.facts.position, movie.sidecars);
  if (!movie.facts.has_header)
    movie.found.damage = "the film has no header: only its name and sidecar tell of it";
  if (movie.facts.cut_short) movie.found.damage = "the file is cut short";
  return movie;
}

void tell_movie(const Unit& unit, const std::string& path, Movie movie, Sink& sink) {
  if (movie.facts.has_header && !movie.facts.has_picture && !movie.facts.cut_short) return;  // sound alone
  tell_problems(path, "film", movie.found, sink);
  if (!movie.found.dated) return;
  Observation film;
  film.kind = Kind::Video;
  film.identity = movie.facts.identity;
  if (path != unit.path) film.file = path;
  describe(film, movie.found, movie.sidecars, file_name(path));
  measure(film, movie.facts.width, movie.facts.height, camera_name(movie.facts.make, movie.facts.model));
  if (movie.facts.seconds) film.quantities["seconds"] = *movie.facts.seconds;
  sink.observation(std::move(film));
}

// --- pictures ---

struct Photo {
  Observation observation;
  std::optional<Dated> dated;  ///< nothing: it is no record
  std::string content_identifier;
};

Photo read_photo(const Unit& unit, Input& file, const std::vector<std::string>& sidecar_paths, Sink& sink) {
  const std::string_view bytes = file.whole(largest_picture);
  if (bytes.empty())
    throw Error("the file is empty", unit.path, "copy it again from where it came, or delete it");
  const auto format = photo_format(bytes);
  if (!format) {
    throw Error("the file is not a picture, whatever its name says", unit.path,
                "rename it to what it is, or copy it again from where it came");
  }
  const Picture picture = read_picture(*format, bytes);
  const Sidecars sidecars = read_sidecars(unit, sidecar_paths, sink);
  Found found;
  found.damage = picture.damage;
  const std::string_view name = file_name(unit.path);
  found.dated = date_of_picture(picture, sidecars, clean_text(name), found.search);
  const bool exif_place = picture.exif.gps.position || !picture.exif.gps.problem.empty();
  const bool xmp_place = picture.xmp.gps.position.has_value();
  found.place = find_position(
      exif_place && (picture.exif.gps.position || !xmp_place) ? picture.exif.gps : picture.xmp.gps, sidecars);
  tell_problems(unit.path, "picture", found, sink);

  Photo photo;
  photo.dated = found.dated;
  photo.content_identifier = picture.content_identifier;
  photo.observation.kind = Kind::Photo;
  photo.observation.identity = picture.identity;
  if (!found.dated) return photo;
  describe(photo.observation, found, sidecars, name);
  const bool has_model = !picture.exif.model.empty();
  measure(photo.observation, picture.width, picture.height,
          camera_name(has_model ? picture.exif.make : picture.xmp.make,
                      has_model ? picture.exif.model : picture.xmp.model));
  return photo;
}

/// Whether the film is the moving half of the picture: Apple's telephones give both one identifier; where one
/// of the two has none, it is a short film of the same day (a day's difference may be that of zones).
bool is_live_pair(const Photo& photo, const Movie& movie) {
  if (!photo.dated) return false;  // then the film is all there is
  constexpr double longest_live = 6;
  constexpr std::int64_t farthest = 26 * 3600;
  if (!photo.content_identifier.empty() && !movie.facts.content_identifier.empty())
    return photo.content_identifier == movie.facts.content_identifier;
  if (!movie.facts.seconds || *movie.facts.seconds > longest_live) return false;
  if (!movie.found.dated) return true;
  return std::llabs(photo.dated->when.seconds - movie.found.dated->when.seconds) <= farthest;
}

/// Companions go by their names, before anything is read: a film that is no half of the picture is a thing of
/// its own all the same.
void read_movies_beside(const Unit& unit, const Beside& beside, Photo& photo, Sink& sink) {
  for (const Beside::Movie& other : beside.movies) {
    try {
      const auto file = unit.open(other.path);
      Movie movie = look_at_movie(unit, *file, other.path, other.sidecars, sink);
      if (is_live_pair(photo, movie)) {
        photo.observation.traits["live"] = "1";
      } else {
        tell_movie(unit, other.path, std::move(movie), sink);
      }
    } catch (const Error& error) {
      sink.issue({clean_text(other.path), "", error.what(), error.remedy()});
    }
  }
}

void read(const Unit& unit, const ReadOptions&, Sink& sink) {
  const Beside beside = sort_out(unit);
  const auto file = unit.open();
  std::array<char, longest_head> bytes{};
  const std::string_view head(bytes.data(), file->read(0, bytes.data(), bytes.size()));
  if (is_movie(head, file_name(unit.path))) {
    Movie movie = look_at_movie(unit, *file, unit.path, beside.sidecars, sink);
    return tell_movie(unit, unit.path, std::move(movie), sink);
  }
  if (beside.movies.empty()) {
    Photo photo = read_photo(unit, *file, beside.sidecars, sink);
    if (photo.dated) sink.observation(std::move(photo.observation));
    return;
  }
  Photo photo;
  try {
    photo = read_photo(unit, *file, beside.sidecars, sink);
  } catch (const Error& error) {
    sink.issue({clean_text(unit.path), "", error.what(), error.remedy()});  // the film may be well
  }
  read_movies_beside(unit, beside, photo, sink);
  if (photo.dated) sink.observation(std::move(photo.observation));
}

}  // namespace

const Source photos_source = {
    .type = "photos",
    .version = 2,
    .describe = "photos and films with their dates and places",
    .recognise = recognise,
    .may_accompany = may_accompany_photo,
    .companions = photo_companions,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
