#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// One SQLite connection with its prepared statements. For the store's own .cpp files only. Not to be shared
/// between threads. Whatever SQLite refuses is thrown as Error in words a person can act on.
class Database {
 public:
  /// A statement borrowed from the connection; given back (reset) when it goes.
  class Statement {
   public:
    Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds the next parameter; bytes are copied.
    Statement& number(std::int64_t value);
    Statement& text(std::string_view value);
    Statement& bytes(std::string_view value);

    /// Moves to the next row; false at the end.
    bool next();
    /// Runs a statement that gives no rows.
    void run() {
      while (next()) {
      }
    }

    std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_, column); }
    bool null_at(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    /// Text or blob; valid until the next row.
    std::string_view bytes_at(int column) const;

   private:
    void check(int status) const;
    Database* database_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
  };

  explicit Database(std::filesystem::path file);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Statement prepare(const char* sql);
  /// Several statements without parameters.
  void execute(const std::string& sql);
  /// Ends the open transaction, if there still is one, without its changes.
  void roll_back() noexcept;
  /// Empties the file, whatever is in it.
  void reset();
  /// Rows written since the connection was opened.
  std::int64_t changes() const { return sqlite3_total_changes64(connection_); }
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(connection_); }
  [[noreturn]] void refuse(int status) const;

 private:
  friend class Statement;
  std::filesystem::path file_;
  sqlite3* connection_ = nullptr;
  /// Statements at rest, by their SQL.
  std::multimap<std::string, sqlite3_stmt*, std::less<>> idle_;
};

}  // namespace hoego
