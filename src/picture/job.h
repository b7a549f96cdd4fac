#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "picture/pixels.h"
#include "picture/trouble.h"

/// What passes between the program and a process that makes pictures, in frames of a length (4 bytes,
/// little-endian) and as many bytes. Either side takes the other's for hostile.
namespace hoego {

/// A picture to be made small.
struct PictureJob {
  std::string file;    ///< absolute; an archive where there is a member
  std::string member;  ///< its path in the archive; may be empty
  Box box;
};

/// A JPEG, or why there is none.
struct PictureAnswer {
  std::string jpeg;
  std::optional<PictureError> error;
};

inline constexpr std::size_t largest_picture_frame = std::size_t{8} << 20;

/// With the frame's length before it.
std::string frame_of(const PictureJob& job);
std::string frame_of(const PictureAnswer& answer);
/// Of a frame without its length. Nothing for bytes that are none.
std::optional<PictureJob> job_from(std::string_view bytes);
std::optional<PictureAnswer> answer_from(std::string_view bytes);
/// The length that four bytes tell.
std::size_t frame_length(std::string_view four);

}  // namespace hoego
