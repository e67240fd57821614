/** Bits that flip in the bytes of records, wherever they lie in the file: each is reported by `verify`. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqlite } from '../../src/records/sqlite.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import type { Proof } from './proof.ts';
import { recordCases } from './records/history.ts';
import { randomFrom } from './records/random.ts';
import { inFolder } from './records/service.ts';
import { type Extent, liveExtents } from './records/sqlite-cells.ts';

export const name = 'flipped-bits';
export const title = '记录的字节里翻转任何一位，核对都会报告';

const TABLES = ['records', 'contents', 'checkpoints', 'nodes'];

export const run: Proof['run'] = async ({ short, seed }) => {
  const flips = short ? 50 : 500;
  const failures: string[] = [];
  return inFolder(async (folder) => {
    const verifier = await recordCases(folder, 40);
    const database = join(folder, 'tongze.db');
    const extents = liveExtents(database, TABLES);
    const bytes = extents.reduce((sum, { from, to }) => sum + to - from, 0);
    const random = randomFrom(seed);
    const damaged = join(folder, 'damaged.db');
    let [reported, bySqlite] = [0, 0];
    for (let flip = 0; flip < flips; flip += 1) {
      const offset = placeOf(extents, Math.floor(random() * bytes));
      const bit = Math.floor(random() * 8);
      const file = readFileSync(database);
      file.writeUInt8(file.readUInt8(offset) ^ (1 << bit), offset);
      writeFileSync(damaged, file);
      if (!isSoundToSqlite(damaged)) bySqlite += 1;
      if (await isReported(damaged, verifier)) reported += 1;
      else failures.push(`字节 ${offset} 的第 ${bit} 位：没有报告`);
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${damaged}${suffix}`, { force: true });
    }
    // The same check on the file as it was says nothing, so that a report means something.
    copyFileSync(database, damaged);
    if (await isReported(damaged, verifier)) failures.push('没有翻转的文件也被报告');
    return {
      figures: { 记录的字节: bytes, 翻转的位: flips, 核对报告的: reported, 'SQLite 自己发现的': bySqlite },
      failures,
    };
  });
};

/** The byte of the file that is the n-th of all live ones. */
function placeOf(extents: readonly Extent[], n: number): number {
  let left = n;
  for (const { from, to } of extents) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  throw new Error('beyond the live bytes');
}

function isSoundToSqlite(path: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    return database.pragma('integrity_check', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    database.close();
  }
}

async function isReported(path: string, verifier: Parameters<typeof verifyStore>[1][number]): Promise<boolean> {
  try {
    const store = await openSqlite(path);
    try {
      const { findings } = await verifyStore(store, [verifier]);
      return findings.length > 0;
    } finally {
      await store.close();
    }
  } catch {
    // A database that does not open any more is reported too.
    return true;
  }
}
