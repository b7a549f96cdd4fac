const formats = new Map<string, Intl.NumberFormat>();

/** A number as it is written there. A format is made once for each way: to make one takes longer than all that it writes. */
export function written(n: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format.format(n);
}
