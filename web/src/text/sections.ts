/** A text under its headings: what a sentence says may go on from those before it under the same heading, and no farther. */

export interface Section {
  at: number;
  text: string;
  /** Of its heading; 0 where it has none. */
  level: number;
  /** The lines of the heading and of those above it. */
  path: string[];
}

/** Whatever is a heading in another way, or hides one: such a text is one section. */
const OTHERWISE = /<!--|^[^\n]*\S[^\n]*\n *(=+|-+) *$|^(---|\+\+\+) *$/m;
const HEADING = /^(#{1,6}) /;

export function sections_of(text: string): Section[] {
  const list: Section[] = [{ at: 0, text: '', level: 0, path: [] }];
  let fence = '';
  let above: { level: number; line: string }[] = [];
  const whole = OTHERWISE.test(text);
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
    const line = text.slice(at, end);
    const mark = /^\s*(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    const level = fence === '' && !whole ? (HEADING.exec(line)?.[1]?.length ?? 0) : 0;
    if (level > 0) {
      above = [...above.filter((one) => one.level < level), { level, line: line.trimEnd() }];
      list.push({ at, text: '', level, path: above.map((one) => one.line) });
    }
    list[list.length - 1]!.text += line;
    at = end;
  }
  return list;
}

/** What of a text is not as it was before: to be judged again, with the headings it stands under before it. */
export interface Part {
  /** Headings, not of the part itself. */
  head: string;
  from: number;
  to: number;
  /** What followed it before began there; the same follows it now, from `to` on. */
  before_to: number;
}
export function changed_part(before: string, now: string): Part | null {
  if (before === now) return null;
  const old = sections_of(before);
  const all = sections_of(now);
  let first = 0;
  while (first < old.length && first < all.length && old[first]!.text === all[first]!.text) ++first;
  let last = 0;
  while (last < Math.min(old.length, all.length) - first && old[old.length - 1 - last]!.text === all[all.length - 1 - last]!.text) ++last;
  const headings = (list: Section[]) => list.slice(first, list.length - last).map((one) => one.path.join('\n')).join('\n\n');
  // Under another heading than before: what follows may stand under it too.
  if (headings(old) !== headings(all)) last = 0;
  const from = all[first]?.at ?? now.length;
  const path = all[first]?.path.slice(0, -1) ?? [];
  return {
    head: path.map((line) => line + '\n').join(''),
    from,
    to: last === 0 ? now.length : all[all.length - last]!.at,
    before_to: last === 0 ? before.length : old[old.length - last]!.at,
  };
}
