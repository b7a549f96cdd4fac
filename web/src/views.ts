import { days_in, trip_in } from './trip/address';

/** What the served page shows, by the address's hash: any other than these is a place in the review. */
export type View = 'review' | 'write' | 'timeline' | 'trip' | 'text' | 'promises-edit' | 'corrections' | 'sources';
const VIEWS: readonly string[] = ['write', 'timeline', 'text', 'promises-edit', 'corrections', 'sources'] satisfies View[];
/** Those that are shown without a review. */
export const alone = (view: View): boolean => view === 'timeline' || view === 'trip' || view === 'corrections' || view === 'sources';

export function view_of(hash: string): View {
  if (trip_in(hash) !== null) return 'trip';
  if (days_in(hash)) return 'timeline';
  return VIEWS.includes(hash.slice(1)) ? (hash.slice(1) as View) : 'review';
}
