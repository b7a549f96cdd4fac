// Takes the pictures of the page for the documents: `npm run pictures` in web/, after a build of the program and of the page.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';
import { exported } from './life.mjs';
import { Served } from './serving.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../doc/pictures');
/** What each shows: the width of the window, the ground, and from where on down. */
const PICTURES = [
  { name: 'page-ko', language: 'ko', width: 1280, height: 1500, colorScheme: 'light', at: 'body' },
  { name: 'page-ko-phone', language: 'ko', width: 390, height: 1500, colorScheme: 'light', at: '#thread-area-health' },
  { name: 'page-en-dark', language: 'en', width: 1280, height: 1500, colorScheme: 'dark', at: '#thread-area-health' },
];

/** Of the served page: what is looked at, and what must be there to be seen. */
const SERVED = [
  { name: 'write-ko', query: '?lang=ko#write', there: '#write-answer', width: 1280, height: 1180, colorScheme: 'light' },
  { name: 'timeline-ko', query: '?lang=ko#timeline', there: '.pictures img', width: 1280, height: 1180, colorScheme: 'light', days: ['2024-10-05', '2024-10-06'] },
  { name: 'trip-ko', query: '?lang=ko#trip/trip-2024-09-ca', there: '.trip img', width: 1280, height: 1500, colorScheme: 'light' },
  { name: 'promises-ko', query: '?lang=ko#promises-edit', there: 'textarea', width: 1280, height: 1180, colorScheme: 'light' },
  { name: 'text-en-dark', query: '?lang=en#text', there: 'textarea', width: 1280, height: 1180, colorScheme: 'dark', press: 'Begin with the review', then: '.rows li' },
  { name: 'evidence-ko', query: '?lang=ko', there: '#coverage', width: 1280, height: 1180, colorScheme: 'light', click: 'main .ev[data-f="trip-2024-09-ca"]', then: 'dialog[open] .records img' },
  { name: 'corrections-ko', query: '?lang=ko#corrections', there: '#corrections-title', width: 1280, height: 1180, colorScheme: 'light' },
  { name: 'sources-ko-phone', query: '?lang=ko#sources', there: '#sources-title', width: 390, height: 1180, colorScheme: 'light' },
];

mkdirSync(folder, { recursive: true });
const browser = await Browser.start();
for (const { name, language, width, height, colorScheme, at } of PICTURES) {
  const { page } = await browser.visit(pathToFileURL(exported(language)).href, { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.waitForSelector('.mast');
  await page.evaluate(() => document.fonts.ready);
  const y = await page.locator(at).evaluate((element) => element.getBoundingClientRect().top + scrollY);
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70, fullPage: true, clip: { x: 0, y, width, height } });
  await page.close();
}
const served = await Served.start();
for (const { name, query, there, width, height, colorScheme, days, press, click, then } of SERVED) {
  const { page } = await browser.visit(`${served.url}${query}`, { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  for (const [i, id] of ['from', 'to'].entries()) if (days) await page.locator(`#timeline-${id}`).fill(days[i]);
  await page.waitForSelector(there);
  if (press) await page.getByRole('button', { name: press }).click();
  if (click) await page.locator(click).first().click();
  if (then) await page.waitForSelector(then);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70 });
  await page.close();
}
await served.end();
await browser.stop();
