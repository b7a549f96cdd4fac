import { runs, serial, iso } from '../days';
import type { Review } from '../review';
import type { Filter } from './filter';
import type { Span } from './span';

/** The days of the review's period that no source of what is looked for could see. Of sources that prove no absence nothing is said. */
export function unseen(review: Review, filter: Filter): Span[] {
  const kinds = filter.chosen.flatMap(({ group, id }) => (group === 'kind' ? [id] : group === 'activity' ? review.activities.filter((one) => one.id === id).map((one) => one.kind) : []));
  const sources = review.coverage.filter((one) => one.class !== 'opportunistic' && (kinds.length === 0 || kinds.includes(one.kind)));
  if (sources.length === 0) return [];
  const first = serial(review.period.from);
  const last = serial(review.period.as_of < review.period.to ? review.period.as_of : review.period.to);
  const sees = (day: string) => sources.some((one) => one.from <= day && day <= one.to && !(one.gaps ?? []).some((gap) => gap.from <= day && day <= gap.to));
  const flags = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => !sees(iso(first + i)));
  return runs(flags).filter((run) => run.value).map((run) => ({ from: first + run.begin, to: first + run.end }));
}
