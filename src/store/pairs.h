#pragma once
#include <sqlite3.h>

#include <string>
#include <string_view>

namespace hoego {

/// Makes the FTS5 tokenizer "pairs" known to a connection: of each word all pairs of neighbouring characters,
/// and its last character alone. So any two characters are found wherever they stand ("서울" in "남서울"),
/// which the built-in trigrams cannot. (sqlite.org/fts5.html, "Custom Tokenizers".) Returns a SQLite status.
int add_pairs_tokenizer(sqlite3* connection);

/// The FTS5 expression for texts in which every word of `text` (split at blanks) is found anywhere; empty
/// where it has no word. Exact: what matches holds each word as it stands.
std::string pairs_expression(std::string_view text);

}  // namespace hoego
