import type { Review, Sentence } from './review';

/**
 * What a finding is about: a change and a comparison are about their activity, a cost about its trip. An area holds
 * activities: what is said of it lights theirs, but not the other way round.
 */
export interface Relations {
  about: Map<string, string>;
  holds: Map<string, Set<string>>;
}

export function relations(review: Review): Relations {
  const about = new Map<string, string>();
  const holds = new Map<string, Set<string>>();
  for (const activity of review.activities) {
    for (const change of activity.changes ?? []) about.set(change.id, activity.id);
    for (const one of [activity.against, activity.cost]) if (one?.id) about.set(one.id, activity.id);
  }
  for (const trip of review.trips) if (trip.cost) about.set(trip.cost.id, trip.id);
  for (const best of review.bests) {
    const subject = best.activity ?? best.after;
    if (subject) about.set(best.id, subject);
  }
  for (const occasion of [...review.firsts, ...review.lasts]) if (occasion.subject === 'activity') about.set(occasion.id, occasion.key);
  for (const area of review.areas) holds.set(area.finding, new Set(review.activities.filter((activity) => activity.area === area.id).map((activity) => activity.id)));
  if (review.code_and_prompts) holds.set(review.code_and_prompts.id, new Set([review.code_and_prompts.code, review.code_and_prompts.prompts]));
  return { about, holds };
}

/** The findings of a sentence. */
export function spoken_of(sentence: Sentence): string[] {
  return [...(sentence.finding ? [sentence.finding] : []), ...(sentence.also ?? [])];
}

/** Whether a mark of `other` belongs to what is said of `finding`. */
export function related(finding: string, other: string, { about, holds }: Relations): boolean {
  return finding === other || about.get(finding) === other || about.get(other) === finding || (holds.get(finding)?.has(other) ?? false);
}

/** Sentences in paragraphs: a new one where the talk turns to something else. */
export function paragraphs(told: Sentence[], { about }: Relations): Sentence[][] {
  const list: Sentence[][] = [];
  let subject: string | null = null;
  for (const sentence of told) {
    const of: string | null = sentence.finding ? (about.get(sentence.finding) ?? sentence.finding) : null;
    const goes_on: boolean = of !== null && (of === subject || (sentence.also ?? []).some((id) => id === subject));
    const last = list[list.length - 1];
    if (last && (goes_on || of === null)) last.push(sentence);
    else list.push([sentence]);
    if (of !== null) subject = goes_on ? subject : of;
  }
  return list;
}
