#include "resolve/same.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>

#include "base/text.h"

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t feed_slack =
    36 * hour;  ///< a feed's GMT stamp against the author's own day, either way
constexpr std::int64_t same_reading = 60 * 24 * hour;

/// Things joined step by step; the first of those joined stands for all.
class Joined {
 public:
  explicit Joined(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), 0U); }
  std::size_t first(std::size_t thing) {
    while (first_[thing] != thing) thing = first_[thing] = first_[first_[thing]];
    return thing;
  }
  void join(std::size_t a, std::size_t b) {
    a = first(a);
    b = first(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
};

std::string trait_of(const Observation& observation, const char* key) {
  const auto found = observation.traits.find(key);
  return found == observation.traits.end() ? std::string() : found->second;
}

std::string moment(const When& when) {
  if (const auto at = stated_instant(when); at && when.form != When::Form::Day)
    return fmt::format("i{}", at->seconds);
  return fmt::format("{}{}", when.form == When::Form::Day ? 'd' : 'w', when.seconds);
}

/// The name of a picture without its extension and what copies add to it: "IMG_1", of "IMG_1 (1).JPG",
/// "IMG_1-edited.jpg", "IMG_1~2.jpg".
std::string shot_name(const std::string& title) {
  std::string name = fold_case(title.substr(0, std::min(title.rfind('.'), title.size())));
  static const std::array<std::string_view, 4> endings = {"-edited", "_edited", "-수정됨", "-bearbeitet"};
  for (const std::string_view ending : endings) {
    if (name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0)
      name.resize(name.size() - ending.size());
  }
  const std::size_t mark = name.find_last_of("(~");
  if (mark != std::string::npos && mark > 0) {
    const std::string rest = name.substr(mark + 1);
    const bool number = !rest.empty() && std::all_of(rest.begin(), rest.end(), [](unsigned char c) {
      return std::isdigit(c) != 0 || c == ')';
    });
    if (number) name.resize(mark);
  }
  return trim(name);
}

/// A camera takes one picture of one name in one second.
std::string picture_key(const Observation& picture) {
  const std::string camera = trait_of(picture, trait::camera);
  const std::string from = trait_of(picture, trait::time_from);
  if (camera.empty() || !picture.begin || from.compare(0, 4, "exif") != 0 || from == "exif-modified")
    return {};
  const auto wall = stated_wall(*picture.begin);
  const std::string name = shot_name(picture.title);
  if (!wall || name.empty()) return {};
  return fmt::format("picture\n{}\n{}\n{}", camera, wall->seconds, name);
}

/// One entry, whatever calendar it stands in: same words, same begin and end, and it stands or not.
std::string event_key(const Observation& event) {
  const std::string title = trim(fold_case(event.title));
  if (title.empty() || !event.begin) return {};
  return fmt::format("event\n{}\n{}\n{}\n{}", title, moment(*event.begin),
                     event.end ? moment(*event.end) : std::string(), trait_of(event, trait::status));
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : fold_case(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) out.push_back(c);
  }
  return out;
}

/// Title up to its subtitle or series, and the first author's family name.
std::string work_key(const Observation& work) {
  const std::string title = letters_of(work.title.substr(0, work.title.find_first_of(":(", 1)));
  const std::string authors = trait_of(work, trait::author);
  std::string author = authors.substr(0, authors.find(';'));
  const std::size_t comma = author.find(',');
  author = trim(comma == std::string::npos ? author : author.substr(0, comma));
  const std::size_t space = author.rfind(' ');
  if (comma == std::string::npos && space != std::string::npos) author = author.substr(space + 1);
  if (title.empty() || author.empty()) return {};
  return fmt::format("work\n{}\n{}", title, letters_of(author));
}

std::string key_of(const Observation& observation) {
  switch (observation.kind) {
    case Kind::Photo:
      return picture_key(observation);
    case Kind::Event:
      return event_key(observation);
    case Kind::Book:
    case Kind::Paper:
      return work_key(observation);
    case Kind::Post: {
      const std::string url = trait_of(observation, trait::url);
      return url.empty() ? std::string() : "post\n" + url;
    }
    default:
      return {};
  }
}

/// Two dates of reading far apart are two readings of one book.
bool is_read_again(const Observation& a, const Observation& b) {
  const bool book = a.kind == Kind::Book && b.kind == Kind::Book;
  return book && a.begin && b.begin && std::abs(a.begin->seconds - b.begin->seconds) > same_reading;
}

void join_by_key(const std::vector<Sighted>& things, Joined& joined) {
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < things.size(); ++i) {
    for (const SourcedObservation& item : things[i].observations) {
      const std::string key = key_of(item.observation);
      if (key.empty()) continue;
      const auto [at, fresh] = seen.try_emplace(fmt::format("{}\n{}", name(item.observation.kind), key), i);
      if (fresh || is_read_again(things[at->second].observations.front().observation, item.observation))
        continue;
      joined.join(at->second, i);
    }
  }
}

std::int64_t about(const When& when) {
  return when.form == When::Form::Day ? when.seconds + 12 * hour : when.seconds;
}

/// A post with an address (of a feed, of a blog's export) and the file it was written in, which has none.
/// The nearest in time of one title belong together, each once: a daily "TIL" stays as many posts as it is.
void join_posts(const std::vector<Sighted>& things, Joined& joined) {
  struct Written {
    std::size_t thing;
    std::int64_t at;
  };
  std::map<std::string, std::pair<std::vector<Written>, std::vector<Written>>> by_title;  // with, without
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto& observations = things[i].observations;
    const Observation& post = observations.front().observation;
    if (post.kind != Kind::Post || !post.begin) continue;
    const bool addressed = std::any_of(observations.begin(), observations.end(), [](const auto& item) {
      return item.observation.traits.count(trait::url) > 0;
    });
    const bool filed = std::any_of(observations.begin(), observations.end(), [](const auto& item) {
      return item.observation.traits.count(trait::url) == 0;
    });
    if (addressed && filed) continue;  // they are together already
    const std::string title = letters_of(post.title);
    if (title.empty()) continue;
    auto& [with, without] = by_title[title];
    (addressed ? with : without).push_back({i, about(*post.begin)});
  }
  for (const auto& [title, lists] : by_title) {
    std::vector<std::tuple<std::int64_t, std::size_t, std::size_t>> pairs;
    for (const Written& a : lists.first) {
      for (const Written& b : lists.second) {
        const std::int64_t apart = std::abs(a.at - b.at);
        if (apart <= feed_slack) pairs.emplace_back(apart, a.thing, b.thing);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::size_t> taken;
    const auto is_taken = [&taken](std::size_t thing) {
      return std::find(taken.begin(), taken.end(), thing) != taken.end();
    };
    for (const auto& [apart, a, b] : pairs) {
      if (is_taken(a) || is_taken(b)) continue;
      joined.join(a, b);
      taken.push_back(a);
      taken.push_back(b);
    }
  }
}

}  // namespace

std::vector<std::size_t> same_as(const std::vector<Sighted>& things) {
  Joined joined(things.size());
  join_by_key(things, joined);
  join_posts(things, joined);
  std::vector<std::size_t> firsts(things.size());
  for (std::size_t i = 0; i < things.size(); ++i) firsts[i] = joined.first(i);
  return firsts;
}

}  // namespace hoego
