import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { quantize } from 'topojson-client';
import { presimplify, quantile, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

/**
 * `virtual:land`: Natural Earth's land. The 110m file draws a country the size of Korea with fifteen points and
 * drops its islands, the 50m file is half a megabyte: so the 50m one with the least telling points taken out, by their area on the sphere.
 * It is packed: as it is it would be a tenth of a review's file.
 */
export function land(): Plugin {
  const id = 'virtual:land';
  const kept = 0.25;
  return {
    name: 'land',
    resolveId: (source) => (source === id ? '\0' + id : null),
    load(source) {
      if (source !== '\0' + id) return null;
      const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
      const weighted = presimplify(JSON.parse(readFileSync(file, 'utf8')) as Topology<Objects<{}>>, sphericalTriangleArea);
      const topology = quantize(simplify(weighted, quantile(weighted, kept)), 2e4);
      const packed = deflateSync(JSON.stringify(topology), { level: 9 }).toString('base64');
      return `const bytes = Uint8Array.from(atob('${packed}'), (c) => c.charCodeAt(0));
export default JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text());`;
    },
  };
}
