/** What the served page shows, by the address's hash: any other than these is a place in the review. */
export type View = 'review' | 'write' | 'timeline' | 'corrections';
const VIEWS: readonly string[] = ['write', 'timeline', 'corrections'];

export function view_of(hash: string): View {
  return VIEWS.includes(hash.slice(1)) ? (hash.slice(1) as View) : 'review';
}
