import { written } from './numbers';
import { correct } from './correct/ko';
import { serial, weekday } from './days';
import { sync } from './sync/ko';
import { text } from './text/ko';
import { record } from './record/ko';
import { timeline } from './timeline/ko';
import { trip } from './trip/ko';
import type { PromiseWords, Words } from './words';
import { write } from './write/ko';

const NOUNS = ['', '하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const COUNTS = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const WEEKDAYS = ['월', '화', '수', '목', '금', '토', '일'];
const COUNTERS: Record<string, string> = {
  photo: '장', commit: '개', pull_request: '건', issue: '건', review: '번', post: '편', paper: '편', book: '권', video: '개', chat: '개',
  comment: '개', message: '개', note: '개', reservation: '건', expense: '건', listen: '곡', watch: '편', measurement: '개',
  day: '일', night: '박', country: '개국', step: '보',
};
const KINDS: Record<string, string> = {
  photo: '사진', video: '동영상', event: '일정', commit: '커밋', pull_request: 'PR', review: '리뷰', issue: '이슈', comment: '댓글', post: '글',
  note: '메모', book: '책', paper: '논문', workout: '운동', sleep: '잠', listen: '들은 곡', watch: '본 영상', chat: '모델과의 대화', message: '메시지',
  visit: '머문 곳', reservation: '예약', expense: '지출', measurement: '측정',
};

const number = (n: number) => written(n, 'ko-KR');
const fixed = (n: number, digits: number) => written(n, 'ko-KR', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const counter = (kind: string) => COUNTERS[kind] ?? '번';
const count = (n: number, kind: string) => number(n) + counter(kind);
const noun = (n: number) => NOUNS[n] ?? `${n}가지`;
const times_word = (n: number) => (COUNTS[n] ? `${COUNTS[n]} 번` : `${n}번`);

/** The particle after a word: by its last syllable's final consonant; both where it does not end in Hangul. */
function particle(word: string, closed: string, open: string): string {
  const code = word.charCodeAt(word.length - 1) - 0xac00;
  if (code < 0 || code >= 11172) return `${word}${closed}(${open})`;
  return word + (code % 28 ? closed : open);
}
function hours(h: number): string {
  const minutes = Math.round(h * 60);
  const parts = [minutes >= 60 ? `${number(Math.floor(minutes / 60))}시간` : '', minutes % 60 ? `${minutes % 60}분` : ''];
  return parts.filter(Boolean).join(' ') || '0분';
}

const UNITS = { day: '날', week: '주', month: '달' };
const PER = { day: '하루에', week: '일주일에', month: '한 달에' };
const EVERY = { day: '날마다', week: '주마다', month: '달마다' };
/** Of an amount, which may end in a unit's sign: those are read with an open end (퍼센트, 킬로미터). */
const after_amount = (text: string, closed: string, open: string) => (/[가-힣]$/.test(text) ? particle(text, closed, open) : text + open);
function money(n: number, currency: string): string {
  if (currency === 'KRW') return `${number(Math.round(n))}원`;
  try {
    return written(n, 'ko-KR', { style: 'currency', currency, currencyDisplay: 'name' });
  } catch {
    return `${number(n)} ${currency}`;
  }
}
function amount(n: number, base: string, kind: string): string {
  if (base === '') return count(n, kind);
  if (base === 'h') return hours(n);
  if (base === '%') return `${number(n)}%`;
  if (base === 'km') return `${number(n)}km`;
  if (base === 'weeks') return `${number(n)}주`;
  return money(n, base);
}
/** A chance as one says it: of ten where that tells enough, never none and never all. */
function chance(p: number): string {
  if (p < 0.01) return '백에 하나가 안 됩니다';
  if (p > 0.99) return '백에 아흔아홉이 넘습니다';
  if (p < 0.03) return '쉰에 하나쯤입니다';
  if (p < 0.075) return '스물에 하나쯤입니다';
  if (p > 0.97) return '쉰에 마흔아홉쯤입니다';
  if (p > 0.925) return '스물에 열아홉쯤입니다';
  return `열에 ${NOUNS[Math.min(9, Math.max(1, Math.round(10 * p)))]}쯤입니다`;
}

function promises(day: (d: string) => string, span: (from: string, to: string) => string): PromiseWords {
  const weekday_day = (d: string) => `${day(d)}(${WEEKDAYS[weekday(serial(d))]})`;
  const some = (n: number, every: keyof typeof UNITS) => (every === 'month' && COUNTS[n] ? `${COUNTS[n]} 달` : every === 'day' ? `${number(n)}일` : `${number(n)}${UNITS[every]}`);
  const often = (pace: 'per' | 'every' | null, every: keyof typeof UNITS | null) => (pace && every ? (pace === 'per' ? PER : EVERY)[every] + ' ' : '');
  return {
    heading: (total, kept, broken, missed) => {
      const parts = [
        kept ? [particle(noun(kept), '을', '를') + ' 지켰', '고', '습니다'] : [],
        broken ? [particle(noun(broken), '이', '가') + ' 깨졌', '고', '습니다'] : [],
        missed ? [particle(noun(missed), '이', '가') + ' 모자랐', '고', '습니다'] : [],
      ].filter((part) => part.length > 0);
      if (parts.length === 0) return `다짐 ${noun(total)}`;
      return `다짐 ${noun(total)} 가운데 ` + parts.map(([text, and, end], i) => `${text}${i < parts.length - 1 ? and : end}`).join(', ');
    },
    verdict: (v) => (v === null ? '직접 판단' : { kept: '지킴', broken: '깨짐', on_track: '순조로움', at_risk: '위태로움', missed: '못 지킴', unknown: '알 수 없음' }[v]),
    own: (ticked) => (ticked ? '직접 지켰다고 표시했습니다.' : '파일로는 셀 수 없습니다. 직접 판단할 몫입니다.'),
    amount,
    figure: (value, target, over, pace, every) => {
      const now = value === null ? '' : `${over ? '' : pace === 'every' ? '지금까지 ' : '지금 '}${pace === 'per' ? often(pace, every) : ''}${value}`;
      const promised = target === null ? '다짐한 지난해의 수는 알 수 없음' : `다짐은 ${pace === 'every' || value === null ? often(pace, every) : ''}${target}`;
      return [now, promised].filter(Boolean).join(', ');
    },
    kept_on: (d) => `${weekday_day(d)}에 지켰습니다.`,
    broken_on: (d) => `${weekday_day(d)}에 깨졌습니다.`,
    periods: ({ held, of, unknown }, every) => {
      const said = of === 0 ? '' : `${some(of, every)} 가운데 ${held === 0 ? `지킨 ${particle(UNITS[every], '이', '가')} 없습니다` : `${particle(some(held, every), '을', '를')} 지켰습니다`}.`;
      return [said, unknown ? `${particle(some(unknown, every), '은', '는')} 알 수 없습니다.` : ''].filter(Boolean).join(' ');
    },
    needed: (n, rate) => `남은 ${number(n)}일 동안 일주일에 ${after_amount(rate, '이', '가')} 필요합니다.`,
    needed_none: '남은 날에 더 필요한 것은 없습니다.',
    best: (rate) => `지금까지 같은 날수에서 가장 많던 때는 일주일에 ${after_amount(rate, '이었', '였')}습니다.`,
    chance: (p) => `지킬 가능성은 ${chance(p)}.`,
    risks: '잡혀 있는 대로라면 깨집니다:',
    risk: (title, d) => `${weekday_day(d)} ${title}`,
    seen: (n, lived) => `${number(lived)}일 가운데 ${number(n)}일만 볼 수 있었습니다.`,
    unseen: (source, spans, more) => `${source}: ${spans.map(([a, b]) => span(a, b)).join(', ')}${more ? ` 등 ${more + spans.length}번` : ''}을 볼 수 없었습니다.`,
    nothing_sees: '이 다짐을 볼 수 있는 기록이 없습니다.',
    undecided: '지금 있는 기록으로는 지켰다고도 깨졌다고도 할 수 없습니다.',
    not_counted: (where) => `셀 수 없었습니다. 적은 식을 살펴보세요${where ? `(${where})` : ''}.`,
    line: (target, pace, every) => `다짐 ${often(pace, every)}${target}`,
    chart_name: (text, kind, limit) =>
      `${text}: ${{ total: limit ? '쌓인 수와 넘지 않을 선' : '쌓인 수와 다짐에 닿는 선', pace: '쌓인 수와 다짐한 속도의 선', level: '날마다의 값과 다짐한 선', units: '저마다의 수와 다짐한 선' }[kind]}`,
    chart_days: (when, unseen, ahead) => [when, unseen ? `볼 수 없던 날 ${number(unseen)}일` : '', ahead ? `아직 오지 않은 날 ${number(ahead)}일` : ''].filter(Boolean).join(', ') + '.',
    key_course: '지금까지',
    key_needed: '다짐한 선',
    key_held: '지킨 때',
    key_failed: '못 지킨 때',
    key_open: '판정하지 않은 때',
    table_promise: '다짐',
    table_note: '달이 끝날 때까지 쌓인 수(비율과 이어진 주는 그때의 값)입니다. ?는 볼 수 없던 때, ·는 아직 오지 않은 달, –는 다짐의 기간 밖입니다.',
  };
}

export function ko(year: number): Words {
  const day = (d: string) => `${+d.slice(0, 4) === year ? '' : `${+d.slice(0, 4)}년 `}${+d.slice(5, 7)}월 ${+d.slice(8, 10)}일`;
  const span = (from: string, to: string) => {
    if (from === to) return day(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return `${day(from)}–${+to.slice(8, 10)}일`;
    const same_year = from.slice(0, 4) === to.slice(0, 4);
    return `${day(from)}–${same_year ? `${+to.slice(5, 7)}월 ${+to.slice(8, 10)}일` : day(to)}`;
  };
  const nights = (n: number, day_trip: boolean) => (day_trip || n === 0 ? '당일' : `${n}박`);
  return {
    lang: 'ko',
    title: (from, to) => (from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31` ? `${from.slice(0, 4)}년 회고` : `${span(from, to)} 회고`),
    day,
    weekday_day: (d) => `${day(d)}(${WEEKDAYS[weekday(serial(d))]})`,
    span,
    month: (m) => `${m}월`,
    weekdays: WEEKDAYS,
    period: (from, as_of, lived, days) => (lived === days ? `${span(from, as_of)}, ${days}일` : `${span(from, as_of)}, ${days}일 가운데 ${lived}일`),
    beside: (from, to) => `${+from.slice(0, 4) === year - 1 ? '작년 같은 기간' : span(from, to)}과 견줍니다`,
    counter,
    count,
    times: (r) => `${fixed(r, 2)}배`,
    hours,
    nights,
    days: (n) => `${number(n)}일`,
    kind: (kind) => KINDS[kind] ?? kind,
    coverage_class: (c) => ({ sensor: '센서', complete: '전부', window: '최근 것만', opportunistic: '있음만' })[c],
    coverage_days: (c, lived) => (c.class === 'opportunistic' ? `${number(c.days)}일에 있음` : `${number(lived)}일 가운데 ${number(c.days)}일`),
    verdict: (v) => ({ more: '늘었음', less: '줄었음', 'no clear difference': '뚜렷한 차이 없음', unknown: '알 수 없음' })[v],
    zone_from: (z) =>
      ({ stated: '적힌 시간대', coordinates: '좌표에서 안 시간대', whereabouts: '그때 있던 곳의 시간대', home: '집의 시간대', assumed: '어림한 시간대', corrected: '고친 시각' })[z] ?? z,
    nav: { promises: '다짐', trips: '여행', threads: '갈래', days: '날', compare: '견줌', areas: '저녁', occasions: '기억할 날', ahead: '남은 날', coverage: '본 것' },
    own_words: '직접 쓴 말',
    own_words_then: '그때 직접 쓴 말',
    skip: '본문으로',
    sections: '이 회고의 갈래',
    words_only: '글만 읽기',
    today: '오늘',
    ribbon: '하루에 선 하나',
    ribbon_name: '무엇이 있던 날들. 하루가 선 하나입니다',
    ribbon_note: (root) => `하루에 선 하나. 빗금은 볼 수 없던 날, 점은 아직 오지 않은 날입니다.${root ? ' 사진의 높이만 제곱근 눈금입니다.' : ''}`,
    findings: (n) => (n === 1 ? '이 기간을 말해 주는 한 가지' : `이 기간을 말해 주는 ${COUNTS[n] ?? n} 가지, 무거운 것부터`),
    no_findings: '이 기간에서 말할 만한 것을 찾지 못했습니다',
    fact_trip: (trip, name) => `${name}에서 찍은 사진. ${span(trip.from, trip.to)}, ${nights(trip.nights, trip.day_trip)}.`,
    fact_activity: (label, kind, { days, per_week, turned, against }) => {
      const pace = turned ?? (per_week === null ? `${number(days)}일에 걸쳐.` : `일주일에 ${fixed(per_week, 1)}${counter(kind)}꼴.`);
      return [`${label}.`, pace, against ? `작년 같은 기간과 견주어 ${against}.` : ''].filter(Boolean).join(' ');
    },
    fact_change: (change, kind) =>
      `${day(change.date)}${change.low === change.high ? '' : ' 무렵'} ${{ started: '시작', grew: '늘어남', faded: '뜸해짐', stopped: '멈춤', resumed: '다시 시작' }[change.kind]}, 일주일에 ${fixed(change.before_per_week, 1)} → ${fixed(change.after_per_week, 1)}${counter(kind)}.`,
    fact_silence: (label, last) => `${label}의 마지막은 ${day(last)}. 그 뒤로 없습니다.`,
    trips: (n, ahead) => `${times_word(n)} 떠났${ahead ? `고, ${times_word(ahead)}이 더 남았습니다` : '습니다'}`,
    no_trips: '떠난 기록을 찾지 못했습니다',
    no_trips_note: '여행이 없었다는 뜻은 아닙니다. 사진의 장소나 달력이 있는 날만 볼 수 있습니다.',
    map_abroad: '멀리 다녀온 길을 그린 지도',
    map_home: '가까이 다녀온 길을 그린 지도',
    map_note: '선은 지도 위의 최단 경로이며 실제로 간 길이 아닙니다. 해안선은 줄여 그렸습니다.',
    map_none: '좌표가 있는 곳이 없어 지도는 그리지 않았습니다.',
    home: '집',
    planned: '예정',
    not_counted: '아직 세지 않음',
    booked: (d) => `${day(d)}에 예약`,
    late: (h) => (h > 0 ? `예정보다 ${hours(h)} 늦게 돌아옴` : `예정보다 ${hours(-h)} 일찍 돌아옴`),
    clipped: '기간의 끝을 넘는 여행이지만 통째로 셌습니다',
    months_heading: (peaks) => peaks.map((p) => `${particle(p.label, '은', '는')} ${p.month}월이`).join(', ') + ' 가장 많았습니다',
    months_note: '막대 너비는 볼 수 있었던 날수입니다. 빗금은 볼 수 없던 날, 점은 아직 오지 않은 날입니다.',
    months_name: (label) => `달마다의 ${label}`,
    rest_heading: '그 밖에 되풀이한 일',
    no_activities: '되풀이한 일을 찾지 못했습니다',
    no_activities_note: '아무것도 하지 않았다는 뜻은 아닙니다. 달력, 저장소, 글 폴더를 더하면 볼 수 있습니다.',
    presence_only: '있었던 것만 압니다',
    streak: (weeks) => `${weeks}주 잇달아`,
    key_day: '하루의 수',
    key_month: '한 달의 수',
    key_none: '볼 수 있었고, 없던 날',
    key_hatch: '볼 수 없던 날',
    key_ahead: '아직 오지 않은 날',
    key_presence: '있음만: 없었다고는 말하지 않습니다',
    table: '표로 보기',
    table_total: '모두',
    table_note: '?는 볼 수 없던 달, ·는 아직 오지 않은 달입니다.',
    days_heading: '빈 칸은 없던 날, 빗금은 모르는 날입니다',
    days_note: '한 칸이 하루, 한 줄이 한 요일입니다.',
    days_legend: '무엇의 날들',
    days_name: (label) => `${label}의 날들, 한 칸이 하루`,
    key_few: '적은 날',
    key_many: '많은 날',
    compare_heading: (clear, unclear, unknown) => {
      const parts = [clear ? `분명히 달라진 것 ${noun(clear)}` : '', unclear ? `달라졌다고 하기 어려운 것 ${noun(unclear)}` : '', unknown ? `알 수 없는 것 ${noun(unknown)}` : ''];
      return parts.filter(Boolean).join(', ');
    },
    compare_none: '견줄 지난 기록이 없습니다',
    compare_note: '점은 볼 수 있었던 날로 나눈 하루 비율의 배수, 막대는 90% 구간입니다. 막대가 ‘같음’에 걸치면 다르다고 말하지 않습니다.',
    compare_name: '지난 같은 기간과의 비율',
    compare_ratio: '비율(90% 구간)',
    same: '같음',
    axis: (p) => (p === 0 ? '같음' : p > 0 ? `${2 ** p}배` : `1/${2 ** -p}`),
    compare_unknown: (there, here) => `알 수 없음 (그때 ${number(there)}일, 이번 ${number(here)}일만 봄)`,
    at_least: (r) => `적게 잡아도 ${fixed(r, 2)}배`,
    at_most: (r) => `많게 잡아도 ${fixed(r, 2)}배`,
    ahead_heading: (n) => `남은 ${number(n)}일`,
    ahead_over: '남은 날이 없습니다',
    ahead_note: '점선은 아직 계획입니다. 어디에도 더하지 않았습니다.',
    ahead_none: '잡혀 있는 일을 찾지 못했습니다.',
    ahead_name: '남은 날과 잡혀 있는 일',
    coverage_heading: '무엇을 보고 말했나',
    coverage_none: '이 기간을 볼 수 있는 기록이 하나도 없습니다.',
    coverage_name: (source) => `${source}: 볼 수 있었던 날`,
    coverage_more: (n) => `다른 ${number(n)}가지 더 보기`,
    key_seen: '볼 수 있었던 날: 없으면 없었다고 말합니다',
    clocks_heading: '시각을 고쳐 읽은 사진기',
    clock: (camera, when, shift, pictures, stated) =>
      `${camera}, ${when}: 사진 ${count(pictures, 'photo')}의 시각을 ${hours(Math.abs(shift) / 3600)} ${shift < 0 ? '앞당겨' : '늦춰'} 읽었습니다${stated ? '(설정에 적힌 대로)' : ''}.`,
    bye: '이 회고를 만드는 동안 이 기기를 떠난 것은 없습니다. 원본은 읽기만 했고, 이 쪽은 아무 데도 묻지 않습니다.',
    evidence: '근거',
    evidence_n: (n) => `근거 ${number(n)}`,
    close: '닫기',
    gaps: (n) => `볼 수 없던 때 ${n}번`,
    evidence_all: (n) => `기록 ${number(n)}건을 모두 실었습니다.`,
    evidence_some: (n, shown) => `기록 ${number(n)}건 가운데 ${number(shown)}건을 실었습니다.`,
    evidence_none: '이 말의 근거는 낱낱의 기록이 아니라 볼 수 있었던 날입니다.',
    show_all: (n) => `${number(n)}건 모두 보기`,
    all_day: '하루',
    untitled: '제목 없음',
    not_mine: '내 것 아님',
    certainty: (v) => `확실함 ${fixed(v, 2)}`,
    no_review: '이 쪽에 실린 회고가 없습니다. hoego review --format html로 만든 파일을 여세요.',
    bye_served: '이 회고를 만드는 동안 이 기기를 떠난 것은 없습니다. 원본은 읽기만 했고, 이 쪽은 이 기기의 hoego에게만 묻습니다.',
    loading: '회고를 불러오는 중입니다',
    load_failed: '회고를 불러오지 못했습니다',
    views: '둘러보기',
    not_fresh: '전에 헤아려 둔 내용이에요. 새로 헤아리지 못했어요:',
    no_answer: '서버가 답하지 않습니다. hoego serve가 켜져 있는지 보세요.',
    again: '다시 불러오기',
    year: '해',
    promises: promises(day, span),
    write: write(year),
    text,
    record,
    timeline,
    sync,
    trip,
    correct,
    changes: {
      kind: (c) => ({ started: '시작', grew: '늘어남', faded: '뜸해짐', stopped: '멈춤', resumed: '다시 시작' })[c],
      pace: (before, after, kind) => `주 ${fixed(before, 1)} → ${fixed(after, 1)}${counter(kind)}`,
      when: (d, low, high) => (low === high ? day(d) : `${day(d)} (${span(low, high)})`),
      how: '붉은 선은 바뀐 때, 옅은 띠는 그 90% 구간, 가로선은 앞뒤의 빠르기입니다.',
      key: '바뀐 때와 90% 구간',
    },
    areas: {
      heading: (more, less) => {
        const grew = more.length > 0 ? `${particle(more.join(', '), '은', '는')} 늘었` : '';
        const shrank = less.length > 0 ? `${particle(less.join(', '), '은', '는')} 줄었습니다` : '';
        if (!grew && !shrank) return '저녁을 채운 것';
        return `저녁에 ${grew && shrank ? `${grew}고, ${shrank}` : grew ? `${grew}습니다` : shrank}`;
      },
      how: '저녁은 18시부터 24시까지, 한 영역에 30분 이상 쓴 저녁을 셉니다. 한 저녁이 여러 영역에 들 수 있어 더해도 100%가 되지 않습니다. 막대는 90% 구간입니다.',
      name: (label) => `${label}: 그것이 있던 저녁의 몫`,
      evenings: (n, seen) => `저녁 ${number(seen)}번 가운데 ${number(n)}번`,
      weekends: (share) => `주말은 ${share}`,
      here: (last_year) => (last_year ? '올해' : '이번'),
      there: (last_year) => (last_year ? '작년' : '그때'),
      share: (value) => `${number(Math.round(100 * value))}%`,
      unseen: '볼 수 있던 저녁이 없음',
      hours: '시간이 간 곳',
      hours_note: '걸린 시간이 적힌 기록만 더했습니다. 빈 막대는 지난 같은 기간의 몫입니다.',
      hours_name: '영역마다 쓴 시간',
      key_interval: '90% 구간',
    },
    occasions: {
      heading: '기억해 둘 날',
      firsts: '처음',
      lasts: '마지막',
      bests: '가장 많던 때, 가장 길던 때',
      milestones: '꼭 채운 날',
      subject: (s) => ({ country: '나라', town: '간 곳', activity: '한 일', repository: '저장소', language: '언어', tool: '도구', person: '사람', book: '책', topic: '이름' })[s],
      first_since: (d) => `${day(d)}부터 보아 처음`,
      last_until: (d) => `${day(d)}까지 다시 없음`,
      what: (what) => ({ 'best week': '가장 많던 주', 'best day': '가장 많던 날', 'longest streak': '가장 길게 이어진 주', 'longest gap': '가장 길게 빈 날', 'round count': '꼭 채운 수', lull: '쉼' })[what],
      value: (best, kind) =>
        best.what === 'longest streak' ? `${number(best.value)}주` : best.what === 'longest gap' || best.what === 'lull' ? `${number(best.value)}일` : count(best.value, kind),
      never_since: (d) => `${day(d)} 뒤로 가장`,
      years: (n, since) => `${number(n)}년, ${day(since)}부터`,
      note: '날을 누르면 근거가 열립니다. ‘처음’은 기록이 한 해 넘게 거슬러 올라갈 때만 말합니다.',
      more: (n) => `다른 ${number(n)}가지 더 보기`,
    },
    money,
    cost: (sum, payments) => `쓴 돈 ${sum}, 내역 ${number(payments)}건`,
    lull: (n, when) => `돌아온 뒤 ${number(n)}일 뜸함(${when})`,
    homes: '살던 곳',
    home_until: (d) => `${day(d)}까지 보임`,
    commute: (journeys, time) => `오간 길 ${number(journeys)}번, ${time}`,
    commute_once: (minutes) => `한 번에 ${number(Math.round(minutes))}분쯤`,
    commute_between: (a, b) => `${a}–${b}`,
    prompts_and_code: (here, there) => `프롬프트를 쓴 날의 몫 ${there} → ${here}`,
    prompts_and_code_name: '프롬프트를 쓴 날과 커밋한 날 가운데 프롬프트의 몫',
    prompts_and_code_note: '프롬프트를 쓴 날과 커밋한 날을 더한 것 가운데 프롬프트 쪽의 몫입니다.',
    owed: '아직 열려 있는 것',
    owed_asked: '내 차례',
    owed_since: (d) => `${day(d)}부터`,
  };
}
