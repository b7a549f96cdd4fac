#pragma once
#include <string>
#include <string_view>

#include "story/moulds.h"
#include "story/promise_terms.h"

/// How a promise and its numbers are said in English.
namespace hoego::en {

/// The owner's own words, quoted; a quote in them is taken one step down.
std::string own_words(const Promise& promise);
/// 1.5 books, 3.1 hours, ₩120,000: for numbers that need not be whole.
std::string rate(double value, const PromiseTerms& terms, int places = 1);
/// Nine months, 44 weeks: whole units of a promise for every one.
std::string units_said(int count, PromiseTerms::Unit unit);
/// About three in ten: never a per cent, never none, never all.
std::string odds_said(double chance);

/// What the sentences of one promise share. Point and setting are borrowed.
struct Pledge {
  const Point& point;
  const Setting& setting;
  const Promise& promise;
  PromiseTerms terms;
  std::string name;  ///< “24 books”

  Pledge(const Point& of, const Setting& in);

  double value() const;
  double target() const;

  /// 23 times, 318 and a half hours.
  std::string amount(double number) const;
  /// Of an average with its pace: 2.1 times a week.
  std::string so_far() const;
  /// One trip, nine books: a whole number that stands alone.
  std::string alone(double number) const;
  /// 16, two and a half hours: what is missing, where the noun has just been said.
  std::string lacking() const;
  /// 24 books, the 14 books of 2023.
  std::string held_against() const;
  std::string_view pace_noun() const;
  std::string day() const;
};

}  // namespace hoego::en
