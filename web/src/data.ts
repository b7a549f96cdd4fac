import { read } from './read';
import type { Review } from './review';

/** Where the page's data comes from: inside of it, or from the server that it came from. Nowhere else. */

export type Language = 'ko' | 'en';
/** What the server holds (`hoego.state/1`): the years in which there are records, ascending. */
export interface State {
  language: Language;
  years: number[];
  today: string;
  life: string;
  /** Where there is no life yet, or only the sample: what one could begin with. */
  first_run: FirstRun | null;
}
export interface FirstRun {
  folder: string;
  is_life: boolean;
  home_zone: string;
  sample: string;
}

/** Why an answer is no answer: in the server's words where it had any. */
export class Refusal extends Error {
  constructor(
    what: string,
    readonly remedy: string,
    readonly where = '',
  ) {
    super(what);
  }
}

/** What went wrong, to be told beside what was wanted. */
export interface Trouble {
  what: string;
  where: string;
  remedy: string;
}
/** `no_answer`: what to say where it was no answer of the server's. */
export function trouble_of(error: unknown, no_answer: string): Trouble {
  return error instanceof Refusal ? { what: error.message, where: error.where, remedy: error.remedy } : { what: no_answer, where: '', remedy: '' };
}

/** The text inside of the element, which may be packed: zlib in base64. */
async function unpacked(element: HTMLElement | null): Promise<string> {
  const text = element?.textContent ?? '';
  if (element?.dataset.packed !== 'deflate') return text;
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = raw.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}

/** The review that the page carries; null where it carries none or a broken one. */
export async function carried(): Promise<Review | null> {
  try {
    return read(await unpacked(document.getElementById('hoego-review')));
  } catch {
    return null;
  }
}

/** Whether there is a server to ask. A file has none. */
export function is_served(): boolean {
  return location.protocol === 'http:' || location.protocol === 'https:';
}

/** The text of an answer; what is no answer is thrown as a `Refusal`. `body`: puts it there (or posts it) instead of asking. */
export async function ask(path: string, signal: AbortSignal, body?: unknown, method: 'PUT' | 'POST' | 'DELETE' = 'PUT'): Promise<string> {
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return text_of(await fetch(path, { signal, headers, ...(body === undefined ? {} : { method, body: JSON.stringify(body) }) }));
}

async function text_of(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.ok) return text;
  let said: { what?: unknown; remedy?: unknown; where?: unknown } = {};
  try {
    said = (JSON.parse(text) as { error?: typeof said }).error ?? {};
  } catch {
    // Not the server's own words: its status is all there is to say.
  }
  throw new Refusal(typeof said.what === 'string' ? said.what : `HTTP ${answer.status}`, typeof said.remedy === 'string' ? said.remedy : '', typeof said.where === 'string' ? said.where : '');
}

declare global {
  /** The answer to what the page asked before its program was there (index.html). */
  var hoego_state: Promise<Response> | undefined;
}

export async function ask_state(signal: AbortSignal): Promise<State> {
  const early = globalThis.hoego_state;
  globalThis.hoego_state = undefined;
  const value = JSON.parse(await (early ? text_of(await early) : ask('api/state', signal))) as Partial<State> & { schema?: string };
  if (value.schema !== 'hoego.state/1') throw new Refusal('hoego.state/1?', '');
  return {
    language: value.language === 'en' ? 'en' : 'ko',
    years: (value.years ?? []).filter((year) => Number.isInteger(year)),
    today: value.today ?? '',
    life: value.life ?? '',
    first_run: value.first_run ?? null,
  };
}

/** A review, and the tag by which the server knows whether it is still the same. */
export interface Tagged {
  review: Review;
  tag: string;
}

const review_path = (year: number | string, language: Language) => `api/review?year=${year}&lang=${language}`;

const cited = new WeakMap<Review, Promise<Review['cited']>>();
/** The records that a review cites. A file carries them; a server is asked once the first of them is to be seen. */
export function cited_by(review: Review): Promise<Review['cited']> {
  if (!is_served() || Object.keys(review.cited).length > 0) return Promise.resolve(review.cited);
  const known = cited.get(review);
  if (known) return known;
  const asked = ask(review_path(review.period.from.slice(0, 4), review.language), new AbortController().signal).then((text) => read(text)?.cited ?? {});
  cited.set(review, asked);
  // What failed is asked for anew the next time.
  asked.catch(() => cited.delete(review));
  return asked;
}

/** Without the records that it cites. `any`: the last answer will do, though it be out of date. `tag`: null where the answer is still that one. */
export async function ask_review(year: number, language: Language, signal: AbortSignal, has: 'any' | { tag: string }): Promise<Tagged | null> {
  const wish: Record<string, string> = has === 'any' ? { 'cache-control': 'max-stale' } : { 'if-none-match': has.tag };
  const answer = await fetch(`${review_path(year, language)}&cited=no`, { signal, cache: 'no-store', headers: { accept: 'application/json', ...wish } });
  if (answer.status === 304) return null;
  const review = read(await text_of(answer));
  if (!review) throw new Refusal('hoego.review/1?', '');
  return { review, tag: answer.headers.get('etag') ?? '' };
}
