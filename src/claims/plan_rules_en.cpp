#include "claims/promise_rules.h"

namespace hoego {
namespace {

constexpr Tongue en = Tongue::English;
constexpr auto plan = Intention::Plan;

}  // namespace

const std::vector<PromiseRule>& english_plans() {
  static const std::vector<PromiseRule> rules = {
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
       "ed|moved|played|showed|changed|turned|started|finished|happened|helped|cost|won|lost|ran|best|favou?"
       "rite|highlight|of the year|will|going "
       "to|want|hope|wants|hopes|would)\\b|.*('ll|'d)\\b)(?=.*\\b(trip|flights?|shows?|gigs?|concerts?|move|"
       "wedding|talk|race|exam|marathon|conference|vacation|holiday|tour|course|performance|rehearsal|"
       "recital|visit|retreat|tickets?|festival|new job|surgery|due date|band plays|next "
       "up|sabbatical|residency|internship|semester|baby|honeymoon|week in|weeks in|days in)\\b).*{ahead}",
       "There's a trip to Osaka in December."},
      {"booked", en, plan, RuleGround::Topic, At::Anywhere,
       "^(?!.*cancel).*(\\b(is|are|comes|come|follows) next\\b(?! "
       "(year|month|week|spring|summer)\\b).*{ahead}|\\bon the "
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
       "surgery).*\\b(is|are) (due )?{ahead}|\\b(our|my) .*\\bis (due|scheduled) "
       "(next|in|on|early|late|mid|around|this|any day)\\b",
       "Our baby is due next April."},
      {"on Monday we pick up", en, plan, RuleGround::Intention, At::Anywhere,
       "^(?!.*\\b(every|each|always|usually|never|most)\\b)(and |then |so |but )?(on "
       "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|the [0-9]+(st|nd|rd|th)?|new year's "
       "(day|eve))\\b|(in|within) (a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+|a "
       "few|a couple of)( short| more)? (days|weeks?|months?)\\b|tomorrow\\b|next "
       "(week|month|weekend|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|"
       "august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
       "\\b|(in|on|this|come|early in|late in|at the end of) (the "
       ")?(january|february|march|april|may|june|july|august|september|october|november|december|spring|"
       "summer|autumn|fall|winter|weekend)\\b|straight after christmas|after (christmas|new year))[a-z0-9 "
       "]{0,30},? (i|we|my [a-z]+ and i) (finally |both |all |also )*(pick up|hand in|hand over|hand "
       "back|sign|fly|move|leave|get "
       "married|marry|start|join|defend|meet|return|board|begin|host|collect|close "
       "on|open|present|sit|depart|set off|drive|travel|head|sail|go|take|turn "
       "in|perform|play|speak|graduate|get the keys|get to|become|welcome|celebrate|finish|say "
       "goodbye|visit|race|see|have|submit|launch|go back|camp|hike|climb|walk "
       "the|cycle|retire|emigrate|record|tour|swap|trade|switch|bring home)\\b",
       "On Monday we pick up the keys."},
      {"we get married next June", en, plan, RuleGround::Intention, At::Anywhere,
       "^(?=.*{dated})(?!.*\\b(every|each|always|usually|never)\\b).*\\b(i|we) (finally |both |all |also "
       ")*(get married|marry|graduate|retire|emigrate|turn in my|hand in my|hand over|pick up the keys|get "
       "the keys|sign the|defend my|board|sail|take off|land in|join|start (my|a|the|our|at|as)|begin "
       "(my|a|the|our)|move|fly|leave|host|perform|have (a|an|my|our|the) [a-z ]*{event})\\b.*{dated}",
       "We get married next June."},
      {"the exam is in May", en, plan, RuleGround::Intention, At::Anywhere,
       "^(?=.*{event})(?=.*{dated})(?!.*\\b(was|were|had|did|went|every|each|always|usually|cancell?ed|last)"
       "\\b).*\\b(my|our|the|a|her|his|that|another|first|next|second) ([a-z'-]+ )*{event}( [a-z'-]+){0,5}( "
       "is|'s| are| starts?| begins?| ends?| runs? out| expires?| leaves?| departs?| takes place| take "
       "place| happens?| opens?| follows?| falls?| lands?| kicks? off| comes?| goes up| go up| sails?| "
       "arrives?| is due| will be)( [a-z0-9,'-]+){0,6} ?{dated}",
       "The lease ends in March."},
      {"exam in May", en, plan, RuleGround::Form, At::Item,
       "(?=.*{event})(?=.*{dated})(?!.*\\b({past}|i|we|every|each|last|cancell?ed|first "
       "time|good|great|nice|best)\\b)([a-z0-9'-]+ ){0,5}{event}( [a-z'-]+){0,4}[:,]? "
       "{dated}.{0,40}|{dated}.{0,20}[:,] ([a-z'-]+ ){0,6}{event}.{0,40}",
       "Driving exam on March 3."},
      {"two weeks until", en, plan, RuleGround::Topic, At::Anywhere,
       "\\b([0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|only|just|a) ([a-z]+ "
       ")?(days?|weeks?|months?|sleeps|nights) (to go |left |now |more )*(until|till|before|to) "
       "((the|my|our|a) .*{event}|(i|we|they|she|he) "
       "(fly|leave|move|go|get|start|arrive|marry|board)|departure|takeoff|boarding)|\\b(countdown|counting "
       "down)( is on)?( to| for|:) ",
       "Two weeks until the race."},
      {"tickets for", en, plan, RuleGround::Topic, At::Anywhere,
       "\\b(i|we)( have|'ve got|'ve| have got| hold)( already| finally| now)? ?(got )?(the |my |our "
       ")?(tickets?|a (place|seat|spot|slot|ticket|reservation|booking|table|berth)|reservations|a bib) "
       "(to|for|on|at|in|in hand)\\b|\\b(i'm|i am|we're|we are|i've|i have|we've|we have)( all| already| "
       "now| both| finally)* (signed up|registered|enrol?led|booked in|entered|booked on|been "
       "accepted|accepted|got (a place|into|in to)|down)( myself)? (for|on|to|into|at)\\b|^(up next|next "
       "up|coming up|on the horizon|coming soon)\\b|\\b(then|after that|next|up next|first)[:,]? (it's|it "
       "is|comes?) .*{dated}|\\b(is|are) (just )?(around the corner|a (week|month|fortnight) "
       "away|(two|three|four|five|six|[0-9]+|only|just|a few) [a-z ]*(days|weeks|months) "
       "(away|off|out))|\\b(days|weeks|months) (away|from now),? (i|we|my|our|the)",
       "We have tickets for the festival."},
      {"I'm off in May", en, plan, RuleGround::Intention, At::Anywhere,
       "(?=.*{dated})\\b(i'm|i am|we're|we are|i'll be|we'll be)( all| both| finally| also)* "
       "(off|away|back|out|abroad|booked|enrolled|expecting|in "
       "[a-z]+|marrying|sailing|emigrating|walking|camping|showing|exhibiting|recording|touring|signing|"
       "picking up|handing "
       "in|swapping|trading|climbing|trekking|riding|competing|volunteering|interviewing|sitting|retiring|"
       "relocating|adopting|bringing "
       "home|collecting|welcoming|celebrating|seeing|crossing)\\b.*{dated}|^(?!.*\\blast\\b).*{dated}.*\\b(i'"
       "m|i am|we're|we are)( all| both| finally| also)* "
       "(marrying|sailing|emigrating|camping|exhibiting|recording|touring|picking up|handing "
       "in|trekking|competing|volunteering|interviewing|sitting|retiring|relocating|adopting|bringing "
       "home|collecting|welcoming|crossing|off to|away)\\b",
       "I'm sitting the exam in May."},
      {"the book comes out", en, plan, RuleGround::Intention, At::Anywhere,
       "^(?!.*\\b(was|were|had|did|every|each)\\b).*\\b((my|our|the) ([a-z'-]+ "
       "){0,3}(book|album|record|ep|single|novel|zine|film|paper|issue|episode|site|app|game|play|course|"
       "shop|studio|caf[eé])|version [0-9.]+|v[0-9.]+)( [a-z'-]+){0,3} (comes out|come out|goes live|goes "
       "out|goes to (print|press)|lands|launches|ships|premieres|is "
       "out|opens|drops|airs)\\b.*({dated}|\\bsoon\\b|later this year)",
       "The book comes out soon."},
      {"already paid for", en, plan, RuleGround::Intention, At::Anywhere,
       "^(?!.*\\b(cancel|refund|last|ago|never)).*\\b(i|we)('ve| have) (already |just |finally |now )*(paid "
       "for|put (down )?(a|the|our|my) deposit|booked|reserved|rented|hired|bought|secured|got) (us |myself "
       ")?((a|an|the|our|my|two|three) )?([a-z'-]+ "
       "){0,3}(flights?|tickets?|hotel|cabin|room|villa|cottage|campsite|hall|venue|van|train|ferry|passes|"
       "seats?|table|slot|berth|church|studio|hostel|apartment|caterer)\\b|\\b(parents|mother|father|mum|mom|"
       "dad|sister|brother|friends?|family|in-laws|cousins?|niece|nephew|grandparents|[a-z]+ and [a-z]+) "
       "(is|are) (coming|visiting|flying in|arriving|staying|moving in)\\b.*{dated}",
       "We have already paid for the cabin."},
  };
  return rules;
}

}  // namespace hoego
