/** The words of the interview. */
export interface WriteWords {
  /** The way back to the year. */
  review: string;
  nav: string;
  title(year: number): string;
  /** Where the answers go, and where they stand. */
  lead(file: string): string;
  loading: string;
  failed: string;
  none: string;
  /** "Third of twelve". */
  progress(nth: number, of: number): string;
  known: string;
  before(year: number): string;
  picture(of: string): string;
  keep: string;
  skip: string;
  back: string;
  hint: string;
  kept(heading: string, file: string): string;
  /** Somebody wrote into the file meanwhile, and it stays in front. */
  kept_after: string;
  taken_out(heading: string, file: string): string;
  undo: string;
  undone(heading: string): string;
  nothing: string;
  refused: string;
  done: string;
  done_count(answered: number, file: string): string;
  all: string;
  answered: string;
  draft: string;
  open: string;
}
