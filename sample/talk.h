#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct Message {
  WallTime sent;       ///< by Korean clocks, to the minute
  std::string person;  ///< empty: the owner
  std::string text;    ///< may have several lines; `사진` and its kin where there is only that
};

/// The band's chat room from 2023 on, in order of time.
std::vector<Message> chat_with_the_band(const Story& story);

/// As KakaoTalk on Android exports it in Korean, below `folder`/exports.
void write_talk(const std::filesystem::path& folder, const std::vector<Message>& messages);

}  // namespace hoego::sample
