#pragma once
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Archives made by hand, for tests: also such as no honest program makes.
namespace hoego::testing_archive {

struct Packed {
  std::string name;
  std::string content;
  bool deflated = true;
  bool encrypted = false;
  bool link = false;
  bool damaged = false;  ///< its CRC is another's
};

inline std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  return out;
}

/// `window`: −15 for bare deflate, 31 for gzip.
inline std::string squeezed(const std::string& content, int window) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, content.size()) + 64, '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzip_of(const std::string& content) {
  return squeezed(content, 31);
}

/// APPNOTE.TXT 6.3.10. Times are 2024-10-20 12:00.
class ZipMaker {
 public:
  void add(const Packed& file) {
    const std::string data = file.deflated ? squeezed(file.content, -15) : file.content;
    const auto* bytes = reinterpret_cast<const Bytef*>(file.content.data());
    const auto crc = crc32(0, bytes, static_cast<uInt>(file.content.size())) + (file.damaged ? 1 : 0);
    const std::string common = little(file.encrypted ? 1 : 0, 2) + little(file.deflated ? 8 : 0, 2) +
                               little(12 << 11, 2) + little((2024 - 1980) << 9 | 10 << 5 | 20, 2) +
                               little(crc, 4) + little(data.size(), 4) + little(file.content.size(), 4) +
                               little(file.name.size(), 2);
    const std::uint64_t at = out_.size();
    out_ += "PK\x03\x04" + little(20, 2) + common + little(0, 2) + file.name + data;
    entry(common, file.link ? 0120777U << 16 : 0100644U << 16, at, file.name);
  }
  /// Another name for the member that was added last, in the same bytes.
  void overlap(const std::string& name) {
    const std::string common = directory_.substr(last_ + 8, 20) + little(name.size(), 2);
    entry(common, 0100644U << 16, last_at_, name);
  }
  std::string done() const {
    return out_ + directory_ + "PK\x05\x06" + little(0, 4) + little(count_, 2) + little(count_, 2) +
           little(directory_.size(), 4) + little(out_.size(), 4) + little(0, 2);
  }

 private:
  void entry(const std::string& common, std::uint64_t attributes, std::uint64_t at, const std::string& name) {
    last_ = directory_.size();
    last_at_ = at;
    directory_ += "PK\x01\x02" + little(3 << 8 | 20, 2) + little(20, 2) + common + little(0, 2) +
                  little(0, 2) + little(0, 2) + little(0, 2) + little(attributes, 4) + little(at, 4) + name;
    ++count_;
  }

  std::string out_;
  std::string directory_;
  std::uint64_t count_ = 0;
  std::size_t last_ = 0;
  std::uint64_t last_at_ = 0;
};

inline std::string zip_of(const std::vector<Packed>& files) {
  ZipMaker maker;
  for (const Packed& file : files) maker.add(file);
  return maker.done();
}

inline std::string octal(std::uint64_t value, int digits) {
  std::string out(static_cast<std::size_t>(digits), '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, value /= 8)
    *digit = static_cast<char>('0' + value % 8);
  return out;
}

inline std::string tar_entry(const std::string& name, const std::string& content, char type = '0') {
  std::string header = name.substr(0, 100);
  header.resize(100, '\0');
  header += octal(0644, 7) + '\0' + octal(0, 7) + '\0' + octal(0, 7) + '\0' + octal(content.size(), 11) +
            '\0' + octal(1729400000, 11) + '\0' + std::string(8, ' ') + type;
  header.resize(257, '\0');
  header += std::string(
      "ustar\0"
      "00",
      8);
  header.resize(512, '\0');
  std::uint64_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  header.replace(148, 8, octal(sum, 6) + std::string("\0 ", 2));
  std::string padded = content;
  padded.resize((content.size() + 511) / 512 * 512, '\0');
  return header + padded;
}

inline std::string tar_of(const std::vector<Packed>& files) {
  std::string out;
  for (const Packed& file : files) {
    if (file.name.size() > 100) {
      std::string record = " path=" + file.name + "\n";
      std::size_t length = record.size();
      while (std::to_string(length).size() + record.size() != length)
        length = std::to_string(length).size() + record.size();
      out += tar_entry("pax", std::to_string(length) + record, 'x');
    }
    out += file.link ? tar_entry(file.name, "", '2') : tar_entry(file.name, file.content);
  }
  return out + std::string(1024, '\0');
}

/// What there is in most archives: texts large and small, one beside another, what nobody knows, a link.
inline std::vector<Packed> a_few_files() {
  return {{"notes/a.txt", "NOTE a, bad"},
          {"notes/a.txt.side", "beside a"},
          {"notes/big.txt", "NOTE " + std::string(200'000, 'b')},
          {"notes/stored.txt", "NOTE stored", false},
          {"other.bin", "nothing known"},
          {"__MACOSX/notes/._a.txt", "NOTE what macOS leaves"},
          {"notes/.git/x", "NOTE never looked at"},
          {"empty.txt", ""},
          {"link.txt", "notes/a.txt", false, false, true}};
}

}  // namespace hoego::testing_archive
