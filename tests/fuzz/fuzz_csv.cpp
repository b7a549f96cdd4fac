#include "read_unit.h"
#include "sources/csv.h"

namespace {

class MemoryFile : public hoego::Files {
 public:
  explicit MemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}
  std::unique_ptr<hoego::Input> open(const std::string& path) const override {
    return hoego::input_of(bytes_, path);
  }

 private:
  std::string bytes_;
};

}  // namespace

/// The map stays the same: the seeds have its columns.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(std::string(reinterpret_cast<const char*>(data), size));
  hoego::ReadOptions options;
  options.columns = {{"d", "begin"},       {"e", "end"},  {"t", "title"},      {"lat", "latitude"},
                     {"lon", "longitude"}, {"k", "kind"}, {"n", "quantity:n"}, {"m", "minutes"}};
  hoego::fuzz::CheckingSink sink;
  try {
    hoego::csv_source.read({"/nowhere", "table.csv", {}, &file}, options, sink);
  } catch (const hoego::Error&) {
  }
  return 0;
}
