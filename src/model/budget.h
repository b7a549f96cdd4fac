#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoego {

/// Tokens of one answer, or summed over several. `stated`: by the endpoint; else estimated here.
struct Usage {
  std::int64_t prompt = 0;
  std::int64_t answer = 0;
  bool stated = true;

  std::int64_t all() const { return prompt + answer; }
  Usage& operator+=(const Usage& other);
};

/// Tokens that a text comes to, on the safe side for the vocabularies in use: one for three bytes of ASCII,
/// one and a half for each other character. Vocabularies differ by half of it and more.
std::int64_t estimated_tokens(std::string_view text);

/// What may be spent over all requests of a draft.
class TokenBudget {
 public:
  explicit TokenBudget(std::int64_t most) : left_(most) {}

  std::int64_t left() const { return left_; }
  /// The longest answer that may be asked for beside a prompt of `prompt` tokens: `wanted`, or what is left
  /// for it; nothing where that is not worth asking.
  std::optional<std::int64_t> answer(std::int64_t prompt, std::int64_t wanted) const;
  void spend(const Usage& usage) { left_ -= usage.all(); }

 private:
  std::int64_t left_;
};

}  // namespace hoego
