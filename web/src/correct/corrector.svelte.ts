import { getContext, setContext } from 'svelte';
import { trouble_of, type Trouble } from '../data';
import { ask_correction, ask_undo, type Asked, type Edit } from './corrections';

/** What was done last: it is told, and can be taken back. */
export interface Done {
  what: 'kept' | 'undone';
  edit: Edit;
  /** Where the reader was: the id of a finding; may be empty. */
  at: string;
}

/** Puts things right in the owner's files and takes it back. There is one where a server answers, none in a file. */
export class Corrector {
  done = $state.raw<Done | null>(null);
  /** Why the last edit was not taken back. */
  trouble = $state.raw<Trouble | null>(null);
  /** Whether the review is being made anew. */
  renewing = $state(false);
  /** Whether it could not be made. */
  stale = $state(false);
  /** How often something was changed: what was asked before may be otherwise now. */
  changes = $state(0);
  /** How often the records and the review came anew after it. */
  fresh = $state(0);
  private readonly stopped = new AbortController();

  constructor(
    private readonly renew: () => Promise<boolean>,
    /** What to say where no server answers. */
    private readonly no_answer: () => string,
  ) {}

  /** The edit where it is written, and to be told of; else why it is not. */
  async write(asked: Asked): Promise<Edit | Trouble> {
    try {
      return await ask_correction(asked, 'write', this.stopped.signal);
    } catch (error) {
      return this.trouble_of(error);
    }
  }
  async undo(edit: Edit, at = ''): Promise<void> {
    this.trouble = null;
    try {
      await ask_undo(edit, this.stopped.signal);
      this.tell({ what: 'undone', edit, at });
    } catch (error) {
      this.trouble = this.trouble_of(error);
    }
  }
  /** Tells it, and has the review made anew. */
  tell(done: Done): void {
    this.trouble = null;
    this.done = done;
    this.changes += 1;
    void this.renewed();
  }
  close(): void {
    this.done = null;
    this.trouble = null;
  }
  trouble_of(error: unknown): Trouble {
    return trouble_of(error, this.no_answer());
  }

  private async renewed(): Promise<void> {
    const of = this.changes;
    this.renewing = true;
    const fresh = await this.renew();
    if (of !== this.changes) return;
    this.renewing = false;
    this.stale = !fresh;
    this.fresh += 1;
  }
}

const KEY = 'corrector';
export function set_corrector(corrector: Corrector): void {
  setContext(KEY, corrector);
}
/** None in a file. */
export function corrector_here(): Corrector | undefined {
  return getContext<Corrector | undefined>(KEY);
}
