/** A text field knows neither a byte order mark nor ends of lines: what a file had stays in it all the same. */

const MARK = '\ufeff';
const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;

function lines_of(text: string): { text: string; end: string }[] {
  const lines: { text: string; end: string }[] = [];
  for (LINE.lastIndex = 0; LINE.lastIndex < text.length; ) {
    const [, line = '', end = ''] = LINE.exec(text) ?? [];
    lines.push({ text: line, end });
  }
  return lines;
}

/** As a field shows it. */
export function in_field(bytes: string): string {
  return bytes.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** What the field shows, as the file is to hold it: lines that were there end as they did, new ones as most do. */
export function as_in_file(field: string, before: string | null): string {
  if (before === null) return field;
  const mark = before.startsWith(MARK) ? MARK : '';
  if (!before.includes('\r')) return mark + field;
  const ends = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const line of lines_of(before.slice(mark.length))) {
    if (line.end === '') continue;
    ends.set(line.text, [...(ends.get(line.text) ?? []), line.end]);
    counts.set(line.end, (counts.get(line.end) ?? 0) + 1);
  }
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n';
  return mark + lines_of(field).map((line) => line.text + (line.end === '' ? '' : (ends.get(line.text)?.shift() ?? usual))).join('');
}
