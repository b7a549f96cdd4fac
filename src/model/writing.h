#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "model/client.h"
#include "model/draft.h"
#include "model/material.h"
#include "model/prompt.h"

namespace hoego {

/// What is to be written, and from what.
struct WritingOrder {
  PromptFile prompt;
  PromptFile repair;  ///< how sentences that do not stand are asked for again
  Findings findings;  ///< as they are sent (`for_sending`): what was not sent is not told back either
  Document story;     ///< told of them in the prompt's language and tone
  std::int64_t max_tokens = 4096;  ///< of one answer
  std::int64_t budget = 60'000;    ///< tokens of all requests and answers together
};

/// Everything of the first request but the model's name.
struct FirstRequest {
  ChatRequest request;
  Material material;
  std::int64_t estimate = 0;  ///< tokens of the request
};

/// The request that the order begins with. Throws UsageError where the budget holds no request with an
/// answer.
FirstRequest first_request(const WritingOrder& order);

/// A draft, and what it took.
struct Writing {
  Draft draft;
  Ending ending = Ending::Whole;
  Usage usage;
  std::size_t given = 0;             ///< findings that were sent
  std::size_t told = 0;              ///< those of them that sentences which stand tell
  std::size_t failed = 0;            ///< sentences that did not stand at first
  std::size_t mended = 0;            ///< sentences that stand in their place
  std::vector<std::string> remarks;  ///< what the person should know, a line each
};

/// Asks for the text, verifies it, asks once for what does not stand, verifies again, and leaves struck what
/// still does not. Throws Error where nothing came at all; a repair that fails is a remark.
Writing write_draft(ModelClient& client, const WritingOrder& order);

}  // namespace hoego
