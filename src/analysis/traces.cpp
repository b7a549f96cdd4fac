#include "analysis/traces.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

/// What commits hold beside programs.
constexpr std::array<std::string_view, 24> no_languages = {
    "Other",    "Generated", "Markdown", "MDX",       "reStructuredText",
    "AsciiDoc", "Text",      "JSON",     "YAML",      "TOML",
    "XML",      "CSV",       "TSV",      "INI",       "BibTeX",
    "Org",      "HTML",      "CSS",      "SCSS",      "SVG",
    "Diff",     "Batchfile", "Makefile", "Git Config"};

bool is_program(std::string_view language) {
  return std::find(no_languages.begin(), no_languages.end(), language) == no_languages.end();
}

class Collector {
 public:
  void add(Subject subject, std::string_view name, const Record& record) {
    if (!name.empty()) add(subject, fold_case(name), {std::string(name), std::string(name)}, record);
  }
  void add(Subject subject, const std::string& key, const Label& label, const Record& record) {
    Trace& trace = traces_[{subject, key}];
    if (trace.records.empty()) trace.label = label;
    trace.records.push_back(&record);
  }
  Traces take() { return std::move(traces_); }

 private:
  Traces traces_;
};

std::string_view last_part(const std::string& repository) {
  return std::string_view(repository).substr(repository.rfind('/') + 1);
}

void add_own(const Record& record, Collector& to) {
  if (const std::string* repository = record.find_trait(trait::repository))
    to.add(Subject::Repository, last_part(*repository), record);
  const std::string* language = record.find_trait(trait::language);
  if (language != nullptr && record.kind == Kind::Commit && is_program(*language))
    to.add(Subject::Language, *language, record);
  for (const char* key : {trait::tool, trait::model}) {
    const std::string* tool = record.kind == Kind::Chat ? record.find_trait(key) : nullptr;
    if (tool != nullptr) to.add(Subject::Tool, *tool, record);
  }
}

/// Address of a pull request, from that of a review of it or of a comment on it.
std::string thread_of(const Record& record) {
  const std::string* url = record.find_trait(trait::url);
  return url == nullptr ? std::string() : url->substr(0, url->find('#'));
}

/// Who opened the pull requests of others, by their address.
std::map<std::string, std::string> authors_of(const Timeline& timeline) {
  std::map<std::string, std::string> authors;
  for (const Record& record : timeline.records()) {
    const std::string* login = record.find_trait(trait::author_login);
    if (record.kind == Kind::PullRequest && !record.mine && login != nullptr)
      authors.emplace(thread_of(record), *login);
  }
  return authors;
}

void add_people(const Record& record, const std::map<std::string, std::string>& authors, Collector& to) {
  if (record.kind == Kind::Message) {
    const std::string* sender = record.find_trait(trait::sent_by);
    if (sender != nullptr && *sender != "me") to.add(Subject::Person, *sender, record);
  }
  if (record.kind == Kind::Review && record.mine) {
    const auto author = authors.find(thread_of(record));
    if (author != authors.end()) to.add(Subject::Person, author->second, record);
  }
}

}  // namespace

Traces traces_of(const Timeline& timeline, const std::vector<ActivitySeries>& series,
                 const Assignment& assignment, Date as_of) {
  Collector collector;
  for (const ActivitySeries& one : series) {
    for (const Record* record : one.records)
      collector.add(Subject::Activity, one.id, assignment.label_of(one.id), *record);
  }
  const auto authors = authors_of(timeline);
  for (const Record& record : timeline.records()) {
    if (record.day() > as_of) continue;
    if (record.mine) add_own(record, collector);
    add_people(record, authors, collector);
  }
  return collector.take();
}

}  // namespace hoego
