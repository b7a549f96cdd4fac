import { daysIn, iso, months, runs, serial, weekday } from './days';
import { lived_days, op_of, unit_of, type PaceUnit } from './promises';
import type { Resolution } from './review';

/** The chart of a promise in days of its period and in its own unit; what a pixel is, is the component's. */
export interface Point {
  at: number;
  value: number;
}
export interface Bar {
  begin: number;
  end: number;
  value: number;
  /** Open: not over, cut by an edge, or with a day that might turn it. */
  is: 'held' | 'failed' | 'open';
}
export interface Chart {
  /** total: a running sum; pace: one against an average; level: a running share or streak; units: each by itself. */
  kind: 'total' | 'pace' | 'level' | 'units';
  days: number;
  lived: number;
  /** Step lines over the days that could be seen. */
  course: Point[][];
  needed: Point[];
  bars: Bar[];
  unseen: { begin: number; end: number }[];
  least: number;
  most: number;
  now: Point | null;
}

const LONGEST = 366 * 30;

/** Part of a unit that the day is: a thirtieth of April. */
function part(at: number, every: PaceUnit): number {
  if (every === 'day') return 1;
  if (every === 'week') return 1 / 7;
  const day = iso(at);
  return 1 / new Date(Date.UTC(+day.slice(0, 4), +day.slice(5, 7), 0)).getUTCDate();
}

/** Whole units and the cut ones at the edges, as half-open ranges of days. `starts`: the weekday of a week's first day. */
function units(promise: Resolution, days: number, every: PaceUnit, starts: number): { begin: number; end: number; whole: boolean }[] {
  if (every === 'month') {
    const first_of_month = (at: number) => iso(at).slice(8, 10) === '01';
    const first = serial(promise.from);
    return months(promise.from, promise.to).map(({ begin, end }) => ({ begin, end, whole: first_of_month(first + begin) && first_of_month(first + end) }));
  }
  const long = every === 'day' ? 1 : 7;
  const lead = long === 1 ? 0 : (weekday(serial(promise.from)) - starts + 7) % 7;
  const list = [];
  for (let at = -lead; at < days; at += long) list.push({ begin: Math.max(0, at), end: Math.min(days, at + long), whole: at >= 0 && at + long <= days });
  return list;
}

/** Bars of a promise for every unit, judged as its verdict was. */
function bars_of(promise: Resolution, values: (number | null)[], days: number, every: PaceUnit, starts: number): Bar[] {
  const target = promise.target ?? 0;
  const op = op_of(promise);
  const holds = (n: number) => (op === '>' ? n > target : op === '<' ? n < target : promise.limit ? n <= target : n >= target);
  let before = 0;
  return units(promise, days, every, starts)
    .filter((unit) => unit.begin < values.length)
    .map(({ begin, end, whole }) => {
      const seen = values.slice(begin, end);
      const last = seen.filter((n) => n !== null).pop() ?? before;
      const value = last - before;
      before = last;
      const blind = seen.some((n) => n === null);
      const ended = whole && end <= values.length;
      // More can only help a goal, and only hurt a limit.
      const sure = promise.limit ? !holds(value) || (ended && !blind) : ended && (holds(value) || !blind);
      return { begin, end: Math.min(end, values.length), value, is: !sure ? 'open' : holds(value) ? 'held' : 'failed' };
    });
}

/**
 * The review does not say on which day its weeks begin: they are those by which as many held as its verdict counted.
 * Monday before any other. Empty where no week does, and then there is nothing to draw.
 */
function agreeing_bars(promise: Resolution, values: (number | null)[], days: number, every: PaceUnit): Bar[] {
  for (const starts of every === 'week' ? [0, 6, 5, 1, 2, 3, 4] : [0]) {
    const bars = bars_of(promise, values, days, every, starts);
    const count = (is: Bar['is']) => bars.filter((bar) => bar.is === is).length;
    if (promise.periods && count('held') === promise.periods.held && count('failed') === promise.periods.of - promise.periods.held) return bars;
  }
  return [];
}

function needed_line(promise: Resolution, kind: Chart['kind'], values: (number | null)[], days: number): Point[] {
  const target = promise.target;
  if (target === null) return [];
  const { every } = unit_of(promise);
  if (kind === 'pace' && every) {
    // The average is over covered days: one that could not be seen asks for nothing.
    let sum = 0;
    const first = serial(promise.from);
    const line = Array.from({ length: days }, (_, i) => {
      if (i >= values.length || values[i] !== null) sum += target * part(first + i, every);
      return { at: i + 1, value: sum };
    });
    return [{ at: 0, value: 0 }, ...line];
  }
  const flat = promise.limit || kind !== 'total';
  return [{ at: 0, value: flat ? target : 0 }, { at: days, value: target }];
}

/** What to draw of a promise; null where it has no course, or no day of it could be seen. */
export function chart_of(promise: Resolution, as_of: string): Chart | null {
  const days = daysIn(promise.from, promise.to);
  if (!promise.course || !(days > 0) || days > LONGEST) return null;
  const lived = lived_days(promise, as_of);
  const values = Array.from({ length: lived }, (_, i) => promise.course?.[i] ?? null);
  if (values.every((n) => n === null)) return null;
  const { base, pace, every } = unit_of(promise);
  const kind = pace === 'every' ? 'units' : base === '%' || base === 'weeks' ? 'level' : pace === 'per' ? 'pace' : 'total';
  const bars = kind === 'units' && every ? agreeing_bars(promise, values, days, every) : [];
  if (kind === 'units' && bars.length === 0) return null;

  const seen = runs(values.map((n) => n !== null));
  const course = kind === 'units' ? [] : seen.filter((run) => run.value).map(({ begin, end }) => {
    const line: Point[] = begin === 0 && kind !== 'level' ? [{ at: 0, value: 0 }] : [];
    for (let i = begin; i < end; i++) line.push({ at: i, value: values[i] ?? 0 }, { at: i + 1, value: values[i] ?? 0 });
    return line;
  });
  const needed = needed_line(promise, kind, values, days);
  const tops = [...course.flat(), ...needed, ...bars].map((point) => point.value);
  const last = course[course.length - 1];
  return {
    kind, days, lived, course, needed, bars,
    unseen: seen.filter((run) => !run.value),
    least: Math.min(0, ...tops),
    most: Math.max(0, ...tops) || 1,
    now: last?.[last.length - 1] ?? null,
  };
}
