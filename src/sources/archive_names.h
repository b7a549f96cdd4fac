#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

enum class ArchiveKind { None, Zip, Tar, TarGzip };

/// By the first bytes (at most 4096 are looked at). A zip that is a document, a program or a map (xlsx, epub,
/// jar, apk, kmz…) is none.
/// Sources: APPNOTE.TXT 4.3.7 (zip), POSIX.1-2017 pax "ustar" (tar), RFC 1952 (gzip), ECMA-376-2 (documents).
ArchiveKind archive_kind(std::string_view head);

/// What the parts of one Google Takeout have in common in their names: "takeout-20240101T000000Z" for
/// "takeout-20240101T000000Z-001.zip" and "takeout-20240101T000000Z-1-001.tgz"; nothing for other names.
std::optional<std::string> takeout_of(std::string_view name);

/// A member's path below its archive, '/' separated, clean text.
struct MemberPath {
  std::string path;  ///< empty: it names nothing that could be read
  bool odd = false;  ///< it was absolute, led upwards, or was written with backslashes
};
/// `raw` in UTF-8, or CP949 as Windows in Korea writes it, or another guess.
MemberPath member_path(std::string_view raw);

/// Whether any folder in the path, or the file itself, is one that is never looked at.
bool is_skipped_path(std::string_view path);

}  // namespace hoego
