import { serial } from './days';
import type { Activity, Change } from './review';

/** A change where it falls in the period, in days from its first; the interval cut to the days lived. */
export interface Turn {
  change: Change;
  at: number;
  low: number;
  high: number;
}
/** The pace between two changes. */
export interface Level {
  begin: number;
  end: number;
  per_week: number;
}

/** The changes of an activity in the lived days of the period; one that fell before or after them is told by words alone. */
export function turns(activity: Activity, from: string, lived: number): Turn[] {
  const first = serial(from);
  const clip = (at: number) => Math.max(0, Math.min(lived, at));
  return (activity.changes ?? [])
    .map((change) => ({ change, at: serial(change.date) - first, low: clip(serial(change.low) - first), high: clip(serial(change.high) - first + 1) }))
    .filter(({ at }) => at >= 0 && at < lived)
    .sort((a, b) => a.at - b.at);
}

/** The paces before, between and after; between two changes it is the pace after the earlier one. */
export function levels(list: Turn[], lived: number): Level[] {
  const edges = [0, ...list.map((turn) => turn.at), lived];
  return edges.slice(1).map((end, i) => {
    const before = list[i - 1];
    const after = list[i];
    return { begin: edges[i] ?? 0, end, per_week: before ? before.change.after_per_week : (after?.change.before_per_week ?? 0) };
  }).filter((level) => list.length > 0 && level.end > level.begin);
}
