import { ask, Refusal, type Language } from '../data';
import type { Label, Range } from '../review';

/** What the server tells of a trip (`hoego.trip/1`). What is not known is null. */

export interface Spot {
  name: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
}
export interface Stay extends Range {
  place: Spot;
  nights: number;
  photos: number | null;
}
export interface Day {
  day: string;
  /** Number of the stay of the night that follows. */
  slept: number | null;
  towns: Spot[];
  km: number | null;
  clock: { from: string; to: string; hours: number } | null;
  photos: number | null;
  path: [lon: number, lat: number][];
}
export interface SeenAt {
  record: string;
  at: string;
  place: Spot | null;
}
export interface Way {
  title: string | null;
  departs: string;
  lands: string;
  now_departs: string | null;
  now_lands: string | null;
  last_seen: SeenAt | null;
  first_seen: SeenAt | null;
  delay_hours: number | null;
}
export interface Reserved extends Range {
  record: string;
  title: string | null;
  what: string | null;
}
export interface Plan extends Range {
  title: string | null;
  booked: string | null;
  delay_hours: number | null;
  ways: Way[];
  reserved: Reserved[];
}
export interface Sum {
  currency: string;
  amount: number;
  payments: number;
  lines: { category: string | null; amount: number; payments: number }[];
}
export interface Meanwhile {
  activity: string | null;
  name: Label | null;
  kind: string;
  count: number;
  by_day: number[];
  told: { record: string; day: string; title: string }[];
}
export interface Picture {
  record: string;
  day: string;
  time: string;
  title: string;
  place: Spot | null;
  width: number | null;
  height: number | null;
}
export interface TripTold extends Range {
  id: string;
  ahead: boolean;
  name: string | null;
  nights: number;
  day_trip: boolean;
  abroad: boolean;
  countries: string[];
  home: Spot | null;
  photos: number | null;
  elapsed_hours: number | null;
  places: Stay[];
  days: Day[];
  plan: Plan | null;
  cost: { id: string; sums: Sum[] } | null;
  meanwhile: Meanwhile[];
  companions: { name: string; pictures: number }[];
  pictures: { fit: number; bursts: number; chosen: Picture[] } | null;
}

export async function ask_trip(id: string, language: Language, signal: AbortSignal): Promise<TripTold> {
  const told = JSON.parse(await ask(`api/trip/${encodeURIComponent(id)}?lang=${language}`, signal)) as TripTold & { schema?: string };
  if (told.schema !== 'hoego.trip/1') throw new Refusal('hoego.trip/1?', '');
  return told;
}
