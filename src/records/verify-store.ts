/** Verification of everything that a store holds. */
import type { LogFinding, LogVerification } from '../contract/generated/types.ts';
import { columnsOf } from './appending.ts';
import { commitmentTo } from './commitment.ts';
import type { Tables } from './database.ts';
import { type KeptRotation, withRotations } from './known-keys.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { EMPTY_ROOT, equal, type Hash, hashLeaf } from './merkle.ts';
import { type Checkpoint, openNote, signaturesOf, statedCheckpoint, type Verifier } from './note.ts';
import { resultDigest } from './recording.ts';
import type { Store } from './store.ts';
import { EMPTY_EDGE, extend, type StoredNode } from './tree.ts';
import { type KnownKey, openCheckpoint } from './verify-record.ts';

/** Rows read at a time. */
const PAGE = 500;

/** Findings are kept up to here; a log that is wrong everywhere needs no longer list. */
const MAX_FINDINGS = 1_000;

type Find = (finding: LogFinding) => void;
type Row = Tables['records'];
type ContentRow = Tables['contents'];

/**
 * Checks everything that a store holds: every byte of every record is bound by a leaf, every leaf by the tree, every
 * tree by a signature. It reads one state of the store, whatever is recorded meanwhile.
 *
 * @param trusted public keys to begin with; keys that records of a rotation tie to them are taken as well, each for the
 *   trees of before its own rotation
 * @param witness checkpoints from outside the database, read before: those of later have records that are not seen
 */
export async function verifyStore(
  store: Store,
  trusted: readonly Verifier[],
  witness: readonly string[] = [],
): Promise<LogVerification> {
  const findings: LogFinding[] = [];
  const notices: LogFinding[] = [];
  const [find, notice] = [findings, notices].map(
    (list): Find =>
      (finding) =>
        void (list.length < MAX_FINDINGS && list.push(finding)),
  ) as [Find, Find];
  const counts = { records: 0, checkpoints: 0, size: 0, outside: 0 };
  try {
    const outside = witness.flatMap((note) => {
      const size = statedCheckpoint(note)?.size;
      if (size === undefined) find({ code: 'stray_text' });
      return size === undefined ? [] : [{ note, size }];
    });
    await inOneState(store, async (state) => {
      const checkpoints = await state.database.selectFrom('checkpoints').selectAll().orderBy('size').execute();
      for (const line of await store.integrity()) find({ code: 'database', what: line.slice(0, 200) });
      const wanted = new Set([...checkpoints, ...outside].map(({ size }) => size));
      const tree = await checkRecords(state, checkpoints, wanted, find, notice);
      const notes = new Map(checkpoints.map(({ size, note }) => [size, note]));
      const rotations = tree.rotations.map(({ keys, index, size }) => ({
        ...{ keys, index, note: notes.get(size) ?? '' },
        isIn: (checkpoint: Checkpoint) => isOf(checkpoint, size, tree.roots),
      }));
      const known = withRotations(trusted, rotations);
      for (const { size, note } of checkpoints)
        if (!isTrue(note, size, known, tree.roots) || !isSignedByAll(note, known)) find({ code: 'checkpoint', size });
      for (const { size, note } of outside) {
        // Of a checkpoint with two signatures a power cut may leave the first, whose key has ended: it says nothing else.
        const isBeginning = notes.get(size)?.startsWith(note) === true;
        if (!isBeginning && !isTrue(note, size, known, tree.roots)) find({ code: 'witness', size });
      }
      const covered = checkpoints.at(-1)?.size ?? 0;
      if (covered < tree.size) find({ code: 'uncovered', size: covered });
      Object.assign(counts, {
        records: tree.size,
        checkpoints: checkpoints.length,
        size: covered,
        outside: outside.length,
      });
    });
  } catch (error) {
    // A damaged file can also refuse to be read; that is what was to be found out.
    find({ code: 'database', what: error instanceof Error ? error.message.slice(0, 200) : 'unreadable' });
  }
  const keys = trusted.map(({ text }) => text);
  return { holds: findings.length === 0, keys, ...counts, findings, notices };
}

/** What of a store a verification reads. */
type State = Pick<Store, 'database'>;

function inOneState(store: Store, work: (state: State) => Promise<void>): Promise<void> {
  // SQLite has this isolation always, from the first that is read.
  const reading = store.database.transaction().setIsolationLevel('repeatable read');
  return reading.execute((database) => work({ database }));
}

/** Whether known keys have made all of its signatures: of its own checkpoints a log knows who signed them. */
function isSignedByAll(note: string, known: readonly KnownKey[]): boolean {
  const opened = openNote(note, known);
  return typeof opened !== 'string' && opened.by.length === signaturesOf(note);
}

/** Whether a key that counts there has signed that the first `size` records have the root that they have. */
function isTrue(note: string, size: number, known: readonly KnownKey[], roots: ReadonlyMap<number, Hash>): boolean {
  const checkpoint = openCheckpoint(note, known);
  return checkpoint !== undefined && isOf(checkpoint, size, roots);
}

function isOf(checkpoint: Checkpoint, size: number, roots: ReadonlyMap<number, Hash>): boolean {
  const root = roots.get(size);
  return checkpoint.size === size && root !== undefined && equal(root, checkpoint.root);
}

/** A rotation where it lies in the log. */
interface FoundRotation extends Pick<KeptRotation, 'keys' | 'index'> {
  /** The checkpoint that covered it first. */
  readonly size: number;
}

interface CheckedTree {
  readonly size: number;
  /** By size, of the sizes that were asked for. */
  readonly roots: ReadonlyMap<number, Hash>;
  readonly rotations: readonly FoundRotation[];
}

async function checkRecords(
  store: State,
  checkpoints: readonly Tables['checkpoints'][],
  wanted: ReadonlySet<number>,
  find: Find,
  notice: Find,
): Promise<CheckedTree> {
  for (const { id, place } of await strayRecords(store)) find({ code: 'stray_record', id, what: place });
  const erased = await erasures(store);
  const roots = new Map<number, Hash>([[0, EMPTY_ROOT]]);
  const rotations: FoundRotation[] = [];
  let [edge, nodes, contentRows, covering] = [EMPTY_EDGE, 0, 0, 0];
  let before = '';
  for (let next = 0; ; ) {
    const rows = await recordsFrom(store, next);
    if (rows.length === 0) break;
    const contents = await contentsOf(store, rows);
    for (const row of rows) {
      if (row.idx !== edge.size) find({ code: 'missing_record', index: edge.size });
      const leaf = checkRow(row, find);
      const own = contents.get(row.id) ?? [];
      contentRows += own.length;
      checkContents(row, leaf, own, erased, find);
      if (row.time < before) notice({ code: 'clock', index: row.idx });
      before = row.time;
      if (leaf?.keys !== undefined) rotations.push({ keys: leaf.keys, index: row.idx, size: row.size });
      while ((checkpoints[covering]?.size ?? Number.POSITIVE_INFINITY) <= row.idx) covering += 1;
      if (checkpoints[covering]?.size !== row.size) find({ code: 'size', index: row.idx });
      const grown = extend(edge, [hashLeaf(row.leaf)]);
      for (const node of grown.nodes) if (!(await isStored(store, node))) find({ code: 'node', index: node.index });
      nodes += grown.nodes.length;
      edge = grown.edge;
      if (wanted.has(edge.size)) roots.set(edge.size, grown.root);
    }
    next = (rows.at(-1)?.idx ?? next) + 1;
  }
  if ((await countOf(store, 'nodes')) !== nodes) find({ code: 'node' });
  if ((await countOf(store, 'contents')) !== contentRows) find({ code: 'stray_content' });
  return { size: edge.size, roots, rotations };
}

async function recordsFrom({ database }: State, index: number): Promise<readonly Row[]> {
  return database
    .selectFrom('records')
    .selectAll()
    .where('idx', '>=', index)
    .where('idx', '<=', LAST_PLACE)
    .orderBy('idx')
    .limit(PAGE)
    .execute();
}

/** Beyond it two places would be read as one. */
const LAST_PLACE = Number.MAX_SAFE_INTEGER;

/** What reading the log from its beginning would pass over. */
async function strayRecords({ database }: State) {
  return database
    .selectFrom('records')
    .select(['id', (at) => at.cast<string>('idx', 'text').as('place')])
    .where((at) => at.or([at('idx', '<', 0), at('idx', '>', LAST_PLACE)]))
    .orderBy('idx')
    .limit(MAX_FINDINGS)
    .execute();
}

async function contentsOf(
  { database }: State,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly ContentRow[]>> {
  const ids = rows.map(({ id }) => id);
  const found = await database.selectFrom('contents').selectAll().where('id', 'in', ids).execute();
  return Map.groupBy(found, ({ id }) => id);
}

/** What the log says was erased, as `id part`. */
async function erasures({ database }: State): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('records')
    .select('leaf')
    .where('kind', '=', 'erasure')
    .where('idx', '>=', 0)
    .where('idx', '<=', LAST_PLACE)
    .execute();
  const leaves = rows.map(({ leaf }) => parseLeaf(leaf)).filter((leaf) => leaf !== undefined);
  return new Set(leaves.flatMap(({ about, erased = [] }) => erased.map((part) => `${about} ${part}`)));
}

async function countOf({ database }: State, table: 'nodes' | 'contents'): Promise<number> {
  const { rows } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

async function isStored({ database }: State, { level, index, hash }: StoredNode): Promise<boolean> {
  const row = await database
    .selectFrom('nodes')
    .select('hash')
    .where('level', '=', level)
    .where('idx', '=', index)
    .executeTakeFirst();
  return row !== undefined && equal(row.hash, hash);
}

function checkRow(row: Row, find: Find): Leaf | undefined {
  const where = { index: row.idx, id: row.id };
  if (!equal(hashLeaf(row.leaf), row.leaf_hash)) find({ code: 'leaf_hash', ...where });
  const leaf = parseLeaf(row.leaf);
  if (leaf === undefined) {
    find({ code: 'leaf', ...where });
    return undefined;
  }
  for (const [column, value] of Object.entries(columnsOf(leaf)))
    if (row[column as keyof Row] !== value) find({ code: 'column', ...where, what: column });
  return leaf;
}

function checkContents(
  { idx, id }: Row,
  leaf: Leaf | undefined,
  contents: readonly ContentRow[],
  erased: ReadonlySet<string>,
  find: Find,
): void {
  for (const { part } of contents)
    if (part !== 'input' && part !== 'output') find({ code: 'stray_content', index: idx, id });
  for (const part of ['input', 'output'] as const) {
    const where = { index: idx, id, what: part };
    const row = contents.find((content) => content.part === part);
    const commitment = leaf?.[part];
    if (commitment === undefined) {
      if (row !== undefined && leaf !== undefined) find({ code: 'stray_content', ...where });
      continue;
    }
    if (row === undefined) {
      find({ code: 'content', ...where });
      continue;
    }
    const { salt, bytes } = row;
    if (salt === null || bytes === null) {
      const isWhole = salt === null && bytes === null && row.status === null;
      if (!isWhole || !erased.has(`${id} ${part}`)) find({ code: 'erasure', ...where });
      continue;
    }
    if (erased.has(`${id} ${part}`)) find({ code: 'erasure', ...where });
    if (commitmentTo({ salt, bytes }) !== commitment) find({ code: 'content', ...where });
    else checkOutput(where, part, bytes, row.status, leaf?.result, find);
  }
}

function checkOutput(
  where: Omit<LogFinding, 'code'>,
  part: 'input' | 'output',
  bytes: Uint8Array,
  status: string | null,
  result: string | undefined,
  find: Find,
): void {
  if (part === 'input') {
    if (status !== null) find({ code: 'column', ...where, what: 'status' });
    return;
  }
  const output = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
  if (output['status'] !== status) find({ code: 'column', ...where, what: 'status' });
  if (resultDigest(output) !== result) find({ code: 'result', ...where });
}
