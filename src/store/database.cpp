#include "store/database.h"

#include <fmt/format.h>

#include "base/error.h"
#include "store/pairs.h"

namespace hoego {
namespace {

constexpr int patience_ms = 3000;

}  // namespace

Database::Database(std::filesystem::path file) : file_(std::move(file)) {
  const int status = sqlite3_open_v2(
      file_.c_str(), &connection_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (status != SQLITE_OK) {
    sqlite3_close(connection_);
    connection_ = nullptr;
    throw Error("the index cannot be opened", file_.string(),
                "see that its folder exists and may be written");
  }
  sqlite3_extended_result_codes(connection_, 1);
  sqlite3_busy_timeout(connection_, patience_ms);
  if (add_pairs_tokenizer(connection_) != SQLITE_OK) {
    sqlite3_close(connection_);
    connection_ = nullptr;
    throw Error("this SQLite has no full-text search (FTS5)", sqlite3_libversion(),
                "run hoego with the SQLite of your distribution");
  }
}

Database::~Database() {
  for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  sqlite3_close(connection_);
}

void Database::refuse(int status) const {
  const std::string place = file_.string();
  switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error("the index is in use by another hoego", place,
                  "wait until it has finished, then try again");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw Error("the index is damaged", place,
                  "delete it and run `hoego sync` again; your files are not touched");
    case SQLITE_FULL:
      throw Error("no room left on the disk of the index", place, "make room, then run `hoego sync` again");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw Error("the index may not be written", place, "see that its folder exists and may be written");
    default:
      throw Error(
          fmt::format("the index does not answer: {}", sqlite3_errmsg(connection_)), place,
          "try again; if it stays, delete the index and run `hoego sync`: your files are not touched");
  }
}

Database::Statement Database::prepare(const char* sql) {
  if (const auto found = idle_.find(std::string_view(sql)); found != idle_.end()) {
    sqlite3_stmt* statement = found->second;
    idle_.erase(found);
    return {*this, statement};
  }
  sqlite3_stmt* statement = nullptr;
  const int status = sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (status != SQLITE_OK) refuse(status);
  return {*this, statement};
}

void Database::execute(const std::string& sql) {
  const int status = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) refuse(status);
}

void Database::roll_back() noexcept {
  // SQLite ends some failed transactions by itself; then there is nothing left to do.
  if (sqlite3_get_autocommit(connection_) != 0) return;
  sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::reset() {
  // The documented way to empty a file that may hold anything (sqlite.org/c3ref,
  // SQLITE_DBCONFIG_RESET_DATABASE).
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
  const int status = sqlite3_exec(connection_, "VACUUM", nullptr, nullptr, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
  if (status != SQLITE_OK) refuse(status);
}

Database::Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  database_->idle_.emplace(sqlite3_sql(statement_), statement_);
}

void Database::Statement::check(int status) const {
  if (status != SQLITE_OK) database_->refuse(status);
}

Database::Statement& Database::Statement::number(std::int64_t value) {
  check(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Database::Statement& Database::Statement::text(std::string_view value) {
  check(sqlite3_bind_text64(statement_, ++bound_, value.data() ? value.data() : "", value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Database::Statement& Database::Statement::bytes(std::string_view value) {
  // A null pointer would bind NULL instead of an empty blob.
  check(sqlite3_bind_blob64(statement_, ++bound_, value.data() ? value.data() : "", value.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

bool Database::Statement::next() {
  const int status = sqlite3_step(statement_);
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) database_->refuse(status);
  return false;
}

std::string_view Database::Statement::bytes_at(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data ? std::string_view(data, size) : std::string_view();
}

}  // namespace hoego
