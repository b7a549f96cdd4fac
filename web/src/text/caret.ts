/** Puts text in place of a part of a field, so that the browser's own undo knows of it. */
export function replace(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (done && field.value.slice(from, from + text.length) === text) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const COPIED = ['fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'letterSpacing', 'paddingTop', 'paddingLeft', 'paddingRight', 'borderTopWidth', 'borderLeftWidth', 'borderRightWidth', 'wordBreak', 'overflowWrap', 'tabSize'] as const;
/** Where a character of a field stands below and beside the field's own corner. */
export function place_of(field: HTMLTextAreaElement, at: number): { top: number; left: number } {
  const mirror = document.createElement('div');
  const looks = getComputedStyle(field);
  for (const name of COPIED) mirror.style[name] = looks[name];
  Object.assign(mirror.style, { position: 'absolute', visibility: 'hidden', borderStyle: 'solid', boxSizing: 'border-box', whiteSpace: 'pre-wrap', width: `${field.clientWidth}px` });
  mirror.textContent = field.value.slice(0, at);
  const mark = mirror.appendChild(document.createElement('span'));
  mark.textContent = field.value.slice(at, at + 1).trim() || '.';
  field.parentElement?.append(mirror);
  const place = { top: mark.offsetTop + mark.offsetHeight - field.scrollTop, left: mark.offsetLeft - field.scrollLeft };
  mirror.remove();
  return place;
}

/** The number of the line that a character is in, from 1. */
export function line_at(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
/** Where a line begins and ends. */
export function line_span(text: string, line: number): [number, number] {
  let from = 0;
  for (let i = 1; i < line; ++i) {
    const next = text.indexOf('\n', from);
    if (next < 0) return [text.length, text.length];
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}
/** Shows a part of a field chosen, with the focus on it. */
export function select(field: HTMLTextAreaElement, from: number, to: number): void {
  field.focus();
  field.setSelectionRange(from, to);
  const { top } = place_of(field, from);
  if (top < 0 || top > field.clientHeight - 24) field.scrollTop += top - field.clientHeight / 3;
}
