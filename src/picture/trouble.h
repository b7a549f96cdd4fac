#pragma once
#include <cstdint>
#include <string>

#include "base/error.h"

namespace hoego {

/// Why there is no picture. The numbers are sent between processes.
enum class Trouble : std::uint8_t {
  NotKnown = 1,  ///< no picture, or of a kind that is not read
  Damaged,
  TooLarge,  ///< more pixels, bytes or time than it may take
  Gone,      ///< its file cannot be read
  Busy,      ///< too many pictures are being made; later
};

class PictureError : public Error {
 public:
  PictureError(Trouble trouble, std::string what, std::string where, std::string remedy)
      : Error(std::move(what), std::move(where), std::move(remedy)), trouble_(trouble) {}
  Trouble trouble() const { return trouble_; }

 private:
  Trouble trouble_;
};

}  // namespace hoego
