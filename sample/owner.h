#pragma once
#include <string_view>

namespace hoego::sample {

/// An invented person.
inline constexpr std::string_view owner_name = "서하늘";
inline constexpr std::string_view owner_email = "haneul@example.com";
inline constexpr std::string_view owner_work_email = "haneul.seo@work.example";
/// Used until the end of 2022; only .mailmap knows that it is the same person.
inline constexpr std::string_view owner_old_email = "hn.seo@old.example";
/// Of the account whose export is among the files.
inline constexpr std::string_view owner_login = "haneul-seo";

}  // namespace hoego::sample
