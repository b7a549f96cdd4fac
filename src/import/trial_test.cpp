#include "import/trial_test.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "import/worker.h"
#include "record/codec.h"
#include "sources/archive.h"

namespace hoego {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error("cannot be opened", file.string(), "give yourself the right to read it");
  return {std::istreambuf_iterator<char>(in), {}};
}

Sureness begins_with(const Candidate& candidate, std::string_view mark) {
  return candidate.head.substr(0, mark.size()) == mark ? Sureness::Sure : Sureness::No;
}

Sureness holds(const Candidate& candidate, std::string_view name) {
  return std::binary_search(candidate.names.begin(), candidate.names.end(), name) ? Sureness::Sure
                                                                                  : Sureness::No;
}

Observation note(const std::string& identity, const std::string& title) {
  Observation out;
  out.kind = Kind::Note;
  out.identity = identity;
  out.title = clean_text(title);
  out.begin = When::on(Date{19'800});
  return out;
}

std::string content_of(const Unit& unit, const std::string& file) {
  return std::string(unit.open(file)->whole(std::uint64_t{64} << 20));
}

void read_lines(const Unit& unit, const ReadOptions& options, Sink& sink) {
  const auto file = unit.open();
  const auto in = stream_of(*file);
  std::string line;
  std::getline(*in, line);
  for (int number = 2; std::getline(*in, line); ++number) {
    if (line == "bad") {
      sink.issue({"", fmt::format("line {}", number), "a bad line", "mend it"});
      continue;
    }
    Observation observation = note(hash_hex(line), line);
    if (!options.owner_names.empty()) observation.traits[trait::author_name] = options.owner_names.front();
    sink.observation(observation);
  }
  sink.coverage({Kind::Note, CoverageClass::Complete, "lines", std::nullopt, std::nullopt});
}

void read_picture(const Unit& unit, const ReadOptions&, Sink& sink) {
  std::string title = content_of(unit, unit.path);
  for (const std::string& companion : unit.companions) title += " + " + content_of(unit, companion);
  sink.observation(note(hash_hex(title), title));
}

bool is_side(std::string_view name) {
  return name.find('.') != std::string_view::npos;
}

std::vector<std::string> sides_of(const std::string& main, const std::vector<std::string>& siblings) {
  const std::string side = main + ".side";
  if (std::binary_search(siblings.begin(), siblings.end(), side)) return {side};
  return {};
}

std::string newest_inside(const std::filesystem::path& folder) {
  return hash_hex(content_of(folder / (std::filesystem::exists(folder / "HOUSE") ? "HOUSE" : "GARDEN")));
}

void read_house(const Unit& unit, const ReadOptions&, Sink& sink) {
  sink.observation(note("house " + unit.path, "a house"));
}

/// What a broken parser may do to its process.
void make_trouble(const Unit& unit, const ReadOptions&, Sink& sink) {
  const std::string content = content_of(unit, unit.path);
  const auto wants = [&content](std::string_view word) { return content.find(word) != std::string::npos; };
  sink.observation(note("before " + unit.path, "said before the trouble"));
  if (wants("abort")) std::abort();
  if (wants("exit")) _exit(0);
  if (wants("loop")) {
    while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  if (wants("memory")) {
    std::vector<std::string> held;
    while (true) held.emplace_back(std::size_t{1} << 20, 'x');
  }
  // The importer gives its readers this descriptor; a parser that was taken over could write anything to it.
  if (wants("garbage")) {
    const std::string garbage = "\xff\xff\xff\xff garbage that is no frame";
    if (::write(3, garbage.data(), garbage.size()) < 0) _exit(1);
  }
  if (wants("broken item")) {
    const std::string frame("\x06\x00\x00\x00\x11hello", 10);
    if (::write(3, frame.data(), frame.size()) < 0) _exit(1);
  }
  if (wants("throw")) throw Error("the header is missing", unit.path, "export it again");
  if (wants("strange")) throw std::runtime_error("a library's own words");
  if (wants("impossible")) {
    Observation observation = note("impossible", "in no year");
    observation.position = Coordinates{213.6, 10};
    observation.locator = "line 7";
    sink.observation(observation);
  }
}

// clang-format off
constexpr Source lines = {.type = "lines", .version = 1, .describe = "lines",
  .recognise = [](const Candidate& one) { return begins_with(one, "LINES"); },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = nullptr, .descend = false, .read = read_lines};
constexpr Source twins = {.type = "twins", .version = 1, .describe = "twins",
  .recognise = [](const Candidate& one) { return begins_with(one, "LINES TWICE"); },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = nullptr, .descend = false, .read = read_lines};
constexpr Source pictures = {.type = "pictures", .version = 3, .describe = "pictures",
  .recognise = [](const Candidate& one) { return begins_with(one, "PIC"); },
  .may_accompany = is_side, .companions = sides_of, .fingerprint = nullptr, .descend = false, .read = read_picture};
constexpr Source maybe = {.type = "maybe", .version = 1, .describe = "maybe",
  .recognise = [](const Candidate& one) { return one.head.find("maybe") == std::string_view::npos ? Sureness::No : Sureness::Maybe; },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = nullptr, .descend = false, .read = read_lines};
constexpr Source houses = {.type = "houses", .version = 1, .describe = "houses",
  .recognise = [](const Candidate& one) { return holds(one, "HOUSE"); },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = newest_inside, .descend = false, .read = read_house};
constexpr Source gardens = {.type = "gardens", .version = 1, .describe = "gardens",
  .recognise = [](const Candidate& one) { return holds(one, "GARDEN"); },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = newest_inside, .descend = true, .read = read_house};
constexpr Source trouble = {.type = "trouble", .version = 1, .describe = "trouble",
  .recognise = [](const Candidate& one) { return begins_with(one, "TROUBLE"); },
  .may_accompany = nullptr, .companions = nullptr, .fingerprint = nullptr, .descend = false, .read = make_trouble};
const Source boxes = {.type = "boxes", .version = 1, .describe = "boxes",
  .recognise = archive_source.recognise, .may_accompany = archive_source.may_accompany,
  .companions = archive_source.companions, .fingerprint = nullptr, .descend = false,
  .read = [](const Unit& unit, const ReadOptions& options, Sink& sink) { read_archive(unit, options, sink, trial_formats()); }};
// clang-format on
constexpr std::array<const Source*, 8> formats = {&lines,  &twins,   &pictures, &maybe,
                                                  &houses, &gardens, &trouble,  &boxes};

std::string words(const std::optional<Date>& date) {
  return date ? date->iso() : "…";
}

}  // namespace

std::span<const Source* const> trial_formats() {
  return formats;
}

Ground::Ground() {
  // In memory where that can be had: hundreds of imports would otherwise wait for the disk to sync.
  const bool in_memory = access("/dev/shm", W_OK) == 0;
  const std::filesystem::path above = in_memory ? "/dev/shm" : std::filesystem::temp_directory_path();
  std::string pattern = (above / "hoego-ground-XXXXXX").string();
  path_ = mkdtemp(pattern.data());
  std::filesystem::create_directories(files());
}

Ground::~Ground() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void Ground::write(const std::string& name, std::string_view content) const {
  const std::filesystem::path file = files() / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

void Ground::remove(const std::string& name) const {
  std::filesystem::remove_all(files() / name);
}

ImportOptions trial_options(int jobs) {
  ImportOptions options;
  options.jobs = jobs;
  options.now = {1'729'400'000};  // 2024-10-20
  return options;
}

ImportResult import_ground(const Ground& ground, const ImportOptions& options, const std::string& type,
                           const ReadOptions& read) {
  Store store = Store::open(ground.index());
  const std::array<ImportSource, 1> sources = {ImportSource{ground.files(), "files", type}};
  return import(store, sources, trial_formats(), read, options);
}

std::string dump(const Store& store) {
  std::string out;
  store.each_observation([&out](const Store::StoredObservation& one) {
    out += fmt::format("{} {} {} {}\n", one.source, one.unit, one.observation.title,
                       hash_hex(encode(one.observation)));
  });
  for (const auto& one : store.issues()) {
    out += fmt::format("issue {} {} {}: {} {} {}\n", one.source, one.unit, one.issue.path, one.issue.place,
                       one.issue.reason, one.issue.remedy);
  }
  for (const auto& one : store.claims()) {
    out += fmt::format("claim {} {} {} {}..{} {}\n", one.source, one.unit, name(one.claim.kind),
                       words(one.claim.from), words(one.claim.to), one.read_on.iso());
  }
  return out;
}

std::string dump(const Ground& ground) {
  return dump(Store::open(ground.index()));
}

std::vector<std::string> reasons(const Ground& ground) {
  std::vector<std::string> out;
  for (const auto& one : Store::open(ground.index()).issues()) {
    out.push_back(fmt::format("{}: {}", one.issue.path, one.issue.reason));
  }
  return out;
}

}  // namespace hoego

/// The test program is its own reader process (`worker FD`), and the program that kill_test.cpp kills
/// (`import FILES INDEX`).
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  if (argc == 3 && arguments[1] == "worker") {
    return hoego::worker_main(std::stoi(arguments[2]), hoego::trial_formats());
  }
  if (argc == 4 && arguments[1] == "import") {
    hoego::Store store = hoego::Store::open(arguments[3]);
    const std::array<hoego::ImportSource, 1> sources = {hoego::ImportSource{arguments[2], "files", ""}};
    hoego::import(store, sources, hoego::trial_formats(), {}, hoego::trial_options());
    return 0;
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
