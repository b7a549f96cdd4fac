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

/// Folders in which chat programs keep what was sent to the owner.
bool is_in_chat_folder(const std::string& path) {
  static const Pattern folder("(^|/)(KakaoTalk|카카오톡|WhatsApp Images|WhatsApp Video|Telegram|LINE)[^/]*/");
  return folder.matches(path);
}

bool is_of_an_account(Kind kind) {
  return kind == Kind::PullRequest || kind == Kind::Review || kind == Kind::Issue || kind == Kind::Comment;
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
    : cameras_(decisions.cameras.begin(), decisions.cameras.end()),
      calendars_(decisions.calendars.begin(), decisions.calendars.end()) {
  if (cameras_.empty()) cameras_ = usual_cameras(things);
  for (const std::string& email : decisions.emails) emails_.insert(fold_case(email));
  for (const std::string& owner : decisions.names) names_.insert(fold_case(owner));
  for (const SourceDecision& source : decisions.sources) {
    if (!source.mine) foreign_sources_.insert(source.path);
  }
  if (emails_.empty() && names_.empty()) guess_author(things);
  guess_account(things);
  guess_writer(things);
}

void Ownership::guess_author(const std::vector<MergedThing>& things) {
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
  // A commit that names nobody can be nobody else's.
  if (!most->first.empty()) assumed_author_ = most->second.second;
}

void Ownership::guess_account(const std::vector<MergedThing>& things) {
  std::map<std::string, std::size_t> accounts;
  for (const MergedThing& thing : things) {
    if (!is_of_an_account(thing.best.kind)) continue;
    const std::string login = fold_case(trait_of(thing.best, trait::author_login));
    if (!login.empty()) ++accounts[login];
  }
  std::size_t most = 0;
  std::string busiest;
  for (const auto& [login, count] : accounts) {
    if (names_.count(login) > 0) accounts_.insert(login);
    if (count <= most) continue;
    most = count;
    busiest = login;
  }
  if (accounts_.empty() && most > 0) accounts_.insert(busiest);
}

void Ownership::guess_writer(const std::vector<MergedThing>& things) {
  std::set<std::string> chats;
  std::map<std::string, std::set<std::string>> chats_of;
  for (const MergedThing& thing : things) {
    if (thing.best.kind != Kind::Message) continue;
    const std::string person = trait_of(thing.best, trait::person);
    if (names_.count(fold_case(person)) > 0) writers_.insert(person);
    if (trait_of(thing.best, trait::sent_by) == "me") return;  // the chats themselves tell
    chats.insert(trait_of(thing.best, trait::chat));
    chats_of[person].insert(trait_of(thing.best, trait::chat));
  }
  if (!writers_.empty() || chats.size() < 2) return;
  for (const auto& [person, in] : chats_of) {
    if (in.size() == chats.size()) writers_.insert(person);
  }
  if (writers_.size() > 1) writers_.clear();  // a friend who is everywhere: not to be told apart
}

/// A copy that came in a chat says nothing of whose it is, as long as another origin is no such copy.
bool Ownership::is_own_picture(const MergedThing& thing) const {
  const std::string camera = trait_of(thing.best, trait::camera);
  if (!camera.empty()) return cameras_.count(camera) > 0;
  if (!is_saved_from_chat(thing.best)) {
    const bool all_received =
        std::all_of(thing.origins.begin(), thing.origins.end(),
                    [](const Origin& origin) { return is_in_chat_folder(origin.path); });
    return !all_received;
  }
  return false;
}

bool Ownership::is_own_commit(const Observation& commit) const {
  return emails_.count(fold_case(trait_of(commit, trait::author_email))) > 0 ||
         names_.count(fold_case(trait_of(commit, trait::author_name))) > 0;
}

bool Ownership::is_own_message(const Observation& message) const {
  return trait_of(message, trait::sent_by) == "me" || writers_.count(trait_of(message, trait::person)) > 0;
}

bool Ownership::is_mine(const MergedThing& thing) const {
  const bool only_foreign =
      std::all_of(thing.origins.begin(), thing.origins.end(),
                  [this](const Origin& origin) { return foreign_sources_.count(origin.source) > 0; });
  if (only_foreign) return false;
  const Kind kind = thing.best.kind;
  if (is_picture(thing.best)) return is_own_picture(thing);
  if (kind == Kind::Commit) return is_own_commit(thing.best);
  if (kind == Kind::Event)
    return calendars_.empty() || calendars_.count(trait_of(thing.best, trait::calendar)) > 0;
  if (kind == Kind::Message) return is_own_message(thing.best);
  if (is_of_an_account(kind)) {
    const std::string login = fold_case(trait_of(thing.best, trait::author_login));
    return login.empty() || accounts_.count(login) > 0;
  }
  return true;
}

}  // namespace hoego
