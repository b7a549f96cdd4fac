// The page as it is served: without a review inside, it asks for one, and for nothing else.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Browser, bundle_text, sample } from './browser.mjs';
import { review } from './life.mjs';

let browser;
let server;
let asked;
/** What the server answers instead, by address; undone by deleting it. */
const instead = new Map();
const STATE = { schema: 'hoego.state/1', version: '0', language: 'ko', today: '2024-10-20', life: 'life', sources: 8, years: [2022, 2023, 2024], importing: false, generation: '1' };

function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const tag = request.headers['if-none-match'];
  asked.push(tag ? `${request.url} ${tag}` : request.url);
  const send = (status, body, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const other = instead.get(pathname);
  if (other) return other(send, request);
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(bundle_text());
  }
  if (pathname === '/api/state') return send(200, STATE);
  if (pathname === '/api/timeline') return send(200, {});
  if (pathname === '/api/review') {
    const year = searchParams.get('year');
    const lang = searchParams.get('lang');
    const etag = `"${year} ${lang}"`;
    if (tag === etag) return send(304, '');
    return send(200, year === '2024' ? review(lang, year) : { ...sample(), language: lang, title: `${year}!`, period: { from: `${year}-01-01`, to: `${year}-12-31`, as_of: '2024-10-20' }, story: [], resolutions: [] }, { etag });
  }
  return send(404, { error: { what: 'there is nothing at this address', where: pathname, remedy: '' } });
}
before(async () => {
  browser = await Browser.start();
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
});
after(async () => {
  await browser?.stop();
  server?.close();
});
const visit = async (query = '', options = {}) => {
  asked = [];
  return browser.visit(`http://127.0.0.1:${server.address().port}/${query}`, options);
};
const title = (page) => page.locator('.mast .k b, .mast h1').first().innerText();

test('the page asks for the state, then for the last year in its language, and has the timeline made ready', async () => {
  const { page, seen } = await visit();
  await page.waitForSelector('.mast');
  assert.equal(await title(page), '2024년, 10월 20일까지');
  // What came first may be out of date: it is asked for again with its tag.
  await page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/api/review?year=2024&lang=ko&cited=no`).length === 2);
  await page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/api/timeline?most=1`).length === 1);
  assert.deepEqual(asked, ['/', '/api/state', '/api/review?year=2024&lang=ko&cited=no', '/api/review?year=2024&lang=ko&cited=no "2024 ko"', '/api/timeline?most=1']);
  assert.match(await page.locator('.bye').innerText(), /이 기기의 hoego에게만 묻습니다/);
  assert.deepEqual(await page.locator('#switch-year option').allInnerTexts(), ['2024', '2023', '2022']);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('another year and another language are chosen at the top, kept in the address, and the focus stays', async () => {
  const { page, seen } = await visit('?year=2023&lang=en');
  await page.waitForSelector('.mast');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await page.locator('#switch-year').inputValue(), '2023');
  await page.locator('#switch-year').focus();
  await page.selectOption('#switch-year', '2024');
  await page.waitForFunction(() => document.querySelector('.mast .k b')?.textContent === '2024, up to October 20');
  await page.waitForFunction(() => document.activeElement?.id === 'switch-year');
  await page.locator('#switch-language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'ko');
  assert.equal(new URL(page.url()).search, '?year=2024&lang=ko');
  assert.deepEqual(asked.slice(1).filter((one) => !one.includes('"') && !one.includes('timeline')), ['/api/state', '/api/review?year=2023&lang=en&cited=no', '/api/review?year=2024&lang=en&cited=no', '/api/review?year=2024&lang=ko&cited=no']);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('while it waits it says so, and a refusal is told in the server’s words, with a way on', async () => {
  instead.set('/api/review', (send) => setTimeout(() => send(503, { error: { what: 'the life folder is gone', where: 'life', remedy: 'put it back' } }), 1500));
  const { page } = await visit();
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '회고를 불러오는 중입니다…');
  await page.waitForSelector('[role=alert]');
  assert.match(await page.locator('[role=alert]').innerText(), /회고를 불러오지 못했습니다\s+the life folder is gone\s+put it back/);
  assert.equal(await page.locator('.busy').innerText(), '');
  instead.delete('/api/review');
  await page.locator('[role=alert] .btn').click();
  await page.waitForSelector('.mast');
  assert.equal(await page.locator('[role=alert]').count(), 0);
  await page.close();
});

test('what was worked out earlier is shown at once; what is new takes its place, and what cannot be had is said', async () => {
  const named = (title) => ({ ...sample(), title, story: [], resolutions: [] });
  let found;
  const worked_out = new Promise((done) => (found = done));
  let fresh = (send) => worked_out.then(() => send(200, named('new!'), { etag: '"new"' }));
  instead.set('/api/review', (send, request) => (request.headers['cache-control'] === 'max-stale' ? send(200, named('old!'), { etag: '"old"' }) : fresh(send)));
  const { page } = await visit();
  await page.waitForFunction(() => document.querySelector('.mast h1')?.textContent === 'old!');
  await page.evaluate(() => scrollTo(0, 500));
  found();
  await page.waitForFunction(() => document.querySelector('.mast h1')?.textContent === 'new!');
  assert.ok((await page.evaluate(() => scrollY)) > 400, 'the reader stays where they were');
  fresh = (send) => send(500, { error: { what: 'this is no date', where: 'hoego.toml:3', remedy: 'write it as 1997-05-01' } });
  await page.reload();
  await page.waitForSelector('.outdated');
  assert.match(await page.locator('.outdated').innerText(), /전에 헤아려 둔 내용이에요.*this is no date.*1997-05-01/s);
  assert.equal(await page.locator('.mast h1').innerText(), 'old!');
  instead.delete('/api/review');
  await page.close();
});

test('what is no answer at all is no answer: another server’s page, a broken line, no years', async () => {
  const said = async (path, other) => {
    instead.set(path, other);
    const { page } = await visit('', { locale: 'ko-KR' });
    await page.waitForSelector('[role=alert]');
    const text = await page.locator('[role=alert]').innerText();
    instead.delete(path);
    await page.close();
    return text;
  };
  assert.match(await said('/api/state', (send) => send(502, '<html>bad gateway</html>')), /HTTP 502/);
  assert.match(await said('/api/state', (_send, request) => request.socket.destroy()), /서버가 답하지 않습니다/);
  assert.match(await said('/api/state', (send) => send(200, { ...STATE, years: [] })), /원본의 목록을 불러오지 못했어요/, 'without a year the sources come first');
  assert.match(await said('/api/review', (send) => send(200, { schema: 'another/1' })), /hoego\.review\/1/);
});

test('of two choices made at once the later one stands', async () => {
  const { page } = await visit();
  await page.waitForSelector('.mast');
  let slow = true;
  instead.set('/api/review', (send, request) => {
    const year = new URL(request.url, 'http://x').searchParams.get('year');
    const body = { ...sample(), title: `${year}!`, story: [], resolutions: [] };
    if (slow) setTimeout(() => send(200, body), 800);
    else send(200, body);
    slow = false;
  });
  await page.selectOption('#switch-year', '2022');
  await page.selectOption('#switch-year', '2023');
  await page.waitForFunction(() => document.querySelector('.mast h1')?.textContent === '2023!');
  await page.waitForTimeout(1000);
  assert.equal(await page.locator('.mast h1').innerText(), '2023!');
  instead.delete('/api/review');
  await page.close();
});
