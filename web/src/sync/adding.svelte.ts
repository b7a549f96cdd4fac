import { trouble_of, type Trouble } from '../data';
import { add_sources, names_under, recognise, take_out, type Seen, type Written } from './asked';
import { dropped } from './dropped';

const path_of = (seen: Seen): string => seen.path ?? seen.asked;
/** Why nothing is looked at yet, in the page's own words. */
export type Hint = 'typed' | 'nameless' | 'nothing' | 'none_chosen' | null;

/** Adding sources: a path is typed or dropped, looked at, chosen, written; and taken out again. */
export class Adding {
  path = $state('');
  names = $state.raw<string[]>([]);
  seen = $state.raw<Seen[]>([]);
  types = $state.raw<string[]>([]);
  chosen = $state<Record<string, boolean>>({});
  forced = $state<Record<string, string>>({});
  looking = $state(false);
  hint = $state<Hint>(null);
  done = $state.raw<Written | null>(null);
  undone = $state(false);
  trouble = $state.raw<Trouble | null>(null);
  private readonly stopped = new AbortController();
  private completing: AbortController | null = null;

  constructor(
    /** hoego.toml names other sources now. */
    private readonly changed: () => Promise<void>,
    private readonly no_answer: string,
  ) {}

  stop(): void {
    this.stopped.abort();
    this.completing?.abort();
  }

  typed(path: string): void {
    this.path = path;
    this.hint = null;
    void this.complete();
  }
  /** What could follow; nothing where that cannot be told. */
  private async complete(): Promise<void> {
    this.completing?.abort();
    const mine = (this.completing = new AbortController());
    if (!/^(~?\/|~$)/.test(this.path)) {
      this.names = [];
      return;
    }
    try {
      const names = await names_under(this.path, mine.signal);
      if (!mine.signal.aborted) this.names = names;
    } catch {
      if (!mine.signal.aborted) this.names = [];
    }
  }

  async look(): Promise<void> {
    const path = this.path.trim();
    if (path === '') this.hint = 'typed';
    else await this.look_at([path]);
  }
  async drop(data: DataTransfer | null): Promise<void> {
    const what = dropped(data);
    if ('paths' in what) await this.look_at(what.paths);
    else this.hint = 'nameless' in what ? 'nameless' : 'nothing';
  }
  private async look_at(paths: string[]): Promise<void> {
    this.hint = null;
    this.done = null;
    this.undone = false;
    this.looking = true;
    await this.attempt(async () => {
      const { paths: seen, types } = await recognise(paths, this.stopped.signal);
      this.types = types;
      this.seen = seen;
      this.forced = {};
      this.chosen = Object.fromEntries(seen.map((one) => [path_of(one), this.is_known(one)]));
    });
    this.looking = false;
  }
  private is_known(seen: Seen): boolean {
    return !seen.error && !seen.source && (seen.parts ?? []).some((part) => part.type !== '');
  }
  /** Read as something else than it seems to be; the empty word: as it seems. */
  read_as(seen: Seen, type: string): void {
    this.forced[path_of(seen)] = type;
    this.chosen[path_of(seen)] = type !== '' || this.is_known(seen);
  }

  async put(): Promise<boolean> {
    const sources = this.seen.map(path_of).filter((path) => this.chosen[path]).map((path) => ({ path, type: this.forced[path] ?? '' }));
    if (sources.length === 0) {
      this.hint = 'none_chosen';
      return false;
    }
    return this.attempt(async () => {
      this.done = await add_sources(sources, this.stopped.signal);
      this.seen = [];
      this.path = '';
      this.names = [];
      await this.changed();
    });
  }
  async undo(): Promise<void> {
    const done = this.done;
    if (!done) return;
    await this.attempt(async () => {
      await take_out(done.written, this.stopped.signal);
      this.done = null;
      this.undone = true;
      await this.changed();
    });
  }

  private async attempt(act: () => Promise<void>): Promise<boolean> {
    this.trouble = null;
    try {
      await act();
      return true;
    } catch (error) {
      if (!this.stopped.signal.aborted) this.trouble = trouble_of(error, this.no_answer);
      return false;
    }
  }
}
