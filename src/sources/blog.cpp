#include "sources/blog.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "base/text.h"
#include "sources/blog_tistory.h"
#include "sources/feed_items.h"
#include "sources/feed_post.h"
#include "sources/posts_identity.h"

namespace hoego {
namespace {

constexpr std::size_t head_bytes = 4096;

enum class Form { WordPress, Blogger, Tistory };

std::optional<Form> form_of(std::string_view head) {
  if (is_wordpress_export(head)) return Form::WordPress;
  if (is_blogger_export(head)) return Form::Blogger;
  if (is_tistory_page(head)) return Form::Tistory;
  return std::nullopt;
}

Sureness recognise(const Candidate& candidate) {
  return !candidate.is_directory && form_of(candidate.head) ? Sureness::Sure : Sureness::No;
}

/// What an item of an export comes to.
enum class Standing { Post, Draft, None };

std::string own(const FeedItem& item, const char* key) {
  const auto found = item.own.find(key);
  return found == item.own.end() ? "" : found->second;
}

/// Post types beside `post` are pages, attachments, menus (wp-includes/post.php); `future` is planned.
Standing standing_in_wordpress(const FeedItem& item) {
  const std::string type = own(item, "post_type");
  const std::string status = own(item, "status");
  if (!type.empty() && type != "post") return Standing::None;
  if (status.empty() || status == "publish") return Standing::Post;
  if (status == "draft" || status == "private" || status == "pending" || status == "future")
    return Standing::Draft;
  return Standing::None;
}

/// Since 2018 an entry says `blogger:type` and `blogger:status`; before, its kind is a category, and drafts
/// are marked by `app:draft`.
Standing standing_in_blogger(const FeedItem& item) {
  const std::string type = own(item, "type");
  const std::string status = own(item, "status");
  if (!type.empty()) {
    if (type != "POST") return Standing::None;
    if (status.empty() || status == "LIVE") return Standing::Post;
    return status == "DRAFT" ? Standing::Draft : Standing::None;
  }
  const bool post = std::any_of(item.categories.begin(), item.categories.end(), [](const auto& category) {
    const std::string& term = category.second;
    const std::string_view end = "kind#post";
    return term.size() > end.size() && term.compare(term.size() - end.size(), end.size(), end) == 0;
  });
  if (!post) return Standing::None;
  return own(item, "draft") == "yes" ? Standing::Draft : Standing::Post;
}

std::optional<WallTime> wordpress_clock(const std::string& text) {
  const auto wall = WallTime::parse(text);
  // "0000-00-00 00:00:00" does not parse; a year before the web is a mistake as well.
  if (!wall || wall->date().year() < 1980) return std::nullopt;
  return wall;
}

/// WordPress keeps the blog's clock and UTC beside each other. Where they are equal the blog was left on UTC,
/// or lies there: the instant is all that is certain.
std::optional<When> wordpress_date(const FeedItem& item) {
  constexpr std::int64_t furthest = std::int64_t{14} * 3600;
  const auto local = wordpress_clock(own(item, "post_date"));
  const auto utc = wordpress_clock(own(item, "post_date_gmt"));
  if (!local) {
    if (utc) return When::at(Instant{utc->seconds});
    return std::nullopt;
  }
  if (!utc) return When::floating(*local);
  const std::int64_t offset = local->seconds - utc->seconds;
  if (offset == 0) return When::at(Instant{utc->seconds});
  if (std::abs(offset) > furthest || offset % (15 * 60) != 0) return When::floating(*local);
  return When::at(*local, Offset{static_cast<std::int32_t>(offset)});
}

/// Puts an export's posts into a sink.
class ExportReader {
 public:
  ExportReader(const Unit& unit, Sink& sink, Form form) : unit_(unit), sink_(sink), form_(form) {}

  void read(Input& file) {
    FeedGatherer gatherer([this](const FeedChannel& channel, const FeedItem& item) { take(channel, item); });
    const XmlOutcome outcome = read_xml(file, gatherer);
    if (!outcome.has_root)
      throw Error("there is no export in it", unit_.path, "export the blog again, or leave it out");
    for (const XmlProblem& problem : outcome.problems) {
      whole_ = false;
      tell(fmt::format("line {}", problem.line), problem.reason, problem.remedy);
    }
    finish(gatherer.channel());
  }

 private:
  void take(const FeedChannel& channel, const FeedItem& item) {
    const Standing standing =
        form_ == Form::WordPress ? standing_in_wordpress(item) : standing_in_blogger(item);
    if (standing == Standing::None || !says_something(item)) return;
    const auto stated = form_ == Form::WordPress ? wordpress_date(item) : std::nullopt;
    Observation post = post_of(channel, item, stated);
    if (!post.begin) {
      // A draft that was never dated is no news.
      if (standing == Standing::Post) ++undated_;
      return;
    }
    if (standing == Standing::Draft) {
      post.kind = Kind::Note;
      post.traits[trait::status] = "draft";
    } else {
      const Date day = post_day(*post.begin);
      newest_ = std::max(newest_.value_or(day), day);
    }
    const std::string id = own(item, "post_id");
    if (!id.empty()) post.locator = clean_text(id);
    if (const auto made = made_on(channel))
      post.traits[trait::as_of] = wall_time(*made, Offset{0}).iso() + "Z";
    sink_.observation(std::move(post));
  }

  /// When the export was made, as it says: a WordPress channel's `pubDate`, and Atom's `updated`.
  std::optional<Instant> made_on(const FeedChannel& channel) const {
    const auto when = parse_feed_date(form_ == Form::WordPress ? channel.published : channel.updated);
    return when ? stated_instant(*when) : std::nullopt;
  }

  void finish(const FeedChannel& channel) {
    if (undated_ > 0) {
      tell("",
           undated_ == 1 ? std::string("1 post without a date")
                         : fmt::format("{} posts without a date", undated_),
           "date them in the blog and export it again");
    }
    if (!newest_ || !whole_) return;  // what is missing may be anything
    Date to = *newest_;
    if (const auto made = made_on(channel)) to = std::max(to, wall_time(*made, Offset{0}).date());
    sink_.coverage({Kind::Post, CoverageClass::Complete, channel_name(channel), {}, to});
  }

  void tell(std::string place, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, std::move(place), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  Form form_;
  bool whole_ = true;
  std::size_t undated_ = 0;
  std::optional<Date> newest_;
};

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  const auto file = unit.open();
  std::string head(head_bytes, '\0');
  head.resize(file->read(0, head.data(), head.size()));
  const auto form = form_of(head);
  if (!form) {
    throw Error("this is no export of WordPress, Blogger or Tistory", unit.path,
                "see doc/sources/blog.md for how to get one");
  }
  if (*form == Form::Tistory) return read_tistory_page(unit, sink);
  ExportReader(unit, sink, *form).read(*file);
}

}  // namespace

const Source blog_source = {
    .type = "blog",
    .version = 1,
    .describe = "exports of WordPress, Blogger and Tistory",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
