import { written } from './numbers';
import { correct } from './correct/en';
import { serial, weekday } from './days';
import { sync } from './sync/en';
import { text } from './text/en';
import { record } from './record/en';
import { timeline } from './timeline/en';
import { trip } from './trip/en';
import type { PromiseWords, Words } from './words';
import { write } from './write/en';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Singular and plural of what is counted. */
const KINDS: Record<string, [string, string]> = {
  photo: ['photo', 'photos'], video: ['video', 'videos'], event: ['time', 'times'], commit: ['commit', 'commits'],
  pull_request: ['pull request', 'pull requests'], review: ['review', 'reviews'], issue: ['issue', 'issues'], comment: ['comment', 'comments'],
  post: ['post', 'posts'], note: ['note', 'notes'], book: ['book', 'books'], paper: ['paper', 'papers'], workout: ['workout', 'workouts'],
  sleep: ['night', 'nights'], listen: ['song', 'songs'], watch: ['video', 'videos'], chat: ['chat', 'chats'], message: ['message', 'messages'],
  visit: ['visit', 'visits'], reservation: ['booking', 'bookings'], expense: ['expense', 'expenses'], measurement: ['reading', 'readings'],
  day: ['day', 'days'], night: ['night', 'nights'], country: ['country', 'countries'], step: ['step', 'steps'], trip: ['trip', 'trips'],
};

const number = (n: number) => written(n, 'en-GB');
const fixed = (n: number, digits: number) => written(n, 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const unit = (n: number, kind: string) => (KINDS[kind] ?? ['time', 'times'])[n === 1 ? 0 : 1] ?? '';
const count = (n: number, kind: string) => `${number(n)} ${unit(n, kind)}`;
const spelt = (n: number) => NUMBERS[n] ?? number(n);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
function hours(h: number): string {
  const minutes = Math.round(h * 60);
  const parts = [minutes >= 60 ? `${number(Math.floor(minutes / 60))} h` : '', minutes % 60 ? `${minutes % 60} min` : ''];
  return parts.filter(Boolean).join(' ') || '0 min';
}

function money(n: number, currency: string): string {
  try {
    return written(n, 'en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  } catch {
    return `${number(n)} ${currency}`;
  }
}
function amount(n: number, base: string, kind: string): string {
  if (base === '') return count(n, kind);
  if (base === 'h') return hours(n);
  if (base === '%') return `${number(n)}%`;
  if (base === 'km') return `${number(n)} km`;
  if (base === 'weeks') return plural(n, 'week', 'weeks');
  return money(n, base);
}
/** A chance as one says it: of ten where that tells enough, never none and never all. */
function chance(p: number): string {
  if (p < 0.01) return 'less than 1 in 100';
  if (p > 0.99) return 'more than 99 in 100';
  if (p < 0.03) return 'about 1 in 50';
  if (p < 0.075) return 'about 1 in 20';
  if (p > 0.97) return 'about 49 in 50';
  if (p > 0.925) return 'about 19 in 20';
  return `about ${Math.min(9, Math.max(1, Math.round(10 * p)))} in 10`;
}

function promises(day: (d: string) => string, span: (from: string, to: string) => string): PromiseWords {
  const weekday_day = (d: string) => `${WEEKDAYS[weekday(serial(d))]} ${day(d)}`;
  const often = (pace: 'per' | 'every' | null, every: string | null) => (pace && every ? ` ${pace === 'per' ? 'a' : 'every'} ${every}` : '');
  return {
    heading: (total, kept, broken, missed) => {
      const parts = [kept ? `${spelt(kept)} kept` : '', broken ? `${spelt(broken)} broken` : '', missed ? `${spelt(missed)} missed` : ''].filter(Boolean);
      const all = `${capital(spelt(total))} ${total === 1 ? 'promise' : 'promises'}`;
      return parts.length > 0 ? `${all}: ${parts.join(', ')}` : all;
    },
    verdict: (v) => (v === null ? 'yours to judge' : { kept: 'kept', broken: 'broken', on_track: 'on track', at_risk: 'at risk', missed: 'missed', unknown: 'unknown' }[v]),
    own: (ticked) => (ticked ? 'Ticked as kept by hand.' : 'No file can tell: it is not ticked.'),
    amount,
    figure: (value, target, over, pace, every) => {
      const now = value === null ? '' : `${value}${pace === 'per' ? often(pace, every) : ''}${over ? '' : ' so far'}`;
      const promised = target === null ? 'promised last year’s number, which is not known' : `promised ${target}${pace === 'every' || value === null ? often(pace, every) : ''}`;
      return [now, promised].filter(Boolean).join(', ');
    },
    kept_on: (d) => `Kept on ${weekday_day(d)}.`,
    broken_on: (d) => `Broken on ${weekday_day(d)}.`,
    periods: ({ held, of, unknown }, every) => {
      const said = of === 0 ? '' : `${capital(spelt(held))} of ${plural(of, every, `${every}s`)} held.`;
      return [said, unknown ? `${capital(spelt(unknown))} ${unknown === 1 ? 'is' : 'are'} unknown.` : ''].filter(Boolean).join(' ');
    },
    needed: (n, rate) => `${plural(n, 'day is', 'days are')} left, which need ${rate} a week.`,
    needed_none: 'The days left need nothing more.',
    best: (rate) => `The best stretch of that length had ${rate} a week.`,
    chance: (p) => `The chance of keeping it is ${chance(p)}.`,
    risks: 'Would break it, if it comes true:',
    risk: (title, d) => `${title}, ${weekday_day(d)}`,
    seen: (n, lived) => `Only ${number(n)} of ${plural(lived, 'day', 'days')} could be seen.`,
    unseen: (source, spans, more) => `${source}: not seen ${spans.map(([a, b]) => span(a, b)).join(', ')}${more ? ` and ${plural(more, 'span', 'spans')} more` : ''}.`,
    nothing_sees: 'No record can see this promise.',
    undecided: 'The records there are cannot tell whether it was kept.',
    not_counted: (where) => `It could not be counted. Look at its check${where ? ` (${where})` : ''}.`,
    line: (target, pace, every) => `promised ${target}${often(pace, every)}`,
    chart_name: (text, kind, limit) =>
      `${text}: ${{ total: limit ? 'the running total and the line to stay under' : 'the running total and the line it needs', pace: 'the running total and the line of the promised pace', level: 'the value day by day and the promised line', units: 'each by itself and the promised line' }[kind]}`,
    chart_days: (when, unseen, ahead) => [when, unseen ? `${plural(unseen, 'day', 'days')} not seen` : '', ahead ? `${plural(ahead, 'day', 'days')} still ahead` : ''].filter(Boolean).join(', ') + '.',
    key_course: 'so far',
    key_needed: 'promised',
    key_held: 'held',
    key_failed: 'not held',
    key_open: 'not judged',
    table_promise: 'Promised',
    table_note: 'What it came to by the end of the month; shares and streaks as they stood then. ? could not be seen, · is still ahead, – is outside the promise’s days.',
  };
}

export function en(year: number): Words {
  const month_of = (d: string) => MONTHS[+d.slice(5, 7) - 1] ?? '';
  const year_of = (d: string) => (+d.slice(0, 4) === year ? '' : ` ${+d.slice(0, 4)}`);
  const day = (d: string) => `${+d.slice(8, 10)} ${month_of(d)}${year_of(d)}`;
  const span = (from: string, to: string) => {
    if (from === to) return day(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return `${+from.slice(8, 10)}–${day(to)}`;
    return from.slice(0, 4) === to.slice(0, 4) ? `${+from.slice(8, 10)} ${month_of(from)}–${day(to)}` : `${day(from)}–${day(to)}`;
  };
  const nights = (n: number, day_trip: boolean) => (day_trip || n === 0 ? 'day trip' : plural(n, 'night', 'nights'));
  return {
    lang: 'en',
    title: (from, to) => (from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31` ? `${from.slice(0, 4)}, looking back` : `${span(from, to)}, looking back`),
    day,
    weekday_day: (d) => `${WEEKDAYS[weekday(serial(d))]} ${day(d)}`,
    span,
    month: (m) => MONTHS[m - 1] ?? '',
    weekdays: WEEKDAYS,
    period: (from, as_of, lived, days) => (lived === days ? `${span(from, as_of)}, ${days} days` : `${span(from, as_of)}, ${lived} of ${days} days`),
    beside: (from, to) => `Beside ${+from.slice(0, 4) === year - 1 ? 'the same span of last year' : span(from, to)}`,
    counter: (kind) => unit(2, kind),
    count,
    times: (r) => `${fixed(r, 2)}×`,
    hours,
    nights,
    days: (n) => plural(n, 'day', 'days'),
    kind: (kind) => (kind === 'event' ? 'event' : (KINDS[kind]?.[0] ?? kind)),
    coverage_class: (c) => ({ sensor: 'sensor', complete: 'complete', window: 'recent only', opportunistic: 'presence only' })[c],
    coverage_days: (c, lived) => (c.class === 'opportunistic' ? `present on ${plural(c.days, 'day', 'days')}` : `${number(c.days)} of ${number(lived)} days`),
    verdict: (v) => ({ more: 'more', less: 'less', 'no clear difference': 'no clear difference', unknown: 'unknown' })[v],
    zone_from: (z) =>
      ({ stated: 'zone as stated', coordinates: 'zone from coordinates', whereabouts: 'zone from whereabouts', home: 'zone of home', assumed: 'zone assumed', corrected: 'time corrected' })[z] ?? z,
    nav: { promises: 'Promises', trips: 'Trips', threads: 'Threads', days: 'Days', compare: 'Beside last year', areas: 'Evenings', occasions: 'To remember', ahead: 'Ahead', coverage: 'What was seen' },
    own_words: 'my own words',
    own_words_then: 'my own words then',
    skip: 'To the text',
    sections: 'Sections of this review',
    words_only: 'Words only',
    today: 'today',
    ribbon: 'a line a day',
    ribbon_name: 'The days on which there was something, a line a day',
    ribbon_note: (root) => `A line a day. Hatched: days that could not be seen. Dots: days still ahead.${root ? ' The height of photos alone is a root scale.' : ''}`,
    findings: (n) => (n === 1 ? 'One thing that tells of these days' : `${capital(spelt(n))} things that tell of these days, the weightiest first`),
    no_findings: 'Nothing was found to tell of these days',
    fact_trip: (trip, name) => `${name}, photographed. ${span(trip.from, trip.to)}, ${nights(trip.nights, trip.day_trip)}.`,
    fact_activity: (label, _kind, { days, per_week, turned, against }) => {
      const pace = turned ?? (per_week === null ? `On ${plural(days, 'day', 'days')}.` : `About ${fixed(per_week, 1)} a week.`);
      return [`${capital(label)}.`, pace, against ? `${capital(against)} the same span of last year.` : ''].filter(Boolean).join(' ');
    },
    fact_change: (change) =>
      `${capital(change.kind)} ${change.low === change.high ? 'on' : 'around'} ${day(change.date)}, ${fixed(change.before_per_week, 1)} → ${fixed(change.after_per_week, 1)} a week.`,
    fact_silence: (label, last) => `${capital(label)}: the last was on ${day(last)}, none since.`,
    trips: (n, ahead) => `Away ${n === 1 ? 'once' : n === 2 ? 'twice' : `${spelt(n)} times`}${ahead ? `, and ${spelt(ahead)} more ahead` : ''}`,
    no_trips: 'No trip was found',
    no_trips_note: 'This does not say that there was none: only days with places in photos, or with a calendar, can be seen.',
    map_abroad: 'Map of the journeys far away',
    map_home: 'Map of the journeys near home',
    map_note: 'Lines are shortest paths on the map, not the ways actually taken. Coastlines are simplified.',
    map_none: 'No place has coordinates, so there is no map.',
    home: 'home',
    planned: 'planned',
    not_counted: 'not counted yet',
    booked: (d) => `booked on ${day(d)}`,
    late: (h) => (h > 0 ? `back ${hours(h)} later than planned` : `back ${hours(-h)} earlier than planned`),
    clipped: 'reaches over the edge of the period, told whole',
    months_heading: (peaks) => capital(peaks.map((p, i) => `${p.label} ${i === 0 ? 'peaked ' : ''}in ${MONTHS[p.month - 1]}`).join(', ')),
    months_note: 'The width of a bar is the days that could be seen. Hatched: not seen. Dots: still ahead.',
    months_name: (label) => `${label} by month`,
    rest_heading: 'What else came back again and again',
    no_activities: 'Nothing that repeats was found',
    no_activities_note: 'This does not say that nothing was done. Add a calendar, repositories or a folder of posts, and it can be seen.',
    presence_only: 'presence only',
    streak: (weeks) => `${weeks} weeks in a row`,
    key_day: 'in a day',
    key_month: 'in a month',
    key_none: 'seen, and nothing',
    key_hatch: 'could not be seen',
    key_ahead: 'still ahead',
    key_presence: 'presence only: absence is not claimed',
    table: 'As a table',
    table_total: 'All',
    table_note: '? is a month that could not be seen, · one still ahead.',
    days_heading: 'An empty cell is a day without, a hatched one a day unknown',
    days_note: 'A cell a day, a row a weekday.',
    days_legend: 'Days of what',
    days_name: (label) => `Days of ${label}, a cell a day`,
    key_few: 'few',
    key_many: 'many',
    compare_heading: (clear, unclear, unknown) => {
      const parts = [clear ? `${spelt(clear)} clearly changed` : '', unclear ? `${spelt(unclear)} not clearly` : '', unknown ? `${spelt(unknown)} unknown` : ''];
      return capital(parts.filter(Boolean).join(', '));
    },
    compare_none: 'There is no earlier span to put beside it',
    compare_note: 'The dot is the ratio of daily rates over the days that could be seen, the bar its 90% interval. Where the bar crosses “same”, no difference is claimed.',
    compare_name: 'Ratio to the same span before',
    compare_ratio: 'ratio (90% interval)',
    same: 'same',
    axis: (p) => (p === 0 ? 'same' : p > 0 ? `${2 ** p}×` : `1/${2 ** -p}`),
    compare_unknown: (there, here) => `unknown (${number(there)} days seen then, ${number(here)} now)`,
    at_least: (r) => `at least ${fixed(r, 2)}×`,
    at_most: (r) => `at most ${fixed(r, 2)}×`,
    ahead_heading: (n) => `${plural(n, 'day', 'days')} left`,
    ahead_over: 'No days are left',
    ahead_note: 'Dashed is a plan. It is added to nothing.',
    ahead_none: 'Nothing was found that is planned.',
    ahead_name: 'The days left and what is planned',
    coverage_heading: 'What this was told from',
    coverage_none: 'No record can see any of these days.',
    coverage_name: (source) => `${source}: days that could be seen`,
    coverage_more: (n) => `${plural(n, 'other', 'others')}`,
    key_seen: 'could be seen: nothing there means nothing happened',
    clocks_heading: 'Cameras whose clock was read anew',
    clock: (camera, when, shift, pictures, stated) =>
      `${camera}, ${when}: ${count(pictures, 'photo')} read ${hours(Math.abs(shift) / 3600)} ${shift < 0 ? 'earlier' : 'later'}${stated ? ' (as configured)' : ''}.`,
    bye: 'Nothing left this machine while this review was made. The originals were only read, and this page asks no one.',
    evidence: 'Evidence',
    evidence_n: (n) => `evidence ${number(n)}`,
    close: 'Close',
    gaps: (n) => plural(n, 'span that could not be seen', 'spans that could not be seen'),
    evidence_all: (n) => (n === 1 ? 'The one record is here.' : `All ${number(n)} records are here.`),
    evidence_some: (n, shown) => `${number(shown)} of ${number(n)} records are here.`,
    evidence_none: 'What backs this is not single records but the days that could be seen.',
    show_all: (n) => `Show all ${number(n)}`,
    all_day: 'day',
    untitled: 'untitled',
    not_mine: 'not mine',
    certainty: (v) => `certainty ${fixed(v, 2)}`,
    no_review: 'This page carries no review. Open a file made by hoego review --format html.',
    bye_served: 'Nothing left this machine while this review was made. The originals were only read, and this page asks only the hoego of this machine.',
    loading: 'Reading the review',
    load_failed: 'The review could not be read',
    views: 'Views',
    not_fresh: 'This was worked out earlier, and could not be brought up to date:',
    no_answer: 'The server does not answer. Look whether hoego serve is running.',
    again: 'Try again',
    year: 'Year',
    promises: promises(day, span),
    write: write(year),
    text,
    record,
    timeline,
    sync,
    trip,
    correct,
    changes: {
      kind: (c) => ({ started: 'started', grew: 'grew', faded: 'faded', stopped: 'stopped', resumed: 'resumed' })[c],
      pace: (before, after) => `${fixed(before, 1)} → ${fixed(after, 1)} a week`,
      when: (d, low, high) => (low === high ? day(d) : `${day(d)} (${span(low, high)})`),
      how: 'The red line is when the pace changed, the pale band its 90% interval, the level lines are the paces before and after.',
      key: 'change and its 90% interval',
    },
    areas: {
      heading: (more, less) => {
        if (more.length + less.length === 0) return 'What filled the evenings';
        const parts = [more.length > 0 ? `more evenings with ${more.join(', ')}` : '', less.length > 0 ? `fewer with ${less.join(', ')}` : ''].filter(Boolean);
        return more.length === 0 ? `Fewer evenings with ${less.join(', ')}` : capital(parts.join(', '));
      },
      how: 'Evenings are from 18:00 to 24:00, counted where an area had half an hour or more. One evening may hold several areas, so the shares do not add up to 100%. The bar is the 90% interval.',
      name: (label) => `${label}: share of evenings that had it`,
      evenings: (n, seen) => `${number(n)} of ${plural(seen, 'evening', 'evenings')}`,
      weekends: (share) => `weekend days ${share}`,
      here: (last_year) => (last_year ? 'this year' : 'now'),
      there: (last_year) => (last_year ? 'last year' : 'then'),
      share: (value) => `${number(Math.round(100 * value))}%`,
      unseen: 'no evening could be seen',
      hours: 'Where the hours went',
      hours_note: 'Only records that tell how long they took. The hollow bar is the share of the same span before.',
      hours_name: 'Hours by area',
      key_interval: '90% interval',
    },
    occasions: {
      heading: 'Days to remember',
      firsts: 'First times',
      lasts: 'Last times',
      bests: 'The most and the longest',
      milestones: 'Round days',
      subject: (s) => ({ country: 'country', town: 'place', activity: 'doing', repository: 'repository', language: 'language', tool: 'tool', person: 'person', book: 'book', topic: 'name' })[s],
      first_since: (d) => `first since ${day(d)}`,
      last_until: (d) => `none until ${day(d)}`,
      what: (what) => ({ 'best week': 'best week', 'best day': 'best day', 'longest streak': 'longest run of weeks', 'longest gap': 'longest gap', 'round count': 'round number', lull: 'lull' })[what],
      value: (best, kind) =>
        best.what === 'longest streak' ? plural(best.value, 'week', 'weeks') : best.what === 'longest gap' || best.what === 'lull' ? plural(best.value, 'day', 'days') : count(best.value, kind),
      never_since: (d) => `the most since ${day(d)}`,
      years: (n, since) => `${plural(n, 'year', 'years')} since ${day(since)}`,
      note: 'A day opens its evidence. “First” is only said where the records reach back more than a year.',
      more: (n) => `Show ${plural(n, 'other', 'others')}`,
    },
    money,
    cost: (sum, payments) => `${sum} spent, ${plural(payments, 'payment', 'payments')} on the statements`,
    lull: (n, when) => `${plural(n, 'quiet day', 'quiet days')} after the return (${when})`,
    homes: 'Homes',
    home_until: (d) => `seen until ${day(d)}`,
    commute: (journeys, time) => `${plural(journeys, 'journey', 'journeys')} to and fro, ${time}`,
    commute_once: (minutes) => `about ${number(Math.round(minutes))} min each`,
    commute_between: (a, b) => `${a}–${b}`,
    prompts_and_code: (here, there) => `Share of days with prompts ${there} → ${here}`,
    prompts_and_code_name: 'Share of prompts among the days with prompts and the days with commits',
    prompts_and_code_note: 'Of the days with prompts and the days with commits together, the share of those with prompts.',
    owed: 'Still open',
    owed_asked: 'my turn',
    owed_since: (d) => `since ${day(d)}`,
  };
}
