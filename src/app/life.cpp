#include "app/life.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "app/progress.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "geo/gazetteer.h"
#include "geo/holidays.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr const char* config_name = "hoego.toml";
constexpr const char* notes_key = "derived_notes";
constexpr const char* unfinished_key = "unfinished";  ///< of a sync that ended before its end; else empty

std::optional<fs::path> find_upwards(fs::path folder) {
  for (;;) {
    std::error_code ignored;
    if (fs::exists(folder / config_name, ignored)) return folder;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

fs::path start_folder(const Arguments& arguments) {
  return arguments.directory.empty() ? fs::current_path() : fs::absolute(arguments.directory);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

fs::path expand(const std::string& written, const fs::path& base) {
  if (written == "~" || written.rfind("~/", 0) == 0)
    return fs::path(environment("HOME")) / written.substr(std::min<std::size_t>(2, written.size()));
  const fs::path path(written);
  return (path.is_absolute() ? path : base / path).lexically_normal();
}

fs::path cache_folder() {
  const std::string cache = environment("XDG_CACHE_HOME");
  if (!cache.empty()) return fs::path(cache) / "hoego";
  return fs::path(environment("HOME")) / ".cache" / "hoego";
}

ReadOptions read_options(const Config& config) {
  ReadOptions options;
  options.owner_names = config.decisions.names;
  options.owner_emails = config.decisions.emails;
  return options;
}

const Gazetteer& gazetteer() {
  static const Gazetteer opened = Gazetteer::open();
  return opened;
}

/// What is called so in a folder, also where the file system spells it otherwise (Hangul decomposed).
fs::path entry_called(const fs::path& folder, std::string_view name) {
  std::error_code ignored;
  fs::path plain = folder / name;
  if (fs::exists(plain, ignored)) return plain;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (clean_text(entry.path().filename().native()) == name) return entry.path();
  }
  return plain;
}

SourcedObservation sourced(const Store::StoredObservation& stored) {
  SourcedObservation item;
  item.origin.source = stored.source;
  item.origin.path = stored.observation.file.empty() ? stored.unit : stored.observation.file;
  item.origin.locator = stored.observation.locator;
  item.observation = stored.observation;
  return item;
}

/// The years in which the owner has records, with the first day of each.
nlohmann::ordered_json years_json(const std::vector<Record>& records) {
  std::map<int, Date> first;
  for (const Record& record : records) {
    if (!record.mine) continue;
    const auto [year, is_new] = first.emplace(record.day().year(), record.day());
    if (!is_new) year->second = std::min(year->second, record.day());
  }
  auto json = nlohmann::ordered_json::array();
  for (const auto& [year, day] : first) json.push_back({year, day.iso()});
  return json;
}

bool all_of_it(const std::string& /*source*/, const std::string& /*path*/) {
  return true;
}

void print_warning(const std::string& text) {
  fmt::print(stderr, "hoego: {}\n", text);
}

}  // namespace

Instant now() {
  const std::string pinned = environment("HOEGO_NOW");
  if (!pinned.empty()) {
    if (const auto day = Date::parse(pinned)) return instant(WallTime::at(*day, 12 * 3600), Offset{0});
    for (const std::size_t size : {std::size_t{19}, std::size_t{16}}) {
      const auto wall = WallTime::parse(pinned.substr(0, size));
      if (!wall) continue;
      const std::string rest = pinned.size() > size ? pinned.substr(size) : "Z";
      if (const auto offset = Offset::parse(rest)) return instant(*wall, *offset);
    }
    throw UsageError(fmt::format("\"{}\" is not a time", pinned), "HOEGO_NOW",
                     "set it to 2024-10-20 or 2024-10-20T09:00:00+09:00");
  }
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

Date today(const Config& config) {
  const Zone zone = config.decisions.home_zone.value_or(Zone::system());
  const auto pinned = Date::parse(environment("HOEGO_NOW"));
  const Date day = pinned ? *pinned : wall_time(now(), zone.offset_at(now())).date();
  return config.as_of ? std::min(day, *config.as_of) : day;
}

Places places() {
  Places atlas;
  atlas.place_of = [](Coordinates at) { return gazetteer().place_of(at); };
  atlas.find_town = [](std::string_view name) { return gazetteer().find_town(name); };
  atlas.country_by_name = [](std::string_view name) { return country_by_name(name); };
  atlas.holidays = [](std::string_view country, int year) {
    std::vector<Date> days;
    for (const Holiday& holiday : holidays(gazetteer(), country, year)) days.push_back(holiday.day);
    return days;
  };
  return atlas;
}

Language language_of(const Arguments& arguments, const Config& config) {
  std::string language = arguments.language.value_or(config.language);
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (language.empty()) language = environment(name).substr(0, 2);
  }
  return language == "ko" ? Language::Korean : Language::English;
}

Life::Life(fs::path folder, Config config, const fs::path& index)
    : folder_(std::move(folder)), config_(std::move(config)), store_(Store::open(index)) {}

bool Life::exists(const Arguments& arguments) {
  return find_upwards(start_folder(arguments)).has_value();
}

Life Life::open(const Arguments& arguments) {
  const auto folder = find_upwards(start_folder(arguments));
  if (!folder) {
    throw UsageError("there is no life folder here", start_folder(arguments).string(),
                     "make one with `hoego init`, name one with -C DIR, or review paths alone: `hoego review "
                     "2024 PATH...`");
  }
  return {*folder, read_config(*folder), *folder / ".hoego" / "index.db"};
}

Life Life::of_paths(const std::vector<std::string>& paths, const std::optional<std::string>& type) {
  Config config;
  Hasher hasher;
  for (const std::string& written : paths) {
    const fs::path path = fs::weakly_canonical(expand(written, fs::current_path()));
    if (!fs::exists(path)) throw UsageError("there is no such file or folder", written, "check the path");
    config.sources.push_back({path.string(), type.value_or(""), false, {}});
    config.decisions.sources.push_back({path.string(), true, std::nullopt});
    hasher.add(path.string() + "\n");
  }
  Life life(fs::current_path(), std::move(config), cache_folder() / hasher.hex() / "index.db");
  life.has_folder_ = false;
  return life;
}

fs::path Life::locate(const std::string& written) const {
  return expand(written, folder_);
}

Life::Original Life::original(const Origin& origin) const {
  const fs::path root = locate(origin.source);
  std::error_code ignored;
  if (origin.path.empty()) return {root, ""};
  fs::path here = fs::is_regular_file(root, ignored) ? root.parent_path() : root;
  std::string_view rest = origin.path;
  while (!rest.empty()) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), step.size() + 1));
    here = entry_called(here, step);
    if (!rest.empty() && fs::is_regular_file(here, ignored)) return {here, std::string(rest)};
  }
  return {here, ""};
}

ImportResult Life::sync(int jobs, const std::vector<std::string>& only, const SyncWatch& watch) {
  std::vector<ImportSource> sources;
  for (const ConfiguredSource& source : config_.sources) {
    if (!only.empty() && std::find(only.begin(), only.end(), source.path) == only.end()) continue;
    const Source* format = find_source(source.type);  // "takeout" is a name for archives
    const std::string type = format == nullptr ? source.type : std::string(format->type);
    sources.push_back({locate(source.path), source.path, type, source.keep_text, source.columns});
  }
  ProgressLine line;
  ImportOptions options;
  options.jobs = jobs;
  options.now = now();
  options.stop = watch.stop;
  options.progress = [&line, &watch](const Progress& progress) {
    line.show(progress);
    if (watch.progress) watch.progress(progress);
  };
  ImportResult result = import(store_, sources, all_sources(), read_options(config_), options);
  line.clear();
  if (result.stopped) store_.set_meta(unfinished_key, "1");
  if (store_.derived() != decisions_key()) {  // the index forgets the key when a unit changes
    if (watch.settling) watch.settling();
    derive_records();
  }
  const bool whole = !result.stopped && only.empty();
  if (whole && !store_.meta(unfinished_key).empty()) store_.set_meta(unfinished_key, "");
  return result;
}

void Life::refresh(int jobs) {
  if (is_unfinished())
    sync(jobs);
  else
    derive();
}

bool Life::is_unfinished() const {
  return store_.derived().empty() || !store_.meta(unfinished_key).empty();
}

void Life::drop_records() {
  if (store_.meta(notes_key).empty()) return;  // there were none
  store_.replace_records({});
  store_.set_meta(notes_key, "");
  store_.set_derived("");
}

void Life::derive() {
  const std::string derived = store_.derived();
  if (derived == decisions_key()) return;
  if (derived.empty()) {
    if (store_.sources().empty()) return drop_records();
    store_.set_meta(unfinished_key, "1");
  }
  derive_records();
}

std::string Life::decisions_key() const {
  // Everything of the configuration that acts on records. Patterns and activities act on findings only.
  const Decisions& decisions = config_.decisions;
  nlohmann::ordered_json key;
  key["version"] = 2;
  key["me"] = {decisions.names, decisions.emails, decisions.cameras, decisions.calendars};
  key["home_zone"] = decisions.home_zone ? decisions.home_zone->name() : Zone::system().name();
  key["day_starts"] = decisions.day_starts;
  for (const CameraClock& clock : decisions.clocks) {
    key["clocks"].push_back({clock.camera, clock.days.from.iso(), clock.days.to.iso(), clock.shift});
  }
  for (const SourceDecision& source : decisions.sources) key["sources"].push_back({source.path, source.mine});
  for (const RecordCorrection& record : decisions.records) {
    nlohmann::ordered_json entry{record.id, record.reject, record.mine.value_or(true),
                                 record.mine.has_value()};
    if (record.time)
      entry.push_back(
          {static_cast<int>(record.time->form), record.time->seconds, record.time->offset.seconds});
    if (record.place) entry.push_back({record.place->latitude, record.place->longitude});
    key["records"].push_back(std::move(entry));
  }
  return hash_hex(key.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Derived Life::derived(const Wanted& wanted) const {
  std::vector<SourcedObservation> observations;
  store_.each_observation([&](const Store::StoredObservation& stored) {
    SourcedObservation item = sourced(stored);
    if (wanted(stored.source, item.origin.path)) observations.push_back(std::move(item));
  });
  return hoego::derive(std::move(observations), config_.decisions,
                       [](Coordinates at) { return gazetteer().zone_of(at); });
}

void Life::derive_records() {
  std::size_t count = 0;
  const Derived derived = this->derived([&count](const std::string&, const std::string&) {
    ++count;
    return true;
  });
  nlohmann::ordered_json notes;
  notes["merged"] = count - derived.things;
  notes["assumed_author"] = derived.assumed_author;
  notes["years"] = years_json(derived.records);
  notes["issues"] = nlohmann::ordered_json::array();
  for (const Issue& issue : derived.issues)
    notes["issues"].push_back({issue.path, issue.place, issue.reason, issue.remedy});
  if (!store_.derived().empty()) store_.set_derived("");
  store_.replace_records(derived.records);
  store_.set_meta(notes_key, notes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  store_.set_derived(decisions_key());
  if (!derived.assumed_author.empty()) {
    print_warning(
        fmt::format("taking the commits of {} for yours; name yourself under [me] in hoego.toml to be sure",
                    derived.assumed_author));
  }
}

std::vector<Issue> Life::decision_issues() const {
  std::vector<Issue> issues = config_.issues;
  const auto notes = nlohmann::json::parse(store_.meta(notes_key), nullptr, false);
  if (notes.is_discarded()) return issues;
  for (const auto& item : notes.value("issues", nlohmann::json::array())) {
    issues.push_back({item.at(0), item.at(1), item.at(2), item.at(3)});
  }
  return issues;
}

std::vector<int> Life::years(Date last) const {
  std::vector<int> years;
  const auto notes = nlohmann::json::parse(store_.meta(notes_key), nullptr, false);
  if (notes.is_discarded()) return years;
  for (const auto& [year, first] : notes.value("years", std::vector<std::pair<int, std::string>>())) {
    if (first <= last.iso()) years.push_back(year);
  }
  return years;
}

std::uint64_t Life::merged() const {
  const auto notes = nlohmann::json::parse(store_.meta(notes_key), nullptr, false);
  return notes.is_discarded() ? 0 : notes.value("merged", std::uint64_t{0});
}

std::vector<SourcedClaim> Life::claims(const Wanted& wanted) const {
  std::vector<SourcedClaim> claims;
  for (const Store::StoredClaim& stored : store_.claims()) {
    if (!wanted(stored.source, stored.unit)) continue;
    SourcedClaim item{stored.source, stored.claim};
    if (!item.claim.to) item.claim.to = stored.read_on;
    claims.push_back(std::move(item));
  }
  return claims;
}

Timeline Life::timeline(Date as_of) const {
  return assemble(store_.records(std::nullopt), claims(all_of_it), config_.decisions, as_of);
}

}  // namespace hoego
