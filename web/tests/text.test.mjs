// The owner's files edited on the served page: promises with completion, and a text with live verification; kept by the program itself.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser, filled } from './browser.mjs';
import { review } from './life.mjs';
import { Served } from './serving.mjs';

const PROMISES = 'resolutions/2024.md';
const TEXT = 'texts/2024.md';
let browser;
let served;
let original;
before(async () => {
  browser = await Browser.start();
  served = await Served.start();
  original = served.read(PROMISES);
});
after(async () => {
  await browser?.stop();
  await served?.end();
});
afterEach(() => {
  served.write(PROMISES, original);
  served.remove('resolutions/2025.md');
  served.remove('texts');
});

async function open(view, query = '?lang=ko', options = {}) {
  const { page, seen } = await browser.visit(`${served.url}${query}#${view}`, options);
  await page.waitForSelector(view === 'text' ? '#text-field' : '#promises-field');
  return { page, seen };
}
const promises = async (query, options) => {
  const opened = await open('promises-edit', query, options);
  await opened.page.waitForSelector('.rows li');
  await opened.page.waitForLoadState('networkidle');
  return opened;
};
const field = (page) => page.locator('.edit textarea');
const status = (page, text) => page.waitForFunction((part) => document.querySelector('.told[role=status]')?.textContent.includes(part), text);
const row = (page, text) => page.locator('.rows li', { hasText: text });
/** Puts the caret behind the first such words of the field. */
const caret = (page, words) =>
  field(page).evaluate((area, after) => {
    area.focus();
    const at = area.value.indexOf(after) + after.length;
    area.setSelectionRange(at, at);
  }, words);
/** By the keyboard alone. */
async function walk(page, key, to) {
  for (let steps = 0; steps < 60; ++steps) {
    await page.keyboard.press(key);
    if (await page.evaluate((selector) => document.activeElement.matches(selector), to)) return;
  }
  assert.fail(`${to} is not reached with ${key}`);
}
const options = (page) => page.locator('[role=option] code').allInnerTexts();

test('the file itself stands in the field, and each promise beside it as the command judges it', async () => {
  const { page, seen } = await promises();
  assert.equal(await page.title(), '2024년의 다짐 고치기');
  assert.equal(await field(page).inputValue(), original);
  assert.match(await field(page).evaluate((area) => getComputedStyle(area).fontFamily), /monospace/);
  const rows = await page.locator('.rows li').allInnerTexts();
  assert.equal(rows.length, 9);
  assert.match(rows[0], /^깨짐\s+캐나다 말고는 해외여행 가지 않기/);
  assert.match(rows[4], /^지킴\s+드럼 250시간/);
  assert.match(rows[5], /^직접 판단\s+더 자주 웃기/);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a check that is broken says why and where in the words of the command line, and is mended by the keyboard', async () => {
  const { page, seen } = await promises();
  await caret(page, 'gym');
  await page.keyboard.press('Backspace');
  const wrong = row(page, '일주일에 두 번 운동');
  await wrong.locator('.issue').waitFor();
  const told = await wrong.innerText();
  assert.match(told, /3번째 줄 22번째 글자/);
  assert.match(told, /the check cannot be read: `gy >= 2 per week`/);
  assert.match(told, /expected a measure: .*did you mean gym/);
  assert.match(await page.locator('#promises-edit-here').innerText(), /expected a measure/, 'also below the field, for the line of the caret');
  assert.equal(await wrong.locator('mark').innerText(), 'gy >= 2 per week');
  assert.equal(served.read(PROMISES), original, 'nothing is saved by typing');
  assert.match(await row(page, '캐나다 말고는').innerText(), /깨짐/, 'every other line is judged');
  assert.deepEqual(await options(page), ['gym']);
  await page.keyboard.press('Enter');
  await row(page, '일주일에 두 번 운동').locator('.issue').waitFor({ state: 'detached' });
  assert.match(await field(page).inputValue(), /`gym >= 2 per week`/);
  await wrong.locator('p.v', { hasText: '위태로움' }).waitFor();
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('names, measures, countries and paces are completed; the bytes on disk are what was typed, and undo puts them back', async () => {
  const crlf = `\ufeff${original.replaceAll('\n', '\r\n')}<!-- 손으로 쓴 것 -->\r\n`;
  served.write(PROMISES, crlf);
  const { page, seen } = await promises();
  await caret(page, '- [ ] 더 자주 웃기');
  await page.keyboard.type('\n- [ ] 드럼 300시간 `hours of 드');
  const shown = page.locator('[role=listbox]');
  await shown.waitFor();
  assert.deepEqual(await options(page), ['드럼']);
  assert.equal(await field(page).getAttribute('aria-activedescendant'), 'promises-option-0');
  assert.equal(await page.locator('#promises-option-0').getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  assert.equal(await shown.count(), 0);
  assert.equal(await field(page).getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('Control+ ');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'promises-field', 'Tab took the word and did not leave');
  await page.keyboard.press('Escape');
  await page.keyboard.type('>= 300 per ');
  await page.waitForSelector('[role=option]');
  assert.deepEqual(await options(page), ['per day', 'per week', 'per month']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('`\n- [ ] 캐나다 `trips except 캐');
  await page.waitForSelector('[role=option]');
  assert.match(await page.locator('[role=option]').first().innerText(), /CA\s+캐나다/);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' = 0`');
  await row(page, '드럼 300시간').waitFor();
  assert.equal(served.read(PROMISES), crlf);
  await page.keyboard.press('Control+s');
  await status(page, '저장했어요');
  const added = '- [ ] 드럼 300시간 `hours of 드럼 >= 300 per week`\r\n- [ ] 캐나다 `trips except CA = 0`\r\n';
  const [head, tail] = crlf.split('- [ ] 더 자주 웃기\r\n');
  assert.equal(served.read(PROMISES), `${head}- [ ] 더 자주 웃기\r\n${added}${tail}`, 'byte order mark, ends of lines, comment and order are kept');
  await page.getByRole('button', { name: '저장 되돌리기' }).click();
  await status(page, '되돌렸어요');
  assert.equal(served.read(PROMISES), crlf);
  assert.match(await field(page).inputValue(), /드럼 300시간/, 'what was typed is not lost');
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a promise of one\'s own is ticked beside the field, and the board tells it once it is saved', async () => {
  const { page, seen } = await promises();
  await field(page).focus();
  await walk(page, 'Tab', '.rows input[type=checkbox]');
  await page.keyboard.press('Space');
  assert.match(await field(page).inputValue(), /- \[x\] 더 자주 웃기/);
  assert.equal(await row(page, '더 자주 웃기').locator('input').evaluate((box) => document.activeElement === box && box.checked), true);
  await walk(page, 'Shift+Tab', '.edit .first');
  await page.keyboard.press('Enter');
  await status(page, '저장했어요');
  assert.equal(served.read(PROMISES), original.replace('- [ ] 더 자주', '- [x] 더 자주'));
  await page.locator('nav.top a', { hasText: '회고' }).click();
  await page.waitForFunction(() => document.querySelector('#promises')?.textContent.includes('직접 지켰다고 표시했습니다'));
  assert.equal(await page.locator('#promises a[href="#promises-edit"]').count(), 1);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a change made outside is noticed and never overwritten: both are shown, and one chooses', async () => {
  const { page } = await promises();
  const outside = `${original}\n남이 쓴 줄\n`;
  await caret(page, '더 자주 웃기');
  await page.keyboard.type(' 2');
  served.write(PROMISES, outside);
  await page.keyboard.press('Control+s');
  await page.waitForSelector('.other');
  assert.equal(served.read(PROMISES), outside);
  assert.match(await page.locator('pre b').last().innerText(), /남이 쓴 줄/);
  assert.match(await field(page).inputValue(), /더 자주 웃기 2/);
  await page.getByRole('button', { name: '파일에 있는 것 쓰기' }).click();
  assert.equal(await field(page).inputValue(), outside);
  await page.getByRole('button', { name: '쓰던 것 다시 펴기' }).click();
  assert.match(await field(page).inputValue(), /더 자주 웃기 2/);
  const again = outside.replace('남이', '또 남이');
  served.write(PROMISES, again);
  await caret(page, '더 자주 웃기 2');
  await page.keyboard.type('!');
  await page.waitForSelector('.other');
  await page.getByRole('button', { name: '여기서 쓴 것으로 저장하기' }).click();
  await status(page, '저장했어요');
  assert.equal(served.read(PROMISES), original.replace('자주 웃기', '자주 웃기 2!'));
  await page.getByRole('button', { name: '저장 되돌리기' }).click();
  await status(page, '되돌렸어요');
  assert.equal(served.read(PROMISES), again, 'their text is back');
  await page.getByRole('button', { name: '파일대로 되돌리기' }).click();
  served.write(PROMISES, original);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await status(page, '다른 데서 바뀌어서 새로 읽었어요');
  assert.equal(await field(page).inputValue(), original);
  await page.close();
});

test('next year\'s file is begun from this year\'s as the command plans it, and is a file once it is saved', async () => {
  const { page, seen } = await promises();
  await page.getByRole('radio', { name: '2025' }).check();
  await page.getByRole('button', { name: '2024년의 다짐을 바탕으로 시작하기' }).click();
  await status(page, '제안을 펼쳤어요');
  assert.match(await field(page).inputValue(), /^# 2025\n/);
  assert.equal(served.read('resolutions/2025.md'), null);
  await page.getByRole('button', { name: '저장하기' }).click();
  await status(page, 'resolutions/2025.md에 쓴 그대로 저장했어요');
  assert.equal(served.read('resolutions/2025.md'), await field(page).inputValue());
  await page.getByRole('button', { name: '저장 되돌리기' }).click();
  await status(page, '지웠어요');
  assert.equal(served.read('resolutions/2025.md'), null);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a text: each sentence as it stands while it is typed, with its evidence, by words and not by colour alone', async () => {
  const { page, seen } = await open('text');
  const sent = [];
  page.on('request', (request) => request.url().endsWith('/api/verify') && sent.push(JSON.parse(request.postData()).text));
  await field(page).focus();
  await page.keyboard.type('# 2024\n\n## 가을\n\n7월에 캐나다에 갔다. ');
  const list = page.locator('.rows li');
  await list.filter({ hasText: '다름' }).waitFor();
  assert.match(await list.first().innerText(), /^다름\s+7월에 캐나다에 갔다\.\s+“7월” 기록에는 9월 28일/);
  await page.keyboard.type('캐나다에서 사진 7,612장을 찍었다. ');
  await list.filter({ hasText: '맞음' }).waitFor();
  await page.keyboard.type('지영 씨와 함께였다. 좋았다.');
  await list.filter({ hasText: '좋았다.' }).waitFor();
  assert.deepEqual((await list.locator('p.v').allInnerTexts()).map((text) => text.trim()), ['다름', '맞음', '알 수 없음', '주장 아님']);
  assert.match(await page.locator('#text-here').innerText(), /지금 문장: 주장 아님/);
  const chip = list.nth(1).locator('.ev').first();
  assert.match(await chip.innerText(), /7,6\d\d/);
  await chip.press('Enter');
  await page.waitForSelector('dialog[open] .records li');
  assert.match(await page.locator('dialog[open]').innerText(), /캐나다[\s\S]*trip-2024-09-ca/);
  assert.ok((await page.locator('dialog .records li').count()) > 5);
  await page.keyboard.press('Escape');
  assert.equal(await chip.evaluate((link) => document.activeElement === link), true);

  await list.nth(1).locator('.go').press('Enter');
  assert.equal(await field(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '캐나다에서 사진 7,612장을 찍었다.');
  await caret(page, '## 가을\n\n');
  sent.length = 0;
  await field(page).press('Control+End');
  await page.keyboard.type('\n\n## 겨울\n\n드럼을 175번 쳤다.');
  await list.filter({ hasText: '드럼을 175번 쳤다.' }).locator('p.v', { hasText: '맞음' }).waitFor();
  sent.length = 0;
  await page.keyboard.type(' 드럼을 200번 쳤다.');
  await list.filter({ hasText: '드럼을 200번 쳤다.' }).locator('p.v', { hasText: '다름' }).waitFor();
  assert.match(await list.last().innerText(), /“200번” 기록에는 175번/);
  assert.equal(sent.at(-1), '# 2024\n## 겨울\n\n드럼을 175번 쳤다. 드럼을 200번 쳤다.', 'only what is under this heading is sent again');
  assert.equal(await list.count(), 6);
  await list.last().locator('.go').click();
  assert.equal(await field(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '드럼을 200번 쳤다.');
  assert.equal(served.read(TEXT), null);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('begun from the review, a sentence put in, kept, a draft that outlasts a reload, and undone to no file', async () => {
  const { page, seen } = await open('text');
  await page.getByRole('button', { name: '회고의 글로 시작하기' }).click();
  await status(page, '회고의 글을 펼쳤어요');
  const begun = await field(page).inputValue();
  assert.match(begun, /^# 2024년/);
  assert.match(begun, /7,612장/);
  assert.doesNotMatch(begun, /\[\^/);
  await page.waitForFunction(() => document.querySelectorAll('.rows li').length > 60);
  assert.equal(await page.locator('.rows li p.v', { hasText: '다름' }).count(), 0, 'what hoego tells is so');
  await page.keyboard.press('Control+s');
  await status(page, '저장했어요');
  assert.equal(served.read(TEXT), begun);

  await field(page).press('Control+End');
  await page.keyboard.type('\n덧붙이면,');
  await page.getByText('문장 넣기').click();
  await page.getByLabel('말로 찾기').fill('도커');
  await page.getByRole('region', { name: '문장 넣기' }).getByRole('button', { name: /도커라는 이름/ }).click();
  assert.match(await field(page).inputValue(), /\n덧붙이면, .*도커라는 이름은 .*나와요\.$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text-field');
  assert.equal(served.read(TEXT), begun, 'a draft is in no file');
  await page.reload();
  await page.waitForSelector('#text-field');
  await status(page, '저장하지 않고 두었던 것을 다시 펼쳤어요');
  assert.match(await field(page).inputValue(), /덧붙이면/);
  await page.getByRole('button', { name: '저장하기' }).click();
  await status(page, '저장했어요');
  assert.equal(served.read(TEXT), await field(page).inputValue());
  await page.getByRole('button', { name: '저장 되돌리기' }).click();
  await status(page, '되돌렸어요');
  assert.equal(served.read(TEXT), begun);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('where the server is gone, the words stay in the field until they are kept', async () => {
  served.write(TEXT, '# 2024\n\n하나.\n');
  const { page } = await open('text');
  await field(page).press('Control+End');
  await page.keyboard.type('둘.');
  await served.stop();
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => document.querySelector('.trouble')?.textContent.includes('서버가 답하지 않습니다'));
  assert.equal(await field(page).inputValue(), '# 2024\n\n하나.\n둘.');
  await served.serve();
  await page.keyboard.press('Control+s');
  await status(page, '저장했어요');
  assert.equal(served.read(TEXT), '# 2024\n\n하나.\n둘.');
  await page.close();
});

test('in English: a promise completed, and a text judged in its own words', async () => {
  const { page, seen } = await promises('?lang=en');
  await caret(page, '더 자주 웃기');
  await page.keyboard.type('\n- [ ] Drum less `dru');
  await page.waitForSelector('[role=option]');
  assert.equal((await options(page))[0], 'drums');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.type('<= two`');
  const wrong = row(page, 'Drum less');
  await wrong.locator('.issue', { hasText: 'expected a number or "last year"' }).waitFor();
  assert.match(await wrong.innerText(), /Line 8, column 27\s+drums <= two\s/);
  assert.equal(await wrong.locator('mark').innerText(), 'two');
  await page.keyboard.press('Control+s');
  await status(page, 'Saved to resolutions/2024.md as you typed it.');
  assert.match(served.read(PROMISES), /- \[ \] Drum less `drums <= two`\n/, 'also what cannot be read yet');
  await page.locator('nav.top a', { hasText: /^Text$/ }).click();
  await page.waitForSelector('#text-field');
  await page.keyboard.press('Tab');
  await field(page).focus();
  await page.keyboard.type('I went to Canada in July. I took 7,612 photos in Canada.');
  await page.locator('.rows li', { hasText: '7,612' }).locator('p.v', { hasText: 'agrees' }).waitFor();
  assert.match(await page.locator('.rows li').first().innerText(), /^differs\s+I went to Canada in July\.\s+“July” found September 28/);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('of all this nothing shows in a file', async () => {
  const { page } = await browser.open(filled(review('ko')));
  await page.waitForSelector('#promises');
  assert.equal(await page.locator('a[href="#promises-edit"], a[href="#text"]').count(), 0);
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious in the two editors, ${lang}, ${colorScheme}, ${width} px, and nothing is wider than the page`, async () => {
    served.write(PROMISES, original.replace('gym >=', 'gim >='));
    served.write(TEXT, lang === 'ko' ? '# 2024\n\n7월에 캐나다에 갔다. 캐나다에서 사진 7,612장을 찍었다.\n' : '# 2024\n\nI went to Canada in July. I took 7,612 photos in Canada.\n');
    const looks = { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' };
    const { page } = await promises(`?lang=${lang}`, looks);
    await caret(page, '`');
    await page.keyboard.press('Control+ ');
    await page.waitForSelector('[role=listbox]');
    assert.deepEqual(await serious(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.HOEGO_LOOK) await page.screenshot({ path: `${process.env.HOEGO_LOOK}/promises-${lang}-${width}.png`, fullPage: true });
    await page.goto(`${served.url}?lang=${lang}#text`);
    await page.waitForSelector('.rows .ev');
    assert.deepEqual(await serious(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.HOEGO_LOOK) await page.screenshot({ path: `${process.env.HOEGO_LOOK}/text-${lang}-${width}.png`, fullPage: true });
    await page.close();
  });
}
