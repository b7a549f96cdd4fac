#include "app/consent.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/output.h"

namespace hoego {

Consent Consent::read(const std::filesystem::path& file) {
  Consent consent;
  std::ifstream in(file, std::ios::binary);
  const auto json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_object() || !json.contains("endpoints") || !json["endpoints"].is_object()) return consent;
  for (const auto& [url, sent] : json["endpoints"].items()) {
    const auto agreed = [&sent = sent](const char* key) {
      return sent.is_object() && sent.contains(key) && sent[key] == true;
    };
    consent.given_[url] = {agreed("titles"), agreed("notes")};
  }
  return consent;
}

bool Consent::covers(const std::string& url, Sent sent) const {
  const auto given = given_.find(url);
  if (given == given_.end()) return false;
  return (given->second.titles || !sent.titles) && (given->second.notes || !sent.notes);
}

void Consent::give(const std::string& url, Sent sent) {
  Sent& given = given_[url];
  given = {given.titles || sent.titles, given.notes || sent.notes};
}

void Consent::write(const std::filesystem::path& file) const {
  nlohmann::ordered_json json;
  json["schema"] = "hoego.consent/1";
  json["endpoints"] = nlohmann::ordered_json::object();
  for (const auto& [url, sent] : given_)
    json["endpoints"][url] = {{"titles", sent.titles}, {"notes", sent.notes}};
  write_output(file, json.dump(1) + "\n");
}

}  // namespace hoego
