import type { Resolution, Review } from './review';

/** A promise with what an older review did not carry filled in as not known. */
export function resolution(value: Partial<Resolution> & Pick<Resolution, 'id' | 'text' | 'from' | 'to'>): Resolution {
  const none = { check: null, measure: null, verdict: null, ticked: false, date: null, value: null, target: null, unit: '', limit: false, periods: null, forecast: null };
  return { ...none, risks: [], course: null, covered_days: 0, coverage: [], where: null, ...value };
}

/** Reads the review carried by the page; null where it carries none or one of another schema. */
export function read(text: string): Review | null {
  if (text.trim() === '') return null;
  let value: Partial<Review> & { schema?: string };
  try {
    value = JSON.parse(text) as Partial<Review> & { schema?: string };
  } catch {
    return null;
  }
  if (value.schema !== 'hoego.review/1' || !value.period) return null;
  return {
    language: value.language === 'en' ? 'en' : 'ko',
    title: value.title,
    period: value.period,
    against: value.against ?? null,
    homes: value.homes ?? [],
    coverage: value.coverage ?? [],
    trips: value.trips ?? [],
    activities: value.activities ?? [],
    areas: value.areas ?? [],
    commute: value.commute ?? null,
    code_and_prompts: value.code_and_prompts ?? null,
    firsts: value.firsts ?? [],
    lasts: value.lasts ?? [],
    bests: value.bests ?? [],
    open: value.open ?? [],
    planned: value.planned ?? [],
    clocks: value.clocks ?? [],
    milestones: value.milestones ?? [],
    resolutions: (value.resolutions ?? []).map(resolution),
    sections: value.sections ?? [],
    story: value.story ?? [],
    cited: value.cited ?? {},
  };
}
