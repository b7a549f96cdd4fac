import { written } from '../numbers';
import { ask } from '../data';
import type { Cited, Origin } from '../review';
import type { Words } from '../words';

/** A record as the server tells it (`hoego.record/1`). */
export interface RecordTold {
  record: Cited;
  traits: Record<string, string>;
  quantities: Record<string, number>;
  /** Whether the server has its file, and whether any of its origins is there. */
  shown: boolean;
  there: boolean;
  /** What the file has of it, where it is one entry of many. */
  entry: string | null;
}
export async function ask_record(id: string, signal: AbortSignal): Promise<RecordTold> {
  const value = JSON.parse(await ask(`api/record/${encodeURIComponent(id)}`, signal)) as Cited & { text?: string; traits?: RecordTold['traits']; quantities?: RecordTold['quantities']; shown?: boolean; entry?: string | null; originals?: { there?: boolean }[] };
  return { record: value, entry: value.entry ?? null, traits: value.traits ?? {}, quantities: value.quantities ?? {}, shown: value.shown === true, there: (value.originals ?? []).some((one) => one.there === true) };
}

/** The records behind a finding, a page of them. */
export interface Behind {
  /** How many there are, and how many of them can be asked for. */
  count: number;
  listed: number;
  records: Cited[];
}
export async function ask_behind(finding: string, offset: number, limit: number, signal: AbortSignal): Promise<Behind> {
  const value = JSON.parse(await ask(`api/finding/${encodeURIComponent(finding)}?offset=${offset}&limit=${limit}`, signal)) as { evidence_count?: number; listed?: number; records?: Cited[] };
  return { count: value.evidence_count ?? 0, listed: value.listed ?? 0, records: value.records ?? [] };
}

/** Where an origin lies: a file of its source, or the source itself (a repository), and the entry in it. */
export function where_of({ source, path, locator }: Origin): string {
  return [path || source, locator].filter(Boolean).join(' · ');
}
/** A photo that is a file of its own; one entry of many (of a table, of an export) cannot be drawn. */
export function is_drawn(record: Cited): boolean {
  return record.kind === 'photo' && (record.origins ?? []).some((origin) => !origin.locator);
}

/** Of use to hoego alone, or told elsewhere. */
const HIDDEN = ['as_of', 'conversation', 'free', 'live', 'read', 'sequence', 'text_from', 'time_from', 'which'];
/** Traits whose values are words of hoego's own; all else is somebody's text and stays as it is. */
const OF_WORDS = ['sent_by', 'status', 'what'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/;
/** The word for a name, which may be any text of a file. */
const word_of = (words: Record<string, string>, name: string) => (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;

function value_text(name: string, value: string, words: Words): string {
  if (INSTANT.test(value)) return `${words.day(value.slice(0, 10))} ${value.slice(11, 16)}${value.endsWith('Z') ? ' UTC' : ''}`;
  return OF_WORDS.includes(name) ? word_of(words.record.values, value) : value;
}
function quantity_text(name: string, of: string, value: number, words: Words): string {
  const number = written(value, words.lang === 'ko' ? 'ko-KR' : 'en-GB', { maximumFractionDigits: 2 });
  if (name === 'amount' || name === 'price') return words.money(value, of);
  if (name === 'seconds') return words.hours(value / 3600);
  if (name === 'minutes') return words.hours(value / 60);
  return name === 'published' ? String(value) : number;
}

/** What its origins say of it, as name and value. */
export function details({ traits, quantities }: RecordTold, words: Words): [name: string, value: string][] {
  const said = words.record;
  const rows: [string, string][] = [];
  for (const [name, value] of Object.entries(traits)) if (value !== '' && !HIDDEN.includes(name)) rows.push([word_of(said.traits, name), value_text(name, value, words)]);
  const { width, height, ...others } = quantities;
  if (width && height) rows.push([said.size, `${width} × ${height}`]);
  for (const [key, value] of Object.entries(others)) {
    const [name = key, of = ''] = key.split(':');
    const told = word_of(said.quantities, name);
    rows.push([of && !['amount', 'price'].includes(name) ? `${told} (${of})` : told, quantity_text(name, of, value, words)]);
  }
  return rows;
}
