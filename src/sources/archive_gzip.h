#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "sources/archive_bytes.h"

namespace hoego {

/// What a gzip holds, decompressed while it is read. Reading on is cheap; going back begins anew. Where the
/// file is cut off or damaged, it ends, and `damage` says so.
/// Source: RFC 1952.
class GzipInput : public Input {
 public:
  GzipInput(std::shared_ptr<Input> packed, ArchiveBudget& budget);
  ~GzipInput() override;
  GzipInput(const GzipInput&) = delete;
  GzipInput& operator=(const GzipInput&) = delete;

  /// How much has come out so far: more is not known.
  std::uint64_t size() const override;
  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override;
  /// Throws Error: there is no such thing.
  std::string_view whole(std::uint64_t most) override;

  /// In words, with the place in the packed file; empty as long as none was met.
  const std::string& damage() const;
  /// What to do about it.
  const std::string& remedy() const;
  /// Whether it ends before this offset, as far as is known.
  bool ends_before(std::uint64_t offset) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hoego
