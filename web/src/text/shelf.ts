import { ask, Refusal } from '../data';

/** A file as the server has it: its bytes as text, null where there is none, and the tag of them. */
export interface Stored {
  file: string;
  text: string | null;
  tag: string;
}
/** Where it is read and written. */
export interface Shelf {
  read(signal: AbortSignal): Promise<Stored>;
  /** Refused where the file is no longer what `known` is the tag of. */
  put(text: string | null, known: string, signal: AbortSignal): Promise<Stored>;
}

type Members = Record<string, unknown>;
/** The members of an answer, which must be of this schema. */
export async function asked(schema: string, path: string, signal: AbortSignal, body?: unknown, method?: 'PUT' | 'POST'): Promise<Members> {
  const value = JSON.parse(await ask(path, signal, body, method)) as Members;
  if (value.schema !== schema) throw new Refusal(`${schema}?`, '');
  return value;
}
export function stored_of(value: Members): Stored {
  return { file: String(value.file ?? ''), text: typeof value.text === 'string' ? value.text : null, tag: String(value.tag ?? '') };
}
