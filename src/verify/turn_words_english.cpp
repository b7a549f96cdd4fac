#include <array>

#include "verify/turn_words.h"

namespace hoego {

void add_english_turn_words(std::vector<TurnWords>& to) {
  static constexpr std::array<TurnWords, 16> all = {{
      // Verbs.
      {Turn::Up, Noun::Around,
       "rise|rises|rose|risen|rising|grow|grows|growing|increas+|climb|climbs|climbed|soar+|surg+|mushroom+|"
       "balloon+|skyrocket+|rocket+ up|explod+|boom+|multiplied|multiplies|multiplying|proliferat+|intensif+|"
       "intensified|intensifies|accelerat+|escalat+|expand+|swell+|swelled|swollen|leap+ up|leapt|leaped|"
       "jumped|spik+|doubl+|tripl+|trebl+|quadrupl+|quintupl+|flourish+|thriv+|blossom+|bloom+|burgeon+|"
       "prosper+|reviv+|rallied|rebound+|augment+|heighten+|strengthen+|enlarg+|broaden+|deepen+|"
       "snowball+|redoubl+|was elevated|is elevated|be elevated|amplified|amplifies|inflat+|"
       "widen+|lengthen+|got longer|get longer|getting longer|grew longer|stretch+ out|becom+ denser|perk+ "
       "up|pick+ up|speed+ up|sped up"},
      {Turn::Down, Noun::Around,
       "fall|falls|falling|drop|drops|declin+|decreas+|dwindl+|shrink|shrinks|shrinking|sank|sunk|sink|sinks|"
       "sinking|plung+|plummet+|plummetted|tumbl+|nosediv+|nose-div+|crash+|collaps+|crater+|slump+|slid|"
       "slide|slides|sliding|slip|slips|slipped|slipping|sagg+|sag|dipp+|dip|dips|ebb+|wan+|wither+|wilt+|"
       "fad+|flagg+|languish+|cooled|cools|cooling|subsid+|diminish+|lessen+|contract+|weaken+|slacken+|"
       "slowed|slows|slowing|slow+ down|"
       "abat+|shrivel+|reced+|retreat+|deflat+|evaporat+|stagnat+|stall+|halv+|crumbl+|erod+|atroph+|"
       "atrophied|"
       "cratered|nosedove|curtail+|trimm+|was cut|were cut|was reduced|were reduced|reduc+|thinn+ out|"
       "thin out|thinning|thinned|dry up|drying up|went quiet|go quiet|spac+ out|shorten+|narrow+|got "
       "shorter|get shorter|getting shorter|grew shorter|closed up|neglect+"},
      // What became of it, and what one did to it.
      {Turn::Up, Noun::Around,
       "gain+ * evenings|gain+ * hours|gain+ * ground|gain+ * momentum|gain+ * steam|gain+ * pace|gain+ * "
       "traction|gather+ * pace|gather+ * "
       "momentum|gather+ * steam|pick+ up * steam|pick+ up * speed|pick+ up * pace|pick+ up * momentum|took "
       "flight|take flight|takes off|taking off|went through the roof|through the roof|hit the roof|came "
       "alive|coming alive|came to life|came into its own|heat+ up|warm+ up|ramp+ up|stepp+ up|stepp+ it "
       "up|stepp+ things up|upp+ my|upp+ the|turn+ up the|crank+ up|dial+ up|ratchet+ up|scal+ up|beef+ "
       "up|buil+ up|built up|crept up|creep+ up|inch+ up|edg+ up|tick+ up|nudg+ up|trend+ up|trend+ "
       "upward|trend+ upwards|on the up|on the increase|upward|upwards|uphill|on the march|went from "
       "strength "
       "to strength|points up|pointing up|point up|pointed up|boost+|bolster+|ballooned into|got a lift|on "
       "fire|in full swing|into full swing|hit its stride|hit my stride|found its feet|bounc+ "
       "back|kick+ into * gear|shift+ into * gear|moved up a gear|stepped up a gear|took wing|took a * "
       "leap|made a * leap|took a * jump|made a * jump|went up a "
       "notch|leaps and bounds|becam+ * regular|becom+ * regular|became a fixture|became a habit|became a "
       "staple|became * routine|became * frequent|becom+ * frequent|became * constant|became incessant|got * "
       "frequent|became second "
       "nature|filled out|filled up|grew on me|increasingly often|increasingly|greatly up|sharply up|"
       "clearly up|markedly up|noticeably up|considerably up|up sharply|up markedly|up considerably|up "
       "strongly|up a lot|up a bit|up significantly|significantly up|substantially up|up substantially|was "
       "up on|were up on|is up on|are up on|been up on|up year on year|up year over year"},
      {Turn::Down, Noun::Around,
       "lost * evenings|lost * hours|lost * steam|lose * steam|losing * steam|lost * momentum|losing * "
       "momentum|lost its|lost their|lost "
       "ground|losing ground|lost * appeal|lost * interest in|took a * dive|took a * hit|took a * "
       "tumble|took "
       "a * plunge|took a * nosedive|took a * knock|took a back seat|took a backseat|took a * dip|took a * "
       "beating|went through the floor|through the floor|hit the skids|on the skids|went downhill|go * "
       "downhill|downhill|downward|downwards|on the slide|out of favour|out of favor|out of fashion|fell "
       "apart|by the wayside|eas+ off|eas+ up|eas+ back|back+ away from|back+ off|scal+ back|scal+ "
       "down|scal+ * back|cut+ back|cutt+ back|cutt+ down|cut+ down|par+ back|par+ down|dial+ back|dial+ "
       "down|dial+ * back|pull+ back|stepp+ back|wind+ down|wound down|let * slide|let * slip|let * "
       "drift|go+ "
       "easi+ on|went easi+ on|went easy on|slack+ off|became a rarity|becom+ * rare|became * scarce|became "
       "* rarer|becom+ * scarce|grew scarce|grew * rare|few and far between|peter+ out|fizzl+ out|tail+ "
       "off|tail+ away|trail+ off|trail+ away|taper+ off|taper+ away|taper+|drop+ off|dropp+ off|drop+ away|"
       "dropp+ away|fall+ off|fall+ away|fell through|slipp+ away|slid+ away|drift+ away|drift+ apart|ebb+ "
       "away|fad+ away|dying down|died down|die down|simmer+ down|calm+ down|quiet+ down|ran out of "
       "steam|run "
       "out of steam|running out of steam|points down|pointing down|point down|pointed down|trend+ down|"
       "trend+ downward|trend+ downwards|crept down|inch+ down|edg+ down|tick+ down|came down|com+ down|on "
       "the "
       "ebb|hit a wall|hit rock bottom|greatly down|sharply down|clearly down|markedly down|noticeably "
       "down|considerably down|down sharply|down markedly|down considerably|down a lot|down a bit|down "
       "significantly|significantly down|substantially down|down substantially|was down on|were down on|is "
       "down on|are down on|been down on|down year on year|down year over year|ground down|saw * less of|saw "
       "* little of|lost out|thin on the ground|became infrequent|went easier on|go easier on|going easier "
       "on|sporadic|patchy|intermittent|took the foot off|went off the boil"},
      {Turn::Up, Noun::Behind,
       "lean+ into|threw myself into|throw+ myself into|immers+ myself in|got serious about|got more serious "
       "about|got more into|double+ down on|double down on|saw * more of|see+ * more of|ma+ * more time "
       "for|made * more room for|stepped up my|ramped up my"},
      {Turn::Down, Noun::Behind, "made * less time for|made * less room for|saw * less of"},
      // Nouns.
      {Turn::Up, Noun::Around,
       "increase|growth|surge|upturn|upswing|uptick|up-tick|upsurge|jump|boom|boost|expansion|spike|leap in|"
       "revival|resurgence|renaissance|acceleration|intensification|proliferation|escalation|increment|"
       "augmentation|a gain|gains|a net gain|a rise|rise in|rise of|a plus|upward trend|upward curve|upward "
       "slope|uptrend|strong growth|doubling|tripling|blossoming|flowering"},
      {Turn::Down, Noun::Around,
       "drop|a fall|a * fall in|a * fall of|the fall in|fall in|decline|decrease|reduction|downturn|"
       "downswing|slump|slide|dip|dive|plunge|a loss|losses|a net loss|lull|contraction|shrinkage|collapse|"
       "cutback|slowdown|slow-down|wane|ebb|retreat|erosion|diminution|a minus|downward trend|downward "
       "curve|downward slope|downtrend|letup|let-up|falling-off|falling off|tailing-off|halving|dwindling|"
       "waning"},
      // Words that compare, wherever they stand.
      {Turn::Up, Noun::Around,
       "more often|more frequently|oftener|far more|way more|much more|many more|rather more|considerably "
       "more|noticeably more|clearly more|a lot more|a good deal more|a great deal more|substantially "
       "more|significantly more|more heavily|more intensively|more actively|more regularly|more diligently|"
       "more seriously|harder than|twice as much|twice as many|twice as often|three times as",
       Way::Compare},
      {Turn::Down, Noun::Around,
       "less often|less frequently|far less|far fewer|way less|way fewer|much less|many fewer|rather less|"
       "considerably less|considerably fewer|noticeably less|noticeably fewer|clearly less|a lot less|a lot "
       "fewer|a good deal less|a great deal less|substantially less|substantially fewer|significantly "
       "less|significantly fewer|less heavily|less intensively|less actively|less regularly|less "
       "diligently|less seriously|half as much|half as many|half as often|more rarely|more seldom",
       Way::Compare},
      // One year beside the other.
      {Turn::Up, Noun::Around,
       "outdid|outdo+|outdone|outstripp+|outstrip|outstrips|surpass+|exceed+|overtake|overtook|overtaken|"
       "overtakes|overtaking|eclips+|topp+|tops|beat|beats|beaten|beating|better+ last|bettered|dwarf+|"
       "outpac+|outran|outrun|outshon+|outshin+|outnumber+|outweigh+|outperform+|trump+|won out over|win+ "
       "out "
       "over|got the better of|put * in the shade|left * behind|leave+ * behind|leav+ * behind|left * "
       "standing|left * in the dust|edg+ out|trounc+|blew past|blow+ past|sail+ past|soar+ past|went "
       "past|flew past|raced past|race past|shot past|pulled ahead of|pull+ ahead of|ahead of|ahead on|well "
       "clear of|head and shoulders above|improved on|improv+ upon|improv+ on|went beyond|go+ beyond|higher "
       "than|above last year|above the previous year|above 20|up on last|up on the year|up on the previous|"
       "bested",
       Way::Pass},
      {Turn::Down, Noun::Around,
       "no match for|fell short of|fall+ short of|falling short of|short of last|short of the "
       "previous|trail+ "
       "behind|trail+ last|trail+ the|lagg+ behind|lag+ behind|lagg+ last|behind last|behind the|behind "
       "where|behind 20|well behind|far behind|way behind|below last|below the|below where|below 20|beneath "
       "last|pal+ beside|pal+ next to|pal+ against|pal+ in comparison|pal+ by comparison|could not keep up "
       "with|couldn't keep up with|can't keep up with|cannot keep up with|did not keep up with|didn't keep "
       "up "
       "with|came nowhere near|comes nowhere near|nowhere near|not a patch on|a shadow of|undershot|"
       "failed to match|failed to reach|fail+ to match|fail+ to reach|did not match|didn't match|does not "
       "match|doesn't match|could not match|couldn't match|cannot match|did not reach|didn't reach|lost to "
       "last|lost out to|lose+ to last|yield+ to last|bows to last|down on last|down on the year|down on the "
       "previous|lower than|under last year|worse than last",
       Way::Pass},
      // Begun and ended.
      {Turn::Begun, Noun::Around,
       "got under way|gets under way|got underway|under way in|got off the ground|got going|got started|was "
       "born|was launched|was started|was founded|was formed|launched|took root|takes root|came into being|"
       "sprang up|sprang to life|sprung up|debut+|made its debut|made its entrance|made its first "
       "appearance|first appear+|came along|came onto the scene|came on the scene|entered the picture|"
       "took over from|entered my life|entered my week|was introduced|was established|was "
       "inaugurated|inaugurat+|was "
       "initiated|commenc+|was resumed|resum+|start of my|started up|kick+ off|set foot in * for the first "
       "time|for the very first time|made its way into|found its way into|first came|first crept|first "
       "walked|first went|: started|appear+ on my calendar|came into the"},
      {Turn::Ended, Noun::Around,
       "folded|disband+|dissolv+|wrapp+ up|wrap+ up|ran its course|runs its course|run its course|came to a "
       "close|drew to a close|draws to a close|drawing to a close|was over|were over|is over|was no more|is "
       "no more|was history|is history|laps+|let * lapse|expir+|died|died off|died out|died a death|went "
       "dark|went silent|went dead|falls silent|went out of my|left my life|disappear+|vanish+|dropped off "
       "the|dropped out|dropped from|gave way to|give+ way to|was shelved|was dropped|were dropped|was "
       "abandoned|was scrapped|was axed|was suspended|was halted|was terminated|broke up|broke off|breaks "
       "off|shut down|bow+ out|made its exit|met its end|reached its end|had its last|saw its last|saw the "
       "last|last outing|concluded|terminat+|came off the calendar|stopped short|stopped dead|came to "
       "nothing|went the way of|no more|fell off the calendar|was cancelled for good|the last of my|"
       "ended|ends|finish+ for good|: end|: stopped"},
      {Turn::Begun, Noun::Behind,
       "start going|started|start doing|embark+ on|set out on|dipp+ my toe+ in|dipp+ a toe in|tried my hand "
       "at|try+ my hand at|took to|got my start|found my way to|found my way into|discover+|adopt+|enroll+ "
       "in|enrol+ in|join+|return+ to|went back to|got back into|turned to|was introduced to|got hooked "
       "on|made a start on|made a beginning with|got stuck into|launch+ into|plung+ into|div+ into|dove "
       "into|took my first|initiat+|began|becom+ a|became a|became an|first set foot in|first walked "
       "into|take+ up|taking up|tak+ up|sign+ up for|sign+ up with|sign+ on"},
      {Turn::Ended, Noun::Behind,
       "broke off|break+ off|bow+ out of|hung up my|hang+ up my|hung up the|said goodbye to|say+ goodbye "
       "to|said farewell to|bade farewell to|bid farewell to|part+ ways with|part+ company with|turned my "
       "back on|washed my hands of|retir+ from|withdrew from|pull+ out of|dropp+ out of|"
       "drop+ out of|ditch+|shelv+|dump+|scrapp+|axed|binned|discontinu+|desist+|swore off|swear+ "
       "off|weaned myself off|wean+ myself off|gave * up|giv+ up|gave * a rest|gave up on|put * on hold|put "
       "* on ice|put * to rest|put * aside|put paid to|let go of|let * go|clos+ the book on|clos+ the door "
       "on|drew a line under|was done with|am done with|done with|stopp+|stop "
       "going|quitt+|quit|halt+|ceas+|fell out with|fell away from"},
  }};
  to.insert(to.end(), all.begin(), all.end());
}

}  // namespace hoego
