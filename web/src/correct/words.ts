import type { Correction } from './corrections';

/** What the words of a correction are made of: the page's own way to tell days and kinds. */
export interface Telling {
  day(day: string): string;
  span(from: string, to: string): string;
  kind(kind: string): string;
}

/** The words of putting things right. */
export interface CorrectWords {
  nav: string;
  title: string;
  lead(file: string): string;
  loading: string;
  failed: string;
  /** Opens what can be said of what is shown. */
  open: string;
  choices: {
    rename: string;
    split: string;
    join(name: string, days: string, next: boolean): string;
    never: string;
    sure_trip: string;
    reject(what: string): string;
    sure_change(what: string): string;
    not_mine(photo: boolean): string;
    mine: string;
    reject_record: string;
    time: string;
    place: string;
    source_not_mine(path: string): string;
    source_mine(path: string): string;
    source_private(path: string): string;
    source_open(path: string): string;
    give_name: string;
  };
  /** A change as one speaks of it: "the gym's fading of June 9". */
  change(label: string, kind: string, day: string): string;
  name: string;
  split_day: string;
  time: string;
  time_hint: string;
  place: string;
  place_hint: string;
  area: string;
  no_area: string;
  /** Before the lines that would be written. */
  will(file: string, line: number): string;
  first_rule: string;
  keep: string;
  cancel: string;
  refused: string;
  kept(file: string): string;
  undone(file: string): string;
  renewing: string;
  stale: string;
  undo: string;
  not_undone: string;
  close: string;
  /** The place where all corrections stand. */
  standing: string;
  none: string;
  said(correction: Correction, lang: 'ko' | 'en', tell: Telling): string;
  applies(correction: Correction, tell: Telling): string;
  nearest(list: string[]): string;
  take_out: string;
  take_out_of(what: string): string;
  last_edits: string;
  proposals: string;
  proposals_lead(file: string): string;
  proposal(times: number, weeks: number, last: string): string;
  proposal_takes(takes: number): string;
  also_written(titles: string[]): string;
  no_proposals: string;
  whose: string;
  whose_lead: string;
  things: { cameras: string; accounts: string; writers: string; calendars: string };
  taken_for(count: number, mine: boolean, doubtful: boolean): string;
  it_is_me(name: string): string;
  sources: string;
  source_state(mine: boolean, hidden: boolean): string;
}
