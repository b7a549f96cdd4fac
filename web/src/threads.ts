import { is_deed, type Activity, type Review, type Sentence } from './review';
import { spoken_of, type Relations } from './relations';

/** A thread of the year: a section of the story beside the months of what it tells of. */
export interface Thread {
  id: string;
  title: string;
  /** Large, over the rest; null where no sentence is short enough to be one. */
  heading: Sentence | null;
  told: Sentence[];
  activities: Activity[];
}

/** Sections that stand beside a chart of their own, or open and close the page. */
const PLACED = ['opening', 'promises', 'trips', 'turns', 'occasions', 'comparison', 'ahead', 'limits'];
const LONGEST_HEADING = { ko: 64, en: 130 };

/** The activity that a finding is of, if any. */
function activity_of(finding: string, review: Review, relations: Relations): Activity | undefined {
  const id = relations.about.get(finding) ?? finding;
  return review.activities.find((activity) => activity.id === id);
}

/**
 * The threads in the order of the story. An activity is drawn once: where a sentence is first of it; where it is only
 * spoken of beside another, there, unless it has a thread of its own.
 */
export function threads(review: Review, relations: Relations): { threads: Thread[]; rest: Activity[] } {
  const list = new Map<string, Thread>();
  for (const sentence of review.story) {
    if (PLACED.includes(sentence.section)) continue;
    const title = review.sections.find((section) => section.id === sentence.section)?.title ?? '';
    const thread = list.get(sentence.section) ?? { id: sentence.section, title, heading: null, told: [], activities: [] };
    list.set(sentence.section, thread);
    thread.told.push(sentence);
  }
  const drawn = new Set<Activity>();
  const draw = (thread: Thread, finding: string | null | undefined) => {
    const activity = finding ? activity_of(finding, review, relations) : undefined;
    if (!activity || drawn.has(activity) || !is_deed(activity.kind)) return;
    drawn.add(activity);
    thread.activities.push(activity);
  };
  for (const thread of list.values()) for (const sentence of thread.told) draw(thread, sentence.finding);
  for (const thread of list.values()) for (const sentence of thread.told) for (const finding of spoken_of(sentence)) draw(thread, finding);
  for (const thread of list.values()) {
    const [first] = thread.told;
    if (!first || (first.voice ?? 'told') !== 'told' || [...first.sentence].length > LONGEST_HEADING[review.language]) continue;
    thread.heading = first;
    thread.told = thread.told.slice(1);
  }
  return { threads: [...list.values()], rest: review.activities.filter((activity) => !drawn.has(activity) && is_deed(activity.kind)) };
}
