#include "sources/photos_companions.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::string_view supplement = ".supplemental-metadata";
constexpr std::size_t longest_name = 46;
/// Pictures' own names are cut too, before the extension: of the editor's mark three bytes may be left.
constexpr std::size_t longest_media_name = 51;
constexpr std::size_t shortest_mark = 3;

/// What Google Photos' editor appends, in the language of the account; composed and decomposed where the two
/// differ.
constexpr std::array edited_marks = {
    "-edited"sv,     "-수정됨"sv,       "-\u1109\u116e\u110c\u1165\u11bc\u1103\u116c\u11b7"sv,
    "-bearbeitet"sv, "-modifi\u00e9"sv, "-modifie\u0301"sv,
    "-modificato"sv, "-bewerkt"sv,      "-edytowane"sv,
    "-ha editado"sv, "-editat"sv,       "-編集済み"sv};

bool ends(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool ends_in_any_case(std::string_view text, std::string_view end) {
  if (text.size() < end.size()) return false;
  const std::string_view tail = text.substr(text.size() - end.size());
  return std::equal(tail.begin(), tail.end(), end.begin(),
                    [](char a, char b) { return small_letter(a) == b; });
}

std::string_view stem(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

/// `.MP`, `.MP~2`: what Google's camera calls the film of a picture, without any other extension.
bool is_motion_name(std::string_view name) {
  if (name.substr(0, 6) == "MVIMG_") return name.find('.') == std::string_view::npos;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string_view extension = name.substr(dot);
  if (extension.substr(0, 3) != ".MP" && extension.substr(0, 3) != ".mp") return false;
  extension.remove_prefix(3);
  if (extension.empty()) return true;
  if (extension[0] != '~' || extension.size() < 2) return false;
  return extension.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// A name taken apart: `IMG-edited(1).jpg` is `IMG-edited`, `(1)`, `.jpg`.
struct NameParts {
  std::string base;
  std::string number;
  std::string extension;

  std::string whole() const { return base + number + extension; }
};

NameParts parts_of_name(std::string_view name) {
  const std::string_view before = stem(name);
  NameParts parts{std::string(before), {}, std::string(name.substr(before.size()))};
  const std::size_t open = before.rfind('(');
  if (!ends(before, ")") || open == std::string_view::npos || open == 0 || open + 2 >= before.size())
    return parts;
  const std::string_view digits = before.substr(open + 1, before.size() - open - 2);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return parts;
  parts.base = before.substr(0, open);
  parts.number = before.substr(open);
  return parts;
}

/// The beginning of `text` that is at most so many UTF-16 units long: above U+FFFF, four bytes of UTF-8 are
/// two units.
std::string_view cut(std::string_view text, std::size_t most = longest_name) {
  std::size_t units = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    units += bytes == 4 ? 2 : 1;
    if (units > most) return text.substr(0, at);
    at += bytes;
  }
  return text;
}

bool is_longest_media_name(std::string_view name) {
  return cut(name, longest_media_name).size() == name.size() &&
         cut(name, longest_media_name - 1).size() < name.size();
}

/// Looks names up in the folder and keeps those that are there.
class Search {
 public:
  explicit Search(const std::vector<std::string>& siblings) : siblings_(siblings) {}

  bool take(const std::string& name) {
    if (!std::binary_search(siblings_.begin(), siblings_.end(), name)) return false;
    found_.push_back(name);
    return true;
  }
  std::vector<std::string> found() {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  const std::vector<std::string>& siblings_;
  std::vector<std::string> found_;
};

/// Takes the sidecars that Google writes for a picture named `name` with that number.
bool take_numbered(Search& search, const std::string& name, const std::string& number) {
  bool any = false;
  const std::string_view shortened = cut(name);
  if (shortened.size() < name.size()) return search.take(std::string(shortened) + number + ".json");
  for (std::size_t length = 0; length <= supplement.size(); ++length) {
    any = search.take(name + std::string(supplement.substr(0, length)) + number + ".json") || any;
  }
  return any;
}

/// A name without an extension is given one by Google, but its sidecar is not.
bool take_without_extension(Search& search, const NameParts& parts) {
  if (parts.extension.empty()) return false;
  const std::string full = parts.base + std::string(supplement);
  const std::string_view shortened = cut(full);
  if (shortened.size() < parts.base.size() + 2) return false;
  return search.take(std::string(shortened) + parts.number + ".json");
}

bool take_takeout(Search& search, const NameParts& parts) {
  // A picture that was uploaded as IMG(1).jpg, before one that was numbered by Google.
  if (take_numbered(search, parts.whole(), "")) return true;
  if (!parts.number.empty() && take_numbered(search, parts.base + parts.extension, parts.number)) return true;
  return take_without_extension(search, parts);
}

/// The original's name without the mark of the editor; nothing changed where there is no mark.
bool remove_edited_mark(NameParts& parts) {
  const bool may_be_cut = is_longest_media_name(parts.whole());
  for (const std::string_view mark : edited_marks) {
    const std::size_t shortest = may_be_cut ? shortest_mark : mark.size();
    for (std::size_t length = mark.size(); length >= shortest; --length) {
      if (parts.base.size() <= length || !ends(parts.base, mark.substr(0, length))) continue;
      parts.base.resize(parts.base.size() - length);
      return true;
    }
  }
  return false;
}

/// Edited pictures are saved as JPEG whatever they were.
constexpr std::array extensions_of_originals = {".HEIC"sv, ".heic"sv, ".jpg"sv, ".JPG"sv,
                                                ".jpeg"sv, ".PNG"sv,  ".png"sv, ".dng"sv};

void take_takeout_of_original(Search& search, NameParts parts) {
  if (!remove_edited_mark(parts) || take_takeout(search, parts)) return;
  if (!has_picture_name(parts.extension)) return;
  for (const std::string_view extension : extensions_of_originals) {
    if (extension == parts.extension) continue;
    parts.extension = extension;
    if (take_takeout(search, parts)) return;
  }
}

void take_xmp(Search& search, const std::string& name) {
  for (const char* extension : {".xmp", ".XMP", ".Xmp"}) search.take(name + extension);
}

template <std::size_t size>
bool has_extension(std::string_view name, const std::array<std::string_view, size>& extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return ends_in_any_case(name, extension); });
}

constexpr std::array movie_extensions = {".mov"sv, ".mp4"sv, ".m4v"sv, ".3gp"sv, ".3g2"sv};

}  // namespace

bool has_picture_name(std::string_view name) {
  constexpr std::array extensions = {".jpg"sv, ".jpeg"sv, ".heic"sv, ".heif"sv, ".avif"sv,
                                     ".png"sv, ".tif"sv,  ".tiff"sv, ".webp"sv, ".dng"sv,
                                     ".cr2"sv, ".cr3"sv,  ".crw"sv,  ".nef"sv,  ".arw"sv,
                                     ".raf"sv, ".orf"sv,  ".rw2"sv,  ".pef"sv,  ".srw"sv};
  return has_extension(name, extensions);
}

bool has_movie_name(std::string_view name) {
  return has_extension(name, movie_extensions) || is_motion_name(name);
}

bool may_accompany_photo(std::string_view name) {
  if (ends(name, ".json") || ends_in_any_case(name, ".xmp") || has_movie_name(name)) return true;
  NameParts parts = parts_of_name(name);
  return has_picture_name(name) && remove_edited_mark(parts);
}

std::vector<std::string> sidecars_of(std::string_view name, const std::vector<std::string>& siblings) {
  Search search(siblings);
  take_xmp(search, std::string(name));
  take_xmp(search, std::string(stem(name)));
  const NameParts parts = parts_of_name(name);
  if (!take_takeout(search, parts)) take_takeout_of_original(search, parts);
  return search.found();
}

std::vector<std::string> movies_beside(std::string_view name, const std::vector<std::string>& siblings) {
  Search search(siblings);
  if (!has_picture_name(name)) return {};
  const std::string before(stem(name));
  for (const char* extension : {".MOV", ".mov", ".MP4", ".mp4", ".M4V", ".m4v", ".MP", ".mp"}) {
    search.take(before + extension);
  }
  if (is_motion_name(before)) search.take(before);
  return search.found();
}

std::vector<std::string> edited_copies_of(std::string_view name, const std::vector<std::string>& siblings) {
  Search search(siblings);
  const NameParts parts = parts_of_name(name);
  const bool picture = has_picture_name(name);
  if (!picture && !has_movie_name(name)) return {};
  for (const std::string_view mark : edited_marks) {
    const std::string marked = parts.base + std::string(mark);
    for (const std::string& extension : {parts.extension, ".jpg"s, ".JPG"s}) {
      if (!picture && extension != parts.extension) continue;
      search.take(marked + parts.number + extension);
      const std::string_view shortened = cut(marked, longest_media_name - extension.size());
      const bool is_marked = shortened.size() >= parts.base.size() + shortest_mark;
      if (is_marked && shortened.size() < marked.size()) search.take(std::string(shortened) + extension);
    }
  }
  return search.found();
}

std::vector<std::string> photo_companions(const std::string& main, const std::vector<std::string>& siblings) {
  const std::size_t slash = main.rfind('/');
  const std::string name = slash == std::string::npos ? main : main.substr(slash + 1);
  std::vector<std::string> all;
  const auto add = [&](std::vector<std::string> names) {
    all.insert(all.end(), std::make_move_iterator(names.begin()), std::make_move_iterator(names.end()));
  };
  std::vector<std::string> movies = movies_beside(name, siblings);
  for (const std::string& movie : movies) {
    add(sidecars_of(movie, siblings));
    add(edited_copies_of(movie, siblings));
  }
  add(std::move(movies));
  add(sidecars_of(name, siblings));
  add(edited_copies_of(name, siblings));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  all.erase(std::remove(all.begin(), all.end(), name), all.end());
  return all;
}

}  // namespace hoego
