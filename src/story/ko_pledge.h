#pragma once
#include <string>
#include <string_view>

#include "story/moulds.h"
#include "story/promise_terms.h"

/// How a promise and its numbers are said in Korean.
namespace hoego::ko {

/// The owner's own words, quoted; a quote in them is taken one step down.
std::string own_words(const Promise& promise);
/// 1.5권, 3.1시간, 12만 원: for numbers that need not be whole.
std::string rate(double value, const PromiseTerms& terms, int places = 1);
/// 아홉 달, 44주, 30일: whole units of a promise for every one.
std::string units_said(int count, PromiseTerms::Unit unit);
/// 열에 셋쯤이에요: never a per cent, never none, never all.
std::string odds_said(double chance);

/// What the sentences of one promise share. Point and setting are borrowed.
struct Pledge {
  const Point& point;
  const Setting& setting;
  const Promise& promise;
  PromiseTerms terms;
  std::string name;   ///< 「책 24권」
  std::string topic;  ///< 「책 24권」은

  Pledge(const Point& of, const Setting& in);

  double value() const;
  double target() const;

  /// 23번, 318시간 30분: in figures, as numbers that are compared are.
  std::string amount(double number) const;
  /// Of an average with its pace: 한 주에 2.1번.
  std::string so_far() const;
  /// 한 번, 아홉 권: a whole number that stands alone.
  std::string alone(double number) const;
  /// 24권, 작년의 14권.
  std::string held_against() const;
  std::string year_before() const;
  std::string_view pace_word() const;
  std::string day() const;
};

}  // namespace hoego::ko
