#include "app/owner_text.h"

#include "app/replaced_file.h"
#include "base/error.h"
#include "base/text.h"
#include "serve/refusal.h"
#include "sources/text_head.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest = 1U << 20U;

[[noreturn]] void changed_since(const fs::path& file) {
  throw Refusal(409, "the file was changed by another program, and nothing was written", file.string(),
                "look at what it holds now, then choose");
}

}  // namespace

OwnerText owner_text(const fs::path& file) {
  OwnerText found;
  found.text = owners_file(file, longest);
  found.tag = owners_tag(found.text);
  if (!found.text) return found;
  // Another encoding would not come back byte for byte.
  if (!is_utf8(*found.text) || is_binary_head(*found.text))
    throw Refusal(500, "is not UTF-8, and was left as it is", file.string(),
                  "save it as UTF-8 in your editor");
  return found;
}

std::string owner_text_tag(const fs::path& file) {
  return owners_tag(owners_file(file, longest));
}

std::string keep_owner_text(const fs::path& file, const std::optional<std::string>& text,
                            const std::string& known) {
  const OwnerText now = owner_text(file);
  if (now.tag != known) changed_since(file);
  if (text && !replace_file(file, now.text, *text)) changed_since(file);
  if (!text && now.text && !remove_file(file, *now.text)) changed_since(file);
  return owners_tag(text);
}

}  // namespace hoego
