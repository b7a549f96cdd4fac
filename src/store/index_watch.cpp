#include "store/index_watch.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/error.h"

namespace hoego {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file) {
  throw Error("the index does not answer", file.string(), "wait a moment, then try again");
}

}  // namespace

/// What records and coverage follow from: when they were derived, and until when the sources were seen.
constexpr const char* state_of_index =
    "SELECT coalesce((SELECT value FROM meta WHERE key = 'derived'), '') || ' ' || "
    "coalesce((SELECT value FROM meta WHERE key = 'derivation'), '') || "
    "coalesce((SELECT group_concat(id || ':' || coalesce(checked, 0)) FROM (SELECT * FROM source ORDER BY "
    "id)), '')";

/// One file, with a connection that sees what others commit.
struct IndexWatch::Seen {
  Seen(const std::filesystem::path& file, const struct stat& is) : device(is.st_dev), inode(is.st_ino) {
    if (sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
            SQLITE_OK ||
        sqlite3_prepare_v2(connection, state_of_index, -1, &statement, nullptr) != SQLITE_OK) {
      sqlite3_close(connection);
      refuse(file);
    }
    sqlite3_busy_timeout(connection, 1000);
  }
  ~Seen() {
    sqlite3_finalize(statement);
    sqlite3_close(connection);
  }
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  bool is_of(const struct stat& is) const { return device == is.st_dev && inode == is.st_ino; }

  dev_t device;
  ino_t inode;
  sqlite3* connection = nullptr;
  sqlite3_stmt* statement = nullptr;
};

IndexWatch::IndexWatch(std::filesystem::path index_file) : file_(std::move(index_file)) {}
IndexWatch::~IndexWatch() = default;

std::string IndexWatch::generation() {
  struct stat is {};
  if (stat(file_.c_str(), &is) != 0) {
    seen_.reset();
    return "none";
  }
  if (!seen_ || !seen_->is_of(is)) seen_ = std::make_unique<Seen>(file_, is);
  const bool told = sqlite3_step(seen_->statement) == SQLITE_ROW;
  const auto* text = told ? sqlite3_column_text(seen_->statement, 0) : nullptr;
  std::string state = text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
  sqlite3_reset(seen_->statement);
  if (!told) refuse(file_);
  return state;
}

bool IndexWatch::is_importing() const {
  const int lock = open((file_.string() + ".lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return false;
  const bool free = flock(lock, LOCK_SH | LOCK_NB) == 0;
  close(lock);
  return !free;
}

}  // namespace hoego
