#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/document.h"

namespace hoego {

/// A prompt, as a person writes it: a Markdown file whose front matter says how it is used.
///
///     ---
///     name: blog
///     language: ko              # ko | en
///     tone: polite              # polite | plain; Korean only
///     temperature: 0.6          # 0 to 2; left to the endpoint where it is missing
///     length: 1500자            # what {{length}} stands for
///     sections: trips, promises # which sections of the story are sent; all where it is missing
///     ---
///     The text, with {{findings}} where the findings stand.
struct PromptFile {
  std::string name;
  Language language = Language::Korean;
  Tone tone = Tone::Polite;
  std::optional<double> temperature;
  std::string length;
  std::vector<std::string> sections;  ///< ids of the story's sections; empty: all
  std::string before;                 ///< what stands before {{findings}}: the instructions
  std::string after;                  ///< what stands after it; may be empty
};

/// Reads a prompt; `file` names it in errors. Throws UsageError, with the line, for front matter that is
/// none, a key or placeholder that is unknown (naming the nearest), a second {{findings}}, and no text.
/// Placeholders: findings, language, tone, length, period, as_of.
PromptFile read_prompt(std::string_view text, const std::string& file);

/// `text` with {{NAME}} replaced by `values` in one pass: what a value holds is never read again.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace hoego
