import { trouble_of, type Trouble } from '../data';
import { verify, type JudgedSentence } from './judged';
import { changed_part } from './sections';

const PAUSE = 250;

/** A text as it is typed, put beside the records: only what changed is asked again, and an answer that came too late is none. */
export class LiveJudge {
  sentences = $state.raw<JudgedSentence[]>([]);
  judging = $state(false);
  refused = $state.raw<Trouble | null>(null);
  private text = '';
  private asking: AbortController | null = null;
  private waiting = 0;

  constructor(
    private readonly year: number,
    private readonly no_answer: string,
    /** The file's tag, which comes with each answer. */
    private readonly noticed: (tag: string) => Promise<void>,
  ) {}

  typed(text: string, pause = PAUSE): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.judging = text !== this.text;
    this.waiting = window.setTimeout(() => void this.judge(text), pause);
  }
  /** The records are others: all of it is asked again. */
  anew(text: string): void {
    this.text = '';
    this.typed(text, 0);
  }
  stop(): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
  }

  private async judge(now: string): Promise<void> {
    const part = changed_part(this.text, now);
    if (!part) return;
    const mine = (this.asking = new AbortController());
    try {
      const { tag, sentences } = await verify(this.year, part.head + now.slice(part.from, part.to), mine.signal);
      if (mine.signal.aborted) return;
      const shifted = (list: JudgedSentence[], by: number) => list.map((one) => ({ ...one, at: one.at + by, end: one.end + by }));
      this.sentences = [
        ...this.sentences.filter((one) => one.at < part.from),
        ...shifted(sentences, part.from - part.head.length),
        ...shifted(this.sentences.filter((one) => one.at >= part.before_to), part.to - part.before_to),
      ];
      this.text = now;
      this.refused = null;
      this.judging = false;
      await this.noticed(tag);
    } catch (error) {
      if (mine.signal.aborted) return;
      this.judging = false;
      this.refused = trouble_of(error, this.no_answer);
    }
  }
}
