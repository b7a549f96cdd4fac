/** The words of a trip's page. */
export interface TripWords {
  /** In the drawer. */
  open: string;
  loading: string;
  failed: string;
  over: string;
  over_ahead: string;
  title(name: string): string;
  nights: string;
  nights_ahead: string;
  photos: string;
  cost: string;
  late: string;
  early: string;
  /** The days of the calendar beside the hours that went by, where the clocks were changed on the way. */
  elapsed(days: number, hours: number): string;
  all_records: string;
  map: string;
  map_note: string;
  map_note_ahead: string;
  pictures(of: number, n: number): string;
  /** Each of them, where there are not more. */
  pictures_all(n: number): string;
  pictures_how: string;
  picture(when: string, place: string | null): string;
  unshown: string;
  looking: string;
  earlier: string;
  later: string;
  nth(n: number, of: number): string;
  days: string;
  days_note: string;
  /** Of a day whose name stands before. */
  day_records: string;
  no_photos: string;
  km(n: number): string;
  clock(hours: number): string;
  plan: string;
  plan_ahead: string;
  plan_days(span: string): string;
  booked(day: string): string;
  /** Of a whole trip whose plan had other days. */
  home_on(day: string): string;
  row: { planned: string; moved: string; seen: string };
  departs(when: string): string;
  lands(when: string): string;
  last_seen(when: string, place: string | null): string;
  first_seen(when: string, place: string | null): string;
  seen_note: string;
  reserved(what: string | null): string;
  cost_note: string;
  cost_none: string;
  no_category: string;
  all: string;
  payments(n: number): string;
  meanwhile: string;
  meanwhile_none: string;
  more(n: number): string;
  companions: string;
  nothing_planned: string;
}
