// The timeline on the served page, told by the program itself from the sample life.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser } from './browser.mjs';
import { Served } from './serving.mjs';

let browser;
let served;
before(async () => {
  browser = await Browser.start();
  served = await Served.start();
});
after(async () => {
  await browser?.stop();
  await served?.end();
});

async function open(query = '?lang=ko', options = {}) {
  const { page, seen } = await browser.visit(`${served.url}${query}#timeline`, options);
  await page.waitForSelector('.timeline .day');
  return { page, seen };
}
/** What the server says of the same question. */
const told = async (query) => (await fetch(`${served.url}api/timeline?${new URLSearchParams(query)}`)).json();
const when = (page) => page.locator('.timeline .when').innerText();
const shows = (page, part) => page.waitForFunction((text) => document.querySelector('.timeline .when')?.textContent.includes(text), part);
const number = (n) => n.toLocaleString('ko-KR');
const to_day = async (page, from, to = from) => {
  await page.locator('#timeline-from').fill(from);
  await page.locator('#timeline-to').fill(to);
};
const choose = (page, group, name) => page.locator(`[aria-labelledby=filter-${group}] button`, { hasText: name }).click();
/** Presses the bar that is highest, as one who wants to know what it was. */
async function press_highest(page) {
  const tops = await page.locator('.strip .bar').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect()).map(({ x, y, width }) => ({ x: x + width / 2, y })));
  const { x, y } = tops.reduce((a, b) => (b.y < a.y ? b : a));
  await page.mouse.click(x, y + 4);
}

test('all of the time, then the weeks of the journey, then Banff’s day by quarter hours, each with its records', async () => {
  const { page, seen } = await open();
  const all = await told({ most: 400 });
  assert.equal(await page.title(), '모든 시간');
  await shows(page, `기록 ${number(all.total)}건`);
  assert.ok((await page.locator('.strip .bar').count()) <= 400);
  assert.match(await page.locator('.timeline').innerText(), /막대 하나가 한 주\. 가장 높은 막대는 6,\d{3}건이에요\. 높이는 제곱근 눈금이에요\./);
  await press_highest(page);
  await shows(page, '9월 30일–10월 6일');
  await page.waitForFunction(() => document.querySelectorAll('.strip .bar').length > 20);
  await to_day(page, '2024-10-06');
  const day = await told({ from: '2024-10-06', to: '2024-10-06', records: 1 });
  await shows(page, `10월 6일 기록 ${number(day.total)}건`);
  assert.match(await page.locator('.timeline').innerText(), /막대 하나가 15분/);
  assert.equal(await page.locator('.timeline .day h2').innerText(), '10월 6일(일)');
  assert.match(await page.locator('.timeline').innerText(), new RegExp(`${number(day.total)}건 가운데 앞의 200건`));
  const rows = () => page.locator('.day li').count();
  assert.equal(await rows(), 200);
  await page.getByRole('button', { name: '더 보기' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.day li').length === 400);
  const picture = page.locator('.pictures img').first();
  await picture.evaluate((image) => image.decode());
  assert.ok((await picture.evaluate((image) => image.naturalWidth)) > 0);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('an hour of that day has its own records, and no more', async () => {
  const { page } = await open();
  await to_day(page, '2024-10-06');
  await shows(page, '1,860건');
  await page.locator('.strip').focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await shows(page, '10:30–13:30');
  const quarters = await told({ from: '2024-10-06', to: '2024-10-06', width: 'quarter_hour' });
  const between = quarters.buckets.filter(({ second }) => second >= 10.5 * 3600 && second < 13.5 * 3600).reduce((sum, { total }) => sum + total, 0);
  await shows(page, `기록 ${number(between)}건`);
  await page.locator('.pictures button').first().click();
  assert.match(await page.locator('dialog .fact').first().innerText(), /10월 6일\(일\) 1[0-3]:\d\d/);
  await page.close();
});

test('filters with counts, from lists: photos, in Banff; and out again', async () => {
  const { page } = await open();
  await to_day(page, '2024-10-05', '2024-10-07');
  await choose(page, 'kind', '사진');
  await shows(page, `기록 ${number((await told({ from: '2024-10-05', to: '2024-10-07', kind: 'photo' })).total)}건`);
  await choose(page, 'town', '밴프');
  const both = await told({ from: '2024-10-05', to: '2024-10-07', kind: 'photo', town: '5892532' });
  assert.ok(both.total > 0);
  await shows(page, `기록 ${number(both.total)}건`);
  assert.equal(await page.locator('.timeline [aria-pressed=true]').count(), 2);
  await page.getByRole('button', { name: '고른 것 모두 풀기' }).click();
  await shows(page, `기록 ${number((await told({ from: '2024-10-05', to: '2024-10-07' })).total)}건`);
  assert.equal(await page.locator('.timeline [aria-pressed=true]').count(), 0);
  await page.close();
});

test('two syllables are enough to search', async () => {
  const { page } = await open();
  for (const words of ['밴프', '서울', '드럼']) {
    const { total } = await told({ q: words, width: 'year' });
    assert.ok(total > 0, words);
    await page.locator('#timeline-search').fill(words);
    await shows(page, `‘${words}’ ${number(total)}건`);
  }
  await page.locator('#timeline-search').fill('드');
  await shows(page, `기록 ${number((await told({ width: 'year' })).total)}건`);
  await page.close();
});

test('dragged and turned back, it asks for what it does not have yet, and for nothing twice', async () => {
  const { page, seen } = await open();
  await to_day(page, '2024-03-01', '2024-05-31');
  await shows(page, '3월 1일–5월 31일');
  await page.waitForTimeout(800);
  const asked = () => seen.requests.filter((url) => url.includes('api/timeline') && !url.includes('records=')).length;
  const before_ = asked();
  const { x, y, width } = await page.locator('.strip').boundingBox();
  await page.mouse.move(x + width / 2, y + 60);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - width / 4, y + 60, { steps: 8 });
  await page.mouse.up();
  await shows(page, '3월 24일–6월 23일');
  await page.waitForTimeout(800);
  assert.equal(asked(), before_, 'half a window beside the view is at hand');
  await page.locator('.strip').evaluate((strip) => {
    strip.focus();
    for (let i = 0; i < 4; i++) strip.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  });
  await page.waitForTimeout(1200);
  assert.equal(asked(), before_ + 1, 'while it moves it waits');
  const there = await when(page);
  await page.mouse.wheel(0, -300);
  await page.waitForFunction((text) => document.querySelector('.when').textContent !== text, there);
  await page.keyboard.press('Home');
  await shows(page, '2021년 3월 9일–2026년');
  await page.close();
});

test('two fingers take a time apart, one presses on a bar and goes into it', async () => {
  const { page } = await open('?lang=ko', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await to_day(page, '2024-09-01', '2024-10-30');
  await shows(page, '9월 1일–10월 30일');
  const { x, y, width } = await page.locator('.strip').boundingBox();
  const touch = await page.context().newCDPSession(page);
  const fingers = (type, ...at) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((share, id) => ({ x: x + share * width, y: y + 80, id })) });
  await fingers('touchStart', 0.4, 0.6);
  for (const apart of [0.15, 0.2, 0.25, 0.3]) await fingers('touchMove', 0.5 - apart, 0.5 + apart);
  await fingers('touchEnd');
  await page.waitForFunction(() => !document.querySelector('.when').textContent.includes('9월 1일'));
  const days = await page.evaluate(() => (Date.parse(document.querySelector('#timeline-to').value) - Date.parse(document.querySelector('#timeline-from').value)) / 864e5);
  assert.ok(days > 15 && days < 25, `${days} days of 60 where the fingers went three times as far apart`);
  await to_day(page, '2024-10-01', '2024-10-10');
  await shows(page, '10월 1일–10일');
  await page.waitForFunction(() => document.querySelectorAll('.strip .bar').length > 6);
  await fingers('touchStart', 0.55);
  await fingers('touchEnd');
  await shows(page, '10월 6일');
  await page.close();
});

test('a record opens by the keyboard, tells where it comes from, and its original opens; Escape goes back', async () => {
  const { page } = await open();
  await to_day(page, '2024-10-06');
  await shows(page, '1,860건');
  await page.locator('.pictures button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open] a.btn');
  const link = page.locator('dialog a.btn');
  assert.equal(await link.innerText(), '원본 열기');
  const original = await fetch(new URL(await link.getAttribute('href'), served.url));
  assert.equal(original.status, 200);
  assert.equal(original.headers.get('content-type'), 'image/jpeg');
  assert.match(await page.locator('dialog code').first().innerText(), /\.jpg/i);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.closest('.pictures') !== null));
  await page.locator('.day ul:not(.pictures) button').first().click();
  await page.waitForFunction(() => /hoego evidence --open/.test(document.querySelector('dialog[open]')?.textContent ?? ''));
  await page.close();
});

test('days that could not be seen are hatched, those still to come are dashed, and nothing found is no claim', async () => {
  const { page } = await open('?lang=ko');
  await to_day(page, '2024-05-01', '2024-12-31');
  await page.waitForSelector('.strip .ahead');
  assert.equal(await page.locator('.strip .unseen').count(), 0);
  await page.locator('[aria-labelledby=filter-kind] button[aria-expanded]').click();
  await choose(page, 'kind', '책');
  await page.waitForSelector('.strip .unseen');
  assert.match(await page.locator('.timeline').innerText(), /빗금은 볼 수 없던 날이에요/);
  await to_day(page, '2024-10-10', '2024-10-20');
  await page.waitForSelector('.timeline .none');
  assert.equal(await page.locator('.timeline .none').innerText(), '이때에서 찾은 것이 없어요. 없었다는 뜻은 아니에요. 고른 것을 풀거나 때를 넓혀 보세요.');
  await page.locator('.none + .btn').click();
  await page.waitForSelector('.timeline .day');
  await page.close();
});

test('without a server it says so, and shows what it has; with one it goes on', async () => {
  const { page } = await open('?lang=en');
  await served.stop();
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForSelector('.timeline [role=alert]');
  assert.ok((await page.locator('.strip .bar').count()) > 20);
  await served.serve();
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForFunction(() => !document.querySelector('.timeline [role=alert]'));
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious in the timeline, ${lang}, ${colorScheme}, ${width} px, and nothing is wider than the page`, async () => {
    const { page } = await open(`?lang=${lang}`, { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    await to_day(page, '2024-10-06');
    await page.waitForSelector('[aria-busy="false"] .pictures button'); // what is on its way out is pale
    assert.deepEqual(await serious(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.locator('.pictures button').first().click();
    await page.waitForSelector('dialog[open] a.btn');
    assert.deepEqual(await serious(page), []);
    await page.close();
  });
}
