#include "bench/truth/sentence_moulds.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/error.h"

namespace hoego::truth {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// Whether a Hangul syllable (U+AC00..U+D7A3: EA B0 80 .. ED 9E A3) begins here.
bool is_hangul(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && static_cast<unsigned char>(text[at]) >= 0xEA &&
         static_cast<unsigned char>(text[at]) <= 0xED;
}

class MouldReader {
 public:
  MouldReader(std::string_view line, std::string where) : rest_(line), where_(std::move(where)) {}

  Mould read() {
    Mould mould;
    mould.where = where_;
    const std::size_t bar = rest_.find(" | ");
    if (bar == std::string_view::npos) fail("there is no ' | '");
    read_head(trimmed(rest_.substr(0, bar)), mould);
    rest_ = trimmed(rest_.substr(bar + 3));
    while (!rest_.empty()) read_piece(mould.pieces);
    if (mould.pieces.empty()) fail("there are no words");
    return mould;
  }

 private:
  [[noreturn]] void fail(std::string_view what) const {
    throw Error(fmt::format("a mould that cannot be read: {}", what), where_,
                "write KIND [@CLASS,...] | words {role} words");
  }

  void read_head(std::string_view head, Mould& mould) const {
    const std::size_t at = head.find(" @");
    mould.kind = head.substr(0, at);
    if (at == std::string_view::npos) return;
    std::string_view classes = head.substr(at + 2);
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
      comma = classes.find(',');
      mould.said.emplace_back(classes.substr(0, comma));
      if (comma != std::string_view::npos) classes.remove_prefix(comma + 1);
    }
  }

  void read_piece(std::vector<Piece>& pieces) {
    if (rest_.front() != '{') {
      const std::size_t end = std::min(rest_.find('{'), rest_.size());
      read_words(rest_.substr(0, end), pieces);
      rest_.remove_prefix(end);
      return;
    }
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) fail("a brace is open");
    read_place(rest_.substr(1, end - 1), pieces);
    rest_.remove_prefix(end + 1);
  }

  /// Words, among them particles such as 을/를.
  static void read_words(std::string_view words, std::vector<Piece>& pieces) {
    const std::size_t slash = words.find('/');
    std::size_t from = slash;
    while (slash != std::string_view::npos && from >= 3 && is_hangul(words, from - 3)) from -= 3;
    std::size_t to = slash == std::string_view::npos ? slash : slash + 1;
    while (to != std::string_view::npos && is_hangul(words, to)) to += 3;
    if (from == slash || to == slash + 1) {
      pieces.push_back({Piece::Is::Words, std::string(words), {}, {}, {}});
      return;
    }
    if (from > 0) pieces.push_back({Piece::Is::Words, std::string(words.substr(0, from)), {}, {}, {}});
    pieces.push_back({Piece::Is::Particle,
                      std::string(words.substr(from, slash - from)),
                      std::string(words.substr(slash + 1, to - slash - 1)),
                      {},
                      {}});
    if (to < words.size()) read_words(words.substr(to), pieces);
  }

  void read_place(std::string_view inside, std::vector<Piece>& pieces) const {
    if (inside.empty()) fail("nothing stands between the braces");
    if (const std::size_t bar = inside.find('|'); bar != std::string_view::npos) {
      pieces.push_back({Piece::Is::Either,
                        std::string(inside.substr(0, bar)),
                        std::string(inside.substr(bar + 1)),
                        {},
                        {}});
      return;
    }
    Piece piece;
    piece.is = Piece::Is::Place;
    const std::string_view marks = "~><";
    if (const std::size_t mark = marks.find(inside.front()); mark != std::string_view::npos) {
      piece.rounding = static_cast<Rounding>(mark + 1);
      inside.remove_prefix(1);
    }
    const std::size_t colon = inside.find(':');
    piece.role = inside.substr(0, colon);
    if (colon != std::string_view::npos) piece.unit = inside.substr(colon + 1);
    pieces.push_back(std::move(piece));
  }

  std::string_view rest_;
  std::string where_;
};

}  // namespace

bool Mould::fits(const Fact& fact) const {
  if (fact.kind != kind) return false;
  const bool is_pair = fact.said.find(',') != std::string::npos;
  const std::string joined = fmt::format("{}", fmt::join(said, ","));
  if (is_pair ? joined != fact.said
              : !said.empty() && std::find(said.begin(), said.end(), fact.said) == said.end())
    return false;
  return std::all_of(pieces.begin(), pieces.end(), [&fact](const Piece& piece) {
    if (piece.is == Piece::Is::Either) return fact.up.has_value();
    return piece.is != Piece::Is::Place || fact.told.count(piece.role) > 0;
  });
}

bool Mould::tells(const std::string& role) const {
  return std::any_of(pieces.begin(), pieces.end(), [&role](const Piece& piece) {
    return piece.is == Piece::Is::Place && piece.role == role;
  });
}

std::vector<Mould> read_moulds(std::string_view text, const std::string& name) {
  std::vector<Mould> moulds;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    moulds.push_back(MouldReader(line, fmt::format("{}:{}", name, number)).read());
  }
  return moulds;
}

std::vector<Mould> moulds_of(Seeds seeds, Language language) {
  const std::string name = fmt::format("{}.{}.txt", seeds == Seeds::Tuning ? "building" : "reporting",
                                       language == Language::Korean ? "ko" : "en");
  const std::string path = fmt::format("{}/{}", HOEGO_MOULDS, name);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("the moulds cannot be read", path, "build hoego_truth where its sources are");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return read_moulds(text, name);
}

}  // namespace hoego::truth
