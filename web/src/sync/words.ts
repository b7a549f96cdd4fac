/** The words of the first run, of the sources and their sync. */
export interface SyncWords {
  nav: string;
  title: string;
  first: FirstWords;
  /** What the sources are, and where they are written. */
  lead: string;
  loading: string;
  failed: string;
  none: string;
  /** "photos", by the type's id. */
  type(id: string): string;
  /** "photos 312, calendars 2". */
  holds(parts: { type: string; units: number }[]): string;
  records(n: number): string;
  span(from: string, to: string): string;
  checked(day: string): string;
  never: string;
  gone: string;
  unknown_files(n: number): string;
  has_problems(n: number): string;
  unfinished: string;
  review: string;

  add: string;
  path: string;
  path_hint: string;
  look: string;
  looking: string;
  drop_here: string;
  drop_nameless: string;
  drop_nothing: string;
  nothing_typed: string;
  found: string;
  choose(path: string): string;
  already(path: string): string;
  not_whole: string;
  nothing_known: string;
  nothing_known_hint: string;
  read_as(path: string): string;
  as_recognised: string;
  examples(names: string[], more: number): string;
  why: string;
  put: string;
  none_chosen: string;
  written(paths: string[]): string;
  known(paths: string[]): string;
  undo: string;
  undone: string;

  sync: string;
  stop: string;
  stopping: string;
  refused: string;
  bar: string;
  looking_for(source: string): string;
  reading(done: number, total: number, walking: boolean): string;
  things(n: number): string;
  rate(per_second: number): string;
  left(seconds: number): string;
  settling: string;
  elsewhere: string;
  ended(result: SyncCounts): string;
  nothing_new: string;
  stopped: string;
  sync_failed: string;
  lost: string;

  problems: string;
  problems_lead(n: number): string;
  more(n: number): string;
}

export interface FirstWords {
  title: string;
  lead: string;
  folder: string;
  folder_hint: string;
  is_life(folder: string): string;
  zone: string;
  language: string;
  make: string;
  open: string;
  making: string;
  what: string;
  sample: string;
  sample_what(folder: string): string;
  sample_see: string;
  sample_making: string;
  sample_shown: string;
  own: string;
  back: string;
  refused: string;
}

export interface SyncCounts {
  new: number;
  same: number;
  changed: number;
  gone: number;
  unknown: number;
  merged: number;
  problems: number;
}
