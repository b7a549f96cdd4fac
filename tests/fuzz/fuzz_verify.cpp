#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "story/promises_for_tests.h"
#include "verify/verify.h"

/// A text of any bytes beside the made-up life: every part lies in its sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const hoego::Findings findings = hoego::testing_life::life_with_promises();
  constexpr std::size_t most = 4096;
  const std::string text =
      hoego::decode_guess(std::string_view(reinterpret_cast<const char*>(data), size < most ? size : most));
  for (const hoego::VerifiedSentence& one : hoego::verify(text, findings)) {
    for (const hoego::VerifiedPart& part : one.parts) {
      if (part.at > part.end || part.end > one.sentence.text.size()) std::abort();
    }
  }
  return 0;
}
