import type { CorrectWords } from './correct/words';
import { en } from './en';
import { ko } from './ko';
import type { Pace, PaceUnit } from './promises';
import type { RecordWords } from './record/words';
import type { SyncWords } from './sync/words';
import type { TextWords } from './text/words';
import type { TimelineWords } from './timeline/words';
import type { TripWords } from './trip/words';
import type { WriteWords } from './write/words';
import type { Best, Change, ChangeKind, Coverage, CoverageClass, Label, Occasion, PromiseVerdict, Resolution, Review, Trip, Verdict } from './review';

/** The page's own words. The story's sentences come from the review and are not made here. */
export interface Words {
  lang: 'ko' | 'en';
  title(from: string, to: string): string;
  /** Day by itself; the year is told where it is not the review's. */
  day(day: string): string;
  weekday_day(day: string): string;
  span(from: string, to: string): string;
  month(month: number): string;
  /** Weekdays from Monday, one letter or three. */
  weekdays: string[];
  period(from: string, as_of: string, lived: number, days: number): string;
  beside(from: string, to: string): string;
  counter(kind: string): string;
  count(n: number, kind: string): string;
  times(ratio: number): string;
  hours(hours: number): string;
  nights(nights: number, day_trip: boolean): string;
  days(n: number): string;
  kind(kind: string): string;
  coverage_class(value: CoverageClass): string;
  coverage_days(coverage: Coverage, lived: number): string;
  verdict(value: Verdict): string;
  zone_from(value: string): string;
  nav: { promises: string; trips: string; threads: string; days: string; compare: string; areas: string; occasions: string; ahead: string; coverage: string };
  own_words: string;
  own_words_then: string;
  skip: string;
  sections: string;
  words_only: string;
  today: string;
  ribbon: string;
  ribbon_name: string;
  ribbon_note(root: boolean): string;
  findings(n: number): string;
  no_findings: string;
  fact_trip(trip: Trip, name: string): string;
  /** What is not known is left out; of a change nothing else is told but how it stands beside the year before. */
  fact_activity(label: string, kind: string, of: { days: number; per_week: number | null; turned: string | null; against: string | null }): string;
  fact_change(change: Change, kind: string): string;
  fact_silence(label: string, last: string): string;

  trips(n: number, ahead: number): string;
  no_trips: string;
  no_trips_note: string;
  map_abroad: string;
  map_home: string;
  map_note: string;
  map_none: string;
  home: string;
  planned: string;
  not_counted: string;
  booked(day: string): string;
  late(hours: number): string;
  clipped: string;
  months_heading(peaks: { label: string; month: number }[]): string;
  months_note: string;
  months_name(label: string): string;
  rest_heading: string;
  no_activities: string;
  no_activities_note: string;
  presence_only: string;
  streak(weeks: number): string;
  key_day: string;
  key_month: string;
  key_none: string;
  key_hatch: string;
  key_ahead: string;
  key_presence: string;
  table: string;
  table_total: string;
  table_note: string;
  days_heading: string;
  days_note: string;
  days_legend: string;
  days_name(label: string): string;
  key_few: string;
  key_many: string;
  compare_heading(clear: number, unclear: number, unknown: number): string;
  compare_none: string;
  compare_note: string;
  compare_name: string;
  compare_ratio: string;
  same: string;
  axis(power: number): string;
  compare_unknown(there: number, here: number): string;
  at_least(ratio: number): string;
  at_most(ratio: number): string;
  ahead_heading(days: number): string;
  ahead_over: string;
  ahead_note: string;
  ahead_none: string;
  ahead_name: string;
  coverage_heading: string;
  coverage_none: string;
  coverage_name(source: string): string;
  coverage_more(n: number): string;
  key_seen: string;
  clocks_heading: string;
  clock(camera: string, span: string, shift: number, pictures: number, stated: boolean): string;
  bye: string;
  evidence: string;
  evidence_n(n: number): string;
  close: string;
  gaps(n: number): string;
  evidence_all(n: number): string;
  evidence_some(n: number, shown: number): string;
  evidence_none: string;
  show_all(n: number): string;
  all_day: string;
  untitled: string;
  not_mine: string;
  certainty(value: number): string;
  no_review: string;
  /** In place of `bye` where a server was asked. */
  bye_served: string;
  loading: string;
  load_failed: string;
  views: string;
  not_fresh: string;
  no_answer: string;
  again: string;
  year: string;
  promises: PromiseWords;
  write: WriteWords;
  timeline: TimelineWords;
  record: RecordWords;
  sync: SyncWords;
  trip: TripWords;
  correct: CorrectWords;
  text: TextWords;
  changes: ChangeWords;
  areas: AreaWords;
  occasions: OccasionWords;
  money(amount: number, currency: string): string;
  /** What was paid, as far as the statements tell. */
  cost(sum: string, payments: number): string;
  lull(days: number, span: string): string;
  homes: string;
  home_until(day: string): string;
  commute(journeys: number, hours: string): string;
  commute_once(minutes: number): string;
  commute_between(a: string, b: string): string;
  prompts_and_code(here: string, there: string): string;
  prompts_and_code_name: string;
  prompts_and_code_note: string;
  owed: string;
  owed_asked: string;
  owed_since(day: string): string;
}

/** The words of a change of pace. */
export interface ChangeWords {
  kind(kind: ChangeKind): string;
  /** "주 2.4 → 0.1번". */
  pace(before: number, after: number, kind: string): string;
  /** "6월 8일 (6월 1일–24일)": the day and its 90 % interval. */
  when(day: string, low: string, high: string): string;
  how: string;
  key: string;
}

/** The words of time by area. */
export interface AreaWords {
  heading(more: string[], less: string[]): string;
  how: string;
  name(label: string): string;
  evenings(with_it: number, seen: number): string;
  weekends(share: string): string;
  here(last_year: boolean): string;
  there(last_year: boolean): string;
  share(value: number): string;
  unseen: string;
  hours: string;
  hours_note: string;
  hours_name: string;
  key_interval: string;
}

/** The words of firsts, lasts and what stands out. */
export interface OccasionWords {
  heading: string;
  firsts: string;
  lasts: string;
  bests: string;
  milestones: string;
  subject(subject: Occasion['subject']): string;
  first_since(day: string): string;
  last_until(day: string): string;
  what(what: Best['what']): string;
  value(best: Best, kind: string): string;
  never_since(day: string): string;
  years(n: number, since: string): string;
  note: string;
  more(n: number): string;
}

/** The words of the board of promises. Amounts come with their unit. */
export interface PromiseWords {
  heading(total: number, kept: number, broken: number, missed: number): string;
  verdict(value: PromiseVerdict | null): string;
  own(ticked: boolean): string;
  amount(n: number, base: string, kind: string): string;
  figure(value: string | null, target: string | null, over: boolean, pace: Pace | null, every: PaceUnit | null): string;
  kept_on(day: string): string;
  broken_on(day: string): string;
  periods(periods: NonNullable<Resolution['periods']>, every: PaceUnit): string;
  needed(days: number, rate: string): string;
  needed_none: string;
  best(rate: string): string;
  /** Never as sure as none or all. */
  chance(value: number): string;
  risks: string;
  risk(title: string, day: string): string;
  seen(days: number, lived: number): string;
  unseen(source: string, spans: [string, string][], more: number): string;
  nothing_sees: string;
  undecided: string;
  not_counted(where: string | null): string;
  line(target: string, pace: Pace | null, every: PaceUnit | null): string;
  chart_name(text: string, kind: 'total' | 'pace' | 'level' | 'units', limit: boolean): string;
  /** Days that could not be seen, days still ahead. */
  chart_days(span: string, unseen: number, ahead: number): string;
  key_course: string;
  key_needed: string;
  key_held: string;
  key_failed: string;
  key_open: string;
  table_promise: string;
  table_note: string;
}

export function words_of(review: Review): Words {
  const year = +review.period.from.slice(0, 4);
  return review.language === 'en' ? en(year) : ko(year);
}

export function label_of(label: Label | undefined, language: 'ko' | 'en', id: string): string {
  return label?.[language] || label?.en || label?.ko || id;
}

/** Cuts a text that came from a file, for a place that has room for one line only. */
export function short(text: string, most = 22): string {
  const points = [...text.slice(0, 4 * most)];
  return points.length > most ? points.slice(0, most - 1).join('') + '…' : points.join('');
}

/** A country's name in the page's language; its code where the browser does not know it. */
export function country(code: string, language: 'ko' | 'en'): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What to call a trip: the owner's words, else the country abroad, else the place of most nights. */
export function trip_name(trip: Trip, language: 'ko' | 'en'): string {
  if (trip.name) return trip.name;
  const abroad = trip.abroad ? trip.countries.map((code) => country(code, language)) : [];
  if (abroad.length > 0) return abroad.join(' · ');
  const stays = [...trip.places].sort((a, b) => (b.nights ?? 0) - (a.nights ?? 0) || b.photos - a.photos);
  return stays[0]?.place.name ?? trip.id;
}

/** What stands out, named by what it is of: its activity, or the trip it followed. */
export function best_label(best: Best, review: Review): string {
  const activity = review.activities.find((one) => one.id === best.activity);
  if (activity) return label_of(activity.label, review.language, activity.id);
  const trip = review.trips.find((one) => one.id === best.after);
  return trip ? trip_name(trip, review.language) : best.id;
}
