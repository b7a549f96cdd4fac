import type { Sentence } from './review';

/** What the reader is doing: the finding that is lit, the one whose evidence is open, whether charts are hidden. */
export const page = $state<{
  lit: string | null;
  open: { finding: string; sentence: Sentence | null } | null;
  words_only: boolean;
}>({ lit: null, open: null, words_only: false });

/** Marks everything of one finding as lit, so that the charts' other marks can step back. */
export function light(root: ParentNode, finding: string | null): void {
  for (const figure of root.querySelectorAll('.fig')) {
    let any = false;
    for (const mark of figure.querySelectorAll<HTMLElement | SVGElement>('[data-f]')) {
      const lit = finding !== null && mark.dataset.f === finding;
      mark.classList.toggle('lit', lit);
      any ||= lit;
    }
    figure.classList.toggle('on', any);
  }
  for (const said of root.querySelectorAll<HTMLElement>('a.said')) {
    said.classList.toggle('lit', finding !== null && said.dataset.f === finding);
  }
}

/** The finding under the pointer or the focus, if any. */
export function finding_at(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const mark = target.closest<HTMLElement | SVGElement>('[data-f]');
  return mark?.dataset.f || null;
}
