#include "app/trip_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "record/observation.h"
#include "story/names.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json trait_or_null(const Record& record, const char* key) {
  const std::string* value = record.find_trait(key);
  return value == nullptr ? Json(nullptr) : text_or_null(*value);
}

Json quantity_or_null(const Record& record, const char* key) {
  const auto found = record.quantities.find(key);
  return found == record.quantities.end() ? Json(nullptr) : Json(found->second);
}

template <class Items, class Write>
Json list(const Items& items, const Write& write) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(write(item));
  return json;
}

/// About a hundred metres: what a map of a trip can show.
double thousandth(double degrees) {
  return std::round(degrees * 1000) / 1000;
}

Json point_json(Coordinates at) {
  return {thousandth(at.longitude), thousandth(at.latitude)};
}

std::string clock_text(const ClockTime& time) {
  return wall_time(time.at, time.offset).iso() + time.offset.iso();
}

/// Writes one account.
class Writing {
 public:
  Writing(const TripAccount& account, Language language, const Places& atlas)
      : account_(account), trip_(account.trip), language_(language), atlas_(atlas) {}

  Json whole() const {
    Json json;
    json["schema"] = "hoego.trip/1";
    put_trip(json);
    json["places"] = list(trip_.stays, [this](const Stay& stay) { return stay_json(stay); });
    json["days"] = list(account_.days, [this](const TripDay& day) { return day_json(day); });
    json["plan"] = trip_.planned ? plan_json(*trip_.planned) : Json(nullptr);
    json["cost"] = cost_json();
    json["meanwhile"] =
        list(account_.meanwhile, [](const Meanwhile& group) { return meanwhile_json(group); });
    json["companions"] = list(account_.companions, [](const Companion& one) {
      return Json{{"name", one.name}, {"pictures", one.records}};
    });
    json["pictures"] = pictures_json();
    return json;
  }

 private:
  void put_trip(Json& json) const {
    const std::string name = trip_.name.empty() ? trip_name(trip_, language_) : trip_.name;
    json["id"] = trip_.id;
    json["ahead"] = account_.ahead;
    json["name"] = text_or_null(name);
    json["from"] = trip_.days.from.iso();
    json["to"] = trip_.days.to.iso();
    json["nights"] = trip_.nights;
    json["day_trip"] = trip_.day_trip;
    json["abroad"] = trip_.abroad;
    json["countries"] = trip_.countries;
    json["home"] = account_.home ? spot_json(*account_.home) : Json(nullptr);
    json["photos"] = account_.ahead ? Json(nullptr) : Json(trip_.photos);
    json["elapsed_hours"] = or_null(account_.elapsed_hours);
    json["certainty"] = account_.ahead ? Json(nullptr) : Json(trip_.certainty);
    json["evidence_count"] = trip_.evidence.count;
  }

  Json spot_json(const Spot& spot) const {
    Json json;
    json["name"] = text_or_null(place_name(spot.place, language_));
    json["country"] = text_or_null(spot.place.country);
    json["lat"] = spot.at ? Json(thousandth(spot.at->latitude)) : Json(nullptr);
    json["lon"] = spot.at ? Json(thousandth(spot.at->longitude)) : Json(nullptr);
    return json;
  }

  Json named(Coordinates at) const {
    const auto place = atlas_.place_of(at);
    return place ? spot_json({*place, at}) : Json(nullptr);
  }

  Json stay_json(const Stay& stay) const {
    Json json;
    json["place"] = spot_json(stay.spot);
    json["from"] = stay.days.from.iso();
    json["to"] = stay.days.to.iso();
    json["nights"] = stay.nights;
    json["photos"] = account_.ahead ? Json(nullptr) : Json(stay.photos);
    return json;
  }

  Json day_json(const TripDay& day) const {
    Json json;
    json["day"] = day.day.iso();
    json["slept"] = or_null(day.slept);
    json["towns"] = list(day.towns, [this](const Spot& town) { return spot_json(town); });
    json["km"] = day.km ? Json(std::round(*day.km)) : Json(nullptr);
    json["clock"] = nullptr;
    if (day.clock) {
      json["clock"] = {{"from", day.clock->from.iso()},
                       {"to", day.clock->to.iso()},
                       {"hours", (day.clock->to.seconds - day.clock->from.seconds) / 3600.0}};
    }
    json["photos"] = day.pictures == 0 ? Json(nullptr) : Json(day.pictures);
    json["path"] = list(day.path, point_json);
    return json;
  }

  Json plan_json(const Plan& plan) const {
    Json json;
    json["title"] = text_or_null(plan.title);
    json["from"] = plan.days.from.iso();
    json["to"] = plan.days.to.iso();
    json["booked"] = plan.booked ? Json(plan.booked->iso()) : Json(nullptr);
    json["delay_hours"] = or_null(plan.delay_hours);
    json["ways"] = list(account_.ways, [this](const TripWay& way) { return way_json(way); });
    json["reserved"] = list(account_.reserved, [](const Record* record) { return reserved_json(*record); });
    return json;
  }

  Json seen_json(const std::optional<Sighting>& seen) const {
    if (!seen) return nullptr;
    Json json;
    json["record"] = seen->record->id;
    json["at"] = clock_text({seen->time, seen->record->offset});
    json["place"] = named(seen->at);
    return json;
  }

  Json way_json(const TripWay& way) const {
    const Record& told = *way.told_by.front();
    Json json;
    json["title"] = text_or_null(told.title);
    json["leaves_from"] = trait_or_null(told, trait::departs);
    json["goes_to"] = trait_or_null(told, trait::arrives);
    json["departs"] = clock_text(way.departs);
    json["lands"] = clock_text(way.lands);
    json["now_departs"] = way.now_departs ? Json(clock_text(*way.now_departs)) : Json(nullptr);
    json["now_lands"] = way.now_lands ? Json(clock_text(*way.now_lands)) : Json(nullptr);
    json["last_seen"] = seen_json(way.last_seen);
    json["first_seen"] = seen_json(way.first_seen);
    json["delay_hours"] = or_null(way.delay_hours);
    json["evidence"] = list(way.told_by, [](const Record* record) { return record->id; });
    return json;
  }

  static Json reserved_json(const Record& record) {
    Json json;
    json["record"] = record.id;
    json["title"] = text_or_null(record.title);
    json["what"] = trait_or_null(record, trait::what);
    json["from"] = record.day().iso();
    json["to"] = record.last_day().iso();
    return json;
  }

  Json cost_json() const {
    if (trip_.cost.empty()) return nullptr;
    Json json;
    json["id"] = cost_id(trip_.id);
    json["sums"] = list(trip_.cost, [this](const Money& sum) {
      Json one;
      one["currency"] = sum.currency;
      one["amount"] = sum.amount;
      one["payments"] = sum.payments;
      one["lines"] = Json::array();
      for (const CostLine& line : account_.cost) {
        if (line.money.currency != sum.currency) continue;
        one["lines"].push_back({{"category", text_or_null(line.category)},
                                {"amount", line.money.amount},
                                {"payments", line.money.payments}});
      }
      return one;
    });
    return json;
  }

  static Json meanwhile_json(const Meanwhile& group) {
    Json json;
    json["activity"] = text_or_null(group.activity);
    json["name"] = nullptr;
    if (!group.activity.empty()) json["name"] = {{"ko", group.label.ko}, {"en", group.label.en}};
    json["kind"] = name(group.kind);
    json["count"] = group.count;
    json["by_day"] = group.by_day;
    json["told"] = list(group.told, [](const Record* record) {
      return Json{{"record", record->id}, {"day", record->day().iso()}, {"title", record->title}};
    });
    return json;
  }

  Json picture_json(const PlacedPicture& picture) const {
    const Record& record = *picture.record;
    Json json;
    json["record"] = record.id;
    json["day"] = record.day().iso();
    json["time"] = record.begin.iso().substr(11, 5);
    json["title"] = record.title;
    json["place"] = nullptr;
    if (picture.at)
      json["place"] = picture.stay ? spot_json(trip_.stays[*picture.stay].spot) : named(*picture.at);
    json["width"] = quantity_or_null(record, "width");
    json["height"] = quantity_or_null(record, "height");
    return json;
  }

  Json pictures_json() const {
    if (account_.ahead) return nullptr;
    Json json;
    json["fit"] = account_.choice.fit;
    json["bursts"] = account_.choice.bursts;
    json["chosen"] =
        list(account_.choice.pictures, [this](const PlacedPicture& one) { return picture_json(one); });
    return json;
  }

  const TripAccount& account_;
  const Trip& trip_;
  Language language_;
  const Places& atlas_;
};

}  // namespace

std::string trip_json(const TripAccount& account, Language language, const Places& atlas) {
  const Json json = Writing(account, language, atlas).whole();
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoego
