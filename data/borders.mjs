// Countries from country-coder's borders, and where land is near from Natural Earth's coast (npm world-atlas):
// country-coder's polygons run far out to sea and cannot tell a beach from an ocean.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { borders } from '@rapideditor/country-coder';

const require = createRequire(import.meta.url);
const levels = ['subterritory', 'territory', 'subcountryGroup', 'country'];

/** ISO 3166-1 code of a feature with a shape: its own if official (Kosovo's XK is in use everywhere), else that of the
 *  smallest group it is in that has one. Crimea is Ukraine's (UN General Assembly resolution 68/262, ISO 3166-2 UA-43),
 *  as GeoNames has it too. */
function codeOf(feature, byId) {
  const own = ({ iso1A2, isoStatus }) => (iso1A2 && (isoStatus === 'official' || iso1A2 === 'XK') ? iso1A2 : '');
  if (feature.properties.wikidata === 'Q7835') return 'UA';
  if (own(feature.properties)) return own(feature.properties);
  const groups = feature.properties.groups
    .map((id) => byId.get(id)?.properties)
    .filter((properties) => properties && levels.includes(properties.level) && own(properties))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  if (groups.length > 0) return own(groups[0]);
  const parent = byId.get(feature.properties.country);
  return parent ? own(parent.properties) : '';
}

const e7 = (degrees) => Math.round(degrees * 1e7);

/** Rings of all countries: {country, feature, vertices: [[lon, lat] in 1e-7 degrees]}; holes are rings too. */
export function countryRings() {
  const byId = new Map(borders.features.map((feature) => [feature.properties.id, feature]));
  const rings = [];
  borders.features.forEach((feature, number) => {
    if (!feature.geometry) return;
    const country = codeOf(feature, byId);
    if (!country) return;
    for (const polygon of feature.geometry.coordinates) {
      for (const ring of polygon) {
        rings.push({ country, feature: number, vertices: ring.map(([lon, lat]) => [e7(lon), e7(lat)]) });
      }
    }
  });
  return rings;
}

function insideAny(rings, lon, lat) {
  let feature = -1;
  let inside = false;
  let country = '';
  for (const ring of rings) {
    if (ring.feature !== feature) {
      if (inside) return country;
      inside = false;
      feature = ring.feature;
    }
    country = ring.country;
    for (let i = 0, j = ring.vertices.length - 1; i < ring.vertices.length; j = i++) {
      const [x1, y1] = ring.vertices[i];
      const [x2, y2] = ring.vertices[j];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside ? country : '';
}

export const nowhere = 0xffff;
export const mixed = 0xfffe;

/** For each 1° cell (rows from the north): the country's index, `nowhere`, or `mixed` where a border runs through. */
export function cells(rings, countries) {
  const grid = new Uint16Array(180 * 360).fill(nowhere);
  const degree = 1e7;
  const mark = (x, y) => {
    const column = Math.min(359, Math.max(0, Math.floor(x / degree) + 180));
    const row = Math.min(179, Math.max(0, 89 - Math.floor(y / degree)));
    grid[row * 360 + column] = mixed;
  };
  for (const { vertices } of rings) {
    for (let i = 0, j = vertices.length - 1; i < vertices.length; j = i++) {
      const [x1, y1] = vertices[i];
      const [x2, y2] = vertices[j];
      // Steps of a fiftieth of a cell, each marked with what lies a step around: no corner is cut.
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / (degree / 50)));
      for (let s = 0; s <= steps; s++) {
        const x = x1 + ((x2 - x1) * s) / steps;
        const y = y1 + ((y2 - y1) * s) / steps;
        for (const dx of [-degree / 50, degree / 50]) for (const dy of [-degree / 50, degree / 50]) mark(x + dx, y + dy);
      }
    }
  }
  const boxes = rings.map(({ vertices }) => [Math.min(...vertices.map((v) => v[0])), Math.min(...vertices.map((v) => v[1])),
    Math.max(...vertices.map((v) => v[0])), Math.max(...vertices.map((v) => v[1]))]);
  for (let row = 0; row < 180; row++) {
    for (let columnOf = 0; columnOf < 360; columnOf++) {
      const cell = row * 360 + columnOf;
      if (grid[cell] === mixed) continue;
      const lon = (columnOf - 180 + 0.5) * degree;
      const lat = (89 - row + 0.5) * degree;
      const near = rings.filter((_, i) => boxes[i][0] <= lon && lon <= boxes[i][2] && boxes[i][1] <= lat && lat <= boxes[i][3]);
      const country = near.length > 0 ? insideAny(near, lon, lat) : '';
      if (country) grid[cell] = countries.indexOf(country);
    }
  }
  return grid;
}

/** Rings of land, [[lon, lat] in degrees], out of TopoJSON (github.com/topojson/topojson-specification). */
function landRings() {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/land-10m.json'), 'utf8'));
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const ringOf = (indices) => indices.flatMap((i) => (i < 0 ? arcs[~i].slice().reverse() : arcs[i]));
  const rings = [];
  const visit = (geometry) => {
    if (geometry.type === 'GeometryCollection') geometry.geometries.forEach(visit);
    if (geometry.type === 'Polygon') geometry.arcs.forEach((ring) => rings.push(ringOf(ring)));
    if (geometry.type === 'MultiPolygon') geometry.arcs.flat().forEach((ring) => rings.push(ringOf(ring)));
  };
  visit(topology.objects.land);
  return rings;
}

export const step = 0.05; // degrees, about 5.6 km: the grain of the coast
const rows = 180 / step;
const columns = 360 / step;
const rowOf = (lat) => Math.min(rows - 1, Math.max(0, Math.floor((90 - lat) / step)));
const columnOf = (lon) => Math.min(columns - 1, Math.max(0, Math.floor((lon + 180) / step)));

/** Half-open runs of columns, sorted and united. */
function unite(runs) {
  runs.sort((a, b) => a[0] - b[0]);
  const united = [];
  for (const run of runs) {
    const last = united[united.length - 1];
    if (last && run[0] <= last[1]) last[1] = Math.max(last[1], run[1]);
    else united.push([run[0], run[1]]);
  }
  return united;
}

/** Cells whose middle is on land, those with a vertex of a coast in them (small islands), and those of `seeds`. */
function landRuns(seeds) {
  const crossings = Array.from({ length: rows }, () => []);
  const runs = Array.from({ length: rows }, () => []);
  const mark = (lon, lat) => runs[rowOf(lat)].push([columnOf(lon), columnOf(lon) + 1]);
  for (const ring of landRings()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1, y1] = ring[i];
      const [x2, y2] = ring[j];
      mark(x1, y1);
      const first = Math.max(0, Math.ceil((90 - Math.max(y1, y2)) / step - 0.5));
      for (let row = first; row < rows; row++) {
        const lat = 90 - (row + 0.5) * step;
        if (lat < Math.min(y1, y2)) break;
        if (y1 > lat !== y2 > lat) crossings[row].push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1);
      }
    }
  }
  for (const [lon, lat] of seeds) mark(lon, lat);
  // Natural Earth's Antarctica is cut off at 85.2 degrees south.
  for (let row = rowOf(-85); row < rows; row++) runs[row].push([0, columns]);
  return runs.map((of, row) => {
    const xs = crossings[row].sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const begin = Math.ceil((xs[i] + 180) / step - 0.5);
      const end = Math.ceil((xs[i + 1] + 180) / step - 0.5);
      if (begin < end) of.push([Math.max(0, begin), Math.min(columns, end)]);
    }
    return unite(of);
  });
}

/** For each row of 0.05° from the north, the runs of columns at most `kilometres` from land. */
export function nearLand(kilometres, seeds) {
  const land = landRuns(seeds);
  const high = step * 111.195; // a row's height in km on the sphere of radius 6371.0088 km
  const near = Array.from({ length: rows }, () => []);
  for (let row = 0; row < rows; row++) {
    const wide = high * Math.max(1e-6, Math.cos(((90 - (row + 0.5) * step) * Math.PI) / 180));
    for (let from = row - Math.ceil(kilometres / high); from <= row + Math.ceil(kilometres / high); from++) {
      if (from < 0 || from >= rows) continue;
      const dy = Math.abs(from - row) * high;
      if (dy > kilometres) continue;
      const reach = Math.floor(Math.sqrt(kilometres ** 2 - dy ** 2) / wide);
      for (const [begin, end] of land[from]) {
        const b = begin - reach;
        const e = end + reach;
        if (e - b >= columns) near[row].push([0, columns]);
        else {
          near[row].push([Math.max(0, b), Math.min(columns, e)]);
          if (b < 0) near[row].push([b + columns, columns]);
          if (e > columns) near[row].push([0, e - columns]);
        }
      }
    }
    near[row] = unite(near[row]);
  }
  return near;
}
