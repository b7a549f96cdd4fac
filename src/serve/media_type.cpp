#include "serve/media_type.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hoego {
namespace {

// IANA's registry, and what browsers take where it has none.
constexpr std::pair<std::string_view, std::string_view> types[] = {
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"png", "image/png"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"heic", "image/heic"},
    {"heif", "image/heif"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"dng", "image/x-adobe-dng"},
    {"mp4", "video/mp4"},
    {"m4v", "video/mp4"},
    {"mov", "video/quicktime"},
    {"webm", "video/webm"},
    {"avi", "video/x-msvideo"},
    {"mkv", "video/x-matroska"},
    {"3gp", "video/3gpp"},
    {"m4a", "audio/mp4"},
    {"mp3", "audio/mpeg"},
    {"pdf", "application/pdf"},
    {"md", "text/plain; charset=utf-8"},
    {"markdown", "text/plain; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
};

}  // namespace

std::string_view media_type(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  std::string ending(dot == std::string_view::npos ? std::string_view() : file_name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const auto& [known, type] : types) {
    if (ending == known) return type;
  }
  return "application/octet-stream";
}

bool is_harmless(std::string_view type) {
  return type.rfind("image/", 0) == 0 || type.rfind("video/", 0) == 0 || type.rfind("audio/", 0) == 0 ||
         type.rfind("text/plain", 0) == 0;
}

}  // namespace hoego
