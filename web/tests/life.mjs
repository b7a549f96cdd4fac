// The sample life and its reviews as the program itself writes them, made once for all tests of a run.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const pinned = { ...process.env, HOEGO_NOW: '2024-10-20', TZ: 'Asia/Seoul', LC_ALL: 'C.UTF-8', XDG_CACHE_HOME: undefined };

/** The program, from HOEGO or beside this tree's release build; null where there is none. */
export function program() {
  for (const path of [process.env.HOEGO, join(here, '../../build/release/bin/hoego')]) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

const run = (...args) => execFileSync(program(), args, { env: pinned, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e8 });

/** Makes the sample life; tests started by run.mjs share one. */
export function make_life() {
  const folder = mkdtempSync(join(tmpdir(), 'hoego-life-'));
  run('demo', folder);
  return folder;
}
let own = null;
const life = () => process.env.HOEGO_LIFE ?? (own ??= make_life());
process.on('exit', () => own && rmSync(own, { recursive: true, force: true }));

const reviews = new Map();
/** A review of the sample life, parsed anew for each caller. `more`: further words of the command line. */
export function review(language, year = '2024', ...more) {
  const key = [language, year, ...more].join(' ');
  if (!reviews.has(key)) {
    const file = join(life(), `test-${reviews.size}-${process.pid}.json`);
    run('-C', life(), 'review', year, '--lang', language, '--format', 'json', '-o', file, ...more);
    reviews.set(key, readFileSync(file, 'utf8'));
    rmSync(file);
  }
  return JSON.parse(reviews.get(key));
}

/** The file that the program writes of 2024, the page with the review inside. */
export function exported(language) {
  const file = join(life(), `test-${language}.html`);
  run('-C', life(), 'review', '2024', '--lang', language, '--format', 'html', '-o', file);
  return file;
}
