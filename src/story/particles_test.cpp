#include "story/particles.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

namespace hoego {
namespace {

struct Case {
  std::string stem, pair, right, why;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  std::string line;
  std::getline(file, line);  // head
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    Case one;
    std::getline(fields, one.stem, '\t');
    std::getline(fields, one.pair, '\t');
    std::getline(fields, one.right, '\t');
    std::getline(fields, one.why, '\t');
    cases.push_back(one);
  }
  return cases;
}

Particle particle_of(const std::string& pair) {
  static const std::map<std::string, Particle> pairs = {
      {"은/는", Particle::Topic},          {"이/가", Particle::Subject},
      {"을/를", Particle::Object},         {"과/와", Particle::And},
      {"으로/로", Particle::Toward},       {"이에요/예요", Particle::Is},
      {"이었어요/였어요", Particle::Was},  {"이다/다", Particle::PlainIs},
      {"이었다/였다", Particle::PlainWas}, {"이나/나", Particle::AsManyAs},
      {"이랑/랑", Particle::With},         {"이며/며", Particle::AsWell},
      {"이라서/라서", Particle::Being},    {"이라는/라는", Particle::Named},
      {"이라고/라고", Particle::Quoted}};
  return pairs.at(pair);
}

void expect_all(const std::filesystem::path& path, std::size_t at_least) {
  const auto cases = read_cases(path);
  ASSERT_GE(cases.size(), at_least) << path;
  for (const Case& one : cases) {
    EXPECT_EQ(with_particle(one.stem, particle_of(one.pair)), one.right) << one.why;
  }
}

TEST(Particles, fit_the_spoken_end_of_the_word) {
  expect_all(std::filesystem::path(HOEGO_SOURCE_DIR) / "src/story/particles_cases.tsv", 500);
}

TEST(Particles, fit_the_list_of_the_design) {
  const auto path = std::filesystem::path(HOEGO_SAMPLES_DIR) / "../design/text/particles.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the design's list is not on this machine: " << path;
  expect_all(path, 600);
}

TEST(Particles, an_empty_or_silent_stem_reads_like_a_vowel) {
  EXPECT_EQ(with_particle("", Particle::Topic), "는");
  EXPECT_EQ(with_particle("…", Particle::Object), "…를");
  EXPECT_EQ(with_particle("🥁", Particle::Object), "🥁를");
  EXPECT_EQ(with_particle(")", Particle::Object), ")를");
}

TEST(Particles, the_table_is_sorted_so_that_every_reading_is_found) {
  for (const char* name :
       {"airbnb", "C#", "Hugging Face", "Québec", "Montréal", "zotero", "YouTube", "Zoom"}) {
    EXPECT_FALSE(korean_reading(name).empty()) << name;
  }
  EXPECT_TRUE(korean_reading("hoego").empty());
}

}  // namespace
}  // namespace hoego
