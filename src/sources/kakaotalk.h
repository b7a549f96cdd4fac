#pragma once
#include "sources/source.h"

namespace hoego {

/// Chats as KakaoTalk exports them ("대화 내용 내보내기"): the text files of the programs for Windows, macOS,
/// Android and iOS, in Korean and English, and the CSV of macOS and open chats. Kakao documents none of them;
/// doc/sources/kakaotalk.md says what shapes are read. One Message a chat, person and local day: how much was
/// written, and the text itself only where the owner says so.
extern const Source kakaotalk_source;

}  // namespace hoego
