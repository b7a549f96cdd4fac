#include "verify/turn_words.h"

namespace hoego {

std::vector<TurnWords> turn_words() {
  std::vector<TurnWords> all = {
      {Turn::Unclear, Noun::Around,
       "늘었다고도|줄었다고도|뚜렷한 차이|우연히|비슷|늘지도 줄지도|줄지도 늘지도|늘었는지 줄었는지|별 차이|"
       "별다른 차이|차이 없|차이가 없|차이는 없|큰 차이가 없|큰 차이 없|변화가 없|변화는 없|변화 없|변동이 "
       "없|변동 없|변함없|변함이 없|다르지 않|다를 바 없|다름없|거기서 거기|도긴개긴|도찐개찐|대동소이|"
       "엇비슷|그만그만|작년만큼|지난해만큼|작년 수준을 유지|수준을 유지|제자리"},
      {Turn::Unclear, Noun::Around,
       "no clear difference|no clear change|no real difference|no marked change|no marked difference|no "
       "great "
       "change|too close to call|by chance|about the same|much the same|just the same|roughly the same|more "
       "or "
       "less the same|no different from|not really change|hardly changed|barely changed|did not change|flat "
       "against|flat on|held steady|stayed level|level with|on a par with|on par with|neither more nor "
       "less|neither more nor fewer|neither clearly more nor clearly fewer|neither up nor down|neither rose "
       "nor "
       "fell|at last year's level|a year like the last one|in line with last year|unchanged|stayed flat|"
       "similar to"},
      {Turn::Up, Noun::Around,
       "늘었|늘어|늘린|늘렸|늘고|늘며|늘더|늘기 시작|늘면서|확실히 "
       "늘|잦아|많아졌|많아져|많아진|많아지|증가|급증|"
       "길어졌|더 많|더 자주|보다 많|더 길|상승|오름세|올라갔|올라섰|높아졌|높아져|활발해|불어났|불어나|불붙|"
       "불이 붙|껑충|훌쩍 뛰|커졌|커진|점점 자주|뛰었|뛰어올|궤도에 올|탄력이 붙|일상이 되|훨씬 "
       "많이|훨씬 자주|자주 가게|자주 하게|더 "
       "읽었|더 읽은|더 찍었|더 찍은|더 썼|더 쓴|더 했|더 갔|물이 올"},
      {Turn::Down, Noun::Around,
       "줄었|줄어|줄인|줄고|줄며|줄더|줄기 시작|뜸해|뜸하|뜸했|드물어|드물게|드문드문해|감소|적어졌|적어져|"
       "적어진|적어지|짧아졌|덜 |더 적|보다 "
       "적|하락|내림세|떨어졌|떨어져|떨어지더|낮아졌|낮아져|시들해|시들시들|"
       "흐지부지|주춤|쪼그라|작아졌|작아진|꺾였|꺾인|멀어졌|멀어져|소홀해|내리막|안 하게|점점 안|뒷전"},
      {Turn::Up, Noun::Around,
       "went up|go up|rose|risen|rising|grew|grown|increased|picked up|climbed|up "
       "from|doubled|tripled|"
       "multiplied|more often|more than last year|more than the year before|more than in |more frequent|more "
       "regular|clear rise|clearly more|marked increase|is an increase|so up|well up on|way up|shot up|far "
       "more|"
       "jumped|soared|took off|gathered pace|stepped up|ramped up|doubling down|doubled down|leaps and "
       "bounds|"
       "on the rise|up and up|streets ahead|well above last year|far fuller|thick and fast|take "
       "up "
       "more|flourished|snowballed|gained ground|surged|more and more|ever more"},
      {Turn::Down, Noun::Around,
       "went down|go down|fell|fallen|dropped|dropping|declined|decreased|down from|thinned out|slowed|grew "
       "rarer|less often|halved|less than in |less than last year|faded|rarer|a rare thing|clear drop|clear "
       "fall|clearly fewer|clearly less|marked decrease|is a decrease|so down|well down on|way down|far "
       "less|far "
       "fewer|less frequent|shrank|shrunk|plunged|plummeted|tailed off|petered "
       "out|dwindled|dwindling|slackened|"
       "slacking|slacked off|wound down|fell off|fell away|on the decline|on the wane|waned|slip out "
       "of|slipped "
       "away|by the wayside|few and far between|cut back|cut down|eased off|less and less|ever less|dried "
       "up|fizzled out|tapered "
       "off"},
      {Turn::Up, Noun::Around,
       "벌어졌|벌어지|넓어졌|증대|늘려|늘렸|늘은|늘어남|확대|활기를|활기가|왕성해|부쩍|탄력을 "
       "받|탄력이|가속이|가속도가|박차를|불어나|"
       "오르막|상승세|오름세|증가세|쑥 올|치솟|급등|급상승|도약|급격히 늘|배로 뛰|두 배가 "
       "됐|곱절|배가됐|촘촘해|"
       "가까워졌|가까워지|푹 빠|빠져들|빠져 살|매달|열을 올|열이 올|불타올|붐|전성기를 맞|자리를 잡아|"
       "좋아졌|나아졌|본격화|본격적으로 하|살아났|되살아|물이 오르|날개를 달|날개를 단|두터워졌|잦더"},
      {Turn::Down, Noun::Around,
       "좁아졌|좁아지|줄은|줄어듦|축소|위축|뒷걸음|내리막|하락세|내림세|감소세|제동이|기세가 꺾|힘이 빠|힘을 "
       "잃|동력을 잃|동력이 "
       "떨어|김이 "
       "빠|식었|식어|식은|사그라|사그러|잦아들었|잦아들더|시들었|시들해|시들어|저조|부진|침체|곤두박질|"
       "급감|급락|추락|반토막|반 토막|반으로 줄|절반으로 줄|절반 가까이로 줄|띄엄띄엄|듬성듬성|"
       "가물에 콩|뜨문뜨문|손이 안 가|발길이 뜸|나빠졌|거리를 두|소원해|게을러|게을리|얇아졌|빠졌다가|미끄러|"
       "개점휴업|잠잠|휴면|동면"},
      {Turn::Up, Noun::Around,
       "앞질렀|앞질러|앞지르|뛰어넘|넘어섰|넘어선|웃돌|웃도는|웃돈|제쳤|제치|능가|추월|압도|이겼|이긴|앞섰|"
       "앞서는|"
       "앞선|앞서 있|따돌|뛰어 넘|훌쩍 넘",
       Way::Pass},
      {Turn::Down, Noun::Around,
       "못 미치|못 미쳤|못 미친|못 미쳐|못미|미치지 "
       "못|밑돌|밑도는|밑돈|뒤졌|뒤지는|뒤진|뒤처|뒤쳐|밀렸|밀린|밀리|"
       "만 못하|만 못했|만 못한|만 못해|만큼은 못|따라가지 못|따라잡지 못|못 따라|발끝에도|상대가 안|상대가 "
       "되지|"
       "게임이 안|비할 바가 못|명함도 못|한참 모자",
       Way::Pass},
      {Turn::Up, Noun::Behind, "there was more|there were more"},
      {Turn::Down, Noun::Behind, "fewer|there was less|there were fewer"},
      {Turn::Begun, Noun::Around,
       "막을 올|막이 올|문을 열|문을 두드|첫걸음|물꼬|발을 내디|손을 대기|손대기|맛을 들|재미를 붙|빠지기 "
       "시작|만나게|인연을 맺|연을 맺|처음 만났|등록했|가입했|다시 "
       "시작|재개|되살|시작됐|시작되|시작했|시작해|시작한|시작하|시작함|시작이|새로 생|다시 "
       "이어|입문|첫발|발을 들|발을 디|"
       "처음 해 본|개시|시작으로 이어| 시작.|부터 다님|부터 다녔|부터 했다|first began "
       "going|began|begin|took hold|was taken up|: taken up|commenced|came back|came into my life|entered "
       "my|the "
       "start of"},
      {Turn::Ended, Noun::Around,
       "막을 내|막이 내|문을 닫|작별|이별|안녕을 고|결별|손절|해체|해산|마침표|종지부|마지막으로 "
       "발|마무리|그쳤|"
       "그치|끝맺|끝을 맺|끝을 봤|발을 뺐|발을 뺀|발길이 끊|맥이 끊|명맥이|자취를 감|사라졌|정리했|"
       "관두었|뚝 "
       "끊|멈춰|멈춤|멎었|스톱|멈췄|멈춘|멈추|그만뒀|그만두|그만둔|그만둠|관뒀|관두|관둔|끊겼|끊긴|끊었|끊은|"
       "끊어졌|중단|종료|접었|"
       "접은|접고|손을 뗐|손을 뗀|손을 떼|손에서 놓|손을 놓|내려놓|막을 내|발길을 끊|까지만|더는 가지|더는 "
       "하지|더 "
       "이상 가지|더 이상 하지|안 가게|쉬기로|came to a stop|came to an end|was discontinued|was given up|: "
       "given up|ceased|came to a halt|ground to a halt|wound up|fell silent|went out of my life|dropped out "
       "of my|the end of|ended on|ended in|끝났|끝난|끝이 났"},
      {Turn::Begun, Noun::Behind,
       "started|took up|joined|signed up for|signed up to|got into|got going with|kicked off|had my "
       "first go at|became a regular at|enrolled in"},
      {Turn::Ended, Noun::Behind,
       "stopped|quit |gave up|given up|packed in|jacked in|called it quits on|called time on|called a halt "
       "to|"
       "put away|put an end to|put a stop to|abandon|abandoned|dropped out of|walked away from|gave it "
       "up|threw "
       "in|: left|left off"},
  };
  add_english_turn_words(all);
  return all;
}

}  // namespace hoego
