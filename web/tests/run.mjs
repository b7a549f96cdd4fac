// Runs the browser tests; where there is no browser it says so and ends with 77, which ctest counts as skipped.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser } from './browser.mjs';
import { make_life, program } from './life.mjs';

if (!browser()) {
  console.log('skipped: no chromium found (apt-get install chromium, or name one in CHROMIUM)');
  process.exit(77);
}
if (!program()) {
  console.log('skipped: no hoego found (build it, or name it in HOEGO)');
  process.exit(77);
}
const here = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(here).filter((name) => name.endsWith('.test.mjs'));
const life = make_life();
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((name) => join(here, name))], { stdio: 'inherit', env: { ...process.env, HOEGO_LIFE: life } });
rmSync(life, { recursive: true, force: true });
process.exit(status ?? 1);
