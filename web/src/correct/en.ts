import { written } from '../numbers';
import type { Correction } from './corrections';
import type { CorrectWords, Telling } from './words';

const number = (n: number) => written(n, 'en-GB');
const quote = (text: string) => `“${text}”`;
const times = (n: number) => (n === 1 ? 'once' : `${number(n)} times`);

function of_record(one: Correction, tell: Telling): string {
  const what = one.record ? `${tell.kind(one.record.kind)}${one.record.title ? ` ${quote(one.record.title)}` : ''}, ${tell.day(one.record.day)}` : `Record ${one.id}`;
  const said = [one.mine === false ? 'not mine' : one.mine ? 'mine' : '', one.reject ? 'left out' : '', one.time ? 'another time' : '', one.place ? 'another place' : ''];
  return `${what}: ${said.filter(Boolean).join(', ')}`;
}

function said(one: Correction, lang: 'ko' | 'en', tell: Telling): string {
  if (one.table === 'record') return of_record(one, tell);
  if (one.table === 'change') return `${one.label[lang]} ${one.what === 'sure' ? 'did change' : 'did not change'} around ${tell.day(one.near)}`;
  switch (one.what) {
    case 'name':
      return `The trip of ${tell.day(one.from)} is called ${quote(one.name)}`;
    case 'same':
      return `${tell.span(one.from, one.to)} is one trip`;
    case 'split':
      return `One trip ends on ${tell.day(one.from)}, and the next begins`;
    case 'sure':
      return `The trip of ${tell.day(one.from)} did take place`;
    default:
      return `No trip on ${tell.span(one.from, one.to)}`;
  }
}

export const correct: CorrectWords = {
  nav: 'Corrections',
  title: 'Corrections',
  lead: (file) => `Corrections are kept as text in ${file}. They hold when everything is read again, and can be taken out at any time.`,
  loading: 'Looking for corrections',
  failed: 'The corrections could not be loaded.',
  open: 'Correct',
  choices: {
    rename: 'Give it another name',
    split: 'Split it in two here',
    join: (name, days, next) => `It is one with the trip ${next ? 'after' : 'before'}: ${name}, ${days}`,
    never: 'This was no trip',
    sure_trip: 'This was a trip',
    reject: (what) => `This did not change: ${what}`,
    sure_change: (what) => `This did change: ${what}`,
    not_mine: (photo) => (photo ? 'Not my photo' : 'Not mine'),
    mine: 'This is mine',
    reject_record: 'Leave this record out',
    time: 'The time is wrong',
    place: 'The place is wrong',
    source_not_mine: (path) => `Nothing in ${path} is mine`,
    source_mine: (path) => `What is in ${path} is mine`,
    source_private: (path) => `Keep ${path} out of what others read`,
    source_open: (path) => `Others may read of ${path}`,
    give_name: 'Name it',
  },
  change: (label, kind, day) => `${label} ${kind}, ${day}`,
  name: 'Name',
  split_day: 'The second trip begins on',
  time: 'Time',
  time_hint: 'Like 2024-10-01T18:20-07:00; the offset may be left out.',
  place: 'Latitude, longitude',
  place_hint: 'Like 51.18, -115.57.',
  area: 'Area',
  no_area: 'None',
  will: (file, line) => `This goes into ${file}, line ${number(line)}`,
  first_rule: 'From then on only what has a name is an activity. Other titles that repeat can be named under “Corrections”.',
  keep: 'Write it down',
  cancel: 'Never mind',
  refused: 'It was not written.',
  kept: (file) => `Written into ${file}.`,
  undone: (file) => `Taken back out of ${file}.`,
  renewing: 'Making the review anew',
  stale: 'The review is still the one from before. Open the page again.',
  undo: 'Undo',
  not_undone: 'It was not undone.',
  close: 'Close',
  standing: 'What is corrected now',
  none: 'Nothing is corrected yet. Open the evidence of something: it can be corrected below.',
  said,
  applies: (one, { span }) => (one.applies ? one.trips.map((trip) => `trip of ${span(trip.from, trip.to)}`).join(', ') : 'Applies to nothing any more'),
  nearest: (list) => `Nearest: ${list.join(', ')}`,
  take_out: 'Take out',
  take_out_of: (what) => `Take out: ${what}`,
  last_edits: 'Just written',
  proposals: 'Waiting for a name',
  proposals_lead: (file) => `Titles that come again and again in your calendars and are no activity yet. With a name they become one, in ${file}.`,
  proposal: (n, weeks, last) => `${times(n)} in ${number(weeks)} weeks, last on ${last}`,
  proposal_takes: (takes) => `The rule takes ${number(takes)} ${takes === 1 ? 'entry' : 'entries'}`,
  also_written: (titles) => `Also written ${titles.map(quote).join(', ')}`,
  no_proposals: 'No title waits for a name.',
  whose: 'Whose are they?',
  whose_lead: 'This is what was guessed. Say so where it is yours.',
  things: { cameras: 'Cameras', accounts: 'Accounts', writers: 'Names in chats', calendars: 'Calendars' },
  taken_for: (count, mine, doubtful) => `${number(count)}, ${doubtful ? 'counted, though it seems to be no one’s or another’s' : mine ? 'taken for yours' : 'taken for another’s'}`,
  it_is_me: (name) => `This is mine: ${name}`,
  sources: 'By source',
  source_state: (mine, hidden) => [mine ? 'mine' : 'not counted as mine', hidden ? 'kept out of what others read' : ''].filter(Boolean).join(', '),
};
