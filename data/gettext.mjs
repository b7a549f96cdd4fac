// Debian's libgeonames-common keeps names of places as gettext catalogues, keyed by GeoNames id ("1835848"),
// country ("KR") or country and region ("KR.11").
import { readFileSync } from 'node:fs';

/** The messages of a .mo file (GNU gettext manual, "The Format of GNU MO Files"). */
export function catalogue(language) {
  const path = `/usr/share/locale/${language}/LC_MESSAGES/geonames.mo`;
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Error(`${path} is missing: apt-get install libgeonames-common`);
  }
  if (bytes.readUInt32LE(0) !== 0x950412de) throw new Error(`${path} is not a little-endian .mo file`);
  const count = bytes.readUInt32LE(8);
  const keys = bytes.readUInt32LE(12);
  const values = bytes.readUInt32LE(16);
  const text = (table, i) => {
    const length = bytes.readUInt32LE(table + 8 * i);
    const at = bytes.readUInt32LE(table + 8 * i + 4);
    return bytes.toString('utf8', at, at + length);
  };
  const messages = new Map();
  for (let i = 0; i < count; i++) messages.set(text(keys, i), text(values, i));
  messages.delete('');
  return messages;
}
