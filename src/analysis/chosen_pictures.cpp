#include "analysis/chosen_pictures.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr std::int64_t burst_gap = 10;  // seconds
constexpr std::int64_t burst_length = 60;
constexpr std::int64_t position_reach = 1800;
constexpr double panorama = 2.4;
constexpr double one_place_km = 25;
constexpr double half_far_hours = 3;
constexpr double half_far_km = 10;

/// By its name; and what is a PNG of no camera, as telephones keep what was on their screens.
bool shows_a_screen(const Record& picture) {
  constexpr std::array<std::string_view, 8> words = {"screenshot",  "screen shot", "screen_shot",
                                                     "screen-shot", "스크린샷",    "스크린 샷",
                                                     "화면 캡처",   "화면캡처"};
  const std::string title = fold_case(picture.title);
  const bool png = title.size() > 4 && title.compare(title.size() - 4, 4, ".png") == 0;
  if (png && picture.find_trait(trait::camera) == nullptr) return true;
  return std::any_of(words.begin(), words.end(),
                     [&title](std::string_view word) { return title.find(word) != std::string::npos; });
}

std::int64_t seconds_of(const Record& picture) {
  return picture.begin_instant().seconds;
}

double saturating(double far, double half) {
  return far / (far + half);
}

/// Of the picture nearest in time; `known`: those with a position, by time.
std::optional<Coordinates> position_near(const std::vector<const Record*>& known, std::int64_t time) {
  const auto after =
      std::lower_bound(known.begin(), known.end(), time,
                       [](const Record* one, std::int64_t at) { return seconds_of(*one) < at; });
  const Record* nearest = after == known.end() ? nullptr : *after;
  if (after != known.begin()) {
    const Record* before = *(after - 1);
    const bool nearer = nearest == nullptr || time - seconds_of(*before) <= seconds_of(*nearest) - time;
    if (nearer) nearest = before;
  }
  if (nearest == nullptr || std::abs(seconds_of(*nearest) - time) > position_reach) return std::nullopt;
  return nearest->position;
}

/// By time, with the position each has or borrows.
std::vector<PlacedPicture> placed(std::vector<const Record*> pictures) {
  std::sort(pictures.begin(), pictures.end(), [](const Record* a, const Record* b) {
    return std::pair(seconds_of(*a), a->id) < std::pair(seconds_of(*b), b->id);
  });
  std::vector<const Record*> known;
  std::copy_if(pictures.begin(), pictures.end(), std::back_inserter(known),
               [](const Record* picture) { return picture->position.has_value(); });
  std::vector<PlacedPicture> all;
  for (const Record* picture : pictures) {
    const auto at = picture->position ? picture->position : position_near(known, seconds_of(*picture));
    all.push_back({picture, at, {}});
  }
  return all;
}

/// The stay of a picture: by its place; where that is not known, the only one that has the whole day.
std::optional<std::size_t> stay_of(const PlacedPicture& picture, const std::vector<Stay>& stays) {
  const Date day = picture.record->day();
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    const Stay& stay = stays[i];
    if (!stay.days.contains(day)) continue;
    if (picture.at && stay.spot.at) {
      if (distance_km(*picture.at, *stay.spot.at) > one_place_km) continue;
      const bool nearer = !found || distance_km(*picture.at, *stay.spot.at) <
                                        distance_km(*picture.at, *stays[*found].spot.at);
      if (nearer) found = i;
    } else if (!picture.at && stay.days.from < day && day < stay.days.to) {
      found = i;
    }
  }
  return found;
}

/// One picture of a burst, which stands for all of it.
struct Candidate {
  PlacedPicture picture;
  std::int64_t time = 0;
  Date day;
  std::size_t pictures = 0;
};

std::vector<Candidate> one_of_each_burst(const std::vector<PlacedPicture>& all,
                                         const std::vector<Stay>& stays) {
  std::vector<Candidate> candidates;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    const std::int64_t begins = seconds_of(*all[first].record);
    while (end < all.size() && seconds_of(*all[end].record) - seconds_of(*all[end - 1].record) <= burst_gap &&
           seconds_of(*all[end].record) - begins <= burst_length)
      ++end;
    Candidate candidate;
    candidate.picture = all[first + (end - first) / 2];
    candidate.picture.stay = stay_of(candidate.picture, stays);
    candidate.time = seconds_of(*candidate.picture.record);
    candidate.day = candidate.picture.record->day();
    candidate.pictures = end - first;
    candidates.push_back(candidate);
    first = end;
  }
  return candidates;
}

double distance(const Candidate& a, const Candidate& b) {
  const double hours = static_cast<double>(std::abs(a.time - b.time)) / 3600;
  // Where one of the two has no place, time alone tells.
  const double km = a.picture.at && b.picture.at ? distance_km(*a.picture.at, *b.picture.at) : 0;
  return saturating(hours, half_far_hours) + saturating(km, half_far_km);
}

class Choosing {
 public:
  Choosing(std::vector<Candidate> all, std::size_t most)
      : all_(std::move(all)),
        most_(most),
        nearest_(all_.size(), std::numeric_limits<double>::infinity()),
        taken_(all_.size(), false) {
    for (std::size_t i = 0; i < all_.size(); ++i) ++days_[all_[i].day].bursts;
  }

  /// One of each stay, those of most nights first.
  void take_stays(const std::vector<Stay>& stays) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < stays.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&stays](std::size_t a, std::size_t b) { return stays[a].nights > stays[b].nights; });
    for (const std::size_t stay : order) {
      if (count_ < most_) take_of_stay(stay);
    }
  }

  void take_days() {
    while (count_ < most_) {
      const auto day = next_day();
      if (!day) return;
      take_farthest(untaken([&](const Candidate& one) { return one.day == *day; }));
    }
  }

  /// Each gives way to the middle of what lies nearest to it, until none does.
  void settle() {
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
      std::map<std::size_t, std::vector<std::size_t>> around;
      for (std::size_t i = 0; i < all_.size(); ++i) {
        const auto centre = centre_of(i);
        const bool as_well_known = centre && (all_[i].picture.at || !all_[*centre].picture.at);
        if (as_well_known) around[*centre].push_back(i);
      }
      std::vector<bool> middles(all_.size(), false);
      for (const auto& [centre, members] : around) middles[middle_of(members)] = true;
      if (middles == taken_) return;
      taken_ = std::move(middles);
    }
  }

  /// By time.
  std::vector<PlacedPicture> chosen() const {
    std::vector<PlacedPicture> pictures;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (taken_[i]) pictures.push_back(all_[i].picture);
    }
    return pictures;
  }

 private:
  struct Share {
    std::size_t bursts = 0;
    std::size_t taken = 0;
  };

  template <class Fits>
  std::vector<std::size_t> untaken(const Fits& fits) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!taken_[i] && fits(all_[i])) found.push_back(i);
    }
    return found;
  }

  /// On the fullest of its days, one that has none yet if there is such a day.
  void take_of_stay(std::size_t stay) {
    const auto of_stay = [&](const Candidate& one) { return one.picture.stay == stay; };
    std::map<Date, std::size_t> bursts;
    for (const std::size_t i : untaken(of_stay)) ++bursts[all_[i].day];
    const std::pair<const Date, std::size_t>* best = nullptr;
    for (const auto& one : bursts) {
      const auto rank = [this](const auto& day) {
        return std::pair(days_.at(day.first).taken == 0, day.second);
      };
      if (best == nullptr || rank(one) > rank(*best)) best = &one;
    }
    if (best == nullptr) return;
    const Date day = best->first;
    take_farthest(untaken([&](const Candidate& one) { return of_stay(one) && one.day == day; }));
  }

  /// The day that has least of its share.
  std::optional<Date> next_day() const {
    std::optional<Date> best;
    std::pair<bool, double> most;
    for (const auto& [day, share] : days_) {
      if (share.taken == share.bursts) continue;
      const double quotient = static_cast<double>(share.bursts) / (2 * static_cast<double>(share.taken) + 1);
      const std::pair rank(share.taken == 0, quotient);
      if (best && !(rank > most)) continue;
      best = day;
      most = rank;
    }
    return best;
  }

  void take_farthest(const std::vector<std::size_t>& among) {
    if (among.empty()) return;
    const auto rank = [this](std::size_t i) {
      return std::tuple(all_[i].picture.at.has_value(), nearest_[i], all_[i].pictures);
    };
    std::size_t best = among[among.size() / 2];
    for (const std::size_t i : among) {
      if (rank(i) > rank(best)) best = i;
    }
    taken_[best] = true;
    ++count_;
    ++days_[all_[best].day].taken;
    for (std::size_t i = 0; i < all_.size(); ++i)
      nearest_[i] = std::min(nearest_[i], distance(all_[i], all_[best]));
  }

  /// The taken one that lies nearest, of those of the same day and stay.
  std::optional<std::size_t> centre_of(std::size_t at) const {
    if (taken_[at]) return at;
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!taken_[i] || all_[i].day != all_[at].day || all_[i].picture.stay != all_[at].picture.stay)
        continue;
      if (!nearest || distance(all_[i], all_[at]) < distance(all_[*nearest], all_[at])) nearest = i;
    }
    return nearest;
  }

  /// The one from which all others are nearest in sum; of very many every so-manieth is looked at.
  std::size_t middle_of(const std::vector<std::size_t>& members) const {
    constexpr std::size_t enough = 120;
    const std::size_t step = members.size() / enough + 1;
    std::size_t best = members.front();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < members.size(); i += step) {
      double sum = 0;
      for (std::size_t k = 0; k < members.size(); k += step)
        sum += distance(all_[members[i]], all_[members[k]]);
      if (sum >= least) continue;
      least = sum;
      best = members[i];
    }
    return best;
  }

  std::vector<Candidate> all_;
  std::size_t most_;
  std::size_t count_ = 0;
  std::vector<double> nearest_;  ///< how far each is from what is chosen
  std::vector<bool> taken_;
  std::map<Date, Share> days_;
};

}  // namespace

bool may_be_shown(const Record& picture) {
  if (picture.kind != Kind::Photo || !picture.mine || picture.all_day || shows_a_screen(picture))
    return false;
  const auto width = picture.quantities.find("width");
  const auto height = picture.quantities.find("height");
  if (width == picture.quantities.end() || height == picture.quantities.end()) return true;
  return std::max(width->second, height->second) <= panorama * std::min(width->second, height->second);
}

PictureChoice choose_pictures(const std::vector<Stay>& stays, const std::vector<const Record*>& pictures,
                              std::size_t most) {
  std::vector<const Record*> fit;
  std::copy_if(pictures.begin(), pictures.end(), std::back_inserter(fit),
               [](const Record* picture) { return may_be_shown(*picture); });
  PictureChoice choice;
  choice.fit = fit.size();
  std::vector<Candidate> candidates = one_of_each_burst(placed(std::move(fit)), stays);
  choice.bursts = candidates.size();
  Choosing choosing(std::move(candidates), most);
  choosing.take_stays(stays);
  choosing.take_days();
  choosing.settle();
  choice.pictures = choosing.chosen();
  return choice;
}

}  // namespace hoego
