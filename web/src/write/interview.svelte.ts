import { trouble_of, type Language, type Trouble } from '../data';
import { Drafts } from './drafts';
import { ask_questions, put_note, type Question } from './questions';

/** What was done last: it is told, and can be undone. */
export interface Done {
  what: 'kept' | 'taken_out' | 'undone';
  question: Question;
  /** What stood in the file before and what stands there now. */
  before: string;
  now: string;
  /** Somebody wrote into the file meanwhile. */
  merged: boolean;
}
/** An interview of one year in one language: where it is, what is typed, what was kept. */
export class Interview {
  questions = $state.raw<Question[] | null>(null);
  file = $state('');
  /** The question shown; as many as there are: the end. */
  at = $state(0);
  text = $state('');
  busy = $state(false);
  nothing = $state(false);
  done = $state.raw<Done | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  private readonly drafts: Drafts;
  private readonly stopped = new AbortController();

  constructor(
    readonly year: number,
    readonly language: Language,
    life: string,
    /** What to say where no server answers. */
    private readonly no_answer: string,
  ) {
    this.drafts = new Drafts(life, year);
  }

  get question(): Question | null {
    return this.questions?.[this.at] ?? null;
  }
  get answered(): number {
    return (this.questions ?? []).filter((one) => one.answer !== null).length;
  }
  /** Whether something is typed there that is not kept. */
  has_draft(question: Question): boolean {
    return question === this.question ? this.text !== (question.answer ?? '') : this.drafts.of(question.finding) !== null;
  }

  async start(): Promise<void> {
    await this.attempt(async () => {
      const { file, list } = await ask_questions(this.year, this.language, this.stopped.signal);
      this.file = file;
      this.questions = list;
      const left = list.findIndex((one) => one.finding === this.drafts.at);
      const open = list.findIndex((one) => one.answer === null);
      this.go(left >= 0 ? left : open >= 0 ? open : 0);
    });
  }
  /** The page turns elsewhere: nothing more is asked. What is typed stays a draft. */
  stop(): void {
    this.stopped.abort();
  }
  typed(text: string): void {
    this.text = text;
    this.nothing = false;
    if (this.question) this.drafts.put(this.question.finding, text === (this.question.answer ?? '') ? null : text);
  }
  go(to: number): void {
    const count = this.questions?.length ?? 0;
    this.at = Math.max(0, Math.min(count, to));
    this.nothing = false;
    this.trouble = null;
    const question = this.question;
    this.text = question ? (this.drafts.of(question.finding) ?? question.answer ?? '') : '';
    if (question) this.drafts.go(question.finding);
  }

  /** Keeps what is typed and goes on; whether the file was changed. */
  async keep(): Promise<boolean> {
    const question = this.question;
    if (!question || this.busy) return false;
    const text = this.text.trim() === '' ? '' : this.text;
    if (text === '' && question.answer === null) {
      this.nothing = true;
      return false;
    }
    if (text === question.answer) {
      this.go(this.at + 1);
      return false;
    }
    return this.attempt(async () => {
      const known = question.answer ?? '';
      await put_note(this.year, question, text, known, this.stopped.signal);
      this.drafts.put(question.finding, null);
      const now = await this.as_kept(question, text);
      const typed = text.trim();
      const merged = now.length > typed.length && now.endsWith(typed) && now.trim() !== typed;
      const before = merged ? now.slice(0, now.length - typed.length).trimEnd() : known;
      this.done = { what: typed === '' && now === '' ? 'taken_out' : 'kept', question, before, now, merged };
      this.go(this.at + 1);
    });
  }
  /** Puts back what stood there; what was typed is a draft again. Whether the file was changed. */
  async undo(): Promise<boolean> {
    const done = this.done;
    if (!done || done.what === 'undone' || this.busy) return false;
    return this.attempt(async () => {
      await put_note(this.year, done.question, done.before, done.now, this.stopped.signal);
      const now = await this.as_kept(done.question, done.before);
      this.done = { what: 'undone', question: done.question, before: done.now, now, merged: false };
      const typed = done.merged ? done.now.slice(done.before.length).trimStart() : done.now;
      this.drafts.put(done.question.finding, typed === now ? null : typed);
      this.go((this.questions ?? []).findIndex((one) => one.finding === done.question.finding));
    });
  }

  /** What stands in the file now; what was put there, where the server cannot say. */
  private async as_kept(question: Question, text: string): Promise<string> {
    const answers = new Map<string, string | null>([[question.finding, text || null]]);
    try {
      const { list } = await ask_questions(this.year, this.language, this.stopped.signal);
      for (const one of list) answers.set(one.finding, one.answer);
    } catch {
      // It is kept all the same.
    }
    this.questions = (this.questions ?? []).map((one) => (answers.has(one.finding) ? { ...one, answer: answers.get(one.finding) ?? null } : one));
    return answers.get(question.finding) ?? '';
  }
  private async attempt(act: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.trouble = null;
    try {
      await act();
      return true;
    } catch (error) {
      if (!this.stopped.signal.aborted) this.trouble = trouble_of(error, this.no_answer);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
