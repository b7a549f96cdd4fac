// Runs the browser tests; where there is no browser it says so and ends with 77, which ctest counts as skipped.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser } from './browser.mjs';

if (!browser()) {
  console.log('skipped: no chromium found (apt-get install chromium, or name one in CHROMIUM)');
  process.exit(77);
}
const test = join(dirname(fileURLToPath(import.meta.url)), 'page.test.mjs');
process.exit(spawnSync(process.execPath, ['--test', test], { stdio: 'inherit' }).status ?? 1);
