#include "sources/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "sources/mail_box.h"
#include "sources/mail_message.h"
#include "sources/reservation.h"

namespace hoego {
namespace {

constexpr std::size_t probe = 4096;
constexpr std::size_t most_issues = 100;
constexpr std::size_t most_known = 20'000;

// ---- recognising
// -------------------------------------------------------------------------------------------

/// What the header of a file says, as far as its beginning reaches.
struct HeaderSeen {
  bool valid = true;  ///< all lines are fields or go on one
  bool from = false;
  bool date = false;
  bool travelled = false;  ///< it has what a mail gets on its way
  bool web_page = false;   ///< a page that a browser saved as MHTML
  bool whole = false;      ///< the blank line below was seen
};

/// The name of a field, folded; empty for what is none.
std::string field_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 60) return {};
  const std::string_view name = line.substr(0, colon);
  const bool fits = std::all_of(name.begin(), name.end(), [](char c) { return c > 32 && c < 127; });
  return fits ? fold_case(name) : std::string();
}

HeaderSeen look_at_header(std::string_view head, bool cut) {
  HeaderSeen seen;
  bool first = true;
  while (!head.empty()) {
    const std::size_t end = head.find('\n');
    if (end == std::string_view::npos && cut) break;
    std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(line.size() + 1, head.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) {
      seen.whole = true;
      break;
    }
    const bool follows = line.front() == ' ' || line.front() == '\t';
    const std::string name = follows ? std::string() : field_name(line);
    if (name.empty() && (!follows || first)) seen.valid = false;
    if (!seen.valid) break;
    first = false;
    seen.from |= name == "from";
    seen.date |= name == "date";
    seen.travelled |= name == "received" || name == "message-id" || name == "return-path" ||
                      name == "delivered-to" || name == "mime-version";
    seen.web_page |= name == "snapshot-content-location" || line.find("<Saved by ") != std::string_view::npos;
  }
  return seen;
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || candidate.head.empty()) return Sureness::No;
  std::string_view head = candidate.head;
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const bool cut = candidate.head.size() >= probe;
  const std::string_view first = head.substr(0, head.find('\n'));
  if (mail::is_separator(first)) {
    const HeaderSeen seen = look_at_header(head.substr(std::min(first.size() + 1, head.size())), cut);
    return seen.valid && (seen.from || seen.date || seen.travelled) ? Sureness::Sure : Sureness::No;
  }
  const HeaderSeen seen = look_at_header(head, cut);
  if (!seen.valid || seen.web_page) return Sureness::No;
  if (seen.from && seen.date && seen.travelled) return Sureness::Sure;
  return seen.travelled && cut && !seen.whole ? Sureness::Sure : Sureness::No;
}

// ---- reading
// -----------------------------------------------------------------------------------------------

class Reader {
 public:
  Reader(const Unit& unit, Sink& sink) : unit_(unit), sink_(sink) {}

  void read() {
    const auto input = unit_.open();
    mail::MailBox box(*input);
    mail::MailBox::Item item;
    while (box.next(item)) {
      if (mail::may_have_html(item.bytes)) look_into(item);
    }
    for (const auto& withdrawal : withdrawals_) withdraw(withdrawal);
    if (unsaid_ > 0)
      sink_.issue({unit_.path, "", fmt::format("{} problems more like these", unsaid_), "see those above"});
  }

 private:
  void look_into(const mail::MailBox::Item& item) {
    const mail::Message message = mail::read_message(item.bytes);
    const std::string place =
        message.id.empty() ? fmt::format("byte {}", item.offset) : "<" + message.id + ">";
    std::vector<reservation::Thing> things;
    for (const std::string& html : message.htmls) {
      reservation::Markup markup = reservation::read_markup(html);
      for (auto& problem : markup.problems) issue(place, std::move(problem));
      std::move(markup.things.begin(), markup.things.end(), std::back_inserter(things));
    }
    if (things.empty()) return;
    auto found = reservation::reservations_of(things, {message.subject, message.date, place});
    for (auto& withdrawal : found.withdrawals) {
      if (withdrawals_.size() < most_known) withdrawals_.push_back(std::move(withdrawal));
    }
    for (auto& problem : found.problems) issue(place, std::move(problem));
    if (item.cut && !found.observations.empty())
      issue(place, "the message is longer than 32 MiB: only its beginning was read");
    for (auto& observation : found.observations) {
      know(observation);
      sink_.observation(std::move(observation));
    }
  }
  void know(const Observation& told) {
    const auto stamp = [](const Observation& o) {
      const auto found = o.traits.find(trait::as_of);
      return found == o.traits.end() ? std::string() : found->second;
    };
    const auto known = known_.find(told.identity);
    if (known == known_.end()) {
      if (known_.size() < most_known) known_.emplace(told.identity, told);
    } else if (stamp(known->second) < stamp(told)) {
      known->second = told;
    }
  }
  /// A mailbox need not be in the order of time, so cancellations wait until all is read.
  void withdraw(const reservation::Withdrawal& withdrawal) {
    bool any = false;
    for (auto one = known_.lower_bound(withdrawal.identity);
         one != known_.end() && one->first.compare(0, withdrawal.identity.size(), withdrawal.identity) == 0;
         ++one) {
      if (!withdrawal.concerns(one->first)) continue;
      any = true;
      sink_.observation(reservation::cancelled(one->second, withdrawal.letter));
    }
    if (!any) issue(withdrawal.letter.locator, "a cancellation of something that no mail here has told");
  }
  void issue(const std::string& place, std::string reason) {
    if (++issues_ > most_issues) {
      ++unsaid_;
      return;
    }
    sink_.issue({unit_.path, place, std::move(reason), "see the mail itself, and enter it in a calendar"});
  }

  const Unit& unit_;
  Sink& sink_;
  std::map<std::string, Observation> known_;  ///< by identity, as last told
  std::vector<reservation::Withdrawal> withdrawals_;
  std::size_t issues_ = 0;
  std::size_t unsaid_ = 0;
};

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  Reader(unit, sink).read();
}

}  // namespace

const Source mail_source = {
    .type = "mail",
    .version = 1,
    .describe = "mails, for the flights, stays and tickets booked in them",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
