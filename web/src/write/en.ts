import type { WriteWords } from './words';

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const PLACES = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth', 'Eleventh', 'Twelfth'];
const said = (n: number) => COUNTS[n] ?? `${n}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function write(year: number): WriteWords {
  return {
    review: 'Review',
    nav: 'Write',
    title: (of) => `Words for ${of}`,
    lead: (file) => `Answers go to ${file} as they are typed, and stand in the review where they belong. Stop whenever you like, and go on later.`,
    loading: 'Choosing the questions',
    failed: 'The questions could not be loaded',
    none: 'There is nothing to ask yet. More records bring more questions.',
    progress: (n, of) => `${PLACES[n] ?? `Number ${n}`} of ${said(of)}`,
    known: 'What the records show',
    before: (then) => (then === year - 1 ? 'A year ago you wrote' : `In ${then} you wrote`),
    picture: (of) => `A photo from ${of}`,
    keep: 'Keep',
    skip: 'Skip',
    back: 'Previous question',
    hint: 'Ctrl+Enter keeps it too.',
    kept: (heading, file) => `Your answer to “${heading}” is in ${file}.`,
    kept_after: 'What was written into the file meanwhile stays, with your answer after it.',
    taken_out: (heading, file) => `Your answer to “${heading}” was taken out of ${file}.`,
    undo: 'Undo',
    undone: (heading) => `The answer to “${heading}” was undone. What you typed is in the field below.`,
    nothing: 'Nothing is typed yet. “Skip” goes on to the next question.',
    refused: 'It could not be kept. What you typed is still in this field.',
    done: 'That was the last question',
    done_count: (answered, file) => (answered === 0 ? 'No answer was kept yet.' : `${capital(said(answered))} ${answered === 1 ? 'answer is' : 'answers are'} in ${file}.`),
    all: 'All questions',
    answered: 'answered',
    draft: 'unfinished',
    open: 'open',
  };
}
