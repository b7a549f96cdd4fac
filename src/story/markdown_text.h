#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// Words as Markdown that says them and nothing more: what Markdown, HTML, or the templates of Jekyll and
/// Hugo would read as a sign becomes plain text, on one line that opens no block.
std::string as_markdown(std::string_view words);

}  // namespace hoego
