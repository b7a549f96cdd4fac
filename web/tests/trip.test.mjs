// A trip's page, told by the program itself from the sample life.
import assert from 'node:assert/strict';
import { renameSync, truncateSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser, filled, sample } from './browser.mjs';
import { Served } from './serving.mjs';

const CANADA = 'trip-2024-09-ca';
const NAGOYA = 'trip-2024-03-jp';
const SOKCHO = 'trip-2024-08-kr-sokcho';
const SAPPORO = 'planned-2024-12-21-삿포로-여행';
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

async function open(id, query = '?lang=ko', options = {}) {
  const { page, seen } = await browser.visit(`${served.url}${query}#trip/${encodeURIComponent(id)}`, options);
  await page.waitForSelector('.trip .facts');
  return { page, seen };
}
const told = async (id, lang = 'ko') => (await fetch(`${served.url}api/trip/${encodeURIComponent(id)}?lang=${lang}`)).json();
const text = (page, at = '.trip') => page.locator(at).innerText();
const viewed = (page, part) => page.waitForFunction((words) => document.querySelector('dialog[open] #viewer-title')?.textContent.includes(words), part);

test('from the year to Canada and back: its days, its places, its delay', async () => {
  const { page, seen } = await browser.visit(`${served.url}?lang=ko`);
  await page.locator('.tl h3 a', { hasText: '캐나다' }).click();
  await page.waitForSelector('.trip .facts');
  assert.equal(await page.title(), '캐나다 여행 – 여행');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'trip-title');
  assert.match(await text(page, '.trip .when'), /^9월 28일–10월 9일\. 달력으로는 12일, 흐른 시간은 11일 4시간이에요\.$/);
  assert.match((await text(page, '.facts')).replace(/\s+/g, ' '), /11박 묵은 밤|묵은 밤 11박/);
  assert.match(await text(page, '.facts'), /7,612장/);
  assert.match(await text(page, '.facts'), /21시간 3분/);
  assert.match(await page.locator('.trip svg[role=img]').getAttribute('aria-label'), /다닌 길/);
  const map = await text(page, '.trip .map');
  for (const place of ['토론토', '퀘벡', '몬트리올', '밴프', '밴쿠버']) assert.ok(map.includes(place), place);
  const days = await page.locator('.days li').allInnerTexts();
  assert.equal(days.length, 12);
  assert.match(days[0].replace(/\s+/g, ' '), /9월 28일\(토\).*인천.*시계 16시간 뒤로.*101장/);
  assert.match(days[8].replace(/\s+/g, ' '), /10월 6일\(일\) 기록 보기 밴프 \d+km 1,855장/);
  assert.match(days[11].replace(/\s+/g, ' '), /10월 9일\(수\).*시계 16시간 앞으로.*21장/);
  const plan = (await text(page)).replace(/\s+/g, ' ');
  assert.match(plan, /예정보다 21시간 3분 늦게 돌아옴 9월 28일–10월 8일로 잡혀 있었어요\. 2023년 11월 30일에 예약했어요\. 돌아온 날은 10월 9일이에요\./);
  assert.match(plan, /예정 10월 7일 17:40 출발 10월 8일 20:40 도착 바뀐 표 10월 8일 14:10 출발 10월 9일 17:10 도착 남은 기록 10월 8일 13:48까지 리치먼드/);
  assert.match(plan, /모두 \(해외\) 1,317,610원 내역 47건/);
  assert.match(plan, /그동안 책 1권 10월 4일 두 번째 도서관, 6 논문 1편 10월 3일 Toolformer/);
  await page.goBack();
  await page.waitForSelector('.mast');
  await page.locator('.tl li', { hasText: '나고야' }).locator('.ev').first().click();
  await page.locator('dialog[open] a', { hasText: '여행 펼쳐 보기' }).click();
  await page.waitForSelector('.trip .facts');
  assert.match(await text(page, '#trip-title'), /나고야 여행/);
  await page.goBack();
  await page.waitForSelector('.mast');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('twenty pictures of every day and place; larger by the keyboard, on by arrows, back by Escape', async () => {
  const { page, seen } = await open(CANADA);
  const { pictures } = await told(CANADA);
  assert.match(await text(page), /7,612장 가운데 스무 장/);
  const cells = page.locator('.sheet li');
  assert.equal(await cells.count(), 20);
  const before_ = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().height));
  assert.ok(Math.max(...before_) - Math.min(...before_) < 40, 'the room is kept before the pictures come');
  assert.equal(new Set(pictures.chosen.map(({ day }) => day)).size, 12);
  await cells.last().scrollIntoViewIfNeeded();
  const image = page.locator('.sheet img').first();
  await image.evaluate((img) => img.decode());
  assert.ok((await image.evaluate((img) => img.naturalWidth)) > 0);
  const first = cells.first().locator('button');
  const [{ time, place }] = pictures.chosen;
  assert.equal(await first.getAttribute('aria-label'), `9월 28일 ${time}, ${place.name}에서 찍은 사진`);
  await first.focus();
  await page.keyboard.press('Enter');
  await viewed(page, '20장 가운데 1번째');
  assert.match(await page.locator('dialog[open] .large img').getAttribute('alt'), /^9월 28일\(토\) .*에서 찍은 사진$/);
  await page.keyboard.press('ArrowRight');
  await viewed(page, '20장 가운데 2번째');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await viewed(page, '20장 가운데 20번째');
  await page.waitForSelector('dialog[open] a.btn');
  const original = await fetch(new URL(await page.locator('dialog[open] a.btn').getAttribute('href'), served.url));
  assert.equal(original.headers.get('content-type'), 'image/jpeg');
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.closest('.sheet li') === document.querySelector('.sheet li')));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a day opens the timeline on that day, and all of them on all', async () => {
  const { page } = await open(CANADA);
  await page.getByRole('link', { name: '10월 6일(일) 기록 보기' }).press('Enter');
  await page.waitForFunction(() => document.querySelector('.timeline .when')?.textContent.includes('10월 6일 기록 1,860건'));
  assert.match(page.url(), /#timeline\/2024-10-06$/);
  await page.goBack();
  await page.waitForSelector('.trip .facts');
  await page.getByRole('link', { name: '이 날들의 기록 모두 보기' }).click();
  await page.waitForFunction(() => document.querySelector('.timeline .when')?.textContent.includes('9월 28일–10월 9일'));
  await page.close();
});

test('Nagoya has no other clock, Sapporo is planned and no more, and what is no trip is said', async () => {
  const { page, seen } = await open(NAGOYA);
  const nagoya = await text(page);
  assert.match(nagoya, /3월 15일–18일/);
  assert.doesNotMatch(nagoya, /시계|흐른 시간/);
  assert.equal(await page.locator('.days li').count(), 4);
  assert.match(nagoya, /742장 가운데 스무 장/);
  await page.evaluate((id) => (location.hash = `#trip/${encodeURIComponent(id)}`), SAPPORO);
  await page.waitForFunction(() => document.querySelector('#trip-title')?.textContent === '삿포로 여행');
  const sapporo = (await text(page)).replace(/\s+/g, ' ');
  assert.match(sapporo, /^잡혀 있는 여행.*12월 21일–24일/);
  assert.match(sapporo, /8월 30일에 예약했어요/);
  assert.equal(await page.locator('.sheet, .days').count(), 0);
  assert.doesNotMatch(sapporo, /쓴 돈|그동안|사진|0장/);
  await page.evaluate(() => (location.hash = '#trip/trip-1999-01-xx'));
  await page.waitForSelector('.trip [role=alert]');
  assert.match(await text(page, '.trip [role=alert]'), /there is no trip of this id\s+ids stand in a review/);
  assert.equal(seen.errors.filter((error) => !error.includes('404')).length, 0);
  await page.close();
});

test('a picture that is broken or gone says so in its place', async () => {
  const { pictures } = await told(SOKCHO);
  const files = [];
  for (const { record } of pictures.chosen.slice(0, 2)) {
    const { originals } = await (await fetch(`${served.url}api/record/${record}`)).json();
    files.push(originals[0].file);
  }
  truncateSync(files[0], 300);
  renameSync(files[1], `${files[1]}.away`);
  const { page } = await open(SOKCHO);
  await page.locator('.sheet li').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelectorAll('.sheet .trouble').length === 2);
  const words = await page.locator('.sheet .trouble').allInnerTexts();
  for (const [i, { record }] of pictures.chosen.slice(0, 2).entries()) {
    const { error } = await (await fetch(`${served.url}api/picture/${record}?width=400`)).json();
    assert.ok(words[i].startsWith(error.what), `${words[i]} | ${error.what}`);
  }
  await page.locator('.sheet button').nth(1).click();
  await page.waitForSelector('dialog[open] .large .trouble');
  await page.waitForFunction(() => document.querySelector('dialog[open] .foot')?.textContent.includes('원본이 그 자리에 없어요'));
  await page.close();
  renameSync(`${files[1]}.away`, files[1]);
});

test('in English', async () => {
  const { page, seen } = await open(CANADA, '?lang=en');
  assert.match(await page.title(), /– trip$/);
  const words = (await text(page)).replace(/\s+/g, ' ');
  assert.match(words, /12 days by the calendar; 11 days and 4 hours went by\./);
  assert.match(words, /Twenty of 7,612/);
  assert.match(words, /Sat 28 Sep .*clock 16 h back/);
  assert.match(words, /Planned departs 7 Oct 17:40 lands 8 Oct 20:40 Ticket moved departs 8 Oct 14:10/);
  assert.match(words, /Spent KRW In all \(해외\) ₩1,317,610 47 payments/);
  assert.match(words, /Meanwhile books 1 book 4 Oct/);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a file has no page of a trip', async () => {
  const { page } = await browser.open(filled(sample()));
  await page.waitForSelector('.tl');
  assert.equal(await page.locator('.tl h3 a').count(), 0);
  assert.ok((await page.locator('.tl h3').count()) > 3);
  await page.locator('.tl .ev').first().click();
  await page.waitForSelector('dialog[open]');
  assert.equal(await page.locator('dialog[open] a[href^="#trip/"]').count(), 0);
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious on the trip, ${lang}, ${colorScheme}, ${width} px, and nothing is wider than the page`, async () => {
    const { page } = await open(CANADA, `?lang=${lang}`, { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    assert.deepEqual(await serious(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });
}
