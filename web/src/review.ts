/** What `hoego review --format json` prints (`hoego.review/1`). Days are local ISO dates, ranges inclusive. */

export interface Place {
  name: string;
  admin?: string | null;
  country?: string | null;
  lat?: number | null;
  lon?: number | null;
}
export interface Range {
  from: string;
  to: string;
}
/** At most 200 record ids are carried; `evidence_count` tells how many there are. */
export interface Evident {
  evidence?: string[];
  evidence_count?: number;
}
export interface Label {
  ko?: string;
  en?: string;
}

export type CoverageClass = 'sensor' | 'complete' | 'window' | 'opportunistic';
export interface Coverage extends Range {
  id?: string;
  source: string;
  kind: string;
  class: CoverageClass;
  days: number;
  gaps?: Range[];
}
export interface Stay extends Range {
  place: Place;
  nights?: number;
  photos: number;
}
export interface Trip extends Range, Evident {
  id: string;
  name: string;
  nights: number;
  abroad: boolean;
  day_trip: boolean;
  clipped?: boolean;
  countries: string[];
  places: Stay[];
  photos: number;
  planned?: (Range & { title?: string; booked?: string | null; delay_hours?: number | null }) | null;
  certainty?: number;
}
export type Verdict = 'more' | 'less' | 'no clear difference' | 'unknown';
export interface Comparison {
  count: number;
  covered_days: [number, number];
  ratio: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
}
export interface Activity extends Evident {
  id: string;
  label: Label;
  kind: string;
  area?: string | null;
  count: number;
  hours?: number | null;
  days: number;
  first?: string | null;
  last?: string | null;
  longest_streak_weeks?: number;
  /** One a month, one a day of the period; null: not covered, or still ahead. */
  by_month: (number | null)[];
  by_day: (number | null)[];
  /** Whether a day without a record is a day without the activity. */
  absence_known: boolean;
  against?: Comparison | null;
}
export interface Planned extends Range, Evident {
  id: string;
  title: string;
  trip: boolean;
  activity?: string | null;
  place?: Place | null;
  booked?: string | null;
}
export interface Clock extends Range, Evident {
  id: string;
  camera: string;
  /** Seconds that were added to the camera's time. */
  shift: number;
  pictures: number;
  stated: boolean;
}
export interface Home extends Evident {
  id: string;
  from: string;
  to: string | null;
  place: Place;
}
export interface Sentence extends Evident {
  section: string;
  sentence: string;
  /** Whose words: the program's (also where it is not said), the owner's of this year, or of a year before. */
  voice?: 'told' | 'own' | 'own_before';
  finding?: string | null;
  /** The title of its section, in the story's own words. */
  title?: string;
}
export interface Origin {
  source: string;
  path: string;
  locator?: string | null;
}
export interface Cited {
  id: string;
  kind: string;
  day?: string | null;
  begin?: string | null;
  end?: string | null;
  zone?: { offset: string; from: string } | null;
  place?: Place | null;
  title?: string | null;
  mine?: boolean;
  origins?: Origin[];
}
export interface Milestone extends Evident {
  id: string;
  name: string;
  date: string;
}

export type PromiseVerdict = 'kept' | 'broken' | 'on_track' | 'at_risk' | 'missed' | 'unknown';
export interface Risk extends Evident {
  title: string;
  date: string;
}
export interface Resolution extends Range, Evident {
  id: string;
  /** The owner's words. */
  text: string;
  /** As written; null: the owner's to judge, and so is the verdict. */
  check: string | null;
  /** What the check counts; null where there is none or it cannot be read. */
  measure: { kind: string; name: string | null } | null;
  verdict: PromiseVerdict | null;
  ticked: boolean;
  date: string | null;
  /** In `unit`: "", "h", "km", "%", "weeks", a currency, or one of them with a pace: "per week", "h every month". */
  value: number | null;
  target: number | null;
  unit: string;
  /** Kept by staying under. */
  limit: boolean;
  periods: { held: number; of: number; unknown: number } | null;
  forecast: { needed_per_week: number | null; best_per_week: number | null; chance: number } | null;
  risks: Risk[];
  /** The running value by day from `from` to `to`; null: not covered, or still ahead. */
  course: (number | null)[] | null;
  covered_days: number;
  coverage: string[];
  where: string | null;
}

export interface Review {
  language: 'ko' | 'en';
  title?: string;
  /** `week_starts`: 1 Monday to 7 Sunday. */
  period: Range & { as_of: string; week_starts?: number };
  against: Range | null;
  homes: Home[];
  coverage: Coverage[];
  trips: Trip[];
  activities: Activity[];
  planned: Planned[];
  clocks: Clock[];
  milestones: Milestone[];
  resolutions: Resolution[];
  story: Sentence[];
  cited: Record<string, Cited>;
}

/** A promise with what an older review did not carry filled in as not known. */
function resolution(value: Partial<Resolution> & Pick<Resolution, 'id' | 'text' | 'from' | 'to'>): Resolution {
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
    planned: value.planned ?? [],
    clocks: value.clocks ?? [],
    milestones: value.milestones ?? [],
    resolutions: (value.resolutions ?? []).map(resolution),
    story: value.story ?? [],
    cited: value.cited ?? {},
  };
}

/** Of what one paid and wrote to people one does not keep count, as in the text: statements of two kinds are no comparison. */
export function is_deed(kind: string): boolean {
  return kind !== 'expense' && kind !== 'message' && kind !== 'comment';
}
