#include "sample/exports.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "sample/deflate.h"
#include "sample/encodings.h"
#include "sample/takeout.h"
#include "sample/testing.h"

namespace hoego::sample {
namespace {

// Each prints what another reader finds in the files, in the words of truth.json. `this` and `last` tell the
// years to the last day, `months` counts days by month.
constexpr std::string_view common = R"py(
import collections, csv, datetime, email, email.policy, glob, hashlib, html.parser, io, json, mailbox, re, sys, tarfile, zipfile
root = sys.argv[1]
exports = root + '/exports/'
korea = datetime.timezone(datetime.timedelta(hours=9))
def utc(text): return datetime.datetime.fromisoformat(text.replace('Z', '+00:00')).astimezone(korea)
def day(moment): return moment.date().isoformat()
def this(days): return [d for d in days if '2024-01-01' <= d <= '2024-10-20']
def last(days): return [d for d in days if '2023-01-01' <= d <= '2023-10-20']
def months(days): return [sum(1 for d in this(days) if int(d[5:7]) == m) for m in range(1, 11)]
def say(value): print(json.dumps(value, ensure_ascii=False))
)py";

constexpr std::string_view read_takeout = R"py(
there = {hashlib.sha256(open(p, 'rb').read()).hexdigest() for p in glob.glob(root + '/pictures/**/*.jpg', recursive=True)}
pictures, sidecars, part_of = {}, {}, {}
for part in sorted(glob.glob(exports + 'takeout-*.zip')):
    archive = zipfile.ZipFile(part)
    assert archive.testzip() is None
    for name in archive.namelist():
        part_of[name] = part
        if name.endswith('.jpg'): pictures[name] = archive.read(name)
        elif name.endswith('.json') and 'title' in json.loads(archive.read(name)) and 'photoTakenTime' in json.loads(archive.read(name)):
            sidecars[name] = json.loads(archive.read(name))
# By the title inside and the number behind, not by the rule of the names.
found = {}
for name, said in sidecars.items():
    folder = name.rsplit('/', 1)[0] + '/'
    number = re.search(r'\((\d+)\)\.json$', name)
    stem, dot, end = said['title'].rpartition('.')
    found[folder + (stem + '(' + number[1] + ')' if number else stem) + dot + end] = name
assert len(found) == len(sidecars)
same = {n for n, b in pictures.items() if hashlib.sha256(b).hexdigest() in there}
loose = sorted(set(pictures) - same)
taken = [datetime.datetime.fromtimestamp(int(sidecars[found[n]]['photoTakenTime']['timestamp']), korea) for n in loose]
say({'same': len({hashlib.sha256(pictures[n]).hexdigest() for n in same}), 'pictures': len(pictures), 'without_sidecar': len(set(pictures) - set(found)),
     'loose': sorted(t.replace(tzinfo=None).isoformat() for t in taken), 'distinct': len({pictures[n] for n in loose}), 'exif': sum(b'Exif' in pictures[n] for n in loose),
     'elsewhere': sum(part_of[n] != part_of[found[n]] for n in found), 'loose_elsewhere': sum(part_of[n] != part_of[found[n]] for n in loose),
     'cut': sum(not n.endswith('.supplemental-metadata.json') and '(' not in n for n in sidecars), 'longest': max(len(n.rsplit('/', 1)[1]) for n in sidecars)})
)py";

constexpr std::string_view read_github = R"py(
archive = tarfile.open(exports + 'github-export.tar.gz')
load = lambda name: json.load(archive.extractfile(name + '_000001.json'))
me = 'https://github.com/haneul-seo'
pulls, reviews = load('pull_requests'), load('pull_request_reviews')
own = [p for p in pulls if p['user'] == me]
opened = [day(utc(p['created_at'])) for p in own]
now = [p for p in own if '2024-01-01' <= day(utc(p['created_at'])) <= '2024-10-20']
reviewed = [day(utc(r['submitted_at'])) for r in reviews if r['user'] == me]
brief = lambda p: {'number': int(p['url'].rsplit('/', 1)[1]), 'title': p['title']}
mine = lambda name: len(this([day(utc(x['created_at'])) for x in load(name) if x['user'] == me]))
for r in reviews:
    pull = next(p for p in pulls if p['url'] == r['pull_request'])
    assert pull['created_at'] < r['submitted_at'] and (not pull['closed_at'] or r['submitted_at'] < pull['closed_at'])
say({'login': 'haneul-seo', 'opened_by_month': months(opened), 'opened': len(this(opened)), 'merged': sum(1 for p in now if p['merged_at']),
     'closed_unmerged': sum(1 for p in now if p['closed_at'] and not p['merged_at']), 'open_now': [brief(p) for p in own if not p['closed_at']],
     'reviewed': len(this(reviewed)), 'reviewed_by_month': months(reviewed),
     'awaiting_owner': [brief(p) for p in pulls if not p['closed_at'] and me in p['review_requests']],
     'comments': mine('issue_comments'), 'issues': mine('issues'), 'last_year': {'opened': len(last(opened)), 'reviewed': len(last(reviewed))},
     'by_others': len(pulls) - len(own)})
)py";

constexpr std::string_view read_chats = R"py(
def chatgpt(conversations):
    out = {}
    for c in conversations:
        assert c['current_node'] in c['mapping']
        for node in c['mapping'].values():
            assert node['parent'] is None or node['id'] in c['mapping'][node['parent']]['children']
            m = node['message']
            if not m or m['author']['role'] != 'user' or m['metadata'].get('is_visually_hidden_from_conversation'): continue
            text = ''.join(p for p in m['content']['parts'] if isinstance(p, str))
            out[m['id']] = (day(datetime.datetime.fromtimestamp(m['create_time'], korea)), len(text))
    return out
prompts = {'ChatGPT': chatgpt(json.loads(zipfile.ZipFile(exports + 'chatgpt.zip').read('conversations.json'))), 'Claude': {}}
for c in json.load(open(exports + 'claude/conversations.json')):
    for m in c['chat_messages']:
        if m['sender'] == 'human': prompts['Claude'][m['uuid']] = (day(utc(m['created_at'])), len(m['text']))
old = chatgpt(json.load(open(exports + 'old/conversations.json')))
tools = ('ChatGPT', 'Claude')
days = {t: [d for d, n in prompts[t].values()] for t in tools}
say({'by_month': {t: months(days[t]) for t in tools}, 'this_year': {t: len(this(days[t])) for t in tools}, 'last_year': {t: len(last(days[t])) for t in tools},
     'first': {t: min(days[t]) for t in tools}, 'characters': {t: sum(n for d, n in prompts[t].values() if this([d])) for t in tools},
     'old_adds': len(set(old.items()) - set(prompts['ChatGPT'].items())), 'old_is_older': 0 < len(old) < len(prompts['ChatGPT'])})
)py";

constexpr std::string_view read_books = R"py(
rows = list(csv.DictReader(open(exports + 'goodreads_library_export.csv')))
read = [r['Date Read'].replace('/', '-') for r in rows if r['Date Read']]
say({'by_month': months(read), 'this_year': len(this(read)), 'last_year': len(last(read)),
     'pages': sum(int(r['Number of Pages']) for r in rows if this([r['Date Read'].replace('/', '-')])), 'in_file': len(rows),
     'to_read': sum(r['Exclusive Shelf'] == 'to-read' for r in rows), 'read_without_day': sum(r['Exclusive Shelf'] == 'read' and not r['Date Read'] for r in rows)})
)py";

constexpr std::string_view read_papers = R"py(
text = open(exports + 'papers.bib').read()
added = re.findall(r'(?:timestamp|date-added)\s*=\s*\{(\d{4}-\d\d-\d\d)', text)
say({'by_month': months(added), 'this_year': len(this(added)), 'last_year': len(last(added)), 'in_file': len(re.findall(r'@Article\{', text))})
)py";

constexpr std::string_view read_mail = R"py(
class Scripts(html.parser.HTMLParser):
    def __init__(self, page): super().__init__(); self.found, self.inside = [], False; self.feed(page)
    def handle_starttag(self, tag, attributes): self.inside = tag == 'script'
    def handle_endtag(self, tag): self.inside = False
    def handle_data(self, data):
        if self.inside: self.found.append(json.loads(data))
names = {'FlightReservation': 'flight', 'TrainReservation': 'train', 'LodgingReservation': 'lodging', 'EventReservation': 'event'}
box = mailbox.mbox(exports + 'travel.mbox', factory=lambda f: email.message_from_binary_file(f, policy=email.policy.default))
told, ordinary = {}, 0
for mail in sorted(box, key=lambda m: m['Date'].datetime):
    page = mail.get_body(('html',))
    mail.get_body(('plain',)).get_content().encode('utf-8')
    things = [t for s in Scripts(page.get_content()).found for t in (s if isinstance(s, list) else [s])] if page else []
    things = [t for t in things if t['@type'] in names]
    ordinary += not things
    for t in things:
        f = t['reservationFor']
        number = 'ZQ' + f['flightNumber'] if 'flightNumber' in f else f.get('trainNumber')
        times = [f.get('departureTime') or f.get('startDate') or t.get('checkinTime'), f.get('arrivalTime') or f.get('endDate') or t.get('checkoutTime')]
        one = told.setdefault((t['reservationNumber'], number), {'what': names[t['@type']], 'number': number, 'code': t['reservationNumber'],
            'planned': {'from': times[0], 'to': times[1]}, 'booked': t['bookingTime'], 'status': 'confirmed'})
        if t['reservationStatus'].endswith('Cancelled'): one['status'] = 'cancelled'
        elif times[0] != one['planned']['from']: one.update({'status': 'changed', 'actual': {'from': times[0], 'to': times[1]}})
say({'reservations': sorted(told.values(), key=lambda o: (o['code'], o['number'] or '')), 'ordinary': ordinary})
)py";

constexpr std::string_view read_money = R"py(
class Rows(html.parser.HTMLParser):
    def __init__(self, page): super().__init__(); self.rows = []; self.feed(page)
    def handle_starttag(self, tag, attributes):
        if tag == 'tr': self.rows.append([])
        if tag in ('td', 'th'): self.rows[-1].append('')
    def handle_data(self, data):
        if self.rows and self.rows[-1]: self.rows[-1][-1] += data.strip()
rows = Rows(open(exports + '카드이용내역.xls', 'rb').read().decode('cp949')).rows
won = lambda text: int(text.replace(',', ''))
card = [(r[0].replace('.', '-'), r[2], won(r[4]), r[7]) for r in rows if len(r) == 8 and r[0][:2] == '20']
paid = [c for c in card if c[3] != '승인취소']
total = next(won(r[1]) for r in rows if r[0] == '합계')
ledger = [(m[1], won(m[2])) for m in re.finditer(r'^(\d{4}-\d\d-\d\d) .*\n    Expenses:\S.*?  +(-?[\d,]+) KRW\n', open(exports + 'household.ledger').read(), re.M)]
tell = lambda all: {'total': sum(all), 'count': len(all)}
say({'currency': 'KRW', 'this_year': tell([c[2] for c in paid]), 'last_year': tell([a for d, a in ledger if last([d])]), 'refunds': sum(c[2] < 0 for c in card),
     'cancelled': len(card) - len(paid), 'gym': tell([c[2] for c in paid if '헬스장' in c[1]]), 'sum_line': total == sum(c[2] for c in paid),
     'days': [c[:1] + c[2:3] for c in paid]})
)py";

constexpr std::string_view read_talk = R"py(
line = re.compile(r'^(\d{4})년 (\d+)월 (\d+)일 (오전|오후) (\d+):(\d\d), ([^:]+) : ')
sent, before = [], ''
for text in open(exports + 'KakaoTalk_Chat_밴드.txt'):
    m = line.match(text)
    if not m: continue
    hour = int(m[5]) % 12 + (12 if m[4] == '오후' else 0)
    when = '%s-%02d-%02dT%02d:%s' % (m[1], int(m[2]), int(m[3]), hour, m[6])
    assert when >= before, when
    before = when
    sent.append((when[:10], m[7]))
days = [d for d, p in sent]
people = collections.Counter(p for d, p in sent if this([d]) and p != '회원님')
own = [d for d, p in sent if p == '회원님']
say({'by_month': months(days), 'this_year': len(this(days)), 'last_year': len(last(days)), 'by_person': people,
     'person_days': len({(d, p) for d, p in sent if this([d])}),
     'mine': {'this_year': len(this(own)), 'days': len(set(this(own))), 'last_year': len(last(own)), 'by_month': months(own)}, 'in_file': len(sent)})
)py";

constexpr std::string_view read_feed = R"py(
import email.utils, xml.etree.ElementTree as tree
posts = {}
for path in glob.glob(root + '/blog/_posts/*.md'):
    head = open(path).read()
    posts[re.search(r'title: "(.*)"', head)[1]] = datetime.datetime.strptime(re.search(r'date: (.*)', head)[1], '%Y-%m-%d %H:%M:%S %z')
items = [(i.findtext('title'), email.utils.parsedate_to_datetime(i.findtext('pubDate'))) for i in tree.parse(exports + 'rss.xml').iter('item')]
say({'items': len(items), 'same': sum(posts.get(t) == d for t, d in items), 'newest': items[0][1] == max(posts.values())})
)py";

class SampleExports : public SampleLife {
 protected:
  void SetUp() override {
    if (!there_is("python3 --version")) GTEST_SKIP() << "python3 is not installed";
  }

  static Json found_by(std::string_view script) {
    const fs::path file = scratch_->path() / "read.py";
    std::ofstream(file) << common << script;
    const Output read = run_shell("PYTHONUTF8=1 python3 '" + file.string() + "' '" + folder_.string() + "'");
    EXPECT_EQ(read.status, 0) << read.text;
    return Json::parse(read.text, nullptr, false);
  }

  /// All that was found is what the truth says under the same names.
  static void expect_true(const Json& found, const Json& truth) {
    for (const auto& [key, value] : found.items()) EXPECT_EQ(value, truth[key]) << key;
  }
};

TEST_F(SampleExports, takeout_holds_the_same_photos_again_and_the_loose_ones) {
  const Json found = found_by(read_takeout);
  EXPECT_GE(found["same"], 280);
  EXPECT_LE(found["same"], 330);
  // The album's are second copies.
  EXPECT_EQ(found["pictures"].get<int>(), found["same"].get<int>() + 12 + 20);
  EXPECT_EQ(found["without_sidecar"], 0);
  EXPECT_EQ(found["loose"], truth_["photos"]["loose"]);
  EXPECT_EQ(found["distinct"], 20);
  EXPECT_EQ(found["exif"], 0);
  EXPECT_GT(found["elsewhere"], 30);
  EXPECT_GT(found["loose_elsewhere"], 0);
  EXPECT_GE(found["cut"], 10);
  EXPECT_EQ(found["longest"], 51);
}

TEST_F(SampleExports, the_pull_requests_are_those_of_the_truth) {
  const Json found = found_by(read_github);
  expect_true(found, truth_["pull_requests"]);
  EXPECT_EQ(found["awaiting_owner"].size(), 3U);
  EXPECT_EQ(found["open_now"].size(), 4U);
}

TEST_F(SampleExports, the_prompts_are_those_of_the_truth_and_the_older_export_adds_nothing) {
  Json found = found_by(read_chats);
  EXPECT_EQ(found["old_adds"], 0);
  EXPECT_EQ(found["old_is_older"], true);
  found.erase("old_adds");
  found.erase("old_is_older");
  expect_true(found, truth_["chats"]);
  EXPECT_GT(found["this_year"]["ChatGPT"].get<int>(), 3 * found["last_year"]["ChatGPT"].get<int>());
}

TEST_F(SampleExports, the_reading_is_that_of_the_truth) {
  const Json books = found_by(read_books);
  expect_true(books, truth_["books"]);
  EXPECT_LT(books["this_year"], books["last_year"]);
  expect_true(found_by(read_papers), truth_["papers"]);
}

TEST_F(SampleExports, the_mails_book_change_and_cancel_what_the_truth_says) {
  const Json found = found_by(read_mail);
  Json expected = truth_["reservations"];
  for (Json& one : expected) one.erase("name");
  const auto key = [](const Json& one) {
    return one["code"].get<std::string>() + (one["number"].is_null() ? "" : one["number"].get<std::string>());
  };
  std::sort(expected.begin(), expected.end(), [&](const Json& a, const Json& b) { return key(a) < key(b); });
  EXPECT_EQ(found["reservations"], expected);
  EXPECT_GT(found["ordinary"], 10);
  const Json canada = trip_from("2024-09-28");
  bool changed = false;
  for (const Json& one : expected) {
    if (one["status"] != "changed") continue;
    changed = true;
    EXPECT_EQ(one["planned"]["to"].get<std::string>(),
              canada["planned"]["lands_home"].get<std::string>() + "+09:00");
    EXPECT_EQ(one["actual"]["to"].get<std::string>(),
              canada["planned"]["landed_home"].get<std::string>() + "+09:00");
  }
  EXPECT_TRUE(changed);
}

TEST_F(SampleExports, the_money_is_that_of_the_truth) {
  Json found = found_by(read_money);
  EXPECT_EQ(found["sum_line"], true);
  found.erase("sum_line");
  for (const Json& trip : truth_["expenses"]["trips"]) {
    if (trip["trip"] < "2024") continue;
    const std::string to = trip_from(trip["trip"])["to"];
    int spent = 0;
    for (const Json& one : found["days"]) {
      if (trip["trip"] <= one[0] && one[0] <= to) spent += one[1].get<int>();
    }
    EXPECT_EQ(spent, trip["amount"]) << trip;
  }
  found.erase("days");
  expect_true(found, truth_["expenses"]);
  EXPECT_EQ(truth_["expenses"]["trips"].size(), 3U);
}

TEST_F(SampleExports, the_talk_is_that_of_the_truth) {
  expect_true(found_by(read_talk), truth_["messages"]);
}

TEST_F(SampleExports, the_feed_has_the_last_posts_at_their_moments) {
  EXPECT_EQ(found_by(read_feed), (Json{{"items", 10}, {"same", 10}, {"newest", true}}));
}

TEST_F(SampleExports, are_small) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "exports")) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  EXPECT_LT(bytes, 4'000'000U);
}

class AnyAccounts : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(AnyAccounts, know_nothing_of_the_last_day_nor_of_what_comes_after) {
  const Story story = make_story(GetParam());
  const Exports exports = keep_accounts(story);
  const Instant end = korean(today(), 0);
  for (const PullRequest& one : exports.github.pull_requests) {
    EXPECT_LT(one.created, end) << one.title;
    if (one.closed) {
      EXPECT_TRUE(one.created < *one.closed && *one.closed < end) << one.title;
    }
  }
  for (const Review& one : exports.github.reviews) EXPECT_LT(one.submitted, end);
  for (const Comment& one : exports.github.comments) EXPECT_LT(one.created, end);
  for (const Conversation& one : exports.conversations) EXPECT_LT(one.prompts.back().at, end);
  for (const Book& one : exports.books) EXPECT_LT(std::max(one.added, one.read.value_or(one.added)), today());
  for (const Paper& one : exports.papers) EXPECT_LT(one.added.value_or(first_day()), today());
  for (const Reservation& one : exports.reservations) {
    EXPECT_TRUE(one.booked < end && one.told.value_or(one.booked) < end) << one.code;
    EXPECT_LT(one.booked, one.begin.instant) << one.code;
  }
  for (const Expense& one : exports.expenses) EXPECT_LT(one.day, today()) << one.merchant;
  for (const Message& one : exports.messages) EXPECT_LT(one.sent.date(), today());
}

TEST_P(AnyAccounts, loose_photos_are_of_late_evenings_at_home) {
  const Story story = make_story(GetParam());
  const auto photos = take_loose_photos(story);
  EXPECT_EQ(photos.size(), 20U);
  for (const Photo& photo : photos) {
    EXPECT_EQ(story.trip_on(photo.local_day()), nullptr);
    const int minute = minute_of_day(wall_time(photo.taken, photo.offset));
    EXPECT_TRUE(minute >= 21 * 60 + 30 || (minute >= 10 && minute < 60)) << minute;
  }
}

TEST_P(AnyAccounts, nothing_but_the_journey_is_paid_on_a_journey) {
  const Story story = make_story(GetParam());
  for (const Expense& one : spend(story)) {
    const Trip* trip = story.trip_on(one.day);
    EXPECT_TRUE(trip == nullptr || (trip == one.trip && !one.ahead)) << one.day.iso() << ' ' << one.merchant;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyAccounts, ::testing::Range<std::uint64_t>(2000, 2030));

TEST(Deflate, gunzip_reads_what_it_writes) {
  if (!there_is("python3 --version")) GTEST_SKIP() << "python3 is not installed";
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 4000; ++i) text += std::to_string(i * i % 977) + (i % 13 == 0 ? "회고" : ",");
  text += std::string(1000, 'a');
  std::ofstream(scratch.path() / "plain", std::ios::binary) << text;
  std::ofstream(scratch.path() / "packed", std::ios::binary) << deflate(text);
  const Output read = run_shell("python3 -c \"import zlib; a, b = (open('" + scratch.path().string() +
                                "/' + n, 'rb').read() for n in ('plain', 'packed')); "
                                "print(zlib.decompress(b, -15) == a, zlib.crc32(a), len(b) < len(a) // 2)\"");
  EXPECT_EQ(read.text, "True " + std::to_string(crc32(text)) + " True\n");
}

TEST(Encodings, are_those_that_mails_and_banks_use) {
  EXPECT_EQ(cp949("똠"), "\x8c\x63");
  EXPECT_EQ(base64("hoego"), "aG9lZ28=\n");
  EXPECT_EQ(quoted_printable("1=1 가"), "1=3D1 =EA=B0=80");
  EXPECT_EQ(encoded_word("합주"), "=?UTF-8?B?7ZWp7KO8?=");
  EXPECT_EQ(encoded_word("plain"), "plain");
}

}  // namespace
}  // namespace hoego::sample
