#include "app/installed.h"

#include <unistd.h>

#include <array>
#include <climits>

namespace hoego {

namespace fs = std::filesystem;

fs::path beside_the_program(const std::string& name) {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t size = readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
  const fs::path program(std::string(buffer.data(), size < 0 ? 0 : static_cast<std::size_t>(size)));
  return (program.parent_path() / "../share/hoego" / name).lexically_normal();
}

std::optional<fs::path> installed(const std::string& name) {
  for (const fs::path& place : {beside_the_program(name), fs::path("/usr/local/share/hoego") / name,
                                fs::path("/usr/share/hoego") / name}) {
    std::error_code ignored;
    if (fs::exists(place, ignored)) return place;
  }
  return std::nullopt;
}

}  // namespace hoego
