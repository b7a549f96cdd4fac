import type { Problem } from './asked';

/** Problems of one kind: the same is wrong, and the same mends it. */
export interface ProblemGroup {
  reason: string;
  remedy: string;
  where: string[];
}

/** A source that is one file is not named twice. */
const file_of = ({ source, path }: Problem): string => (`/${source}`.endsWith(`/${path}`) ? source : source && path ? `${source}/${path}` : source + path);
export const where_of = (problem: Problem): string => [file_of(problem), problem.place].filter(Boolean).join(', ');

/** Those that are most first. */
export function grouped(problems: Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.reason, problem.remedy]);
    const group = groups.get(key) ?? { reason: problem.reason, remedy: problem.remedy, where: [] };
    group.where.push(where_of(problem));
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.where.length - a.where.length);
}
