import { asked, stored_of, type Shelf, type Stored } from './shelf';

/** The owner's text of a year as the server has it (`hoego.text/1`), and how its sentences stand beside the records. */

export type Standing = 'agrees' | 'differs' | 'cannot be known' | 'not a claim';
export const STANDINGS: Standing[] = ['agrees', 'differs', 'cannot be known', 'not a claim'];
export interface JudgedPart {
  words: string;
  standing: Standing;
  /** What the records say instead; may be empty. */
  found: string;
  /** Empty where no finding bears on it. */
  finding: string;
}
export interface JudgedSentence {
  /** In the text, as a field counts. */
  at: number;
  end: number;
  text: string;
  standing: Standing;
  parts: JudgedPart[];
}

export class TextShelf implements Shelf {
  constructor(readonly year: number) {}
  async read(signal: AbortSignal): Promise<Stored> {
    return stored_of(await asked('hoego.text/1', `api/text?year=${this.year}`, signal));
  }
  async put(text: string | null, known: string, signal: AbortSignal): Promise<Stored> {
    return stored_of(await asked('hoego.text/1', 'api/text', signal, { year: this.year, text, known }));
  }
}

/** The review as a text to go on from. */
export async function ask_begun(year: number, language: string, signal: AbortSignal): Promise<string> {
  return String((await asked('hoego.begun/1', `api/text/begin?year=${year}&lang=${language}`, signal)).text ?? '');
}

export async function verify(year: number, text: string, signal: AbortSignal): Promise<{ tag: string; sentences: JudgedSentence[] }> {
  const value = await asked('hoego.verified/1', 'api/verify', signal, { year, text }, 'POST');
  return { tag: String(value.tag ?? ''), sentences: (value.sentences as JudgedSentence[] | undefined) ?? [] };
}
