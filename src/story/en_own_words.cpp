#include <fmt/format.h>

#include "story/own_words.h"

namespace hoego::en {

std::vector<std::string> before_moulds(const std::string& about, int year, const Setting& setting) {
  const bool last_year = setting.current && year + 1 == setting.year;
  if (!about.empty()) {
    return {fmt::format("About {} I wrote in {}", about, year),
            fmt::format("My notes of {} say of {}", year, about)};
  }
  return {last_year ? "A year ago I wrote" : std::string{}, fmt::format("In {} I put it this way", year),
          fmt::format("My notes of {} say", year)};
}

std::vector<std::string> own_moulds(const std::string& about) {
  if (about.empty()) return {"I also wrote"};
  return {fmt::format("About {} I wrote", about), fmt::format("And about {}, in my own words", about)};
}

}  // namespace hoego::en
