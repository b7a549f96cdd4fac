#include "sample/places.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace hoego::sample {
namespace {

constexpr std::string_view seoul = "Asia/Seoul";

constexpr std::array all_places = {
    // where the person lives, works and plays
    Place{"dongjak", "서울 동작구", "Dongjak-gu, Seoul", "KR", 3751240, 12693930, seoul},
    Place{"gimpo", "경기 김포시", "Gimpo", "KR", 3761520, 12671560, seoul},
    Place{"office", "상암", "Sangam", "KR", 3757960, 12688900, seoul},
    Place{"hongdae", "홍대", "Hongdae", "KR", 3755630, 12692360, seoul},
    Place{"yeouido", "여의도", "Yeouido", "KR", 3752840, 12693270, seoul},
    Place{"mangwon", "망원", "Mangwon", "KR", 3755570, 12690170, seoul},
    Place{"jongno", "종로", "Jongno", "KR", 3757290, 12697940, seoul},
    Place{"icn", "인천공항", "Incheon Airport", "KR", 3746020, 12644070, seoul},
    // day trips and nights in Korea
    Place{"chuncheon", "춘천", "Chuncheon", "KR", 3788130, 12772980, seoul},
    Place{"gangneung", "강릉", "Gangneung", "KR", 3775190, 12887610, seoul},
    Place{"daejeon", "대전", "Daejeon", "KR", 3635040, 12738450, seoul},
    Place{"cheonan", "천안", "Cheonan", "KR", 3681510, 12711390, seoul},
    Place{"wonju", "원주", "Wonju", "KR", 3734220, 12792020, seoul},
    Place{"jeonju", "전주", "Jeonju", "KR", 3582420, 12714800, seoul},
    Place{"gongju", "공주", "Gongju", "KR", 3644650, 12711900, seoul},
    Place{"jeju", "제주", "Jeju", "KR", 3349960, 12653120, seoul},
    Place{"busan", "부산", "Busan", "KR", 3517960, 12907560, seoul},
    Place{"sokcho", "속초", "Sokcho", "KR", 3820700, 12859180, seoul},
    Place{"yeosu", "여수", "Yeosu", "KR", 3476040, 12766220, seoul},
    Place{"gyeongju", "경주", "Gyeongju", "KR", 3585620, 12922470, seoul},
    // a few nights abroad
    Place{"osaka", "오사카", "Osaka", "JP", 3469370, 13550230, "Asia/Tokyo"},
    Place{"nagoya", "나고야", "Nagoya", "JP", 3518150, 13690660, "Asia/Tokyo"},
    Place{"fukuoka", "후쿠오카", "Fukuoka", "JP", 3359040, 13040170, "Asia/Tokyo"},
    Place{"sapporo", "삿포로", "Sapporo", "JP", 4306180, 14135450, "Asia/Tokyo"},
    Place{"taipei", "타이베이", "Taipei", "TW", 2503300, 12156540, "Asia/Taipei"},
    Place{"hongkong", "홍콩", "Hong Kong", "HK", 2231930, 11416940, "Asia/Hong_Kong"},
    Place{"danang", "다낭", "Da Nang", "VN", 1605440, 10820220, "Asia/Ho_Chi_Minh"},
    Place{"bangkok", "방콕", "Bangkok", "TH", 1375630, 10050180, "Asia/Bangkok"},
    Place{"singapore", "싱가포르", "Singapore", "SG", 129030, 10385200, "Asia/Singapore"},
    // the long trips
    Place{"toronto", "토론토", "Toronto", "CA", 4365320, -7938320, "America/Toronto"},
    Place{"quebec", "퀘벡", "Québec", "CA", 4681390, -7120800, "America/Toronto"},
    Place{"montreal", "몬트리올", "Montréal", "CA", 4550190, -7356740, "America/Toronto"},
    Place{"banff", "밴프", "Banff", "CA", 5117840, -11557080, "America/Edmonton"},
    Place{"vancouver", "밴쿠버", "Vancouver", "CA", 4928270, -12312070, "America/Vancouver"},
    Place{"yvr", "밴쿠버 공항", "Vancouver Airport", "CA", 4919470, -12318390, "America/Vancouver"},
    Place{"london", "런던", "London", "GB", 5150740, -12780, "Europe/London"},
    Place{"paris", "파리", "Paris", "FR", 4885660, 235220, "Europe/Paris"},
    Place{"cdg", "파리 공항", "Paris Airport", "FR", 4900970, 254790, "Europe/Paris"},
    Place{"sydney", "시드니", "Sydney", "AU", -3386880, 15120930, "Australia/Sydney"},
    Place{"melbourne", "멜버른", "Melbourne", "AU", -3781360, 14496310, "Australia/Melbourne"},
    Place{"mel", "멜버른 공항", "Melbourne Airport", "AU", -3766900, 14484100, "Australia/Melbourne"},
    Place{"honolulu", "호놀룰루", "Honolulu", "US", 2130690, -15785830, "Pacific/Honolulu"},
    Place{"hilo", "힐로", "Hilo", "US", 1970710, -15508160, "Pacific/Honolulu"},
    Place{"hnl", "호놀룰루 공항", "Honolulu Airport", "US", 2132450, -15792510, "Pacific/Honolulu"},
    Place{"auckland", "오클랜드", "Auckland", "NZ", -3684850, 17476330, "Pacific/Auckland"},
    Place{"queenstown", "퀸스타운", "Queenstown", "NZ", -4503120, 16866260, "Pacific/Auckland"},
    Place{"akl", "오클랜드 공항", "Auckland Airport", "NZ", -3700820, 17478500, "Pacific/Auckland"},
};

}  // namespace

const Place& place(std::string_view id) {
  const auto* found =
      std::find_if(all_places.begin(), all_places.end(), [&](const Place& p) { return p.id == id; });
  assert(found != all_places.end());
  return *found;
}

Zone zone_of(const Place& place) {
  const auto zone = Zone::find(place.zone);
  assert(zone);
  return zone ? *zone : Zone::utc();
}

WallTime local_time(Instant instant, const Place& place) {
  return wall_time(instant, zone_of(place).offset_at(instant));
}

Instant at(const Place& place, Date day, int minute) {
  return zone_of(place).resolve(WallTime::at(day, minute * 60));
}

Instant korean(Date day, int minute) {
  return instant(WallTime::at(day, minute * 60), Offset{9 * 3600});
}

std::string utc_text(Instant instant) {
  return wall_time(instant, Offset{0}).iso() + "Z";
}

Date korean_day(Instant instant) {
  return wall_time(instant, Offset{9 * 3600}).date();
}

int minute_of_day(WallTime wall) {
  return wall.second_of_day() / 60;
}

}  // namespace hoego::sample
