// The year as the program tells it of the sample life: threads beside their charts, changes, areas, occasions.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Browser, filled } from './browser.mjs';
import { exported, review } from './life.mjs';

let browser;
before(async () => (browser = await Browser.start()));
after(() => browser?.stop());

const quiet = (seen) => assert.deepEqual(seen, { errors: [], requests: [], dialogs: [] });
const still = { reducedMotion: 'reduce' };
const chart = (page, id) => page.locator(`.mu > li[data-f="${id}"]`);
const numbers = (locator, ...names) => locator.evaluateAll((all, keys) => all.map((element) => keys.map((key) => Number(element.getAttribute(key)))), names);

test('the program’s own file opens without a request, and a busy year fits into 1.5 MB with all its evidence', async () => {
  for (const [language, title] of [['ko', '2024년, 10월 20일까지'], ['en', '2024, up to October 20']]) {
    const file = exported(language);
    assert.ok(statSync(file).size <= 1_500_000, `${statSync(file).size} bytes`);
    const { page, seen } = await browser.visit(pathToFileURL(file).href);
    await page.waitForSelector('.mast');
    assert.equal(await page.title(), title);
    assert.deepEqual(await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].map((font) => font.status))), ['loaded']);
    quiet(seen);
    await page.close();
  }
});

test('every sentence of the story stands once, in the order of the story, and every section with a chart has its own', async () => {
  for (const language of ['ko', 'en']) {
    const told = review(language);
    const { page, seen } = await browser.open(filled(told));
    const text = (s) => s.replace(/\.$/, '');
    const shown = await page.locator('a.said').evaluateAll((all) => all.map((a) => a.textContent.replace(/\.$/, '')));
    assert.deepEqual([...shown].sort(), told.story.map((s) => text(s.sentence)).sort());
    for (const { id, title } of told.sections.filter((s) => /^(code|area-)/.test(s.id))) {
      const section = page.locator(`#thread-${id}`);
      const [first] = told.story.filter((s) => s.section === id);
      assert.equal(await section.locator('h2').innerText(), text(first.sentence));
      assert.equal(await section.locator('.over').innerText(), title);
      assert.ok((await section.locator('.mu > li').count()) > 0, `${id} has no chart`);
    }
    // What is told once is shown once: no activity has two charts.
    const charts = await page.locator('.mu > li').evaluateAll((all) => all.map((li) => li.dataset.f));
    assert.equal(new Set(charts).size, charts.length);
    const deeds = told.activities.filter((a) => !['expense', 'message', 'comment'].includes(a.kind)).map((a) => a.id);
    assert.deepEqual([...charts].sort(), deeds.sort());
    quiet(seen);
    await page.close();
  }
});

test('a change is drawn at its day, with its interval, between two levels, and told by glyph and word', async () => {
  const { page } = await browser.open(filled(review('ko')));
  const gym = chart(page, 'gym');
  const width = Number(await gym.locator('svg[role=img]').getAttribute('width'));
  const x = (day) => ((Date.parse(day) - Date.parse('2024-01-01')) / 864e5 / 366) * width;
  const near = (a, b) => assert.ok(Math.abs(a - b) < 0.2, `${a} is not ${b}`);
  const [started, faded] = review('ko').activities.find((a) => a.id === 'gym').changes;
  const lines = await numbers(gym.locator('line.change'), 'x1');
  near(lines[0][0], x(started.date));
  near(lines[1][0], x(faded.date));
  const bands = await numbers(gym.locator('rect.band'), 'x', 'width');
  near(bands[1][0], x(faded.low));
  near(bands[1][0] + bands[1][1], x(faded.high) + width / 366);
  // Nothing, then often, then seldom: SVG counts downwards.
  const levels = (await numbers(gym.locator('line.level'), 'y1')).map(([y]) => y);
  assert.equal(levels.length, 3);
  assert.ok(levels[1] < levels[2] && levels[2] < levels[0]);
  assert.deepEqual(await gym.locator('.ch a').evaluateAll((all) => all.map((a) => a.innerText.replace(/\s+/g, ' ').trim())), [
    '시작 주 0.0 → 2.5번 3월 4일 (2월 26일–3월 4일)',
    '뜸해짐 주 2.6 → 0.2번 6월 8일 (6월 1일–24일)',
  ]);
  const glyphs = await page.locator('.ch .glyph path').evaluateAll((all) => new Set(all.map((path) => path.getAttribute('d'))).size);
  const kinds = new Set(review('ko').activities.flatMap((a) => (['expense', 'message', 'comment'].includes(a.kind) ? [] : a.changes.map((c) => c.kind))));
  assert.equal(glyphs, kinds.size, 'a shape for each kind');
  assert.match(await gym.locator('svg[role=img]').getAttribute('aria-label'), /뜸해짐 6월 8일/);
  await page.close();
});

test('a sentence lights its chart and its change, a chart lights its sentences, an area lights its activities', async () => {
  const { page } = await browser.open(filled(review('ko')), still);
  const opacity = (locator) => locator.first().evaluate((element) => getComputedStyle(element).opacity);
  await page.locator('#thread-area-health a.said', { hasText: '뜸해져' }).hover();
  assert.match(await chart(page, 'gym').getAttribute('class'), /lit/);
  assert.match(await chart(page, 'gym').locator('[data-f="gym-faded-2024-06"]').first().getAttribute('class'), /lit/);
  assert.equal(await opacity(chart(page, 'pilates')), '0.38');
  await chart(page, 'pilates').hover();
  assert.match(await page.locator('a.said', { hasText: '필라테스는 작년' }).getAttribute('class'), /lit/);
  assert.doesNotMatch(await page.locator('a.said', { hasText: '헬스장에 쓴 돈' }).getAttribute('class'), /lit/);
  // A sentence of two: both charts, each in its own thread.
  await page.locator('a.said', { hasText: '커밋도 드럼도' }).hover();
  for (const id of ['drums', 'commits']) assert.match(await chart(page, id).getAttribute('class'), /lit/);
  await page.locator('a.said', { hasText: '저녁의 3%를' }).hover();
  for (const id of ['gym', 'pilates']) assert.match(await chart(page, id).getAttribute('class'), /lit/);
  assert.match(await page.locator('#areas .ar [data-f="area-health"]').first().getAttribute('class'), /lit/);
  await page.close();
});

test('a change opens its evidence', async () => {
  const { page, seen } = await browser.open(filled(review('en')));
  await chart(page, 'gym').locator('.ch a').last().focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('dialog[open]');
  assert.match(await drawer.innerText(), /gym\s+faded: 2\.6 → 0\.2 a week\s+8 Jun \(1–24 Jun\)/);
  assert.ok((await drawer.locator('.records li').count()) > 10);
  await page.keyboard.press('Escape');
  assert.ok(await chart(page, 'gym').locator('.ch a').last().evaluate((a) => a === document.activeElement));
  quiet(seen);
  await page.close();
});

test('a month is half as wide where half of it was seen; a null one is hatched and never a zero', async () => {
  const told = review('ko');
  const commits = told.activities.find((a) => a.id === 'commits');
  // Commits that nobody could see from 16 May to the end of June.
  for (let day = 136; day < 182; day++) commits.by_day[day] = null;
  commits.by_month[5] = null;
  const { page } = await browser.open(filled(told));
  const bars = await numbers(chart(page, 'commits').locator('rect.bar'), 'width', 'x');
  assert.equal(bars.length, 9);
  const day = Number(await chart(page, 'commits').locator('svg[role=img]').getAttribute('width')) / 366;
  assert.ok(Math.abs(bars[4][0] - 15 * day) < 2, 'of May the fifteen days that were seen');
  const [hatch] = await numbers(chart(page, 'commits').locator('rect.unseen'), 'x', 'width');
  assert.ok(Math.abs(hatch[1] - 46 * day) < 0.2);
  const section = page.locator('section', { has: chart(page, 'commits') });
  await section.locator('summary').click();
  const cells = (await section.locator('tbody tr', { hasText: '커밋' }).locator('td').allInnerTexts()).join(' ');
  assert.match(cells, /^51 46 38 55 60 \? 47 39 31 1 · · 411$/);
  await page.close();
});

test('evenings by area: this year filled, last year hollow, the interval between; what was not seen is hatched', async () => {
  const told = review('ko');
  told.areas.push({ ...told.areas[0], id: 'x', finding: 'area-x', label: { ko: '모르는 것', en: 'unknown' }, hours: 0, share: null, share_of_evenings: null, low: null, high: null, share_of_weekends: null, against_share: null, against_share_of_evenings: null, evenings: [0, 0], against_evenings: 'unknown' });
  const { page } = await browser.open(filled(told));
  const row = (id) => page.locator(`#areas .ar > li[data-f="area-${id}"]`);
  assert.equal(await page.locator('#areas h2').innerText(), '저녁에 음악, 공부와 글은 늘었고, 몸은 줄었습니다');
  const music = row('music');
  assert.match(await music.innerText(), /저녁 294번 가운데 139번[\s\S]*11% → 47%/);
  const [[here]] = await numbers(music.locator('circle.here'), 'cx');
  const [[there]] = await numbers(music.locator('circle.there'), 'cx');
  const [[low, wide]] = await numbers(music.locator('rect.interval'), 'x', 'width');
  assert.ok(there < low && low < here && here < low + wide);
  assert.equal(await music.locator('circle.there').getAttribute('fill'), 'var(--paper)');
  assert.match(await page.locator('#areas .how').innerText(), /더해도 100%가 되지 않습니다/);
  assert.equal(await row('x').locator('circle').count(), 0);
  assert.equal(await row('x').locator('rect[fill="url(#hatch)"]').count(), 1);
  assert.match(await page.locator('#areas .hr').innerText(), /324시간 30분, 79% \(작년 56%\)/);
  assert.equal(await page.locator('#areas .hr > li').count(), 3, 'no hours, no bar');
  await page.close();
});

test('days of prompts beside days of code stand in the thread of the code, with a ratio only where it is clear', async () => {
  const told = review('ko');
  const both = { id: 'code-and-prompts', code: 'commits', prompts: 'chats', code_days: [200, 150], prompt_days: [60, 200], share: [0.23, 0.57], low: 0.5, high: 0.64, verdict: 'more', evidence: [], evidence_count: 0 };
  for (const [verdict, said, fill] of [['more', /프롬프트를 쓴 날의 몫 23% → 57%/, 'var(--mark)'], ['no clear difference', /뚜렷한 차이 없음/, 'var(--past)']]) {
    const { page } = await browser.open(filled({ ...told, code_and_prompts: { ...both, verdict } }));
    const row = page.locator('#thread-code .pair');
    assert.match(await row.innerText(), said);
    assert.equal(await row.locator('circle.here').getAttribute('fill'), fill);
    await page.close();
  }
});

test('no clear difference is hollow and has no ratio; from none there is a bound, and an arrow where it goes on', async () => {
  const { page } = await browser.open(filled(review('en')));
  const row = (id) => page.locator(`#compare li[data-f="${id}"]`);
  assert.equal(await row('books').locator('.vd').innerText(), 'no clear difference');
  assert.equal(await row('books').locator('circle').getAttribute('fill'), 'var(--paper)');
  assert.equal((await row('gym').locator('.vd').innerText()).trim(), 'at least 1.71×');
  assert.equal(await row('gym').locator('circle').count(), 0);
  assert.equal(await row('gym').locator('path.beyond').count(), 1);
  assert.match(await row('drums').locator('.vd').innerText(), /2\.48×\s*\(2\.07–2\.97\)/);
  await page.close();
});

test('firsts, lasts, round days and bests stand in lists that open to their evidence', async () => {
  const told = review('ko');
  const { page, seen } = await browser.open(filled(told));
  const section = page.locator('#occasions');
  for (const summary of await section.locator('summary').all()) await summary.click();
  const listed = await section.locator('.oc li').evaluateAll((all) => all.map((li) => li.dataset.f));
  assert.deepEqual([...listed].sort(), [...told.firsts, ...told.lasts, ...told.milestones, ...told.bests.filter((b) => b.what === 'round count')].map((one) => one.id).sort());
  assert.match(await section.locator('li[data-f="first-tool-claude"]').innerText(), /4월 5일\s+Claude 도구, 2023년 3월 15일부터 보아 처음/);
  assert.match(await section.locator('li[data-f="last-activity-pilates"]').innerText(), /2월 3일\s+필라테스 한 일, 10월 20일까지 다시 없음/);
  const best = section.locator('a[data-f="longest-streak-drums-2024"]');
  assert.match(await best.innerText(), /39주/);
  await best.click();
  assert.match(await page.locator('dialog[open]').innerText(), /드럼\s+가장 길게 이어진 주: 39주/);
  quiet(seen);
  await page.close();
});

test('what a trip cost, when it was booked and the lull after it stand at the trip; what is owed stands ahead', async () => {
  const { page } = await browser.open(filled(review('ko')));
  const canada = page.locator('#trips .tl > li[data-f="trip-2024-09-ca"]');
  assert.match(await canada.innerText(), /2023년 11월 30일에 예약[\s\S]*예정보다 21시간 3분 늦게[\s\S]*쓴 돈 1,317,610원, 내역 47건[\s\S]*돌아온 뒤 8일 뜸함\(10월 10일–17일\)/);
  await canada.locator('[data-f="cost-trip-2024-09-ca"] a.ev').click();
  assert.match(await page.locator('dialog[open]').innerText(), /지출/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#ahead .ow li').count(), 8);
  assert.equal(await page.locator('#ahead .ow li', { hasText: '내 차례' }).count(), 3);
  assert.match(await page.locator('#trips .ho').innerText(), /김포 2023년 12월 7일–10월 18일/);
  await page.close();
});

test('two homes and the way to work are told under the line of homes; other currencies stand beside', async () => {
  const told = review('en');
  const [home] = told.homes;
  told.homes = [{ ...home, id: 'home-a', from: '2022-01-01', to: '2024-02-02', place: { ...home.place, name: 'Seoul' } }, { ...home, id: 'home-b', from: '2024-02-03' }];
  told.commute = { id: 'commute', hours: 310.5, journeys: 402, covered_days: 280, between: ['Gimpo', 'Seongsu'], places: [], evidence: [], evidence_count: 402, by_home: [{ home: 'home-b', from: '2024-02-03', to: '2024-10-20', journeys: 366, hours: 300, minutes: 52, covered_days: 250 }] };
  told.trips.find((t) => t.id === 'trip-2024-09-ca').cost.others = [{ amount: 1286.4, currency: 'CAD', payments: 12 }];
  const { page } = await browser.open(filled(told));
  assert.equal(await page.locator('#trips .ho rect').count(), 2);
  const text = await page.locator('#trips .ho').innerText();
  assert.match(text, /Seoul 1 Jan 2022–2 Feb[\s\S]*366 journeys to and fro, 300 h, about 52 min each[\s\S]*Gimpo–Seongsu: 402 journeys to and fro, 310 h 30 min/);
  assert.match(await page.locator('#trips .tl').innerText(), /₩1,317,610 spent, 47 payments on the statements \+ \$1,286\.40 spent, 12 payments/);
  await page.close();
});

test('other periods: a year that is over, a quarter, one month; nothing overflows, nothing is said of nothing', async () => {
  const periods = [['ko', '2023'], ['en', '2024-04-01..2024-06-30'], ['ko', '2024-03-01..2024-03-31']];
  for (const [language, period] of periods) {
    for (const width of [1280, 390]) {
      const { page, seen } = await browser.open(filled(review(language, period)), { viewport: { width, height: 844 } });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${period} at ${width}`);
      assert.doesNotMatch(await page.locator('body').innerText(), /NaN|undefined|Infinity|\bnull\b/);
      assert.equal(await page.locator('svg').evaluateAll((all) => all.filter((svg) => /NaN|undefined|Infinity/.test(svg.outerHTML)).length), 0);
      // Of one month the days are drawn: a single bar would say nothing.
      if (period.startsWith('2024-03')) assert.equal(await chart(page, 'drums').locator('rect.bar').count(), 20);
      quiet(seen);
      await page.close();
    }
  }
});
