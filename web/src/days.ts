/** Civil days as ISO dates and as whole numbers (days since 1970-01-01). No time zone is ever applied. */

const MS = 86_400_000;

export function serial(day: string): number {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / MS);
}
export function iso(at: number): string {
  return new Date(at * MS).toISOString().slice(0, 10);
}
/** Monday is 0. */
export function weekday(at: number): number {
  return (((at + 3) % 7) + 7) % 7;
}
export function daysIn(from: string, to: string): number {
  return serial(to) - serial(from) + 1;
}

export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
  /** Its days inside the period, as offsets from the period's first day; `end` is one past the last. */
  begin: number;
  end: number;
}

/** The months that a period touches, in order, cut to it. */
export function months(from: string, to: string): Month[] {
  const first = serial(from);
  const last = serial(to);
  const list: Month[] = [];
  let year = +from.slice(0, 4);
  let month = +from.slice(5, 7);
  for (let at = first; at <= last && list.length < 1200; ) {
    const next = Math.round(Date.UTC(year, month, 1) / MS);
    const end = Math.min(next, last + 1);
    list.push({ year, month, begin: at - first, end: end - first });
    at = end;
    if (month === 12) year += 1;
    month = (month % 12) + 1;
  }
  return list;
}

/** Of fewer than three months the days are drawn: so few bars would say nothing. */
export function draws_days(list: Month[]): boolean {
  return list.length < 3;
}

/** Runs of equal values, as half-open ranges of indices. */
export function runs<T>(values: T[]): { value: T; begin: number; end: number }[] {
  const list: { value: T; begin: number; end: number }[] = [];
  values.forEach((value, i) => {
    const last = list[list.length - 1];
    if (last && last.value === value) last.end = i + 1;
    else list.push({ value, begin: i, end: i + 1 });
  });
  return list;
}
