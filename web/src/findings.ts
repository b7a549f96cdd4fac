import { daysIn } from './days';
import { records_of, tell } from './promises';
import { is_deed, type Activity, type Evident, type Review } from './review';
import { label_of, trip_name, type Words } from './words';

/** One finding as the evidence drawer tells it: what it is called, what is known of it, the records behind it. */
export interface Finding {
  id: string;
  name: string;
  facts: string[];
  evidence: string[];
  count: number;
}

const found = (id: string, name: string, facts: (string | null | undefined)[], evident: Evident): Finding => ({
  id,
  name,
  facts: facts.filter((fact): fact is string => Boolean(fact)),
  evidence: evident.evidence ?? [],
  count: evident.evidence_count ?? evident.evidence?.length ?? 0,
});

/** "2.27배 (1.75–2.94)" for a clear difference, its word otherwise; null where nothing was compared. */
export function ratio_text(activity: Activity, words: Words): string | null {
  const against = activity.against;
  if (!against) return null;
  if (against.verdict === 'unknown') return words.compare_unknown(...against.covered_days);
  if (against.verdict === 'no clear difference' || against.ratio === null) return words.verdict(against.verdict);
  return `${words.times(against.ratio)}${interval_text(activity, words)}`;
}
export function interval_text(activity: Activity, words: Words): string {
  const { low, high } = activity.against ?? {};
  if (low == null || high == null) return '';
  const digits = (n: number) => words.times(n).replace(/[^\d.,]/g, '');
  return ` (${digits(low)}–${digits(high)})`;
}

/** Every finding of the review by its id. */
export function index(review: Review, words: Words): Map<string, Finding> {
  const language = review.language;
  const list: Finding[] = [];
  for (const trip of review.trips) {
    const facts = [
      `${words.span(trip.from, trip.to)}, ${words.nights(trip.nights, trip.day_trip)}, ${words.count(trip.photos, 'photo')}`,
      trip.planned?.booked ? words.booked(trip.planned.booked) : null,
      trip.planned?.delay_hours ? words.late(trip.planned.delay_hours) : null,
      trip.clipped ? words.clipped : null,
      trip.certainty !== undefined && trip.certainty !== null ? words.certainty(trip.certainty) : null,
    ];
    list.push(found(trip.id, trip_name(trip, language), facts, trip));
  }
  for (const activity of review.activities) {
    const facts = [
      `${words.count(activity.count, activity.kind)}, ${words.days(activity.days)}${activity.hours ? `, ${words.hours(activity.hours)}` : ''}`,
      activity.first && activity.last ? words.span(activity.first, activity.last) : null,
      ratio_text(activity, words),
      activity.absence_known ? null : words.presence_only,
    ];
    list.push(found(activity.id, label_of(activity.label, language, activity.id), facts, activity));
  }
  for (const promise of review.resolutions) {
    const { figure, lines, risks } = tell(promise, review, words);
    const facts = [
      words.promises.verdict(promise.verdict),
      figure,
      ...lines,
      ...(risks.length > 0 ? [`${words.promises.risks} ${risks.join(', ')}`] : []),
      [promise.check, promise.where].filter(Boolean).join(' · '),
    ];
    list.push(found(promise.id, promise.text, facts, records_of(promise)));
  }
  for (const plan of review.planned) {
    const facts = [words.span(plan.from, plan.to), words.planned, plan.booked ? words.booked(plan.booked) : null];
    list.push(found(plan.id, plan.title, facts, plan));
  }
  for (const clock of review.clocks) {
    const said = words.clock(clock.camera, words.span(clock.from, clock.to), clock.shift, clock.pictures, clock.stated);
    list.push(found(clock.id, clock.camera, [said], clock));
  }
  for (const home of review.homes) list.push(found(home.id, home.place.name, [words.home, words.day(home.from)], home));
  for (const milestone of review.milestones) list.push(found(milestone.id, milestone.name, [words.day(milestone.date)], milestone));
  for (const coverage of review.coverage) {
    if (!coverage.id) continue;
    const facts = [words.coverage_class(coverage.class), words.span(coverage.from, coverage.to), ...(coverage.gaps ?? []).map((gap) => words.span(gap.from, gap.to))];
    list.push(found(coverage.id, coverage.source, facts, {}));
  }
  return new Map(list.map((finding) => [finding.id, finding]));
}

export interface Headline {
  finding: string;
  figure: string;
  unit: string;
  text: string;
  count: number;
}

const MOST = 7;
const SILENT_DAYS = 60;

/** Days since the last time; 0 unless every one of them could have shown another. */
function silent_days(activity: Activity, review: Review, lived: number): number {
  if (!activity.absence_known || !activity.last || activity.last < review.period.from) return 0;
  const last = daysIn(review.period.from, activity.last);
  const since = activity.by_day.slice(last, lived);
  return since.every((n) => n === 0) ? since.length : 0;
}

/** What weighs most, as a figure and a line each: journeys, what was done, what fell silent. */
export function headlines(review: Review, words: Words, lived: number): Headline[] {
  const language = review.language;
  // A rate is over the days that could be seen: a day that could not is no day without.
  const weekly = (activity: Activity) => {
    const seen = activity.by_day.slice(0, lived).filter((n) => n !== null).length;
    return activity.absence_known && seen >= 28 ? (activity.count / seen) * 7 : null;
  };
  const last_year = Number(review.against?.from.slice(0, 4)) === Number(review.period.from.slice(0, 4)) - 1;
  const trips = [...review.trips]
    .filter((trip) => trip.photos > 0 && !trip.day_trip)
    .sort((a, b) => Number(b.abroad) - Number(a.abroad) || b.photos - a.photos)
    .slice(0, 2)
    .map((trip) => ({
      finding: trip.id,
      figure: words.count(trip.photos, 'photo'),
      text: words.fact_trip(trip, trip_name(trip, language)),
      count: trip.evidence_count ?? trip.evidence?.length ?? 0,
    }));
  const activities = review.activities
    .filter((activity) => activity.kind !== 'photo' && is_deed(activity.kind) && activity.count > 0)
    .map((activity) => {
      const label = label_of(activity.label, language, activity.id);
      const silent = silent_days(activity, review, lived);
      const count = activity.evidence_count ?? activity.evidence?.length ?? 0;
      if (silent >= SILENT_DAYS && activity.last) {
        const figure = words.lang === 'ko' ? `${words.days(silent)}째` : words.days(silent);
        return { finding: activity.id, figure, text: words.fact_silence(label, activity.last), count };
      }
      const clear = last_year && (activity.against?.verdict === 'more' || activity.against?.verdict === 'less');
      const text = words.fact_activity(label, activity.kind, weekly(activity), clear ? ratio_text(activity, words) : null);
      return { finding: activity.id, figure: words.count(activity.count, activity.kind), text, count };
    });
  return [...trips.slice(0, 1), ...activities.slice(0, 1), ...trips.slice(1), ...activities.slice(1)].slice(0, MOST).map((item) => {
    const [, figure = item.figure, unit = ''] = /^([\d.,]+)\s*(.*)$/.exec(item.figure) ?? [];
    return { ...item, figure, unit };
  });
}
