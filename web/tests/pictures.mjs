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
  { name: 'promises-ko', query: '?lang=ko#promises-edit', there: '[role=option]', width: 1280, height: 1180, colorScheme: 'light', behind: '더 자주 웃기', types: '\n- [ ] 한 주에 한 번은 필라테스 `필' },
  { name: 'text-ko', query: '?lang=ko#text', there: '.rows .ev', width: 1280, height: 900, colorScheme: 'light' },
];
const TEXT = `# 2024

## 가을

9월 28일에 캐나다로 떠나 11박을 했다. 밴프에서 사진을 3,021장 찍었다. 예약은 7월에 했다.

돌아와서는 드럼을 더 자주 쳤다. 올해 드럼은 모두 175번이다. 지영 씨에게 고맙다.
`;

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
served.write('texts/2024.md', TEXT);
for (const { name, query, there, width, height, colorScheme, days, behind, types } of SERVED) {
  const { page } = await browser.visit(`${served.url}${query}`, { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  for (const [i, id] of ['from', 'to'].entries()) if (days) await page.locator(`#timeline-${id}`).fill(days[i]);
  if (types) {
    await page.locator('textarea').evaluate((area, after) => area.setSelectionRange(...Array(2).fill(area.value.indexOf(after) + after.length)), behind);
    await page.locator('textarea').focus();
    await page.keyboard.type(types);
  }
  await page.waitForSelector(there);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  if (!types) await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70 });
  await page.close();
}
await served.end();
await browser.stop();
