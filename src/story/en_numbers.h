#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

/// Numbers, dates and spans in English running text.
namespace hoego::en {

/// 7,612.
std::string grouped(long long number);
/// In words up to ten, in figures from 11.
std::string small(long long number);
/// In words up to ninety-nine (for the head of a sentence), in figures above.
std::string spelled(long long number);
/// "activity" → "activities"; nouns that do not change stay. English only.
std::string plural(std::string_view noun);
/// nine books, 171 photos, one post.
std::string counted(long long number, std::string_view noun);
/// 9 books, 171 photos, 1 post: always in figures.
std::string figure(long long number, std::string_view noun);
/// once, twice, three times, 38 times.
std::string times(long long number);
/// first … ninth, 10th, 11th, 21st, 112th.
std::string ordinal(long long number);
/// "a" or "an", by the sound of the word or number that follows.
std::string_view article(std::string_view next);
/// The first letter as a capital (ASCII and Latin-1).
std::string capitalized(std::string_view text);

/// March 15; November 30, 2023 outside `year`.
std::string date(Date day, int year);
/// September 28 to October 9; March 15 to 18.
std::string span(DateRange days, int year);
/// March; November 2023.
std::string month(Date day, int year);
/// April 27, June 22; a month is not said twice running: May 5, 12.
std::vector<std::string> dates(const std::vector<Date>& days, int year);

/// four days and three nights; 12 days and 11 nights.
std::string days_and_nights(int days, int nights);
/// 318 and a half hours; 20 hours and 15 minutes; half an hour.
std::string hours(double hours);
/// 24 days, six weeks, about ten months, more than nine months, nearly a year.
std::string lead(int days);
/// 2.4 times; whole from ten on.
std::string ratio(double ratio);
/// 30 percent.
std::string percent(double share);
/// half, a third, three quarters, eight in ten within 2.5 points, else 62 percent. `share` is in 0..1.
std::string part_of(double share);
/// ₩1,234,500, $12.50, else "EUR 12.50". `currency`: ISO 4217.
std::string money(const std::string& currency, double amount);
/// Montréal, Québec and Banff.
std::string all_of(const std::vector<std::string>& items);

}  // namespace hoego::en
