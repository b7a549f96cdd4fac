#include "sources/table_package.h"

#include <fmt/format.h>
#include <libxml/xmlreader.h>
#include <zip.h>

#include "base/error.h"

namespace hoego {
namespace {

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using ZipFile = std::unique_ptr<zip_file_t, CloseFile>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

class ZippedXml : public XmlPart {
 public:
  ZippedXml(ZipFile file, std::uint64_t most) : file_(std::move(file)), left_(most) {
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    reader_.reset(xmlReaderForIO(read, nullptr, this, nullptr, nullptr, options));
  }

  Node next() override {
    if (empty_) {
      empty_ = false;
      return Node::End;
    }
    for (;;) {
      const int more = reader_ ? xmlTextReaderRead(reader_.get()) : -1;
      if (more != 1) return more == 0 && !failed_ ? Node::Over : Node::Broken;
      switch (xmlTextReaderNodeType(reader_.get())) {
        case XML_READER_TYPE_ELEMENT:
          empty_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
          return Node::Begin;
        case XML_READER_TYPE_END_ELEMENT:
          return Node::End;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          return Node::Text;
        case XML_READER_TYPE_DOCUMENT_TYPE:
          reader_.reset();
          return Node::Broken;
        default:
          break;
      }
    }
  }
  std::string_view name() const override { return view(xmlTextReaderConstLocalName(reader_.get())); }
  std::string_view text() const override { return view(xmlTextReaderConstValue(reader_.get())); }
  bool too_large() const override { return too_large_; }

  std::optional<std::string> attribute(const char* name) const override {
    std::optional<std::string> out;
    while (!out && xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
      if (view(xmlTextReaderConstLocalName(reader_.get())) == name)
        out = std::string(view(xmlTextReaderConstValue(reader_.get())));
    }
    xmlTextReaderMoveToElement(reader_.get());
    return out;
  }

 private:
  static int read(void* self, char* to, int count) {
    auto& part = *static_cast<ZippedXml*>(self);
    const zip_int64_t have = zip_fread(part.file_.get(), to, static_cast<zip_uint64_t>(count));
    part.too_large_ = have > 0 && static_cast<std::uint64_t>(have) > part.left_;
    part.failed_ = have < 0 || part.too_large_;
    if (part.failed_) return -1;
    part.left_ -= static_cast<std::uint64_t>(have);
    return static_cast<int>(have);
  }

  ZipFile file_;
  std::uint64_t left_;
  bool failed_ = false;
  bool too_large_ = false;
  bool empty_ = false;
  std::unique_ptr<xmlTextReader, FreeReader> reader_;
};

class ZipPackage : public Package {
 public:
  explicit ZipPackage(Zip zip) : zip_(std::move(zip)) {}

  std::unique_ptr<XmlPart> part(const std::string& path, std::uint64_t most) override {
    // Some programs write the names with other capital letters than the workbook says.
    const zip_int64_t at = zip_name_locate(zip_.get(), path.c_str(), ZIP_FL_NOCASE);
    if (at < 0) return nullptr;
    ZipFile file(zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(at), 0));
    if (!file) return nullptr;
    return std::make_unique<ZippedXml>(std::move(file), most);
  }

 private:
  Zip zip_;
};

}  // namespace

std::unique_ptr<Package> open_package(Input& input, const std::string& name) {
  if (input.size() > Package::most_bytes)
    throw Error("a workbook over 64 MiB", name, "save the sheet as .csv, or divide it by year");
  const std::string_view bytes = input.whole(Package::most_bytes);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Zip zip(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (!zip) {
    zip_source_free(source);
    throw Error(fmt::format("the workbook cannot be opened: {}", reason), name, "download it again");
  }
  return std::make_unique<ZipPackage>(std::move(zip));
}

}  // namespace hoego
