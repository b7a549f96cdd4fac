// Measures the page: the size of an exported year, and how soon what is asked for is seen on an index of twenty years and a
// million records. Exit status 1 if a bar is missed.
//
// usage: node bench/web/run.mjs [LIFE]     (LIFE: kept between runs; without, one is made and taken away again)
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.env.HOEGO ??= join(root, 'build/release/bin/hoego');
process.env.HOEGO_PAGE_WORK ??= join(root, 'build/release/web');
const { Browser } = await import(join(root, 'web/tests/browser.mjs'));
const hoego = process.env.HOEGO;
const env = { ...process.env, HOEGO_NOW: '2024-12-31', TZ: 'Asia/Seoul', LC_ALL: 'C.UTF-8' };
const run = (...args) => execFileSync(hoego, args, { env, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e9 });
const now = () => performance.now();
const part = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];

let missed = 0;
function row(what, value, bar) {
  const holds = bar === undefined || value <= bar;
  if (!holds) missed += 1;
  console.log(`${what.padEnd(72)} ${String(Math.round(value)).padStart(9)}${bar === undefined ? '' : `   bar ${bar}${holds ? '' : '   MISSED'}`}`);
}

function size_of_export(work) {
  const life = join(work, 'sample');
  execFileSync(hoego, ['demo', life], { env: { ...env, HOEGO_NOW: '2024-10-20' }, stdio: 'ignore' });
  const file = join(work, 'year.html');
  run('-C', life, 'review', '2024', '--lang', 'ko', '--format', 'html', '-o', file);
  return statSync(file).size;
}

function million(work) {
  const life = process.argv[2] ?? join(work, 'million');
  if (!existsSync(join(life, 'hoego.toml'))) {
    execFileSync(join(root, 'bench/web/make_life'), [life]);
    const begin = now();
    run('-C', life, 'sync');
    row('a million records: sync, s', (now() - begin) / 1000);
  }
  return life;
}

/** The program, once it has said where it answers, and how long that took. */
async function serve(life) {
  const begin = now();
  const process_ = spawn(hoego, ['-C', life, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise((found, lost) => {
    process_.stdout.on('data', (text) => found(/http:\S+/.exec(String(text))[0]));
    process_.once('exit', (code) => lost(new Error(`serve ended with ${code}`)));
  });
  return { url, took: now() - begin, end: () => new Promise((done) => (process_.once('exit', done), process_.kill('SIGINT'))) };
}

/**
 * From the navigation to the frame in which a chart of the year is painted. `settled`: in a window whose browser has drawn its
 * own bars by then; it runs pages of its own there, on the same processors.
 */
async function first_chart(browser, url, settled) {
  const page = await browser.chromium.newPage({ viewport: { width: 1280, height: 900 } });
  if (settled) await page.waitForTimeout(2500);
  await page.goto(`${url}?lang=ko`, { waitUntil: 'commit' });
  const at = await page.evaluate(
    () =>
      new Promise((done) => {
        const look = () => {
          const chart = [...document.querySelectorAll('main svg')].find((svg) => svg.getBoundingClientRect().height > 0);
          if (chart) requestAnimationFrame(() => done(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.close();
  return at;
}

/** Each key, from being pressed to the frame that shows the bars of the new view. */
const press = (page, key) =>
  page.evaluate(
    (key) =>
      new Promise((done) => {
        const strip = document.querySelector('.strip');
        const begin = performance.now();
        strip.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        let moved = 0;
        const look = () => {
          moved ||= performance.now() - begin;
          if (strip.getAttribute('aria-busy') === 'true') requestAnimationFrame(look);
          else done({ moved, told: performance.now() - begin });
        };
        requestAnimationFrame(look);
      }),
    key,
  );

/** What was typed, from its last letter to the frame that shows how much was found. */
const type = (page, words) =>
  page.evaluate(
    (words) =>
      new Promise((done) => {
        const field = document.querySelector('#timeline-search');
        const begin = performance.now();
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const look = () => (document.querySelector('.timeline .when').textContent.includes(words) ? done(performance.now() - begin) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      }),
    words,
  );

async function timeline(browser, url) {
  const begin = now();
  const { page } = await browser.visit(`${url}?lang=ko#timeline`);
  page.setDefaultTimeout(120_000);
  await page.waitForSelector('.strip .bar', { timeout: 120_000 });
  row('the timeline, first time, ms', now() - begin);
  await page.waitForTimeout(1500);
  const moved = [];
  const told = [];
  const there_and_back = ['+', '+', '+', 'ArrowLeft', 'ArrowLeft', '+', '+', 'ArrowRight', 'ArrowRight', 'ArrowRight', '+', '+', 'ArrowLeft', '+', 'ArrowRight', '-', '-', 'ArrowLeft', '-', '-', '-', '-'];
  for (let round = 0; round < 4; round++) {
    for (const key of there_and_back) {
      const times = await press(page, key);
      moved.push(times.moved);
      told.push(times.told);
      await page.waitForTimeout(250);
    }
    await press(page, 'Home');
    for (let i = 0; i < round; i++) await press(page, 'ArrowUp');
  }
  row(`pan and zoom, ${moved.length} times: the view moves, 95th percentile, ms`, part(moved, 0.95), 100);
  row(`pan and zoom, ${told.length} times: its own bars are there, 95th percentile, ms`, part(told, 0.95), 100);
  await press(page, 'Home');
  const found = [];
  for (const words of ['서울', '남서울', '미술', '드럼', '합주', '봄날', 'Creep', '밴프', '번역', '치과', '공연', 'Team', 'sync', '카페', '서점', '마트', '러닝', '헬스', '글쓰기', '스터디', 'Karma', '밤편지', 'fix', 'docs', '너의', '의미', 'Blue', '지평', '점심', '남부', '터미널', 'IMG_00', '나고', 'Berlin', '부산']) {
    found.push(await type(page, words));
    await page.waitForTimeout(400);
  }
  row(`search, ${found.length} words: the count is there, 50th percentile, ms`, part(found, 0.5));
  row(`search, ${found.length} words: the count is there, 95th percentile, ms`, part(found, 0.95), 100);
  await page.close();
}

const work = mkdtempSync(join(tmpdir(), 'hoego-bench-web-'));
const browser = await Browser.start();
try {
  console.log(`${cpus().length} processors`);
  row('one-file export of the sample year, bytes', size_of_export(work), 1_500_000);
  const life = million(work);
  rmSync(join(life, '.hoego/answers'), { recursive: true, force: true });
  const cold = await serve(life);
  row('a million records: serve, nothing kept, until its address is told, ms', cold.took);
  await cold.end();
  const server = await serve(life);
  row('a million records: serve again, until its address is told, ms', server.took);
  const charts = [];
  for (let i = 0; i < 5; i++) charts.push(await first_chart(browser, server.url, true));
  row('first chart after the navigation, first time, ms', charts[0], 1000);
  row('first chart after the navigation, worst of 5, ms', Math.max(...charts), 1000);
  row('first chart in a window that the browser still builds, ms', await first_chart(browser, server.url, false));
  await timeline(browser, server.url);
  await server.end();
} finally {
  await browser.stop();
  rmSync(work, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
