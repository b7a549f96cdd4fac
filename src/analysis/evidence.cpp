#include "analysis/evidence.h"

#include "base/text.h"

namespace hoego {

Evidence evidence_of(const std::vector<const Record*>& records) {
  Evidence evidence;
  evidence.count = records.size();
  const std::size_t kept = std::min(records.size(), Evidence::most);
  for (std::size_t i = 0; i < kept; ++i) {
    const std::size_t at = kept < 2 ? 0 : i * (records.size() - 1) / (kept - 1);
    evidence.records.push_back(records[at]->id);
  }
  return evidence;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold_case(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word)
      out.push_back(c);
    else if (!out.empty() && out.back() != '-')
      out.push_back('-');
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace hoego
