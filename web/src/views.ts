/** What the served page shows, by the address's hash: any other than `#write` is a place in the review. */
export type View = 'review' | 'write';

export function view_of(hash: string): View {
  return hash === '#write' ? 'write' : 'review';
}
