#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "app/api.h"

namespace hoego {

/// Where the server looks: at one life, or at none before there is one. Safe with threads.
class ServedPlace {
 public:
  /// `proposed`: where a life shall be, if the owner agrees.
  explicit ServedPlace(std::filesystem::path proposed) : proposed_(std::move(proposed)) {}

  /// Valid as long as this. Throws Refusal 503 where there is no life yet.
  Api& api();
  /// Null where there is no life yet.
  Api* find();
  /// From now on it looks at this life folder, and has its sources read where that was never done to the end.
  Api& open(const std::filesystem::path& folder);

  const std::filesystem::path& proposed() const { return proposed_; }
  /// Where the sample life is written if it is asked for: beside the proposed folder.
  std::filesystem::path sample_folder() const;

 private:
  Api& take(const std::filesystem::path& folder);

  std::filesystem::path proposed_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Api>> opened_;  ///< answers may be under way in each of them
  Api* now_ = nullptr;
};

/// The folder for the first life: `-C`, else ~/hoego.
std::filesystem::path proposed_folder(const Arguments& arguments);
/// Whether a life folder is the sample life, which nobody lived.
bool is_sample(const std::filesystem::path& folder);

}  // namespace hoego
