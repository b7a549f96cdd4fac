/** What a file manager says of the files that are dropped: on Linux where they lie, elsewhere no more than their names. */
export type Dropped = { paths: string[] } | { nameless: true } | { nothing: true };

/** The paths of a list of addresses (RFC 2483, text/uri-list); nothing for those of other machines and the web. */
export function paths_in(list: string): string[] {
  const paths: string[] = [];
  for (const line of list.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    try {
      const address = new URL(line);
      if (address.protocol === 'file:' && (address.host === '' || address.host === 'localhost')) paths.push(decodeURIComponent(address.pathname));
    } catch {
      // No address: nothing to look at.
    }
  }
  return [...new Set(paths)];
}

export function dropped(data: DataTransfer | null): Dropped {
  const paths = paths_in(data?.getData('text/uri-list') ?? '');
  if (paths.length > 0) return { paths };
  const typed = (data?.getData('text/plain') ?? '').split(/\r?\n/).map((line) => line.trim()).filter((line) => /^(\/|~\/|file:\/\/)/.test(line));
  if (typed.length > 0) return { paths: typed };
  return (data?.files.length ?? 0) > 0 ? { nameless: true } : { nothing: true };
}
