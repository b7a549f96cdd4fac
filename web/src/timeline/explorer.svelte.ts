import { trouble_of, type Trouble } from '../data';
import type { Cited } from '../review';
import { query_of, type Filter } from './filter';
import { days_of, length_of, width_for, within, type Span } from './span';
import { ask_window, total_in, type Window } from './window';

const PAGE = 200;
const KEPT = 16;
/** How long the view must rest before it is asked for: its bars, then its records. In ms; 16 are a frame. */
const REST = { bars: 16, records: 120 };

/** What of all time is looked at. It asks for the bars around the view, keeps the last ones, and then for the view's records. */
export class Explorer {
  all = $state.raw<Span | null>(null);
  view = $state.raw<Span>({ from: 0, to: 1 });
  filter = $state.raw<Filter>({ chosen: [], words: '' });
  pixels = $state(0);
  /** The bars at hand: those of the view, or nearly so while they are asked for. */
  bars = $state.raw<Window | null>(null);
  /** Whether the bars at hand are those of this very view. */
  drawn = $state(false);
  /** The records of the view, or of the one before while they are asked for; null until any are known. */
  found = $state.raw<{ total: number; facets: Window['facets']; records: Cited[] } | null>(null);
  /** Whether they are of this very view. */
  current = $state(false);
  busy = $state(false);
  trouble = $state.raw<Trouble | null>(null);
  private kept: { key: string; window: Window }[] = [];
  private asking = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** What to say where no server answers. */
    private readonly no_answer: string,
  ) {}

  /** Asks for all there is. */
  async start(): Promise<void> {
    await this.attempt(async (signal) => {
      const query = query_of(this.filter);
      query.set('most', '400');
      const window = await ask_window(query, signal);
      this.all = { from: window.from, to: window.to };
      this.view = this.all;
      this.bars = window;
    });
    if (this.all) this.look(this.view);
  }
  stop(): void {
    clearTimeout(this.timer);
    this.asking.abort();
  }
  look(view: Span): void {
    if (!this.all) return;
    this.view = within(view, this.all);
    this.ask(REST.records);
  }
  /** The records are others now. */
  renew(): void {
    this.kept = [];
    if (this.all) this.look(this.view);
  }
  sieve(filter: Filter): void {
    this.filter = filter;
    this.ask(0);
  }
  resized(pixels: number): void {
    this.pixels = pixels;
    this.ask(REST.records);
  }
  async more(): Promise<void> {
    const before = this.found;
    if (!before || !this.current || this.busy) return;
    await this.attempt(async (signal) => {
      const next = await ask_window(this.records_query(before.records.length), signal);
      this.found = { ...before, records: [...before.records, ...next.records] };
    });
  }

  /** `rest`: how long the records wait after the bars. Who moves on will not want them; who typed a word does. */
  private ask(rest: number): void {
    this.asking.abort();
    clearTimeout(this.timer);
    this.current = false;
    const held = this.held();
    this.drawn = held !== null;
    if (held) this.bars = held;
    this.timer = setTimeout(() => void this.settle(held ? 0 : rest), Math.min(rest, held ? rest : REST.bars));
  }
  private async settle(rest: number): Promise<void> {
    if (!this.all || this.pixels === 0) return;
    await this.attempt(async (signal) => {
      // The records of hours are counted by the bars before them. Where nothing lies beside the view, one answer has both.
      const early = rest === 0 && this.in_days();
      const both = early && !this.held() && this.sees_all() ? ask_window(this.bars_query(PAGE), signal) : null;
      const records = both ?? (early ? ask_window(this.records_query(0), signal) : null);
      records?.catch(() => null);
      if (!this.held()) this.keep(await (both ?? ask_window(this.bars_query(), signal)));
      this.bars = this.held();
      this.drawn = true;
      if (rest > 0) await new Promise((rested) => setTimeout(rested, rest));
      if (signal.aborted) return;
      const window = await (records ?? ask_window(this.records_query(0), signal));
      const total = this.in_days() ? window.total : total_in(this.bars?.buckets ?? [], this.view);
      this.found = { total, facets: window.facets, records: window.records.slice(0, total) };
      this.current = true;
    });
  }

  private key(): string {
    return `${width_for(this.view, this.pixels)} ${query_of(this.filter).toString()}`;
  }
  private held(): Window | null {
    const all = this.all;
    if (!all) return null;
    const [from, to] = [Math.max(this.view.from, all.from), Math.min(this.view.to, all.to)];
    return this.kept.find(({ key, window }) => key === this.key() && window.from <= from && window.to >= to)?.window ?? null;
  }
  private keep(window: Window): void {
    this.kept = [{ key: this.key(), window }, ...this.kept].slice(0, KEPT);
  }
  private sees_all(): boolean {
    return this.all !== null && this.view.from <= this.all.from && this.view.to >= this.all.to;
  }
  /** The view and half as much on both sides; `records`: how many of its records with it. */
  private bars_query(records = 0): URLSearchParams {
    const all = this.all ?? this.view;
    const beside = length_of(this.view) / 2;
    const wide = { from: Math.max(all.from, this.view.from - beside), to: Math.min(all.to, this.view.to + beside) };
    const days = days_of(wide);
    const query = query_of(this.filter);
    query.set('from', days.from);
    query.set('to', days.to);
    query.set('width', width_for(this.view, this.pixels));
    if (records > 0) query.set('records', `${records}`);
    return query;
  }
  /** Whether the view is told by days; the records of hours stand among those of their day. */
  private in_days(): boolean {
    const width = width_for(this.view, this.pixels);
    return width !== 'hour' && width !== 'quarter_hour';
  }
  private records_query(skip: number): URLSearchParams {
    const days = days_of(this.view);
    const buckets = this.bars?.buckets ?? [];
    const before = this.in_days() ? 0 : total_in(buckets.filter((one) => one.to <= this.view.from), { from: Math.floor(this.view.from), to: this.view.from });
    const query = query_of(this.filter);
    query.set('from', days.from);
    query.set('to', days.to);
    query.set('width', 'decade'); // no bar is looked at
    query.set('records', `${PAGE}`);
    query.set('skip', `${before + skip}`);
    return query;
  }
  private async attempt(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.asking.abort();
    const mine = (this.asking = new AbortController());
    this.busy = true;
    try {
      await act(mine.signal);
      if (!mine.signal.aborted) this.trouble = null;
    } catch (error) {
      if (!mine.signal.aborted) this.trouble = trouble_of(error, this.no_answer);
    }
    if (this.asking === mine) this.busy = false;
  }
}
