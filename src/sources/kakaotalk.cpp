#include "sources/kakaotalk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/kakaotalk_lines.h"
#include "sources/kakaotalk_talk.h"
#include "sources/text_head.h"

namespace hoego {
namespace {

using namespace kakaotalk;  // this file is their only reader

constexpr std::size_t probe = 4096;
constexpr std::uint64_t max_utf16_bytes = std::uint64_t{64} << 20;
constexpr std::size_t most_persons_a_day = 10'000;
constexpr std::size_t most_kept_characters = 8000;
constexpr std::size_t naming_speakers = 3;

bool is_utf16(std::string_view head) {
  return head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
}

/// A row of the table by its first cells: `2024-06-01 10:00:00,`.
bool is_table_row(std::string_view line) {
  if (line.substr(0, 1) == "\"") line.remove_prefix(1);
  return WallTime::parse(line.substr(0, 19)).has_value() && line.find(',') != std::string_view::npos;
}

bool is_table_heading(std::string_view line) {
  std::string bare;
  for (const char c : line) {
    if (c != '"' && c != ' ' && c != '\r') bare.push_back(c);
  }
  return bare == "Date,User,Message";
}

// ---- recognising
// -------------------------------------------------------------------------------------------

/// The whole lines of a file's beginning, decoded.
std::string whole_lines(std::string_view head) {
  if (is_utf16(head)) return decode_guess(head.substr(0, head.size() & ~std::size_t{1}));
  const std::size_t end = head.size() < probe ? std::string_view::npos : head.rfind('\n');
  return decode_guess(head.substr(0, end));
}

Sureness recognise_table(std::istream& text) {
  std::string line;
  if (!std::getline(text, line)) return Sureness::No;
  return is_table_row(line) || line.substr(0, 2) == ",," ? Sureness::Sure : Sureness::No;
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || candidate.head.empty() || is_binary_head(candidate.head)) return Sureness::No;
  const std::string text = whole_lines(candidate.head);
  std::istringstream in(text);
  std::string line;
  if (std::getline(in, line) && is_table_heading(line)) return recognise_table(in);
  std::istringstream again(text);
  const Header header = read_header(again);
  if (header.titled && header.saved_line) return Sureness::Sure;
  std::size_t spoken = 0;
  std::size_t texts = 0;
  std::istringstream lines(text);
  while (std::getline(lines, line)) {
    const Shape shape = shape_of(line);
    const bool said = shape.form == Shape::Form::Bracket || shape.form == Shape::Form::Stamped;
    const bool divides = shape.form == Shape::Form::Divider || shape.form == Shape::Form::Day;
    spoken += said ? 1 : 0;
    texts += said || divides || trim(line).empty() ? 0 : 1;
  }
  if (spoken > 0 && (header.titled || (header.saved_line && header.saved))) return Sureness::Sure;
  return spoken >= 3 && spoken > texts ? Sureness::Maybe : Sureness::No;
}

// ---- reading
// -----------------------------------------------------------------------------------------------

/// What one person wrote on one day.
struct Tally {
  std::size_t messages = 0;
  std::size_t characters = 0;
  std::size_t photos = 0;
  std::size_t videos = 0;
  std::size_t emoticons = 0;
  std::size_t files = 0;
  std::size_t first_line = 0;
  std::string text;
  std::size_t kept_characters = 0;

  void count(const Message& message) {
    if (messages++ == 0) first_line = message.line;
    const Media media = media_of(message.text);
    const auto several = static_cast<std::size_t>(media.count);
    switch (media.type) {
      case Media::Type::Text:
        characters += message.characters;
        break;
      case Media::Type::Photo:
        photos += several;
        break;
      case Media::Type::Video:
        videos += several;
        break;
      case Media::Type::Emoticon:
        emoticons += several;
        break;
      case Media::Type::File:
        files += several;
        break;
    }
  }
  void keep(std::string_view more) {
    if (kept_characters >= most_kept_characters) return;
    if (!text.empty()) {
      text += '\n';
      ++kept_characters;
    }
    for (std::size_t i = 0; i < more.size(); ++i) {
      const bool follows = (static_cast<unsigned char>(more[i]) & 0xc0) == 0x80;
      if (!follows && kept_characters++ == most_kept_characters) return;
      text.push_back(more[i]);
    }
  }
};

/// Name and date that macOS writes into a table's name: `KakaoTalk_Chat_독서 모임_2024-03-15-19-02-11`.
Header header_of_name(const std::string& stem) {
  Header header;
  std::string_view rest = stem;
  constexpr std::string_view mark = "KakaoTalk_Chat_";
  constexpr std::size_t date_length = 19;
  if (rest.size() > date_length && rest[rest.size() - date_length - 1] == '_') {
    std::string clock(rest.substr(rest.size() - date_length));
    clock[10] = ' ';
    clock[13] = clock[16] = ':';
    header.saved = WallTime::parse(clock);
    if (header.saved) rest.remove_suffix(date_length + 1);
  }
  if (rest.substr(0, mark.size()) == mark) rest.remove_prefix(mark.size());
  header.chat = trim(rest);
  return header;
}

class ChatReader {
 public:
  ChatReader(const Unit& unit, const ReadOptions& options, Sink& sink)
      : unit_(unit), options_(options), sink_(sink), owner_{"회원님"} {
    for (const auto& name : options.owner_names) owner_.insert(fold_case(trim(clean_text(name))));
  }

  void read() {
    input_ = unit_.open();
    look();
    const Reading reading = listen([this](Message&& message) {
      take(std::move(message));
      return true;
    });
    hand_out_day();
    if (first_day_) claim();
    report(reading);
    if (!first_day_ && !header_.titled && !header_.saved_line && !table_) {
      throw Error("there is no conversation of KakaoTalk in it", unit_.path,
                  "export the chat again as text (대화 내용 내보내기)");
    }
  }

 private:
  void look();
  void survey();
  std::unique_ptr<std::istream> stream();
  Reading listen(const Hearer& hear) {
    const auto in = stream();
    return table_ ? read_table(*in, hear) : read_text(*in, header_.saved, hear);
  }
  bool is_owner(const std::string& person) const { return owner_.count(fold_case(person)) > 0; }
  void take(Message&& message);
  void hand_out_day();
  void hand_out(const std::string& person, Tally& tally);
  void claim();
  void report(const Reading& reading);
  void issue(std::size_t line, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, fmt::format("line {}", line), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  const ReadOptions& options_;
  Sink& sink_;
  std::set<std::string> owner_;  ///< folded
  std::unique_ptr<Input> input_;
  bool utf16_ = false;
  bool table_ = false;
  Header header_;
  WallTime as_of_;
  std::optional<Date> first_day_;
  Date day_;
  Date last_day_;
  std::map<std::string, Tally> persons_;
  bool crowd_told_ = false;
};

std::unique_ptr<std::istream> ChatReader::stream() {
  if (!utf16_) return stream_of(*input_);
  return std::make_unique<std::istringstream>(decode_guess(input_->whole(max_utf16_bytes)));
}

void ChatReader::look() {
  std::string head(2, '\0');
  head.resize(input_->read(0, head.data(), head.size()));
  utf16_ = is_utf16(head);
  std::string line;
  table_ = Lines(*stream()).next(line) && is_table_heading(line);
  header_ = table_ ? header_of_name(clean_text(std::filesystem::path(unit_.path).stem().string()))
                   : read_header(*stream());
  if (!header_.chat || header_.chat->empty() || !header_.saved) survey();
  as_of_ = header_.saved.value_or(as_of_);
}

/// What the header does not tell: the chat is then named after the first people to speak, in the alphabet's
/// order, and the last message tells how far the export reaches.
void ChatReader::survey() {
  std::vector<std::string> speakers;
  const bool named = header_.chat && !header_.chat->empty();
  listen([&](Message&& message) {
    as_of_ = std::max(as_of_, message.at);
    const bool is_new = std::find(speakers.begin(), speakers.end(), message.sender) == speakers.end();
    if (is_new && !is_owner(message.sender) && speakers.size() < naming_speakers)
      speakers.push_back(message.sender);
    return !header_.saved || (!named && speakers.size() < naming_speakers);
  });
  if (named) return;
  std::sort(speakers.begin(), speakers.end());
  header_.chat = speakers.empty() ? "KakaoTalk" : fmt::format("{}", fmt::join(speakers, ", "));
}

void ChatReader::take(Message&& message) {
  const Date day = message.at.date();
  if (!first_day_ || day != day_) hand_out_day();
  day_ = day;
  first_day_ = first_day_ ? std::min(*first_day_, day) : day;
  last_day_ = std::max(last_day_, day);
  if (persons_.size() >= most_persons_a_day && persons_.count(message.sender) == 0) {
    if (!std::exchange(crowd_told_, true))
      issue(message.line, fmt::format("more than {} people wrote on {}", most_persons_a_day, day.iso()),
            "the rest of them are not counted");
    return;
  }
  Tally& tally = persons_[message.sender];
  tally.count(message);
  if (options_.keep_text) tally.keep(message.text);
}

void ChatReader::hand_out_day() {
  for (auto& [person, tally] : persons_) hand_out(person, tally);
  persons_.clear();
}

void ChatReader::hand_out(const std::string& person, Tally& tally) {
  Observation out;
  out.kind = Kind::Message;
  out.identity = "kakaotalk:" + *header_.chat + "\n" + person + "\n" + day_.iso();
  out.locator = fmt::format("line {}", tally.first_line);
  out.title = *header_.chat;
  out.begin = When::on(day_);
  out.traits[trait::person] = person;
  out.traits["chat"] = *header_.chat;
  out.traits[trait::sent_by] = is_owner(person) ? "me" : person;
  out.traits[trait::as_of] = as_of_.iso() + "Z";
  if (!tally.text.empty()) out.traits[trait::text] = clean_text(tally.text);
  out.quantities = {{"messages", static_cast<double>(tally.messages)},
                    {"characters", static_cast<double>(tally.characters)}};
  for (const auto& [name, count] : {std::pair{"photos", tally.photos},
                                    {"videos", tally.videos},
                                    {"emoticons", tally.emoticons},
                                    {"files", tally.files}}) {
    if (count > 0) out.quantities[name] = static_cast<double>(count);
  }
  sink_.observation(std::move(out));
}

void ChatReader::claim() {
  sink_.coverage({Kind::Message, CoverageClass::Complete, *header_.chat, first_day_,
                  std::max(last_day_, as_of_.date())});
}

void ChatReader::report(const Reading& reading) {
  if (reading.pasted > 0)
    issue(reading.pasted_line,
          fmt::format("{} {} an earlier time than the messages before: taken for pasted text", reading.pasted,
                      reading.pasted == 1 ? "line tells" : "lines tell"),
          "nothing, if someone pasted a conversation; else export the chat again");
  if (reading.undated > 0)
    issue(reading.undated_line,
          fmt::format("{} {} no day above: left out", reading.undated,
                      reading.undated == 1 ? "message has" : "messages have"),
          "export the whole chat again");
  if (reading.broken > 0)
    issue(reading.broken_line,
          fmt::format("{} {} not Date, User and Message", reading.broken,
                      reading.broken == 1 ? "row is" : "rows are"),
          "export the chat again");
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  ChatReader(unit, options, sink).read();
}

}  // namespace

const Source kakaotalk_source = {
    .type = "kakaotalk",
    .version = 1,
    .describe = "KakaoTalk chats: how much was written, by day and person",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
