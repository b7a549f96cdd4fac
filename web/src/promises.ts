import { daysIn, iso, serial } from './days';
import type { PromiseVerdict, Resolution, Review } from './review';
import { short, type Words } from './words';

/** How the board of promises tells each of them; its charts are in promise_chart.ts. */

export type Pace = 'per' | 'every';
export type PaceUnit = 'day' | 'week' | 'month';
/** "h per week" is an amount of "h", on average a week. */
export interface Unit {
  base: string;
  pace: Pace | null;
  every: PaceUnit | null;
}
export function unit_of(promise: Resolution): Unit {
  const [, base = promise.unit, pace = null, every = null] = /^(.*?)\s*\b(per|every) (day|week|month)$/.exec(promise.unit) ?? [];
  return { base, pace: pace as Pace | null, every: every as PaceUnit | null };
}

const ORDER: (PromiseVerdict | null)[] = ['broken', 'missed', 'at_risk', 'unknown', 'on_track', 'kept', null];
/** What needs a look first; the order of the file within one verdict. */
export function on_board(list: Resolution[]): Resolution[] {
  return [...list].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

/** What its numbers count, as a kind that has words: by the name that its check begins with. */
export function counted_kind(promise: Resolution, review: Review): string {
  const check = promise.check ?? '';
  const [, word = ''] = /^\s*(days of|nights away|countries|steps|day trips|trips)\b/.exec(check) ?? [];
  const reserved: Record<string, string> = { 'days of': 'day', 'nights away': 'night', countries: 'country', steps: 'step', trips: 'trip', 'day trips': 'trip' };
  if (reserved[word]) return reserved[word];
  const name = /^\s*(?:"([^"]*)"|([^<>=]*?))\s*(?:\b(?:abroad|in|except|where)\b|[<>=]|$)/.exec(check);
  const key = (name?.[1] ?? name?.[2] ?? '').toLowerCase();
  const activity = review.activities.find((a) => [a.id, a.label?.ko, a.label?.en].some((text) => text?.toLowerCase() === key));
  return activity?.kind ?? 'event';
}

/** The comparison of a check, outside of its quoted texts: ">=" and the like; empty where there is none. */
export function op_of(promise: Resolution): string {
  return /[<>]=?|=/.exec((promise.check ?? '').replace(/"[^"]*"/g, ''))?.[0] ?? '';
}

export function rounded(n: number, digits: number): number {
  return Math.round(n * 10 ** digits) / 10 ** digits;
}

/** Its value rounded for reading, but never to the target that it is not: with more digits, of hours to the minute on its side. */
export function readable(n: number, promise: Resolution): number {
  const { base } = unit_of(promise);
  const target = promise.target;
  const digits = base === '%' ? 1 : 2;
  if (target === null || n === target) return rounded(n, digits);
  if (base === 'h') return Math.round(n * 60) !== Math.round(target * 60) ? n : (n < target ? Math.floor(n * 60) : Math.ceil(n * 60)) / 60;
  return [digits, digits + 1, 3].map((d) => rounded(n, d)).find((near) => near !== target) ?? n;
}

/** Lived days of the promise. */
export function lived_days(promise: Resolution, as_of: string): number {
  return Math.max(0, daysIn(promise.from, as_of < promise.to ? as_of : promise.to));
}

/** The spans of the promise's lived days that a source could not see; none of one that never claims absence. */
function unseen_spans(promise: Resolution, review: Review, id: string): { source: string; spans: [string, string][] } | null {
  const coverage = review.coverage.find((c) => c.id === id);
  if (!coverage || coverage.class === 'opportunistic') return null;
  const first = serial(promise.from);
  const last = first + lived_days(promise, review.period.as_of) - 1;
  const holes = [...(coverage.gaps ?? []).map((gap) => [serial(gap.from), serial(gap.to)] as const)];
  holes.push([first, serial(coverage.from) - 1], [serial(coverage.to) + 1, last]);
  const merged: [number, number][] = [];
  for (const [from, to] of holes.map(([a, b]) => [Math.max(a, first), Math.min(b, last)] as const).sort((a, b) => a[0] - b[0])) {
    const before = merged[merged.length - 1];
    if (from > to) continue;
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else merged.push([from, to]);
  }
  return merged.length > 0 ? { source: coverage.source, spans: merged.map(([a, b]) => [iso(a), iso(b)]) } : null;
}

/** Why there is no verdict: what could not be seen. */
function unknown_lines(promise: Resolution, review: Review, words: Words): string[] {
  const lived = lived_days(promise, review.period.as_of);
  if (promise.coverage.length === 0 && promise.course === null) return [words.promises.not_counted(promise.where)];
  if (promise.coverage.length === 0) return [words.promises.nothing_sees];
  const blind = promise.coverage.map((id) => unseen_spans(promise, review, id)).filter((one): one is NonNullable<typeof one> => one !== null);
  const lines = promise.covered_days < lived ? [words.promises.seen(promise.covered_days, lived)] : [];
  for (const { source, spans } of blind.slice(0, 3)) lines.push(words.promises.unseen(short(source, 40), spans.slice(0, 3), Math.max(0, spans.length - 3)));
  return lines.length > 0 ? lines : [words.promises.undecided];
}

function forecast_lines(promise: Resolution, review: Review, words: Words, amount: (n: number) => string): string[] {
  const forecast = promise.forecast;
  if (!forecast) return [];
  const left = daysIn(promise.from, promise.to) - lived_days(promise, review.period.as_of);
  const lines: string[] = [];
  const rate = (n: number) => amount(rounded(n, n < 0.1 ? 2 : 1));
  const { needed_per_week: needed, best_per_week: best } = forecast;
  if (needed !== null && left > 0) lines.push(needed > 0 ? words.promises.needed(left, rate(needed)) : words.promises.needed_none);
  if (best !== null && needed !== null && needed > 0) lines.push(words.promises.best(rate(best)));
  lines.push(words.promises.chance(forecast.chance));
  return lines;
}

/** One promise in words: "now 9, promised 24", what follows from it, what stands in its way. */
export interface Told {
  figure: string;
  lines: string[];
  risks: string[];
}
export function tell(promise: Resolution, review: Review, words: Words): Told {
  const { base, pace, every } = unit_of(promise);
  const kind = counted_kind(promise, review);
  const amount = (n: number) => words.promises.amount(n, base, kind);
  const over = review.period.as_of >= promise.to;
  if (promise.check === null) return { figure: '', lines: [words.promises.own(promise.ticked)], risks: [] };
  const value = promise.value === null ? null : amount(readable(promise.value, promise));
  const target = promise.target === null ? null : amount(readable(promise.target, promise));
  const known = value !== null || target !== null || promise.course !== null;
  const lines: string[] = [];
  if (promise.date && promise.verdict === 'kept') lines.push(words.promises.kept_on(promise.date));
  if (promise.date && promise.verdict === 'broken') lines.push(words.promises.broken_on(promise.date));
  if (promise.periods && every) lines.push(words.promises.periods(promise.periods, every));
  if (promise.verdict === 'unknown') lines.push(...unknown_lines(promise, review, words));
  else lines.push(...forecast_lines(promise, review, words, amount));
  return {
    figure: known ? words.promises.figure(value, target, over, pace, every) : '',
    lines,
    risks: promise.risks.map((risk) => words.promises.risk(short(risk.title, 60), risk.date)),
  };
}

/** The records of a promise, and of the entries that would break it. */
export function records_of(promise: Resolution): { evidence: string[]; evidence_count: number } {
  const evidence = [...new Set([...(promise.evidence ?? []), ...promise.risks.flatMap((risk) => risk.evidence ?? [])])];
  const own = promise.evidence?.length ?? 0;
  return { evidence, evidence_count: (promise.evidence_count ?? own) + evidence.length - own };
}
