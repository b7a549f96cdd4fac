#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "record/codec.h"
#include "store/impl.h"
#include "store/pairs.h"
#include "store/store.h"

namespace hoego {
namespace {

/// What a person may look for: the title, and traits that are words rather than marks.
std::string words_of(const Record& record) {
  std::string words = record.title;
  for (const auto& [key, value] : record.traits) {
    const bool mark = key == trait::time_from || key == trait::status || key == trait::booked ||
                      key == trait::free || key == trait::sequence;
    if (mark) continue;
    words += '\n';
    words += value;
  }
  return fold_case(words);
}

void remove_record(Database& database, std::int64_t number) {
  database.prepare("DELETE FROM record_text WHERE rowid = ?").number(number).run();
  database.prepare("DELETE FROM record WHERE number = ?").number(number).run();
}

void put(Database& database, const Record& record) {
  const std::string bytes = encode(record);
  std::int64_t old = 0;
  {
    auto find = database.prepare("SELECT number, bytes FROM record WHERE id = ?");
    find.text(record.id);
    if (find.next()) {
      if (find.bytes_at(1) == bytes) return;
      old = find.number_at(0);
    }
  }
  if (old != 0) remove_record(database, old);
  database.prepare("INSERT INTO record(id, begins, first_day, last_day, bytes) VALUES(?, ?, ?, ?, ?)")
      .text(record.id)
      .number(record.begin_instant().seconds)
      .number(record.day().days)
      .number(record.last_day().days)
      .bytes(bytes)
      .run();
  const std::int64_t number = database.last_row();
  const std::string words = words_of(record);
  if (words.find_first_not_of('\n') == std::string::npos) return;
  database.prepare("INSERT INTO record_text(rowid, words) VALUES(?, ?)").number(number).text(words).run();
}

}  // namespace

void Store::replace_records(const std::vector<Record>& records) {
  Database& database = impl_->database;
  // Nothing is written, and no lock taken, until the first row that differs.
  database.execute("BEGIN");
  try {
    std::unordered_set<std::string_view> wanted;
    wanted.reserve(records.size());
    for (const Record& record : records) wanted.insert(record.id);
    std::vector<std::int64_t> gone;
    {
      auto all = database.prepare("SELECT number, id FROM record");
      while (all.next()) {
        if (!wanted.contains(all.bytes_at(1))) gone.push_back(all.number_at(0));
      }
    }
    for (const std::int64_t number : gone) remove_record(database, number);
    for (const Record& record : records) put(database, record);
  } catch (...) {
    database.roll_back();
    throw;
  }
  database.execute("COMMIT");
}

std::vector<Record> Store::records(std::optional<DateRange> days) const {
  std::vector<Record> out;
  if (!days) {
    auto count = impl_->database.prepare("SELECT count(*) FROM record");
    if (count.next()) out.reserve(static_cast<std::size_t>(count.number_at(0)));
  }
  auto read = impl_->database.prepare(
      days ? "SELECT bytes FROM record WHERE first_day <= ? AND last_day >= ? ORDER BY begins, id"
           : "SELECT bytes FROM record ORDER BY begins, id");
  if (days) read.number(days->to.days).number(days->from.days);
  while (read.next()) out.push_back(decode_record(read.bytes_at(0)));
  return out;
}

std::optional<Record> Store::record(const std::string& id) const {
  auto read = impl_->database.prepare("SELECT bytes FROM record WHERE id = ?");
  read.text(id);
  if (!read.next()) return std::nullopt;
  return decode_record(read.bytes_at(0));
}

std::vector<Record> Store::search_records(std::string_view text, int most) const {
  const std::string expression = pairs_expression(fold_case(text));
  if (expression.empty() || most <= 0) return {};
  auto read = impl_->database.prepare(
      "SELECT r.bytes FROM record_text t JOIN record r ON r.number = t.rowid WHERE record_text MATCH ? "
      "ORDER BY r.begins, r.id LIMIT ?");
  read.text(expression).number(most);
  std::vector<Record> out;
  while (read.next()) out.push_back(decode_record(read.bytes_at(0)));
  return out;
}

std::vector<std::int64_t> Store::matching_records(std::string_view text) const {
  const std::string expression = pairs_expression(fold_case(text));
  if (expression.empty()) return {};
  auto read = impl_->database.prepare("SELECT rowid FROM record_text WHERE record_text MATCH ?");
  read.text(expression);
  std::vector<std::int64_t> out;
  while (read.next()) out.push_back(read.number_at(0));
  return out;
}

std::optional<Record> Store::record_numbered(std::int64_t number) const {
  auto read = impl_->database.prepare("SELECT bytes FROM record WHERE number = ?");
  read.number(number);
  if (!read.next()) return std::nullopt;
  return decode_record(read.bytes_at(0));
}

void Store::each_record(const std::function<void(std::int64_t, const Record&)>& take) const {
  auto read = impl_->database.prepare("SELECT number, bytes FROM record ORDER BY begins, id");
  while (read.next()) take(read.number_at(0), decode_record(read.bytes_at(1)));
}

}  // namespace hoego
