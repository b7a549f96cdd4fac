#include "sources/posts.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/posts_date.h"
#include "sources/posts_front_matter.h"
#include "sources/posts_identity.h"
#include "sources/posts_notion.h"
#include "sources/posts_text.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = std::uintmax_t{8} << 20;
constexpr std::size_t longest_title = 1000;
constexpr std::size_t most_tags = 100;
constexpr std::size_t text_probe = 4096;

/// Keys of the date, in the order in which they are believed.
constexpr const char* date_keys[] = {"date", "published", "pubdate", "publishdate", "created"};

template <typename Range>
bool is_one_of(std::string_view text, const Range& names) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

/// A path's folders, without its last part.
std::vector<std::string> folders_of(const std::string& path) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t end = 0; (end = path.find('/', at)) != std::string::npos; at = end + 1)
    out.push_back(path.substr(at, end - at));
  return out;
}

/// The name that tells of a file: its stem, or its folder's for the `index.md` of a page bundle (Hugo).
std::string telling_name(const std::string& path) {
  const fs::path file(path);
  const std::string stem = file.stem().string();
  const bool bundle = small_letters(stem) == "index" && file.has_parent_path();
  const std::string name = clean_text(bundle ? file.parent_path().filename().string() : stem);
  const std::string page = name_without_notion_id(name);
  return page.empty() ? name : page;
}

bool is_notion_page(const std::string& path) {
  return !name_without_notion_id(fs::path(path).stem().string()).empty();
}

/// Hugo's page of a section, which lists others.
bool is_section_list(const std::string& path) {
  return fs::path(path).stem() == "_index";
}

/// Folders in which blogs keep posts (Jekyll, Hugo, Gatsby, Astro).
bool is_blogs_folder(const std::string& folder) {
  constexpr std::string_view names[] = {"_posts", "content", "contents", "posts",
                                        "post",   "blog",    "_blog",    "articles"};
  return is_one_of(small_letters(folder), names);
}

/// A placeholder that a generator or editor fills in when it makes a post of the file.
bool is_template(std::string_view value) {
  return value.find("{{") != std::string_view::npos || value.find("<%") != std::string_view::npos;
}

/// Hugo writes year 1 where there is no date.
std::optional<When> believable(std::optional<When> when) {
  const auto wall = when ? stated_wall(*when) : std::nullopt;
  if (wall && wall->date().year() <= 1) return std::nullopt;
  if (when && !wall && WallTime{when->seconds}.date().year() <= 1) return std::nullopt;
  return when;
}

// ---- recognising
// -------------------------------------------------------------------------------------------

bool is_markdown(const std::string& path) {
  constexpr std::string_view extensions[] = {".md", ".markdown", ".mdx"};
  return is_one_of(small_letters(fs::path(path).extension().string()), extensions);
}

/// Files that speak of a project, and folders of others' files.
bool is_of_a_project(const std::string& path) {
  constexpr std::string_view stems[] = {"readme",  "changelog",    "changes", "history",         "license",
                                        "licence", "contributing", "authors", "code_of_conduct", "security",
                                        "notice",  "third_party",  "support", "governance"};
  constexpr std::string_view folders[] = {"node_modules", "vendor",  "site-packages", "third_party",
                                          ".git",         ".github", ".trash",        ".obsidian"};
  const std::string name = small_letters(fs::path(path).filename().string());
  if (is_one_of(std::string_view(name).substr(0, name.find('.')), stems)) return true;
  for (const auto& folder : folders_of(path)) {
    if (is_one_of(folder, folders)) return true;
  }
  return false;
}

/// Whether a line reads `date: 2024-03-15` in YAML, TOML or JSON.
bool is_date_line(std::string_view line) {
  constexpr std::string_view around = " \t\r\"',";
  const std::size_t divider = line.find_first_of(":=");
  if (divider == std::string_view::npos) return false;
  const auto bare = [&](std::string_view text) {
    while (!text.empty() && around.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && around.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
  };
  if (!is_one_of(small_letters(bare(line.substr(0, divider))), date_keys)) return false;
  std::string_view value = line.substr(divider + 1);
  value = value.substr(0, value.find(" #"));
  return believable(parse_stated_date(bare(value))).has_value();
}

/// Looks for a date in what may be front matter, without a parser: this runs for every file of a walk.
bool has_dated_front_matter(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const std::string_view fence = head.substr(0, 3);
  if (fence != "---" && fence != "+++" && head.substr(0, 1) != "{") return false;
  for (bool first = true; !head.empty(); first = false) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(line.size() + 1, head.size()));
    if (!first && line.substr(0, 3) == fence) return false;
    if (is_date_line(line)) return true;
  }
  return false;
}

/// Whether a page of Notion has a property that is a date.
bool has_dated_properties(std::string_view head) {
  const FrontMatter properties = read_notion_properties(clean_text(head));
  return std::any_of(std::begin(date_keys), std::end(date_keys), [&](const char* key) {
    const auto text = properties.text(key);
    return text && parse_stated_date(*text);
  });
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || !is_markdown(candidate.relative)) return Sureness::No;
  if (is_of_a_project(candidate.relative)) return Sureness::No;
  const auto folders = folders_of(candidate.relative);
  const bool post = is_one_of(std::string_view("_posts"), folders);
  const bool dated = date_in_name(telling_name(candidate.relative)).has_value();
  if (post || dated || has_dated_front_matter(candidate.head)) return Sureness::Sure;
  return is_notion_page(candidate.relative) && has_dated_properties(candidate.head) ? Sureness::Sure
                                                                                    : Sureness::Maybe;
}

// ---- reading
// -----------------------------------------------------------------------------------------------

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size() && i < most_tags; ++i) {
    std::string item = items[i];
    std::replace(item.begin(), item.end(), ',', ' ');
    if (item.front() == '#') item.erase(0, 1);
    if (!item.empty()) out += (out.empty() ? "" : ",") + item;
  }
  return out;
}

/// The folder that is the blog or vault: the one that holds `_posts`, `_drafts` or `content`, else the first.
std::string scope_of(const Unit& unit) {
  constexpr std::string_view holders[] = {"_posts", "_drafts", "content"};
  const auto folders = folders_of(unit.path);
  std::string before;
  for (const auto& folder : folders) {
    if (is_one_of(folder, holders))
      return clean_text(before.empty() ? unit.root.filename().string() : before);
    before += (before.empty() ? "" : "/") + folder;
  }
  return clean_text(folders.empty() ? unit.root.filename().string() : folders.front());
}

/// Reads one file into a sink.
class PostReader {
 public:
  PostReader(const Unit& unit, Sink& sink)
      : unit_(unit), sink_(sink), name_(telling_name(unit.path)), dated_name_(date_in_name(name_)) {
    const auto folders = folders_of(unit.path);
    in_posts_ = is_one_of(std::string_view("_posts"), folders);
    in_drafts_ = is_one_of(std::string_view("_drafts"), folders);
    notion_ = is_notion_page(unit.path);
    in_blog_ = std::any_of(folders.begin(), folders.end(), is_blogs_folder);
  }

  void read() {
    const auto bytes = load();
    if (!bytes) return;
    const std::string text = decode_guess(*bytes);
    front_ = notion_ ? read_notion_properties(text) : read_front_matter(text);
    if (!front_.problem.empty())
      issue(front_.line > 0 ? fmt::format("line {}", front_.line) : "", front_.problem,
            "correct it; until then only its plain lines are read, and the name of the file");
    find_date();
    if (!when_) return report_missing_date();
    text_ = read_post_text(notion_ ? title_and_text(text) : text.substr(front_.body));
    hand_out();
  }

 private:
  std::optional<std::string> load();
  /// A page of Notion without its properties.
  std::string title_and_text(const std::string& text) const {
    if (!front_.present) return text;
    return text.substr(0, text.find('\n') + 1) + text.substr(front_.body);
  }
  void find_date();
  void report_missing_date();
  void hand_out();
  bool is_draft() const {
    return in_drafts_ || front_.flag("draft").value_or(false) || !front_.flag("published").value_or(true);
  }
  Kind kind() const;
  std::string title() const;
  void issue(std::string place, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, std::move(place), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  std::string name_;
  std::optional<DatedName> dated_name_;
  bool in_posts_ = false;
  bool in_drafts_ = false;
  bool in_blog_ = false;
  bool notion_ = false;
  bool complained_ = false;
  FrontMatter front_;
  PostText text_;
  std::optional<When> when_;
  bool from_front_matter_ = false;
};

std::optional<std::string> PostReader::load() {
  const auto file = unit_.open();
  if (file->size() > largest_file) {
    issue("", fmt::format("{} bytes are more than a text that someone wrote (8 MiB)", file->size()),
          "divide it, or leave it out");
    return std::nullopt;
  }
  std::string bytes(file->whole(largest_file));
  const bool wide = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
  if (!wide && std::string_view(bytes).substr(0, text_probe).find('\0') != std::string_view::npos) {
    issue("", "the file is no text, whatever its name says", "give it its own name, or leave it out");
    return std::nullopt;
  }
  return bytes;
}

void PostReader::find_date() {
  for (const char* key : date_keys) {
    const auto text = front_.text(key);
    if (!text || front_.flag(key)) continue;  // "published: false" is no date
    const auto when = parse_stated_date(*text);
    if (when) when_ = believable(when);
    from_front_matter_ = when_.has_value();
    if (when_) return;
    if (when) continue;
    complained_ = true;
    if (is_template(*text)) continue;
    issue(key, fmt::format("\"{}\" is not understood as a date", clipped(*text, 80)),
          "write it as 2024-03-15 or 2024-03-15T09:30:00+09:00");
  }
  if (dated_name_) when_ = dated_name_->when;
}

void PostReader::report_missing_date() {
  const bool looks_like_a_post = in_posts_ || front_.text("title").has_value();
  if (!looks_like_a_post || complained_ || !front_.problem.empty() || is_section_list(unit_.path)) return;
  issue("", "no date, neither in the front matter nor in the name", "add a line `date: 2024-03-15`");
}

/// A dated name alone is how people name notes as well: a post has front matter or lies in a blog.
Kind PostReader::kind() const {
  if (is_draft()) return Kind::Note;
  if (notion_) return front_.text("published") ? Kind::Post : Kind::Note;
  const bool complete_front_matter = from_front_matter_ && front_.text("title").has_value();
  const bool named_post = dated_name_ && !dated_name_->rest.empty() && (front_.present || in_blog_);
  return in_posts_ || complete_front_matter || named_post ? Kind::Post : Kind::Note;
}

std::string PostReader::title() const {
  if (const auto stated = front_.text("title")) return clipped(*stated, longest_title);
  if (text_.heading) return clipped(*text_.heading, longest_title);
  return clipped(dated_name_ && !dated_name_->rest.empty() ? dated_name_->rest : name_, longest_title);
}

void PostReader::hand_out() {
  Observation out;
  out.kind = kind();
  out.title = title();
  out.identity = post_identity(out.title, *when_);
  out.begin = when_;
  out.traits[trait::time_from] = !from_front_matter_ ? "name" : notion_ ? "property" : "front-matter";
  if (is_draft()) out.traits[trait::status] = "draft";
  const std::string lang = small_letters(front_.text("lang").value_or(front_.text("language").value_or("")));
  const std::string stated = lang.substr(0, lang.find_first_of("-_"));
  if (stated.size() == 2 || stated.size() == 3)
    out.traits[trait::language] = stated;
  else if (text_.language)
    out.traits[trait::language] = *text_.language;
  for (const auto& [key, plural, singular] :
       {std::tuple{trait::tags, "tags", "tag"}, std::tuple{"categories", "categories", "category"}}) {
    auto items = front_.list(plural);
    if (items.empty()) items = front_.list(singular);
    if (std::string all = joined(items); !all.empty()) out.traits[key] = std::move(all);
  }
  out.quantities = {{"words", static_cast<double>(text_.words)},
                    {"characters", static_cast<double>(text_.characters)},
                    {"links", static_cast<double>(text_.links)}};
  if (!is_draft()) sink_.coverage({out.kind, CoverageClass::Complete, scope_of(unit_), {}, {}});
  sink_.observation(std::move(out));
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  PostReader(unit, sink).read();
}

}  // namespace

const Source posts_source = {
    .type = "posts",
    .version = 2,
    .describe = "Markdown posts and notes",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
