// The first run, the sources and their sync on the served page, as a person does it, with the program itself.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serious } from './axe.mjs';
import { Browser } from './browser.mjs';
import { pinned, program } from './life.mjs';

let browser;
let home;
let server;
let url;

/** The program without a life folder, in a home of the test's own. */
async function serve() {
  const { HOEGO_LIFE: _, ...env } = pinned;
  server = spawn(program(), ['serve', '--port', '0'], { cwd: home, env: { ...env, HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr.resume();
  let said = '';
  url = await new Promise((found, lost) => {
    server.stdout.on('data', (text) => {
      said += text;
      const address = /http:\/\/\S+/.exec(said);
      if (address) found(address[0]);
    });
    server.once('exit', (code) => lost(new Error(`serve ended with ${code}: ${said}`)));
  });
}
async function end() {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
}
before(async () => {
  browser = await Browser.start();
  home = realpathSync(mkdtempSync(join(tmpdir(), 'hoego-first-')));
  mkdirSync(join(home, 'Pictures'));
  await serve();
});
after(async () => {
  await browser?.stop();
  if (server) await end();
  if (home) rmSync(home, { recursive: true, force: true });
});
const config = () => readFileSync(join(home, 'hoego', 'hoego.toml'), 'utf8');
async function shown(page, text) {
  try {
    await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { timeout: 90_000 });
  } catch {
    assert.fail(`“${text}” is not shown, but: ${await page.locator('body').innerText()}`);
  }
}
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
async function picture(page, name) {
  if (process.env.HOEGO_SHOTS) await page.screenshot({ path: join(process.env.HOEGO_SHOTS, `${name}.png`), fullPage: true });
}

test('from nothing: the page says where it would be, a mistake is told, and one click leads to the sample life and its review', async () => {
  const { page, seen } = await browser.visit(`${url}?lang=ko`);
  await page.waitForSelector('#first-title');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  assert.equal(await page.locator('#first-folder').inputValue(), join(home, 'hoego'));
  assert.equal(await page.locator('#first-zone').inputValue(), 'Asia/Seoul');
  assert.deepEqual(await serious(page), []);
  await picture(page, 'first-ko-1280');
  await page.locator('#first-folder').fill('어디');
  await page.locator('#first-folder').press('Enter');
  await shown(page, 'this is no whole path');
  assert.equal(existsSync(join(home, 'hoego')), false, 'nothing was made');
  assert.equal(await page.locator('#first-folder').inputValue(), '어디', 'what was typed stays');

  await page.getByRole('button', { name: '견본 보기' }).click();
  await page.waitForSelector('.mast', { timeout: 120_000 });
  assert.match(page.url(), /#main$/);
  assert.match(await page.locator('.mast').innerText(), /캐나다/);
  await page.locator('nav.top a', { hasText: '원본' }).click();
  await shown(page, '지금 보는 것은 지어낸 사람의 견본이에요.');
  assert.match(await page.locator('.sources li', { hasText: 'pictures' }).first().innerText(), /사진 [\d,]+/);
  await picture(page, 'sample-ko-1280');
  assert.deepEqual(seen.errors.filter((error) => !error.includes('400')), []);
  await page.close();
});

test('an own life: a path is typed, recognised, added, taken out, added again, read with progress, and the review shows it', async () => {
  const { page, seen } = await browser.visit(`${url}?lang=ko#sources`);
  await page.getByRole('button', { name: '내 기록으로 시작하기' }).click();
  await page.getByRole('button', { name: '여기에 시작하기' }).press('Enter');
  await shown(page, '아직 적힌 곳이 없어요');
  const first = config();
  assert.match(first, /home_zone = "Asia\/Seoul"/);
  assert.deepEqual(await serious(page), []);

  const field = page.locator('#sync-path');
  await field.fill('~/Pi');
  await page.waitForFunction(() => [...document.querySelectorAll('#sync-names option')].some((one) => one.value === '~/Pictures/'));
  await field.fill(join(home, '없음'));
  await field.press('Enter');
  await shown(page, 'there is no such file or folder');
  await field.fill(join(home, 'Pictures'));
  await field.press('Enter');
  await shown(page, '아는 것이 없어요');

  // As a file manager of Linux gives what is dropped.
  const pictures = join(home, 'hoego-demo', 'pictures');
  await page.evaluate((list) => {
    const data = new DataTransfer();
    data.setData('text/uri-list', list);
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, `file://${pictures}\r\nfile://${join(home, 'hoego-demo', 'calendars')}`);
  await page.waitForFunction(() => document.querySelectorAll('.row b').length >= 2);
  assert.match(await page.locator('.sources li', { hasText: 'hoego-demo/pictures' }).innerText(), /사진 [\d,]+/);
  assert.match(await page.locator('.sources li', { hasText: 'hoego-demo/calendars' }).innerText(), /달력 \d+/);
  await picture(page, 'recognised-ko-1280');
  assert.deepEqual(await serious(page), []);
  await page.getByRole('button', { name: '고른 것 더하기' }).press('Enter');
  await shown(page, 'hoego.toml 끝에');
  assert.equal(config(), `${first}\n[[source]]\npath = "${pictures}"\n\n[[source]]\npath = "${join(home, 'hoego-demo', 'calendars')}"\n`);
  await page.getByRole('button', { name: '되돌리기' }).press('Enter');
  await shown(page, '다시 뺐어요');
  assert.equal(config(), first);
  await page.waitForFunction(() => document.querySelectorAll('.sources ul').length === 0);

  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'IMG_1.jpg'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await shown(page, '브라우저는 놓은 파일이 어디 있는지 알려 주지 않아요');
  await field.fill(pictures);
  await field.press('Enter');
  await page.getByRole('button', { name: '고른 것 더하기' }).click();
  await shown(page, '아직 읽지 않음');

  await page.getByRole('button', { name: '지금 읽기' }).press('Enter');
  const bar = page.getByRole('progressbar');
  await bar.waitFor();
  await page.waitForFunction(() => /개를 읽었/.test(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext') ?? ''));
  await picture(page, 'progress-ko-1280');
  await page.getByRole('button', { name: '멈추기' }).click();
  await shown(page, '멈췄어요. 읽은 것은 남아 있고');
  await page.getByRole('button', { name: '지금 읽기' }).click();
  await shown(page, '그대로인 것');
  assert.match(await page.locator('.now').innerText(), /새것 [\d,]+개/);
  await page.getByRole('link', { name: '회고 보기' }).click();
  await page.waitForSelector('.mast');
  await shown(page, '캐나다');
  assert.deepEqual(seen.errors.filter((error) => !error.includes('400')), []);
  await page.close();
});

test('a sync in a terminal, a folder that is away and a file that cannot be read are said, in English, by the keyboard, on a phone in the dark', async () => {
  const { page } = await browser.visit(`${url}?lang=en#sources`, { colorScheme: 'dark', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  await page.waitForSelector('.sources ul');
  assert.equal(await page.title(), 'Where the records are');
  writeFileSync(join(home, 'broken.ics'), 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:no day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
  await page.locator('#sync-path').focus();
  await page.keyboard.type(join(home, 'broken.ics'));
  await page.keyboard.press('Enter');
  await shown(page, 'calendars 1');
  await page.getByRole('button', { name: 'Add what is chosen' }).focus();
  await page.keyboard.press('Enter');
  await shown(page, 'at the end of hoego.toml now');
  await page.waitForFunction(() => document.activeElement.getAttribute('role') === 'status');
  await page.getByRole('button', { name: 'Read now' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sync-problems');
  assert.match(await page.locator('[aria-labelledby=sync-problems]').innerText(), /broken\.ics/);
  assert.deepEqual(await serious(page), []);
  assert.ok(await fits(page));
  await picture(page, 'problems-en-390-dark');

  const lock = spawn('flock', ['--no-fork', join(home, 'hoego', '.hoego', 'index.db.lock'), 'sleep', '60']);
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'Read now' }).click();
  await shown(page, 'Another hoego, in a terminal perhaps, is reading now');
  assert.deepEqual(await serious(page), []);
  lock.kill();
  await page.getByRole('button', { name: 'Read now' }).waitFor();

  writeFileSync(join(home, 'kept.toml'), config());
  rmSync(join(home, 'hoego', 'hoego.toml'));
  await page.getByRole('button', { name: 'Read now' }).click();
  await shown(page, 'the life folder is not there now');
  writeFileSync(join(home, 'hoego', 'hoego.toml'), readFileSync(join(home, 'kept.toml')));
  await page.getByRole('button', { name: 'Read now' }).click();
  await shown(page, 'All is as it was');
  await page.close();
});
