#include <array>
#include <cmath>
#include <numbers>

#include "bench/truth/life_parts.h"

namespace hoego::truth {
namespace {

constexpr std::array<Town, 56> all_towns = {{
    {"Seoul", "서울", {37.56, 126.99}, "KR"},
    {"Busan", "부산", {35.16, 129.06}, "KR"},
    {"Jeju", "제주", {33.49, 126.52}, "KR"},
    {"Gangneung", "강릉", {37.75, 128.88}, "KR"},
    {"Tokyo", "도쿄", {35.69, 139.70}, "JP"},
    {"Osaka", "오사카", {34.69, 135.50}, "JP"},
    {"Nagoya", "나고야", {35.17, 136.91}, "JP"},
    {"Sapporo", "삿포로", {43.06, 141.35}, "JP"},
    {"Fukuoka", "후쿠오카", {33.59, 130.40}, "JP"},
    {"Taipei", "타이베이", {25.04, 121.56}, "TW"},
    {"Bangkok", "방콕", {13.75, 100.51}, "TH"},
    {"Chiang Mai", "치앙마이", {18.79, 98.98}, "TH"},
    {"Singapore", "싱가포르", {1.30, 103.85}, "SG"},
    {"Denpasar", "덴파사르", {-8.65, 115.22}, "ID"},
    {"Hanoi", "하노이", {21.03, 105.85}, "VN"},
    {"Da Nang", "다낭", {16.06, 108.22}, "VN"},
    {"Delhi", "델리", {28.65, 77.23}, "IN"},
    {"Mumbai", "뭄바이", {19.08, 72.88}, "IN"},
    {"Kathmandu", "카트만두", {27.70, 85.32}, "NP"},
    {"Dubai", "두바이", {25.20, 55.28}, "AE"},
    {"Doha", "도하", {25.29, 51.53}, "QA"},
    {"Istanbul", "이스탄불", {41.01, 28.95}, "TR"},
    {"Cairo", "카이로", {30.06, 31.25}, "EG"},
    {"Nairobi", "나이로비", {-1.28, 36.82}, "KE"},
    {"Cape Town", "케이프타운", {-33.93, 18.42}, "ZA"},
    {"Sydney", "시드니", {-33.87, 151.21}, "AU"},
    {"Melbourne", "멜버른", {-37.81, 144.96}, "AU"},
    {"Brisbane", "브리즈번", {-27.47, 153.02}, "AU"},
    {"Auckland", "오클랜드", {-36.85, 174.76}, "NZ"},
    {"Queenstown", "퀸스타운", {-45.03, 168.66}, "NZ"},
    {"Apia", "아피아", {-13.83, -171.77}, "WS"},
    {"Honolulu", "호놀룰루", {21.31, -157.85}, "US"},
    {"Los Angeles", "로스앤젤레스", {34.05, -118.24}, "US"},
    {"Seattle", "시애틀", {47.61, -122.33}, "US"},
    {"Denver", "덴버", {39.74, -104.98}, "US"},
    {"Chicago", "시카고", {41.85, -87.65}, "US"},
    {"New York", "뉴욕", {40.71, -74.01}, "US"},
    {"Boston", "보스턴", {42.36, -71.06}, "US"},
    {"Toronto", "토론토", {43.70, -79.42}, "CA"},
    {"Vancouver", "밴쿠버", {49.25, -123.12}, "CA"},
    {"Banff", "밴프", {51.18, -115.57}, "CA"},
    {"Lima", "리마", {-12.05, -77.04}, "PE"},
    {"Buenos Aires", "부에노스아이레스", {-34.61, -58.38}, "AR"},
    {"London", "런던", {51.51, -0.13}, "GB"},
    {"Edinburgh", "에든버러", {55.95, -3.20}, "GB"},
    {"Paris", "파리", {48.85, 2.35}, "FR"},
    {"Lyon", "리옹", {45.75, 4.85}, "FR"},
    {"Berlin", "베를린", {52.52, 13.41}, "DE"},
    {"Munich", "뮌헨", {48.14, 11.58}, "DE"},
    {"Hamburg", "함부르크", {53.55, 9.99}, "DE"},
    {"Rome", "로마", {41.89, 12.51}, "IT"},
    {"Madrid", "마드리드", {40.42, -3.70}, "ES"},
    {"Lisbon", "리스본", {38.72, -9.13}, "PT"},
    {"Vienna", "빈", {48.21, 16.37}, "AT"},
    {"Prague", "프라하", {50.09, 14.42}, "CZ"},
    {"Reykjavik", "레이캬비크", {64.14, -21.90}, "IS"},
}};

constexpr double earth_km = 6371.0088;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}
double degrees(double radians) {
  return radians * 180 / std::numbers::pi;
}

}  // namespace

std::span<const Town> towns() {
  return all_towns;
}

Coordinates point_at(Coordinates from, double km, double bearing) {
  const double arc = km / earth_km;
  const double latitude = radians(from.latitude);
  const double there =
      std::asin(std::sin(latitude) * std::cos(arc) + std::cos(latitude) * std::sin(arc) * std::cos(bearing));
  const double east = std::atan2(std::sin(bearing) * std::sin(arc) * std::cos(latitude),
                                 std::cos(arc) - std::sin(latitude) * std::sin(there));
  return {degrees(there), std::remainder(from.longitude + degrees(east), 360)};
}

Coordinates between(Coordinates from, Coordinates to, double share) {
  const double arc = distance_km(from, to) / earth_km;
  if (arc < 1e-9) return from;
  const double a = std::sin((1 - share) * arc) / std::sin(arc);
  const double b = std::sin(share * arc) / std::sin(arc);
  const auto cartesian = [](Coordinates at) {
    const double latitude = radians(at.latitude);
    const double longitude = radians(at.longitude);
    return std::array<double, 3>{std::cos(latitude) * std::cos(longitude),
                                 std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
  };
  const auto u = cartesian(from);
  const auto v = cartesian(to);
  const double x = a * u[0] + b * v[0];
  const double y = a * u[1] + b * v[1];
  const double z = a * u[2] + b * v[2];
  return {degrees(std::atan2(z, std::hypot(x, y))), degrees(std::atan2(y, x))};
}

}  // namespace hoego::truth
