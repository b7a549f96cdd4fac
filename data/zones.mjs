// The zone of a coordinate: the table inside npm @photostructure/tz-lookup, which is one minified function.
import tzlookup from '@photostructure/tz-lookup';

/** {grid: its string of two-character nodes, names: its zones}; src/geo/gazetteer.cpp walks it the same way. */
export function zones() {
  const source = tzlookup.toString();
  const [, grid] = /"([!-~]{20000,})"/.exec(source) ?? [];
  const [, list] = /\[("[A-Za-z0-9_+\-/]+"(?:,"[A-Za-z0-9_+\-/]+")*)\]/.exec(source) ?? [];
  if (!grid || !list || !source.includes('1995') || !source.includes('3136')) {
    throw new Error('@photostructure/tz-lookup is not laid out as expected: pin 11.7.0 or adapt data/zones.mjs');
  }
  return { grid: Buffer.from(grid, 'latin1'), names: JSON.parse(`[${list}]`) };
}
