import { daysIn } from './days';
import { is_deed, type Activity, type Review } from './review';
import { label_of, trip_name, type Words } from './words';

/** "2.27배 (1.75–2.94)" for a clear difference, its word otherwise; null where nothing was compared. */
export function ratio_text(activity: Activity, words: Words): string | null {
  const against = activity.against;
  if (!against) return null;
  if (against.verdict === 'unknown') return words.compare_unknown(...against.covered_days);
  if (against.verdict === 'no clear difference') return words.verdict(against.verdict);
  // Where there was none before there is no ratio, but an end of its interval.
  if (against.ratio === null) {
    const { low, high } = against;
    return low !== null && low > 1 ? words.at_least(low) : high !== null && high < 1 ? words.at_most(high) : words.verdict(against.verdict);
  }
  return `${words.times(against.ratio)}${interval_text(activity, words)}`;
}
export function interval_text(activity: Activity, words: Words): string {
  const { low, high } = activity.against ?? {};
  if (low == null || high == null) return '';
  const digits = (n: number) => words.times(n).replace(/[^\d.,]/g, '');
  return ` (${digits(low)}–${digits(high)})`;
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
      const change = [...(activity.changes ?? [])].sort((a, b) => (b.certainty ?? 0) - (a.certainty ?? 0) || (a.date < b.date ? 1 : -1))[0];
      const turned = change && change.date >= review.period.from ? words.fact_change(change, activity.kind) : null;
      const text = words.fact_activity(label, activity.kind, { days: activity.days, per_week: weekly(activity), turned, against: clear ? ratio_text(activity, words) : null });
      return { finding: activity.id, figure: words.count(activity.count, activity.kind), text, count };
    });
  return [...trips.slice(0, 1), ...activities.slice(0, 1), ...trips.slice(1), ...activities.slice(1)].slice(0, MOST).map((item) => {
    const [, figure = item.figure, unit = ''] = /^([\d.,]+)\s*(.*)$/.exec(item.figure) ?? [];
    return { ...item, figure, unit };
  });
}
