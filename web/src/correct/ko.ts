import { written } from '../numbers';
import type { Correction } from './corrections';
import type { CorrectWords, Telling } from './words';

const number = (n: number) => written(n, 'ko-KR');
const quote = (text: string) => `‘${text}’`;

function of_record(one: Correction, tell: Telling): string {
  const what = one.record ? `${tell.day(one.record.day)}의 ${tell.kind(one.record.kind)}${one.record.title ? ` ${quote(one.record.title)}` : ''}` : `기록 ${one.id}`;
  const said = [one.mine === false ? '내 것이 아니에요' : one.mine ? '내 것이 맞아요' : '', one.reject ? '빼고 봐요' : '', one.time ? '때를 고쳤어요' : '', one.place ? '곳을 고쳤어요' : ''];
  return `${what}: ${said.filter(Boolean).join(', ')}`;
}

function said(one: Correction, lang: 'ko' | 'en', tell: Telling): string {
  if (one.table === 'record') return of_record(one, tell);
  if (one.table === 'change') {
    const what = `${one.label[lang]}, ${tell.day(one.near)} 무렵`;
    return one.what === 'sure' ? `${what}의 변화가 맞아요` : `${what}에 달라진 것은 없어요`;
  }
  switch (one.what) {
    case 'name':
      return `${tell.day(one.from)}의 여행 이름은 ${quote(one.name)}`;
    case 'same':
      return `${tell.span(one.from, one.to)}은 이어진 여행 하나예요`;
    case 'split':
      return `${tell.day(one.from)}에 여행을 둘로 나눴어요`;
    case 'sure':
      return `${tell.day(one.from)}의 여행은 있었던 일이 맞아요`;
    default:
      return `${tell.span(one.from, one.to)}에는 여행이 없었어요`;
  }
}

export const correct: CorrectWords = {
  nav: '고친 것',
  title: '고친 것',
  lead: (file) => `고친 것은 ${file}에 글로 남아요. 원본을 다시 읽어 와도 그대로이고, 언제든 뺄 수 있어요.`,
  loading: '고친 것을 찾고 있어요',
  failed: '고친 것을 불러오지 못했어요.',
  open: '고치기',
  choices: {
    rename: '이름 바꾸기',
    split: '여기서 둘로 나누기',
    join: (name, days, next) => `${next ? '다음' : '앞'} 여행 ${quote(name)}(${days})과 하나예요`,
    never: '여행이 아니었어요',
    sure_trip: '여행이 맞아요',
    reject: (what) => `이 변화는 아니에요: ${what}`,
    sure_change: (what) => `이 변화가 맞아요: ${what}`,
    not_mine: (photo) => (photo ? '내 사진이 아니에요' : '내 것이 아니에요'),
    mine: '내 것이 맞아요',
    reject_record: '이 기록은 빼고 볼게요',
    time: '때가 달라요',
    place: '곳이 달라요',
    source_not_mine: (path) => `${path}의 것은 모두 내 것이 아니에요`,
    source_mine: (path) => `${path}의 것은 내 것이에요`,
    source_private: (path) => `${path}의 것은 남에게 보일 글에 넣지 않을래요`,
    source_open: (path) => `${path}의 것은 남에게 보여도 돼요`,
    give_name: '이름 붙이기',
  },
  change: (label, kind, day) => `${label} ${kind}, ${day}`,
  name: '이름',
  split_day: '둘째 여행이 시작한 날',
  time: '때',
  time_hint: '2024-10-01T18:20-07:00처럼 써요. 시차는 빼도 돼요.',
  place: '위도, 경도',
  place_hint: '51.18, -115.57처럼 써요.',
  area: '영역',
  no_area: '정하지 않음',
  will: (file, line) => `${file} ${number(line)}번째 줄에 이렇게 적어요`,
  first_rule: '이때부터는 이름을 붙인 것만 활동으로 봐요. 달력에서 되풀이되는 다른 제목은 ‘고친 것’에서 이름을 붙일 수 있어요.',
  keep: '적기',
  cancel: '그만두기',
  refused: '적지 못했어요.',
  kept: (file) => `${file}에 적었어요.`,
  undone: (file) => `${file}에 적은 것을 되돌렸어요.`,
  renewing: '회고를 다시 내고 있어요',
  stale: '회고는 아직 고치기 전의 것이에요. 쪽을 다시 열어 보세요.',
  undo: '되돌리기',
  not_undone: '되돌리지 못했어요.',
  close: '닫기',
  standing: '지금 고쳐 둔 것',
  none: '아직 고친 것이 없어요. 근거를 열면 그 아래에서 고칠 수 있어요.',
  said,
  applies: (one, { span }) => (one.applies ? one.trips.map((trip) => `${span(trip.from, trip.to)} 여행`).join(', ') : '이제 닿는 것이 없어요'),
  nearest: (list) => `가까운 것은 ${list.join(', ')}`,
  take_out: '빼기',
  take_out_of: (what) => `빼기: ${what}`,
  last_edits: '방금 적은 것',
  proposals: '이름을 기다리는 것',
  proposals_lead: (file) => `달력에서 되풀이되지만 아직 활동이 아닌 제목이에요. 이름을 붙이면 ${file}에 활동으로 적혀요.`,
  proposal: (times, weeks, last) => `${number(times)}번, ${number(weeks)}주에 걸쳐. 마지막은 ${last}`,
  proposal_takes: (takes) => `적힐 규칙에 맞는 일정은 모두 ${number(takes)}건`,
  also_written: (titles) => `이렇게도 적혀 있어요: ${titles.map(quote).join(', ')}`,
  no_proposals: '이름을 기다리는 제목이 없어요.',
  whose: '누구 것인가요',
  whose_lead: '이렇게 짐작하고 있어요. 내 것이면 알려 주세요.',
  things: { cameras: '사진기', accounts: '계정', writers: '대화에 쓴 이름', calendars: '달력' },
  taken_for: (count, mine, doubtful) => `${number(count)}건, ${doubtful ? '남의 달력이나 누구의 것도 아닌 달력 같지만 세고 있음' : mine ? '내 것으로 봄' : '남의 것으로 봄'}`,
  it_is_me: (name) => `내 것이 맞아요: ${name}`,
  sources: '원본마다',
  source_state: (mine, hidden) => [mine ? '내 것' : '내 것으로 세지 않음', hidden ? '남에게 보일 글에 넣지 않음' : ''].filter(Boolean).join(', '),
};
