#include "app/served_life.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "app/installed.h"
#include "app/reviewing.h"
#include "base/error.h"
#include "base/hash.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

/// Browsers wait longer, and people do not.
constexpr std::chrono::seconds patience{30};

/// Changes with the file, as far as its times tell.
std::string stamp_of(const fs::path& file) {
  struct stat is {};
  if (stat(file.c_str(), &is) != 0) return "-";
  return fmt::format("{}:{}:{}:{}.{}", is.st_dev, is.st_ino, is.st_size, is.st_mtim.tv_sec,
                     is.st_mtim.tv_nsec);
}

std::string stamps_in(const fs::path& folder) {
  std::vector<std::string> stamps;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    stamps.push_back(entry.path().filename().string() + ' ' + stamp_of(entry.path()));
  std::sort(stamps.begin(), stamps.end());
  std::string all;
  for (const std::string& stamp : stamps) all += stamp + '\n';
  return all;
}

Arguments arguments_of(const fs::path& folder) {
  Arguments arguments;
  arguments.directory = folder;
  return arguments;
}

std::map<std::string, ServedLife::Overview::Share> shares_of(const Timeline& timeline, Date today) {
  std::map<std::string, ServedLife::Overview::Share> shares;
  for (const Record& record : timeline.records()) {
    const std::string* before = nullptr;
    for (const Origin& origin : record.origins) {
      if (before != nullptr && *before == origin.source) continue;  // they are sorted
      before = &origin.source;
      ServedLife::Overview::Share& share = shares[origin.source];
      ++share.records;
      const Date day = record.day();
      if (day > today) continue;
      if (!share.days) share.days = DateRange{day, day};
      share.days->from = std::min(share.days->from, day);
      share.days->to = std::max(share.days->to, day);
    }
  }
  return shares;
}

}  // namespace

ServedLife::Overview::Overview(Life& life, Date today) : Overview(life, life.timeline(today), today) {}

ServedLife::Overview::Overview(Life& life, const Timeline& timeline, Date today)
    : config(life.config()), assignment(timeline, config.settings), sources(shares_of(timeline, today)) {}

ServedLife::ServedLife(fs::path folder)
    : folder_(std::move(folder)),
      index_(folder_ / ".hoego" / "index.db"),
      program_(stamp_of("/proc/self/exe") + ' ' + stamp_of(installed("geo.bin").value_or("-"))),
      sync_(folder_),
      watch_(index_) {}

void ServedLife::require_folder() const {
  std::error_code ignored;
  if (fs::exists(folder_ / "hoego.toml", ignored)) return;
  throw Refusal(503, "the life folder is not there now", folder_.string(),
                "put it back (is its disk connected?), or stop the server and start it there");
}

Life ServedLife::open() const {
  require_folder();
  try {
    Life life = Life::open(arguments_of(folder_));
    if (life.folder() == folder_) return life;
  } catch (const UsageError& error) {
    // Of a file that the owner writes, not of what was asked.
    throw Refusal(500, error.what(), error.where(), error.remedy());
  }
  throw Refusal(503, "the life folder is not there now", folder_.string(), "put it back");
}

std::string ServedLife::owner_files() const {
  return stamps_in(folder_ / "resolutions") + stamps_in(folder_ / "notes");
}

std::string ServedLife::records_generation() {
  require_folder();
  const std::lock_guard lock(watching_);
  try {
    return fmt::format("{}\n{}\n{}\n{}", watch_.generation(), stamp_of(folder_ / "hoego.toml"),
                       stamp_of(folder_ / "corrections.toml"), day().iso());
  } catch (const UsageError& error) {
    throw Refusal(500, error.what(), error.where(), error.remedy());
  } catch (const Error& error) {
    throw Refusal(503, error.what(), error.where(), error.remedy());
  }
}

Date ServedLife::day() {
  const std::string config = stamp_of(folder_ / "hoego.toml");
  if (config != config_of_) {
    config_ = read_config(folder_);
    config_of_ = config;
  }
  return today(config_);
}

std::string ServedLife::generation() {
  return hash_hex(program_ + '\n' + records_generation() + '\n' + owner_files());
}

bool ServedLife::is_importing() {
  if (sync_.is_running()) return true;
  const std::lock_guard lock(watching_);
  return watch_.is_importing();
}

Response ServedLife::with_life(const std::function<Response(Life&)>& use) {
  try {
    Life life = open();
    return use(life);
  } catch (const Refusal&) {
    throw;
  } catch (const Error& error) {
    require_folder();
    // In use, full, damaged: it may be otherwise the next time.
    if (error.where() == index_.string()) throw Refusal(503, error.what(), error.where(), error.remedy());
    throw;
  }
}

Response ServedLife::with_fresh_life(const std::function<Response(Life&)>& use) {
  const std::unique_lock lock(working_, patience);
  if (!lock.owns_lock())
    throw Refusal(503, "another answer is being worked out", folder_.string(), "try again in a moment");
  return with_life([&](Life& life) {
    if (!is_importing()) life.derive();
    return use(life);
  });
}

std::shared_ptr<const ServedLife::Overview> ServedLife::overview(Life& life) {
  const std::string now = records_generation();
  const bool importing = is_importing();
  const std::lock_guard lock(overviewing_);
  if (overview_ && importing) return overview_;  // the records change at its end
  if (overview_of_ != now || !overview_) {
    overview_ = std::make_shared<const Overview>(life, today(life.config()));
    overview_of_ = now;
  }
  return overview_;
}

std::shared_ptr<const LifeCatalogue> ServedLife::catalogue(Life& life) {
  const std::string now = records_generation();
  const bool importing = is_importing();
  const auto known = overview(life);
  const std::lock_guard lock(cataloguing_);
  if (catalogue_ && importing) return catalogue_;
  if (catalogue_of_ != now || !catalogue_) {
    catalogue_ = std::make_shared<const LifeCatalogue>(catalogue_of(life, known->assignment));
    catalogue_of_ = now;
  }
  return catalogue_;
}

}  // namespace hoego
