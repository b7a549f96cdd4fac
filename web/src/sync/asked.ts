import { ask, Refusal, type Trouble } from '../data';
import type { SyncCounts } from './words';

/** What the page asks of the server about sources and their sync: as doc/api.md has it, of the same version as the page. */

export interface Source {
  path: string;
  there: boolean;
  holds: Record<string, number>;
  unknown: number;
  records: number;
  from: string | null;
  to: string | null;
  checked: string | null;
  problems: number;
}
export interface Sources {
  folder: string;
  unfinished: boolean;
  sources: Source[];
}
/** What a path seems to hold. */
export interface Seen {
  asked: string;
  /** Not there where it is none. */
  path?: string;
  /** As which it is a source already. */
  source?: string | null;
  parts?: { type: string; units: number; examples: string[] }[];
  issues?: { path: string; reason: string; remedy: string }[];
  whole?: boolean;
  error?: Trouble;
}
export interface Written {
  file: string;
  written: string;
  sources: { path: string; known: boolean }[];
}
export interface SyncState {
  state: 'idle' | 'running' | 'elsewhere' | 'done' | 'stopped' | 'failed';
  phase?: 'looking' | 'reading' | 'settling';
  source?: string;
  done?: number;
  total?: number;
  walking?: boolean;
  things?: number;
  per_second?: number | null;
  seconds_left?: number | null;
  result?: SyncCounts;
  error?: Trouble;
}
export interface Problem {
  source: string;
  path: string;
  place: string;
  reason: string;
  remedy: string;
}

function answer<T>(json: string, schema: string): T {
  const value = JSON.parse(json) as T & { schema: string };
  if (value.schema !== schema) throw new Refusal(`${schema}?`, '');
  return value;
}

export const ask_sources = async (signal: AbortSignal): Promise<Sources> => answer(await ask('api/sources', signal), 'hoego.sources/1');
export const ask_problems = async (signal: AbortSignal): Promise<Problem[]> => answer<{ problems: Problem[] }>(await ask('api/problems', signal), 'hoego.problems/1').problems;
export const recognise = async (paths: string[], signal: AbortSignal): Promise<{ paths: Seen[]; types: string[] }> =>
  answer(await ask('api/recognise', signal, { paths }, 'POST'), 'hoego.recognised/1');
export const add_sources = async (sources: { path: string; type: string }[], signal: AbortSignal): Promise<Written> =>
  answer(await ask('api/sources', signal, { sources }, 'POST'), 'hoego.added/1');
export const take_out = (written: string, signal: AbortSignal): Promise<string> => ask('api/sources', signal, { written }, 'DELETE');

/** Whole paths of what could follow one that is being typed. */
export async function names_under(path: string, signal: AbortSignal): Promise<string[]> {
  const { names } = answer<{ names: { name: string; folder: boolean }[] }>(await ask(`api/paths?under=${encodeURIComponent(path)}`, signal), 'hoego.paths/1');
  const folder = path === '~' ? '~/' : path.slice(0, path.lastIndexOf('/') + 1);
  return names.map((one) => folder + one.name + (one.folder ? '/' : ''));
}

/** An answer, or what an event tells: how far a sync is. */
export const sync_state = (json: string): SyncState => answer(json, 'hoego.sync/1');
export const start_sync = async (signal: AbortSignal): Promise<SyncState> => sync_state(await ask('api/sync', signal, {}, 'POST'));
export const cancel_sync = (signal: AbortSignal): Promise<string> => ask('api/sync', signal, {}, 'DELETE');

export const make_life = (folder: string, language: string, home_zone: string, signal: AbortSignal): Promise<string> =>
  ask('api/life', signal, { folder, language, home_zone }, 'POST');
export const make_sample = (signal: AbortSignal): Promise<string> => ask('api/sample', signal, {}, 'POST');
