/** Bundles in operation: which one decides, which could, who changed it and why. Sources come from configuration only. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type {
  BundleActivation,
  BundleKeys,
  BundleList,
  Configuration,
  ListedBundle,
} from './contract/generated/types.ts';
import { rulesContract } from './contract/schemas.ts';
import { validate } from './contract/validate.ts';
import { type GoldenResult, toldOf } from './engine/golden.ts';
import { sha256 } from './kernel/sha256.ts';
import { BOUNDS } from './policy/archive.ts';
import { builtInBundles } from './policy/generated/bundles.ts';
import { BundleRefused } from './policy/refused.ts';
import {
  appendActivation,
  BUILT_IN,
  readActivations,
  shelfOf,
  shelve,
  shelveBuiltIn,
  shelveContract,
  shelvedArchive,
  shelveEditions,
} from './policy/shelf.ts';
import { FILES, openSigned, readBundleKeys, type SignedBundle } from './policy/signed.ts';
import type { Actor } from './records/leaf.ts';
import { createService, located, type ServiceOptions, type TongzeService, TREES } from './service.ts';

export type DeskConfiguration = Pick<
  Configuration,
  'TONGZE_DATA' | 'TONGZE_BUNDLES' | 'TONGZE_BUNDLE_KEYS' | 'TONGZE_TERRITORY'
>;

/** A change that cannot be made as it was asked. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** A bundle of the source: opened, or refused. */
interface Sourced {
  readonly file: string;
  readonly archive: Uint8Array;
  readonly opened: SignedBundle | BundleRefused;
}

export interface Desk {
  /** Every activation, the one in force last; none while nobody ever changed the built-in bundle. */
  activations(): readonly BundleActivation[];
  /** Loads a bundle that was put into operation. @throws {BundleRefused} where its signature holds no more */
  load(id: string): Promise<TongzeService>;
  list(): Promise<BundleList>;
  /**
   * Puts a bundle of the source into operation, once its signature, its sequence, its contract and its own cases hold.
   *
   * @param named its digest, or the name of its file
   * @throws {BundleRefused}
   * @throws {ChangeRefused} where the source has none of that name
   */
  activate(named: string, actor: Actor, reason: string): Promise<BundleActivation>;
  /**
   * Goes back to a bundle that was in operation before; to the one before this if none is named.
   *
   * @throws {ChangeRefused} where none is named after a rollback, or the one named was never in operation
   */
  rollback(named: string | undefined, actor: Actor, reason: string): Promise<BundleActivation>;
  /** Opens a file, tries its cases and puts nothing into operation. */
  verify(archive: Uint8Array): Promise<{ readonly signed: SignedBundle; readonly golden: GoldenResult }>;
}

/** @param evaluated is told of the evaluations of the bundles that `load` gives */
export function createDesk(
  configuration: DeskConfiguration,
  { evaluated }: Pick<ServiceOptions, 'evaluated'> = {},
): Desk {
  const { TONGZE_BUNDLES: source, TONGZE_TERRITORY: territory } = configuration;
  // Paths of a bundle that are not absolute lie in the program's folder.
  const data = resolve(configuration.TONGZE_DATA);
  const keys = (): BundleKeys => {
    const path = configuration.TONGZE_BUNDLE_KEYS;
    if (path === undefined) throw new ChangeRefused('没有可信的公钥：填 TONGZE_BUNDLE_KEYS (set TONGZE_BUNDLE_KEYS)');
    return readBundleKeys(path);
  };
  const serviceOf = (folder: string, { files }: SignedBundle): Promise<TongzeService> => {
    const digested = (name: string) => ({ path: join(folder, name), sha256: sha256(files.get(name) as Uint8Array) });
    const bundles = { wasm: digested(FILES.wasm), rego: digested(FILES.rego), trees: digested(FILES.trees) };
    return createService({ territory, bundles, ...(evaluated === undefined ? {} : { evaluated }) });
  };
  const sources = async (): Promise<readonly Sourced[]> => {
    if (source === undefined) throw new ChangeRefused('没有规则包的来源：填 TONGZE_BUNDLES (set TONGZE_BUNDLES)');
    const trusted = keys();
    return Promise.all(
      filesOf(source).map(async (path) => {
        const archive = read(path);
        return { file: basename(path), archive, opened: await openedOrRefused(archive, trusted) };
      }),
    );
  };
  /** Tries a bundle as it would run. */
  const tried = async (signed: SignedBundle, archive: Uint8Array): Promise<GoldenResult> => {
    if (signed.signature.contract !== rulesContract()) throw new BundleRefused('other-contract');
    let service: TongzeService;
    try {
      service = await serviceOf(shelve(data, signed, archive), signed);
    } catch (cause) {
      throw new BundleRefused('unsuitable', undefined, { cause });
    }
    try {
      if (service.revision !== signed.signature.revision) throw new BundleRefused('bad-signature');
      return await service.golden(signed.files.get(FILES.cases) as Uint8Array);
    } finally {
      await service.close();
    }
  };
  const requireGolden = async (signed: SignedBundle, archive: Uint8Array): Promise<void> => {
    const golden = await tried(signed, archive);
    if (golden.failures.length > 0) throw new BundleRefused('golden-case', toldOf(golden));
  };
  const changed = (
    action: BundleActivation['action'],
    bundle: string,
    sequence: number,
    actor: Actor,
    reason: string,
  ) => {
    const { subject, tenant, role } = actor;
    const time = new Date().toISOString();
    const activation: BundleActivation = {
      time,
      action,
      bundle,
      sequence,
      actor: { subject, tenant, role },
      reason,
    };
    const [item] = validate('bundle-activation.schema.json', activation);
    // A line that is none would keep the service from its next start.
    if (item !== undefined) throw new ChangeRefused(`${item.pointer.slice(1)}：${item.message}${item.remedy}`);
    appendActivation(data, activation);
    return activation;
  };

  return {
    activations: () => readActivations(data),
    load: async (id) => {
      shelveContract(data);
      if (id === BUILT_IN) return builtIn(data, { territory, ...(evaluated === undefined ? {} : { evaluated }) });
      const archive = shelvedArchive(data, id);
      if (archive === undefined) throw new BundleRefused('missing-file', id);
      const signed = await openSigned(archive, keys());
      if (signed.id !== id) throw new BundleRefused('altered-file', id);
      if (signed.signature.contract !== rulesContract()) throw new BundleRefused('other-contract');
      const service = await serviceOf(shelfOf(data, id), signed);
      shelveEditions(data, service.editionFiles);
      return service;
    },
    list: async () => {
      const history = readActivations(data);
      const current = history.at(-1)?.bundle ?? BUILT_IN;
      const known = source === undefined ? [] : await sources();
      const highest = highestOf(history);
      const listed = known.map((one) => listedOf(one, highest, history));
      const elsewhere = [...new Map(history.map((one) => [one.bundle, one])).values()]
        .filter(({ bundle }) => bundle !== BUILT_IN)
        .filter(({ bundle, sequence }) => !listed.some((one) => one.bundle === bundle && one.sequence === sequence))
        .map(
          ({ bundle, sequence }) => ({ bundle, sequence, state: bundle === current ? 'active' : 'earlier' }) as const,
        );
      const own = { bundle: BUILT_IN, revision: builtInBundles.revision, sequence: 0 };
      return {
        active: current,
        bundles: [{ ...own, state: current === BUILT_IN ? 'active' : 'earlier' }, ...listed, ...elsewhere],
        history: [...history].reverse().slice(0, 1_000),
      };
    },
    activate: async (named, actor, reason) => {
      const found = (await sources()).find(
        ({ file, opened }) => file === named || (!(opened instanceof BundleRefused) && opened.id === named),
      );
      if (found === undefined)
        throw new ChangeRefused('来源里没有这个规则包：看 bundle list (no such bundle in TONGZE_BUNDLES)');
      const { opened, archive } = found;
      if (opened instanceof BundleRefused) throw opened;
      if (opened.signature.sequence <= highestOf(readActivations(data))) throw new BundleRefused('older-sequence');
      await requireGolden(opened, archive);
      return changed('activate', opened.id, opened.signature.sequence, actor, reason);
    },
    rollback: async (named, actor, reason) => {
      const history = readActivations(data);
      const current = history.at(-1)?.bundle ?? BUILT_IN;
      // The one before is now the one that was withdrawn.
      if (named === undefined && history.at(-1)?.action === 'rollback')
        throw new ChangeRefused(
          '上一次更换就是退回，再退会重新启用刚退下的规则包：写明退到哪一个（命令用 --to，接口填 bundle），看 bundle list (the last change was a rollback: name the bundle)',
        );
      const before = history.filter(({ bundle }) => bundle !== current).at(-1);
      const target = named ?? before?.bundle ?? BUILT_IN;
      if (target === current) throw new ChangeRefused('正在运行的就是它 (it is in operation already)');
      if (target === BUILT_IN) return changed('rollback', BUILT_IN, 0, actor, reason);
      const archive = shelvedArchive(data, target);
      if (archive === undefined || !history.some(({ bundle }) => bundle === target))
        throw new ChangeRefused('只能退回用过的规则包：看 bundle list (only to a bundle that was in operation)');
      const signed = await openSigned(archive, keys());
      await requireGolden(signed, archive);
      return changed('rollback', target, signed.signature.sequence, actor, reason);
    },
    verify: async (archive) => {
      const signed = await openSigned(archive, keys());
      return { signed, golden: await tried(signed, archive) };
    },
  };
}

async function builtIn(data: string, options: ServiceOptions): Promise<TongzeService> {
  const service = await createService(options);
  const { wasm, rego } = service.bundles;
  shelveEditions(data, service.editionFiles);
  shelveBuiltIn(data, wasm.sha256, { wasm: wasm.path, rego: rego.path, trees: located(TREES) });
  return service;
}

/** Sequences only grow, also over a rollback. */
function highestOf(history: readonly BundleActivation[]): number {
  return Math.max(0, ...history.map(({ sequence }) => sequence));
}

function listedOf({ file, opened }: Sourced, highest: number, history: readonly BundleActivation[]): ListedBundle {
  if (opened instanceof BundleRefused) return { file, state: 'refused', refusal: opened.message };
  const { revision, sequence } = opened.signature;
  const said = { file, bundle: opened.id, revision, sequence, key: opened.keyId };
  // The same rules may be signed again under another number: an archive is its rules and its number.
  const isIt = (one: BundleActivation | undefined) => one?.bundle === opened.id && one.sequence === sequence;
  if (isIt(history.at(-1))) return { ...said, state: 'active' };
  if (sequence > highest) return { ...said, state: 'available' };
  if (history.some(isIt)) return { ...said, state: 'earlier' };
  return { ...said, state: 'refused', refusal: new BundleRefused('older-sequence').message };
}

async function openedOrRefused(archive: Uint8Array, keys: BundleKeys): Promise<SignedBundle | BundleRefused> {
  return openSigned(archive, keys).catch((thrown: unknown) => {
    if (thrown instanceof BundleRefused) return thrown;
    throw thrown;
  });
}

/** Not read at all where it is larger than a bundle may be: it is refused for its size. */
function read(path: string): Uint8Array {
  return statSync(path).size > BOUNDS.packedBytes ? new Uint8Array(BOUNDS.packedBytes + 1) : readFileSync(path);
}

function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.tar.gz'));
    return names.sort().map((name) => join(path, name));
  } catch {
    throw new ChangeRefused(`规则包的来源 ${path} 读不出，核对 TONGZE_BUNDLES (the source cannot be read)`);
  }
}
