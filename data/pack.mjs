// The bytes of geo.bin. Its layout is documented in src/geo/README.md; the reader is src/geo/table.h.
import { writeFileSync, renameSync } from 'node:fs';

export const version = 1;

/** Strings, each once: a 16-bit length and UTF-8. Reference 0 is the empty string. */
export class Strings {
  #chunks = [Buffer.from([0, 0])];
  #size = 2;
  #known = new Map([['', 0]]);

  ref(text) {
    const value = (text ?? '').normalize('NFC');
    let at = this.#known.get(value);
    if (at === undefined) {
      const bytes = Buffer.from(value, 'utf8');
      if (bytes.length > 0xffff) throw new Error(`a name is too long: ${value.slice(0, 40)}`);
      const head = Buffer.alloc(2);
      head.writeUInt16LE(bytes.length);
      at = this.#size;
      this.#chunks.push(head, bytes);
      this.#size += 2 + bytes.length;
      this.#known.set(value, at);
    }
    return at;
  }

  bytes() {
    return Buffer.concat(this.#chunks);
  }
}

const widths = { u16: 2, i32: 4, u32: 4, f32: 4, u64: 8 };
const writers = {
  u16: (b, v, at) => b.writeUInt16LE(v, at),
  i32: (b, v, at) => b.writeInt32LE(v, at),
  u32: (b, v, at) => b.writeUInt32LE(v, at),
  f32: (b, v, at) => b.writeFloatLE(v, at),
  u64: (b, v, at) => b.writeBigUInt64LE(v, at),
};

/** Rows of numbers, packed as `types` says, without padding. */
export function table(types, rows) {
  const width = types.reduce((sum, type) => sum + widths[type], 0);
  const bytes = Buffer.alloc(width * rows.length);
  let at = 0;
  for (const row of rows) {
    types.forEach((type, column) => {
      writers[type](bytes, row[column], at);
      at += widths[type];
    });
  }
  return bytes;
}

/** One column. */
export const column = (type, values) => table([type], Array.from(values, (value) => [value]));

/** Magic, version, count, file size; then a directory of {tag, 0, offset, size}; then the sections, 8-aligned. */
export function write(path, sections) {
  const entries = Object.entries(sections);
  const header = Buffer.alloc(24 + 24 * entries.length);
  header.write('HOEGOGEO', 0, 'latin1');
  header.writeUInt32LE(version, 8);
  header.writeUInt32LE(entries.length, 12);
  const parts = [header];
  let offset = header.length;
  entries.forEach(([tag, bytes], i) => {
    const gap = (8 - (offset % 8)) % 8;
    parts.push(Buffer.alloc(gap), bytes);
    offset += gap;
    const at = 24 + 24 * i;
    header.write(tag, at, 4, 'latin1');
    header.writeBigUInt64LE(BigInt(offset), at + 8);
    header.writeBigUInt64LE(BigInt(bytes.length), at + 16);
    offset += bytes.length;
  });
  header.writeBigUInt64LE(BigInt(offset), 16);
  writeFileSync(`${path}.tmp`, Buffer.concat(parts));
  renameSync(`${path}.tmp`, path);
  return offset;
}
