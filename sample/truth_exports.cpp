#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "sample/owner.h"
#include "sample/truth_parts.h"

namespace hoego::sample {
namespace {

/// January to October of this year.
template <typename List, typename Day>
Json by_month(const List& all, Day day_of) {
  std::vector<int> months(static_cast<std::size_t>(today().month()), 0);
  for (const auto& one : all) {
    const std::optional<Date> date = day_of(one);
    if (date && this_year().contains(*date)) ++months[static_cast<std::size_t>(date->month() - 1)];
  }
  return months;
}

template <typename List, typename Day>
int count(const List& all, DateRange range, Day day_of) {
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
    const std::optional<Date> date = day_of(one);
    return date && range.contains(*date);
  }));
}

template <typename List, typename Test>
auto only(const List& all, Test test) {
  List out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), test);
  return out;
}

constexpr auto by_owner = [](const auto& one) { return one.author == owner_login; };

std::optional<Date> opened(const PullRequest& one) {
  return korean_day(one.created);
}
std::optional<Date> submitted(const Review& one) {
  return korean_day(one.submitted);
}

}  // namespace

Json pull_requests_json(const Life& life) {
  const GitHubAccount& account = life.exports.github;
  const auto own = only(account.pull_requests, by_owner);
  const auto reviews = only(account.reviews, by_owner);
  const auto created = [](const auto& one) { return std::optional(korean_day(one.created)); };
  int merged = 0;
  int closed = 0;
  Json open_now = Json::array();
  for (const PullRequest& one : own) {
    if (one.open()) open_now.push_back({{"number", one.number}, {"title", one.title}});
    if (one.open() || !this_year().contains(*opened(one))) continue;
    ++(one.merged ? merged : closed);
  }
  Json awaiting = Json::array();
  for (const PullRequest& one : account.pull_requests) {
    if (one.open() && std::count(one.asked.begin(), one.asked.end(), owner_login) > 0) {
      awaiting.push_back({{"number", one.number}, {"title", one.title}});
    }
  }
  return {
      {"login", owner_login},
      {"opened_by_month", by_month(own, opened)},
      {"opened", count(own, this_year(), opened)},
      {"merged", merged},
      {"closed_unmerged", closed},
      {"open_now", open_now},
      {"reviewed", count(reviews, this_year(), submitted)},
      {"reviewed_by_month", by_month(reviews, submitted)},
      {"awaiting_owner", awaiting},
      {"comments", count(only(account.comments, by_owner), this_year(), created)},
      {"issues", count(only(account.issues, by_owner), this_year(), created)},
      {"last_year",
       {{"opened", count(own, last_year(), opened)}, {"reviewed", count(reviews, last_year(), submitted)}}},
      {"by_others", account.pull_requests.size() - own.size()}};
}

namespace {

/// Code points.
int length_of(const std::string& text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

Json chats_json(const Life& life) {
  Json out = Json::object();
  const auto asked = [](const Prompt& one) { return std::optional(korean_day(one.at)); };
  std::vector<Prompt> all;
  for (const char* tool : {"ChatGPT", "Claude"}) {
    std::vector<Prompt> prompts;
    int conversations = 0;
    for (const Conversation& one : life.exports.conversations) {
      if (one.tool != tool) continue;
      prompts.insert(prompts.end(), one.prompts.begin(), one.prompts.end());
      if (this_year().contains(korean_day(one.prompts.front().at))) ++conversations;
    }
    int characters = 0;
    int rewritten = 0;
    Date first = today();
    for (const Prompt& one : prompts) {
      first = std::min(first, *asked(one));
      if (!this_year().contains(*asked(one))) continue;
      characters += length_of(one.text);
      if (one.rewritten) ++rewritten;
    }
    out["by_month"][tool] = by_month(prompts, asked);
    out["this_year"][tool] = count(prompts, this_year(), asked);
    out["last_year"][tool] = count(prompts, last_year(), asked);
    out["first"][tool] = first.iso();
    out["characters"][tool] = characters;
    out["conversations"][tool] = conversations;
    out["rewritten"][tool] = rewritten;
    all.insert(all.end(), prompts.begin(), prompts.end());
  }
  out["all"] = {{"this_year", count(all, this_year(), asked)},
                {"last_year", count(all, last_year(), asked)},
                {"by_month", by_month(all, asked)}};
  return out;
}

Json books_json(const Life& life) {
  const auto read = [](const Book& one) { return one.read; };
  int pages = 0;
  for (const Book& one : life.exports.books) {
    if (one.read && this_year().contains(*one.read)) pages += one.pages;
  }
  const auto on = [&](const char* shelf) {
    return static_cast<int>(std::count_if(life.exports.books.begin(), life.exports.books.end(),
                                          [&](const Book& one) { return one.shelf == shelf; }));
  };
  return {{"by_month", by_month(life.exports.books, read)},
          {"this_year", count(life.exports.books, this_year(), read)},
          {"last_year", count(life.exports.books, last_year(), read)},
          {"pages", pages},
          {"in_file", life.exports.books.size()},
          {"to_read", on("to-read")},
          {"read_without_day", on("read") - count(life.exports.books, {day("2022-01-01"), today()}, read)}};
}

Json papers_json(const Life& life) {
  const auto added = [](const Paper& one) { return one.added; };
  return {{"by_month", by_month(life.exports.papers, added)},
          {"this_year", count(life.exports.papers, this_year(), added)},
          {"last_year", count(life.exports.papers, last_year(), added)},
          {"in_file", life.exports.papers.size()}};
}

namespace {

/// Of what was paid: in all, in the number of entries.
Json sum_of(const std::vector<Expense>& all, DateRange range) {
  std::int64_t total = 0;
  int entries = 0;
  for (const Expense& one : all) {
    if (one.cancelled || !range.contains(one.day)) continue;
    total += one.amount;
    ++entries;
  }
  return {{"total", total}, {"count", entries}};
}

}  // namespace

Json expenses_json(const Life& life) {
  const std::vector<Expense>& all = life.exports.expenses;
  Json trips = Json::array();
  Json ahead = Json::array();
  for (const Trip& trip : life.story.trips) {
    const auto spent = only(all, [&](const Expense& one) { return one.trip == &trip && !one.ahead; });
    if (!spent.empty()) {
      trips.push_back({{"trip", trip.from.iso()},
                       {"name", trip.title},
                       {"amount", sum_of(spent, {trip.from, trip.to})["total"]},
                       {"count", spent.size()}});
    }
    for (const Expense& one : all) {
      if (one.trip != &trip || !one.ahead) continue;
      ahead.push_back({{"trip", trip.from.iso()},
                       {"what", one.merchant},
                       {"date", one.day.iso()},
                       {"amount", one.amount}});
    }
  }
  const auto gym = only(all, [](const Expense& one) { return one.gym; });
  const auto special = [&](bool cancelled) {
    return only(all, [&](const Expense& one) { return cancelled ? one.cancelled : one.amount < 0; }).size();
  };
  return {{"currency", "KRW"},
          {"this_year", sum_of(all, this_year())},
          {"last_year", sum_of(all, last_year())},
          {"refunds", special(false)},
          {"cancelled", special(true)},
          {"trips", trips},
          {"booked_ahead", ahead},
          {"gym", sum_of(gym, this_year())}};
}

Json messages_json(const Life& life) {
  const auto sent = [](const Message& one) { return std::optional(one.sent.date()); };
  const std::vector<Message>& all = life.exports.messages;
  const auto own = only(all, [](const Message& one) { return one.person.empty(); });
  Json people = Json::object();
  for (const Message& one : all) {
    if (one.person.empty() || !this_year().contains(one.sent.date())) continue;
    Json& number = people[one.person];
    number = number.is_null() ? 1 : number.get<int>() + 1;
  }
  std::set<std::pair<Date, std::string>> person_days;
  std::set<Date> own_days;
  for (const Message& one : all) {
    if (!this_year().contains(one.sent.date())) continue;
    person_days.emplace(one.sent.date(), one.person);
    if (one.person.empty()) own_days.insert(one.sent.date());
  }
  return {{"by_month", by_month(all, sent)},
          {"this_year", count(all, this_year(), sent)},
          {"last_year", count(all, last_year(), sent)},
          {"by_person", people},
          {"person_days", person_days.size()},
          {"mine",
           {{"this_year", count(own, this_year(), sent)},
            {"days", own_days.size()},
            {"last_year", count(own, last_year(), sent)},
            {"by_month", by_month(own, sent)}}},
          {"in_file", all.size()}};
}

Json reservations_json(const Life& life) {
  Json out = Json::array();
  for (const Reservation& one : life.exports.reservations) {
    constexpr std::array names = {"flight", "train", "lodging", "event"};
    Json entry = {{"what", names.at(static_cast<std::size_t>(one.kind))},
                  {"number", one.number.empty() ? Json(nullptr) : Json(one.number)},
                  {"code", one.code},
                  {"name", one.name.empty() ? one.from_name + " → " + one.to_name : one.name},
                  {"planned", {{"from", one.begin.iso()}, {"to", one.end.iso()}}},
                  {"booked", utc_text(one.booked)},
                  {"status", one.cancelled        ? "cancelled"
                             : one.begins_instead ? "changed"
                                                  : "confirmed"}};
    if (one.begins_instead)
      entry["actual"] = {{"from", one.begins_instead->iso()}, {"to", one.ends_instead->iso()}};
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace hoego::sample
