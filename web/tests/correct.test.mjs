// Corrections on the served page, written and taken back by the program itself.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser } from './browser.mjs';
import { exported } from './life.mjs';
import { Served } from './serving.mjs';

const FILE = 'corrections.toml';
const CANADA = 'trip-2024-09-ca';
let browser;
let served;
let config;
before(async () => {
  browser = await Browser.start();
  served = await Served.start();
  config = served.read('hoego.toml');
});
after(async () => {
  await browser?.stop();
  await served?.end();
});
afterEach(() => {
  served.remove(FILE);
  served.write('hoego.toml', config);
});

async function open(address = '?lang=ko', ready = '.tl h3', options = {}) {
  const { page, seen } = await browser.visit(`${served.url}${address}`, options);
  await page.waitForSelector(ready);
  // What came at once may be replaced by what is worked out anew.
  await page.waitForLoadState('networkidle');
  return { page, seen };
}
const evidence_of = (page, finding) => page.locator(`.tl a.ev[data-f="${finding}"]`).first();
async function correct(page, name) {
  await page.locator('dialog[open] summary').click();
  await page.locator('dialog[open] details li > button', { hasText: name }).click();
}
const lines = (page) => page.locator('form pre').first().innerText();
const told = (page, text) => page.waitForFunction((part) => document.querySelector('.kept [role=status]')?.textContent === part, text);
const names = (page) => page.locator('.tl h3').allInnerTexts();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('by the keyboard alone: a trip gets another name, the lines are shown first, and undo takes them back', async () => {
  const { page, seen } = await open();
  await evidence_of(page, CANADA).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open] summary');
  await page.locator('dialog[open] summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '이름 바꾸기');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  assert.equal(await page.getByLabel('이름', { exact: true }).inputValue(), '캐나다 여행');
  await page.keyboard.type('단풍 여행');
  await page.waitForSelector('form pre');
  assert.equal(await page.locator('form figcaption').innerText(), 'corrections.toml 1번째 줄에 이렇게 적어요');
  assert.equal(await lines(page), '[[trip]]\nat = 2024-10-04\nname = "단풍 여행"');
  assert.equal(served.read(FILE), null, 'nothing is written yet');
  await page.keyboard.press('Enter');
  await told(page, 'corrections.toml에 적었어요.');
  assert.equal(served.read(FILE), '[[trip]]\nat = 2024-10-04\nname = "단풍 여행"\n');
  assert.ok((await names(page)).includes('단풍 여행'));
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.waitForFunction(() => document.activeElement?.textContent === '되돌리기');
  await page.keyboard.press('Enter');
  await told(page, 'corrections.toml에 적은 것을 되돌렸어요.');
  assert.equal(served.read(FILE), null);
  assert.ok((await names(page)).includes('캐나다 여행'));
  await page.waitForFunction(() => document.activeElement?.textContent === '닫기');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.f), CANADA, 'the reader goes on where they were');
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a trip is split on one of its days; what somebody writes into the file meanwhile stays', async () => {
  const by_hand = '# 손으로 쓴 것\r\n[[trip]]   # 봄\r\nat = 2024-03-16\r\nname = "장어덮밥"';
  served.write(FILE, by_hand);
  const { page } = await open();
  assert.ok((await names(page)).includes('장어덮밥'));
  await evidence_of(page, CANADA).click();
  await correct(page, '여기서 둘로 나누기');
  const days = await page.locator('form select option').evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual([days[0], days.at(-1), days.length], ['2024-09-29', '2024-10-08', 10], 'the days inside of the trip');
  await page.locator('form select').selectOption('2024-10-03');
  await page.waitForFunction(() => document.querySelector('form pre')?.textContent.includes('split = 2024-10-03'));
  served.write(FILE, `# 그사이\r\n${by_hand}`);
  await press(page, '적기');
  await told(page, 'corrections.toml에 적었어요.');
  assert.equal(served.read(FILE), `# 그사이\r\n${by_hand}\r\n\r\n[[trip]]\r\nsplit = 2024-10-03`);
  assert.equal((await names(page)).filter((name) => name.startsWith('캐나다')).length, 2);
  const now = `${served.read(FILE)}\r\n# 또 그사이`;
  served.write(FILE, now);
  await press(page, '되돌리기');
  await page.waitForSelector('.kept [role=alert]');
  assert.match(await page.locator('.kept [role=alert]').innerText(), /되돌리지 못했어요\. somebody changed the file since, and it was left as it is/);
  assert.equal(served.read(FILE), now);
  await press(page, '닫기');

  await evidence_of(page, CANADA).click();
  await correct(page, '다음 여행');
  await page.waitForSelector('form del');
  assert.match(await lines(page), /^\[\[trip\]\]\s*split = 2024-10-03$/);
  await press(page, '적기');
  await told(page, 'corrections.toml에 적었어요.');
  assert.equal((await names(page)).filter((name) => name.startsWith('캐나다')).length, 1);
  await page.close();
});

test('a change that was none is gone from the story, stands among the corrections, and can be taken out there', async () => {
  const { page, seen } = await open();
  const told_of = () => page.locator('a.said[data-f^="gym-faded-2024-06"]');
  await told_of().first().click();
  await correct(page, '이 변화는 아니에요: 헬스장');
  await page.waitForSelector('form pre');
  assert.match(await lines(page), /^\[\[change\]\]\nactivity = "gym"\nnear = 2024-06-\d\d\nreject = true$/);
  await press(page, '적기');
  await told(page, 'corrections.toml에 적었어요.');
  assert.equal(await told_of().count(), 0);
  await page.locator('nav.top a', { hasText: '고친 것' }).click();
  await page.waitForSelector('.corrections .standing');
  assert.match(await page.locator('.corrections .standing').first().innerText(), /^헬스장, 6월 \d+일 무렵에 달라진 것은 없어요\s+\[\[change\]\]/);
  assert.equal(await page.title(), '고친 것');
  await page.getByRole('button', { name: /^빼기: 헬스장/ }).click();
  await page.waitForFunction(() => document.querySelector('.corrections')?.textContent.includes('아직 고친 것이 없어요'));
  assert.equal(served.read(FILE), '');
  await page.locator('nav.top a', { hasText: '회고' }).click();
  await told_of().first().waitFor();
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a proposal gets a name and is an activity in hoego.toml, with every comment where it was', async () => {
  const { page, seen } = await open('?lang=ko#corrections', '.corrections [data-proposal]');
  const first = page.locator('[data-proposal]').first();
  const id = await first.getAttribute('data-proposal');
  await first.click();
  await page.locator('form input').fill('일터의 만남');
  await page.getByLabel('영역', { exact: true }).selectOption('work');
  await page.waitForFunction(() => document.querySelector('form pre')?.textContent.includes('area = "work"'));
  await press(page, '적기');
  await told(page, 'hoego.toml에 적었어요.');
  const now = served.read('hoego.toml');
  assert.ok(now.startsWith(`${config}\n[[activity]]\nid = "${id}"\nlabel = { ko = "일터의 만남" }\narea = "work"\nmatch = [{ kind = "event", title = "`), now.slice(config.length));
  await page.waitForFunction((gone) => !document.querySelector(`[data-proposal="${gone}"]`), id);
  await page.locator('nav.top a', { hasText: '회고' }).click();
  await page.waitForFunction(() => document.querySelector('main')?.textContent.includes('일터의 만남'));
  await press(page, '되돌리기');
  await told(page, 'hoego.toml에 적은 것을 되돌렸어요.');
  assert.equal(served.read('hoego.toml'), config);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('in English: a photo that is not mine, an activity of another name, and what the server refuses stands by the field', async () => {
  const { page, seen } = await open('?lang=en#timeline', '.timeline .strip, .timeline svg');
  await page.locator('#timeline-from').fill('2024-09-29');
  await page.locator('#timeline-to').fill('2024-09-29');
  await page.waitForFunction(() => document.querySelector('[aria-busy=false] .day time')?.getAttribute('datetime') === '2024-09-29');
  await page.locator('.pictures button').first().click();
  await page.waitForSelector('dialog.record[open] details');
  const id = await page.locator('dialog.record[open] .id code').innerText();
  await correct(page, 'The place is wrong');
  await page.getByLabel('Latitude, longitude').fill('100, 0');
  await page.waitForSelector('form [role=alert]');
  assert.match(await page.locator('form [role=alert]').innerText(), /not a position a latitude is from -90 to 90/);
  await press(page, 'Never mind');
  await page.locator('dialog[open] details li > button', { hasText: 'Not my photo' }).click();
  await page.waitForSelector('form pre');
  const anew = page.waitForResponse((answer) => answer.url().includes('records=') && answer.ok());
  await press(page, 'Write it down');
  await told(page, 'Written into corrections.toml.');
  assert.equal(served.read(FILE), `[[record]]\nid = "${id}"\nmine = false\n`);
  // The records are asked for again once what was written is worked out.
  await anew;
  await page.waitForFunction(() => document.querySelector('[aria-busy=false] .pictures'));
  await page.locator('.pictures button').first().click();
  await page.waitForFunction(() => document.querySelector('dialog.record[open]')?.textContent.includes('not mine'));
  await page.keyboard.press('Escape');

  await page.locator('nav.top a', { hasText: 'Review' }).click();
  await page.waitForSelector('.tl h3');
  await page.locator('a.ev[data-f="drums"]').first().click();
  await correct(page, 'Give it another name');
  served.write('hoego.toml', config.replace('en = "drums"', 'en = "percussion"'));
  await page.getByLabel('Name', { exact: true }).fill('the drums');
  await page.waitForSelector('form [role=alert]');
  assert.match(await page.locator('form [role=alert]').innerText(), /It was not written\. it is called "percussion" by now/);
  served.write('hoego.toml', config);
  await page.getByLabel('Name', { exact: true }).fill('the drum kit');
  await page.waitForSelector('form del');
  assert.match(await lines(page), /label = \{ ko = "드럼", en = "the drum kit" \}/);
  await press(page, 'Write it down');
  await told(page, 'Written into hoego.toml.');
  assert.equal(served.read('hoego.toml'), config.replace('en = "drums"', 'en = "the drum kit"'));
  // Two refusals were asked for.
  assert.deepEqual(seen.errors.filter((one) => !/status of (400|409)/.test(one)), []);
  await page.close();
});

test('a file has nothing to correct', async () => {
  const { page } = await browser.visit(`file://${exported('ko')}`);
  await evidence_of(page, CANADA).click();
  await page.waitForSelector('dialog[open] .records');
  assert.equal(await page.locator('dialog[open] details').count(), 0);
  assert.equal(await page.getByText('고친 것', { exact: true }).count(), 0);
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious, ${lang}, ${colorScheme}, ${width} px, and nothing is wider than the page`, async () => {
    served.write(FILE, '[[trip]]\nat = 2024-03-16\nname = "장어덮밥"\n\n[[trip]]\nsplit = 2024-01-20\n');
    const { page } = await open(`?lang=${lang}`, '.tl h3', { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const narrow = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await evidence_of(page, CANADA).click();
    await correct(page, lang === 'ko' ? '이름 바꾸기' : 'Give it another name');
    await page.locator('form input').fill('Maple');
    await page.waitForSelector('form pre');
    assert.deepEqual(await serious(page), []);
    await press(page, lang === 'ko' ? '적기' : 'Write it down');
    await told(page, lang === 'ko' ? 'corrections.toml에 적었어요.' : 'Written into corrections.toml.');
    assert.deepEqual(await serious(page), []);
    await narrow();
    await page.goto(`${served.url}?lang=${lang}#corrections`);
    await page.reload();
    await page.waitForSelector('.corrections [data-proposal]');
    assert.match(await page.locator('.corrections .lost').first().innerText(), lang === 'ko' ? /이제 닿는 것이 없어요/ : /Applies to nothing any more/);
    await page.locator('[data-proposal]').first().click();
    await page.waitForSelector('form pre');
    assert.deepEqual(await serious(page), []);
    await narrow();
    await page.close();
  });
}
