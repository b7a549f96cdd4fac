import { written } from '../numbers';
import type { SyncWords } from './words';

const number = (n: number) => written(n, 'en-GB');
const TYPES: Record<string, string> = {
  archive: 'archives', bibtex: 'bibliographies', blog: 'blog exports', card: 'card and bank statements', chatgpt: 'ChatGPT conversations', claude: 'Claude conversations', csl: 'bibliographies (CSL)',
  csv: 'tables', feed: 'blog feeds', git: 'repositories', github: 'GitHub', goodreads: 'reading lists', ics: 'calendars', jsonl: 'lines of observations', kakaotalk: 'KakaoTalk chats', ledger: 'journals',
  mail: 'mails', photos: 'photos', posts: 'posts',
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const type = (id: string) => TYPES[id] ?? id;
const day = (d: string) => `${+d.slice(8, 10)} ${MONTHS[+d.slice(5, 7) - 1]} ${+d.slice(0, 4)}`;
const some = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
function time(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds / 60) % 60)} min`;
}
const quoted = (paths: string[]) => paths.map((path) => `“${path}”`).join(', ');

export const sync: SyncWords = {
  nav: 'Sources',
  title: 'Where the records are',
  first: {
    title: 'Where shall it be kept?',
    lead: 'This folder holds your settings, promises and notes. All of them are plain text that you can open and change.',
    folder: 'Folder',
    folder_hint: 'Made if it is not there. ~/ is your home folder.',
    is_life: (folder) => `${folder} holds a life folder already.`,
    zone: 'Time zone of your home',
    language: 'The text is written in English.',
    make: 'Begin here',
    open: 'Open it',
    making: 'Making it',
    what: 'It makes hoego.toml, resolutions/ and notes/. Originals are only read, and nothing leaves this machine.',
    sample: 'Have a look first',
    sample_what: (folder) => `Three years of an invented person are written to ${folder} and looked back on. About 100 MB, to be deleted whenever you like.`,
    sample_see: 'See the sample life',
    sample_making: 'Writing the sample life. It takes a moment.',
    sample_shown: 'What you see is the life of an invented person.',
    own: 'Begin with my own records',
    back: 'Back to the sample',
    refused: 'It could not be done.',
  },
  lead: 'These are named in hoego.toml. Originals are only read.',
  loading: 'Looking at the sources',
  failed: 'The sources could not be loaded',
  none: 'None is named yet. Name a folder with photos, calendars, repositories or posts below.',
  type,
  holds: (parts) => parts.map((part) => `${type(part.type)} ${number(part.units)}`).join(' · '),
  records: (n) => some(n, 'record', 'records'),
  span: (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
  checked: (d) => `looked at on ${day(d)}`,
  never: 'not read yet',
  gone: 'Not there now. Is its disk connected?',
  unknown_files: (n) => some(n, 'unknown file', 'unknown files'),
  has_problems: (n) => some(n, 'problem', 'problems'),
  unfinished: 'Not everything was read to its end. Reading again goes on from there.',
  review: 'See the review',

  add: 'Add more',
  path: 'Path of a folder or file',
  path_hint: 'Paste it from your file manager, or drop files on this page.',
  look: 'Look at it',
  looking: 'Looking at what it is',
  drop_here: 'Drop it here to see what it is',
  drop_nameless: 'Browsers do not tell where a dropped file lies. Please type its path above.',
  drop_nothing: 'There is no file in what was dropped.',
  nothing_typed: 'No path is typed yet.',
  found: 'What it seems to be',
  choose: (path) => `Add ${path}`,
  already: (path) => `Named already, as “${path}”.`,
  not_whole: 'There is so much that only a part was looked at. Once added, all of it is read.',
  nothing_known: 'Nothing I know',
  nothing_known_hint: 'Name another folder, or choose what it is if you know.',
  read_as: (path) => `${path}: what to read it as`,
  as_recognised: 'as recognised',
  examples: (names, more) => names.join(', ') + (more > 0 ? ` and ${number(more)} more` : ''),
  why: 'Told by names and first bytes.',
  put: 'Add what is chosen',
  none_chosen: 'Nothing is chosen.',
  written: (paths) => `${quoted(paths)} ${paths.length === 1 ? 'stands' : 'stand'} at the end of hoego.toml now.`,
  known: (paths) => `Named before: ${quoted(paths)}.`,
  undo: 'Undo',
  undone: 'What was written is out of hoego.toml again.',

  sync: 'Read now',
  stop: 'Stop',
  stopping: 'Finishing what is being read',
  refused: 'It could not be done.',
  bar: 'How much is read',
  looking_for: (source) => (source ? `${source}: looking for what is new or changed.` : 'Looking for what is new or changed.'),
  reading: (done, total, walking) => (walking ? `${number(done)} read, ${number(total)} found so far.` : `${number(done)} of ${number(total)} read.`),
  things: (n) => some(n, 'record', 'records'),
  rate: (per_second) => `${per_second >= 10 ? number(Math.round(per_second)) : per_second}/s`,
  left: (seconds) => `about ${time(seconds)} left`,
  settling: 'All is read. Doubles are merged, times and places are settled.',
  elsewhere: 'Another hoego, in a terminal perhaps, is reading now. What it finds shows here when it ends.',
  ended: ({ new: fresh, changed, gone, same }) => `All is read: ${number(fresh)} new, ${number(changed)} changed, ${number(gone)} gone, ${number(same)} as they were.`,
  nothing_new: 'All is as it was. There was nothing new to read.',
  stopped: 'Stopped. What was read stays, and the next time goes on.',
  sync_failed: 'It was not read to the end.',
  lost: 'The server is not answering; trying again.',

  problems: 'What could not be read',
  problems_lead: (n) => `${some(n, 'problem', 'problems')}. All else was read.`,
  more: (n) => `${some(n, 'other place', 'other places')}`,
};
