// Public holidays of every country but Korea (see src/geo/korean_holidays.cpp), from npm date-holidays.
import Holidays from 'date-holidays';

export const years = [2000, 2035];
const epoch = Date.UTC(2000, 0, 1);
const day = 86400000;

/** Names people in Korea know these days by; others keep their English name. */
const inKorean = {
  "New Year's Day": '새해 첫날', 'New Year': '새해 첫날', "New Year's Eve": '섣달그믐', 'Good Friday': '성금요일', 'Easter Sunday': '부활절',
  'Easter Monday': '부활절 월요일', Easter: '부활절', 'Christmas Day': '크리스마스', Christmas: '크리스마스', 'Christmas Eve': '크리스마스이브',
  'Boxing Day': '박싱 데이', 'Labour Day': '노동절', 'Labor Day': '노동절', 'Independence Day': '독립기념일', 'National Day': '국경일',
  'Constitution Day': '헌법의 날', Epiphany: '주현절', Assumption: '성모승천일', 'All Saints\' Day': '만성절', 'Ascension Day': '승천일',
  'Whit Monday': '성령강림절 월요일', 'Corpus Christi': '성체축일', Thanksgiving: '추수감사절', 'Thanksgiving Day': '추수감사절', 'Canada Day': '캐나다의 날',
  'Victoria Day': '빅토리아의 날', "Veterans Day": '재향군인의 날', 'Memorial Day': '현충일', 'Martin Luther King Jr. Day': '마틴 루서 킹의 날',
  "Washington's Birthday": '대통령의 날', 'Juneteenth National Independence Day': '준틴스', 'Chinese New Year': '춘절', 'Spring Festival': '춘절',
  'Mid-Autumn Festival': '중추절', 'Dragon Boat Festival': '단오절', 'Qingming Festival': '청명절', 'Tomb-Sweeping Day': '청명절',
  'Buddha\'s Birthday': '부처님오신날', 'End of Ramadan (Eid al-Fitr)': '이드 알피트르', 'Feast of the Sacrifice (Eid al-Adha)': '이드 알아드하',
  元日: '설날(양력)', 成人の日: '성인의 날', 建国記念の日: '건국기념일', 天皇誕生日: '천황 탄생일', 春分の日: '춘분', 昭和の日: '쇼와의 날', 憲法記念日: '헌법기념일',
  みどりの日: '녹색의 날', こどもの日: '어린이날', 海の日: '바다의 날', 山の日: '산의 날', 敬老の日: '경로의 날', 秋分の日: '추분', 体育の日: '체육의 날',
  スポーツの日: '스포츠의 날', 文化の日: '문화의 날', 勤労感謝の日: '근로감사의 날', 国民の休日: '국민의 휴일', '振替休日': '대체휴일', 銀行休業日: '은행 휴업일',
};

function korean(name) {
  const substitute = name.endsWith(' (substitute day)');
  const base = substitute ? name.slice(0, -' (substitute day)'.length) : name;
  const known = inKorean[base];
  return known ? known + (substitute ? ' (대체휴일)' : '') : name;
}

/** {country: [{day: days since 2000-01-01, en, ko}]}, sorted by day. */
export function holidays() {
  const all = {};
  for (const country of Object.keys(new Holidays().getCountries('en')).sort()) {
    if (country === 'KR') continue;
    const calendar = new Holidays(country, { types: ['public'] });
    const found = new Map();
    for (let year = years[0]; year <= years[1]; year++) {
      for (const holiday of calendar.getHolidays(year, 'en') || []) {
        // `date` is local; `end - start` is a whole number of days but for daylight saving.
        const [y, m, d] = holiday.date.slice(0, 10).split('-').map(Number);
        const first = (Date.UTC(y, m - 1, d) - epoch) / day;
        const length = Math.max(1, Math.round((holiday.end - holiday.start) / day));
        for (let i = 0; i < length; i++) {
          const on = first + i;
          if (on < 0 || new Date(epoch + on * day).getUTCFullYear() > years[1]) continue;
          found.set(`${on} ${holiday.name}`, { day: on, en: holiday.name, ko: korean(holiday.name) });
        }
      }
    }
    if (found.size > 0) all[country] = [...found.values()].sort((a, b) => a.day - b.day || (a.en < b.en ? -1 : 1));
  }
  return all;
}
