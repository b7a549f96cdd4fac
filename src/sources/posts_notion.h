#pragma once
#include <string>
#include <string_view>

#include "sources/posts_front_matter.h"

namespace hoego {

/// A page's name in Notion's Markdown export ends with a blank and the page's id, 32 hexadecimal digits.
/// The name without it; empty where there is none.
std::string name_without_notion_id(std::string_view stem);

/// What stands under the title of a page of a database: lines `Created: March 15, 2024 7:11 PM`,
/// `생성일: 2024년 3월 15일 오후 7:11`, up to the first that is none. Times are the exporter's clock. The
/// values are kept by the names that front matter has: `published`, `date`, `created`, `tags`; `body` is
/// where the text goes on, or 0 without any property.
FrontMatter read_notion_properties(std::string_view text);

}  // namespace hoego
