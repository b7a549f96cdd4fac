#include "claims/promise_rules.h"

namespace hoego {
namespace {

constexpr Tongue en = Tongue::English;
constexpr auto wish = Intention::Wish;

}  // namespace

const std::vector<PromiseRule>& english_wishes() {
  static const std::vector<PromiseRule> rules = {
      {"would love to", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(i|we)('d| would) (really |also |still |just |so )*(love|like) (to|for|it "
       "if|more|fewer|less|a)\\b",
       "Next year I'd love to see the northern lights."},
      {"want to", en, wish, RuleGround::Desire, At::Anywhere,
       "\\b(i|we)( also| really| just| still| do| mostly| mainly| only|'m| am| would|,)* "
       "(want|wanna|wanting|long|yearn|wish|dream)( so| very| really)?( badly| much| dearly| desperately)? "
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
      {"please let", en, wish, RuleGround::Desire, At::Anywhere,
       "^(and |so |oh,? |dear [a-z0-9 ]+, )*(please,? (let|may|make) "
       "(it|the|this|there|next|my|our|me|us|{next}|all)\\b|let there be\\b|wishing "
       "(you|us|everyone|myself|all|for)\\b|(i|we)('d| would) (be over the moon|trade|do anything|settle|be "
       "lucky)\\b)|\\b(i'm|i am|we're|we are) (longing|yearning|aching|itching|hungry|keen|eager|rooting) "
       "(for|to)\\b|\\b(i|we) (crave|ache|yearn|long) (for|to)\\b|\\b(it|that) would make (me|my year|us)\\b",
       "Please let the roof hold one more winter."},
  };
  return rules;
}

}  // namespace hoego
