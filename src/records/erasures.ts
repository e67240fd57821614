/** Whether what is gone was erased: a row that says so proves nothing, a leaf of the log does. */
import { describe, type FoundRecord, findRecord, missingParts, relatedTo } from './reading.ts';
import type { Part, Store } from './store.ts';
import { type KnownKey, verifyRecord } from './verify-record.ts';

/** Parts of a record that are gone by an erasure which no checkpoint covers: somebody put its row into the database. */
export async function unprovenErasures(
  store: Store,
  record: FoundRecord,
  known: readonly KnownKey[],
): Promise<readonly Part[]> {
  const erased = missingParts(record).filter((part) => !record.lost.has(part));
  if (erased.length === 0) return [];
  const proven = new Set<Part>();
  const { rows } = await relatedTo(store, record.leaf.id);
  for (const { id } of rows.filter(({ kind }) => kind === 'erasure')) {
    const erasure = await findRecord(store, id);
    if (erasure === undefined || !verifyRecord(await describe(store, erasure), known).holds) continue;
    for (const part of erasure.leaf.erased ?? []) proven.add(part);
  }
  return erased.filter((part) => !proven.has(part));
}
