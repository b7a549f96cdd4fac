import { related, spoken_of, type Relations } from './relations';
import type { Sentence } from './review';

/** What the reader is doing: the findings that are lit, the one whose evidence is open, whether charts are hidden. */
export const page = $state<{
  lit: string[];
  open: { finding: string; sentence: Sentence | null } | null;
  words_only: boolean;
}>({ lit: [], open: null, words_only: false });

// Ids are slugs; one with a line break in it would light nothing, and no more.
const BETWEEN = '\n';
/** The value of `data-f` for a sentence of one finding or more. */
export function marks_of(sentence: Sentence): string | null {
  return spoken_of(sentence).join(BETWEEN) || null;
}
function ids_of(element: HTMLElement | SVGElement): string[] {
  return (element.dataset.f ?? '').split(BETWEEN).filter(Boolean);
}

/** Marks everything of the findings as lit, so that the charts' other marks can step back. */
export function light(root: ParentNode, findings: string[], relations: Relations): void {
  const is_lit = (element: HTMLElement | SVGElement) => findings.length > 0 && ids_of(element).some((id) => findings.some((finding) => related(finding, id, relations)));
  for (const figure of root.querySelectorAll('.fig')) {
    let any = false;
    for (const mark of figure.querySelectorAll<HTMLElement | SVGElement>('[data-f]')) {
      const lit = is_lit(mark);
      mark.classList.toggle('lit', lit);
      any ||= lit;
    }
    figure.classList.toggle('on', any);
  }
  for (const said of root.querySelectorAll<HTMLElement>('a.said')) said.classList.toggle('lit', is_lit(said));
}

/** The findings under the pointer or the focus. */
export function findings_at(target: EventTarget | null): string[] {
  if (!(target instanceof Element)) return [];
  const mark = target.closest<HTMLElement | SVGElement>('[data-f]');
  return mark ? ids_of(mark) : [];
}
