/** What the served page shows, by the address's hash: any other than these is a place in the review. */
export type View = 'review' | 'write' | 'timeline' | 'sources';

export function view_of(hash: string): View {
  return hash === '#write' ? 'write' : hash === '#timeline' ? 'timeline' : hash === '#sources' ? 'sources' : 'review';
}
