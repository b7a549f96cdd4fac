import { trouble_of, type Trouble } from '../data';
import { as_in_file, in_field } from './owners_bytes';
import type { Shelf, Stored } from './shelf';

/** What was done last: it is told, and the button beside it takes it back. */
export type Done =
  | { what: 'saved' | 'undone'; before: string | null }
  | { what: 'reverted'; typed: string }
  | { what: 'changed_outside' | 'draft' | 'begun' | 'nothing' };

/** A text file of the owner's that is edited as a whole: what is typed, what is stored, and what somebody else wrote meanwhile. */
export class OwnFile {
  text = $state('');
  stored = $state.raw<Stored | null>(null);
  /** What the file holds by now, where that is neither what was read nor what is typed. */
  other = $state.raw<Stored | null>(null);
  done = $state.raw<Done | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
  private readonly stopped = new AbortController();
  private looking = false;

  constructor(
    private readonly shelf: Shelf,
    /** Under which a draft outlasts a reload. */
    private readonly key: string,
    private readonly no_answer: string,
  ) {}

  get file(): string {
    return this.stored?.file ?? '';
  }
  private get kept(): string {
    return in_field(this.stored?.text ?? '');
  }
  get unsaved(): boolean {
    return this.stored !== null && this.text !== this.kept;
  }

  async start(): Promise<void> {
    await this.attempt(async () => {
      const stored = await this.shelf.read(this.stopped.signal);
      const draft = this.draft();
      this.stored = stored;
      this.text = draft?.text ?? this.kept;
      if (!this.unsaved) return this.keep_draft();
      this.done = { what: 'draft' };
      if (draft && draft.tag !== stored.tag) this.other = stored;
    });
  }
  /** The page turns elsewhere; what is typed stays a draft. */
  stop(): void {
    this.stopped.abort();
  }
  typed(text: string): void {
    this.text = text;
    if (this.done?.what === 'nothing' || this.done?.what === 'changed_outside') this.done = null;
    this.keep_draft();
  }
  /** Text to go on from, which is in no file yet. */
  begin(text: string): void {
    this.typed(in_field(text));
    this.done = { what: 'begun' };
  }

  async save(): Promise<void> {
    const stored = this.stored;
    if (!stored || this.busy || this.other) return;
    if (!this.unsaved) {
      this.done = { what: 'nothing' };
      return;
    }
    const text = as_in_file(this.text, stored.text);
    await this.put(text, stored, { what: 'saved', before: stored.text });
  }
  /** Puts the file back as it was before the last save; what was typed stays in the field. */
  async undo(): Promise<void> {
    const { stored, done } = this;
    if (!stored || this.busy) return;
    if (done?.what === 'reverted') {
      this.typed(done.typed);
      this.done = null;
    } else if (done?.what === 'saved') {
      await this.put(done.before, stored, { what: 'undone', before: done.before });
    }
  }
  /** The field as the file is; what was typed can be brought back. */
  revert(): void {
    const typed = this.text;
    if (this.other) this.stored = this.other;
    this.other = null;
    this.trouble = null;
    this.text = this.kept;
    this.keep_draft();
    this.done = { what: 'reverted', typed };
  }
  /** Saves what is typed in place of what somebody else wrote; that can be undone. */
  async overrule(): Promise<void> {
    const other = this.other;
    if (!other || this.busy) return;
    await this.put(as_in_file(this.text, other.text), other, { what: 'saved', before: other.text });
  }

  /** The server said by the way that the file is this one now. */
  async notice(tag: string): Promise<void> {
    if (this.stored && !this.busy && tag !== (this.other ?? this.stored).tag) await this.look();
  }
  /** Whether somebody else wrote into the file: it is read anew, and where something is typed here both stay. */
  async look(): Promise<void> {
    if (!this.stored || this.busy || this.looking) return;
    this.looking = true;
    try {
      const now = await this.shelf.read(this.stopped.signal);
      // A save of one's own may have come between.
      if (!this.busy) this.compare(now);
    } catch {
      // It is looked at again when it is saved.
    } finally {
      this.looking = false;
    }
  }

  private compare(now: Stored): void {
    const stored = this.stored;
    if (!stored || now.tag === stored.tag) {
      this.other = null;
    } else if (!this.unsaved || in_field(now.text ?? '') === this.text) {
      this.stored = now;
      this.other = null;
      this.text = this.kept;
      this.done = { what: 'changed_outside' };
      this.keep_draft();
    } else {
      this.other = now;
    }
  }
  private async put(text: string | null, over: Stored, done: Done): Promise<void> {
    const put = await this.attempt(async () => {
      this.stored = await this.shelf.put(text, over.tag, this.stopped.signal);
      this.other = null;
      this.done = done;
      this.keep_draft();
    });
    if (put) return;
    const trouble = this.trouble;
    await this.look();
    // Where the file is another one, that says it.
    if (this.other === null && this.done?.what !== 'changed_outside') this.trouble = trouble;
    else this.trouble = null;
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

  private draft(): { text: string; tag: string } | null {
    try {
      const value = JSON.parse(sessionStorage.getItem(this.key) ?? 'null') as { text?: unknown; tag?: unknown } | null;
      return typeof value?.text === 'string' && typeof value.tag === 'string' ? { text: value.text, tag: value.tag } : null;
    } catch {
      // Storage is shut or holds something else: what is typed lasts as long as the page.
      return null;
    }
  }
  private keep_draft(): void {
    try {
      if (this.unsaved) sessionStorage.setItem(this.key, JSON.stringify({ text: this.text, tag: this.stored?.tag ?? '' }));
      else sessionStorage.removeItem(this.key);
    } catch {
      // As above.
    }
  }
}
