#include "store/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>

#include "base/error.h"
#include "record/codec.h"
#include "store/impl.h"

namespace hoego {
namespace {

constexpr int schema_version = 3;

constexpr const char* schema =
#include "schema.inc"
    ;

std::string joined(std::string_view folder, std::string_view name) {
  return UnitPath{std::string(folder), std::string(name)}.whole();
}

void make_folder_of(const std::filesystem::path& file) {
  if (file.parent_path().empty()) return;
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  if (failed) {
    throw Error(fmt::format("the folder of the index cannot be made: {}", failed.message()),
                file.parent_path().string(), "see that the folder above it may be written");
  }
}

std::int64_t version_of(Database& database) {
  auto read = database.prepare("PRAGMA user_version");
  return read.next() ? read.number_at(0) : 0;
}

void lay(Database& database) {
  database.reset();
  database.execute("PRAGMA journal_mode = WAL");
  database.execute(
      fmt::format("BEGIN IMMEDIATE; {} PRAGMA user_version = {}; COMMIT;", schema, schema_version));
}

void remove_items(Database& database, std::int64_t unit) {
  database.prepare("DELETE FROM observation WHERE unit = ?").number(unit).run();
  database.prepare("DELETE FROM issue WHERE unit = ?").number(unit).run();
  database.prepare("DELETE FROM claim WHERE unit = ?").number(unit).run();
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& index_file) {
  make_folder_of(index_file);
  auto impl = std::make_unique<Impl>(index_file);
  // A last second lost in a power cut is read again; the file stays whole (sqlite.org/pragma).
  impl->database.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;");
  if (version_of(impl->database) != schema_version) lay(impl->database);
  return Store(std::move(impl));
}

Store::Transaction::Transaction(Store& store) : store_(&store) {
  store_->impl_->database.execute("BEGIN IMMEDIATE");
}

Store::Transaction::~Transaction() {
  if (store_) store_->impl_->database.roll_back();
}

void Store::Transaction::commit() {
  store_->impl_->database.execute("COMMIT");
  store_ = nullptr;
}

Store::ImportLock::~ImportLock() {
  if (file_ >= 0) ::close(file_);
}

Store::ImportLock Store::lock_for_import() {
  const std::string path = impl_->file.string() + ".lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw Error("the index may not be written", path, "see that its folder may be written");
  ImportLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    throw Error("another hoego is reading into this index", impl_->file.string(),
                "wait until it has finished, then try again");
  }
  return lock;
}

std::int64_t Store::rows_written() const {
  return impl_->database.changes();
}

std::int64_t Store::source_id(const std::string& path, const std::string& type) {
  {
    auto find = impl_->database.prepare("SELECT id FROM source WHERE path = ? AND type = ?");
    find.bytes(path).text(type);
    if (find.next()) return find.number_at(0);
  }
  impl_->database.prepare("INSERT INTO source(path, type) VALUES(?, ?)").bytes(path).text(type).run();
  return impl_->database.last_row();
}

std::vector<StoredSource> Store::sources() const {
  std::vector<StoredSource> out;
  auto read = impl_->database.prepare("SELECT id, path, type, checked FROM source ORDER BY path, type");
  while (read.next()) {
    StoredSource source{read.number_at(0), std::string(read.bytes_at(1)), std::string(read.bytes_at(2))};
    if (!read.null_at(3)) source.checked = Date{static_cast<std::int32_t>(read.number_at(3))};
    out.push_back(std::move(source));
  }
  return out;
}

void Store::forget_source(std::int64_t id) {
  Transaction transaction(*this);
  for (const char* sql : {"DELETE FROM observation WHERE unit IN (SELECT id FROM unit WHERE source = ?)",
                          "DELETE FROM issue WHERE unit IN (SELECT id FROM unit WHERE source = ?)",
                          "DELETE FROM claim WHERE unit IN (SELECT id FROM unit WHERE source = ?)",
                          "DELETE FROM unit WHERE source = ?", "DELETE FROM source_issue WHERE source = ?",
                          "DELETE FROM source WHERE id = ?"}) {
    impl_->database.prepare(sql).number(id).run();
  }
  transaction.commit();
}

void Store::set_checked(std::int64_t source, Date day) {
  impl_->database.prepare("UPDATE source SET checked = ?1 WHERE id = ?2 AND checked IS NOT ?1")
      .number(day.days)
      .number(source)
      .run();
}

std::vector<Issue> Store::source_issues(std::int64_t source) const {
  std::vector<Issue> out;
  auto read = impl_->database.prepare("SELECT bytes FROM source_issue WHERE source = ? ORDER BY ordinal");
  read.number(source);
  while (read.next()) out.push_back(decode_issue(read.bytes_at(0)));
  return out;
}

void Store::set_source_issues(std::int64_t source, const std::vector<Issue>& issues) {
  impl_->database.prepare("DELETE FROM source_issue WHERE source = ?").number(source).run();
  for (std::size_t i = 0; i < issues.size(); ++i) {
    impl_->database.prepare("INSERT INTO source_issue(source, ordinal, bytes) VALUES(?, ?, ?)")
        .number(source)
        .number(static_cast<std::int64_t>(i))
        .bytes(encode(issues[i]))
        .run();
  }
}

void Store::each_observation(const std::function<void(const StoredObservation&)>& take) const {
  auto read = impl_->database.prepare(
      "SELECT s.path, u.folder, u.name, o.bytes FROM observation o JOIN unit u ON u.id = o.unit "
      "JOIN source s ON s.id = u.source "
      "ORDER BY o.kind, o.identity, s.path, s.type, u.folder, u.name, o.ordinal");
  while (read.next()) {
    take({std::string(read.bytes_at(0)), joined(read.bytes_at(1), read.bytes_at(2)),
          decode_observation(read.bytes_at(3))});
  }
}

std::vector<Store::StoredIssue> Store::issues() const {
  std::vector<StoredIssue> out;
  auto read = impl_->database.prepare(
      "SELECT s.path path, '' folder, '' name, i.bytes, s.type type, 0 level, i.ordinal ordinal "
      "FROM source_issue i JOIN source s ON s.id = i.source UNION ALL "
      "SELECT s.path, u.folder, u.name, i.bytes, s.type, 1, i.ordinal FROM issue i "
      "JOIN unit u ON u.id = i.unit JOIN source s ON s.id = u.source "
      "ORDER BY path, type, level, folder, name, ordinal");
  while (read.next()) {
    out.push_back({std::string(read.bytes_at(0)), joined(read.bytes_at(1), read.bytes_at(2)),
                   decode_issue(read.bytes_at(3))});
  }
  return out;
}

std::vector<Store::StoredClaim> Store::claims() const {
  std::vector<StoredClaim> out;
  // A source that was never seen whole ends its living coverage where time began, not where it may be read.
  auto read = impl_->database.prepare(
      "SELECT s.path, u.folder, u.name, c.bytes, ifnull(s.checked, 0) FROM claim c "
      "JOIN unit u ON u.id = c.unit JOIN source s ON s.id = u.source "
      "ORDER BY s.path, s.type, u.folder, u.name, c.ordinal");
  while (read.next()) {
    out.push_back({std::string(read.bytes_at(0)), joined(read.bytes_at(1), read.bytes_at(2)),
                   decode_coverage(read.bytes_at(3)), Date{static_cast<std::int32_t>(read.number_at(4))}});
  }
  return out;
}

std::vector<Store::KnownUnit> Store::units_in(std::int64_t source, const std::string& folder) const {
  std::vector<KnownUnit> out;
  auto read = impl_->database.prepare(
      "SELECT name, format, key, holds FROM unit WHERE source = ? AND folder = ? ORDER BY name");
  read.number(source).bytes(folder);
  while (read.next()) {
    out.push_back({std::string(read.bytes_at(0)), std::string(read.bytes_at(1)),
                   std::string(read.bytes_at(2)), std::string(read.bytes_at(3))});
  }
  return out;
}

std::optional<Store::KnownUnit> Store::unit_at(std::int64_t source, const UnitPath& path) const {
  auto read = impl_->database.prepare(
      "SELECT format, key, holds FROM unit WHERE source = ? AND folder = ? AND name = ?");
  read.number(source).bytes(path.folder).bytes(path.name);
  if (!read.next()) return std::nullopt;
  return KnownUnit{path.name, std::string(read.bytes_at(0)), std::string(read.bytes_at(1)),
                   std::string(read.bytes_at(2))};
}

std::vector<std::string> Store::folders_of(std::int64_t source) const {
  std::vector<std::string> out;
  auto read = impl_->database.prepare("SELECT DISTINCT folder FROM unit WHERE source = ? ORDER BY folder");
  read.number(source);
  while (read.next()) out.emplace_back(read.bytes_at(0));
  return out;
}

std::uint64_t Store::issue_count(std::int64_t source) const {
  auto read = impl_->database.prepare(
      "SELECT (SELECT count(*) FROM source_issue WHERE source = ?1) + "
      "(SELECT count(*) FROM issue i JOIN unit u ON u.id = i.unit WHERE u.source = ?1)");
  read.number(source);
  return read.next() ? static_cast<std::uint64_t>(read.number_at(0)) : 0;
}

std::vector<Store::StoredUnit> Store::units(std::int64_t source) const {
  std::vector<StoredUnit> out;
  auto read = impl_->database.prepare(
      "SELECT folder, name, format, holds, (SELECT count(*) FROM observation o WHERE o.unit = u.id), "
      "(SELECT count(*) FROM issue i WHERE i.unit = u.id) FROM unit u WHERE source = ? ORDER BY folder, "
      "name");
  read.number(source);
  while (read.next()) {
    out.push_back({std::string(read.bytes_at(0)), std::string(read.bytes_at(1)),
                   std::string(read.bytes_at(2)), std::string(read.bytes_at(3)),
                   static_cast<std::uint64_t>(read.number_at(4)),
                   static_cast<std::uint64_t>(read.number_at(5))});
  }
  return out;
}

std::int64_t Store::stage_unit() {
  impl_->database.prepare("INSERT INTO unit DEFAULT VALUES").run();
  return impl_->database.last_row();
}

void Store::stage(std::int64_t unit, std::uint64_t ordinal, const Observation& observation) {
  impl_->database
      .prepare("INSERT INTO observation(unit, ordinal, kind, identity, bytes) VALUES(?, ?, ?, ?, ?)")
      .number(unit)
      .number(static_cast<std::int64_t>(ordinal))
      .number(static_cast<std::int64_t>(observation.kind))
      .text(observation.identity)
      .bytes(encode(observation))
      .run();
}

void Store::stage(std::int64_t unit, std::uint64_t ordinal, const Issue& issue) {
  impl_->database.prepare("INSERT INTO issue(unit, ordinal, bytes) VALUES(?, ?, ?)")
      .number(unit)
      .number(static_cast<std::int64_t>(ordinal))
      .bytes(encode(issue))
      .run();
}

void Store::stage(std::int64_t unit, std::uint64_t ordinal, const CoverageClaim& claim) {
  impl_->database.prepare("INSERT INTO claim(unit, ordinal, bytes) VALUES(?, ?, ?)")
      .number(unit)
      .number(static_cast<std::int64_t>(ordinal))
      .bytes(encode(claim))
      .run();
}

void Store::unstage(std::int64_t unit) {
  unstage(unit, 0, 0);
}

void Store::unstage(std::int64_t unit, std::uint64_t first_observation, std::uint64_t first_claim) {
  impl_->database.prepare("DELETE FROM observation WHERE unit = ? AND ordinal >= ?")
      .number(unit)
      .number(static_cast<std::int64_t>(first_observation))
      .run();
  impl_->database.prepare("DELETE FROM claim WHERE unit = ? AND ordinal >= ?")
      .number(unit)
      .number(static_cast<std::int64_t>(first_claim))
      .run();
}

void Store::finish_unit(std::int64_t unit, std::int64_t source, const UnitPath& path,
                        const std::string& format, const std::string& key, const std::string& holds) {
  remove_unit(source, path);
  impl_->database
      .prepare(
          "UPDATE unit SET source = ?, folder = ?, name = ?, format = ?, key = ?, holds = ? WHERE id = ?")
      .number(source)
      .bytes(path.folder)
      .bytes(path.name)
      .text(format)
      .text(key)
      .text(holds)
      .number(unit)
      .run();
}

void Store::drop_unit(std::int64_t unit) {
  remove_items(impl_->database, unit);
  impl_->database.prepare("DELETE FROM unit WHERE id = ?").number(unit).run();
}

void Store::remove_unit(std::int64_t source, const UnitPath& path) {
  std::optional<std::int64_t> unit;
  {
    auto find = impl_->database.prepare("SELECT id FROM unit WHERE source = ? AND folder = ? AND name = ?");
    find.number(source).bytes(path.folder).bytes(path.name);
    if (find.next()) unit = find.number_at(0);
  }
  if (unit) drop_unit(*unit);
}

void Store::drop_unfinished() {
  std::vector<std::int64_t> units;
  {
    auto find = impl_->database.prepare("SELECT id FROM unit WHERE source IS NULL");
    while (find.next()) units.push_back(find.number_at(0));
  }
  if (units.empty()) return;
  Transaction transaction(*this);
  for (const std::int64_t unit : units) drop_unit(unit);
  transaction.commit();
}

std::string Store::derived() const {
  return meta("derived");
}

void Store::set_derived(const std::string& decisions) {
  Transaction transaction(*this);
  impl_->database
      .prepare(
          "INSERT INTO meta(key, value) VALUES('derivation', hex(randomblob(16))) "
          "ON CONFLICT(key) DO UPDATE SET value = excluded.value")
      .run();
  set_meta("derived", decisions);
  transaction.commit();
}

std::string Store::meta(const std::string& key) const {
  auto read = impl_->database.prepare("SELECT value FROM meta WHERE key = ?");
  read.text(key);
  return read.next() ? std::string(read.bytes_at(0)) : std::string();
}

void Store::set_meta(const std::string& key, const std::string& value) {
  impl_->database
      .prepare(
          "INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2 "
          "WHERE value <> ?2")
      .text(key)
      .text(value)
      .run();
}

}  // namespace hoego
