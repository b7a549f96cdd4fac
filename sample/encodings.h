#pragma once
#include <string>
#include <string_view>

namespace hoego::sample {

/// In Microsoft's extension of EUC-KR; `text` is UTF-8 and holds nothing that it cannot say.
std::string cp949(std::string_view text);

/// RFC 2045, 6.8, in lines of 76 characters that end in a line feed.
std::string base64(std::string_view bytes);
/// RFC 2045, 6.7.
std::string quoted_printable(std::string_view text);
/// A header's text, `=?UTF-8?B?…?=` where it needs to be (RFC 2047).
std::string encoded_word(std::string_view text, std::string_view charset = "UTF-8");

/// `Mon`, `Jan` and their kin (RFC 5322, 3.3).
std::string_view weekday_name(int weekday);
std::string_view month_name(int month);

}  // namespace hoego::sample
