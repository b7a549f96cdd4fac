import { geoAzimuthalEqualArea, geoDistance, geoGraticule10, geoInterpolate, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import topology from 'virtual:land';

export type Point = [lon: number, lat: number];
export interface Drawn {
  land: string;
  graticule: string;
  /** The shortest path through the points. */
  route(points: Point[]): string;
  /** Places on that path, close enough together for a label to be kept off it. */
  along(points: Point[]): [x: number, y: number][];
  at(point: Point): [x: number, y: number];
}

const EARTH_KM = 6371;
/** No map shows less than this across: the coast is too coarse for more. */
const LEAST_KM = 850;
const land = feature(topology, topology.objects.land);
const graticule = geoGraticule10();

/** Half-way between the two points farthest apart: the longest journey then lies across the map, not along it. */
function middle(points: Point[]): Point {
  let far: [Point, Point] = [points[0] ?? [0, 0], points[0] ?? [0, 0]];
  for (const a of points) {
    for (const b of points) if (geoDistance(a, b) > geoDistance(...far)) far = [a, b];
  }
  return geoInterpolate(...far)(0.5);
}

/** A map that holds all the points, with room for their labels. */
export function draw(points: Point[], width: number, height: number): Drawn {
  const all = { type: 'MultiPoint' as const, coordinates: points };
  const centre = middle(points);
  const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).precision(0.3);
  // The path bulges over the straight line between its ends: fit to it, not to the ends alone.
  const path_of_all = { type: 'LineString' as const, coordinates: points };
  const side = Math.min(72, width * 0.12);
  projection.fitExtent([[side, 44], [width - side, height - 44]], points.length > 1 ? path_of_all : all);
  const most = (width / LEAST_KM) * EARTH_KM;
  if (points.every((p) => geoDistance(p, centre) === 0) || projection.scale() > most) {
    projection.scale(most).translate([width / 2, height / 2]);
  }
  projection.clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection).digits(1);
  return {
    land: path(land) ?? '',
    graticule: path(graticule) ?? '',
    route: (line) => path({ type: 'LineString', coordinates: line }) ?? '',
    along: (line) =>
      line.slice(1).flatMap((to, i) => {
        const between = geoInterpolate(line[i] ?? to, to);
        return Array.from({ length: 41 }, (_, k): [number, number] => projection(between(k / 40)) ?? [-99, -99]);
      }),
    at: (point) => projection(point) ?? [-99, -99],
  };
}

export interface Tag {
  x: number;
  y: number;
  text: string;
  more: string;
}
export interface Placed extends Tag {
  left: number;
  top: number;
  anchor: 'start' | 'middle' | 'end';
}

/** About the width of a text at 13 px: a Hangul syllable is as wide as it is high. */
function width_of(text: string): number {
  let sum = 0;
  for (const c of text) sum += c.codePointAt(0)! > 0x1100 ? 12.5 : 7.2;
  return sum;
}

/** Puts every label beside its point where it meets no other one, no point and no edge, if there is such a place. */
export function place(tags: Tag[], lines: [number, number][], width: number, height: number): Placed[] {
  const taken: [number, number, number, number][] = tags.map((t) => [t.x - 5, t.y - 5, t.x + 5, t.y + 5]);
  for (const [x, y] of lines) taken.push([x - 3, y - 3, x + 3, y + 3]);
  return tags.map((tag) => {
    const w = Math.max(width_of(tag.text), width_of(tag.more));
    const h = tag.more ? 34 : 17;
    const choices: [number, number, Placed['anchor']][] = [
      [tag.x + 9, tag.y - h / 2, 'start'],
      [tag.x - 9, tag.y - h / 2, 'end'],
      [tag.x, tag.y + 8, 'middle'],
      [tag.x, tag.y - h - 8, 'middle'],
      [tag.x + 9, tag.y + 8, 'start'],
      [tag.x - 9, tag.y + 8, 'end'],
      [tag.x + 9, tag.y - h - 8, 'start'],
      [tag.x - 9, tag.y - h - 8, 'end'],
    ];
    const box = ([x, y, anchor]: (typeof choices)[number]): [number, number, number, number] => {
      const x0 = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
      return [x0, y, x0 + w, y + h];
    };
    const cost = (b: [number, number, number, number]) => {
      const outside = Math.max(0, -b[0]) + Math.max(0, b[2] - width) + Math.max(0, -b[1]) + Math.max(0, b[3] - height);
      let overlap = 0;
      for (const t of taken) {
        overlap += Math.max(0, Math.min(b[2], t[2]) - Math.max(b[0], t[0])) * Math.max(0, Math.min(b[3], t[3]) - Math.max(b[1], t[1]));
      }
      return outside * 40 + overlap;
    };
    const best = choices.reduce((a, b) => (cost(box(b)) < cost(box(a)) ? b : a));
    taken.push(box(best));
    return { ...tag, left: best[0], top: best[1] + 13, anchor: best[2] };
  });
}
