import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, bundle_text, filled, sample } from './browser.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const HOSTILE = '<img src=x onerror=alert(1)>';
const SECTIONS = ['findings', 'trips', 'months', 'days', 'compare', 'ahead'];
let browser;
before(async () => (browser = await Browser.start()));
after(() => browser?.stop());

const quiet = (seen) => assert.deepEqual(seen, { errors: [], requests: [], dialogs: [] });
const text = (page, selector) => page.locator(selector).first().innerText();

test('the bundle is one file that names no host and stays under 400 kB', () => {
  const bundle = bundle_text();
  assert.ok(Buffer.byteLength(bundle) <= 400_000, `${Buffer.byteLength(bundle)} bytes`);
  assert.doesNotMatch(bundle, /<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/);
  // Names of XML namespaces, and where the framework points to in its errors: never asked for.
  const hosts = [...bundle.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map((match) => match[1]);
  assert.deepEqual([...new Set(hosts)].filter((host) => !['www.w3.org', 'svelte.dev'].includes(host)), []);
});

test('every section is there, without an error and without a request', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  for (const id of SECTIONS) assert.ok(await page.locator(`main section#${id} h2`).isVisible(), id);
  assert.ok(await page.locator('footer#coverage h2').isVisible());
  assert.equal(await page.title(), '2024년 회고');
  assert.equal(await page.getAttribute('html', 'lang'), 'ko');
  assert.match(await text(page, 'h1'), /캐나다에서 11박 12일 동안 사진 7,612장을 찍었어요/);
  assert.match(await text(page, '#findings li'), /7,612\s*장/);
  assert.equal(await text(page, '#trips h2'), '네 번 떠났고, 한 번이 더 남았습니다');
  assert.equal(await page.locator('#trips .map svg').count(), 2);
  assert.equal(await page.locator('#months .mu > li').count(), 6);
  assert.equal(await text(page, '#ahead h2'), '남은 72일');
  quiet(seen);
  await page.close();
});

test('unknown, none and still ahead are three different things', async () => {
  const { page } = await browser.open(filled(sample()));
  await page.locator('#months summary').click();
  const row = async (label) => (await page.locator('#months tbody tr', { hasText: label }).innerText()).split(/\s+/);
  assert.deepEqual((await row('헬스장')).slice(1, 13), ['10', '10', '10', '11', '3', '1', '0', '0', '1', '0', '·', '·']);
  assert.deepEqual((await row('책')).slice(7, 13), ['0', '?', '?', '?', '·', '·']);
  const hatched = (label) => page.locator('#months .mu > li', { hasText: label }).locator('rect[fill="url(#hatch)"]').count();
  assert.equal(await hatched('헬스장'), 1);
  assert.equal(await hatched('드럼'), 0);
  assert.equal(await hatched('사진'), 0, 'photos cannot tell what was not');
  // The reading log ends in July: the page must not say that reading stopped.
  const books = await text(page, '#findings li:has-text("책")');
  assert.doesNotMatch(books, /일째/);
  // 46 times in the 275 days that could be seen, not in the 294 that went by.
  assert.match(await text(page, '#findings li:has-text("헬스장")'), /일주일에 1\.2번꼴/);
  assert.match(await text(page, '#findings li:has-text("블로그 글")'), /175\s*일째/);
  await page.close();
});

test('each verdict of the comparison has its own look and word', async () => {
  const { page } = await browser.open(filled(sample()));
  const said = (label) => text(page, `#compare li:has(b:text-is("${label}")) .vd`);
  assert.match(await said('드럼'), /2\.27배\s*\(1\.75–2\.94\)/);
  assert.match(await said('커밋'), /0\.53배/);
  assert.equal(await said('책'), '뚜렷한 차이 없음');
  assert.match(await said('사진'), /알 수 없음 \(그때 180일, 이번 187일만 봄\)/);
  const mark = (label) => page.locator(`#compare li:has(b:text-is("${label}")) svg circle`);
  assert.equal(await mark('사진').count(), 0);
  assert.equal(await mark('책').getAttribute('fill'), 'var(--past)');
  await page.close();
});

test('a sentence opens its evidence, Escape closes it and the focus returns', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  const sentence = page.locator('#trips a.said').nth(1);
  await sentence.focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('dialog[open]');
  await drawer.waitFor();
  assert.equal(await drawer.getAttribute('aria-labelledby'), 'drawer-title');
  assert.equal(await drawer.locator('h2').innerText(), '캐나다');
  assert.match(await drawer.innerText(), /9월 28일에 떠나 밴쿠버에서/);
  assert.match(await drawer.innerText(), /calendars\/개인\.ics · UID trip-2024-09-ca-0@example\.org/);
  assert.match(await drawer.locator('.count').innerText(), /7,617건 가운데 46건/);
  const records = drawer.locator('.records li');
  assert.equal(await records.count(), 30);
  await drawer.locator('button.btn').click();
  assert.equal(await records.count(), 46);
  const times = await drawer.locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  assert.deepEqual(times, [...times].sort());
  const box = await drawer.boundingBox();
  assert.deepEqual([box.width, box.x + box.width], [440, 1280]);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.matches('#trips a.said'));
  assert.ok(await sentence.evaluate((element) => element === document.activeElement));
  quiet(seen);
  await page.close();
});

test('a lit sentence lights its marks and the others step back', async () => {
  const { page } = await browser.open(filled(sample()), { reducedMotion: 'reduce' });
  await page.locator('#months a.said', { hasText: '헬스장' }).hover();
  assert.match(await page.locator('#months .mu > li', { hasText: '헬스장' }).getAttribute('class'), /lit/);
  const opacity = (label) => page.locator('#months .mu > li', { hasText: label }).evaluate((element) => getComputedStyle(element).opacity);
  assert.deepEqual([await opacity('헬스장'), await opacity('드럼')], ['1', '0.38']);
  await page.locator('#months .mu > li', { hasText: '블로그 글' }).hover();
  assert.match(await page.locator('#months a.said', { hasText: '글은 4월' }).getAttribute('class'), /lit/);
  await page.close();
});

test('foreign text stays text, however long and hostile', async () => {
  const review = sample();
  const long = `${HOSTILE} ${'가'.repeat(5000)}${'x'.repeat(5000)}`;
  review.activities[0].label = { ko: long, en: long };
  review.trips[3].name = long;
  review.planned[0].title = long;
  review.coverage[0].source = long;
  review.clocks[0].camera = HOSTILE;
  review.story[0].sentence = `</script><script>alert(2)</script>${long}`;
  for (const record of Object.values(review.cited)) {
    record.title = long;
    record.origins[0].path = `${HOSTILE}/${'y'.repeat(500)}`;
  }
  for (const options of [{}, PHONE]) {
    const { page, seen } = await browser.open(filled(review), options);
    assert.equal(await page.locator('img').count(), 0);
    assert.match(await text(page, 'h1'), /<\/script><script>alert\(2\)/);
    await page.locator('#trips a.ev').last().click();
    await page.keyboard.press('Escape');
    await page.locator('#months a.ev').first().click();
    assert.match(await text(page, 'dialog[open] .records'), /<img src=x onerror=alert\(1\)>/);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${sideways} px too wide`);
    assert.ok(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
    quiet(seen);
    await page.close();
  }
});

test('ids that come twice or look like markup do no harm', async () => {
  const review = sample();
  review.activities.push(structuredClone(review.activities[0]), { ...structuredClone(review.activities[1]), id: '"]<b>' });
  review.trips.push(structuredClone(review.trips[0]));
  review.coverage.push(structuredClone(review.coverage[0]));
  review.story.push({ section: 'trips', sentence: '끊긴 문장.', finding: 'no-such-finding', evidence: ['no-such-record'] });
  const { page, seen } = await browser.open(filled(review));
  await page.locator('#trips a.said', { hasText: '끊긴 문장' }).click();
  assert.match(await page.locator('dialog[open] .count').innerText(), /1건 가운데 0건/);
  quiet(seen);
  await page.close();
});

test('a phone scrolls down only, and its evidence is a sheet from below', async () => {
  const { page, seen } = await browser.open(filled(sample()), PHONE);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.locator('h1 a.said').first().click();
  const box = await page.locator('dialog[open]').boundingBox();
  assert.deepEqual([box.x, box.width, Math.round(box.y + box.height)], [0, 390, 844]);
  assert.ok(box.y > 100);
  const close = await page.locator('dialog .x').boundingBox();
  assert.ok(close.width >= 40 && close.height >= 40);
  await page.locator('dialog .x').click();
  assert.equal(await page.locator('dialog[open]').count(), 0);
  quiet(seen);
  await page.close();
});

test('an English review is told in English', async () => {
  const { page, seen } = await browser.open(filled({ ...sample(), language: 'en', story: [] }));
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await text(page, 'h1'), '2024, looking back');
  assert.equal(await text(page, '#trips h2'), 'Away four times, and one more ahead');
  assert.match(await text(page, '#findings li'), /7,612\s*photos[\s\S]*28 Sep–9 Oct, 11 nights/);
  assert.equal(await text(page, '#ahead h2'), '72 days left');
  const own = await page.evaluate(() => [...document.querySelectorAll('h2, .s, .key, nav, .bye, figcaption, summary, .seg, .c')].map((e) => e.innerText).join('\n'));
  assert.doesNotMatch(own, /[가-힣]/);
  quiet(seen);
  await page.close();
});

test('dark ground, dark words: the page follows the reader', async () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await browser.open(filled(sample()), { colorScheme: 'light' });
  const dark = await browser.open(filled(sample()), { colorScheme: 'dark' });
  assert.equal(await ground(light.page), 'rgb(248, 249, 248)');
  assert.equal(await ground(dark.page), 'rgb(16, 21, 28)');
  quiet(dark.seen);
  await light.page.close();
  await dark.page.close();
});

test('a review that found nothing says so, and claims no absence', async () => {
  const review = { schema: 'hoego.review/1', language: 'ko', period: { from: '2024-01-01', to: '2024-12-31', as_of: '2024-10-20' } };
  const { page, seen } = await browser.open(filled(review));
  assert.equal(await text(page, 'h1'), '2024년 회고');
  assert.equal(await text(page, '#findings h2'), '이 기간에서 말할 만한 것을 찾지 못했습니다');
  assert.match(await text(page, '#trips'), /여행이 없었다는 뜻은 아닙니다/);
  assert.match(await text(page, '#months'), /아무것도 하지 않았다는 뜻은 아닙니다/);
  assert.match(await text(page, '#coverage'), /볼 수 있는 기록이 하나도 없습니다/);
  assert.doesNotMatch(await text(page, 'main'), /NaN|undefined|null|Infinity/);
  quiet(seen);
  await page.close();
});

test('the bundle alone says that it carries no review', async () => {
  const { page, seen } = await browser.open(bundle_text());
  assert.match(await text(page, 'main'), /실린 회고가 없습니다/);
  quiet(seen);
  await page.close();
});

test('charts have names, headings do not skip, buttons are large enough', async () => {
  const { page } = await browser.open(filled(sample()));
  const nameless = await page.locator('svg[role="img"]').evaluateAll((all) => all.filter((svg) => !svg.getAttribute('aria-label')).length);
  assert.equal(nameless, 0);
  const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => (assert.ok(level - before <= 1), level), 0);
  for (const button of await page.locator('button:visible').all()) assert.ok((await button.boundingBox()).height >= 40);
  for (const mark of ['main', 'nav', 'footer', 'header']) assert.ok((await page.locator(mark).count()) >= 1, mark);
  await page.close();
});

test('words only hides the charts and keeps the text', async () => {
  const { page } = await browser.open(filled(sample()));
  await page.locator('nav button').click();
  assert.equal(await page.locator('nav button').getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('#trips .map:visible').count(), 0);
  assert.ok(await page.locator('#trips .story').isVisible());
  await page.close();
});
