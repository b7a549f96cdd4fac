import { written } from '../numbers';
import type { TripWords } from './words';

const number = (n: number) => written(n, 'ko-KR');
const TENS = ['', '열', '스무', '서른', '마흔', '쉰', '예순'];
const ONES = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
/** "스무 장", "열두 장". */
const sheets = (n: number) => (n > 0 && n < 61 ? `${n === 20 ? '스무' : (TENS[Math.floor(n / 10)] ?? '').replace('스무', '스물') + (ONES[n % 10] ?? '')} 장` : `${number(n)}장`);
function long(hours: number): string {
  const whole = Math.round(hours);
  return [whole >= 24 ? `${number(Math.floor(whole / 24))}일` : '', whole % 24 ? `${whole % 24}시간` : ''].filter(Boolean).join(' ');
}
function abs_hours(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  return [minutes >= 60 ? `${Math.floor(minutes / 60)}시간` : '', minutes % 60 ? `${minutes % 60}분` : ''].filter(Boolean).join(' ');
}

export const trip: TripWords = {
  open: '여행 펼쳐 보기',
  loading: '여행을 불러오고 있어요',
  failed: '여행을 불러오지 못했어요',
  over: '여행',
  over_ahead: '잡혀 있는 여행',
  title: (name) => `${name} – 여행`,
  nights: '묵은 밤',
  nights_ahead: '묵을 밤',
  photos: '사진',
  cost: '쓴 돈',
  late: '늦은 귀가',
  early: '이른 귀가',
  elapsed: (days, hours) => `달력으로는 ${days}일, 흐른 시간은 ${long(hours)}이에요.`,
  all_records: '이 날들의 기록 모두 보기',
  map: '다닌 길을 그린 지도',
  map_note: '선은 사진이나 기록이 남은 곳을 이은 최단 경로예요. 실제로 간 길은 아니에요.',
  map_note_ahead: '점선은 집에서 그곳까지의 최단 경로예요.',
  pictures: (of, n) => `${number(of)}장 가운데 ${sheets(n)}`,
  pictures_all: (n) => `사진 ${sheets(n)}`,
  pictures_how: '날과 곳에 고루 퍼지게 골랐어요. 잇달아 찍은 것은 하나만 두고, 화면을 담은 것과 아주 긴 것은 뺐어요.',
  picture: (when, place) => (place ? `${when}, ${place}에서 찍은 사진` : `${when}에 찍은 사진`),
  unshown: '이 사진은 지금 보여 줄 수 없어요.',
  looking: '사진을 불러오고 있어요',
  earlier: '앞 사진',
  later: '다음 사진',
  nth: (n, of) => `${of}장 가운데 ${n}번째`,
  days: '날마다',
  days_note: '거리는 기록이 남은 곳 사이의 직선이라 실제보다 짧아요. 비행은 내려서 처음 기록이 남은 날에 넣었어요. 날을 누르면 그날의 모든 기록이 열려요.',
  day_records: '기록 보기',
  no_photos: '찾은 사진 없음',
  km: (n) => `${number(n)}km`,
  clock: (hours) => `시계 ${abs_hours(hours)} ${hours < 0 ? '뒤로' : '앞으로'}`,
  plan: '예정과 실제',
  plan_ahead: '잡아 둔 것',
  plan_days: (span) => `${span}로 잡혀 있었어요.`,
  booked: (day) => `${day}에 예약했어요.`,
  home_on: (day) => `돌아온 날은 ${day}이에요.`,
  row: { planned: '예정', moved: '바뀐 표', seen: '남은 기록' },
  departs: (when) => `${when} 출발`,
  lands: (when) => `${when} 도착`,
  last_seen: (when, place) => `${when}까지 ${place ?? '떠나기 전'}`,
  first_seen: (when, place) => `${when}부터 ${place ?? '내린 뒤'}`,
  seen_note: '떠나기 전 마지막 기록과 내린 뒤 첫 기록이에요. 비행은 그 사이에 있어요.',
  reserved: (what) => ({ lodging: '숙소', restaurant: '식당', event: '행사', car: '차' })[what ?? ''] ?? '예약',
  cost_note: '이 날들의 내역만 더했어요. 다른 돈으로 바꾸어 셈하지 않아요.',
  cost_none: '이 날들의 내역이 없어 쓴 돈은 알 수 없어요.',
  no_category: '갈래 없음',
  all: '모두',
  payments: (n) => `내역 ${number(n)}건`,
  meanwhile: '그동안',
  meanwhile_none: '그동안 한 다른 일은 찾지 못했어요. 없었다는 뜻은 아니에요.',
  more: (n) => `그 밖에 ${number(n)}`,
  companions: '사진에 이름이 적힌 사람',
  nothing_planned: '날짜 말고 더 적힌 것은 없어요.',
};
