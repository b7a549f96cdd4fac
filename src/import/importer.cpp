#include "import/importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "base/error.h"
#include "base/text.h"
#include "import/pool.h"
#include "import/tree.h"
#include "record/codec.h"

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t units_ahead = 4096;  ///< found by the walk and not yet given to a reader
constexpr std::uint64_t units_a_commit = 500;
constexpr milliseconds longest_commit{1000};
constexpr milliseconds between_progress{100};
constexpr std::uint64_t heavy_bytes = 8 << 20;  ///< a file of this size may take long
constexpr std::uint64_t most_issues = 1000;     ///< of one unit
constexpr std::size_t most_lost = 16;           ///< members of one archive that may end their reader

const Source* forced_format(const ImportSource& source, std::span<const Source* const> formats) {
  if (source.type.empty()) return nullptr;
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&source](const Source* one) { return one->type == source.type; });
  if (found != formats.end()) return *found;
  std::string known;
  for (const Source* one : formats) known += fmt::format("{}{}", known.empty() ? "" : ", ", one->type);
  throw UsageError(fmt::format("no format is called \"{}\"", source.type), source.name,
                   "use one of: " + known);
}

ReaderPool::Limits limits_from(const ImportOptions& options) {
  ReaderPool::Limits limits;
  limits.processes = options.jobs > 0 ? options.jobs : static_cast<int>(std::thread::hardware_concurrency());
  limits.stall = options.stall;
  limits.memory = options.reader_memory;
  return limits;
}

/// One run of `import`: pulls units out of the walk, hands them to the readers, and is the only writer.
class Import : public PoolListener {
 public:
  Import(Store& store, std::span<const Source* const> formats, const ReadOptions& options,
         const ImportOptions& import_options)
      : store_(store),
        formats_(formats),
        options_(import_options),
        pool_(limits_from(import_options), options, *this) {}

  void add(const ImportSource& source, const ReadOptions& options) {
    const std::int64_t id = store_.source_id(source.name, source.type);
    if (!ids_.insert(id).second) return;  // named twice
    names_[id] = source.name;
    waiting_.push_back([this, id, source, forced = forced_format(source, formats_), &options] {
      return std::make_unique<SourceTree>(store_, id, source, formats_, forced, options);
    });
  }

  ImportResult run() {
    const std::int64_t written_before = store_.rows_written();
    while (!is_stopped()) {
      while (pool_.waiting() < units_ahead && walk_on() && !is_stopped()) {
      }
      const bool walking = tree_ || next_ < waiting_.size();
      if (!walking && pool_.idle()) break;
      pool_.pump(walking ? milliseconds{0} : between_progress);
      commit_if_due();
      report(walking, false);
    }
    finish();
    result_.wrote = written_ || store_.rows_written() != written_before;
    return result_;
  }
  /// Rows were written before `run`.
  void wrote() { written_ = true; }

  void item(std::uint64_t number, FrameType type, std::string_view payload) override {
    Reading& reading = readings_.at(number);
    try {
      switch (type) {
        case FrameType::Observation:
          store_.stage(staged(reading), reading.observations++, decode_observation(payload));
          return;
        case FrameType::Coverage:
          store_.stage(staged(reading), reading.claims++, decode_coverage(payload));
          return;
        default:
          return stage(reading, decode_issue(payload));
      }
    } catch (const Error& error) {
      if (error.where() != "codec") throw;  // the index, not the item
      stage(reading,
            {clean_text(reading.unit.path.whole()), "", error.what(), "leave it: all else was read"});
    }
  }

  void done(std::uint64_t number) override { settle(number, nullptr); }
  void failed(std::uint64_t number, const Issue& issue) override { settle(number, &issue); }

  void member(std::uint64_t number, const MemberNote& note) override {
    Reading& reading = readings_.at(number);
    // What a reader calls a format is believed only where there is such a one.
    const bool known = std::any_of(formats_.begin(), formats_.end(),
                                   [&note](const Source* one) { return one->type == note.type; });
    if (known) ++reading.inside[note.type];
    reading.member = note.path;
    reading.first_observation = reading.observations;
    reading.first_claim = reading.claims;
  }

  void member_failed(std::uint64_t number, const Issue& issue) override {
    Reading& reading = readings_.at(number);
    store_.unstage(staged(reading), reading.first_observation, reading.first_claim);
    reading.observations = reading.first_observation;
    reading.claims = reading.first_claim;
    stage(reading, issue);
  }

  /// A member that ends its reader is left out when the archive is read again, for the others' sake.
  void lost(PoolJob job, const Issue& issue) override {
    Reading& reading = readings_.at(job.number);
    std::vector<std::string>& skip = job.job.skip;
    const bool again = std::find(skip.begin(), skip.end(), reading.member) != skip.end();
    if (reading.member.empty() || again || skip.size() == most_lost) return settle(job.number, &issue);
    skip.push_back(reading.member);
    reading.lost.push_back({clean_text(reading.member), "", issue.reason, issue.remedy});
    begin_again(reading);
    pool_.submit(std::move(job));
  }

 private:
  /// A unit that a reader is at, or that waits for one.
  struct Reading {
    std::int64_t source = 0;
    FoundUnit unit;
    std::int64_t staged = 0;  ///< 0 until something was said
    std::uint64_t observations = 0;
    std::uint64_t issues = 0;
    std::uint64_t claims = 0;

    std::map<std::string, std::uint64_t> inside = {};  ///< units inside (an archive), by format
    std::string member = {};                           ///< the one that is read now
    std::uint64_t first_observation = 0;               ///< of that one, and so the next
    std::uint64_t first_claim = 0;
    std::vector<Issue> lost = {};  ///< members that ended their reader
  };

  bool is_stopped() const { return options_.stop && options_.stop->load(); }

  void begin_writing() {
    if (transaction_) return;
    transaction_.emplace(store_);
    began_ = Clock::now();
    units_written_ = 0;
  }
  void commit() {
    if (!transaction_) return;
    transaction_->commit();
    transaction_.reset();
  }
  void commit_if_due() {
    if (!transaction_) return;
    if (units_written_ >= units_a_commit || Clock::now() - began_ >= longest_commit) commit();
  }

  std::int64_t staged(Reading& reading) {
    begin_writing();
    if (reading.staged == 0) reading.staged = store_.stage_unit();
    return reading.staged;
  }
  void stage(Reading& reading, const Issue& issue) {
    if (reading.issues++ < most_issues) store_.stage(staged(reading), reading.issues - 1, issue);
  }

  void begin_again(Reading& reading) {
    begin_writing();
    if (reading.staged != 0) store_.drop_unit(reading.staged);
    Reading fresh;
    fresh.source = reading.source;
    fresh.unit = std::move(reading.unit);
    fresh.lost = std::move(reading.lost);
    reading = std::move(fresh);
    for (const Issue& issue : reading.lost) stage(reading, issue);
  }

  ImportCounts& counts(std::string_view format) { return result_.by_type[std::string(format)]; }
  static std::uint64_t& of_state(ImportCounts& counts, FoundUnit::State state) {
    return state == FoundUnit::State::Fresh ? counts.fresh : counts.changed;
  }
  void count(const Reading& reading) {
    const FoundUnit& unit = reading.unit;
    ++of_state(result_, unit.state);
    ++of_state(counts(unit.format->type), unit.state);
    for (const auto& [type, many] : reading.inside) of_state(counts(type), unit.state) += many;
  }
  void count_same(const Source* format, std::uint64_t many) {
    if (!format) {
      result_.unknown += many;
      return;
    }
    result_.same += many;
    counts(format->type).same += many;
  }
  void count_gone(const std::string& format) {
    if (format.empty()) return;  // it was never a unit
    ++result_.gone;
    ++counts(format).gone;
  }

  /// One folder further; false when every source is walked.
  bool walk_on() {
    if (!tree_) {
      if (next_ == waiting_.size()) return false;
      tree_ = waiting_[next_++]();
    }
    SourceTree::Step step;
    if (tree_->next(step)) {
      for (const SourceTree::Gone& gone : step.gone) remove(gone);
      for (const auto& [format, many] : step.same) count_same(format, many);
      for (const auto& [type, many] : step.same_inside) counts(type).same += many;
      for (FoundUnit& unit : step.units) take(std::move(unit));
    } else {
      end_tree();
    }
    return true;
  }

  void end_tree() {
    for (const SourceTree::Gone& gone : tree_->gone_folders()) remove(gone);
    if (store_.source_issues(tree_->id()) != tree_->issues()) {
      begin_writing();
      store_.set_source_issues(tree_->id(), tree_->issues());
    }
    if (tree_->was_there()) seen_.push_back(tree_->id());
    tree_.reset();
  }

  void remove(const SourceTree::Gone& gone) {
    begin_writing();
    if (const auto known = store_.unit_at(tree_->id(), gone.path)) {
      for (const auto& [type, many] : inside_of(known->holds)) counts(type).gone += many;
    }
    store_.remove_unit(tree_->id(), gone.path);
    ++units_written_;
    count_gone(gone.format);
  }

  void take(FoundUnit unit) {
    if (!unit.format) return take_unknown(std::move(unit));
    PoolJob job;
    job.number = ++last_number_;
    job.job.type = unit.format->type;
    job.job.forced = tree_->forced();
    job.job.keep_text = tree_->options().keep_text;
    job.job.columns = tree_->options().columns;
    job.job.unit = {tree_->root(), unit.path.whole(), std::move(unit.companions)};
    job.heavy = unit.is_folder || unit.size >= heavy_bytes;
    Reading reading;
    reading.source = tree_->id();
    reading.unit = std::move(unit);
    readings_.emplace(job.number, std::move(reading));
    pool_.submit(std::move(job));
  }

  /// Remembered, so that it is not opened again.
  void take_unknown(FoundUnit unit) {
    if (!unit.problem) ++result_.unknown;
    count_gone(unit.formerly);
    Reading reading;
    reading.source = tree_->id();
    if (unit.issue) stage(reading, *unit.issue);
    store_.finish_unit(staged(reading), reading.source, unit.path, "", unit.key);
    ++units_written_;
    commit_if_due();
  }

  void settle(std::uint64_t number, const Issue* failure) {
    const auto found = readings_.find(number);
    Reading reading = std::move(found->second);
    readings_.erase(found);
    const std::int64_t unit = staged(reading);
    if (reading.issues > most_issues) {
      store_.stage(unit, most_issues, summary(reading));
    }
    if (failure) {
      store_.unstage(unit);
      store_.stage(unit, most_issues + 1, *failure);
      reading.inside.clear();
    }
    store_.finish_unit(unit, reading.source, reading.unit.path, std::string(reading.unit.format->type),
                       reading.unit.key, holds_of(reading.inside));
    ++units_written_;
    count(reading);
    ++read_;
    bytes_ += reading.unit.size;
    things_ += reading.observations;
    source_read_ = reading.source;
    commit_if_due();
  }

  static Issue summary(const Reading& reading) {
    return {clean_text(reading.unit.path.whole()), "",
            fmt::format("{} more problems in it", reading.issues - most_issues),
            "mend those that are named first"};
  }

  void finish() {
    result_.stopped = is_stopped();
    if (!result_.stopped) {
      const Date today = wall_time(options_.now, Offset{}).date();
      for (const std::int64_t id : seen_) store_.set_checked(id, today);
    } else {
      for (auto& [number, reading] : readings_) {
        if (reading.staged != 0) store_.drop_unit(reading.staged);
      }
    }
    commit();
    for (const std::int64_t id : ids_) result_.problems += store_.issue_count(id);
    report(false, true);
  }

  void report(bool walking, bool last) {
    if (!options_.progress || last_number_ == 0) return;
    const Clock::time_point now = Clock::now();
    if (!last && now - reported_ < between_progress) return;
    reported_ = now;
    options_.progress({read_, last_number_, walking, bytes_,
                       std::chrono::duration<double>(now - started_).count(), things_,
                       names_[source_read_ != 0 || !tree_ ? source_read_ : tree_->id()]});
  }

  Store& store_;
  std::span<const Source* const> formats_;
  const ImportOptions& options_;
  ReaderPool pool_;
  ImportResult result_;
  std::unordered_set<std::int64_t> ids_;
  std::vector<std::function<std::unique_ptr<SourceTree>()>> waiting_;
  std::size_t next_ = 0;
  std::unique_ptr<SourceTree> tree_;
  std::vector<std::int64_t> seen_;  ///< sources whose whole tree was looked at
  std::unordered_map<std::uint64_t, Reading> readings_;
  std::uint64_t last_number_ = 0;
  std::uint64_t read_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t things_ = 0;
  std::int64_t source_read_ = 0;
  std::unordered_map<std::int64_t, std::string> names_;
  bool written_ = false;
  std::optional<Store::Transaction> transaction_;
  std::uint64_t units_written_ = 0;
  Clock::time_point began_;
  Clock::time_point reported_;
  Clock::time_point started_ = Clock::now();
};

}  // namespace

ImportResult import(Store& store, std::span<const ImportSource> sources,
                    std::span<const Source* const> formats, const ReadOptions& options,
                    const ImportOptions& import_options) {
  const Store::ImportLock lock = store.lock_for_import();
  for (const ImportSource& source : sources) (void)forced_format(source, formats);
  const std::int64_t written_before = store.rows_written();
  store.drop_unfinished();
  Import run(store, formats, options, import_options);
  for (const ImportSource& source : sources) run.add(source, options);
  if (store.rows_written() != written_before) run.wrote();
  return run.run();
}

}  // namespace hoego
