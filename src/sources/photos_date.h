#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "record/when.h"
#include "sources/photos_movie.h"
#include "sources/photos_picture.h"
#include "sources/photos_sidecars.h"

namespace hoego {

/// A moment and what told it: a value of the trait `time_from`. The order in which they are asked is in
/// doc/sources/photos.md.
struct Dated {
  When when;
  const char* from;
};

/// Looks at one stated date after another, remembering the first that is no moment at all.
class DateSearch {
 public:
  std::optional<When> ask(std::string_view field, const std::string& text, const std::string& offset = {});
  void complain(const std::string& problem);
  /// Empty if all were moments.
  const std::string& bad() const { return bad_; }

 private:
  std::string bad_;
};

/// When a picture was taken. `name` is the file's (clean).
std::optional<Dated> date_of_picture(const Picture& picture, const Sidecars& sidecars, std::string_view name,
                                     DateSearch& search);
/// When a film was begun.
std::optional<Dated> date_of_movie(const MovieFacts& movie, const Sidecars& sidecars, std::string_view name,
                                   DateSearch& search);

}  // namespace hoego
