import { ask, Refusal, type Language } from '../data';

/** The interview as the server has it (`hoego.questions/1`), and what is kept of it. */

export interface Question {
  finding: string;
  heading: string;
  told: string[];
  before: { year: number; text: string }[];
  text: string;
  /** The owner's words as they stand in the file; null where there are none. */
  answer: string | null;
}
export interface Questions {
  file: string;
  list: Question[];
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list_of = <T>(value: unknown, one: (member: Record<string, unknown>) => T): T[] =>
  (Array.isArray(value) ? value : []).filter((member) => member !== null && typeof member === 'object').map(one);

export async function ask_questions(year: number, language: Language, signal: AbortSignal): Promise<Questions> {
  const value = JSON.parse(await ask(`api/questions?year=${year}&lang=${language}`, signal)) as Record<string, unknown>;
  if (value.schema !== 'hoego.questions/1') throw new Refusal('hoego.questions/1?', '');
  return {
    file: words(value.file),
    list: list_of(value.questions, (question) => ({
      finding: words(question.finding),
      heading: words(question.heading),
      told: (Array.isArray(question.told) ? question.told : []).map(words).filter(Boolean),
      before: list_of(question.before, (then) => ({ year: Number(then.year), text: words(then.text) })),
      text: words(question.text),
      answer: typeof question.answer === 'string' ? question.answer : null,
    })),
  };
}

/** Puts `text` into the year's notes in place of `known`; what else stands there by now stays in front of it. */
export async function put_note(year: number, question: Question, text: string, known: string, signal: AbortSignal): Promise<void> {
  const { finding, heading } = question;
  await ask(`api/note?year=${year}`, signal, { finding, heading, text, known });
}
