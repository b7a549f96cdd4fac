#pragma once
#include <string>

#include "model/prompt.h"

namespace hoego {

/// A prompt by its file, or, without a slash and an ending, by the name of one that comes with the program
/// ("blog.ko"). Throws UsageError naming those there are, or the line that cannot be read.
PromptFile prompt_called(const std::string& name);

/// The one that is used where none is named.
PromptFile usual_prompt(Language language, Tone tone);
/// How sentences that do not stand are asked for again.
PromptFile repair_prompt(Language language);

}  // namespace hoego
