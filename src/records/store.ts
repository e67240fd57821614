/** What the log needs of a database; `sqlite.ts` and `postgres.ts` fulfil it, and one suite tests both. */
import type { Kysely } from 'kysely';
import type { Tables } from './database.ts';
import type { Hash } from './merkle.ts';
import type { StoredNode } from './tree.ts';

export type Part = 'input' | 'output';

export interface Content {
  readonly part: Part;
  readonly salt: Uint8Array;
  /** Canonical JSON. */
  readonly bytes: Uint8Array;
  /** Of a decision's output; what can be searched for. */
  readonly status: string | null;
}

/** One record, ready to be appended. */
export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly time: string;
  readonly tenant: string;
  readonly subject: string;
  readonly question: string | null;
  readonly day: string | null;
  /** The record that this one confirms, corrects or erases. */
  readonly about: string | null;
  /** The decision that this one takes the place of: at most one can. */
  readonly supersedes: string | null;
  /** SHA-256 over caller, route and Idempotency-Key, 64 hex digits. */
  readonly idempotency: string | null;
  /** Canonical JSON. */
  readonly leaf: Uint8Array;
  readonly contents: readonly Content[];
  /** Parts of the record `about` that end with this record. */
  readonly erases: readonly Part[];
}

export interface Placed extends Entry {
  readonly index: number;
  readonly leafHash: Hash;
  /** Leaves that the checkpoint of its group covers. */
  readonly size: number;
}

/** The one writing transaction; nothing else writes while it runs, in no process. */
export interface Writing {
  /** Leaves that the latest checkpoint covers. */
  size(): Promise<number>;
  /** Of these hashes of Idempotency-Keys, those that a record has, with its id. */
  byIdempotency(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Of these ids, those that a correction already supersedes. */
  superseded(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Writes records, contents and nodes, and erases what the records say. */
  append(records: readonly Placed[], nodes: readonly StoredNode[]): Promise<void>;
  /** The leaves as the store now gives them back. */
  leaves(from: number, to: number): Promise<readonly Uint8Array[]>;
  checkpoint(size: number, note: string): Promise<void>;
  /**
   * Makes the transaction one that has to reach the disk, and leaves nothing in it.
   *
   * @param room whether there has to be room for a record too
   */
  probe(room: boolean): Promise<void>;
}

export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** For reading. */
  readonly database: Kysely<Tables>;
  /**
   * Runs `work` in one durable transaction; when it returns, what it wrote survives a crash of the machine.
   *
   * @throws {StoreFailed} and what `work` threw; then nothing was written, unless the failure is `unavailable`
   */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  /** The id of the record under this hash of an Idempotency-Key. */
  recordWith(idempotency: string): Promise<string | undefined>;
  /** Turns what the driver threw into {StoreFailed}; everything else is given back. */
  failure(error: unknown): unknown;
  /** Findings of the database's own check of its files. */
  integrity(): Promise<readonly string[]>;
  /** Writes a copy that can be opened as a store of its own. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
