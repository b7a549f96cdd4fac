import type { CheckWords, Name } from './promise_file';

/** What may be written next in a check: the language is told in doc/resolutions.md. */

export type Group = 'measure' | 'activity' | 'area' | 'country' | 'filter' | 'key' | 'pace' | 'value' | 'op';
export interface Option {
  group: Group;
  /** What is put there, with a blank behind it where more must follow. */
  insert: string;
  /** As it is listed, and by what else it is known. */
  shown: string;
  note: string;
}
/** The options at a caret, and from where on they replace what is typed. */
export interface Options {
  from: number;
  list: Option[];
}

const OF = ['hours of', 'days of', 'distance of', 'cost of', 'longest streak of'];
const OPS = ['>=', '<=', '>', '<', '='];
const KEYS = ['title', 'calendar', 'source', 'workout', 'repository', 'language', 'place', 'person'];
const PACES = ['per day', 'per week', 'per month', 'every day', 'every week', 'every month'];
const MOST = 8;
const PIECE = /"[^"]*"?|<=|>=|[<>=~,]|[^\s",~<>=]+/g;

const line_before = (text: string, caret: number) => text.slice(caret === 0 ? 0 : text.lastIndexOf('\n', caret - 1) + 1, caret);
/** Whether the line up to a caret is that of a promise. */
export function is_item(text: string, caret: number): boolean {
  return /^\s*([-*+]|\d+[.)]) /.test(line_before(text, caret));
}
/** The check around a caret, up to it; null where the caret is in none. */
export function check_before(text: string, caret: number): { at: number; head: string } | null {
  const line = line_before(text, caret);
  const open = line.lastIndexOf('`');
  if (open < 0 || line.split('`').length % 2 === 1 || !is_item(text, caret)) return null;
  return { at: caret - line.length + open + 1, head: line.slice(open + 1) };
}

/** What a reader would look for after these words. */
type Place = 'measure' | 'activity' | 'area' | 'after_area' | 'after_measure' | 'country' | 'key' | 'like' | 'value' | 'after_value' | 'after_pace' | 'nothing';
function place_after(words: string[]): Place {
  const small = words.map((word) => word.toLowerCase());
  const text = small.join(' ');
  const last = small[small.length - 1] ?? '';
  if (words.length === 0) return 'measure';
  if (small.some((word) => OPS.includes(word))) {
    if (OPS.includes(last)) return 'value';
    if (/ (by|by \S+|per|every|last)$/.test(text)) return 'nothing';
    return / (per|every) \S+$/.test(text) ? 'after_pace' : 'after_value';
  }
  if (text === 'share of') return 'area';
  if (OF.includes(text)) return 'activity';
  if (small[0] === 'share') return words.length > 2 && last !== 'in' ? 'after_area' : 'nothing';
  if (['hours', 'days', 'distance', 'cost', 'longest', 'longest streak', 'day', 'nights'].includes(text)) return 'nothing';
  if (last === 'in' || last === 'except' || last === ',') return 'country';
  if (last === 'where') return 'key';
  if (small[small.length - 2] === 'where') return 'like';
  return last === '~' ? 'nothing' : 'after_measure';
}

const plain = (text: string) => text.toLowerCase().replace(/^"/, '').trimEnd();
/** How well an option fits: 2 from its beginning, 1 somewhere inside. */
function fit(option: Option, typed: string): number {
  const all = [option.shown, ...option.note.split(', ')].map(plain);
  if (all.some((one) => one.startsWith(typed))) return 2;
  return typed !== '' && !typed.includes(' ') && all.some((one) => one.includes(typed)) ? 1 : 0;
}

/** A name under the way of writing that fits what is typed best; the others are told beside it. */
function of_name(group: Group, name: Name, typed: string): Option {
  const written = name.written.find((one) => plain(one).startsWith(typed)) ?? name.written.find((one) => plain(one).includes(typed)) ?? name.written[0] ?? name.id;
  return { group, insert: `${written} `, shown: written, note: name.written.filter((one) => one !== written).join(', ') };
}

function options_of(place: Place, words: CheckWords, notes: Record<string, string>, typed: string, language: 'ko' | 'en'): Option[] {
  const said = (group: Group, list: string[], after = ' '): Option[] => list.map((one) => ({ group, insert: one + after, shown: one, note: notes[one] ?? '' }));
  const activities = () => words.activities.map((name) => of_name('activity', name, typed));
  switch (place) {
    case 'measure':
      return [...activities(), ...said('measure', words.measures)];
    case 'activity':
      return activities();
    case 'area':
      return words.areas.map((name) => of_name('area', name, typed));
    case 'after_measure':
      return [...said('op', OPS), ...said('filter', ['abroad', 'in', 'except', 'where'])];
    case 'after_area':
      return [...said('filter', ['in evenings', 'in weekends']), ...said('op', OPS)];
    case 'country':
      return words.countries.map(({ id, name }) => ({ group: 'country', insert: id, shown: id, note: name[language] }));
    case 'key':
      return said('key', KEYS);
    case 'like':
      return said('op', ['~']);
    case 'value':
      return said('value', ['last year'], '');
    case 'after_value':
      return [...said('pace', PACES, ''), ...said('value', ['by'])];
    case 'after_pace':
      return said('value', ['by']);
    default:
      return [];
  }
}

/** After these something must follow, so that it is offered before a letter of it is typed. */
const MUST: Place[] = ['activity', 'area', 'after_area', 'after_measure', 'country', 'key', 'like'];

/**
 * What fits at the caret; nothing where no check is there, or where a whole word is. `asked`: also where
 * nothing need follow.
 */
export function options_at(text: string, caret: number, words: CheckWords, notes: Record<string, string>, language: 'ko' | 'en', asked = false): Options | null {
  const check = check_before(text, caret);
  if (!check) return null;
  const { head } = check;
  const pieces = [...head.matchAll(PIECE)];
  // An option may be of several words, of which some are typed ("per we"): the longest beginning wins.
  for (let back = Math.min(3, pieces.length); back >= 0; --back) {
    const from = pieces[pieces.length - back]?.index ?? head.length;
    if (back === 0 && /[^\s,~<>=]$/.test(head)) return null;
    const place = place_after(pieces.slice(0, pieces.length - back).map((piece) => piece[0]));
    if (back === 0 && head !== '' && !asked && !MUST.includes(place)) return null;
    const typed = head.slice(from).toLowerCase().replace(/^"/, '').replace(/\s+/g, ' ');
    const all = options_of(place, words, notes, typed.trimEnd(), language);
    if (!asked && all.some((option) => plain(option.shown) === typed)) return null;
    const fitting = all.map((option) => ({ option, score: fit(option, typed) })).filter((one) => one.score > 0);
    fitting.sort((a, b) => b.score - a.score);
    if (fitting.length > 0) return { from: check.at + from, list: fitting.slice(0, MOST).map((one) => one.option) };
  }
  return null;
}
