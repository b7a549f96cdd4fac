#include "story/document.h"
#include "story/moulds.h"
#include "story/own_words.h"

namespace hoego {

Setting::Setting(const Findings& all) : findings(all), year(all.period.from.year()) {
  const Period& period = all.period;
  whole_year = period.from == *Date::from_ymd(year, 1, 1) && period.to == *Date::from_ymd(year, 12, 31);
  current = period.from <= period.as_of && period.as_of <= period.to;
}

Document tell(const Findings& findings, Language language, Tone tone) {
  const Setting setting(findings);
  const bool korean = language == Language::Korean;
  Document document;
  document.title = korean ? ko::title(setting) : en::title(setting);
  Chooser chooser(korean ? ko::hear : en::hear);
  for (const Chapter& chapter : plan(findings)) {
    Section section{
        chapter.id, korean ? ko::chapter_title(chapter, setting) : en::chapter_title(chapter, setting), {}};
    chooser.begin_chapter();
    for (const Point& point : chapter.points) {
      std::string text =
          chooser.pick(point, korean ? ko::moulds(point, setting) : en::moulds(point, setting));
      if (korean && tone == Tone::Plain) text = ko::plain(text);
      section.sentences.push_back({text + ".", point.finding, point.also});
    }
    document.sections.push_back(std::move(section));
  }
  add_own_words(findings, language, tone, document);
  return document;
}

}  // namespace hoego
