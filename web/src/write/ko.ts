import type { WriteWords } from './words';

const TENS = ['', '열', '스무'];
const ONES = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
/** Counted as one says it, up to twenty. */
const said = (n: number, what: string) => (n >= 1 && n <= 20 ? `${TENS[Math.floor(n / 10)] ?? ''}${ONES[n % 10] ?? ''} ${what}` : `${n}${what}`);
const nth = (n: number) => (n === 1 ? '첫 번째' : said(n, '번째'));

export function write(year: number): WriteWords {
  return {
    review: '회고',
    nav: '쓰기',
    title: (of) => `${of}년에 덧붙이기`,
    lead: (file) => `답은 쓴 그대로 ${file}에 남고, 회고의 제자리에 놓여요. 언제든 멈췄다가 이어 쓸 수 있어요.`,
    loading: '물음을 고르고 있어요',
    failed: '물음을 불러오지 못했어요',
    none: '물어볼 것을 찾지 못했어요. 기록이 더해지면 물음도 생겨요.',
    progress: (n, of) => `${said(of, '가지')} 중 ${nth(n)}`,
    known: '기록에서 보이는 것',
    before: (then) => (then === year - 1 ? '한 해 전에는 이렇게 썼어요' : `${then}년에는 이렇게 썼어요`),
    picture: (of) => `${of}에서 찍은 사진`,
    keep: '남기기',
    skip: '넘어가기',
    back: '이전 물음',
    hint: 'Ctrl+Enter로도 남길 수 있어요.',
    kept: (heading, file) => `‘${heading}’의 답을 ${file}에 적었어요.`,
    kept_after: '그사이 파일에 쓰인 말은 그대로 두고, 그 뒤에 이어 적었어요.',
    taken_out: (heading, file) => `‘${heading}’의 답을 ${file}에서 뺐어요.`,
    undo: '되돌리기',
    undone: (heading) => `‘${heading}’의 답을 되돌렸어요. 쓴 말은 아래 칸에 있어요.`,
    nothing: '아직 쓴 말이 없어요. 다음 물음으로 가려면 ‘넘어가기’를 누르세요.',
    refused: '남기지 못했어요. 쓴 말은 이 칸에 그대로 있어요.',
    done: '물음은 여기까지예요',
    done_count: (answered, file) => (answered === 0 ? '아직 남긴 답이 없어요.' : `${said(answered, '가지')} 답이 ${file}에 있어요.`),
    all: '모든 물음',
    answered: '답함',
    draft: '쓰다 멈춤',
    open: '아직',
  };
}
