#include "sources/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "sources/feed_items.h"
#include "sources/feed_json.h"
#include "sources/feed_post.h"
#include "sources/posts_identity.h"

namespace hoego {
namespace {

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  if (is_json_feed(candidate.head)) return Sureness::Sure;
  if (!is_feed(candidate.head)) return Sureness::No;
  const bool of_blog = is_wordpress_export(candidate.head) || is_blogger_export(candidate.head);
  return of_blog ? Sureness::No : Sureness::Sure;
}

/// Puts a feed's items into a sink.
class FeedReader {
 public:
  FeedReader(const Unit& unit, Sink& sink) : unit_(unit), sink_(sink) {}

  void read() {
    const auto file = unit_.open();
    std::string head(4096, '\0');
    head.resize(file->read(0, head.data(), head.size()));
    const FeedItemReader reader = [this](const FeedChannel& channel, const FeedItem& item) {
      take(channel, item);
    };
    if (const std::size_t begin = head.find_first_of("{<");
        begin != std::string::npos && head[begin] == '{') {
      if (auto issue = read_json_feed(*file, reader)) tell(issue->place, issue->reason, issue->remedy);
    } else {
      read_as_xml(*file, reader);
    }
    finish();
  }

 private:
  void read_as_xml(Input& file, const FeedItemReader& reader) {
    FeedGatherer gatherer(reader);
    const XmlOutcome outcome = read_xml(file, gatherer);
    if (!outcome.has_root)
      throw Error("there is no feed in it", unit_.path, "save the feed again, or leave it out");
    for (const XmlProblem& problem : outcome.problems)
      tell(fmt::format("line {}", problem.line), problem.reason, problem.remedy);
    scope_ = channel_name(gatherer.channel());
  }

  void take(const FeedChannel& channel, const FeedItem& item) {
    if (scope_.empty()) scope_ = channel_name(channel);
    if (!says_something(item)) return;
    Observation post = post_of(channel, item);
    if (!post.begin) {
      ++undated_;
      return;
    }
    const Date day = post_day(*post.begin);
    days_ = days_ ? DateRange{std::min(days_->from, day), std::max(days_->to, day)} : DateRange{day, day};
    sink_.observation(std::move(post));
  }

  void finish() {
    if (undated_ > 0) {
      tell("",
           undated_ == 1 ? std::string("1 item without a date")
                         : fmt::format("{} items without a date", undated_),
           "an export of the blog has the dates, where the feed has none");
    }
    if (days_) sink_.coverage({Kind::Post, CoverageClass::Window, scope_, days_->from, days_->to});
  }

  void tell(std::string place, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, std::move(place), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  std::string scope_;
  std::size_t undated_ = 0;
  std::optional<DateRange> days_;
};

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  FeedReader(unit, sink).read();
}

}  // namespace

const Source feed_source = {
    .type = "feed",
    .version = 1,
    .describe = "RSS, Atom and JSON feeds of a blog",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
