#pragma once
#include <vector>

#include "app/keyboard.h"
#include "app/life.h"
#include "interview/questions.h"

namespace hoego {

/// The interview on standard input and output: one question at a time, each answer on the disk before the
/// next.
class Interview {
 public:
  enum class Asks {
    Open,  ///< what has no answer yet
    All    ///< the answered ones too, with their answers
  };

  /// Life and findings are borrowed.
  Interview(const Life& life, const Findings& findings, Language language, Asks asks);

  /// Asks until all is asked or the owner stops.
  void run(const std::vector<Question>& questions);

 private:
  enum class Typed { Answer, Nothing, Stop };

  std::string say(const char* ko, const char* en) const;
  void begin(std::size_t all, std::size_t answered) const;
  void show(const Question& question, std::size_t number, std::size_t of) const;
  void show_months(const std::vector<std::optional<int>>& months) const;
  void show_words(const std::string& title, const std::string& text) const;
  /// Reads lines up to an empty one. What was typed before a stop is an answer too.
  Typed read(Keyboard& keyboard, std::string& text) const;
  void end(std::size_t kept, std::size_t left) const;

  const Life& life_;
  const Findings& findings_;
  Language language_;
  Asks asks_;
  int year_;
};

}  // namespace hoego
