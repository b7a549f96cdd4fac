/** A trip's page, and days of the timeline, by the address's hash. */

const TRIP = '#trip/';
const TIMELINE = /^#timeline\/(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/;

export const trip_address = (id: string) => TRIP + encodeURIComponent(id);

/** The id of the trip whose page it is; null for any other address. */
export function trip_in(hash: string): string | null {
  if (!hash.startsWith(TRIP)) return null;
  try {
    return decodeURIComponent(hash.slice(TRIP.length));
  } catch {
    return hash.slice(TRIP.length);
  }
}

export const days_address = (from: string, to = from) => `#timeline/${from}${to === from ? '' : `/${to}`}`;

/** The days with which the timeline is to begin; null where the address names none. */
export function days_in(hash: string): { from: string; to: string } | null {
  const [, from, to] = TIMELINE.exec(hash) ?? [];
  return from ? { from, to: to ?? from } : null;
}
