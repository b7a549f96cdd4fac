import type { Group } from './filter';
import type { Width } from './span';

/** The words of the timeline. */
export interface TimelineWords {
  nav: string;
  title: string;
  loading: string;
  failed: string;
  none_at_all: string;
  /** The strip's name and how it is moved. */
  strip: string;
  keys: string;
  /** "3월 15일 14:00–17:00". */
  hours(day: string, from: string, to: string): string;
  year(year: number): string;
  width: Record<Width, string>;
  root: string;
  most(n: number): string;
  closer: string;
  wider: string;
  earlier: string;
  later: string;
  whole: string;
  from: string;
  to: string;
  search: string;
  search_hint: string;
  group: Record<Group, string>;
  clear: string;
  more_choices(n: number): string;
  fewer_choices: string;
  found(n: number, words: string): string;
  empty: string;
  empty_note: string;
  unseen: string;
  some(n: number, shown: number): string;
  more: string;
  picture(of: string): string;
  open_original: string;
  original_gone: string;
  not_shown: string;
  loading_record: string;
}
