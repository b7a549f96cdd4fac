#include "claims/promise_rules.h"

namespace hoego {
namespace {

constexpr Tongue en = Tongue::English;

}  // namespace

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
       "that|feared|expected|promised)\\b|\\baccording to\\b|\\bas (the|they|my|a|people|some) [a-z "
       "]*(goes|go|says?|puts? it|would say|used to say)\\b|[\"”] ?(he|she|they|my|the) ",
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
       "year|last january|a year ago|back in|in (2023|2022|2021|2020)),? (i|we|my|our)\\b|\\bin "
       "(january|february|march|april|may|june|july),? (i|we|my|our) ([a-z]+ly |also |finally "
       ")?({past}|cut\\b|put\\b|set\\b|read\\b|hit\\b|let\\b|quit\\b|lay\\b|hurt\\b|[a-z]+ ({past}))",
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
       "you|describe|explain|bore|let you|pretend|sugarcoat|complain|apologi[sz]e(?!.*(any ?more|again|for "
       "(resting|being|taking|saying)))|thank|skip the|spell|mention|list|summari[sz]e|recap|go through|walk "
       "(you )?through|tell you|confess|note|point out|deny|get to that|come (back )?to (this|that)|talk "
       "about (this|that|it)|share (some|a few|what|the)|that helps|this helps|you|this "
       "(post|was|finds)|that (this )?was)\\b|\\bas (i|we) will\\b|\\bwe('ll| will) see\\b|\\bi('ll| will) "
       "(be|turn) ([0-9]+|twenty|thirty|forty|fifty|sixty)\\b|\\bif i will\\b|\\bi('ll| will) be "
       "(back|fine|ok|okay|honest|busy|happy|sad|glad|gone)\\b|\\bthank(s| you)\\b|\\bi will never "
       "(understand|get over)|\\b(i|we)('ll| will) never (forget|know|understand|get over)",
       "I will never forget that evening."},
      {"a condition",
       en,
       {},
       "\\bif (only )?(i|we|it|there|the|they|he|she|my) [a-z' "
       "]*\\b(had|were|could|was|did|didn't|hadn't|weren't|knew|got)\\b.*\\b(would|could|might|'d)\\b|\\b(i|"
       "we)('d| would) (never|not|probably|rather not) |\\bi wish (i|we) (hadn't|had "
       "(?!(a|an|the|more|less|fewer|enough|time|some|another|two|my|better|room|space|money|one)\\b))|\\bi "
       "hope (you|this|that you|everyone)\\b|\\bhope(fully)? (you|this helps|that helps|everyone)\\b",
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
