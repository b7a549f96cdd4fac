#include "verify/known_names.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "claims/mentions.h"
#include "story/names.h"
#include "story/particles.h"
#include "story/plan.h"
#include "verify/calendar_words.h"

namespace hoego {
namespace {

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}

/// Latin letters of Latin-1 and Latin Extended-A without their accents: Québec, Montréal.
std::string without_accents(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 24> plain = {
      {{"é", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"ë", 'e'}, {"á", 'a'}, {"à", 'a'}, {"â", 'a'}, {"ä", 'a'},
       {"ã", 'a'}, {"å", 'a'}, {"í", 'i'}, {"ì", 'i'}, {"î", 'i'}, {"ï", 'i'}, {"ó", 'o'}, {"ò", 'o'},
       {"ô", 'o'}, {"ö", 'o'}, {"ō", 'o'}, {"ú", 'u'}, {"ü", 'u'}, {"ū", 'u'}, {"ç", 'c'}, {"ñ", 'n'}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(plain.begin(), plain.end(),
                                    [&](const auto& one) { return begins(text, at, one.first); });
    if (found == plain.end()) {
      out += text[at++];
    } else {
      out += found->second;
      at += found->first.size();
    }
  }
  return out;
}

/// A name of one or two syllables ends where a particle begins: 글을, but not 글쓰기.
bool ends_here(std::string_view text, std::size_t end, std::size_t length) {
  if (end >= text.size() || static_cast<unsigned char>(text[end]) < 0x80) return true;
  constexpr std::size_t sure = 9;
  if (length >= sure) return true;
  constexpr std::array<std::string_view, 36> particles = {
      {"은", "는",   "이",   "가",   "을",   "를",   "도",   "만", "과",   "와",   "의", "에",
       "로", "으로", "보다", "까지", "부터", "랑",   "하고", "엔", "처럼", "치고", "쪽", "행",
       "였", "다",   "입",   "라",   "에게", "이었", "”",    "」", "’",    "·",    "…",  "쳐"}};
  return std::any_of(particles.begin(), particles.end(),
                     [&](std::string_view one) { return begins(text, end, one); });
}

std::vector<Span> places_of(std::string_view text, std::string_view word) {
  std::vector<Span> all;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at > 0 && is_word_byte(text[at - 1])) continue;
    std::size_t end = at + word.size();
    if (is_letter(word.back()) || is_digit(word.back())) {
      if (is_letter(word.back()) && begins(text, end, "s")) ++end;
      if (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) continue;
    } else if (!ends_here(text, end, word.size())) {
      continue;
    }
    all.push_back({at, end});
  }
  return all;
}

void keep_longest(std::vector<NamedThing>& all) {
  std::stable_sort(all.begin(), all.end(), [](const NamedThing& a, const NamedThing& b) {
    return a.at != b.at ? a.at < b.at : a.end > b.end;
  });
  std::vector<NamedThing> kept;
  for (NamedThing& one : all) {
    if (!kept.empty() && kept.back().at == one.at && kept.back().end == one.end) {
      kept.back().keys.insert(kept.back().keys.end(), one.keys.begin(), one.keys.end());
    } else if (kept.empty() || one.at >= kept.back().end) {
      kept.push_back(std::move(one));
    }
  }
  all = std::move(kept);
}

}  // namespace

std::string country_key(std::string_view code) {
  return "country:" + std::string(code);
}
std::string town_key(const Place& place) {
  const std::string& name =
      place.town_en.empty() ? (place.town_ko.empty() ? place.admin_en : place.town_ko) : place.town_en;
  return "town:" + place.country + "/" + name;
}
std::string activity_key(std::string_view id) {
  return "activity:" + std::string(id);
}
std::string finding_key(std::string_view id) {
  return "finding:" + std::string(id);
}

KnownNames::KnownNames(const Findings& findings) {
  add_findings(findings);
  add_kind_words(findings);
  for (const Activity& one : findings.activities) {
    for (const std::string* written : {&one.id, &one.label.ko, &one.label.en}) {
      if (!written->empty()) activities_.push_back({one.id, *written});
    }
  }
  std::stable_sort(names_.begin(), names_.end(),
                   [](const Written& a, const Written& b) { return a.text.size() > b.text.size(); });
}

void KnownNames::add(std::string_view text, const std::string& key, Named what) {
  const std::string small = small_letters(text);
  for (const std::string& one : {small, without_accents(small)}) {
    if (one.size() < 2) continue;
    const auto same =
        std::find_if(names_.begin(), names_.end(), [&](const Written& name) { return name.text == one; });
    if (same == names_.end())
      names_.push_back({one, {key}, what});
    else if (std::find(same->keys.begin(), same->keys.end(), key) == same->keys.end())
      same->keys.push_back(key);
  }
}

void KnownNames::add_place(const Place& place) {
  for (const Language language : {Language::Korean, Language::English}) {
    if (!place.country.empty())
      add(country_of(place.country, language), country_key(place.country), Named::Place);
    const std::string name = place_name(place, language);
    if (!place.town_en.empty() || !place.town_ko.empty()) add(name, town_key(place), Named::Place);
  }
  if (!place.town_en.empty()) add(place.town_en, town_key(place), Named::Place);
  if (!place.admin_ko.empty())
    add(short_region(place.admin_ko), "admin:" + place.country + "/" + place.admin_en, Named::Place);
  if (!place.admin_en.empty())
    add(place.admin_en, "admin:" + place.country + "/" + place.admin_en, Named::Place);
}

void KnownNames::add_findings(const Findings& all) {
  const auto labelled = [this](const Label& label, const std::string& key, Named what) {
    add(label_in(label, Language::Korean), key, what);
    add(label_in(label, Language::English), key, what);
  };
  for (const Trip& trip : all.trips) {
    for (const Stay& stay : trip.stays) add_place(stay.spot.place);
    for (const std::string& country : trip.countries) add_place(Place{0, "", "", "", "", country});
    if (!trip.name.empty()) add(title_in_text(trip.name), finding_key(trip.id), Named::Thing);
    if (trip.planned) add(title_in_text(trip.planned->title), finding_key(trip.id), Named::Thing);
  }
  for (const Home& home : all.homes) add_place(home.spot.place);
  for (const Planned& one : all.planned) {
    add(title_in_text(one.title), "title:" + without_number(one.title), Named::Thing);
    add(without_number(one.title), "title:" + without_number(one.title), Named::Thing);
    for (const std::string& word : calendar_words(one.title))
      add(word, "title:" + without_number(one.title), Named::Thing);
    if (one.where) add_place(one.where->place);
  }
  if (all.commute) {
    for (const Spot& spot : all.commute->between) add_place(spot.place);
  }
  for (const Activity& one : all.activities) {
    labelled(one.label, activity_key(one.id), Named::Activity);
    if (one.label.ko.empty() && one.label.en.empty()) add(one.id, activity_key(one.id), Named::Activity);
    std::string singular = small_letters(one.label.en);
    if (singular.size() > 3 && singular.back() == 's' && singular[singular.size() - 2] != 's') {
      singular.pop_back();
      add(singular, activity_key(one.id), Named::Activity);
      add(singular + "ming", activity_key(one.id), Named::Activity);
      add(singular + "ing", activity_key(one.id), Named::Activity);
      add(singular + "med", activity_key(one.id), Named::Activity);
    }
  }
  for (const AreaTime& one : all.areas) labelled(one.label, "area:" + one.id, Named::Thing);
  for (const Milestone& one : all.milestones) {
    if (one.what != MilestoneKind::Age) labelled(one.label, finding_key(one.id), Named::Thing);
  }
  for (const auto* occasions : {&all.firsts, &all.lasts}) {
    for (const Occasion& one : *occasions) {
      const Named what = one.subject == Subject::Person                                    ? Named::Person
                         : one.subject == Subject::Country || one.subject == Subject::Town ? Named::Place
                                                                                           : Named::Thing;
      labelled(one.label, finding_key(one.id), what);
      if (one.subject == Subject::Activity) labelled(one.label, activity_key(one.key), Named::Activity);
      if (one.subject == Subject::Country) labelled(one.label, country_key(one.key), Named::Place);
      if (const std::string_view reading = korean_reading(one.label.en); !reading.empty())
        add(reading, finding_key(one.id), what);
    }
  }
  for (const Promise& one : all.promises) {
    if (one.text.size() > 6) add(title_in_text(one.text), finding_key(one.id), Named::Thing);
  }
  for (const OpenItem& one : all.open) {
    add(title_in_text(one.title), finding_key(one.id), Named::Thing);
    if (!one.repository.empty()) add(one.repository, finding_key(one.id), Named::Thing);
  }
  for (const ClockFinding& one : all.clocks) {
    add(title_in_text(one.camera), finding_key(one.id), Named::Thing);
    // "X-T4" without its maker.
    const std::size_t model = one.camera.find(' ');
    if (model != std::string::npos) add(one.camera.substr(model + 1), finding_key(one.id), Named::Thing);
  }
  for (const CoverageFinding& one : all.coverage) {
    for (const Language language : {Language::Korean, Language::English})
      add(kind_name(one.kind, language), "kind:" + std::string(name(one.kind)), Named::Thing);
    add(source_name(one.source), finding_key(one.id), Named::Thing);
  }
}

/// What records of a kind are called stands for the activity that is all of the kind, else for each of them.
void KnownNames::add_kind_words(const Findings& all) {
  struct Words {
    Kind kind;
    std::string_view id;
    std::array<std::string_view, 10> words;
  };
  constexpr std::array<Words, 8> kinds = {
      {{Kind::Chat,
        "chats",
        {"대화", "챗봇", "언어 모델", "프롬프트", "conversation", "chatbot", "language model", "prompt"}},
       {Kind::Commit,
        "commits",
        {"커밋", "코드", "commits", "committed", "code", "committing", "committed code", "pushed"}},
       {Kind::Post,
        "posts",
        {"글", "블로그", "포스트", "posts", "articles", "blog", "writing", "posting", "blogging", "essays"}},
       {Kind::Book, "books", {"책", "독서", "완독", "books", "novels", "reading", "book", "novel"}},
       {Kind::Paper, "papers", {"논문", "papers", "paper", "", "", "", "", ""}},
       {Kind::Photo, "photos", {"사진", "photos", "pictures", "카메라", "cameras", "photographs", "", ""}},
       {Kind::PullRequest,
        "pull_requests",
        {"pr", "풀 리퀘스트", "pull requests", "prs", "pull request", "", "", ""}},
       {Kind::Review,
        "reviews",
        {"리뷰", "reviews", "code reviews", "코드 리뷰", "review", "reviewing", "", ""}}}};
  for (const Words& one : kinds) {
    std::vector<std::string> ids;
    for (const Activity& activity : all.activities) {
      if (activity.kind != one.kind) continue;
      if (activity.id == one.id) ids = {activity.id};
      if (activity.id == one.id) break;
      ids.push_back(activity.id);
    }
    for (const std::string& id : ids) {
      for (const std::string_view word : one.words) add(word, activity_key(id), Named::Activity);
    }
  }
}

std::vector<NamedThing> KnownNames::quoted(std::string_view folded) const {
  std::vector<NamedThing> all;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"“", "”"},
                                    {"「", "」"},
                                    {"‘", "’"},
                                    {"\"", "\""},
                                    {"『", "』"},
                                    {"《", "》"},
                                    {"<", ">"}}) {
    for (std::size_t at = folded.find(open); at != std::string_view::npos; at = folded.find(open, at + 1)) {
      const std::size_t from = at + open.size();
      const std::size_t to = folded.find(close, from);
      if (to == std::string_view::npos) break;
      NamedThing one;
      one.what = Named::Words;
      one.at = at;
      one.end = to + close.size();
      one.quoted = true;
      std::string inside(folded.substr(from, to - from));
      for (const auto& [mark, plain] : {std::pair<std::string_view, std::string_view>{"‘", "“"},
                                        {"’", "”"},
                                        {"『", "「"},
                                        {"』", "」"}}) {
        for (std::size_t found = inside.find(mark); found != std::string::npos; found = inside.find(mark))
          inside.replace(found, mark.size(), plain);
      }
      for (const Written& name : names_) {
        if (name.text != inside && name.text != folded.substr(from, to - from)) continue;
        one.keys = name.keys;
        one.what = name.what;
        break;
      }
      at = to;
      all.push_back(std::move(one));
    }
  }
  return all;
}

void KnownNames::add_mentions(std::string_view folded, std::vector<NamedThing>& to) const {
  for (const Mention& one : mentions(folded, activities_)) {
    if (!ends_here(folded, one.end, one.end - one.at)) continue;
    to.push_back({{activity_key(one.id)}, Named::Activity, one.at, one.end, false});
  }
}

std::vector<NamedThing> KnownNames::in(std::string_view folded) const {
  std::vector<NamedThing> all = quoted(folded);
  const std::size_t quotes = all.size();
  const auto in_quotes = [&](std::size_t at) {
    return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(quotes),
                       [at](const NamedThing& one) { return one.at <= at && at < one.end; });
  };
  std::vector<NamedThing> found;
  for (const Written& name : names_) {
    for (const Span& span : places_of(folded, name.text)) {
      if (!in_quotes(span.at)) found.push_back({name.keys, name.what, span.at, span.end, false});
    }
  }
  std::vector<NamedThing> more;
  add_mentions(folded, more);
  for (NamedThing& one : more) {
    if (!in_quotes(one.at)) found.push_back(std::move(one));
  }
  for (NamedThing& one : found) all.push_back(std::move(one));
  keep_longest(all);
  return all;
}

}  // namespace hoego
