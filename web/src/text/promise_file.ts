import { resolution } from '../read';
import type { Resolution } from '../review';
import { asked, stored_of, type Shelf, type Stored } from './shelf';

/** The file of promises as the server has it (`hoego.promises/1`), and what it reads in one that is typed. */

export interface Name {
  id: string;
  /** All ways to write it in a check. */
  written: string[];
}
export interface CheckWords {
  measures: string[];
  activities: Name[];
  areas: Name[];
  countries: { id: string; name: { ko: string; en: string } }[];
}
export const NO_WORDS: CheckWords = { measures: [], activities: [], areas: [], countries: [] };
/** What cannot be read, in the command line's own words. */
export interface CheckIssue {
  line: number;
  /** In characters of the line, from 1. */
  column: number;
  what: string;
  remedy: string;
}
/** A line that is a promise, or holds what cannot be read. */
export interface ReadLine {
  line: number;
  promise: Resolution | null;
  issues: CheckIssue[];
}

/** The file of one year. */
export class PromiseShelf implements Shelf {
  year_before = false;
  constructor(readonly year: number) {}
  async read(signal: AbortSignal): Promise<Stored> {
    const value = await asked('hoego.promises/1', `api/promises?year=${this.year}`, signal);
    this.year_before = value.year_before === true;
    return stored_of(value);
  }
  async put(text: string | null, known: string, signal: AbortSignal): Promise<Stored> {
    return stored_of(await asked('hoego.promises/1', 'api/promises', signal, { year: this.year, text, known }));
  }
}

/** What a check may name. */
export async function ask_words(year: number, signal: AbortSignal): Promise<CheckWords> {
  const { words } = await asked('hoego.promises/1', `api/promises?year=${year}&words=1`, signal);
  return { ...NO_WORDS, ...(words as Partial<CheckWords>) };
}

export async function ask_plan(year: number, language: string, signal: AbortSignal): Promise<{ text: string; warning: string }> {
  const value = await asked('hoego.plan/1', `api/promises/plan?year=${year}&lang=${language}`, signal);
  return { text: String(value.text ?? ''), warning: String(value.warning ?? '') };
}

/** The promises of a text as they would be judged were it the file, by line; and the tag of what the file is now. */
export async function try_promises(year: number, text: string, signal: AbortSignal): Promise<{ tag: string; lines: ReadLine[] }> {
  const value = await asked('hoego.tried/1', 'api/promises/try', signal, { year, text }, 'POST');
  const lines = new Map<number, ReadLine>();
  const at = (line: number) => {
    if (!lines.has(line)) lines.set(line, { line, promise: null, issues: [] });
    return lines.get(line)!;
  };
  for (const promise of (value.promises as Parameters<typeof resolution>[0][] | undefined) ?? []) {
    const line = Number(/:(\d+)$/.exec(promise.where ?? '')?.[1] ?? 0);
    at(line).promise = resolution(promise);
  }
  for (const issue of (value.issues as CheckIssue[] | undefined) ?? []) at(issue.line).issues.push(issue);
  return { tag: String(value.tag ?? ''), lines: [...lines.values()].sort((a, b) => a.line - b.line) };
}

const ITEM = /^([ \t]*(?:[-*+]|\d+[.)]) +)(\[([ xX])\])?/;
/** A line of a promise ticked, or not any more; nothing for what is no item. */
export function ticked(line: string, now: boolean): string | null {
  const found = ITEM.exec(line);
  if (!found) return null;
  const [head, mark = '', box] = found;
  const rest = line.slice(head.length);
  return `${mark}[${now ? 'x' : ' '}]${box ? '' : ' '}${rest}`;
}
