/** What old decisions were made with, kept in the data folder: given out as evidence, and loaded to decide once more. */
import { resolve } from 'node:path';
import { contractDigest } from './contract/schemas.ts';
import { evidenceOf, type Materials, nameOf as nameOfPackage } from './evidence/package.ts';
import type { Evidence } from './http/decisions.ts';
import { keptFor, readContract } from './policy/shelf.ts';
import type { Origin } from './records/appending.ts';
import type { Leaf } from './records/leaf.ts';
import type { Verifier } from './records/note.ts';
import type { FoundRecord } from './records/reading.ts';
import type { Replayer } from './records/replay.ts';
import type { Store } from './records/store.ts';
import { createService, type TongzeService } from './service.ts';

/** Old bundles that stay loaded while nobody uses them. */
const LOADED = 2;

interface Loaded {
  readonly service: Promise<TongzeService>;
  users: number;
}

export interface KeptRules {
  /**
   * Runs `work` with the bundle, the contract and the table of places that the record names.
   *
   * @throws {NotKept} from `src/policy/shelf.ts`
   */
  replaying<T>(leaf: Leaf, work: (replayer: Replayer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createKept(data: string): KeptRules {
  const loaded = new Map<string, Loaded>();

  const load = async (leaf: Leaf): Promise<TongzeService> => {
    // Paths of a bundle that are not absolute lie in the program's folder.
    const { wasm, rego, schemas, editions } = keptFor(resolve(data), leaf);
    return createService({
      bundles: { wasm, rego },
      ...(leaf.contract === contractDigest() ? {} : { contract: readContract(schemas) }),
      ...(editions.size === 0 ? {} : { territory: [...editions.values()].map(({ path }) => path) }),
    });
  };
  const drop = async (key: string, { service }: Loaded): Promise<void> => {
    loaded.delete(key);
    await service.then(
      (made) => made.close(),
      () => undefined,
    );
  };
  const make = (key: string, leaf: Leaf): Loaded => {
    const made: Loaded = { service: load(leaf), users: 0 };
    loaded.set(key, made);
    made.service.catch(() => loaded.delete(key));
    return made;
  };

  return {
    replaying: async (leaf, work) => {
      const key = nameOf(leaf);
      const own = loaded.get(key) ?? make(key, leaf);
      own.users += 1;
      try {
        return await work(replayerOf(await own.service));
      } finally {
        own.users -= 1;
        const idle = [...loaded].filter(([, { users }]) => users === 0);
        for (const [name, one] of idle.slice(0, Math.max(0, loaded.size - LOADED))) await drop(name, one);
      }
    },
    close: async () => {
      await Promise.all([...loaded].map(([key, one]) => drop(key, one)));
    },
  };
}

/** Makes packages of evidence from a store and from what is kept beside it. */
export function createEvidence(data: string, store: Store, trusted: readonly Verifier[]) {
  return async (record: FoundRecord, first?: number): Promise<Evidence> => {
    const made = await evidenceOf(
      { store, trusted, materialsOf: ({ leaf }) => materialsOf(data, leaf) },
      record,
      first,
    );
    if (typeof made === 'string') return { refused: made };
    return { name: `${nameOfPackage(record.leaf.id)}.tar.gz`, bytes: made };
  };
}

function materialsOf(data: string, leaf: Leaf): Materials {
  const { wasm, rego, schemas, editions } = keptFor(data, leaf);
  const texts = new Map([...editions].map(([day, { bytes }]) => [day, bytes]));
  return { wasm: wasm.bytes, rego: rego.bytes, schemas, editions: texts };
}

export function replayerOf(service: TongzeService): Replayer {
  const { revision, addedEditions, decideJson, compare } = service;
  return { revision, territory: [...addedEditions], decide: decideJson, compare };
}

/** Whether a service decides with the very rules, contract and places that a record names. */
export function isOf({ origin }: TongzeService, leaf: Leaf): boolean {
  return nameOf(origin) === nameOf(leaf);
}

function nameOf({ bundle, contract, territory = [] }: Origin): string {
  return [bundle.sha256, contract, ...territory.map(({ sha256 }) => sha256)].join(' ');
}
