#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include "app/api.h"
#include "app/original_file.h"
#include "base/text.h"
#include "serve/etag.h"
#include "serve/media_type.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr std::size_t piece = std::size_t{256} << 10;

/// A file that stays open while it is sent, whatever becomes of its name.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
    if (file_ < 0 || fstat(file_, &is_) != 0 || !S_ISREG(is_.st_mode)) {
      if (file_ >= 0) close(file_);
      throw Refusal(404, "the original cannot be read now", path.string(),
                    "see that it is there and may be read; if it was moved, run `hoego sync`");
    }
  }
  ~OpenFile() { close(file_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return static_cast<std::uint64_t>(is_.st_size); }
  std::string stamp() const {
    return fmt::format("{}:{}:{}:{}.{}", is_.st_dev, is_.st_ino, is_.st_size, is_.st_mtim.tv_sec,
                       is_.st_mtim.tv_nsec);
  }
  /// False where it ends before, or nobody is there any more.
  bool send_part(std::uint64_t offset, std::uint64_t count, const Send& send) const {
    std::vector<char> buffer(std::min<std::uint64_t>(piece, count));
    while (count > 0) {
      const std::size_t wanted = std::min<std::uint64_t>(buffer.size(), count);
      const ssize_t came = pread(file_, buffer.data(), wanted, static_cast<off_t>(offset));
      if (came < 0 && errno == EINTR) continue;
      if (came <= 0 || !send({buffer.data(), static_cast<std::size_t>(came)})) return false;
      offset += static_cast<std::uint64_t>(came);
      count -= static_cast<std::uint64_t>(came);
    }
    return true;
  }

 private:
  int file_;
  struct stat is_ {};
};

/// RFC 6266 with RFC 8187: nothing of a foreign name stands there as it is.
std::string disposition(std::string_view type, const std::string& name) {
  std::string encoded;
  for (const char c : clean_text(name)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return fmt::format("{}; filename*=UTF-8''{}", is_harmless(type) ? "inline" : "attachment", encoded);
}

Response content_of(const std::filesystem::path& path) {
  const auto file = std::make_shared<const OpenFile>(path);
  Response response;
  response.type = media_type(path.filename().string());
  response.etag = etag_of(file->stamp());
  response.headers["Content-Disposition"] = disposition(response.type, path.filename().string());
  response.body = Content{file->size(), [file](std::uint64_t offset, std::uint64_t count, const Send& send) {
                            return file->send_part(offset, count, send);
                          }};
  return response;
}

/// Why it is not to be had.
[[noreturn]] void refuse(const Life& life, const Record& record) {
  const Life::Original original = life.original(record.origins.front());
  const std::string open_it = fmt::format("open it with `hoego evidence {} --open`", record.id);
  std::error_code ignored;
  if (!std::filesystem::exists(original.file, ignored))
    throw Refusal(404, "the original is not there now", original.file.string(),
                  "see that its disk is connected; if it was moved, run `hoego sync`");
  if (!original.member.empty())
    throw Refusal(415, "the original lies in an archive", original.file.string(), open_it);
  throw Refusal(415, "the original is one entry of many", original.file.string(), open_it);
}

}  // namespace

Response api_original(Api& api, const Request& request) {
  return api.life.with_life([&](Life& life) {
    const Record record = record_of(life, request);
    const auto file = original_file(life, record);
    if (!file) refuse(life, record);
    return content_of(*file);
  });
}

}  // namespace hoego
