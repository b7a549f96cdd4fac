#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "record/when.h"

namespace hoego {

/// The moment that a program wrote into a picture's file name (without folders, valid UTF-8 in NFC):
/// `20240315_120102`, `IMG_20240315_120102`, `PXL_20240315_030102123` (UTC, as Google's camera names them),
/// `KakaoTalk_20240315_1201_02_123`, `KakaoTalk_Photo_2024-03-15-12-01-02`, `2024-03-15 12.01.02`,
/// `telegram_2020-01-30_09-57-18`, `Screenshot 2024-03-15 at 3.01.02 PM`, `스크린샷 2024-03-15 오후 3.01.02`.
/// A day alone (`IMG-20240315-WA0001`) has day precision. Years 1990 to 2099; nothing for anything else.
std::optional<When> time_in_name(std::string_view file_name);

/// The number of the shot on its camera, decimal without leading zeros: `IMG_1234` -> "1234", `DSCF0042` ->
/// "42". Nothing where the name holds a date or no such number.
std::optional<std::string> sequence_in_name(std::string_view file_name);

}  // namespace hoego
