import { written } from '../numbers';
import type { TripWords } from './words';

const number = (n: number) => written(n, 'en-GB');
const SMALL = ['no', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const word = (n: number) => (n === 20 ? 'Twenty' : (SMALL[n] ?? number(n)));
const some = (n: number, one: string) => `${number(n)} ${n === 1 ? one : `${one}s`}`;
function long(hours: number): string {
  const whole = Math.round(hours);
  return [whole >= 24 ? some(Math.floor(whole / 24), 'day') : '', whole % 24 ? some(whole % 24, 'hour') : ''].filter(Boolean).join(' and ');
}
function abs_hours(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  return [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ');
}

export const trip: TripWords = {
  open: 'Open the trip',
  loading: 'Loading the trip',
  failed: 'The trip could not be loaded',
  over: 'Trip',
  over_ahead: 'Planned trip',
  title: (name) => `${name} – trip`,
  nights: 'Away',
  nights_ahead: 'Away',
  photos: 'Taken',
  cost: 'Spent',
  late: 'Home late by',
  early: 'Home early by',
  elapsed: (days, hours) => `${some(days, 'day')} by the calendar; ${long(hours)} went by.`,
  all_records: 'All records of these days',
  map: 'Map of the way that was taken',
  map_note: 'Lines join the places where a photo or record was left, by the shortest path. They are not the way itself.',
  map_note_ahead: 'The dotted line is the shortest path from home.',
  pictures: (of, n) => `${word(n)} of ${number(of)}`,
  pictures_all: (n) => (n === 1 ? 'One photo' : `${word(n)} photos`),
  pictures_how: 'Chosen so that they spread over days and places. Of shots in a row there is one; pictures of a screen and very wide ones are left out.',
  picture: (when, place) => (place ? `Photo taken on ${when} in ${place}` : `Photo taken on ${when}`),
  unshown: 'This photo cannot be shown now.',
  looking: 'Loading the photo',
  earlier: 'Previous photo',
  later: 'Next photo',
  nth: (n, of) => `${n} of ${of}`,
  days: 'Day by day',
  days_note: 'Distances are straight lines between places where a record was left, so they fall short. A flight counts on the day of the first record after it. A press on a day opens all of its records.',
  day_records: 'records',
  no_photos: 'no photos found',
  km: (n) => `${number(n)} km`,
  clock: (hours) => `clock ${abs_hours(hours)} ${hours < 0 ? 'back' : 'on'}`,
  plan: 'Planned and actual',
  plan_ahead: 'What is booked',
  plan_days: (span) => `Planned for ${span}.`,
  booked: (day) => `Booked on ${day}.`,
  home_on: (day) => `The day of return was ${day}.`,
  row: { planned: 'Planned', moved: 'Ticket moved', seen: 'Records' },
  departs: (when) => `departs ${when}`,
  lands: (when) => `lands ${when}`,
  last_seen: (when, place) => `until ${when} ${place ? `in ${place}` : 'before it'}`,
  first_seen: (when, place) => `from ${when} ${place ? `in ${place}` : 'after it'}`,
  seen_note: 'The last record before it and the first one after it: the flight lies between them.',
  reserved: (what) => ({ lodging: 'Lodging', restaurant: 'Restaurant', event: 'Event', car: 'Car' })[what ?? ''] ?? 'Booking',
  cost_note: 'Only payments of these days are added up. Nothing is converted into another currency.',
  cost_none: 'No statement covers these days, so what was spent is not known.',
  no_category: 'No category',
  all: 'In all',
  payments: (n) => some(n, 'payment'),
  meanwhile: 'Meanwhile',
  meanwhile_none: 'Nothing else was found for these days. That does not mean there was nothing.',
  more: (n) => `${number(n)} more`,
  companions: 'People named in the photos',
  nothing_planned: 'Nothing but the days is entered.',
};
