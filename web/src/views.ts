/** What the served page shows, by the address's hash: any other than these is a place in the review. */
export type View = 'review' | 'write' | 'timeline' | 'text' | 'promises-edit';

const VIEWS: readonly string[] = ['write', 'timeline', 'text', 'promises-edit'] satisfies View[];

export function view_of(hash: string): View {
  const view = hash.slice(1);
  return VIEWS.includes(view) ? (view as View) : 'review';
}
