#include "claims/promise_rules.h"

namespace hoego {
namespace {

constexpr Tongue en = Tongue::English;
constexpr auto promise = Intention::Promise;

}  // namespace

const std::vector<PromiseRule>& english_promises() {
  static const std::vector<PromiseRule> rules = {
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
       "\\b(i|we)( [a-z]+ly| also| hereby| do| now| still| just|,)* "
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
       "(?!(one|idea|doubt|matter|way|wonder|than|surprise|regrets|need|longer|problem|thanks|less|fewer|"
       "promises|plans?)\\b)[a-z-]+( [a-z'-]+)*( (next year|this year|in {next}|for me|after .*|before .*|on "
       ".*|until .*|during .*))?[.!]*$|: no more\\b|^never again\\b|^enough (with|of)\\b",
       "No more late-night coding."},
      {"less and more", en, promise, RuleGround::Form, At::Item,
       "((next year|in {next}|from now on),? )?(less|fewer) .*\\b(and |but |, ?)(more|better|deeper|longer) "
       ".*|(less|fewer|longer|more|shorter|slower|earlier) [a-z' -]+[,;] ?(and |but "
       ")?(less|fewer|longer|more|better|slower|earlier|shorter) [a-z' -]+.?|(less|fewer) [a-z' -]+[,;] "
       "?(and |but )?(more|better|deeper) [a-z' -]+.*|more [a-z' -]+[,;] ?(and |but )?(less|fewer) [a-z' "
       "-]+.*|(less|fewer|more) [a-z' -]+( next year| in {next})",
       "Less screen time, more sleep."},
      {"an imperative, alone", en, promise, RuleGround::Form, At::Item,
       "(?!no more than)(please |also |actually |finally |always |never |just |do not |don't |try to "
       "|remember to "
       ")*(avoid|be|become|build|buy|call|clean|climb|cook|cut|declutter|drink|eat|exercise|finish|focus|get|"
       "give|go|keep|learn|leave|limit|listen "
       "to|live|make|meditate|move|play|practi[cs]e|publish|quit|reduce|rest|run|save|ship|sleep|slow|smile|"
       "spend|start|stay|stick|stop|stretch|swim|pay|pay "
       "off|apply|visit|call|phone|finally|fix|repair|sell|donate|delete|turn|say|invite|join|book|sign "
       "up|paint|plant|sew|knit|ride|cycle|hike|volunteer|memori[sz]e|translate|release|submit|replace|renew|"
       "sort|tidy|organi[sz]e|switch|use|try|ask|bring|drop|grow|teach|track|wear|watch fewer|watch "
       "less|take|train|travel|unplug|wake|walk|worry|write|no)\\b "
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
      {"starting in January I", en, promise, RuleGround::Will, At::Anywhere,
       "^(so |and |but )?((starting|beginning|effective|as of|from|as from)( in| on| with| from)? "
       "(now|today|tomorrow|tonight|monday|next (week|month|year|monday)|the new year|new year's( day)?|the "
       "first|{next}|this "
       "(week|month|moment|day)|here|january|february|march|april|may|june|july|august|september|october|"
       "november|december)( on| onwards?| out| 1(st)?)?|from (now|here|today|this day) "
       "(on|onwards?|forward)|from here on( out| in)?|going forward|henceforth|(for )?the rest of (the|this) "
       "year|this time( around| round)?|in the new year|(next year|in {next}|come {next}))[:,]?( it's| no "
       "more excuses,)? (i|we) "
       "(?!({past}|am|have|still|always|often|sometimes|know|think|feel|hope|wonder|can|turn|guess|remember|"
       "live|like|love|realise|realize|see|also)\\b)[a-z]+",
       "Starting in January I cook at home on weekdays."},
      {"I cook, from now on", en, promise, RuleGround::Will, At::Anywhere,
       "^(?!.*\\b(was|were|had|did|went)\\b)(?!it\\b|this\\b|that\\b|there\\b).*\\b(from now on|from here "
       "on( out| in)?|from today( on)?|starting (now|today|tomorrow|monday|next week|next month|in "
       "(january|february|march|april|may|june|july|august|september|october|november|december)|(january|"
       "february|march|april|may|june|july|august|september|october|november|december))|as of "
       "(now|today|january)|going forward|henceforth|in the new year|from january( on)?)[.!]*$",
       "Phone stays out of the bedroom from now on."},
      {"this year I'm staying off", en, promise, RuleGround::Will, At::Anywhere,
       "^(so |and |but )?(this (year|spring|summer|autumn|fall|winter|month|week|january)|next "
       "(year|spring|summer|autumn|fall|winter|month|week)|in {next}|this time( around| round)?|in the new "
       "year|for (the new year|next year|{next}|lent|january)|(for )?the (rest of|remainder of) (the|this) "
       "year|until (christmas|spring|summer|the new year|january)|in january|(starting|beginning) [a-z "
       "]+|from now on|from january( on)?|tomorrow),? (i'm|i am|we're|we are) (not |finally |only |really "
       ")*(?!(feeling|thinking|looking|writing|sitting|counting|realising|realizing|seeing|having|being|"
       "going through|doing (well|fine|ok)|turning [0-9f]|expecting|wondering|guessing|living|getting "
       "old)\\b)[a-z]{2,}ing\\b",
       "This year I'm staying off Twitter."},
      {"it's time to", en, promise, RuleGround::Will, At::Anywhere,
       "^(high |about |now it's |now is the )?time (to|for me to|i) [a-z]+|\\b(it's|it is|now is|it's "
       "about|it's high|it's finally|high|about)( the| my)? (high |about |finally |really )?time (to|for me "
       "to|for us to|i|we) [a-z]+|\\bi refuse to\\b|\\b(this|that) (ends|stops|changes) (now|here|today|this "
       "year|next year|in {next}|with me)\\b|\\b(i'm|i am) (through|finished|over|out|done) (with|of|for "
       "good)\\b|\\b(i'm|i am) (off|quitting|giving up|swearing off|done with|finished with) [a-z ]+ (for "
       "good|for now|until|till|forever|from)\\b",
       "It's high time I learned to swim."},
      {"no X", en, promise, RuleGround::Form, At::Item,
       "no more "
       "(?!(one|idea|doubt|matter|way|wonder|than|surprise|regrets|need|longer|problem|thanks|less|fewer|"
       "promises|plans?)\\b)(?!.*\\b({past}|there))[a-z].{2,80}|no (new |more )?[a-z-]+( [a-z-]+)? "
       "(after|before|until|till|during|on|in|at|for|without|unless) [a-z0-9 '-]+|(never|not) "
       "(again|another|one more) [a-z '-]+|(no|zero) [a-z -]+, no [a-z -]+",
       "No phones at the table."},
      {"I owe myself", en, promise, RuleGround::Intention, At::Anywhere,
       "\\b(i|we)( hereby| solemnly| do)* (swear|vow|pledge|commit) |\\b(i|we) (owe it to "
       "(myself|ourselves|my [a-z]+) to|give (you )?my word|make (it )?(a|my) "
       "(promise|point|vow|rule|resolution|habit|goal|aim|mission)|have (set|made|given) (myself|it)|set "
       "myself|set my sights on|have my (sights|heart|eyes) (set )?on|have (one|two|three|a few|a single) "
       "(goal|resolution|rule|aim|target)s?|am bent on)\\b|\\b(my|a|our|the) "
       "(promise|vow|pledge|word|pact|bet|dare|deal|rule) (to|with|for) (myself|me|us|my [a-z]+|{next}|next "
       "year)\\b|\\bi'm (bent on|holding myself to|sworn to|serious about|getting serious)\\b|\\bmark my "
       "words\\b|\\bhere (i|we) (go|come)\\b|\\b(i|we)'ve (set|given|made) (myself|ourselves|it a|it my|a "
       "promise)\\b|^(promise|pledge|vow|resolved|note to self|memo to self|new rule|house "
       "rule|rule|deal|challenge accepted|reminder to self)s?( to (self|myself|me))?( (for|in|of) [a-z0-9 "
       "]+)?( (number )?[0-9]+)?[:,] ?[a-z0-9]",
       "I owe it to my back to stretch."},
      {"read 20 books in the new year", en, promise, RuleGround::Form, At::Item,
       "(read|put|let|set|cut|beat|hit|reach|do|see|log|host|record|lose|speak|sing|draw|study|help|dance|"
       "plan|work) (?!.*\\b(i|you|was|were|had|did)\\b).*\\b({ahead}|in the new year|from now on|every "
       "(day|week|month|night|morning)|(a|per|each) (day|week|month|night)|by (the "
       ")?(end|summer|spring|christmas|easter))\\b.*",
       "Read 20 books in the new year"},
      {"from now on, weekends are free", en, promise, RuleGround::Will, At::Anywhere,
       "^(so |and |but )?((from (now|here|today|tomorrow|monday|next (week|month|year)|january|the first)( "
       "on( out)?| onwards?)?|going forward|henceforth|(starting|beginning|as of|effective) "
       "(now|today|tomorrow|immediately|monday|next (week|month|year)|in [a-z]+|{next}|the "
       "first|january|with [a-z ]+))[:,]? (?!(it|there|things|they|he|she|the "
       "(world|weather|market|industry|company|team))\\b)(?!.*\\b(was|were|had|did|went|would)\\b)|(next "
       "year|in {next}|this time|in the new year)[:,] "
       "(no|only|less|more|fewer|fifty|one|two|three|four|five|[0-9]+) )[a-z0-9].{3,}",
       "Starting Monday, no sugar."},
  };
  return rules;
}

}  // namespace hoego
