#include "browse/window.h"

#include <algorithm>
#include <map>

namespace hoego {
namespace {

constexpr std::array<std::string_view, 7> width_names = {"decade", "year", "month",       "week",
                                                         "day",    "hour", "quarter_hour"};

Date year_start(int year) {
  return *Date::from_ymd(std::max(year, Date::min_year), 1, 1);
}

Date first_day(Date day, BucketWidth width) {
  switch (width) {
    case BucketWidth::Decade:
      return year_start(day.year() / 10 * 10);
    case BucketWidth::Year:
      return year_start(day.year());
    case BucketWidth::Month:
      return month_start(day);
    case BucketWidth::Week:
      return day - (day.weekday() - 1);
    default:
      return day;
  }
}

std::int32_t seconds_of(BucketWidth width) {
  return width == BucketWidth::Hour ? 3600 : width == BucketWidth::QuarterHour ? 900 : 0;
}

/// The first day after the bucket that begins on `first`.
Date next(Date first, BucketWidth width) {
  switch (width) {
    case BucketWidth::Decade:
      return first.year() + 10 > Date::max_year ? Date{first.days + 3653}
                                                : year_start(first.year() / 10 * 10 + 10);
    case BucketWidth::Year:
      return first.year() == Date::max_year ? first + 366 : year_start(first.year() + 1);
    case BucketWidth::Month:
      return first + days_in_month(first.year(), first.month());
    case BucketWidth::Week:
      return first + 7;
    default:
      return first + 1;
  }
}

std::uint64_t buckets_of(DateRange days, BucketWidth width) {
  const auto count = static_cast<std::uint64_t>(days.to - days.from) + 1;
  if (const std::int32_t seconds = seconds_of(width); seconds > 0)
    return count * (86400 / static_cast<std::uint64_t>(seconds));
  if (width == BucketWidth::Day) return count;
  std::uint64_t buckets = 0;
  for (Date at = first_day(days.from, width); at <= days.to; at = next(at, width)) ++buckets;
  return buckets;
}

/// Numbers that are asked for a million times.
class NumberSet {
 public:
  template <typename Number>
  explicit NumberSet(const std::vector<Number>& numbers) {
    if (numbers.empty()) return;
    in_.resize(static_cast<std::size_t>(*std::max_element(numbers.begin(), numbers.end())) + 1);
    for (const Number number : numbers) in_[static_cast<std::size_t>(number)] = true;
  }

  bool empty() const { return in_.empty(); }
  template <typename Number>
  bool holds(Number number) const {
    return static_cast<std::size_t>(number) < in_.size() && in_[static_cast<std::size_t>(number)];
  }

 private:
  std::vector<bool> in_;
};

/// A filter made ready for many rows.
class Sieve {
 public:
  explicit Sieve(const WindowFilter& filter)
      : kinds_(filter.kinds),
        activities_(filter.activities),
        towns_(filter.towns),
        countries_(filter.countries),
        people_(filter.people) {
    if (filter.found) found_.emplace(*filter.found);
  }

  bool takes(const Row& row) const {
    if (!kinds_.empty() && !kinds_.holds(row.kind)) return false;
    if (!activities_.empty() && !activities_.holds(row.activity)) return false;
    if (!people_.empty() && !people_.holds(row.person)) return false;
    const bool every_place = towns_.empty() && countries_.empty();
    if (!every_place && !towns_.holds(row.town) && !countries_.holds(row.country)) return false;
    return !found_ || found_->holds(row);
  }

 private:
  struct FoundSet {
    explicit FoundSet(const WindowFilter::Found& found)
        : numbers(found.numbers), towns(found.towns), countries(found.countries) {}
    bool holds(const Row& row) const {
      return numbers.holds(row.number) || towns.holds(row.town) || countries.holds(row.country);
    }

    NumberSet numbers, towns, countries;
  };

  NumberSet kinds_, activities_, towns_, countries_, people_;
  std::optional<FoundSet> found_;
};

bool is_picture(Kind kind) {
  return kind == Kind::Photo || kind == Kind::Video;
}

/// Fills buckets from rows that come day by day.
class Filling {
 public:
  explicit Filling(BucketWidth width) : width_(width) { window_.width = width; }

  void add(const Row& row) {
    const std::int32_t width = seconds_of(width_);
    if (window_.buckets.empty() || row.day >= until_) enter(row.day);
    Bucket& bucket = bucket_at(width == 0 || row.all_day ? 0 : row.second / width * width);
    ++bucket.by_kind[static_cast<std::size_t>(row.kind)];
    ++bucket.total;
    ++window_.total;
    if (is_picture(row.kind)) pictures_[bucket.second].push_back(row.number);
  }

  Window done() {
    close();
    return std::move(window_);
  }

 private:
  void enter(Date day) {
    close();
    day_ = first_day(day, width_);
    until_ = next(day_, width_);
    first_ = window_.buckets.size();
  }

  /// Of the day or the stretch that was entered. On a journey the local clock does not go as time goes, so it
  /// may lie before the last.
  Bucket& bucket_at(std::int32_t second) {
    std::vector<Bucket>& buckets = window_.buckets;
    std::size_t at = buckets.size();
    while (at > first_ && buckets[at - 1].second > second) --at;
    if (at > first_ && buckets[at - 1].second == second) return buckets[at - 1];
    Bucket bucket;
    bucket.day = day_;
    bucket.second = second;
    return *buckets.insert(buckets.begin() + static_cast<std::ptrdiff_t>(at), bucket);
  }

  void close() {
    for (std::size_t i = first_; i < window_.buckets.size(); ++i) {
      const auto found = pictures_.find(window_.buckets[i].second);
      if (found != pictures_.end()) window_.buckets[i].picture = found->second[found->second.size() / 2];
    }
    pictures_.clear();
  }

  BucketWidth width_;
  Date day_;
  Date until_;
  std::size_t first_ = 0;  ///< the first bucket of what was entered
  Window window_;
  std::map<std::int32_t, std::vector<std::int64_t>> pictures_;  ///< by the second of their bucket
};

template <typename Key>
std::vector<std::pair<Key, std::uint64_t>> most_first(const std::vector<std::uint64_t>& counts,
                                                      std::size_t from) {
  std::vector<std::pair<Key, std::uint64_t>> out;
  for (std::size_t i = from; i < counts.size(); ++i) {
    if (counts[i] > 0) out.emplace_back(static_cast<Key>(i), counts[i]);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace

std::string_view name(BucketWidth width) {
  return width_names[static_cast<std::size_t>(width)];
}

std::optional<BucketWidth> width_from(std::string_view word) {
  const auto found = std::find(width_names.begin(), width_names.end(), word);
  if (found == width_names.end()) return std::nullopt;
  return static_cast<BucketWidth>(found - width_names.begin());
}

BucketWidth width_for(DateRange days, std::size_t most) {
  for (std::size_t i = width_names.size(); i-- > 1;) {
    const auto width = static_cast<BucketWidth>(i);
    if (buckets_of(days, width) <= most) return width;
  }
  return BucketWidth::Decade;
}

Rows sift(const Catalogue& catalogue, DateRange days, const WindowFilter& filter) {
  const Sieve sieve(filter);
  const auto [first, last] = catalogue.on(days);
  Rows rows;
  for (std::size_t i = first; i < last; ++i) {
    if (sieve.takes(catalogue.all[i])) rows.push_back(&catalogue.all[i]);
  }
  return rows;
}

Window window(const Rows& rows, BucketWidth width) {
  Filling filling(width);
  for (const Row* row : rows) filling.add(*row);
  return filling.done();
}

std::vector<std::int64_t> numbers_of(const Rows& rows, std::size_t skip, std::size_t most) {
  std::vector<std::int64_t> out;
  for (std::size_t i = skip; i < rows.size() && out.size() < most; ++i) out.push_back(rows[i]->number);
  return out;
}

Facets facets(const Rows& rows, const Catalogue& catalogue) {
  std::vector<std::uint64_t> kinds(kind_count), activities(catalogue.activities.size()),
      towns(catalogue.towns.size());
  std::vector<std::uint64_t> countries(catalogue.countries.size()), people(catalogue.people.size());
  for (const Row* row : rows) {
    ++kinds[static_cast<std::size_t>(row->kind)];
    ++activities[row->activity];
    ++towns[row->town];
    ++countries[row->country];
    ++people[row->person];
  }
  return {most_first<Kind>(kinds, 0), most_first<std::uint32_t>(activities, 1),
          most_first<std::uint32_t>(towns, 1), most_first<std::uint16_t>(countries, 1),
          most_first<std::uint16_t>(people, 1)};
}

}  // namespace hoego
