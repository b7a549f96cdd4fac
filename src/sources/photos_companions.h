#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

// What belongs to a picture or a film by its name alone. All names are without folders, as the file system
// spells them; `siblings` are sorted by their bytes.
//
// Google Takeout's rules, which are nowhere published, as the programs that read it have found them out
// (github.com/simulot/immich-go, github.com/ente/ente pull request 4956, Google Photos Takeout Helper): the
// sidecar of NAME is NAME + ".supplemental-metadata" (until 2024: nothing), cut to 46 UTF-16 units, then the
// number that tells pictures of one name apart, then ".json". The number of the picture itself stands before
// its extension: IMG(1).jpg and IMG.jpg.supplemental-metadata(1).json.

/// `.jpg` and the like, in any case.
bool has_picture_name(std::string_view name);
/// `.mov`, `.mp4`, `.m4v`, `.3gp`, `.3g2`, or the `.MP` and `.MP~2` of Pixel telephones.
bool has_movie_name(std::string_view name);

/// Whether a file of this name may belong to a picture or a film at all.
bool may_accompany_photo(std::string_view name);

/// The sidecars of `name`: NAME.xmp, NAME.jpg.xmp, and those of Google Takeout; of an edited copy those of
/// its original where it has none of its own.
std::vector<std::string> sidecars_of(std::string_view name, const std::vector<std::string>& siblings);
/// The films that may be the moving half of the picture `name`: IMG_1.MOV of IMG_1.HEIC, PXL_1.MP of
/// PXL_1.MP.jpg.
std::vector<std::string> movies_beside(std::string_view name, const std::vector<std::string>& siblings);
/// The copies of `name` that Google Photos' editor left beside it: IMG-edited.jpg, IMG-수정됨.jpg.
std::vector<std::string> edited_copies_of(std::string_view name, const std::vector<std::string>& siblings);

/// Everything of `main`, sorted: the three above, and the same of the films.
std::vector<std::string> photo_companions(const std::string& main, const std::vector<std::string>& siblings);

}  // namespace hoego
