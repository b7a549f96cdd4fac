// What stands behind a claim, down to the thing itself: the photo, the commit, the entry of a calendar, the payment.
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

const RECORD = 'dialog.record[open]';
const visit = async (query, hash = '', options = {}) => {
  const { page, seen } = await browser.visit(`${served.url}${query}${hash}`, options);
  await page.waitForSelector(hash.startsWith('#trip') ? '.trip .facts' : '#coverage');
  return { page, seen };
};
/** Opens the evidence of a finding from the first sentence or chart that has it. */
async function open(page, finding) {
  await page.locator(`main .ev[data-f="${finding}"]`).first().click();
  await page.waitForSelector('dialog[open] .records li');
}
const details = (page) => page.locator(`${RECORD} dl div`).allInnerTexts();
const look = async (page, row) => {
  await row.click();
  await page.waitForSelector(`${RECORD} dl`);
};

test('a trip’s evidence shows its photos; one of them opens, with its original, and Escape goes back to it', async () => {
  const { page, seen } = await visit('?lang=ko&year=2024');
  await open(page, 'trip-2024-09-ca');
  const rows = page.locator('dialog[open] .records li');
  const photo = rows.filter({ hasText: '사진 IMG_' }).first();
  await photo.locator('img').evaluate((img) => img.decode());
  const name = await photo.locator('button b').innerText();
  await photo.locator('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${RECORD} dl`);
  assert.equal(await page.locator(`${RECORD} h2`).innerText(), name);
  assert.ok((await details(page)).some((one) => /^카메라\s+Apple iPhone 13 mini$/.test(one)));
  await page.locator(`${RECORD} img`).evaluate((img) => img.decode());
  const original = await fetch(new URL(await page.locator(`${RECORD} a.btn`, { hasText: '원본 열기' }).getAttribute('href'), served.url));
  assert.equal(original.headers.get('content-type'), 'image/jpeg');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('dialog[open]').length === 1);
  assert.ok(await photo.locator('button').evaluate((button) => button === document.activeElement));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('dialog[open]').length === 0);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('the entry of a calendar tells its calendar and hours, a commit its repository and lines', async () => {
  const { page, seen } = await visit('?lang=ko&year=2024');
  await open(page, 'drums');
  await look(page, page.locator('dialog[open] .records button.open').first());
  assert.match(await page.locator(`${RECORD} .fact`).first().innerText(), /\d{4}년.* \d\d:\d\d–\d\d:\d\d$|^\d+월 \d+일\(.\) \d\d:\d\d–\d\d:\d\d$/);
  assert.ok((await details(page)).some((one) => /^캘린더\s+\S/.test(one)), (await details(page)).join('|'));
  assert.match(await page.locator(`${RECORD} pre`).innerText(), /^BEGIN:VEVENT\n[\s\S]*\nSUMMARY:\S+[\s\S]*\nEND:VEVENT\s*$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await open(page, 'commits');
  await look(page, page.locator('dialog[open] .records button.open').first());
  const told = (await details(page)).map((one) => one.split(/\s/)[0]);
  for (const name of ['저장소', '작성자', '바뀐']) assert.ok(told.includes(name), told.join('|'));
  assert.match(await page.locator(`${RECORD} code`).first().innerText(), / · [0-9a-f]{40}$/);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('in English, on the page of the trip: the records behind it, the payments behind its cost, and one of them', async () => {
  const { page, seen } = await visit('?lang=en&year=2024', '#trip/trip-2024-09-ca');
  const behind = page.getByRole('button', { name: 'The records behind it' });
  await behind.first().click();
  await page.waitForSelector('dialog[open] .records li');
  assert.match(await page.locator('dialog[open] .count').innerText(), /^30 of 7,616 records are here\.$/);
  await page.locator('dialog[open] .btn', { hasText: 'more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('dialog[open] .records li').length === 60);
  await page.keyboard.press('Escape');
  assert.ok(await behind.first().evaluate((button) => button === document.activeElement));
  await behind.last().click();
  await page.waitForSelector('dialog[open] .records li');
  assert.match(await page.locator('dialog[open] .count').innerText(), /^30 of 47 /);
  await look(page, page.locator('dialog[open] .records button.open').first());
  assert.ok((await details(page)).some((one) => /^Amount\s+₩[\d,]+$|^Amount\s+[\d,]+ won$|^Amount\s+KRW/.test(one)), (await details(page)).join('|'));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('what the trip’s page names opens too: a booking, and what else was done', async () => {
  const { page, seen } = await visit('?lang=ko&year=2024', '#trip/trip-2024-09-ca');
  await look(page, page.getByRole('button', { name: 'Hotel Onium Toronto' }));
  assert.ok((await details(page)).some((one) => /^종류\s+숙소$/.test(one)), (await details(page)).join('|'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '두 번째 도서관' }).click();
  await page.waitForFunction(() => /^두 번째 도서관/.test(document.querySelector('dialog.record[open] h2')?.textContent ?? ''));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('where the records cannot be had, the drawer says so and the sentence stays', async () => {
  const { page } = await visit('?lang=ko&year=2024');
  await page.route(/api\/review\?(?!.*cited=no)/, (route) => route.abort());
  await page.locator('main .ev[data-f="trip-2024-09-ca"]').first().click();
  await page.waitForSelector('dialog[open] [role=alert]');
  assert.match(await page.locator('dialog[open] [role=alert]').innerText(), /서버가 답하지 않습니다/);
  assert.ok((await page.locator('dialog[open] .why').count()) > 0);
  await page.unroute(/api\/review\?(?!.*cited=no)/);
  await page.keyboard.press('Escape');
  await open(page, 'trip-2024-09-ca');
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious in the drawers, ${lang}, ${colorScheme}, ${width} px`, async () => {
    const { page } = await visit(`?lang=${lang}&year=2024`, '', { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    await open(page, 'trip-2024-09-ca');
    assert.deepEqual(await serious(page), []);
    await look(page, page.locator('dialog[open] .records button.open').nth(1));
    assert.deepEqual(await serious(page), []);
    if (process.env.HOEGO_LOOK) await page.screenshot({ path: `${process.env.HOEGO_LOOK}/record-${lang}-${width}.png` });
    await page.close();
  });
}
