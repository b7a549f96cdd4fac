#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "review/review.h"

namespace hoego {

/// Whose header stands above a Markdown review.
///
/// - Jekyll: `layout`, `title`, `date` as `YYYY-MM-DD HH:MM:SS +/-TTTT`, `categories` and `tags` as lists
///   (https://jekyllrb.com/docs/front-matter/).
/// - Hugo: `title`, `date` with its offset, as a day alone is midnight in UTC, which may still be ahead, and
///   what is ahead is not built; `categories`, `tags` (https://gohugo.io/content-management/front-matter/).
/// - Velog has no header of its own: its editor asks for title and tags apart. This is what its posts are
///   given when they are taken out: `title`, `description`, `date` in UTC, `tags`
///   (https://github.com/cjaewon/velog-backup).
/// - Obsidian: `aliases`, `tags` as lists, a tag without blanks and not of digits alone, `date` as a day
///   (https://help.obsidian.md/properties, https://help.obsidian.md/tags). A note's name is its file's, so
///   the title stays in the text too.
enum class BlogEngine { Jekyll, Hugo, Velog, Obsidian };

/// "jekyll", "hugo", "velog", "obsidian".
std::optional<BlogEngine> blog_engine_from(std::string_view name);

/// The same text as `to_markdown(review)` under the engine's header, which is YAML and holds the title, so
/// that it is not in the text again. `home`: the owner's distance from UTC on the day of looking back, which
/// is the post's date.
std::string to_markdown(const Review& review, BlogEngine engine, Offset home);

/// A text as a double-quoted scalar (YAML 1.2.2, 7.3.1), on one line, whatever it holds.
std::string yaml_quoted(std::string_view text);

}  // namespace hoego
