#include "verify/cues.h"

#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

struct CueWords {
  Cue cue;
  std::string_view words;  ///< between |; a Latin word ends where it ends, but for one with *
};

constexpr std::array<CueWords, 64> lexicon = {{
    {Cue::LastYear,
     "than by last|year than the last one|more this year than last|작년|지난해|전년|한 해 전|1년 전|last "
     "year|the year before|a year ago|a year earlier|previous year|그 "
     "전 해"},
    {Cue::ThisYear, "지금은|and now|now it|올해|이번 해|금년|올 한 해|this year|이 기간"},
    {Cue::Start,
     "joined|signed up|took up|it took me until|등록|알게|got to know|someone new|시작|처음|첫|부터|새로 "
     "생긴|생겨|생긴|개시|입문|began|begin|beginning|start*|first|since|from|new|took up|opened with"},
    {Cue::End,
     "i last|가장 최근|최근 것|latest|most "
     "recent|newest|마지막|끝|뒤로|이후|까지|멈|그만|last|end|ended|stop*|since|until|after|final|up "
     "to|quit|중단"},
    {Cue::Most,
     "big month|great month|good month|banner month|record month|bumper|golden month|star month|busy month|"
     "the month for|my month for|month of the year for|high point|height of|at its height|at their "
     "height|heyday|zenith|pinnacle|high-water mark|prime|high "
     "mark|정점|절정|전성기|피크|최고조|"
     "biggest|heaviest|richest|strongest|가장|제일|최고|최다|most|fullest|busiest|highest|peak*|best|record|"
     "more than any|top|as much"},
    {Cue::Least,
     "low point|nadir|rock bottom|low mark|바닥을 친|바닥을 찍|저점|가장 적|제일 적|최저|적은 "
     "달|fewest|least|quietest|lowest"},
    {Cue::Longest, "가장 오래|가장 긴|제일 긴|길게는|가장 길|longest|오래|더 길"},
    {Cue::Streak,
     "내내|빼먹지|매주|이어졌|이어진|이어갔|on the trot|never skipped|every one of them|kept up|week after "
     "week|every week|내리|연속|거르지|빠짐없이|쉬지 않고|한 주도|꼬박꼬박|in a "
     "row|straight|consecutive|without "
     "missing|without a week|week missed|streak*|unbroken|not miss*|never miss*|each held"},
    {Cue::Silence,
     "쉼|만이|못 |놓았|놓고|away from|손을|발길|off "
     "|없|째|지났|쉬|쉰|멈|공백|조용|끊|다시|만에|비어|no|none|nothing|silent|silence|without|quiet*|since|"
     "pause*|gap|break|ago|back|absence|later|missing|not a"},
    {Cue::None,
     "없음|없습니|없이 지나|없이 보냈|안 밟|zero|a miss|came and went without|passed without|went by "
     "without|한 번도 없|하나도 없|없었|없다|없어|없던|않았|못했|안 갔|안 했|no|none|nothing|not "
     "once|never|not"},
    {Cue::Booked,
     "비행기를 끊|비행기표를|표를 끊|항공권|티켓을|예약|예매|잡아 두|booked|booking|bookings|to "
     "book|reserv*"},
    {Cue::Lead, "전에|전인|앞서|앞두고|남아|남겨|before|ahead|earlier|advance|beforehand|prior"},
    {Cue::Late, "늦|연착|지연|delay*|late|later|behind"},
    {Cue::Early, "일찍|앞당|빨리|early|earlier|sooner"},
    {Cue::Return, "돌아|귀국|귀가|도착했|return*|back|home|까지"},
    {Cue::Leave,
     "떠나|떠났|출발|내려|도착|시작|부터|날아|갔|다녀|left|leave|landed|arriv*|flew|set "
     "off|departed|began|went|go|from|started"},
    {Cue::Static, "있었|있던|머물|머무|묵|보냈|보낸|지냈|was|were|stay*|spent|slept|in|during"},
    {Cue::Merged, "합쳐|병합|머지|merged"},
    {Cue::Open, "열려|열린|남아|남았|기다|대기|open|wait*|pending|left"},
    {Cue::Closed, "닫|closed"},
    {Cue::Ahead,
     "to come|예정|잡혀|남았|남은|앞으로|앞둔|적혀|계획|더 "
     "있|있어요|있다|ahead|coming|upcoming|planned|plan|will|next|left|remain*|lie|lies|more|scheduled|set|"
     "시작으로"},
    {Cue::Calendar, "달력|일정|캘린더|calendar|schedule*|entered|entries"},
    {Cue::Evening, "저녁|evening|evenings"},
    {Cue::Weekend, "주말|토요일|일요일|weekend*|saturday*|sunday*"},
    {Cue::Share,
     "시간의|할을|할이|할 가까|of my time|of the time|of all my|비중|차지|가운데|중에|중|절반|share|of "
     "all|of the|half|percent|took|비율|무게"},
    {Cue::Cost,
     "돈|비용|지출|값|썼|쓴|들었|들인|내역|결제|paid|cost*|spent|spend*|price|statement*|bill*|came "
     "to|fee|membership|경비|회비|회원권"},
    {Cue::OneWay, "편도|한 번에|one way|each way|a way|per journey|한번에|한쪽|길이|길은"},
    {Cue::Move,
     "새 동네|거주지|거처|자리를 잡|relocat*|upped sticks|settled|새 집|new place|이사|사는 "
     "곳|옮|moved|move|home moved"},
    {Cue::Before, "전에|이전|던|before|until then|전까지|앞서"},
    {Cue::After, "뒤|후|나서|이후|after|since|now|지금"},
    {Cue::Up,
     "늘|많아|많았|많이|잦아|길어|더 자주|더 많|증가|늘린|급증|올라|많아요|많다|많지|많은|went up|go "
     "up|rose|rise*|risen|grew|grow*|increas*|up from|picked up|more|climb*|doubled|tripled|up"},
    {Cue::Down,
     "줄|적어|적었|뜸|드물|드문|짧아|덜|감소|뚝|내려갔|적지만|적게|적다|적은|went down|go "
     "down|fell|fall|falls|fallen|drop*|declin*|decreas*|down "
     "from|thinned|slow*|less|fewer|shrank|rare|rarer|faded|down|halved|cut"},
    {Cue::Same,
     "똑같|같았|비슷|그대로|만큼|the same number|as many as|as often as|same number|the same "
     "as|similar|unchanged"},
    {Cue::Unclear,
     "뚜렷한 차이|늘었다고도|줄었다고도|우연히|말하기 어려|말하기는 어려|하기 어려|no clear|too close to "
     "call|by chance|cannot show|no real difference|not clear"},
    {Cue::Sum,
     "합치|come to|make|makes|합하면|더하면|모두|합쳐|합하|더하|더해|통틀|총|합계|다 합|in "
     "all|total*|together|altogether|combined|add "
     "up|sum|overall"},
    {Cue::Gap, "차이|더|덜|모자|부족|more|fewer|less|short|difference|gap|extra"},
    {Cue::Each, "씩|마다|각각|each|apiece"},
    {Cue::More, "더|추가|more|another|further"},
    {Cue::Fewer, "덜|fewer|less"},
    {Cue::AtLeast, "적게 잡아도|최소|적어도|at least|at the least"},
    {Cue::Kept,
     "넘어섰|돌파|지켰|지키|채웠|채워|이뤘|달성|해냈|kept|keep|held|met|reached|fulfilled|came true|hold"},
    {Cue::Broken,
     "not keep|not kept|didn't keep|깨졌|깨진|어겼|못 지|지키지 못|못 채|채우지 "
     "못|모자|걸렀|끊겼|끊긴|실패|넘겼|broke|broken|failed|did not hold|missed|short|slipped"},
    {Cue::Target, "겠다고|기로 했|기로 한|목표|다짐|target|goal|promise*|resolution*|against|within"},
    {Cue::Short, "모자|부족|남았|남은|남아|short|left|to go|missing|lacking|remain*|더"},
    {Cue::Chance, "가능성|확률|chance|likely|odds"},
    {Cue::Reach,
     "넘겼|넘었|넘어섰|넘긴|넘은 날|넘어선|돌파|채운|채웠|hundredth|thousandth|passed|거슬러|기록에서|기록이 "
     "남|뒤로 가장|부터 센|부터의|부터 보면|이래|reach*|records begin|history that "
     "begins|since|begin*|as far as|back to|부터 남은"},
    {Cue::Together, "함께|같이|둘이|이랑|랑|with|together"},
    {Cue::Week, "weekly|busiest week|한 주|일주일|주에|week"},
    {Cue::Day, "busiest day|하루|날|day"},
    {Cue::Left, "남은|남겨|남았|남아|left|to go|remain*|다 가기"},
    {Cue::Unknown,
     "알 수 없|빈칸|기록이 없|비어|모자라서 말|cannot be told|nothing recorded|no record*|blank|too few "
     "records|cannot say|not in here|recorded nothing"},
    {Cue::Negative,
     "없음|없습니|없이 지나|없이 보냈|안 밟|zero|a miss|came and went without|passed without|went by "
     "without|않았|않은|않고|안 갔|안 했|못 갔|못 했|못했|가지 못|did "
     "not|didn't|never|not|no|없었|없다|없어"},
    {Cue::Average, "날마다|그런 날|한 번에|session|visit|평균|꼴|average|on average|a day"},
    {Cue::Birthday, "만 |살|생일|turned|turn|birthday|years old|age"},
    {Cue::Travel,
     "여행|다녀|갔|떠났|떠나|묵|출발|도착|비행|해외|trip*|travel*|visit*|went "
     "to|flew|abroad|stay*|landed|night*"},
    {Cue::Final,
     "i last|가장 최근|최근 것|latest|most recent|newest|마지막|끝으로|final|last time|my last|the last|last "
     "visit|last one|last seen|last heard|last saw|last "
     "met|last spoke|last wrote|last message*"},
    {Cue::First,
     "처음|첫|알게|새로|새 |시작|부터|got to know|new|someone new|first|began|begin*|start*|to know"},
    {Cue::Wrote, "썼|쓴 |써서|써 |쓰는|올린|올렸|wrote|written|write|writing|published|posted"},
    {Cue::MonthWord, "달은|달이|달에|한 달|달로|month"},
    {Cue::Picture, "사진|찍|장면|photo*|picture*|shot*|snapped"},
    {Cue::Stay, "묵|머물|머무|지냈|지낸|밤|박 |숙박|stay*|slept|night*|nights"},
    {Cue::Farthest, "가장 멀|제일 멀|가장 먼|제일 먼|farthest|furthest|most distant"},
    {Cue::Question, "?|나요|을까|ㄹ까"},
    {Cue::Wish,
     "고 싶|바란다|바라|좋겠|겠다|겠어요|겠습니다|해야지|해야겠|려고|want to|hope|wish|would like|going to "
     "try|i'd like|let's|might|should"},
}};

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c);
}

void find(std::string_view text, std::string_view word, Cue cue, std::vector<CueAt>& to) {
  const bool open = !word.empty() && word.back() == '*';
  if (open) word.remove_suffix(1);
  if (word.empty()) return;
  const bool latin = is_letter(word.front());
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (latin && at > 0 && is_word_byte(text[at - 1])) continue;
    if (latin && !open && end < text.size() && is_word_byte(text[end])) continue;
    if (word == "no" && text.substr(end, 4) == " one") continue;  // nobody
    to.push_back({cue, at, end});
  }
}

}  // namespace

std::vector<CueAt> cues_in(std::string_view folded) {
  std::vector<CueAt> all;
  for (const CueWords& one : lexicon) {
    std::string_view rest = one.words;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      find(folded, rest.substr(0, bar), one.cue, all);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  return all;
}

Cues between(const std::vector<CueAt>& all, std::size_t from, std::size_t to) {
  Cues found;
  for (const CueAt& one : all) {
    if (one.at >= from && one.at < to) found.add(one.cue);
  }
  return found;
}

}  // namespace hoego
