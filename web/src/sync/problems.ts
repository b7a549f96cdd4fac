import type { Problem } from './asked';

/** Problems of one kind: the same is wrong, and the same mends it. */
export interface ProblemGroup {
  reason: string;
  remedy: string;
  where: string[];
}

export const where_of = ({ source, path, place }: Problem): string => [source && path ? `${source}/${path}` : source + path, place].filter(Boolean).join(', ');

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
