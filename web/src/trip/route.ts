import { geoDistance } from 'd3-geo';
import type { Point } from '../land';
import type { Way } from '../TripMap.svelte';
import { short, type Words } from '../words';
import type { Spot, TripTold } from './told';

const EARTH_KM = 6371;
/** Stays as far apart as this fill a map of their own; else it shows the way from home. */
const WIDE_KM = 150;
/** What of the way lies on the map of the stays. */
const NEAR_KM = 400;

const point = (spot: Spot | null): Point | null => (spot && spot.lat !== null && spot.lon !== null ? [spot.lon, spot.lat] : null);
const km = (a: Point, b: Point) => geoDistance(a, b) * EARTH_KM;

/** The way of a trip as lines, one to each stay from the one before, with what was seen in between; and home, where it is on the map. */
export function route(told: TripTold, words: Words): { ways: Way[]; homes: { at: Point; name: string }[] } {
  const home = point(told.home);
  const stays = told.places.map((stay) => ({ stay, at: point(stay.place) })).filter((one): one is typeof one & { at: Point } => one.at !== null);
  const wide = stays.some((a) => stays.some((b) => km(a.at, b.at) > WIDE_KM));
  const seen = (at: Point) => !wide || stays.some((one) => km(one.at, at) < NEAR_KM);
  let from: Point | null = wide ? null : home;
  let next = 0;
  const ways = stays.map(({ stay, at }, i): Way => {
    const until = i + 1 < stays.length ? told.days.findIndex((day) => day.day > stay.to) : told.days.length;
    const end = until < 0 ? told.days.length : until;
    const between = told.days.slice(next, end).flatMap((day) => day.path).filter(seen);
    next = Math.max(next, end);
    const points = [...(from ? [from] : []), ...(between.length > 0 ? between : [at])];
    from = points[points.length - 1] ?? at;
    if (i + 1 === stays.length && !wide && home) points.push(home);
    return {
      finding: `stay-${i}`,
      points,
      stays: [at],
      label: at,
      name: short(stay.place.name ?? '', 18),
      more: told.ahead ? words.planned : words.span(stay.from, stay.to),
      planned: told.ahead,
    };
  });
  return { ways, homes: !wide && home && stays.length > 0 ? [{ at: home, name: short(told.home?.name ?? '', 12) }] : [] };
}
