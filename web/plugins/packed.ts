import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Plugin } from 'vite';

const PROGRAM = /<script type="module"[^>]*>([\s\S]*?)<\/script>/;

/** Unpacks the program and puts it where it would have stood. */
const LOADER = `
const packed = document.getElementById('hoego-page');
const text = atob(packed.textContent);
const bytes = new Uint8Array(text.length);
for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
const script = document.createElement('script');
script.type = 'module';
script.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
packed.replaceWith(script);
`.trim();

/** Of the one file that was written, packs the program: zlib in base64. An exported year is sent around. */
export function packed(): Plugin {
  return {
    name: 'packed',
    writeBundle({ dir = '' }) {
      const file = join(dir, 'index.html');
      const html = readFileSync(file, 'utf8');
      const program = PROGRAM.exec(html);
      if (!program?.[1]?.trim()) throw new Error(`no program inside of ${file}`);
      const text = deflateSync(program[1], { level: 9 }).toString('base64');
      const small = `<script id="hoego-page" type="application/octet-stream">${text}</script>\n<script type="module">${LOADER}</script>`;
      writeFileSync(file, html.slice(0, program.index) + small + html.slice(program.index + program[0].length));
    },
  };
}
