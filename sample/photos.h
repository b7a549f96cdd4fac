#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// Unnamed: a picture without Exif, which lies only in the archive of an account.
enum class Camera { Phone, Camera, Friend, Unnamed };

/// A picture as it was taken. What of this its file says depends on the camera.
struct Photo {
  Camera camera = Camera::Phone;
  Instant taken;
  Offset offset;                 ///< of the clocks around
  const Place* place = nullptr;  ///< null in the air
  int latitude = 0;              ///< 0.00001 degree, where there is a place
  int longitude = 0;
  const Trip* trip = nullptr;  ///< the owner's trip it belongs to; on a day trip only what was taken there
  const Stay* stay = nullptr;  ///< null on the way
  std::string path;            ///< below the life folder

  Date local_day() const { return wall_time(taken, offset).date(); }
};

/// Every photo of the life, the owner's and the friends', in the order of taking for each camera. The
/// pointers lead into `story`.
std::vector<Photo> take_photos(const Story& story);

}  // namespace hoego::sample
