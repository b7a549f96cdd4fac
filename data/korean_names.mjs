// Korean names that Debian's catalogue lacks or has wrong: places people travel to, and regions.

/** By GeoNames' country and region. */
export const regions = {
  'CA.05': '뉴펀들랜드 래브라도 주', 'CA.10': '퀘벡 주', 'CA.13': '노스웨스트 준주', 'JP.16': '이와테 현',
  'KP.03': '함경남도', 'KP.11': '평안북도', 'KP.15': '평안남도', 'US.GA': '조지아 주',
  'GB.SCT': '스코틀랜드', 'GB.WLS': '웨일스', 'GB.NIR': '북아일랜드',
  'AU.02': '뉴사우스웨일스 주', 'AU.04': '퀸즐랜드 주', 'AU.05': '사우스오스트레일리아 주', 'AU.06': '태즈메이니아 주',
  'AU.07': '빅토리아 주', 'AU.08': '웨스턴오스트레일리아 주',
  'CN.01': '안후이 성', 'CN.02': '저장 성', 'CN.03': '장시 성', 'CN.04': '장쑤 성', 'CN.05': '지린 성', 'CN.06': '칭하이 성',
  'CN.08': '헤이룽장 성', 'CN.09': '허난 성', 'CN.10': '허베이 성', 'CN.11': '후난 성', 'CN.13': '신장 위구르 자치구',
  'CN.14': '티베트 자치구', 'CN.15': '간쑤 성', 'CN.16': '광시 좡족 자치구', 'CN.18': '구이저우 성', 'CN.19': '랴오닝 성',
  'CN.20': '내몽골 자치구', 'CN.21': '닝샤 후이족 자치구', 'CN.22': '베이징 시', 'CN.23': '상하이 시', 'CN.24': '산시 성',
  'CN.25': '산둥 성', 'CN.28': '톈진 시', 'CN.29': '윈난 성', 'CN.30': '광둥 성', 'CN.31': '하이난 성', 'CN.33': '충칭 시',
  'TH.02': '치앙마이', 'TH.03': '치앙라이', 'TH.40': '방콕', 'TH.60': '수랏타니', 'TH.62': '푸껫', 'TH.63': '끄라비',
  'VN.44': '하노이', 'VN.78': '다낭', 'VN.13': '하이퐁', 'VN.54': '카인호아', 'VN.23': '럼동', 'VN.84': '꽝남', 'VN.30': '꽝닌',
  'NZ.G1': '와이카토', 'NZ.F2': '호크스베이', 'NZ.F5': '넬슨', 'NZ.F9': '타라나키', 'NZ.F3': '마나와투왕가누이', 'NZ.TAS': '태즈먼',
};

/** By country and GeoNames' Latin name; of several towns of one name, the greatest. */
export const towns = {
  CA: { Banff: '밴프', Canmore: '캔모어', Jasper: '재스퍼', Golden: '골든', Revelstoke: '레벨스토크',
    Kamloops: '캠루프스', Kelowna: '켈로나', Whistler: '휘슬러', 'Niagara Falls': '나이아가라 폴스',
    Burnaby: '버나비', Richmond: '리치먼드', Surrey: '서리', Tofino: '토피노', Nanaimo: '나나이모', 'Red Deer': '레드디어', Lethbridge: '레스브리지',
    'Medicine Hat': '메디신햇', Laval: '라발', Halifax: '핼리팩스', Markham: '마컴', 'Mont-Tremblant': '몽트랑블랑', Hinton: '힌턴', Cochrane: '코크런' },
  JP: { Sendai: '센다이', Saitama: '사이타마', Nagano: '나가노', Wakayama: '와카야마', Toyama: '도야마', Kochi: '고치', Amagasaki: '아마가사키',
    'Nishinomiya-hama': '니시노미야', Toyonaka: '도요나카', Takatsuki: '다카쓰키', Minato: '미나토', Furano: '후라노',
    'Niseko Town': '니세코', Noboribetsu: '노보리베쓰', Hakone: '하코네', Fujikawaguchiko: '후지카와구치코', Fujiyoshida: '후지요시다',
    Hakuba: '하쿠바' },
  US: { Queens: '퀸스', 'The Bronx': '브롱크스', 'Staten Island': '스태튼아일랜드', Tulsa: '털사', 'Niagara Falls': '나이아가라 폴스', Sedona: '세도나', Moab: '모압' },
  TW: { Banqiao: '반차오', 'Taoyuan City': '타오위안', 'Taitung City': '타이둥', Jiufen: '지우펀', 'Jiayi Shi': '자이' },
  VN: { 'Ðà Lạt': '달랏', Haiphong: '하이퐁', 'Hạ Long': '하롱', 'Phan Thiết': '판티엣', 'Cần Thơ': '껀터', 'Cam Ranh': '깜라인', 'Da Nang': '다낭',
    'Nha Trang': '냐짱', 'Hội An': '호이안', 'Huế': '후에', 'Sa Pa': '사파' },
  TH: { 'Chon Buri': '촌부리', 'Phra Nakhon Si Ayutthaya': '아유타야', 'Si Racha': '시라차', Phuket: '푸껫', Pattaya: '파타야', 'Hua Hin': '후아힌',
    Krabi: '끄라비', 'Chiang Mai': '치앙마이', Pai: '빠이', 'Ko Samui': '꼬사무이', Patong: '빠똥' },
  PH: { 'Quezon City': '케손시티', 'Makati City': '마카티', Pasay: '파사이', 'Lapu-Lapu City': '라푸라푸', 'Mandaue City': '만다우에', Taguig: '타기그', Panglao: '팡라오' },
  HK: { Central: '센트럴', 'Wan Chai': '완차이', 'Sham Shui Po': '삼수이포', 'Wong Tai Sin': '웡타이신', 'Sha Tin': '사틴', 'Tsuen Wan': '췬완',
    'Tung Chung': '퉁청', 'Tuen Mun': '튄문', 'Sai Kung': '사이쿵', 'Tai O': '타이오' },
  MO: { Macau: '마카오' },
  SG: { Singapore: '싱가포르', Woodlands: '우들랜즈' },
  CN: { 'Tai’an': '타이안', Zhongshan: '중산' },
  GU: { 'Tamuning-Tumon-Harmon Village': '타무닝', 'Hagåtña': '하갓냐', 'Dededo Village': '데데도' },
  MY: { Malacca: '믈라카' },
  FR: { Nantes: '낭트', Brest: '브레스트', Nancy: '낭시' },
  IT: { Catania: '카타니아', Parma: '파르마', Modena: '모데나', Livorno: '리보르노', Perugia: '페루자', Bergamo: '베르가모', Vicenza: '비첸차',
    Rimini: '리미니', Salerno: '살레르노', Bolzano: '볼차노', Brescia: '브레시아' },
  ES: { Murcia: '무르시아', 'Donostia / San Sebastián': '산세바스티안', 'Las Palmas de Gran Canaria': '라스팔마스' },
  GB: { Nottingham: '노팅엄', Reading: '레딩', 'City of Westminster': '웨스트민스터' },
  DE: { 'Halle (Saale)': '할레', Freiburg: '프라이부르크' },
  CH: { Lausanne: '로잔', 'Sankt Gallen': '장크트갈렌', Interlaken: '인터라켄', Grindelwald: '그린델발트', Zermatt: '체르마트' },
  CZ: { 'České Budějovice': '체스케부데요비체', 'Český Krumlov': '체스키크룸로프' },
  AU: { 'Gold Coast': '골드코스트' },
  NZ: { Dunedin: '더니든', Queenstown: '퀸스타운' },
  TR: { 'İzmir': '이즈미르', 'Göreme': '괴레메' },
  PT: { Porto: '포르투', Braga: '브라가', Coimbra: '코임브라', Faro: '파루', Cascais: '카스카이스' },
  NL: { Amsterdam: '암스테르담', Delft: '델프트' },
  BE: { Leuven: '루뱅' },
  KH: { 'Siem Reap': '시엠레아프' },
  LA: { Vangviang: '방비엥' },
  ID: { Ubud: '우붓' },
};

/** Points that GeoNames lists as towns but that are districts of one: country, town, its districts. */
export const districts = {
  CA: { Toronto: ['North York', 'Scarborough', 'Etobicoke', 'East York', 'Willowdale'] },
  US: { 'Las Vegas': ['Paradise', 'Winchester', 'Spring Valley', 'Sunrise Manor'] },
};
