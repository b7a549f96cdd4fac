#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// Korean particles that come in two shapes, after a final consonant and after a vowel.
enum class Particle {
  Topic,     ///< 은/는
  Subject,   ///< 이/가
  Object,    ///< 을/를
  And,       ///< 과/와
  Toward,    ///< 으로/로 (로 also after ㄹ)
  Is,        ///< 이에요/예요
  Was,       ///< 이었어요/였어요
  PlainIs,   ///< 이다/다
  PlainWas,  ///< 이었다/였다
  AsManyAs,  ///< 이나/나
  With,      ///< 이랑/랑
  AsWell,    ///< 이며/며
  Being,     ///< 이라서/라서
  Named,     ///< 이라는/라는
  Quoted,    ///< 이라고/라고
};

/// How the word ends when it is read aloud in Korean.
enum class Final { Vowel, Rieul, Consonant };

/// The spoken end of a Korean text: Hangul by its last consonant; digits read in Sino-Korean; units after
/// digits and Latin words by the table of readings, then as letter names, then by the usual spelling of loan
/// words; brackets do not count, quotes, marks and pictographs are looked through.
Final spoken_final(std::string_view stem);

/// `stem` with the shape that fits. A footnote mark at its end stays behind the particle: 드럼은[^3].
std::string with_particle(std::string_view stem, Particle particle);

/// Korean reading of a Latin name, "github" → "깃허브"; empty where the table has none. Without regard to
/// case and accents.
std::string_view korean_reading(std::string_view latin);

}  // namespace hoego
