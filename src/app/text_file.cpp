#include "app/text_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"

namespace hoego {
namespace fs = std::filesystem;

std::string bytes_of_text_file(const std::string& file) {
  constexpr std::uintmax_t most_bytes = 16 * 1024 * 1024;
  std::error_code error;
  const fs::path path = fs::u8path(file);
  if (!fs::exists(path, error)) throw UsageError("there is no such file", file, "check the path");
  if (!fs::is_regular_file(path, error)) throw UsageError("this is no file", file, "name one text");
  const std::uintmax_t size = fs::file_size(path, error);
  if (size == 0) throw UsageError("the file is empty", file, "name a text with something in it");
  if (size > most_bytes)
    throw UsageError("the file is larger than 16 MB", file, "name one text, not a collection");
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error("cannot read", file, "check its permissions");
  return text.str();
}

}  // namespace hoego
