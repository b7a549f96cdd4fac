import { written } from '../numbers';
import type { SyncWords } from './words';

const number = (n: number) => written(n, 'ko-KR');
const TYPES: Record<string, string> = {
  archive: '묶음 파일', bibtex: '서지', blog: '블로그 내보내기', card: '카드와 통장 내역', chatgpt: 'ChatGPT 대화', claude: 'Claude 대화', csl: '서지(CSL)', csv: '표', feed: '블로그 피드',
  git: '저장소', github: 'GitHub', goodreads: '독서 목록', ics: '달력', jsonl: '관찰 줄', kakaotalk: '카카오톡', ledger: '장부', mail: '메일', photos: '사진', posts: '글',
};
const type = (id: string) => TYPES[id] ?? id;
const day = (d: string) => `${+d.slice(0, 4)}년 ${+d.slice(5, 7)}월 ${+d.slice(8, 10)}일`;
function time(seconds: number): string {
  if (seconds < 60) return `${number(Math.max(1, seconds))}초`;
  if (seconds < 3600) return `${number(Math.ceil(seconds / 60))}분`;
  return `${number(Math.floor(seconds / 3600))}시간 ${Math.floor((seconds / 60) % 60)}분`;
}
const quoted = (paths: string[]) => paths.map((path) => `‘${path}’`).join(', ');

export const sync: SyncWords = {
  nav: '원본',
  title: '기록이 있는 곳',
  first: {
    title: '어디에 둘까요?',
    lead: '회고에 쓰는 설정과 다짐, 메모를 둘 폴더예요. 모두 글로 된 파일이라 직접 열어 고칠 수 있어요.',
    folder: '폴더',
    folder_hint: '없으면 만들어요. ~/ 는 집 폴더예요.',
    is_life: (folder) => `${folder}에 이미 시작한 회고가 있어요.`,
    zone: '사는 곳의 시간대',
    language: '글은 한국어로 써요.',
    make: '여기에 시작하기',
    open: '그 회고 열기',
    making: '만들고 있어요',
    what: '만들어지는 것은 hoego.toml과 resolutions/, notes/예요. 원본은 읽기만 하고, 이 기기를 떠나는 것은 없어요.',
    sample: '먼저 구경하기',
    sample_what: (folder) => `지어낸 사람의 세 해를 ${folder}에 적고 그 회고를 보여 줘요. 100MB쯤이고, 언제든 지워도 돼요.`,
    sample_see: '견본 보기',
    sample_making: '견본을 적고 있어요. 잠깐이면 돼요.',
    sample_shown: '지금 보는 것은 지어낸 사람의 견본이에요.',
    own: '내 기록으로 시작하기',
    back: '견본으로 돌아가기',
    refused: '하지 못했어요.',
  },
  lead: '아래는 hoego.toml에 적힌 곳이에요. 원본은 읽기만 해요.',
  loading: '원본을 살피고 있어요',
  failed: '원본의 목록을 불러오지 못했어요',
  none: '아직 적힌 곳이 없어요. 사진, 달력, 저장소, 글이 있는 폴더를 아래에 적어 주세요.',
  type,
  holds: (parts) => parts.map((part) => `${type(part.type)} ${number(part.units)}`).join(' · '),
  records: (n) => `기록 ${number(n)}건`,
  span: (from, to) => (from === to ? day(from) : `${day(from)}–${day(to)}`),
  checked: (d) => `${day(d)}에 살핌`,
  never: '아직 읽지 않음',
  gone: '지금은 그 자리에 없어요. 디스크가 연결돼 있는지 보세요.',
  unknown_files: (n) => `모르는 파일 ${number(n)}개`,
  has_problems: (n) => `문제 ${number(n)}건`,
  unfinished: '끝까지 읽지 않은 것이 있어요. 다시 읽으면 멈춘 데서 이어져요.',
  review: '회고 보기',

  add: '더하기',
  path: '폴더나 파일의 경로',
  path_hint: '파일 관리자에서 복사해 붙이거나, 파일을 이 쪽에 끌어다 놓아도 돼요.',
  look: '살펴보기',
  looking: '무엇인지 살펴보고 있어요',
  drop_here: '여기에 놓으면 무엇인지 살펴봐요',
  drop_nameless: '브라우저는 놓은 파일이 어디 있는지 알려 주지 않아요. 위 칸에 경로를 적어 주세요.',
  drop_nothing: '놓은 것에 파일이 없어요.',
  nothing_typed: '아직 적은 경로가 없어요.',
  found: '알아본 것',
  choose: (path) => `${path} 더하기`,
  already: (path) => `이미 ‘${path}’로 적혀 있어요.`,
  not_whole: '많아서 일부만 살펴봤어요. 더하면 모두 읽어요.',
  nothing_known: '아는 것이 없어요',
  nothing_known_hint: '다른 폴더를 적거나, 무엇인지 안다면 골라 주세요.',
  read_as: (path) => `${path}: 무엇으로 읽을지`,
  as_recognised: '알아본 대로',
  examples: (names, more) => names.join(', ') + (more > 0 ? ` 등 ${number(more + names.length)}개` : ''),
  why: '이름과 첫머리를 보고 알아본 것이에요.',
  put: '고른 것 더하기',
  none_chosen: '고른 것이 없어요.',
  written: (paths) => `hoego.toml 끝에 ${quoted(paths)} 자리를 적었어요.`,
  known: (paths) => `이미 있던 것: ${quoted(paths)}.`,
  undo: '되돌리기',
  undone: '적은 것을 hoego.toml에서 다시 뺐어요.',

  sync: '지금 읽기',
  stop: '멈추기',
  stopping: '읽던 것까지 마치고 멈춰요',
  refused: '하지 못했어요.',
  bar: '읽은 만큼',
  looking_for: (source) => (source ? `${source}: 새것이나 바뀐 것을 찾고 있어요.` : '새것이나 바뀐 것을 찾고 있어요.'),
  reading: (done, total, walking) => (walking ? `${number(done)}개를 읽었고, 지금까지 찾은 것은 ${number(total)}개예요.` : `${number(total)}개 가운데 ${number(done)}개를 읽었어요.`),
  things: (n) => `기록 ${number(n)}건`,
  rate: (per_second) => `1초에 ${per_second >= 10 ? number(Math.round(per_second)) : number(per_second)}개꼴`,
  left: (seconds) => `${time(seconds)}쯤 남음`,
  settling: '다 읽었고, 겹치는 것을 가려 시각과 곳을 맞추고 있어요.',
  elsewhere: '다른 창(터미널의 hoego)이 지금 읽고 있어요. 끝나면 여기에도 보여요.',
  ended: ({ new: fresh, changed, gone, same }) => `다 읽었어요. 새것 ${number(fresh)}개, 바뀐 것 ${number(changed)}개, 사라진 것 ${number(gone)}개, 그대로인 것 ${number(same)}개예요.`,
  nothing_new: '모두 그대로예요. 새로 읽을 것이 없었어요.',
  stopped: '멈췄어요. 읽은 것은 남아 있고, 다음에 이어서 읽어요.',
  sync_failed: '끝까지 읽지 못했어요.',
  lost: '서버와 끊겨 다시 잇고 있어요.',

  problems: '읽지 못한 것',
  problems_lead: (n) => `${number(n)}건이에요. 나머지는 모두 읽었어요.`,
  more: (n) => `다른 ${number(n)}곳`,
};
