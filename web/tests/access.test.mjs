// For everybody: axe-core on the whole page, the keyboard alone, paper, and eyes that want no motion.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser, filled } from './browser.mjs';
import { review } from './life.mjs';

let browser;
before(async () => (browser = await Browser.start()));
after(() => browser?.stop());

for (const [language, colorScheme] of [['ko', 'light'], ['en', 'dark'], ['ko', 'dark'], ['en', 'light']]) {
  test(`axe-core finds nothing serious, ${language}, ${colorScheme}, with the drawer shut and open`, async () => {
    const { page } = await browser.open(filled(review(language)), { colorScheme, reducedMotion: 'reduce' });
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.deepEqual(await serious(page), []);
    await page.locator('#trips a.ev').first().click();
    assert.deepEqual(await serious(page), []);
    await page.close();
  });
}

test('the keyboard alone: skip to the text, reach every section, open and shut, choose days', async () => {
  const { page } = await browser.open(filled(review('ko')));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  const reached = new Set();
  let shown = true;
  for (let i = 0; i < 700; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return { in: element.closest('section, header, footer')?.id || element.closest('header, nav')?.tagName || '', outline: getComputedStyle(element.type === 'radio' ? element.parentElement : element).outlineStyle };
    });
    if (!at) break;
    reached.add(at.in);
    shown &&= at.outline !== 'none';
  }
  for (const id of ['promises', 'findings', 'trips', 'thread-code', 'thread-area-music', 'thread-area-study', 'thread-area-health', 'days', 'compare', 'areas', 'occasions', 'ahead', 'coverage']) {
    assert.ok(reached.has(id), id);
  }
  assert.ok(shown, 'the focus is always seen');
  await page.locator('#days input').first().focus();
  const name = () => page.locator('#days svg[role=img]').getAttribute('aria-label');
  const before_ = await name();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await name(), before_);
  await page.close();
});

test('on paper there are no buttons and no drawer, the hatches stay, and the story comes before its chart', async () => {
  const { page } = await browser.open(filled(review('ko')));
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['nav.top', '.seg', '.tab', 'a.ev']) assert.equal(await page.locator(`${selector}:visible`).count(), 0, selector);
  assert.ok((await page.locator('rect[fill="url(#hatch)"]:visible').count()) > 0);
  const [story, chart] = await Promise.all(['.story', '.beside'].map((part) => page.locator(`#thread-area-health ${part}`).boundingBox()));
  assert.ok(story.y + story.height <= chart.y);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 10 && pages <= 30, `${pages} pages`);
  await page.close();
});

test('with reduced motion nothing moves', async () => {
  const { page } = await browser.open(filled(review('ko')), { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length);
  assert.equal(moving, 0);
  await page.close();
});
