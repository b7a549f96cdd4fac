#pragma once
#include "store/database.h"
#include "store/store.h"

namespace hoego {

struct Store::Impl {
  explicit Impl(const std::filesystem::path& index_file) : file(index_file), database(index_file) {}
  std::filesystem::path file;
  mutable Database database;
};

}  // namespace hoego
