#include "claims/promise_rules.h"

namespace hoego {

std::string_view ahead_words(Tongue language) {
  if (language == Tongue::Korean)
    return "(내년|새해|내후년|{next}|다음 "
           "(달|주|해|학기|분기|번|겨울|여름|봄|가을)|다다음|내달|곧_|조만간|이번 "
           "(주말|겨울|여름|봄|가을|달|주)|_오는_|연말|[0-9]+월|크리스마스|설날|설 "
           "연휴|추석|연휴|남은|하반기|상반기|내일|모레|앞으로|이제부터|며칠 (뒤|후))";
  return "(next "
         "(year|month|week|weekend|spring|summer|fall|autumn|winter|january|february|march|april|may|june|"
         "july|august|september|october|november|december)|(in|on|for|by|until|early|late|this|and|of) "
         "(january|february|march|april|may|june|july|august|september|october|november|december)|{next}|"
         "this (weekend|winter|spring|summer|autumn|fall|month|week)|tomorrow|soon\\b|new year|coming "
         "(year|months|weeks)|christmas|rest of (the|this) year|before the year|end of the year)";
}

std::string_view dated_words(Tongue language) {
  if (language == Tongue::Korean)
    return "({ahead}|[0-9]+일(?! "
           "?(동안|간|째|씩|만에))|([0-9]+|_몇|_한|_두|_세|_네|_석|_넉|다섯|여섯|일곱|여덟|아홉|_열|이십|"
           "삼십|사십|오십|백) ?(주|달|개월|일|밤|주일|해|년|시간) "
           "?(뒤|후|앞)|(보름|사흘|나흘|열흘|일주일|며칠|반년) ?(뒤|후|앞)|(월|화|수|목|금|토|일)요일|다음 "
           "?날|글피|_올(겨울|여름|봄|가을)|(봄|여름|가을|겨울)(이 되면|이 오면| "
           "?학기)|이달|월말|월초|(봄|여름|가을|겨울|주말)에(는)?_|(봄|여름|가을|겨울|주말)엔_|D-[0-9]+|"
           "개강)";
  return "({ahead}|on (new year's|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the "
         "[0-9]+(st|nd|rd|th))\\b|(in|on|from|since|starting|by|until|for|mid|late|early|come|of|,) "
         "?-?(january|february|march|april|may|june|july|august|september|october|november|december)\\b|("
         "january|february|march|april|may|june|july|august|september|october|november|december) [0-9]+|in "
         "(a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+|a few|a couple of)( short| "
         "more)? (days|weeks?|months?|years?)\\b|(days|weeks?|months?) (away|from now|from today)|in the "
         "(new year|spring|summer|autumn|fall|winter)\\b|\\beaster\\b|a (week|month|year) from)";
}

std::string_view event_words(Tongue language) {
  if (language == Tongue::Korean)
    return "(공연|여행|출장|유학|이사|입주|결혼|신혼집|출국|귀국|출산|예정일|수술|_시험|실기|필기|면접|대회|"
           "마라톤|발표회?|연주회|합주|리허설|콘서트|전시|페스티벌|캠핑|휴가|휴직|복직|입사|퇴사|출근|입원|"
           "퇴원|입소|임플란트|입학|졸업|개강|교환학생|연수|인턴|워크숍|학회|콘퍼런스|컨퍼런스|세미나|강연|"
           "개업|오픈일|잔금|계약|_만기|검진|_병원|상견례|돌잔치|칠순|환갑|동창회|정모|입대|전역|방학|데뷔|"
           "출간|발매|이직|토익|수능|비행기|비행편|_배편|기차표|등산|트레킹|순례|투어|행사|축제|직관|도로 "
           "?주행|박람회|심사|북토크|낭독회|버스킹|레이스|시상식|송년회|결승|개막|이삿날|출발|첫 "
           "수업|안식월|안식년|교정|적금|대출|할부|인테리어|파견|전세|이삿짐|정기 "
           "?공연|재계약|오디션|개인전|단체전|사인회|리사이틀)";
  return "\\b(trip|flights?|shows?|gigs?|concerts?|move|wedding|talk|race|exams?|marathon|conference|"
         "vacation|holiday|tour|course|classes|performance|rehearsals?|recital|visit|retreat|tickets?|"
         "festival|new job|surgery|operation|due "
         "date|sabbatical|residency|internship|semester|term|baby|honeymoon|lease|contract|keys|ferry|train|"
         "interview|viva|defen[cs]e|graduation|reunion|exhibition|launch|audition|appointment|check-up|scan|"
         "parental leave|maternity leave|paternity leave|tournament|final|workshop|hackathon|ceremony|moving "
         "day|first day|last day|opening|premiere|expedition|cruise|removal van|movers|visa|enrol?lment)\\b";
}

std::string_view english_pasts() {
  return "(was|were|had|did|didn't|wasn't|weren't|hadn't|could|couldn't|would|felt|kept|ran|wrote|took|got|"
         "made|began|spent|slept|lost|left|came|saw|knew|found|met|drank|ate|thought|said|told|learnt|became|"
         "gave|swam|taught|grew|stood|went|fell|broke|chose|drove|rode|sang|sold|sent|built|bought|brought|"
         "caught|flew|forgot|heard|held|paid|sat|spoke|threw|woke|wore|won|realise|realize|[a-z]+[^e]ed)\\b";
}

std::string_view other_people() {
  return "_(그 |내 |우리 |제 |요즘 |많은 |새 |다른 |같은 "
         ")?(친구|동생|여동생|남동생|누나|언니|오빠|형|엄마|아빠|어머니|아버지|부모님|남편|아내|딸|아들|후배|"
         "선배|동료|팀장|팀장님|대표|대표님|사장님|상사|회사|정부|선생님|의사|의사 "
         "선생님|교수님|사람들|모두|그분|그녀|그들|팀원|학생|조카|이웃|매니저|경영진|본사|구글|애플|오픈AI|"
         "삼성|은행|학교|구단|감독|아이들|할머니|할아버지|사촌|리더|여자 친구|남자 "
         "친구|여자친구|남자친구|룸메이트|집주인|강사|코치|트레이너|[A-Z]|민수|지은|수진|영희|철수)(님|씨|이)"
         "?(들)?";
}

}  // namespace hoego
