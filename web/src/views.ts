import { days_in, trip_in } from './trip/address';

/** What the served page shows, by the address's hash: any other than these is a place in the review. */
export type View = 'review' | 'write' | 'timeline' | 'trip';

export function view_of(hash: string): View {
  if (trip_in(hash) !== null) return 'trip';
  if (days_in(hash)) return 'timeline';
  return hash === '#write' ? 'write' : hash === '#timeline' ? 'timeline' : 'review';
}
