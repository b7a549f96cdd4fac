import { trouble_of, type Trouble } from '../data';
import { ask_problems, ask_sources, cancel_sync, start_sync, sync_state, type Problem, type Sources, type SyncState } from './asked';

/** The sources of a life as the page shows them: what they are, how far their sync is, what could not be read. */
export class Syncing {
  sources = $state.raw<Sources | null>(null);
  problems = $state.raw<Problem[]>([]);
  sync = $state.raw<SyncState | null>(null);
  /** Asked to stop, and not ended yet. */
  stopping = $state(false);
  /** The events are cut, and are being taken up again. */
  lost = $state(false);
  trouble = $state.raw<Trouble | null>(null);
  private events: EventSource | null = null;
  private readonly stopped = new AbortController();

  constructor(
    /** The page knows of no records yet. */
    private fresh: boolean,
    /** The records are others now. */
    private readonly changed: () => Promise<void>,
    /** What to say where no server answers. */
    private readonly no_answer: string,
  ) {}

  get runs(): boolean {
    return this.sync?.state === 'running' || this.sync?.state === 'elsewhere';
  }

  async start(): Promise<void> {
    this.follow();
    await this.look();
  }
  /** The page turns elsewhere: a sync goes on without it. */
  stop(): void {
    this.stopped.abort();
    this.events?.close();
  }
  async look(): Promise<void> {
    await this.attempt(async () => {
      this.sources = await ask_sources(this.stopped.signal);
      this.problems = this.sources.sources.length > 0 && !this.runs ? await ask_problems(this.stopped.signal) : [];
    });
  }
  async begin(): Promise<void> {
    await this.attempt(async () => {
      this.stopping = false;
      this.sync = await start_sync(this.stopped.signal);
      this.follow();
    });
  }
  async cancel(): Promise<void> {
    await this.attempt(async () => {
      this.stopping = true;
      await cancel_sync(this.stopped.signal);
    });
  }

  /** Each event tells how all of it stands, so that one that is missed is no loss. */
  private follow(): void {
    this.events?.close();
    const events = (this.events = new EventSource('api/sync/events'));
    events.onopen = () => (this.lost = false);
    events.onerror = () => (this.lost = this.runs);
    events.addEventListener('sync', (event: MessageEvent<string>) => {
      const ran = this.runs || this.fresh;
      this.fresh = false;
      this.sync = sync_state(event.data);
      this.lost = false;
      if (this.runs) return;
      events.close();
      this.stopping = false;
      if (ran && this.sync.state !== 'idle') void this.over();
    });
  }
  private async over(): Promise<void> {
    await this.look();
    await this.changed();
  }
  private async attempt(act: () => Promise<void>): Promise<void> {
    this.trouble = null;
    try {
      await act();
    } catch (error) {
      if (!this.stopped.signal.aborted) this.trouble = trouble_of(error, this.no_answer);
    }
  }
}
