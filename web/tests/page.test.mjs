import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { Browser, bundle_text, filled, sample, SLOT } from './browser.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const HOSTILE = '<img src=x onerror=alert(1)>';
const SECTIONS = ['promises', 'findings', 'trips', 'thread-activities', 'thread-work', 'months', 'days', 'compare', 'ahead'];
let browser;
before(async () => (browser = await Browser.start()));
after(() => browser?.stop());

const quiet = (seen) => assert.deepEqual(seen, { errors: [], requests: [], dialogs: [] });
const text = (page, selector) => page.locator(selector).first().innerText();

test('the bundle is one file that names no host, and leaves room for a year in one file of 1.5 MB', () => {
  const bundle = bundle_text();
  // The font is 530 kB of it; a busy year's review is 530 kB when packed.
  assert.ok(Buffer.byteLength(bundle) <= 900_000, `${Buffer.byteLength(bundle)} bytes`);
  const program = inflateSync(Buffer.from(/id="hoego-page"[^>]*>([^<]+)</.exec(bundle)[1], 'base64')).toString();
  assert.match(program, /hoego-review/);
  const whole = bundle + program;
  assert.doesNotMatch(whole, /<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/);
  assert.match(bundle, /SIL OPEN FONT LICENSE/);
  // Names of XML namespaces, where the framework points to in its errors, and the font's licence: never asked for.
  const hosts = [...whole.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map((match) => match[1]);
  assert.deepEqual([...new Set(hosts)].filter((host) => !['www.w3.org', 'svelte.dev', 'github.com', 'scripts.sil.org'].includes(host)), []);
});

test('a packed review is unpacked, a broken one is none', async () => {
  const text = deflateSync(JSON.stringify(sample())).toString('base64');
  const packed = (data) => bundle_text().replace(SLOT, () => `<script id="hoego-review" type="text/plain" data-packed="deflate">${data}</script>`);
  const { page, seen } = await browser.open(packed(text));
  await page.waitForSelector('.mast');
  assert.equal(await page.title(), '2024년 회고');
  quiet(seen);
  await page.close();
  for (const broken of [text.slice(0, 4000), '%%%', '']) {
    const { page } = await browser.open(packed(broken));
    assert.match(await page.locator('main').innerText(), /실린 회고가 없습니다/);
    await page.close();
  }
});

test('every section is there, without an error and without a request', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  for (const id of SECTIONS) assert.ok(await page.locator(`main section#${id} h2`).isVisible(), id);
  assert.ok(await page.locator('footer#coverage h2').isVisible());
  assert.equal(await page.title(), '2024년 회고');
  assert.equal(await page.getAttribute('html', 'lang'), 'ko');
  assert.match(await text(page, 'h1'), /캐나다에서 11박 12일 동안 사진 7,612장을 찍었어요/);
  assert.match(await text(page, '#findings li'), /7,612\s*장/);
  assert.equal(await text(page, '#trips h2'), '네 번 떠났고, 한 번이 더 남았습니다');
  assert.equal(await page.locator('#trips .map svg').count(), 2);
  assert.equal(await page.locator('main .mu > li').count(), 6);
  assert.equal(await text(page, '#ahead h2'), '남은 72일');
  quiet(seen);
  await page.close();
});

test('unknown, none and still ahead are three different things', async () => {
  const { page } = await browser.open(filled(sample()));
  for (const summary of await page.locator('.mu ~ .tab summary').all()) await summary.click();
  const row = async (label) => (await page.locator('.mu ~ .tab tbody tr', { hasText: label }).innerText()).split(/\s+/);
  assert.deepEqual((await row('헬스장')).slice(1, 13), ['10', '10', '10', '11', '3', '1', '0', '0', '1', '0', '·', '·']);
  assert.deepEqual((await row('책')).slice(7, 13), ['0', '?', '?', '?', '·', '·']);
  const hatched = (label) => page.locator('main .mu > li', { hasText: label }).locator('rect[fill="url(#hatch)"]').count();
  assert.equal(await hatched('헬스장'), 1);
  assert.equal(await hatched('드럼'), 0);
  assert.equal(await hatched('사진'), 0, 'photos cannot tell what was not');
  // The reading log ends in July: the page must not say that reading stopped.
  const books = await text(page, '#findings li:has-text("책")');
  assert.doesNotMatch(books, /일째/);
  // 46 times in the 275 days that could be seen, not in the 294 that went by.
  assert.match(await text(page, '#findings li:has-text("헬스장")'), /일주일에 1\.2번꼴/);
  assert.match(await text(page, '#findings li:has-text("블로그 글")'), /175\s*일째/);
  await page.close();
});

const promise = (page, text) => page.locator('#promises .pl > li', { hasText: text });

test('the board of promises is first, what was broken before what was kept', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  assert.equal(await page.locator('main section').first().getAttribute('id'), 'promises');
  assert.equal(await text(page, 'nav a'), '다짐');
  assert.equal(await text(page, '#promises h2'), '다짐 12가지 가운데 하나를 지켰고, 둘이 깨졌고, 하나가 모자랐습니다');
  const verdicts = await page.locator('#promises .v').evaluateAll((all) => all.map((v) => v.innerText.trim()));
  assert.deepEqual(verdicts, ['깨짐', '깨짐', '못 지킴', '위태로움', '위태로움', '알 수 없음', '순조로움', '순조로움', '순조로움', '지킴', '직접 판단', '직접 판단']);
  // The mark of each verdict is another shape, not another colour.
  const marks = await page.locator('#promises .v').evaluateAll((all) => all.map((v) => `${v.innerText.trim()}|${v.querySelector('svg').innerHTML.replace(/<!--.*?-->/g, '').trim()}`));
  assert.equal(new Set(marks.map((mark) => mark.split('|')[1])).size, 8, 'seven verdicts, and a ticked square beside an empty one');
  quiet(seen);
  await page.close();
});

test('a promise says its day, its numbers, its periods and what stands in its way', async () => {
  const { page } = await browser.open(filled(sample()));
  const said = (name) => promise(page, name).innerText();
  assert.match(await said('캐나다 말고는'), /지금 1번, 다짐은 0번\s+3월 15일\(금\)에 깨졌습니다/);
  assert.match(await said('한 달에 글 한 편'), /지금까지 5편, 다짐은 달마다 1편[\s\S]*아홉 달 가운데 네 달을 지켰습니다/);
  assert.match(await said('일주일에 두 번 운동'), /지금 일주일에 1\.17번, 다짐은 2번\s+남은 72일 동안 일주일에 5\.2번이 필요합니다/);
  assert.match(await said('해외는 두 번까지만'), /열에 하나쯤[\s\S]*12월 20일\(금\) 삿포로/);
  assert.match(await said('책 24권'), /294일 가운데 213일만 볼 수 있었습니다\. 독서 기록: 8월 1일–10월 20일을 볼 수 없었습니다/);
  assert.match(await said('드럼 320시간'), /지금 264시간, 다짐은 320시간/);
  assert.match(await said('상반기에 헬스장 50번'), /^못 지킴\s+상반기에 헬스장 50번\s+45번, 다짐은 50번/);
  assert.match(await said('커밋 500개'), /7월 27일\(토\)에 지켰습니다/);
  assert.match(await said('더 자주 웃기'), /직접 판단할 몫/);
  assert.match(await said('먼저 연락하기'), /직접 지켰다고 표시했습니다/);
  await page.close();
});

test('a chance is never told as none or all', async () => {
  const review = sample();
  const [one] = review.resolutions.filter((r) => r.forecast);
  const chances = [0, 0.004, 0.02, 0.05, 0.08, 0.5, 0.92, 0.95, 0.98, 0.996, 1];
  const resolutions = chances.map((chance, i) => ({ ...one, id: `p${i}`, forecast: { needed_per_week: 0, best_per_week: null, chance } }));
  const said = async (language) => {
    const { page } = await browser.open(filled({ ...review, language, resolutions }));
    const all = await page.locator('#promises .d').allInnerTexts();
    await page.close();
    return all.map((line) => (/(?:가능성은 |keeping it is )(.*)\.$/.exec(line) ?? [])[1]);
  };
  assert.deepEqual(await said('en'), ['less than 1 in 100', 'less than 1 in 100', 'about 1 in 50', 'about 1 in 20', 'about 1 in 10', 'about 5 in 10', 'about 9 in 10', 'about 19 in 20', 'about 49 in 50', 'more than 99 in 100', 'more than 99 in 100']);
  assert.deepEqual((await said('ko')).map((line) => line.replace(/(쯤입|됩|습)니다$/, '')), ['백에 하나가 안 ', '백에 하나가 안 ', '쉰에 하나', '스물에 하나', '열에 하나', '열에 다섯', '열에 아홉', '스물에 열아홉', '쉰에 마흔아홉', '백에 아흔아홉이 넘', '백에 아흔아홉이 넘']);
});

test('a sentence about a promise lights its row', async () => {
  const { page } = await browser.open(filled(sample()), { reducedMotion: 'reduce' });
  await page.locator('#promises .told a.said', { hasText: '나고야에 가면서' }).hover();
  assert.match(await promise(page, '캐나다 말고는').getAttribute('class'), /lit/);
  const opacity = (name) => promise(page, name).evaluate((element) => getComputedStyle(element).opacity);
  assert.deepEqual([await opacity('캐나다 말고는'), await opacity('책 24권')], ['1', '0.38']);
  // Where there is no board, the story's sentences stand by themselves.
  const { page: bare } = await browser.open(filled({ ...sample(), resolutions: [] }));
  assert.match(await text(bare, '#told-promises'), /나고야에 가면서 깨졌어요/);
  await bare.close();
  await page.close();
});

test('charts of promises: a line to reach, a line to stay under, a pace, a share, months by themselves', async () => {
  const { page } = await browser.open(filled(sample()));
  const points = (name, of) => promise(page, name).locator(`path.${of}`).evaluateAll((all) => all.map((path) => path.getAttribute('d').slice(1).split('L').map((p) => p.split(' ').map(Number))));
  const flat = (line) => line.every(([, y]) => y === line[0][1]);
  // SVG counts downwards: to reach more is to go up.
  const [goal] = await points('책 24권', 'needed');
  assert.ok(goal.length === 2 && goal[0][1] > goal[1][1] && goal[0][0] === 0);
  for (const name of ['해외는 두 번까지만', '저녁의 반은', '한 주도 거르지 않고']) assert.ok(flat((await points(name, 'needed'))[0]), name);
  // Of an average over covered days, nineteen that could not be seen ask for nothing: the line rests, and goes on.
  const [pace] = await points('일주일에 두 번 운동', 'needed');
  assert.equal(pace[192][1], pace[211][1]);
  assert.ok(pace[191][1] > pace[192][1] && pace[211][1] > pace[212][1]);
  assert.equal((await points('일주일에 두 번 운동', 'course')).length, 2, 'the course is broken where it could not be seen');
  // The reading log ends in July, and today is in October: hatched between, and the course does not go on.
  const [read] = await points('책 24권', 'course');
  const hatch = await promise(page, '책 24권').locator('rect.unseen').evaluateAll((all) => all.map((r) => [Number(r.getAttribute('x')), Number(r.getAttribute('width'))]));
  const today = Number(await promise(page, '책 24권').locator('line.today').getAttribute('x1'));
  assert.equal(hatch.length, 1);
  assert.ok(Math.abs(read.at(-1)[0] - hatch[0][0]) < 0.1 && Math.abs(hatch[0][0] + hatch[0][1] - today) < 0.1);
  assert.ok(Math.abs(today - (goal[1][0] * 294) / 366) < 0.1);
  // Four months held, five that came to nothing, none that was judged too early.
  assert.equal(await promise(page, '한 달에 글 한 편').locator('rect.bar.held').count(), 4);
  assert.equal(await promise(page, '한 달에 글 한 편').locator('rect.bar').count(), 4);
  assert.equal(await promise(page, '상반기에').locator('line.today').count(), 0, 'over in June');
  assert.equal(await promise(page, '해외는 두 번까지만').locator('circle.risk').count(), 1);
  assert.equal(await promise(page, '더 자주 웃기').locator('.pc').count(), 0);
  for (const svg of await page.locator('#promises .pc svg').all()) {
    assert.match(await svg.locator('title').textContent(), /: .*선$/);
    assert.match(await svg.locator('desc').textContent(), /다짐은 .*일–/);
    assert.equal(await svg.getAttribute('aria-describedby'), await svg.locator('desc').getAttribute('id'));
  }
  await page.locator('#promises summary').click();
  const row = async (name) => (await page.locator('#promises tbody tr', { hasText: name }).locator('td').allInnerTexts()).join(' ');
  assert.equal(await row('책 24권'), '1 3 4 5 6 7 7 ? ? ? · · 24권');
  assert.equal(await row('상반기에'), '10 20 30 41 44 45 – – – – – – 50번');
  await page.close();
});

test('weeks of a promise begin on the weekday that the review says', async () => {
  const review = sample();
  const base = review.resolutions.find((r) => r.text === '일주일에 두 번 운동');
  // Twice on every Sunday and never else, from Monday 1 January.
  let sum = 0;
  const course = Array.from({ length: 366 }, (_, i) => (i >= 294 ? null : (sum += i % 7 === 6 ? 2 : 0)));
  const weekly = { ...base, verdict: 'on_track', check: 'gym >= 2 every week', unit: 'every week', periods: { held: 41, of: 41, unknown: 0 }, course, forecast: null };
  const bars = async (week_starts) => {
    const { page } = await browser.open(filled({ ...review, period: { ...review.period, week_starts }, resolutions: [weekly] }));
    const count = [await page.locator('#promises rect.bar.held').count(), await page.locator('#promises rect.bar').count()];
    await page.close();
    return count;
  };
  assert.deepEqual(await bars(1), [42, 42]);
  // Weeks from Sunday: the first and the last are cut, and not judged.
  assert.deepEqual(await bars(7), [41, 42]);
});

test('no chart without a course, no board without promises', async () => {
  const review = sample();
  const bare = review.resolutions.map((r) => ({ ...r, course: r.course && r.course.map(() => null) }));
  const { page, seen } = await browser.open(filled({ ...review, resolutions: bare }));
  assert.equal(await page.locator('#promises .pl > li').count(), 12);
  assert.equal(await page.locator('#promises .pc, #promises .key, #promises .tab').count(), 0);
  quiet(seen);
  await page.close();
  for (const resolutions of [[], undefined]) {
    const none = await browser.open(filled({ ...review, resolutions }));
    assert.equal(await none.page.locator('#promises, nav a[href="#promises"]').count(), 0);
    assert.equal(await none.page.locator('main section').first().getAttribute('id'), 'findings');
    quiet(none.seen);
    await none.page.close();
  }
});

test('what is unknown says why, and a check that could not be read is no verdict on a life', async () => {
  const review = sample();
  const book = review.resolutions.find((r) => r.text === '책 24권');
  const resolutions = [
    { coverage: [], covered_days: 0, course: book.course.map(() => null), value: 0 },
    { measure: null, coverage: [], covered_days: 0, course: null, value: null, target: null, evidence: [], evidence_count: 0 },
    { check: 'books > last year', target: null },
    { coverage: ['cov-git'], covered_days: 294 },
  ].map((change, i) => ({ ...book, id: `p${i}`, ...change }));
  const { page } = await browser.open(filled({ ...review, resolutions }));
  const [blind, unread, last_year, undecided] = await page.locator('#promises .say').allInnerTexts();
  assert.match(blind, /볼 수 있는 기록이 없습니다/);
  assert.match(unread, /셀 수 없었습니다\. 적은 식을 살펴보세요\(resolutions\/2024\.md:6\)/);
  assert.doesNotMatch(unread, /다짐은/);
  assert.match(last_year, /지금 7권, 다짐한 지난해의 수는 알 수 없음/);
  assert.match(undecided, /지켰다고도 깨졌다고도 할 수 없습니다/);
  await page.close();
});

test('a promise opens its evidence by the keyboard, with the entry that would break it', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  const link = promise(page, '해외는 두 번까지만').locator('a.ev');
  await link.focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('dialog[open]');
  await drawer.waitFor();
  assert.equal(await drawer.locator('h2').innerText(), '해외는 두 번까지만');
  assert.match(await drawer.innerText(), /위태로움\s+지금 2번, 다짐은 2번/);
  assert.match(await drawer.innerText(), /trips abroad <= 2 · resolutions\/2024\.md:5/);
  await drawer.locator('button.btn').click();
  assert.equal(await drawer.locator('time').last().getAttribute('datetime').then((day) => day.slice(0, 10)), '2024-12-20');
  assert.match(await drawer.locator('.count').innerText(), /7,941건 가운데/);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  assert.ok(await link.evaluate((element) => element === document.activeElement));
  quiet(seen);
  await page.close();
});

test('amounts are told in their unit, and a hair short is not told as there', async () => {
  const review = sample();
  const cases = [
    ['cost of trips <= 3000000 KRW', 'KRW', 1234567, 3000000, '지금 1,234,567원, 다짐은 3,000,000원', '₩1,234,567 so far, promised ₩3,000,000'],
    ['distance of run >= 500 km', 'km', 123.456, 500, '지금 123.46km, 다짐은 500km', '123.46 km so far, promised 500 km'],
    ['hours of sleep >= 7 h per day', 'h per day', 6.8, 7, '지금 하루에 6시간 48분, 다짐은 7시간', '6 h 48 min a day so far, promised 7 h'],
    ['hours of sleep >= 7 h per day', 'h per day', 6.995, 7, '지금 하루에 6시간 59분, 다짐은 7시간', '6 h 59 min a day so far, promised 7 h'],
    ['nights away <= 30', '', 1, 30, '지금 1박, 다짐은 30박', '1 night so far, promised 30 nights'],
    ['steps >= 7000 per day', 'per day', 6999.997, 7000, '지금 하루에 6,999.997보, 다짐은 7,000보', '6,999.997 steps a day so far, promised 7,000 steps'],
    ['"블로그 글" >= 1 every month', 'every month', 2, 1, '지금까지 2편, 다짐은 달마다 1편', '2 posts so far, promised 1 post every month'],
    ['gym where title ~ "a >= 3" >= 2', '', 1, 2, '지금 1번, 다짐은 2번', '1 time so far, promised 2 times'],
  ];
  const measures = [['cost of trips', null], ['distance of', 'run'], ['hours of', 'sleep'], ['hours of', 'sleep'], ['nights away', null], ['steps', null], ['count', 'posts'], ['count', 'gym']];
  const measure = (i) => ({ kind: measures[i][0], name: measures[i][1] });
  const resolutions = cases.map(([check, unit, value, target], i) => ({ ...review.resolutions[0], id: `p${i}`, verdict: 'on_track', date: null, course: null, check, measure: measure(i), unit, value, target }));
  for (const [language, said] of [['ko', 4], ['en', 5]]) {
    const { page } = await browser.open(filled({ ...review, language, resolutions }));
    assert.deepEqual(await page.locator('#promises .f').allInnerTexts(), cases.map((one) => one[said]));
    await page.close();
  }
});

test('each verdict of the comparison has its own look and word', async () => {
  const { page } = await browser.open(filled(sample()));
  const said = (label) => text(page, `#compare li:has(b:text-is("${label}")) .vd`);
  assert.match(await said('드럼'), /2\.27배\s*\(1\.75–2\.94\)/);
  assert.match(await said('커밋'), /0\.53배/);
  assert.equal(await said('책'), '뚜렷한 차이 없음');
  assert.match(await said('사진'), /알 수 없음 \(그때 180일, 이번 187일만 봄\)/);
  const mark = (label) => page.locator(`#compare li:has(b:text-is("${label}")) svg circle`);
  assert.equal(await mark('사진').count(), 0);
  assert.equal(await mark('책').getAttribute('fill'), 'var(--paper)');
  await page.close();
});

test('a sentence opens its evidence, Escape closes it and the focus returns', async () => {
  const { page, seen } = await browser.open(filled(sample()));
  const sentence = page.locator('#trips a.said').nth(1);
  await sentence.focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('dialog[open]');
  await drawer.waitFor();
  assert.equal(await drawer.getAttribute('aria-labelledby'), 'drawer-title');
  assert.equal(await drawer.locator('h2').innerText(), '캐나다');
  assert.match(await drawer.innerText(), /9월 28일에 떠나 밴쿠버에서/);
  assert.match(await drawer.innerText(), /calendars\/개인\.ics · UID trip-2024-09-ca-0@example\.org/);
  assert.match(await drawer.locator('.count').innerText(), /7,617건 가운데 46건/);
  const records = drawer.locator('.records li');
  assert.equal(await records.count(), 30);
  await drawer.locator('button.btn').click();
  assert.equal(await records.count(), 46);
  const times = await drawer.locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  // As time went by: the evening of Seoul comes before the morning of the same day in Canada.
  assert.match(times.find((time) => time.length > 10), /T18:20:00\+09:00$/);
  const instants = times.filter((time) => time.length > 10).map((time) => Date.parse(time));
  assert.deepEqual(instants, [...instants].sort((a, b) => a - b));
  const box = await drawer.boundingBox();
  assert.deepEqual([box.width, box.x + box.width], [440, 1280]);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.matches('#trips a.said'));
  assert.ok(await sentence.evaluate((element) => element === document.activeElement));
  quiet(seen);
  await page.close();
});

test('a lit sentence lights its marks and the others step back', async () => {
  const { page } = await browser.open(filled(sample()), { reducedMotion: 'reduce' });
  await page.locator('#thread-activities .story a.said', { hasText: '헬스장' }).hover();
  assert.match(await page.locator('main .mu > li', { hasText: '헬스장' }).getAttribute('class'), /lit/);
  const opacity = (label) => page.locator('main .mu > li', { hasText: label }).evaluate((element) => getComputedStyle(element).opacity);
  assert.deepEqual([await opacity('헬스장'), await opacity('드럼')], ['1', '0.38']);
  await page.locator('main .mu > li', { hasText: '블로그 글' }).hover();
  assert.match(await page.locator('#thread-activities a.said', { hasText: '글은 4월' }).getAttribute('class'), /lit/);
  await page.close();
});

test('foreign text stays text, however long and hostile', async () => {
  const review = sample();
  const long = `${HOSTILE} ${'가'.repeat(5000)}${'x'.repeat(5000)}`;
  review.activities[0].label = { ko: long, en: long };
  review.trips[3].name = long;
  review.planned[0].title = long;
  review.coverage[0].source = long;
  review.clocks[0].camera = HOSTILE;
  Object.assign(review.resolutions[3], { text: long, check: `gym where title ~ "${long}" <= 2`, risks: [{ title: long, date: '2024-12-20', evidence: [] }] });
  review.story[0].sentence = `</script><script>alert(2)</script>${long}`;
  for (const record of Object.values(review.cited)) {
    record.title = long;
    record.origins[0].path = `${HOSTILE}/${'y'.repeat(500)}`;
  }
  for (const options of [{}, PHONE]) {
    const { page, seen } = await browser.open(filled(review), options);
    assert.equal(await page.locator('img').count(), 0);
    assert.match(await text(page, 'h1'), /<\/script><script>alert\(2\)/);
    await page.locator('#trips a.ev').last().click();
    await page.keyboard.press('Escape');
    await page.locator('main .mu a.ev').first().click();
    assert.match(await text(page, 'dialog[open] .records'), /<img src=x onerror=alert\(1\)>/);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${sideways} px too wide`);
    assert.ok(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
    quiet(seen);
    await page.close();
  }
});

test('ids that come twice or look like markup do no harm', async () => {
  const review = sample();
  review.activities.push(structuredClone(review.activities[0]), { ...structuredClone(review.activities[1]), id: '"]<b>' });
  review.trips.push(structuredClone(review.trips[0]));
  review.coverage.push(structuredClone(review.coverage[0]));
  review.story.push({ section: 'trips', sentence: '끊긴 문장.', finding: 'no-such-finding', evidence: ['no-such-record'] });
  const { page, seen } = await browser.open(filled(review));
  await page.locator('#trips a.said', { hasText: '끊긴 문장' }).click();
  assert.match(await page.locator('dialog[open] .count').innerText(), /1건 가운데 0건/);
  quiet(seen);
  await page.close();
});

test('a phone scrolls down only, and its evidence is a sheet from below', async () => {
  const { page, seen } = await browser.open(filled(sample()), PHONE);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.locator('h1 a.said').first().click();
  const box = await page.locator('dialog[open]').boundingBox();
  assert.deepEqual([box.x, box.width, Math.round(box.y + box.height)], [0, 390, 844]);
  assert.ok(box.y > 100);
  const close = await page.locator('dialog .x').boundingBox();
  assert.ok(close.width >= 40 && close.height >= 40);
  await page.locator('dialog .x').click();
  assert.equal(await page.locator('dialog[open]').count(), 0);
  quiet(seen);
  await page.close();
});

test('an English review is told in English', async () => {
  const { page, seen } = await browser.open(filled({ ...sample(), language: 'en', story: [] }));
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await text(page, 'h1'), '2024, looking back');
  assert.equal(await text(page, '#trips h2'), 'Away four times, and one more ahead');
  assert.match(await text(page, '#findings li'), /7,612\s*photos[\s\S]*28 Sep–9 Oct, 11 nights/);
  assert.equal(await text(page, '#ahead h2'), '72 days left');
  assert.equal(await text(page, '#promises h2'), '12 promises: one kept, two broken, one missed');
  assert.match(await text(page, '#promises .pl'), /1 trip so far, promised 0 trips\s+Broken on Fri 15 Mar\./);
  assert.match(await page.locator('#promises .pl').innerText(), /Four of 9 months held/);
  const own = await page.evaluate(() => [...document.querySelectorAll('h2, .v, .f, .s, .key, nav, .bye, figcaption, summary, .seg, .c')].map((e) => e.innerText).join('\n'));
  assert.doesNotMatch(own, /[가-힣]/);
  quiet(seen);
  await page.close();
});

test('dark ground, dark words: the page follows the reader', async () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await browser.open(filled(sample()), { colorScheme: 'light' });
  const dark = await browser.open(filled(sample()), { colorScheme: 'dark' });
  assert.equal(await ground(light.page), 'rgb(248, 249, 248)');
  assert.equal(await ground(dark.page), 'rgb(16, 21, 28)');
  quiet(dark.seen);
  await light.page.close();
  await dark.page.close();
});

test('a review that found nothing says so, and claims no absence', async () => {
  const review = { schema: 'hoego.review/1', language: 'ko', period: { from: '2024-01-01', to: '2024-12-31', as_of: '2024-10-20' } };
  const { page, seen } = await browser.open(filled(review));
  assert.equal(await text(page, 'h1'), '2024년 회고');
  assert.equal(await text(page, '#findings h2'), '이 기간에서 말할 만한 것을 찾지 못했습니다');
  assert.match(await text(page, '#trips'), /여행이 없었다는 뜻은 아닙니다/);
  assert.match(await text(page, '#months'), /아무것도 하지 않았다는 뜻은 아닙니다/);
  assert.match(await text(page, '#coverage'), /볼 수 있는 기록이 하나도 없습니다/);
  assert.doesNotMatch(await text(page, 'main'), /NaN|undefined|null|Infinity/);
  quiet(seen);
  await page.close();
});

test('the bundle alone says that it carries no review', async () => {
  const { page, seen } = await browser.open(bundle_text());
  assert.match(await text(page, 'main'), /실린 회고가 없습니다/);
  quiet(seen);
  await page.close();
});

test('charts have names, headings do not skip, buttons are large enough', async () => {
  const { page } = await browser.open(filled(sample()));
  const nameless = await page.locator('svg[role="img"]').evaluateAll((all) => all.filter((svg) => !svg.getAttribute('aria-label')).length);
  assert.equal(nameless, 0);
  const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => (assert.ok(level - before <= 1), level), 0);
  for (const button of await page.locator('button:visible').all()) assert.ok((await button.boundingBox()).height >= 40);
  for (const mark of ['main', 'nav', 'footer', 'header']) assert.ok((await page.locator(mark).count()) >= 1, mark);
  await page.close();
});

test('words only hides the charts and keeps the text', async () => {
  const { page } = await browser.open(filled(sample()));
  await page.locator('nav button').click();
  assert.equal(await page.locator('nav button').getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('#trips .map:visible').count(), 0);
  assert.equal(await page.locator('#promises .pc:visible').count(), 0);
  assert.ok(await promise(page, '책 24권').isVisible());
  assert.ok(await page.locator('#trips .story').isVisible());
  await page.close();
});

test('the owner’s own words are told apart, line by line, and are no markup', async () => {
  const review = sample();
  const trip = review.story.findIndex((said) => said.section === 'trips' && said.finding);
  const finding = review.story[trip].finding;
  review.story.splice(
    trip + 1,
    0,
    { section: 'trips', sentence: '작년에는 이렇게 적었어요:', voice: 'told', finding, also: [], evidence: [], evidence_count: 0 },
    { section: 'trips', sentence: '다음에는 더 오래.', voice: 'own_before', finding, also: [], evidence: [], evidence_count: 0 },
    { section: 'trips', sentence: `첫 줄\n${HOSTILE}`, voice: 'own', finding, also: [], evidence: [], evidence_count: 0 },
  );
  const { page, seen } = await browser.open(filled(review));
  const own = page.locator('#trips q.own');
  assert.deepEqual(await own.allInnerTexts(), ['다음에는 더 오래.\n— 그때 직접 쓴 말', `첫 줄\n${HOSTILE}\n— 직접 쓴 말`]);
  assert.equal(await page.locator('#trips a.said', { hasText: '첫 줄' }).count(), 0);
  quiet(seen);
  await page.close();
});
