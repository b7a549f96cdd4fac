#include "story/chooser.h"

#include <algorithm>
#include <cassert>

#include "base/hash.h"

namespace hoego {

namespace {

constexpr std::size_t words_heard = 4;

/// The words that make a sentence sound like another: all but numbers.
std::set<std::string> words_of(std::string_view sentence) {
  std::set<std::string> words;
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find(' '), sentence.size());
    const std::string_view word = sentence.substr(0, end);
    if (!word.empty() && (word.front() < '0' || word.front() > '9')) words.emplace(word);
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
  return words;
}

}  // namespace

int Chooser::strain(Topic topic, std::size_t mould, const std::string& sentence) const {
  int strain = 0;
  const auto used = used_.find({topic, mould});
  if (used != used_.end()) strain += 3 * used->second;
  const std::set<std::string> words = words_of(sentence);
  for (const std::set<std::string>& before : words_) {
    const auto shared = std::count_if(words.begin(), words.end(),
                                      [&](const std::string& word) { return before.count(word) > 0; });
    if (shared >= 3 && 2 * static_cast<std::size_t>(shared) >= words.size()) strain += 5;
  }
  if (heard_.empty()) return strain;
  const Sound sound = hear_(sentence);
  const Sound& last = heard_.back();
  if (sound.opening == last.opening) strain += 4;
  if (!sound.ending.empty() && sound.ending == last.ending) {
    strain += 6;
    if (heard_.size() > 1 && heard_[heard_.size() - 2].ending == sound.ending) strain += 8;
  }
  return strain;
}

std::string Chooser::pick(const Point& point, const std::vector<std::string>& moulds) {
  const std::size_t n = moulds.size();
  assert(n > 0);
  const auto start = static_cast<std::size_t>(
      hash64(point.finding + "/" + std::to_string(static_cast<int>(point.topic))) % n);
  std::size_t best = n;
  int least = 0;
  for (std::size_t step = 0; step < n; ++step) {
    const std::size_t mould = (start + step) % n;
    if (moulds[mould].empty()) continue;
    const int strain_here = strain(point.topic, mould, moulds[mould]);
    if (best == n || strain_here < least) {
      best = mould;
      least = strain_here;
    }
  }
  assert(best < n);
  ++used_[{point.topic, best}];
  heard_.push_back(hear_(moulds[best]));
  if (heard_.size() > 2) heard_.erase(heard_.begin());
  words_.push_back(words_of(moulds[best]));
  if (words_.size() > words_heard) words_.erase(words_.begin());
  return moulds[best];
}

}  // namespace hoego
