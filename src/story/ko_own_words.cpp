#include <fmt/format.h>

#include "story/own_words.h"
#include "story/particles.h"

namespace hoego::ko {

std::vector<std::string> before_moulds(const std::string& about, int year, const Setting& setting) {
  const bool last_year = setting.current && year + 1 == setting.year;
  const std::string then = last_year ? "작년" : fmt::format("{}년", year);
  if (!about.empty()) {
    return {fmt::format("{} 두고 {}에는 이렇게 적었어요", with_particle(about, Particle::Object), then),
            fmt::format("{}의 {}에는 이런 말을 붙여 뒀어요", then, about)};
  }
  return {fmt::format("{}에는 이렇게 적었어요", then), fmt::format("{} 노트에는 이런 말이 있어요", then),
          last_year ? "1년 전에는 이렇게 적어 뒀어요" : std::string{}};
}

std::vector<std::string> own_moulds(const std::string& about) {
  if (about.empty()) return {"이런 말도 적어 뒀어요"};
  return {fmt::format("{} 두고는 이렇게 적었어요", with_particle(about, Particle::Object)),
          fmt::format("{}에는 이런 말을 붙여 뒀어요", about)};
}

}  // namespace hoego::ko
