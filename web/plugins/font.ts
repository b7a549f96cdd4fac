import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { convert } from 'fontverter';
import subset from 'subset-font';
import type { Plugin } from 'vite';

const ID = 'virtual:font.css';
const AT = '/@hoego-font.css';
const require = createRequire(import.meta.url);

/** The 2,350 syllables of KS X 1001, rows 16 to 40: all that one writes but for the rarest. */
function syllables(): string {
  const decoder = new TextDecoder('euc-kr');
  let text = '';
  for (let row = 0xb0; row <= 0xc8; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) text += decoder.decode(Uint8Array.of(row, cell));
  return text;
}
/** ASCII, Latin-1 and Latin Extended-A: names of places in most of Europe. */
function letters(): string {
  const span = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String.fromCharCode(from + i)).join('');
  return span(0x20, 0x7f) + span(0xa0, 0x180);
}
const MARKS = '–—‘’“”…·→×「」『』₩€£¥≥≤%';

const RESERVED = 'Pretendard';
/** As long as the name that it stands for. */
const OURS = 'hoego-Sans';
const COPYRIGHT = [0, 13, 14];

/**
 * Renames a font: its licence reserves the name for the whole one. Its copyright and licence entries stay.
 * The table "name" of OpenType: a head of 6 bytes, then records of 12, the text of which lies at an offset.
 */
function rename(font: Buffer): Buffer {
  for (let table = 12; table < 12 + 16 * font.readUInt16BE(4); table += 16) {
    if (font.toString('latin1', table, table + 4) !== 'name') continue;
    const name = font.readUInt32BE(table + 8);
    const texts = name + font.readUInt16BE(name + 4);
    for (let i = 0; i < font.readUInt16BE(name + 2); i++) {
      const record = name + 6 + 12 * i;
      if (COPYRIGHT.includes(font.readUInt16BE(record + 6))) continue;
      const text = font.subarray(texts + font.readUInt16BE(record + 10)).subarray(0, font.readUInt16BE(record + 8));
      const wide = [0, 3].includes(font.readUInt16BE(record));
      const bytes = (of: string) => (wide ? Buffer.from(of, 'utf16le').swap16() : Buffer.from(of, 'latin1'));
      for (let at = text.indexOf(bytes(RESERVED)); at >= 0; at = text.indexOf(bytes(RESERVED))) bytes(OURS).copy(text, at);
    }
  }
  return font;
}

/**
 * `virtual:font.css`: Pretendard with those characters and the weights 300 to 600, inside of the style sheet. What it
 * lacks is drawn with the system's font.
 */
export function font(): Plugin {
  return {
    name: 'font',
    resolveId: (source) => (source === ID ? AT : null),
    async load(source) {
      if (source !== AT) return null;
      const whole = readFileSync(require.resolve('pretendard/dist/public/variable/PretendardVariable.ttf'));
      const part = await subset(whole, syllables() + letters() + MARKS, {
        targetFormat: 'truetype',
        variationAxes: { wght: { min: 300, max: 600 } },
        keepFeatures: ['kern', 'tnum'],
        noHinting: true,
      });
      const packed = await convert(rename(part), 'woff2');
      const licence = readFileSync(require.resolve('pretendard/dist/LICENSE.txt'), 'utf8').replaceAll('*/', '* /');
      return `/*! A part of this font:\n${licence}*/\n@font-face { font-family: "hoego Sans"; font-weight: 300 600; font-display: block; src: url(data:font/woff2;base64,${packed.toString('base64')}) format("woff2"); }`;
    },
  };
}
