#include "sources/archive_names.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"
#include "sources/grouping.h"

namespace hoego {
namespace {

constexpr std::string_view local_header("PK\x03\x04", 4);
constexpr std::size_t local_header_size = 30;
constexpr std::size_t tar_block = 512;
constexpr std::size_t longest_path = 4096;

unsigned two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) |
         static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// A part of a zip that is a document or a program rather than somebody's files.
bool is_of_a_document(std::string_view name) {
  if (name == "[Content_Types].xml" || name == "AndroidManifest.xml" || name == "classes.dex") return true;
  if (starts_with(name, "META-INF/") || starts_with(name, "_rels/") || starts_with(name, "docProps/"))
    return true;
  if (starts_with(name, "Index/") && ends_with(name, ".iwa")) return true;  // Pages, Numbers, Keynote
  const bool office = starts_with(name, "xl/") || starts_with(name, "word/") || starts_with(name, "ppt/");
  return office && (ends_with(name, ".xml") || ends_with(name, ".rels"));
}

/// Names of the members that begin in these bytes.
std::vector<std::string_view> names_in(std::string_view head) {
  std::vector<std::string_view> names;
  for (std::size_t at = head.find(local_header); at != std::string_view::npos;
       at = head.find(local_header, at + local_header.size())) {
    if (head.size() - at < local_header_size) break;
    names.push_back(head.substr(at + local_header_size, two_bytes(head, at + 26)));
  }
  return names;
}

ArchiveKind kind_of_zip(std::string_view head) {
  const std::vector<std::string_view> names = names_in(head);
  if (names.empty()) return ArchiveKind::None;
  // OpenDocument and EPUB say so first (OCF 3.3, 4.3); a KMZ has its map first.
  if (names.front() == "mimetype" || names.front() == "doc.kml") return ArchiveKind::None;
  const bool document = std::any_of(names.begin(), names.end(), is_of_a_document);
  return document ? ArchiveKind::None : ArchiveKind::Zip;
}

bool is_tar(std::string_view head) {
  return head.size() >= tar_block && head.substr(257, 5) == "ustar";
}

/// The first bytes of what a gzip holds, as far as `head` goes.
std::string first_block(std::string_view head) {
  std::string block(tar_block, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
  // zlib does not write to its input.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(head.data()));
  stream.avail_in = static_cast<uInt>(head.size());
  stream.next_out = reinterpret_cast<Bytef*>(block.data());
  stream.avail_out = static_cast<uInt>(block.size());
  inflate(&stream, Z_SYNC_FLUSH);
  block.resize(block.size() - stream.avail_out);
  inflateEnd(&stream);
  return block;
}

/// "20240101T000000Z"
bool is_stamp(std::string_view text) {
  return text.size() == 16 && is_digits(text.substr(0, 8)) && text[8] == 'T' &&
         is_digits(text.substr(9, 6)) && text[15] == 'Z';
}

}  // namespace

ArchiveKind archive_kind(std::string_view head) {
  head = head.substr(0, 4096);
  if (starts_with(head, local_header)) return kind_of_zip(head);
  if (is_tar(head)) return ArchiveKind::Tar;
  if (starts_with(head, "\x1f\x8b\x08") && is_tar(first_block(head))) return ArchiveKind::TarGzip;
  return ArchiveKind::None;
}

std::optional<std::string> takeout_of(std::string_view name) {
  constexpr std::array<std::string_view, 4> endings = {".zip", ".tgz", ".tar.gz", ".tar"};
  const auto ending = std::find_if(endings.begin(), endings.end(),
                                   [name](std::string_view one) { return ends_with(name, one); });
  constexpr std::string_view start = "takeout-";
  if (ending == endings.end() || !starts_with(name, start)) return std::nullopt;
  name.remove_suffix(ending->size());
  const std::size_t all = start.size() + 16;
  if (name.size() <= all || !is_stamp(name.substr(start.size(), 16))) return std::nullopt;
  std::string_view numbers = name.substr(all);
  // "-001", or "-1-001"
  for (int count = 0; !numbers.empty(); ++count) {
    if (count == 2 || numbers.front() != '-') return std::nullopt;
    const std::string_view number = numbers.substr(1, numbers.find('-', 1) - 1);
    if (!is_digits(number) || number.size() > 6) return std::nullopt;
    numbers.remove_prefix(1 + number.size());
  }
  return std::string(name.substr(0, all));
}

MemberPath member_path(std::string_view raw) {
  MemberPath out;
  std::string text = decode_guess(raw);
  out.odd = raw.find('\0') != std::string_view::npos || text.find('\\') != std::string::npos ||
            starts_with(text, "/");
  std::replace(text.begin(), text.end(), '\\', '/');
  std::string_view rest = text;
  if (rest.size() >= 2 && rest[1] == ':' && (rest.size() == 2 || rest[2] == '/')) {  // "C:/"
    out.odd = true;
    rest.remove_prefix(2);
  }
  while (!rest.empty()) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), step.size() + 1));
    if (step.empty() || step == ".") continue;
    if (step == "..") {
      out.odd = true;
      continue;
    }
    if (!out.path.empty()) out.path += '/';
    out.path += step;
  }
  if (out.path.size() > longest_path) out.path.clear();
  return out;
}

bool is_skipped_path(std::string_view path) {
  for (std::size_t slash = 0; (slash = path.find('/')) != std::string_view::npos;) {
    if (is_skipped_folder(path.substr(0, slash))) return true;
    path.remove_prefix(slash + 1);
  }
  return is_skipped_file(path);
}

}  // namespace hoego
