import { iso, serial } from '../days';

/** Stretches of time in days since 1970-01-01, with fractions for the time of day as it was lived; the end is exclusive. */
export interface Span {
  from: number;
  to: number;
}
export const WIDTHS = ['quarter_hour', 'hour', 'day', 'week', 'month', 'year', 'decade'] as const;
export type Width = (typeof WIDTHS)[number];

export const LEAST = 3 / 24;
const LONG: Record<Width, number> = { quarter_hour: 1 / 96, hour: 1 / 24, day: 1, week: 7, month: 30.44, year: 365.25, decade: 3652.5 };
/** A bar is no narrower. */
const BAR = 3;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
export const length_of = (span: Span) => span.to - span.from;

/** The finest buckets whose bars can be told apart in so many pixels. */
export function width_for(span: Span, pixels: number): Width {
  return WIDTHS.find((width) => (length_of(span) / LONG[width]) * BAR <= pixels) ?? 'decade';
}

/** Where a bucket ends that begins there. */
export function bucket_end(at: number, width: Width): number {
  if (width !== 'month' && width !== 'year' && width !== 'decade') return at + LONG[width];
  const day = iso(Math.floor(at));
  const year = +day.slice(0, 4);
  const month = +day.slice(5, 7);
  const [y, m] = width === 'month' ? (month === 12 ? [year + 1, 1] : [year, month + 1]) : [year + (width === 'year' ? 1 : 10), 1];
  return serial(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`);
}

/** So long, and its middle in what there is. */
export function within(span: Span, all: Span): Span {
  const most = Math.max(length_of(all), 1);
  const long = clamp(length_of(span), Math.min(LEAST, most), most);
  const middle = (span.from + span.to) / 2;
  const from = long >= most ? all.from : clamp(middle - long / 2, all.from - long / 2, all.to - long / 2);
  return { from, to: from + long };
}

/** Longer or shorter by a factor, with the time `at` where it was. */
export function zoomed(span: Span, factor: number, at: number, all: Span): Span {
  const long = clamp(length_of(span) * factor, LEAST, Math.max(length_of(all), LEAST));
  const share = (at - span.from) / length_of(span);
  return within({ from: at - share * long, to: at + (1 - share) * long }, all);
}

/** The whole days that a span touches. */
export function days_of(span: Span): { from: string; to: string } {
  return { from: iso(Math.floor(span.from)), to: iso(Math.max(Math.floor(span.from), Math.ceil(span.to) - 1)) };
}

export interface Tick {
  at: number;
  unit: 'hour' | 'day' | 'month' | 'year';
}
const MONTHS = [1, 3, 6];
const YEARS = [1, 2, 5, 10, 20, 50, 100];

/** Where the axis is labelled: at most one label in `apart` pixels. */
export function ticks(span: Span, pixels: number, apart: number): Tick[] {
  const fits = (long: number) => (length_of(span) / long) * apart <= pixels;
  const every = (step: number, unit: 'hour' | 'day'): Tick[] => {
    const list: Tick[] = [];
    for (let i = Math.ceil(span.from / step); i * step < span.to; ++i) list.push({ at: i * step, unit: Number.isInteger(i * step) ? 'day' : unit });
    return list;
  };
  for (const hours of [1, 3, 6, 12]) if (fits(hours / 24)) return every(hours / 24, 'hour');
  for (const days of [1, 2, 7, 14]) if (fits(days)) return every(days, 'day');
  const months = MONTHS.find((n) => fits(n * LONG.month));
  const step = months ?? 12 * (YEARS.find((n) => fits(n * LONG.year)) ?? 500);
  const first = +iso(Math.floor(span.from)).slice(0, 4);
  const last = +iso(Math.floor(span.to)).slice(0, 4);
  const list: Tick[] = [];
  for (let at = Math.floor((first * 12) / step) * step; at < 12 * (last + 1); at += step) {
    const day = serial(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`);
    if (day >= span.from && day < span.to) list.push({ at: day, unit: at % 12 === 0 ? 'year' : 'month' });
  }
  return list;
}
