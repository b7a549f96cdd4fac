#include "claims/promise_rules.h"

namespace hoego {
namespace {

constexpr Tongue en = Tongue::English;
constexpr auto promise = Intention::Promise;
constexpr auto plan = Intention::Plan;
constexpr auto wish = Intention::Wish;

}  // namespace

const std::vector<PromiseRule>& english_rules() {
  static const std::vector<PromiseRule> rules = {
      // Wishes.
      {"would love to", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(i|we)('d| would) (really |also |still |just |so )*(love|like) (to|for|it "
       "if|more|fewer|less|a)\\b",
       "Next year I'd love to see the northern lights."},
      {"want to", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(i|we)( also| really| just| still| do| mostly| mainly| only|'m| am| would|,)* "
       "(want|wanna|wanting|long|yearn|wish|dream) "
       "(to|of|for|more|less|fewer|my|the|it|that|a|next|2)\\b|^(want|wanting|wish) to\\b|\\bwhat i want "
       "(is|for|most|next|from)\\b",
       "I want to be a better drummer."},
      {"hope", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(i|we)( also| really| just| still| do| only|'m| am|'re| are)* "
       "(hope|hoping|pray|praying)\\b|^(hoping|here's hoping|fingers crossed|hopefully|with (any|some) "
       "luck)\\b|\\bhopefully\\b|\\bmy hope (is|for)\\b|\\bfingers crossed\\b",
       "I hope next year will be calmer."},
      {"may it be", en, wish, RuleGround::Desire, At::Anywhere,
       "^may (next year|{next}|the (new|coming) year|it|we|i|the)\\b", "May next year be kinder."},
      {"if only", en, wish, RuleGround::Desire, At::Anywhere,
       "^if only\\b|^(would|wouldn't mind|i'd) (really |also )?(love|like|be nice|be lovely|be great|be "
       "good)\\b|\\bwould be (so |really |very )?(nice|lovely|great|wonderful|good|amazing|enough|a "
       "dream|fun|welcome)[.! ]*$|^here's (to|hoping)\\b|\\ball (i|we) (want|ask|wish|hope|need)\\b|\\bi('m| "
       "am) dying to\\b|\\bi('d| would) (give anything|kill for|be over the moon|settle for|be content|be "
       "happy|enjoy|dearly)|\\b(it|that)'d be (nice|great|lovely|good|amazing)",
       "If only I could sleep eight hours."},
      {"I wish", en, wish, RuleGround::Desire, At::Anywhere,
       "\\bi (do )?wish (i|we|to|for|next|that|my|the|it)\\b", "I wish I could sleep more."},
      {"it would be nice", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(it|that)('d| would) be (so |really |very |a "
       ")?(nice|great|lovely|wonderful|good|amazing|fun|dream|cool)\\b|\\bi('d| would) be (so |very |really "
       ")?(happy|glad|thrilled|delighted|content) (if|to|with)\\b|\\bit would mean\\b",
       "It would be nice to have a garden."},
      {"my dream is", en, wish, RuleGround::Topic, At::Anywhere,
       "\\b(my|our|the|one|a) (big |secret |only |one |long-term |biggest )*(dream|wish|hope)s?( of mine)?( "
       "for [a-z0-9 ]+| in [a-z0-9 ]+)?( is\\b| would be\\b|:)|\\bi('m| am| keep)? ?dream(ing)? of\\b",
       "My dream for next year is a studio of my own."},

      // Plans.
      {"plan to", en, plan, RuleGround::Intention, At::Anywhere,
       "\\b(i|we)( also| still| do| already| currently| now|'m| am|'re| are|'ve been| have been)* "
       "(plan|planning) (to|on|for|a|an|my|our|another|two|three|some)\\b|^(planning|plan) "
       "(to|on|a|for)\\b|\\b(my|our|the|one) (only |main |current |big )?plans?( for [a-z0-9 ]+| in [a-z0-9 "
       "]+)?( is\\b| are\\b|:)",
       "I plan to visit Portugal next year."},
      {"is booked", en, plan, RuleGround::Intention, At::Anywhere,
       "\\b(is|are|'s|'re|i've|i have|we've|we have|already)( all| already| now| just)* "
       "(booked|scheduled|reserved|planned|set|lined up|confirmed|bought (the )?tickets|got tickets|signed "
       "up)\\b.*({ahead}|\\bto\\b)|\\b(booked|tickets?|flights?|scheduled) (for|to) .*{ahead}",
       "The flight to Tokyo is booked for December 14."},
      {"coming up", en, plan, RuleGround::Intention, At::Anywhere,
       "\\bcoming up (in|on|next|this|soon)\\b|\\b(i|we)( have|'ve got| have got| also have| still have|'ve) "
       "(a|an|one|two|three|four|several|some|my|our|another) .*{ahead}|\\bthere (is|are) "
       "(a|an|one|two|three|still) .*(show|gig|trip|concert|wedding|race|exam|recital).*{ahead}",
       "We have two shows coming up in November."},
      {"I'm flying", en, plan, RuleGround::Intention, At::Anywhere,
       "\\b(i'm|i am|we're|we are|and i are|and me are)( all| both| finally| also)* (?!going to "
       "[a-z]+ing)(flying|moving|leaving|travell?ing|visiting|heading|getting "
       "married|starting|giving|speaking|presenting|playing|running|going (back )?to "
       "(?=the\\b|see\\b|visit\\b)|going on|going away|going "
       "back|hosting|taking|spending|returning|joining|performing|attending|changing|having|expecting|"
       "driving|staying|meeting|doing|racing|hiking|cycling|defending|graduating|opening|launching|due)\\b.*{"
       "ahead}|{ahead}.*\\b(i'm|i am|we're|we are)( all| both| finally| also)* "
       "(flying|moving|leaving|travell?ing|visiting|heading|getting|starting|giving|speaking|presenting|"
       "playing|running|going (back )?to the|going on|going away|going "
       "back|hosting|taking|spending|returning|joining|performing|attending|changing|having|expecting|"
       "driving|staying|meeting|doing|racing|hiking|cycling|defending|graduating|opening|launching|due)\\b|"
       "\\b(i'm|i am|we're|we are) (moving (out|in|to)|getting married|having a baby)\\b",
       "In December I'm flying to Sapporo."},
      {"a trip in December", en, plan, RuleGround::Topic, At::Anywhere,
       "^(?!.*\\b(was|were|had|did|didn't|took|went|came|got|made|fell|felt|taught|gave|left|ended|cancell?"
       "ed|moved|played|showed|changed|turned|started|finished|happened|helped|cost|will|going "
       "to|want|hope|wants|hopes|would)\\b|.*('ll|'d)\\b)(?=.*\\b(trip|flights?|shows?|gigs?|concerts?|move|"
       "wedding|talk|race|exam|marathon|conference|vacation|holiday|tour|course|performance|rehearsal|"
       "recital|visit|retreat|tickets?|festival|new job|surgery|due date|band plays|next "
       "up|sabbatical|residency|internship|semester|baby|honeymoon|week in|weeks in|days in)\\b).*{ahead}",
       "There's a trip to Osaka in December."},
      {"booked", en, plan, RuleGround::Topic, At::Anywhere,
       "^(?!.*cancel).*(\\b(is|are|comes|come|follows) next\\b.*{ahead}|\\bon the "
       "calendar\\b|\\b(flights?|tickets?|hotels?|hostel|rooms?|venue|trip|train|cabin|holiday|studio)\\b.*"
       "\\b(is|are|have been|has been|'s|already|all) (already |all |now "
       ")*(booked|bought|reserved|paid|sorted|confirmed)\\b|\\b(booked|bought|reserved) .*\\b(for|in|to) "
       ".*{ahead}|\\b(i'm|i am|we're|we are|i'll be|we'll be) off to\\b|\\bnext "
       "(stop|up|trip|show|destination)( is)?:? .|\\b(i'm|i am|we're|we are)( all)? "
       "(due|set|scheduled|slated|supposed) to\\b|\\bcome "
       "(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|"
       "autumn|fall|winter|next),?)",
       "The flights are booked."},
      {"we leave for", en, plan, RuleGround::Intention, At::Anywhere,
       "\\b(i|we) (leave|fly|travel|go|return|move|head|start|play|perform|depart|set off|get "
       "married|graduate)( out| back| off| to| for| at| in| our| my|$| from| "
       "on)\\b.*{ahead}|{ahead}.*\\b(i|we) "
       "(leave|fly|travel|go|return|move|head|start|play|perform|depart|set off)\\b",
       "We leave for Lisbon on December 3."},
      {"is due", en, plan, RuleGround::Intention, At::Anywhere,
       "\\b(our|my) (next |first |last |second |big "
       ")*(baby|show|gig|concert|recital|trip|flight|wedding|race|exam|talk|move|performance|operation|"
       "surgery).*\\b(is|are) (due )?{ahead}|\\b(our|my) .*\\bis (due|scheduled) (next|in|on)\\b",
       "Our baby is due next April."},

      // Promises.
      {"goal is", en, promise, RuleGround::Topic, At::Anywhere,
       "\\b(my|our|the|one|new|another|this year's|next year's|{next}) (only |main |big |one |biggest |first "
       "|second |third |other |next |new |single |real |number one |top |modest |simple |personal |overall "
       "|reading |fitness |writing |running |year's |{next} |new year's "
       ")*(goal|target|aim|resolution|priority|focus|challenge|mission|promise|intention|commitment|ambition|"
       "word|theme|rule|objective|motto)s?( to myself)?( (for|in|of|this|next|going|by) [a-z0-9',() ]+)? ?( "
       "is\\b| are\\b| will "
       "be\\b|:|'s\\b)|^(goal|target|aim|resolution|priority|focus|challenge|intention|rule)s?( for [a-z0-9 "
       "]+)?( #?[0-9]+)?: ?.|that('s| is) (the|my) (goal|target|aim|plan|promise|resolution)|\\b(as|is) "
       "(my|a|the) (goal|target|resolution|priority)( for|$|,)|^{next}( goals?)?: "
       "?.|^.{0,30}\\b(goal|resolution|target)s?( [a-z0-9 #.]{0,30})?: ?.",
       "My goal for next year is to read 24 books."},
      {"the deal", en, promise, RuleGround::Topic, At::Anywhere,
       "\\b(is|'s) (the|my|a|our) (new )?(deal|rule|pact|promise|challenge)\\b|\\bi('m| am) making [a-z]+ "
       "(a|an|my|the) |{ahead}.*\\bi (picked|chose|'ve picked|have picked|'ve chosen|have chosen) |\\bit('s| "
       "is) back to\\b|\\bi('m| am) done [a-z]+ing\\b|\\b(challenge|project|experiment|habit|rule) i('m| am) "
       "(taking on|starting|setting|picking up|adopting)|\\bi made (a|one) (new )?(rule|promise|pact)( to "
       "myself)?:|^next year is (for|about)",
       "One paper every Friday, that is the deal."},
      {"top of the list", en, promise, RuleGround::Topic, At::Anywhere,
       "\\b((on|top of|first on|high on) (my|the) list (for|is)|number one (goal|priority|thing)|one goal( "
       "only)?:|two goals( only)?:|three goals( only)?:|(only|one) rule( for [a-z0-9 ]+)?:|i owe (it to "
       ")?myself)",
       "Top of the list for next year: sleep."},
      {"set a goal", en, promise, RuleGround::Decision, At::Anywhere,
       "\\b(i'm|i am|we're|i've|i have|i) (setting|set|made|making|giving|given|gave)( myself| us)? "
       "(a|the|one|another|two|three|myself) "
       ".*\\b(goal|target|challenge|rule|resolution|limit|budget|deadline)\\b.*({ahead}|of [0-9]+|from "
       "now)|\\b(i'm|i am) setting .*(goal|target)",
       "I'm setting myself a goal of 50 pull requests for next year."},
      {"resolve to", en, promise, RuleGround::Intention, At::Anywhere,
       "\\b(i|we)( also| hereby| do| now| really| still| firmly| just|,)* "
       "(aim|intend|resolve|promise|vow|pledge|commit|mean|swear|choose|refuse) "
       "(to|that|myself|not|never|i|less|more)\\b|\\b(i'm|i am|we're|we are)( also| now| really| absolutely| "
       "firmly| fully)* (determined|committed|committing|resolved|resolving|aiming|intending|set "
       "on|promising|pledging|challenging myself|going all in|giving up|quitting|cutting|done "
       "with|stopping|dropping|letting go|swearing off|switching to|signing up|starting over|getting "
       "back|taking a break|saying goodbye|making it a rule|making an effort|making "
       "time|keeping|sticking|limiting|focusing on|picking up|taking up|back on|changing that|turning "
       "over)\\b(?!.*\\b(lately|these days|right now|already|currently)\\b)",
       "I intend to keep playing the drums."},
      {"have decided to", en, promise, RuleGround::Decision, At::Anywhere,
       "\\b(i've|i have|we've|we have)( also| now| finally| already| just)* "
       "(decided|resolved|chosen|committed|promised|vowed|agreed|made up my mind|sworn|made a "
       "(promise|pact|deal))( myself| with myself)? "
       "?(to|that|on|not|never|i|this|next|against|for)\\b|\\b(i|we) (decided|resolved|made up my mind) "
       ".*(next year|{next}|rest of the year|from now on|going forward)|(from now on|next "
       "year|{next}).*\\b(i|we) (decided|resolved)\\b",
       "I've decided to stop drinking on weekdays."},
      {"will", en, promise, RuleGround::Will, At::Anywhere,
       "\\b(i|we)('ll| will|'m gonna| am gonna| shall| won't| shan't)( also| definitely| finally| not| "
       "never| still| always| probably| really| keep| try| just| only|,)*( [a-z]|[.!]*$)|^(will|gonna|won't) "
       "(?!(the|it|this|that|he|she|they|i|we|you|ai|my|there|next)\\b)[a-z]+",
       "Next year I will write one post a month."},
      {"going to", en, promise, RuleGround::Will, At::Anywhere,
       "\\b(i'm|i am|we're|we are)( also| definitely| finally| not| never| still| really| just| only| "
       "absolutely)* going to [a-z]+|^(not )?going to [a-z]+|\\b(i'm|we're) (gonna|about to)\\b",
       "I'm going to read more and scroll less."},
      {"I need to", en, promise, RuleGround::Will, At::Anywhere,
       "^(so |and |now |really, |honestly, )*(i|we) (really |just |also |still )*(need to|must|have "
       "to|should|ought to|'ve got to|have got to|gotta) (?!(say|admit|be "
       "honest|thank|confess|mention|know|explain)\\b)(sleep|eat|rest|exercise|move|work|write|read|call|"
       "spend|save|learn|get|stop|start|be|take|cut|go|practi[cs]e|drink|walk|run|find|make|finish|keep|slow|"
       "do|let|say no)\\b(?!.*\\b(every day at|today|yesterday)\\b)|\\b(i'm|i am|we're|we are) not [a-z]+ing "
       "(any|another|more|a single|until|anything|anymore)\\b|^never again (will|shall) (i|we)\\b|^(back "
       "to|on to|onwards? to) [a-z ]+(in|next|from|starting) ",
       "I need to sleep more."},
      {"need to", en, promise, RuleGround::Will, At::Anywhere,
       "({ahead}|from now on|this time|going forward).*\\b(i|we) (really |just )?(need to|have "
       "to|must|should|ought to|'ve got to|gotta)\\b|\\b(i|we) (really |just )?(need to|must|should|have "
       "to|gotta)\\b.*({ahead}|from now on|going forward)|^(time to|need to|gotta|must) [a-z]+|\\bit('s| is) "
       "time (to|i|we)\\b",
       "Next year I really need to sleep more."},
      {"will be the year", en, promise, RuleGround::Topic, At::Anywhere,
       "^(next year|{next}): ?.|({next}|next year|this) (will be|is|is going to be) (the|my|a) year "
       "(i|we|of|to|that|when|for|where|in which)\\b|\\bnext year (has|will have) "
       "(fewer|less|more)\\b|^(next year|{next})( is)?( all)? (about|for)\\b|\\bthis time (next year )?i\\b",
       "Next year will be the year I learn to swim."},
      {"let's", en, promise, RuleGround::Intention, At::Anywhere,
       "^(so |and |okay,? |ok,? |now |next year,? |in {next},? |for {next},? )*(let's|let me|let us) "
       "(?!(see|start|look|begin|talk|be honest|face|say|recap|go back|review|dive|get started|just "
       "say|hope|explain|tell|go through)\\b)",
       "Let's make it forty books."},
      {"no more", en, promise, RuleGround::Form, At::Anywhere,
       "^(so |and |from now on,? |next year,? |in {next},? |- )*no more "
       "(?!(one|idea|doubt|matter|way|wonder|surprise|regrets|need|longer|problem|thanks|less|fewer|promises|"
       "plans?)\\b)[a-z-]+( [a-z'-]+)*( (next year|this year|in {next}|for me|after .*|before .*|on .*|until "
       ".*|during .*))?[.!]*$|: no more\\b|^never again\\b|^enough (with|of)\\b",
       "No more late-night coding."},
      {"less and more", en, promise, RuleGround::Form, At::Item,
       "((next year|in {next}|from now on),? )?(less|fewer) .*\\b(and |but |, ?)(more|better|deeper|longer) "
       ".*|(less|fewer|longer|more|shorter|slower|earlier) [a-z' -]+[,;] ?(and |but "
       ")?(less|fewer|longer|more|better|slower|earlier|shorter) [a-z' -]+.?|(less|fewer) [a-z' -]+[,;] "
       "?(and |but )?(more|better|deeper) [a-z' -]+.*|more [a-z' -]+[,;] ?(and |but )?(less|fewer) [a-z' "
       "-]+.*|(less|fewer|more) [a-z' -]+( next year| in {next})",
       "Less screen time, more sleep."},
      {"an imperative, alone", en, promise, RuleGround::Form, At::Item,
       "(please |also |actually |finally |always |never |just |do not |don't |try to |remember to "
       ")*(avoid|be|become|build|buy|call|clean|climb|cook|cut|declutter|drink|eat|exercise|finish|focus|get|"
       "give|go|keep|learn|leave|limit|listen "
       "to|live|make|meditate|move|play|practi[cs]e|publish|quit|reduce|rest|run|save|ship|sleep|slow|smile|"
       "spend|start|stay|stick|stop|stretch|swim|take|train|travel|unplug|wake|walk|worry|write|no)\\b "
       "(?!.*\\b(i|you|was|were|one|idea|doubt)\\b).*",
       "Cook at home more."},
      {"once a week", en, promise, RuleGround::Form, At::Item,
       "(?!.*\\b(was|were|had|did|went|took|i|we|he|she|they|it|[a-z]{3,}ed)\\b).*([0-9]+|once|twice|one|two|"
       "three|four|five|six|seven|eight|nine|ten|an?) ?[a-z ]*(times |x )?(a|per|every|each) "
       "(day|week|month|night|morning|weekend|quarter|year).*",
       "- Two workouts a week"},
      {"an imperative", en, promise, RuleGround::Form, At::Bullet,
       "(please |also |actually |finally |always |never |really |just |do not |don't |try to |remember to "
       ")*(add|apply|ask|avoid|back|bake|be|become|begin|bike|book|bring|build|buy|call|catch|celebrate|"
       "clean|climb|close|commit|complete|contribute|cook|create|cut|cycle|dance|declutter|delete|donate|"
       "drink|drop|eat|exercise|explore|finish|fix|focus|get|give|go|grow|have|help|hike|hold|improve|invite|"
       "join|journal|keep|leave|learn|let|limit|listen|live|look|lose|maintain|make|master|meditate|meet|"
       "migrate|move|no|open|organi[sz]e|paint|pass|pay|perform|phone|pick|plan|plant|play|post|practi[cs]e|"
       "prepare|publish|put|quit|reach|read|record|reduce|refactor|register|release|reply|rest|review|ride|"
       "run|save|say|see|sell|send|set|ship|sign|sing|sleep|slow|smile|speak|spend|start|stay|stick|stop|"
       "stretch|study|submit|support|swim|take|talk|teach|tidy|track|train|translate|travel|try|turn|unplug|"
       "use|visit|volunteer|wake|walk|wash|watch|wear|win|work|write|less|more|fewer|not|skip|spend)\\b.*",
       "- Sleep before midnight"},
      {"a goal in short", en, promise, RuleGround::Form, At::Goal,
       "(?!.*\\b(was|were|had|did|went|took|failed|done|finished|managed|is|are)\\b).{3,}", "- [ ] 24 books"},
      {"going to (in short)", en, promise, RuleGround::Intention, At::Anywhere,
       "^(trying|aiming|planning|determined|committed|resolved|committing) to\\b",
       "Trying to meditate every morning."},
  };
  return rules;
}

const std::vector<Veto>& english_vetoes() {
  static const std::vector<Veto> vetoes = {
      {"a question", en, {}, "\\?[\"')! ]*$", "What will next year bring?"},
      {"a guess",
       en,
       {RuleGround::Intention, RuleGround::Will, RuleGround::Decision, RuleGround::Topic, RuleGround::Form},
       "\\b(might|maybe|perhaps|possibly|i guess|i suppose|i suspect|i expect|i bet|who knows|i fear|i'm "
       "afraid|i doubt|i imagine|probably|(i|we|it|they) may)\\b",
       "I might go to Japan next year."},
      {"what others say",
       en,
       {},
       "\\b(he|she|they|it|who|people|everyone|everybody|nobody|someone|(my|our|the|a|his|her) [a-z]+( "
       "[a-z]+)?) (always |often |still |once |also |keeps? |kept "
       ")*(said|says?|told|tells|asked|asks|asking|wants?|wanted|hopes?|hoped|thinks?|thought|wrote|writes|"
       "suggested|suggests|promised|promises|insists?|insisted|believes?|announced|expects?|warned|predicts?|"
       "claims?|reckons?|joked|jokes|wishes|telling|saying)\\b|\\b(i|we) (had |once |always |also |even "
       "|then |only )*(said|told|wrote|thought|believed|knew|figured|assumed|imagined|swore|heard|read "
       "that|feared|expected|promised)\\b|\\baccording to\\b|[\"”] ?(he|she|they|my|the) ",
       "My mother hopes I will settle down."},
      {"of another day",
       en,
       {},
       "\\b(would|should|could|might) (not |never |probably |definitely |also |at least "
       ")*(have|'ve)\\b|\\b(was|were|wasn't|weren't) (just |also |really |about |still "
       ")*(going|planning|supposed|hoping|meant|aiming|about|gonna|intending|determined|committed|set on) "
       "(to|for|on)\\b|\\bhad (always |also |originally |even |only |just "
       ")?(planned|wanted|hoped|intended|meant|promised|decided|resolved|a plan|booked)\\b|\\bused "
       "to\\b|\\b(last|at the (start|beginning) of (the|this)|at the) (year's|year|january|new year)('s)? (i "
       "|my |our |the )?(promised|resolved|goal|resolution|plan|target|decided|wanted|said)|\\b(last "
       "year|last january|a year ago|back in|in "
       "(january|february|march|april|june|july|2023|2022|2021|2020)),? (i|we|my|our)\\b",
       "I was going to move in April."},
      {"no intention",
       en,
       {},
       "\\b(don't|do not|doesn't|didn't|did not|no longer|never|can't say i|not sure i|not sure we|cannot) "
       "(really |even |actually |necessarily |ever |want to or )?(plan|want|intend|aim|hope|wish|mean|feel "
       "like|promise|long|expect|know)\\b|\\b(no|without|don't have( any)?|have no|without any|not making( "
       "any)?|not setting( any)?|be setting any|to (make|set)( any)|never had( any)?|not much of a|not a) "
       "(real |big |specific |particular |concrete |grand "
       ")?(plans?|intention|desire|wish|goals?|ambition|resolutions?)\\b|\\b(not|never) "
       "(planning|hoping|aiming|intending)\\b|\\bwhat i want to\\b|\\bwhat (i|we) (will|are going|am "
       "going)\\b|\\bif (i|we) (want|plan|hope|decide|will)\\b",
       "I don't plan to change jobs."},
      {"a manner of speaking",
       en,
       {RuleGround::Will, RuleGround::Intention, RuleGround::Desire},
       "(\\b(i|we)('ll| will| won't| shall)|\\b(i'm|i am|we're) (not )?going to|\\b(i|we)('d| would) "
       "(love|like) to|\\bi want to|\\bi hope)( also| just| not| only| freely| always| never| first| be the "
       "first to)* (forget|admit|say (that|this|it|i|one)|lie|remember|treasure|cherish|miss you|spare|start "
       "(with|by|from)|begin (with|by|from)|be honest|never know|leave it (at|there)|show "
       "you|describe|explain|bore|let you|pretend|sugarcoat|complain|apologi[sz]e|thank|skip "
       "the|spell|mention|list|summari[sz]e|recap|go through|walk (you )?through|tell you|confess|note|point "
       "out|deny|get to that|come (back )?to (this|that)|talk about (this|that|it)|share (some|a "
       "few|what|the)|that helps|this helps|you|this (post|was|finds)|that (this )?was)\\b|\\bas (i|we) "
       "will\\b|\\bwe('ll| will) see\\b|\\bi('ll| will) (be|turn) "
       "([0-9]+|twenty|thirty|forty|fifty|sixty)\\b|\\bif i will\\b|\\bi('ll| will) be "
       "(back|fine|ok|okay|honest|busy|happy|sad|glad|gone)\\b|\\bthank(s| you)\\b|\\bi will never "
       "(understand|get over)|\\b(i|we)('ll| will) never (forget|know|understand|get over)",
       "I will never forget that evening."},
      {"a condition",
       en,
       {},
       "\\bif (only )?(i|we|it|there|the|they|he|she|my) [a-z' "
       "]*\\b(had|were|could|was|did|didn't|hadn't|weren't|knew|got)\\b.*\\b(would|could|might|'d)\\b|\\b(i|"
       "we)('d| would) (never|not|probably|rather not) |\\bi wish (i|we) (had|hadn't)\\b|\\bi hope "
       "(you|this|that you|everyone)\\b|\\bhope(fully)? (you|this helps|that helps|everyone)\\b",
       "If I had more time, I would read more."},
      {"time gone by",
       en,
       {RuleGround::Form, RuleGround::Topic},
       "\\b(there|it|that|this) (was|were)\\b|\\b(could|can) take no more\\b|\\bwas (the|my|a) "
       "(goal|plan)|\\bi set in\\b|\\b(was|were) (too|not|the|met|never)\\b",
       "There was no more time."},
  };
  return vetoes;
}

}  // namespace hoego
