/** What `hoego review --format json` prints (`hoego.review/1`). Days are local ISO dates, ranges inclusive. */

export interface Place {
  name: string | null;
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
/** What was paid, in the usual currency; other currencies stand beside it and are never converted. */
export interface Sum {
  amount: number;
  currency: string;
  payments: number;
}
export interface Cost extends Sum, Evident {
  id: string;
  others: Sum[];
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
  cost?: Cost | null;
  certainty?: number;
}
export type Verdict = 'more' | 'less' | 'no clear difference' | 'unknown';
export interface Comparison extends Evident {
  id?: string;
  count: number;
  covered_days: [number, number];
  ratio: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
}
export type ChangeKind = 'started' | 'grew' | 'faded' | 'stopped' | 'resumed';
/** A change of pace: on `date`, with 90 % between `low` and `high`. */
export interface Change extends Evident {
  id: string;
  kind: ChangeKind;
  date: string;
  low: string;
  high: string;
  before_per_week: number;
  after_per_week: number;
  certainty?: number;
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
  /** All of them, in order. */
  changes?: Change[];
  cost?: Cost | null;
  against?: Comparison | null;
}
/** Time by area. Shares are 0 to 1, null where nothing could be seen; `low` and `high` are of `share_of_evenings`. */
export interface Area extends Evident {
  id: string;
  /** Its id as a finding: an activity may have the id of its area. */
  finding: string;
  label: Label;
  hours: number;
  share: number | null;
  share_of_evenings: number | null;
  low: number | null;
  high: number | null;
  share_of_weekends: number | null;
  against_share: number | null;
  against_share_of_evenings: number | null;
  /** Those with it, those that could be seen. */
  evenings: [number, number];
  weekend_days: [number, number];
  against_evenings: Verdict;
}
export interface Commute extends Evident {
  id: string;
  hours: number;
  journeys: number;
  covered_days: number;
  between: [string | null, string | null];
  by_home: (Range & { home: string; journeys: number; hours: number; minutes: number; covered_days: number })[];
}
/** Days with commits against days with prompts; pairs are of the other period and of this one. */
export interface CodeAndPrompts extends Evident {
  id: string;
  code: string;
  prompts: string;
  code_days: [number, number];
  prompt_days: [number, number];
  share: [number, number];
  low: number;
  high: number;
  verdict: Verdict;
}
/** A first or a last time. */
export interface Occasion extends Evident {
  id: string;
  subject: 'country' | 'town' | 'activity' | 'repository' | 'language' | 'tool' | 'person' | 'book' | 'topic';
  key: string;
  label: Label;
  kind: string;
  date: string;
  count: number;
  reaches_back_to: string | null;
  silent_to: string | null;
}
export interface Best extends Evident, Range {
  id: string;
  what: 'best week' | 'longest streak' | 'longest gap' | 'round count' | 'lull' | 'best day';
  activity: string | null;
  value: number;
  date: string;
  reaches_back_to: string | null;
  /** Of a lull: the trip it followed. */
  after: string | null;
}
/** Still owed. `asked`: another's, and the owner is asked to act. */
export interface Open extends Evident {
  id: string;
  title: string;
  kind: string;
  since: string;
  asked: boolean;
  repository: string | null;
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
  /** Further findings it speaks of. */
  also?: string[];
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
  what?: 'given' | 'age' | 'found';
  since?: string;
  years?: number;
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
  period: Range & { id?: string; as_of: string; week_starts?: number };
  against: Range | null;
  homes: Home[];
  coverage: Coverage[];
  trips: Trip[];
  activities: Activity[];
  areas: Area[];
  commute: Commute | null;
  code_and_prompts: CodeAndPrompts | null;
  firsts: Occasion[];
  lasts: Occasion[];
  bests: Best[];
  open: Open[];
  planned: Planned[];
  clocks: Clock[];
  milestones: Milestone[];
  resolutions: Resolution[];
  /** The story's sections in order, with their titles. */
  sections: { id: string; title: string }[];
  story: Sentence[];
  cited: Record<string, Cited>;
}

/** Of what one paid and wrote to people one does not keep count, as in the text: statements of two kinds are no comparison. */
export function is_deed(kind: string): boolean {
  return kind !== 'expense' && kind !== 'message' && kind !== 'comment';
}
