#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

/// Numbers, dates and spans in Korean running text.
namespace hoego::ko {

/// 7,612.
std::string grouped(long long number);
/// As counted in running text: native numerals up to ten, 네 번, 171번. `number` is not negative.
std::string counted(long long number, std::string_view counter);
/// Always in digits: 11편 (numbers that are compared take one form).
std::string figure(long long number, std::string_view counter);
/// 1,000개; from ten thousand on as one says a round number: 1만 장, 12만 5,000보.
std::string round_figure(long long number, std::string_view counter);
/// 하나, 둘 … 열; 11개 above.
std::string several(long long number);

/// 3월 15일; with its year when it is not `year`: 2023년 11월 30일.
std::string date(Date day, int year);
/// 9월 28일부터 10월 9일까지, 3월 15일부터 18일까지.
std::string span(DateRange days, int year);
/// 3월; 2023년 11월.
std::string month(Date day, int year);
/// 4월 27일, 6월 22일, 8월 31일: a month is not said twice running.
std::vector<std::string> dates(const std::vector<Date>& days, int year);

/// 11박 12일.
std::string nights_and_days(int nights, int days);
/// 318시간 30분, 20시간, 30분; rounded to the minute.
std::string hours(double hours);
/// The distance of two days as one says it beforehand: 24일, 6주, 열 달쯤, 아홉 달 넘게, 1년쯤.
std::string lead(int days);
/// 2.4배; whole from ten on. `ratio` is at least 1.5.
std::string times(double ratio);
/// 30%.
std::string percent(double share);

/// Of what was just counted: 그 절반, 그 3분의 1, 열 장 가운데 여덟 장 within 2.5 points, else 그 62%.
/// `share` is in 0..1.
std::string part_of_them(double share, std::string_view counter);

/// 123만 4,500원, 12.50 달러. `currency`: ISO 4217.
std::string money(const std::string& currency, double amount);

/// 퀘벡과 몬트리올과 밴프.
std::string all_of(const std::vector<std::string>& items);
/// 드럼, 합주, 리뷰.
std::string listed(const std::vector<std::string>& items);

}  // namespace hoego::ko
