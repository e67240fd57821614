/** A data folder with records in it, as a service that was stopped leaves it. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Test } from 'tap';
import type { Recorded } from '../../src/contract/generated/types.ts';
import { type Committed, commitmentTo } from '../../src/records/commitment.ts';
import { openRecords, type Records } from '../../src/records/open.ts';
import { dataFolder } from './process.ts';
import { callerOf, gradeOf, recordedOf, service } from './records.ts';

export const quiet = {
  onBroken: (error: Error) => {
    throw error;
  },
  onWitnessFailure: (error: unknown) => {
    throw error;
  },
};

export function openIn(folder: string, more: object = {}): Promise<Records> {
  return openRecords({ TONGZE_DATA: folder, ...more }, service.origin, service.decideJson, quiet);
}

export async function folderWith(t: Test, deaths: readonly number[]) {
  const folder = dataFolder(t);
  const records = await openIn(folder);
  const made: Recorded[] = [];
  for (const [at, number] of deaths.entries()) {
    made.push(recordedOf(await records.recording.decide(callerOf(`k${at}`), gradeOf(number))));
  }
  const key = records.verifier.text;
  await records.close();
  return { folder, made, key };
}

/** Changes the database as somebody who has it and knows how; `commitment(salt, bytes)` is that of a leaf. */
export function tamper(folder: string, statement: string): void {
  const database = new Database(join(folder, 'tongze.db'));
  for (const name of database.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    database.exec(`drop trigger ${name}`);
  database.function('commitment', (salt, bytes) => commitmentTo({ salt, bytes } as Committed));
  database.exec(statement);
  database.close();
}
