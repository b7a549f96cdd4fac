// The interview on the served page, asked and kept by the program itself.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser } from './browser.mjs';
import { Served } from './serving.mjs';

const NOTES = 'notes/2024.md';
const YEAR_BEFORE = '# 2023\n\n## 드럼 `drums-grew-2023-06`\n\n스틱을 처음 샀다.\n';
const ANSWER = '캐나다에서 돌아와\n합주가 더 그리웠다.';
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
afterEach(() => served.remove('notes'));

async function open(query = '?lang=ko', options = {}) {
  const { page, seen } = await browser.visit(`${served.url}${query}#write`, options);
  await page.waitForSelector('#write-answer');
  return { page, seen };
}
const subject = (page) => page.locator('#write-subject').innerText();
const status = (page) => page.locator('.write [role=status]').innerText();
const said = (page, text) => page.waitForFunction((part) => document.querySelector('.write [role=status]')?.textContent.includes(part), text);
const until = (page, heading) => page.waitForFunction((text) => document.querySelector('#write-subject')?.textContent === text, heading);
const go = (page, heading) => page.locator('.write ol button', { hasText: heading }).first().click();

test('one question at a time: what is known, the months, and a field that the question labels', async () => {
  const { page, seen } = await open();
  assert.equal(await page.title(), '2024년에 덧붙이기');
  assert.match(await page.locator('.ask').innerText(), /^열두 가지 중 첫 번째\s+드럼\s+드럼은 모두 175번/);
  assert.match(await page.locator('.ask svg[role=img]').getAttribute('aria-label'), /^달마다의 드럼/);
  assert.equal(await page.getByLabel('드럼이 잦아지면서 그만둔 것이 있나요?').count(), 1);
  assert.match(await page.locator('#write-answer').evaluate((field) => getComputedStyle(field).fontFamily), /Myeongjo/);
  await page.getByRole('button', { name: '넘어가기' }).click();
  await until(page, '캐나다');
  const picture = page.locator('.ask img');
  await picture.evaluate((image) => image.decode());
  assert.ok((await picture.evaluate((image) => image.naturalWidth)) > 0);
  assert.equal(await picture.getAttribute('alt'), '캐나다에서 찍은 사진');
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('by the keyboard alone: Ctrl+Enter keeps, the focus goes on, the file holds what was typed, and undo takes it out', async () => {
  const { page, seen } = await open();
  await page.locator('#write-answer').focus();
  await page.keyboard.type(ANSWER);
  await page.keyboard.press('Control+Enter');
  await until(page, '캐나다');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'write-answer');
  assert.equal(await status(page), '‘드럼’의 답을 notes/2024.md에 적었어요.');
  assert.equal(served.read(NOTES), `# 2024\n\n## 드럼 \`drums-grew-2024-02\`\n\n${ANSWER}\n`);

  await page.locator('nav.top a', { hasText: '회고' }).click();
  await page.waitForSelector('.mast');
  await page.waitForFunction((text) => [...document.querySelectorAll('q.own')].some((own) => own.textContent.includes(text)), '합주가 더 그리웠다');
  await page.locator('nav.top a', { hasText: '쓰기' }).click();
  await until(page, '캐나다');

  await go(page, '드럼');
  assert.equal(await page.locator('#write-answer').inputValue(), ANSWER);
  await page.locator('#write-answer').fill(`${ANSWER}\n그래도 그만둔 것은 없다.`);
  await page.getByRole('button', { name: '남기기' }).press('Enter');
  await said(page, '적었어요');
  assert.match(served.read(NOTES), /그래도 그만둔 것은 없다/);
  await page.getByRole('button', { name: '되돌리기' }).press('Enter');
  await said(page, '되돌렸어요');
  assert.equal(served.read(NOTES), `# 2024\n\n## 드럼 \`drums-grew-2024-02\`\n\n${ANSWER}\n`);
  assert.match(await page.locator('#write-answer').inputValue(), /그만둔 것은 없다/, 'what was typed is not lost');
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('what somebody writes meanwhile stays, byte for byte, and an undo leaves it', async () => {
  const { page } = await open();
  await go(page, '헬스장');
  await page.locator('#write-answer').fill('야근이 늘었다.');
  const rest = '# 나의 2024\r\n<!-- 손으로 쓴 것 -->\r\n\r\n## 여행 `trip-2024-09-ca`\r\n\r\n단풍!\r\n';
  const outside = `${rest}\r\n## 헬스장 \`gym-faded-2024-06\`\r\n\r\n다른 데서 쓴 말.\r\n`;
  served.write(NOTES, outside);
  await page.getByRole('button', { name: '남기기' }).click();
  await said(page, '적었어요');
  assert.match(await status(page), /그사이 파일에 쓰인 말은 그대로 두고, 그 뒤에 이어 적었어요/);
  const kept = served.read(NOTES);
  assert.ok(kept.startsWith(rest));
  assert.match(kept.slice(rest.length), /다른 데서 쓴 말\.\s+야근이 늘었다\./);
  await page.getByRole('button', { name: '되돌리기' }).click();
  await said(page, '되돌렸어요');
  assert.equal(served.read(NOTES), outside);
  assert.equal(await page.locator('#write-answer').inputValue(), '야근이 늘었다.');
  await page.close();
});

test('a draft outlasts a reload, and so does the place', async () => {
  const { page } = await open();
  await go(page, '필라테스');
  await page.locator('#write-answer').fill('잠시 쉬는 중');
  await page.getByRole('button', { name: '넘어가기' }).click();
  await go(page, '나고야');
  await page.locator('#write-answer').fill('벚꽃');
  await page.reload();
  await page.waitForSelector('#write-answer');
  assert.equal(await subject(page), '나고야');
  assert.equal(await page.locator('#write-answer').inputValue(), '벚꽃');
  assert.match(await page.locator('.write ol li', { hasText: '필라테스' }).innerText(), /쓰다 멈춤/);
  await go(page, '필라테스');
  assert.equal(await page.locator('#write-answer').inputValue(), '잠시 쉬는 중');
  assert.equal(served.read(NOTES), null, 'a draft is in no file');
  await page.close();
});

test('where the file cannot be edited the server says why, and the words stay in the field until they are kept', async () => {
  const broken = Buffer.from([0x23, 0x20, 0x32, 0x30, 0x32, 0x34, 0x0a, 0x0a, 0xc7, 0xd1, 0xb1, 0xdb, 0x0a]);
  served.write(NOTES, broken);
  const { page } = await open();
  await page.locator('#write-answer').fill('쓴 말');
  await page.locator('#write-answer').press('Control+Enter');
  await page.waitForSelector('.ask [role=alert]');
  const told = await page.locator('.ask [role=alert]').innerText();
  assert.match(told, /남기지 못했어요\. 쓴 말은 이 칸에 그대로 있어요\./);
  assert.match(told, /is not UTF-8, and was left as it is\s+save it as UTF-8 in your editor/);
  assert.equal(await page.locator('#write-answer').inputValue(), '쓴 말');
  assert.deepEqual(served.bytes(NOTES), broken);

  await served.stop();
  await page.locator('#write-answer').press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('.ask [role=alert]')?.textContent.includes('서버가 답하지 않습니다'));
  assert.equal(await page.locator('#write-answer').inputValue(), '쓴 말');
  served.write(NOTES, '# 2024\n\n한글\n');
  await served.serve();
  await page.locator('#write-answer').press('Control+Enter');
  await said(page, '적었어요');
  assert.equal(await page.locator('[role=alert]').count(), 0);
  assert.match(served.read(NOTES), /^# 2024\n\n한글\n\n## 드럼 `drums-grew-2024-02`\n\n쓴 말\n$/);
  await page.close();
});

test('in English: the words of a year before, nothing typed, an answer taken out, and the end', async () => {
  served.write('notes/2023.md', YEAR_BEFORE);
  served.write(NOTES, '# 2024\n\n## drums `drums-grew-2024-02`\n\nAll of it.\n');
  const { page, seen } = await open('?lang=en');
  assert.equal(await subject(page), 'Canada', 'the first that is open');
  assert.match(await page.locator('.ask').innerText(), /Second of twelve/);
  await page.getByRole('button', { name: 'Keep' }).click();
  await said(page, 'Nothing is typed yet');
  await page.getByRole('button', { name: 'Previous question' }).click();
  await until(page, 'drums');
  assert.match(await page.locator('.then').innerText(), /A year ago you wrote\s+스틱을 처음 샀다\./);
  assert.match(await page.locator('.then q').evaluate((own) => getComputedStyle(own).fontFamily), /Myeongjo/);
  assert.equal(await page.locator('#write-answer').inputValue(), 'All of it.');
  await page.locator('#write-answer').fill('');
  await page.locator('#write-answer').press('Control+Enter');
  await said(page, 'taken out of notes/2024.md');
  assert.doesNotMatch(served.read(NOTES), /All of it/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'was undone');
  assert.match(served.read(NOTES), /## drums `drums-grew-2024-02`\n\nAll of it\.\n/);
  await page.locator('.write ol button').last().click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === 'That was the last question');
  assert.match(await page.locator('.ask').innerText(), /One answer is in notes\/2024\.md\./);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`axe-core finds nothing serious in the interview, ${lang}, ${colorScheme}, ${width} px, and nothing is wider than the page`, async () => {
    const { page } = await open(`?lang=${lang}`, { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    assert.deepEqual(await serious(page), []);
    await page.getByRole('button', { name: lang === 'ko' ? '넘어가기' : 'Skip' }).click();
    await page.waitForSelector('.ask img');
    assert.deepEqual(await serious(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });
}
