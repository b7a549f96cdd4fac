import type { Standing } from './judged';

/** The words of the owner's files as they are edited on the page: the promises and the text. */
export interface TextWords {
  nav: { promises: string; text: string };
  /** What both have. */
  file: {
    loading: string;
    failed: string;
    none_yet(file: string): string;
    save: string;
    saved(file: string): string;
    taken_away(file: string): string;
    unsaved: string;
    draft: string;
    undo: string;
    undone(file: string): string;
    revert: string;
    reverted: string;
    back: string;
    nothing: string;
    refused: string;
    /** Somebody else wrote it, and nothing was typed here. */
    changed_outside(file: string): string;
    conflict(file: string): string;
    conflict_note: string;
    gone(file: string): string;
    in_file(file: string): string;
    only_there: string;
    theirs: string;
    mine: string;
    hint: string;
  };
  promises: {
    title(year: number): string;
    lead(file: string): string;
    edit: string;
    year: string;
    field: string;
    help: string;
    plan(year: number): string;
    plan_note(year: number): string;
    planned: string;
    empty: string;
    reading: string;
    reading_note: string;
    none: string;
    line(n: number): string;
    at(line: number, column: number): string;
    /** How many lines cannot be read. */
    errors(n: number): string;
    tick: string;
    options: string;
    option_count(n: number): string;
    groups: Record<'measure' | 'activity' | 'area' | 'country' | 'filter' | 'key' | 'pace' | 'value' | 'op', string>;
    notes: Record<string, string>;
  };
  text: {
    title(year: number): string;
    lead(file: string): string;
    field: string;
    begin: string;
    begin_note: string;
    begun: string;
    insert: string;
    insert_note: string;
    inserted: string;
    find: string;
    judged: string;
    judging: string;
    standing(of: Standing): string;
    all: string;
    none: string;
    found(words: string): string;
    nothing_found: string;
    unknown_part: string;
    go_to: string;
    here: string;
  };
}
