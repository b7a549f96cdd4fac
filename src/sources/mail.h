#pragma once
#include "sources/source.h"

namespace hoego {

/// Mails as files (`.eml`, RFC 5322) and mailboxes (mbox, RFC 4155), for the reservations that airlines,
/// hotels and ticket offices mark up in them with schema.org's vocabulary
/// (https://developers.google.com/gmail/markup). Nothing else of a mail is kept: not who wrote, not about
/// what, not how many.
extern const Source mail_source;

}  // namespace hoego
