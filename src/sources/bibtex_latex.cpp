#include "sources/bibtex_latex.h"

#include <algorithm>
#include <iterator>

#include "base/letters.h"
#include "base/text.h"

namespace hoego::bibtex {
namespace {

struct Named {
  std::string_view name;
  std::string_view text;
};

/// Commands that put a mark on the next letter; the mark as Unicode's combining character.
constexpr Named accents[] = {
    {"\"", "\u0308"},  {"'", "\u0301"},   {"`", "\u0300"},     {"^", "\u0302"},   {"~", "\u0303"},
    {"=", "\u0304"},   {".", "\u0307"},   {"u", "\u0306"},     {"v", "\u030c"},   {"H", "\u030b"},
    {"c", "\u0327"},   {"k", "\u0328"},   {"r", "\u030a"},     {"d", "\u0323"},   {"b", "\u0331"},
    {"bar", "\u0304"}, {"hat", "\u0302"}, {"tilde", "\u0303"}, {"vec", "\u20d7"}, {"dot", "\u0307"},
};

constexpr Named signs[] = {
    {"ss", "ß"},
    {"SS", "ẞ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {",", " "},
    {";", " "},
    {":", " "},
    {" ", " "},
    {"\\", " "},
    {"\n", " "},
    {"quad", " "},
    {"qquad", " "},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteright", "’"},
    {"textquoteleft", "‘"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"copyright", "©"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"pm", "±"},
    {"textpm", "±"},
    {"times", "×"},
    {"cdot", "·"},
    {"to", "→"},
    {"rightarrow", "→"},
    {"leq", "≤"},
    {"le", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"approx", "≈"},
    {"infty", "∞"},
    {"sim", "∼"},
    {"ell", "ℓ"},
    {"textdegree", "°"},
    {"degree", "°"},
    {"circ", "°"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"upsilon", "υ"},
    {"phi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Xi", "Ξ"},
    {"Pi", "Π"},
    {"Sigma", "Σ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    {"TeX", "TeX"},
    {"LaTeX", "LaTeX"},
};

template <std::size_t Count>
const Named* find(const Named (&table)[Count], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Named& entry) { return entry.name == name; });
  return found == std::end(table) ? nullptr : found;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads LaTeX from the left to plain text.
class Reader {
 public:
  explicit Reader(std::string_view latex) : in_(latex) { out_.reserve(latex.size()); }

  std::string read() {
    while (at_ < in_.size()) step();
    return trim(clean_text(out_));
  }

 private:
  bool take(std::string_view text) {
    if (in_.substr(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  void skip_blanks() {
    while (at_ < in_.size() && is_blank(in_[at_])) ++at_;
  }
  /// A character of the text, with the mark that waits for it.
  void put(std::string_view character) {
    out_ += character;
    out_ += mark_;
    mark_ = {};
  }
  void blank() {
    mark_ = {};
    if (!out_.empty() && out_.back() != ' ') out_.push_back(' ');
  }
  void step();
  void command();

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  std::string_view mark_;
  bool formula_ = false;
};

void Reader::command() {
  ++at_;  // the backslash
  const std::size_t begin = at_;
  while (at_ < in_.size() && is_letter(in_[at_])) ++at_;
  if (at_ == begin && at_ < in_.size()) ++at_;
  const std::string_view name = in_.substr(begin, at_ - begin);
  const bool word = !name.empty() && is_letter(name.front());
  if (word) skip_blanks();
  if (const Named* accent = find(accents, name)) {
    skip_blanks();
    mark_ = accent->text;
    return;
  }
  if (const Named* sign = find(signs, name)) {
    const bool dotless = name == "i" || name == "j";
    if (sign->text == " ") return blank();
    return put(dotless && !mark_.empty() ? name : sign->text);
  }
}

void Reader::step() {
  constexpr std::string_view special = "\\{}$~ \t\n\r-`'^_";
  const std::size_t ordinary = std::min(in_.find_first_of(special, at_), in_.size()) - at_;
  if (ordinary > 0 && mark_.empty()) {
    out_ += in_.substr(at_, ordinary);
    at_ += ordinary;
    return;
  }
  const char c = in_[at_];
  if (c == '\\') return command();
  if (is_blank(c) || c == '~') {
    ++at_;
    return blank();
  }
  if (take("---")) return put("—");
  if (take("--")) return put("–");
  if (take("``")) return put("“");
  if (take("''")) return put("”");
  if (c == '{' || c == '}' || c == '$') {
    if (c == '$') formula_ = !formula_;
    if (c == '}') mark_ = {};
    ++at_;
    return;
  }
  if (formula_ && (c == '^' || c == '_')) {
    ++at_;
    return;
  }
  std::size_t length = 1;  // one character, for the mark that waits
  while (at_ + length < in_.size() && (static_cast<unsigned char>(in_[at_ + length]) & 0xc0) == 0x80)
    ++length;
  put(in_.substr(at_, length));
  at_ += length;
}

}  // namespace

std::string plain_text(std::string_view latex) {
  return latex.empty() ? std::string() : Reader(latex).read();
}

}  // namespace hoego::bibtex
