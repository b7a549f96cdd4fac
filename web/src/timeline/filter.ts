/** What is looked for: any of each group, all groups at once, and words. */
export const GROUPS = ['kind', 'area', 'activity', 'country', 'town', 'person'] as const;
export type Group = (typeof GROUPS)[number];
export interface Choice {
  group: Group;
  id: string;
  label: string;
}
export interface Filter {
  chosen: Choice[];
  words: string;
}

export const has = (filter: Filter, group: Group, id: string) => filter.chosen.some((one) => one.group === group && one.id === id);

/** With the choice, or without it where it was there. Of people the server takes one. */
export function toggled(filter: Filter, choice: Choice): Filter {
  const rest = filter.chosen.filter((one) => one.group !== choice.group || (choice.group !== 'person' && one.id !== choice.id));
  return { ...filter, chosen: has(filter, choice.group, choice.id) ? rest : [...rest, choice] };
}

export function query_of(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const group of GROUPS) {
    const ids = filter.chosen.filter((one) => one.group === group).map((one) => one.id);
    if (ids.length > 0) query.set(group, ids.join(','));
  }
  const words = filter.words.trim();
  if ([...words].length > 1) query.set('q', words);
  return query;
}
