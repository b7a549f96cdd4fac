#include "record/observation.h"
#include "review/json_parts.h"
#include "review/review.h"
#include "story/names.h"

namespace hoego {
namespace {

std::string_view coverage_word(CoverageClass coverage) {
  switch (coverage) {
    case CoverageClass::Sensor:
      return "sensor";
    case CoverageClass::Complete:
      return "complete";
    case CoverageClass::Window:
      return "window";
    default:
      return "opportunistic";
  }
}

Json coverage_json(const CoverageFinding& coverage) {
  Json json;
  json["id"] = coverage.id;
  json["source"] = coverage.source;
  json["kind"] = name(coverage.kind);
  json["class"] = coverage_word(coverage.coverage);
  json["from"] = coverage.days.from.iso();
  json["to"] = coverage.days.to.iso();
  json["days"] = coverage.covered_days;
  json["gaps"] = Json::array();
  for (const DateRange& gap : coverage.gaps) json["gaps"].push_back(range_json(gap));
  return json;
}

Json home_json(const Home& home, Language language) {
  Json json;
  json["id"] = home.id;
  json["from"] = home.days.from.iso();
  json["to"] = home.days.to.iso();
  json["place"] = spot_json(home.spot, language);
  json["certainty"] = home.certainty;
  put_evidence(json, home.evidence);
  return json;
}

Json plan_json(const Plan& plan) {
  Json json;
  json["title"] = plan.title;
  json["from"] = plan.days.from.iso();
  json["to"] = plan.days.to.iso();
  json["delay_hours"] = or_null(plan.delay_hours);
  json["booked"] = day_or_null(plan.booked);
  return json;
}

Json open_json(const OpenItem& item) {
  Json json;
  json["id"] = item.id;
  json["title"] = item.title;
  json["kind"] = name(item.kind);
  json["since"] = item.since.iso();
  json["asked"] = item.asked;
  json["repository"] = text_or_null(item.repository);
  put_evidence(json, item.evidence);
  return json;
}

Json trip_json(const Trip& trip, Language language) {
  Json json;
  json["id"] = trip.id;
  const std::string name = trip.name.empty() ? trip_name(trip, language) : trip.name;
  json["name"] = text_or_null(name);
  json["from"] = trip.days.from.iso();
  json["to"] = trip.days.to.iso();
  json["nights"] = trip.nights;
  json["abroad"] = trip.abroad;
  json["day_trip"] = trip.day_trip;
  json["clipped"] = trip.clipped;
  json["countries"] = trip.countries;
  json["places"] = Json::array();
  for (const Stay& stay : trip.stays) {
    Json place;
    place["place"] = spot_json(stay.spot, language);
    place["from"] = stay.days.from.iso();
    place["to"] = stay.days.to.iso();
    place["nights"] = stay.nights;
    place["photos"] = stay.photos;
    json["places"].push_back(std::move(place));
  }
  json["photos"] = trip.photos;
  json["planned"] = trip.planned ? plan_json(*trip.planned) : Json(nullptr);
  json["cost"] = cost_json(cost_id(trip.id), trip.cost, trip.cost_evidence);
  json["certainty"] = trip.certainty;
  put_evidence(json, trip.evidence);
  return json;
}

Json planned_json(const Planned& planned, Language language) {
  Json json;
  json["id"] = planned.id;
  json["title"] = planned.title;
  json["date"] = planned.days.from.iso();
  json["from"] = planned.days.from.iso();
  json["to"] = planned.days.to.iso();
  json["trip"] = planned.trip;
  json["activity"] = text_or_null(planned.activity);
  json["place"] = planned.where ? spot_json(*planned.where, language) : Json(nullptr);
  json["booked"] = day_or_null(planned.booked);
  put_evidence(json, planned.evidence);
  return json;
}

Json clock_json(const ClockFinding& clock) {
  Json json;
  json["id"] = clock.id;
  json["camera"] = clock.camera;
  json["from"] = clock.days.from.iso();
  json["to"] = clock.days.to.iso();
  json["shift"] = clock.shift;
  json["pictures"] = clock.pictures;
  json["stated"] = clock.stated;
  json["certainty"] = clock.certainty;
  put_evidence(json, clock.evidence);
  return json;
}

Json record_object(const Record& record, const std::string& activity) {
  Json json;
  json["id"] = record.id;
  json["kind"] = name(record.kind);
  json["day"] = record.day().iso();
  json["begin"] = record.all_day ? record.begin.date().iso() : record.begin.iso() + record.offset.iso();
  json["end"] = record.all_day ? record.last_day().iso() : record.end.iso() + record.end_offset.iso();
  json["all_day"] = record.all_day;
  json["zone"] = {{"offset", record.offset.iso()}, {"from", name(record.zone_from)}};
  json["place"] = record.position
                      ? Json{{"lat", record.position->latitude}, {"lon", record.position->longitude}}
                      : Json(nullptr);
  json["title"] = record.title;
  json["mine"] = record.mine;
  json["activity"] = text_or_null(activity);
  json["origins"] = Json::array();
  for (const Origin& origin : record.origins) {
    json["origins"].push_back(
        {{"source", origin.source}, {"path", origin.path}, {"locator", origin.locator}});
  }
  return json;
}

std::string_view voice_word(Voice voice) {
  if (voice == Voice::Told) return "told";
  return voice == Voice::Own ? "own" : "own_before";
}

Json note_json(const OwnWords& words) {
  return {{"on", words.on}, {"text", words.text}, {"year", words.year}};
}

/// Which evidence belongs to which finding's id.
std::map<std::string, const Evidence*> evidence_by_id(const Findings& all) {
  std::map<std::string, const Evidence*> found;
  for (const Evident& one : evident(all)) found[one.id] = one.evidence;
  return found;
}

/// The evidence of a sentence: that of all its findings, each record once, as many as an evidence holds. The
/// owner's own words need none.
Json sentence_json(const Sentence& sentence, const std::string& section,
                   const std::map<std::string, const Evidence*>& evidence) {
  Json json;
  json["section"] = section;
  json["sentence"] = sentence.text;
  json["voice"] = voice_word(sentence.voice);
  json["finding"] = sentence.finding;
  json["also"] = sentence.also;
  Evidence all;
  std::vector<std::string> ids = {sentence.finding};
  ids.insert(ids.end(), sentence.also.begin(), sentence.also.end());
  for (const std::string& id : ids) {
    const auto found = evidence.find(id);
    if (found == evidence.end() || sentence.voice != Voice::Told) continue;
    all.count += found->second->count;
    for (const std::string& record : found->second->records) {
      if (all.records.size() < Evidence::most) all.records.push_back(record);
    }
  }
  put_evidence(json, all);
  return json;
}

Json story_json(const Review& review) {
  const auto evidence = evidence_by_id(review.findings);
  Json json = Json::array();
  for (const Section& section : review.story.sections) {
    for (const Sentence& sentence : section.sentences) {
      json.push_back(sentence_json(sentence, section.id, evidence));
    }
  }
  return json;
}

Json sections_json(const Document& story) {
  Json json = Json::array();
  for (const Section& section : story.sections)
    json.push_back({{"id", section.id}, {"title", section.title}});
  return json;
}

std::map<std::string, std::string> activity_by_record(const Findings& all) {
  std::map<std::string, std::string> found;
  for (const Activity& activity : all.activities) {
    for (const std::string& record : activity.evidence.records) found.emplace(record, activity.id);
    if (!activity.against) continue;
    for (const std::string& record : activity.against->evidence.records) found.emplace(record, activity.id);
  }
  return found;
}

}  // namespace

std::string to_json(const Review& review) {
  const Findings& all = review.findings;
  const Language language = review.language;
  Json json;
  json["schema"] = "hoego.review/1";
  json["language"] = language == Language::Korean ? "ko" : "en";
  json["title"] = review.story.title;
  json["period"] = {{"id", period_id(all.period)},
                    {"from", all.period.from.iso()},
                    {"to", all.period.to.iso()},
                    {"as_of", all.period.as_of.iso()},
                    {"week_starts", all.week_starts}};
  json["against"] = range_json(all.against);
  json["homes"] = list(all.homes, [&](const Home& one) { return home_json(one, language); });
  json["coverage"] = list(all.coverage, coverage_json);
  json["trips"] = list(all.trips, [&](const Trip& one) { return trip_json(one, language); });
  json["activities"] = list(all.activities, activity_json);
  json["areas"] = list(all.areas, area_json);
  json["commute"] = all.commute ? commute_json(*all.commute, language) : Json(nullptr);
  json["code_and_prompts"] =
      all.code_and_prompts ? code_and_prompts_json(*all.code_and_prompts) : Json(nullptr);
  json["firsts"] = list(all.firsts, [&](const Occasion& one) { return occasion_json(one, language); });
  json["lasts"] = list(all.lasts, [&](const Occasion& one) { return occasion_json(one, language); });
  json["bests"] = list(all.bests, best_json);
  json["milestones"] =
      list(all.milestones, [&](const Milestone& one) { return milestone_json(one, language); });
  json["planned"] = list(all.planned, [&](const Planned& one) { return planned_json(one, language); });
  json["resolutions"] = list(all.promises, promise_json);
  json["open"] = list(all.open, open_json);
  json["clocks"] = list(all.clocks, clock_json);
  json["notes"] = list(all.own_words, note_json);
  json["sections"] = sections_json(review.story);
  json["story"] = story_json(review);
  json["cited"] = Json::object();
  const auto activities = activity_by_record(all);
  for (const auto& [id, record] : all.cited) {
    const auto activity = activities.find(id);
    json["cited"][id] =
        record_object(record, activity == activities.end() ? std::string{} : activity->second);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string record_json(const Record& record, const std::string& activity) {
  Json json = record_object(record, activity);
  if (const std::string* text = record.find_trait(trait::text)) json["text"] = *text;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hoego
