#pragma once
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

namespace hoego {

/// What a shell command prints, and its exit status as pclose(3) gives it (-1: it could not run).
inline std::pair<std::string, int> run_shell(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {"", -1};
  std::array<char, 4096> piece{};
  for (std::size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
    out.append(piece.data(), count);
  const int status = ::pclose(pipe);
  return {std::move(out), status};
}

/// What a shell command prints, its complaints thrown away; nothing where it fails or is not installed.
inline std::optional<std::string> output_of(const std::string& command) {
  auto [out, status] = run_shell("{ " + command + "\n} 2>/dev/null");
  if (status != 0) return std::nullopt;
  return std::move(out);
}

}  // namespace hoego
