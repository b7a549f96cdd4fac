import { iso, serial } from '../days';
import type { Activity, Change, Cited, Review, Trip } from '../review';
import { label_of, trip_name, type Words } from '../words';
import type { Asked, Proposal, Proposals, Source } from './corrections';

/** What a person types or chooses with it. */
export type Field =
  | { kind: 'text'; label: string; value: string; hint?: string }
  | { kind: 'day'; label: string; days: string[] }
  | { kind: 'named'; label: string; value: string; areas: { id: string; name: string }[] };
/** One thing that can be said of what is shown, as a person would say it. */
export interface Choice {
  id: string;
  label: string;
  field: Field | null;
  /** Null while nothing can be asked yet. */
  asked(value: string, area: string): Asked | null;
}

/** Below, a finding is asked about and not told. */
const TOLD_FROM = 0.8;
/** Trips further apart are hardly one. */
const MOST_DAYS_BETWEEN = 14;

const simple = (id: string, label: string, asked: Asked): Choice => ({ id, label, field: null, asked: () => asked });
const is_doubtful = (certainty: number | undefined) => certainty !== undefined && certainty < TOLD_FROM;

/** Its days without those that it shares with the trip before or after, as far as any are left. */
function own_days(from: string, to: string, trips: Trip[]): [string, string] {
  const first = trips.some((other) => other.to === from && other.from < from) ? serial(from) + 1 : serial(from);
  const last = trips.some((other) => other.from === to && other.to > to) ? serial(to) - 1 : serial(to);
  return first <= last ? [iso(first), iso(last)] : [from, to];
}

function of_trip(trip: Trip, review: Review, words: Words): Choice[] {
  const said = words.correct.choices;
  const trips = [...review.trips].sort((a, b) => (a.from < b.from ? -1 : 1));
  const at = trips.findIndex((one) => one.id === trip.id);
  const own = own_days(trip.from, trip.to, trips);
  const name = trip_name(trip, review.language);
  const list: Choice[] = [
    {
      id: 'name',
      label: said.rename,
      field: { kind: 'text', label: words.correct.name, value: name },
      asked: (value) => (value.trim() ? { trip: { days: [trip.from, trip.to], name: value } } : null),
    },
  ];
  const inside = Array.from({ length: Math.max(0, serial(trip.to) - serial(trip.from) - 1) }, (_, i) => iso(serial(trip.from) + 1 + i));
  if (inside.length > 0)
    list.push({ id: 'split', label: said.split, field: { kind: 'day', label: words.correct.split_day, days: inside }, asked: (value) => (value ? { trip: { split: value } } : null) });
  const joined = (first: Trip | undefined, second: Trip | undefined, other: Trip | undefined, next: boolean) => {
    if (!first || !second || !other || serial(second.from) - serial(first.to) > MOST_DAYS_BETWEEN) return;
    const same = own_days(first.from, second.to, trips);
    list.push(simple(next ? 'next' : 'before', said.join(trip_name(other, review.language), words.span(other.from, other.to), next), { trip: { same } }));
  };
  joined(trip, trips[at + 1], trips[at + 1], true);
  joined(trips[at - 1], trip, trips[at - 1], false);
  if (is_doubtful(trip.certainty)) list.push(simple('sure', said.sure_trip, { trip: { days: [trip.from, trip.to], sure: true } }));
  list.push(simple('never', said.never, { trip: { never: own } }));
  return list;
}

function of_change(change: Change, activity: Activity, review: Review, words: Words): Choice[] {
  const label = label_of(activity.label, review.language, activity.id);
  const what = words.correct.change(label, words.changes.kind(change.kind), words.day(change.date));
  const about = { activity: activity.id, near: change.date };
  const list = [simple(`reject ${change.id}`, words.correct.choices.reject(what), { change: { ...about, reject: true } })];
  if (is_doubtful(change.certainty)) list.push(simple(`sure ${change.id}`, words.correct.choices.sure_change(what), { change: { ...about, sure: true } }));
  return list;
}

function of_activity(activity: Activity, review: Review, words: Words): Choice[] {
  const known = label_of(activity.label, review.language, activity.id);
  return [
    {
      id: 'label',
      label: words.correct.choices.rename,
      field: { kind: 'text', label: words.correct.name, value: known },
      asked: (value) => (value.trim() ? { activity: { id: activity.id, label: { [review.language]: value }, known } } : null),
    },
    ...(activity.changes ?? []).flatMap((change) => of_change(change, activity, review, words)),
  ];
}

/** What can be said of a finding; nothing of most. */
export function choices_of(finding: string, review: Review, words: Words): Choice[] {
  const trip = review.trips.find((one) => one.id === finding);
  if (trip) return of_trip(trip, review, words);
  for (const activity of review.activities) {
    if (activity.id === finding) return of_activity(activity, review, words);
    const change = (activity.changes ?? []).find((one) => one.id === finding);
    if (change) return of_change(change, activity, review, words);
  }
  return [];
}

/** What can be said of one record, and of the sources it comes from. */
export function choices_of_record(record: Cited, words: Words): Choice[] {
  const said = words.correct.choices;
  const { id } = record;
  const mine = record.mine === false;
  const list = [simple('mine', mine ? said.mine : said.not_mine(record.kind === 'photo'), { record: { id, mine } }), simple('reject', said.reject_record, { record: { id, reject: true } })];
  const begin = record.begin && record.begin.length > 10 ? record.begin.slice(0, 16) + record.begin.slice(19) : (record.day ?? '');
  list.push({
    id: 'time',
    label: said.time,
    field: { kind: 'text', label: words.correct.time, value: begin, hint: words.correct.time_hint },
    asked: (value) => (value.trim() ? { record: { id, time: value.trim() } } : null),
  });
  const { lat, lon } = record.place ?? {};
  list.push({
    id: 'place',
    label: said.place,
    field: { kind: 'text', label: words.correct.place, value: typeof lat === 'number' && typeof lon === 'number' ? `${lat}, ${lon}` : '', hint: words.correct.place_hint },
    asked: (value) => {
      const parts = value.split(',').map((part) => part.trim());
      return parts.length === 2 && parts.every((part) => part !== '' && Number.isFinite(+part)) ? { record: { id, place: parts.map(Number) } } : null;
    },
  });
  for (const path of new Set((record.origins ?? []).map((origin) => origin.source).filter(Boolean))) list.push(...choices_of_source({ path, mine: true, private: false }, words));
  return list;
}

/** The other side of what is said of a source now. */
export function choices_of_source({ path, mine, private: hidden }: Source, words: Words): Choice[] {
  const said = words.correct.choices;
  return [
    simple(`mine ${path}`, mine ? said.source_not_mine(path) : said.source_mine(path), { source: { path, mine: !mine } }),
    simple(`private ${path}`, hidden ? said.source_open(path) : said.source_private(path), { source: { path, private: !hidden } }),
  ];
}

/** A name for what comes again and again. */
export function choice_of_proposal(proposal: Proposal, { areas }: Proposals, words: Words): Choice {
  const { id, match } = proposal;
  const [usual = id] = proposal.titles;
  return {
    id: `proposal ${id}`,
    label: words.correct.choices.give_name,
    field: { kind: 'named', label: words.correct.name, value: usual, areas: areas.map((area) => ({ id: area.id, name: area.label[words.lang] || area.id })) },
    asked: (value, area) => (value.trim() ? { activity: { id, label: { [words.lang]: value }, ...(area ? { area } : {}), match } } : null),
  };
}
