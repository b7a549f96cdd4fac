#include "store/pairs.h"

#include <algorithm>

namespace hoego {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Bytes of the UTF-8 character that begins at `at`.
int length_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return static_cast<int>(end - at);
}

using Take = int (*)(void*, int, const char*, int, int, int);

/// One word, which has its place in a longer text.
int tokenize_word(std::string_view word, int offset, bool asked, void* context, Take take) {
  std::size_t at = 0;
  while (at < word.size()) {
    const int first = length_at(word, at);
    const std::size_t next = at + static_cast<std::size_t>(first);
    const bool last = next >= word.size();
    // A question that is longer than one character is told whole by its pairs.
    if (last && asked && at > 0) return SQLITE_OK;
    const int length = last ? first : first + length_at(word, next);
    const int begin = offset + static_cast<int>(at);
    const int status = take(context, 0, word.data() + at, length, begin, begin + length);
    if (status != SQLITE_OK) return status;
    at = next;
  }
  return SQLITE_OK;
}

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* bytes, int size, Take take) {
  const std::string_view text(bytes, static_cast<std::size_t>(std::max(size, 0)));
  const bool asked = (flags & FTS5_TOKENIZE_QUERY) != 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    const int status = tokenize_word(text.substr(at, end - at), static_cast<int>(at), asked, context, take);
    if (status != SQLITE_OK) return status;
    at = end + 1;
  }
  return SQLITE_OK;
}

/// FTS5 wants an object; this tokenizer has nothing to keep.
int create(void* nothing, const char**, int, Fts5Tokenizer** out) {
  *out = static_cast<Fts5Tokenizer*>(nothing);
  return SQLITE_OK;
}
void destroy(Fts5Tokenizer*) {}

}  // namespace

int add_pairs_tokenizer(sqlite3* connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* ask = nullptr;
  int status = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &ask, nullptr);
  if (status != SQLITE_OK) return status;
  sqlite3_bind_pointer(ask, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(ask);
  status = sqlite3_finalize(ask);
  if (status != SQLITE_OK) return status;
  if (api == nullptr) return SQLITE_ERROR;
  static char nothing = 0;
  fts5_tokenizer tokenizer{create, destroy, tokenize};
  return api->xCreateTokenizer(api, "pairs", &nothing, &tokenizer, nullptr);
}

std::string pairs_expression(std::string_view text) {
  std::string expression;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (const std::string_view word = text.substr(at, end - at); !word.empty()) {
      if (!expression.empty()) expression += " AND ";
      expression += '"';
      for (const char c : word) expression.append(c == '"' ? 2 : 1, c);
      expression += '"';
      if (static_cast<std::size_t>(length_at(word, 0)) == word.size()) expression += " *";
    }
    at = end + 1;
  }
  return expression;
}

}  // namespace hoego
