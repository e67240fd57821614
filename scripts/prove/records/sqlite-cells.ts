/**
 * Where the live bytes of records lie in a file of SQLite: the payload of every cell of the tables, headers and values,
 * overflow pages included. What is free, and what only arranges pages, is left out.
 *
 * @source https://www.sqlite.org/fileformat2.html sections 1.6 and 2.1
 */

import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Bytes from `from` to `to`, the end excluded. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

const TABLE_LEAF = 0x0d;
const TABLE_INTERIOR = 0x05;

/** @param path a database without a journal beside it */
export function liveExtents(path: string, tables: readonly string[]): readonly Extent[] {
  const database = new Database(path, { readonly: true });
  const roots = tables.map(
    (table) =>
      database
        .prepare("select rootpage from sqlite_schema where type = 'table' and name = ?")
        .pluck()
        .get(table) as number,
  );
  database.close();
  const file = readFileSync(path);
  const pageSize = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
  const usable = pageSize - file.readUInt8(20);
  return roots.flatMap((root) => extentsOf(file, pageSize, usable, root));
}

function extentsOf(file: Buffer, pageSize: number, usable: number, page: number): readonly Extent[] {
  const start = (page - 1) * pageSize;
  const header = page === 1 ? start + 100 : start;
  const kind = file.readUInt8(header);
  const count = file.readUInt16BE(header + 3);
  const pointers = header + (kind === TABLE_INTERIOR ? 12 : 8);
  const cells = Array.from({ length: count }, (_, at) => start + file.readUInt16BE(pointers + 2 * at));
  if (kind === TABLE_INTERIOR) {
    const children = [...cells.map((cell) => file.readUInt32BE(cell)), file.readUInt32BE(header + 8)];
    return children.flatMap((child) => extentsOf(file, pageSize, usable, child));
  }
  if (kind !== TABLE_LEAF) throw new Error(`page ${page} is of no table`);
  return cells.flatMap((cell) => payloadOf(file, pageSize, usable, cell));
}

function payloadOf(file: Buffer, pageSize: number, usable: number, cell: number): readonly Extent[] {
  const [length, afterLength] = varint(file, cell);
  const [, from] = varint(file, afterLength);
  const most = usable - 35;
  if (length <= most) return [{ from, to: from + length }];
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const aligned = least + ((length - least) % (usable - 4));
  const local = aligned <= most ? aligned : least;
  const extents: Extent[] = [{ from, to: from + local }];
  let left = length - local;
  for (let page = file.readUInt32BE(from + local); left > 0 && page !== 0; ) {
    const start = (page - 1) * pageSize;
    const here = Math.min(left, usable - 4);
    extents.push({ from: start + 4, to: start + 4 + here });
    left -= here;
    page = file.readUInt32BE(start);
  }
  return extents;
}

/** The value of a varint and where it ends. Lengths of payloads are far below 2^53. */
function varint(file: Buffer, at: number): readonly [number, number] {
  let value = 0;
  for (let length = 0; length < 8; length += 1) {
    const byte = file.readUInt8(at + length);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + length + 1];
  }
  return [value * 256 + file.readUInt8(at + 8), at + 9];
}
