#include "sample/archive_writer.h"

#include <fmt/format.h>

#include <cassert>
#include <cstdint>

#include "sample/deflate.h"

namespace hoego::sample {
namespace {

std::string little_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
  return out;
}

/// Time and date as MS-DOS kept them, in steps of two seconds.
std::string dos_time(WallTime wall) {
  const Date date = wall.date();
  const int second = wall.second_of_day();
  const int time = (second / 3600) << 11 | (second / 60 % 60) << 5 | (second % 60) / 2;
  const int days = (date.year() - 1980) << 9 | date.month() << 5 | date.day();
  return little_endian(static_cast<std::uint64_t>(time), 2) +
         little_endian(static_cast<std::uint64_t>(days), 2);
}

/// What the local header and the central directory say alike.
std::string description(const Member& member, const std::string& packed, const std::string& time) {
  constexpr std::uint64_t names_are_utf8 = 0x800;
  return little_endian(20, 2) + little_endian(names_are_utf8, 2) + little_endian(member.packed ? 8 : 0, 2) +
         time + little_endian(crc32(member.bytes), 4) + little_endian(packed.size(), 4) +
         little_endian(member.bytes.size(), 4) + little_endian(member.name.size(), 2) + little_endian(0, 2);
}

std::string tar_header(const Member& member) {
  assert(member.name.size() < 100);
  std::string out = member.name;
  out.resize(100, '\0');
  out += fmt::format("{:07o}", 0644) + '\0';
  out += fmt::format("{:07o}", 0) + '\0';
  out += fmt::format("{:07o}", 0) + '\0';
  out += fmt::format("{:011o}", member.bytes.size()) + '\0';
  out += fmt::format("{:011o}", 0) + '\0';
  const std::size_t check_at = out.size();
  out += "        0";
  out.resize(257, '\0');
  out += std::string("ustar\00000", 8) + "root";
  out.resize(297, '\0');
  out += "root";
  out.resize(512, '\0');
  unsigned sum = 0;
  for (const char c : out) sum += static_cast<unsigned char>(c);
  out.replace(check_at, 8, fmt::format("{:06o}", sum) + std::string("\0 ", 2));
  return out;
}

}  // namespace

std::string zip(const std::vector<Member>& members, WallTime modified) {
  const std::string time = dos_time(modified);
  std::string out;
  std::string directory;
  for (const Member& member : members) {
    const std::string packed = member.packed ? deflate(member.bytes) : member.bytes;
    const std::string said = description(member, packed, time);
    directory += "PK\1\2" + little_endian(20, 2) + said + little_endian(0, 2) + little_endian(0, 2) +
                 little_endian(0, 2) + little_endian(0, 4) + little_endian(out.size(), 4) + member.name;
    out += "PK\3\4" + said + member.name + packed;
  }
  const std::size_t begin = out.size();
  out += directory;
  out += "PK\5\6" + little_endian(0, 4) + little_endian(members.size(), 2) +
         little_endian(members.size(), 2) + little_endian(directory.size(), 4) + little_endian(begin, 4) +
         little_endian(0, 2);
  return out;
}

std::string tar_gz(const std::vector<Member>& members) {
  std::string tar;
  for (const Member& member : members) {
    tar += tar_header(member) + member.bytes;
    tar.resize((tar.size() + 511) / 512 * 512, '\0');
  }
  tar.append(1024, '\0');
  return std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflate(tar) + little_endian(crc32(tar), 4) +
         little_endian(tar.size(), 4);
}

}  // namespace hoego::sample
