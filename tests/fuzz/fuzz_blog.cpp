// An export of a blog: WordPress, Blogger, a page of Tistory.
#include "read_unit.h"
#include "sources/blog.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  blog_source.recognise({"/x/a", "a", false, size, bytes.substr(0, 4096), {}});
  fuzz::read_bytes(blog_source, data, size);
  return 0;
}
