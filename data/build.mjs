// node build.mjs OUTPUT: makes hoego's table of places, zones and holidays (layout: src/geo/README.md).
import { cells, countryRings, nearLand, step } from './borders.mjs';
import { holidays } from './calendar.mjs';
import { column, Strings, table, write } from './pack.mjs';
import { gather, unit } from './towns.mjs';
import { zones } from './zones.mjs';

/** Names are found by hash: lower case without accents, FNV-1a of 64 bits over UTF-8 (src/geo/names.cpp does the same). */
function nameHash(name) {
  const folded = name.toLowerCase().normalize('NFD').replace(/\p{Mn}/gu, '').normalize('NFC')
    .replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(folded, 'utf8')) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}

function nameIndex(towns) {
  const entries = new Map();
  for (const town of towns) {
    for (const name of new Set([town.en, town.ko, ...town.aliases])) {
      if (name) entries.set(`${nameHash(name)} ${town.index}`, [nameHash(name), town.index]);
    }
  }
  return [...entries.values()].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
}

function placeSections(strings, { towns, points, regions }, countries) {
  const starts = new Uint32Array(180 * 360 + 1);
  for (const point of points) starts[point.cell + 1]++;
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const names = nameIndex(towns);
  return {
    ADMN: table(['u32', 'u32'], regions.map((region) => [strings.ref(region.en), strings.ref(region.ko)])),
    TOWN: table(['u32', 'u32', 'u32', 'u32', 'i32', 'i32', 'u16', 'u16'], towns.map((town) => [
      town.id, strings.ref(town.en), strings.ref(town.ko), town.population,
      Math.round(town.latitude * 1e5), Math.round(town.longitude * 1e5), town.admin, countries.indexOf(town.country)])),
    PNTS: table(['f32', 'f32', 'f32', 'f32', 'u32'], points.map((point) => [
      ...unit(point.latitude, point.longitude), point.reach, point.town.index])),
    GRID: column('u32', starts),
    NAMH: column('u64', names.map((entry) => entry[0])),
    NAMT: column('u32', names.map((entry) => entry[1])),
  };
}

function borderSections(rings, countries, seeds) {
  let first = 0;
  const near = nearLand(50, seeds);
  const starts = [0];
  for (const runs of near) starts.push(starts[starts.length - 1] + runs.length);
  return {
    RING: table(['i32', 'i32', 'i32', 'i32', 'u32', 'u32', 'u16', 'u16'], rings.map(({ country, feature, vertices }) => {
      const lons = vertices.map((v) => v[0]);
      const lats = vertices.map((v) => v[1]);
      const row = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats), first, vertices.length,
        countries.indexOf(country), feature];
      first += vertices.length;
      return row;
    })),
    VERT: table(['i32', 'i32'], rings.flatMap((ring) => ring.vertices)),
    CELL: column('u16', cells(rings, countries)),
    COAS: column('u32', starts),
    CRUN: table(['u16', 'u16'], near.flat()),
  };
}

function holidaySections(strings) {
  const names = new Map();
  const days = [];
  const countries = Object.entries(holidays()).map(([country, list]) => {
    const first = days.length;
    for (const { day, en, ko } of list) {
      const key = `${en}\n${ko}`;
      if (!names.has(key)) names.set(key, names.size);
      days.push([day, names.get(key)]);
    }
    return [country.charCodeAt(0) | (country.charCodeAt(1) << 8), 0, first, list.length];
  });
  return {
    HCTY: table(['u16', 'u16', 'u32', 'u32'], countries),
    HDAY: table(['u16', 'u16'], days),
    HNAM: table(['u32', 'u32'], [...names.keys()].map((key) => key.split('\n').map((name) => strings.ref(name)))),
  };
}

const output = process.argv[2];
if (!output) throw new Error('usage: node build.mjs OUTPUT');
if (step !== 0.05) throw new Error('src/geo/gazetteer.cpp reads the coast in steps of 0.05 degrees');
const strings = new Strings();
const places = gather();
const rings = countryRings();
const countries = [...new Set([...rings.map((ring) => ring.country), ...places.towns.map((town) => town.country)])].sort();
const zone = zones();
const sections = {
  CTRY: column('u16', countries.map((code) => code.charCodeAt(0) | (code.charCodeAt(1) << 8))),
  ...placeSections(strings, places, countries),
  ...borderSections(rings, countries, places.points.map((point) => [point.longitude, point.latitude])),
  ZNAM: column('u32', zone.names.map((name) => strings.ref(name))),
  ZGRD: zone.grid,
  ...holidaySections(strings),
};
const size = write(output, { STRS: strings.bytes(), ...sections });
const korean = places.towns.filter((town) => town.ko).length;
console.log(`geo.bin: ${places.towns.length} towns (${korean} with a Korean name), ${rings.length} rings, `
  + `${zone.names.length} zones, ${(size / 1e6).toFixed(1)} MB`);
