/** Reads which characters a TrueType font holds (its `cmap` table, formats 4 and 12) and writes them as a CSS unicode-range. */

/** List the code points of a font, in order. */
export function readCodePoints(sfnt) {
  const table = findTable(sfnt, 'cmap');
  const points = new Set();
  for (let index = 0; index < sfnt.readUInt16BE(table + 2); index++) {
    const start = table + sfnt.readUInt32BE(table + 4 + index * 8 + 4);
    const format = sfnt.readUInt16BE(start);
    if (format === 4) readSegments(sfnt, start, points);
    if (format === 12) readGroups(sfnt, start, points);
  }
  return [...points].sort((left, right) => left - right);
}

function findTable(sfnt, name) {
  for (let index = 0; index < sfnt.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (sfnt.toString('latin1', record, record + 4) === name) return sfnt.readUInt32BE(record + 8);
  }
  throw new Error(`Unexpected font without a \`${name}\` table`);
}

/** Format 4: parallel arrays of ends and starts; the glyph itself does not matter, subset fonts have no holes in a segment. */
function readSegments(sfnt, start, points) {
  const bytes = sfnt.readUInt16BE(start + 6);
  for (let offset = 0; offset < bytes; offset += 2) {
    const end = sfnt.readUInt16BE(start + 14 + offset);
    const from = sfnt.readUInt16BE(start + 16 + bytes + offset);
    for (let point = from; point <= end && point < 0xffff; point++) points.add(point);
  }
}

/** Format 12: groups of (first, last, glyph), for characters beyond the first plane. */
function readGroups(sfnt, start, points) {
  for (let index = 0; index < sfnt.readUInt32BE(start + 12); index++) {
    const group = start + 16 + index * 12;
    for (let point = sfnt.readUInt32BE(group); point <= sfnt.readUInt32BE(group + 4); point++)
      points.add(point);
  }
}

/** Write code points as CSS does: `U+20-7E,U+A0`. */
export function toRanges(codePoints) {
  const ranges = [];
  for (const point of codePoints) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

function hex(point) {
  return point.toString(16).toUpperCase();
}
