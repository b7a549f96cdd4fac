#include "sample/money.h"

#include <algorithm>
#include <array>

#include "sample/random.h"

namespace hoego::sample {
namespace {

struct Shop {
  const char* merchant;
  const char* category;
  int least;  ///< won
  int most;
  int every = 1;  ///< amounts are multiples of this
};

constexpr std::array at_home = {
    Shop{"한솥도시락 상암점", "음식점", 5900, 12800, 100}, Shop{"똠양꿍 식당", "음식점", 12000, 31000, 500},
    Shop{"카페 온음", "커피/음료", 3500, 12500, 100},      Shop{"GS25 김포한강점", "편의점", 1200, 15800, 10},
    Shop{"이마트 김포한강", "마트", 18900, 124000, 10},    Shop{"후불교통", "교통", 1400, 5600, 50},
    Shop{"홍대 합주실", "문화", 20000, 45000, 1000},       Shop{"망원동 책방", "서점", 12600, 38000, 100}};

constexpr std::array abroad = {
    Shop{"METRO MART", "해외", 4200, 38000, 1}, Shop{"CAFE NORD", "해외", 5100, 19000, 1},
    Shop{"BISTRO 21", "해외", 22000, 118000, 1}, Shop{"CITY TRANSIT", "해외", 3100, 24000, 1}};

int drawn(Random& random, const Shop& shop) {
  return random.between(shop.least / shop.every, shop.most / shop.every) * shop.every;
}

class Purse {
 public:
  explicit Purse(const Story& story) : story_(story), random_(story.seed, "money") {}

  std::vector<Expense> spend() {
    for (Date date = day("2023-01-02"); date < today(); date = date + 1) everyday(date);
    every_month();
    for (const Trip& trip : story_.trips) {
      if (trip.abroad()) travel(trip);
    }
    back_and_never();
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Expense& a, const Expense& b) { return a.day < b.day; });
    return std::move(out_);
  }

 private:
  bool away(Date date) const { return story_.trip_on(date) != nullptr; }
  Date at_home_from(Date date) const {
    while (away(date)) date = date + 1;
    return date;
  }

  void everyday(Date date) {
    if (away(date)) return;
    for (int left = random_.below(date.year() == 2023 ? 2 : 4); left > 0; --left) {
      const Shop& shop = random_.one_of(at_home);
      out_.push_back({date, shop.merchant, shop.category, drawn(random_, shop)});
    }
  }

  void every_month() {
    for (Date month = day("2023-01-01"); month < today();
         month = month + days_in_month(month.year(), month.month())) {
      const auto pay = [&](int on, const char* merchant, const char* category, int amount, bool gym = false) {
        const Date date = at_home_from(month + (on - 1));
        if (date >= today()) return;
        Expense one{date, merchant, category, amount};
        one.gym = gym;
        out_.push_back(std::move(one));
      };
      pay(17, "SKT 통신요금", "통신", 55000);
      pay(11, "유튜브 프리미엄", "구독", 14900);
      // It is paid to the end, whether one goes or not.
      if (month + 30 > story_.gym_from) pay(6, "온마을 헬스장", "운동", 66000, true);
      if (month <= story_.pilates.to) pay(4, "필라테스 숨", "운동", 143000);
    }
  }

  void ahead(const Trip& trip, Date date, const char* merchant, int amount) {
    Expense one{date, merchant, "여행", amount};
    one.trip = &trip;
    one.ahead = true;
    out_.push_back(std::move(one));
  }

  void travel(const Trip& trip) {
    if (!trip.booked || *trip.booked < day("2023-01-01")) return;
    const bool far = trip.to + 1 == story_.lull.from;
    const int nights = trip.planned_to - trip.from;
    ahead(trip, at_home_from(*trip.booked), "온빛항공",
          far ? random_.between(1800, 2400) * 1000 : random_.between(280, 460) * 1000);
    ahead(trip, at_home_from(*trip.booked + 6), "HOTEL ONIUM", nights * random_.between(90, 160) * 1000);
    if (trip.ahead) return;
    for (Date date = trip.from; date <= trip.to; date = date + 1) {
      for (int left = random_.between(far ? 2 : 1, far ? 6 : 3); left > 0; --left) {
        const Shop& shop = random_.one_of(abroad);
        Expense one{date, shop.merchant, shop.category, drawn(random_, shop)};
        one.trip = &trip;
        out_.push_back(std::move(one));
      }
    }
  }

  void back_and_never() {
    const Date bought = at_home_from(day("2024-02-13"));
    out_.push_back({bought, "무신사", "쇼핑", 89000});
    out_.push_back({at_home_from(bought + 6), "무신사", "쇼핑", -89000});
    Expense never{at_home_from(day("2024-04-22")), "코레일", "교통", 119600};
    never.cancelled = true;
    out_.push_back(std::move(never));
  }

  const Story& story_;
  Random random_;
  std::vector<Expense> out_;
};

}  // namespace

std::vector<Expense> spend(const Story& story) {
  return Purse(story).spend();
}

bool in_ledger(const Expense& expense) {
  return expense.day.year() == 2023;
}

}  // namespace hoego::sample
