#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace hoego::mail {

/// What of a message is looked at. Nothing else of it is decoded.
struct Message {
  std::string subject;             ///< clean
  std::string id;                  ///< Message-ID without its brackets, clean; may be empty
  std::optional<Instant> date;     ///< of its Date header; nothing where there is none
  std::vector<std::string> htmls;  ///< its parts in HTML, clean UTF-8; attachments are left out
};

/// Reads a message (RFC 5322, MIME: RFC 2045–2049) in any encoding. Forwarded messages inside are searched
/// for their HTML, too. `bytes` may be cut short: what is there is read. Never fails: of what is no message,
/// nothing is found. At most 20 parts and 4 MiB each.
Message read_message(std::string_view bytes);

/// Whether a message can have a part in HTML that is not hidden in another one's encoding: a quick look that
/// spares most messages their reading.
bool may_have_html(std::string_view bytes);

}  // namespace hoego::mail
