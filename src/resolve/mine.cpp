#include "resolve/mine.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace hoego {
namespace {

std::string trait_of(const Observation& observation, const char* key) {
  const auto found = observation.traits.find(key);
  return found == observation.traits.end() ? std::string() : found->second;
}

bool is_picture(const Observation& observation) {
  return observation.kind == Kind::Photo || observation.kind == Kind::Video;
}

/// Chats strip what the camera wrote and give names of their own: KakaoTalk_2024…, IMG-20240315-WA0001.
bool is_saved_from_chat(const Observation& picture) {
  static const Pattern chat_name("^KakaoTalk_|^(IMG|VID)-\\d{8}-WA\\d+|^telegram|^received_|^signal-\\d{4}");
  return trait_of(picture, trait::camera).empty() && chat_name.matches(picture.title);
}

std::set<std::string> usual_cameras(const std::vector<MergedThing>& things) {
  std::map<std::string, std::size_t> counts;
  for (const MergedThing& thing : things) {
    const std::string camera = trait_of(thing.best, trait::camera);
    if (is_picture(thing.best) && !camera.empty()) ++counts[camera];
  }
  std::size_t most = 0;
  for (const auto& [camera, count] : counts) most = std::max(most, count);
  std::set<std::string> usual;
  for (const auto& [camera, count] : counts) {
    if (count * 10 >= most) usual.insert(camera);
  }
  return usual;
}

}  // namespace

Ownership::Ownership(const Decisions& decisions, const std::vector<MergedThing>& things)
    : cameras_(decisions.cameras.begin(), decisions.cameras.end()) {
  if (cameras_.empty()) cameras_ = usual_cameras(things);
  for (const std::string& email : decisions.emails) emails_.insert(fold_case(email));
  for (const std::string& owner : decisions.names) names_.insert(fold_case(owner));
  for (const SourceDecision& source : decisions.sources) {
    if (!source.mine) foreign_sources_.insert(source.path);
  }
  if (!emails_.empty() || !names_.empty()) return;

  std::map<std::string, std::pair<std::size_t, std::string>> authors;
  for (const MergedThing& thing : things) {
    if (thing.best.kind != Kind::Commit) continue;
    const std::string email = trait_of(thing.best, trait::author_email);
    auto& [count, label] = authors[fold_case(email)];
    ++count;
    label = trait_of(thing.best, trait::author_name) + " <" + email + ">";
  }
  const auto most = std::max_element(authors.begin(), authors.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  if (most == authors.end()) return;
  emails_.insert(most->first);
  assumed_author_ = most->second.second;
}

bool Ownership::is_own_picture(const Observation& picture) const {
  const std::string camera = trait_of(picture, trait::camera);
  if (camera.empty()) return !is_saved_from_chat(picture);
  return cameras_.count(camera) > 0;
}

bool Ownership::is_own_commit(const Observation& commit) const {
  return emails_.count(fold_case(trait_of(commit, trait::author_email))) > 0 ||
         names_.count(fold_case(trait_of(commit, trait::author_name))) > 0;
}

bool Ownership::is_mine(const MergedThing& thing) const {
  const bool only_foreign =
      std::all_of(thing.origins.begin(), thing.origins.end(),
                  [this](const Origin& origin) { return foreign_sources_.count(origin.source) > 0; });
  if (only_foreign) return false;
  if (is_picture(thing.best)) return is_own_picture(thing.best);
  if (thing.best.kind == Kind::Commit) return is_own_commit(thing.best);
  return true;
}

}  // namespace hoego
