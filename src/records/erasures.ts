/** Whether what is gone was erased: a row that says so proves nothing, a leaf of the log does. */
import { damaged } from './failures.ts';
import { keysOf } from './known-keys.ts';
import { parseLeaf } from './leaf.ts';
import { hashLeaf, verifyInclusion } from './merkle.ts';
import type { Verifier } from './note.ts';
import { checkpointAt, type FoundRecord, inclusionProof, missingParts } from './reading.ts';
import type { Part, Store } from './store.ts';
import { type KnownKey, openCheckpoint } from './verify-record.ts';

/** Parts of a record that are gone by an erasure which no checkpoint covers: somebody put its row into the database. */
export async function unprovenErasures(
  store: Store,
  record: FoundRecord,
  known: readonly KnownKey[],
): Promise<readonly Part[]> {
  let open = missingParts(record).filter((part) => !record.lost.has(part));
  if (open.length === 0) return [];
  const { id } = record.leaf;
  const rows = await store.database
    .selectFrom('records')
    .select(['idx', 'size', 'leaf'])
    .where('about', '=', id)
    .where('kind', '=', 'erasure')
    .orderBy('idx')
    .execute();
  for (const row of rows) {
    if (open.length === 0) break;
    const leaf = parseLeaf(row.leaf);
    // The column may say whatever it likes.
    if (leaf?.about === id && (await isInLog(store, row, known)))
      open = open.filter((part) => leaf.erased?.includes(part) !== true);
  }
  return open;
}

/** Whether a checkpoint that one of the keys has signed covers these very bytes. */
async function isInLog(
  store: Store,
  { idx: index, size, leaf }: { readonly idx: number; readonly size: number; readonly leaf: Uint8Array },
  known: readonly KnownKey[],
): Promise<boolean> {
  const checkpoint = openCheckpoint((await checkpointAt(store, size)) ?? '', known);
  if (checkpoint?.size !== size || index < 0 || index >= size) return false;
  const proof = await inclusionProof(store, index, size);
  return verifyInclusion({ index, size, leafHash: hashLeaf(leaf), proof, root: checkpoint.root });
}

/** @throws {StoreFailed} `corrupt` when a part is gone by an erasure that is not in the log */
export async function assertErasedOnRecord(
  store: Store,
  record: FoundRecord,
  trusted: readonly Verifier[],
): Promise<void> {
  if (missingParts(record).length === 0) return;
  const [part] = await unprovenErasures(store, record, await keysOf(store, trusted));
  if (part !== undefined)
    throw damaged(
      `${part === 'input' ? '输入' : '输出'}不在了，而清除它的记录不在日志里 ` +
        `(the ${part} is gone, and the record of its erasure is not in the log)`,
    );
}
