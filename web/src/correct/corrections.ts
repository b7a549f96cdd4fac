import { ask, Refusal } from '../data';

/** What can be put right, and what was, as the server has it (`hoego.correction/1`, `hoego.corrections/1`, `hoego.proposals/1`). */

export interface Lines {
  line: number;
  removed: string[];
  added: string[];
}
/** An edit of one file of the owner's: done, or as it would be. */
export interface Edit {
  file: string;
  lines: Lines[];
  before: string;
  after: string;
  /** From now on only activities with a rule are activities. */
  first_rule: boolean;
}
/** The body of `POST /api/correction`: one kind of thing and what is said of it. */
export type Asked = Record<string, Record<string, unknown>>;

export interface Correction {
  table: 'trip' | 'change' | 'record';
  lines: string[];
  applies: boolean;
  nearest: string[];
  /** Of a trip: name, same, split, never, sure. Of a change: reject, sure. */
  what: string;
  from: string;
  to: string;
  name: string;
  trips: { id: string; from: string; to: string }[];
  label: { ko: string; en: string };
  near: string;
  id: string;
  mine: boolean | null;
  reject: boolean;
  time: boolean;
  place: boolean;
  record: { kind: string; title: string; day: string } | null;
}
export interface Source {
  path: string;
  mine: boolean;
  private: boolean;
}
export interface Corrections {
  file: string;
  list: Correction[];
  sources: Source[];
  /** The last edits, as far as they can be taken back. */
  edits: Edit[];
}
export interface Proposal {
  id: string;
  titles: string[];
  times: number;
  weeks: number;
  last: string;
  takes: number;
  match: Record<string, string>[];
}
export interface Things {
  name: string;
  count: number;
  mine: boolean;
  doubtful: boolean;
}
export interface Proposals {
  file: string;
  activities: Proposal[];
  areas: { id: string; label: { ko: string; en: string } }[];
  cameras: Things[];
  accounts: Things[];
  writers: Things[];
  calendars: Things[];
}

function answer<T>(text: string, schema: string): T {
  const value = JSON.parse(text) as T & { schema?: string };
  if (value.schema !== schema) throw new Refusal(`${schema}?`, '');
  return value;
}

/** Has the edit made, or only says what it would be. */
export async function ask_correction(asked: Asked, what: 'preview' | 'write', signal: AbortSignal): Promise<Edit> {
  return answer<Edit>(await ask(`api/correction?preview=${what === 'preview' ? 1 : 0}`, signal, asked, 'POST'), 'hoego.correction/1');
}
export async function ask_undo({ file, before, after }: Edit, signal: AbortSignal): Promise<void> {
  answer(await ask('api/undo', signal, { file, before, after }, 'POST'), 'hoego.undo/1');
}
export async function ask_corrections(signal: AbortSignal): Promise<Corrections> {
  const value = answer<{ file: string; corrections: Correction[]; sources: Source[]; edits: Edit[] }>(await ask('api/corrections', signal), 'hoego.corrections/1');
  // Only a trip's names trips.
  return { file: value.file, list: value.corrections.map((one) => ({ ...one, trips: one.trips ?? [] })), sources: value.sources, edits: value.edits };
}
export async function ask_proposals(signal: AbortSignal): Promise<Proposals> {
  return answer<Proposals>(await ask('api/proposals', signal), 'hoego.proposals/1');
}
