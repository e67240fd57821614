/** Faults planted in the rules are noticed by the legal cases: the encoding cannot drift from the law unseen. */
import { globSync, readFileSync } from 'node:fs';
import { readCases } from '../../test/support/cases.ts';
import { EQUIVALENT } from '../mutants/equivalent.ts';
import { createTree, type Fate } from '../mutants/kill.ts';
import { type Mutant, mutantsOf, provisionAt } from '../mutants/operators.ts';
import { findTool } from '../tools.mjs';
import type { ProofOptions, ProofResult } from './proof.ts';

export const name = 'mutants';
export const title = '规则中的差错会被案例发现：每个位置每一种差错，发现的不少于百分之九十五，任何条款不低于百分之八十';

/** Rules written by hand; generated modules are proven by their generators, checks by their tests. */
const SOURCES = ['policies/**/*.rego'];
const LEFT_OUT = /_test\.rego$|^policies\/(?:checks|facts|readings|questions\/found)\//;

/** One of how many mutants the short form tries. */
const SHORT_SHARE = 10;
const TREES = 2;

interface Planted {
  readonly path: string;
  readonly provision: string;
  readonly mutant: Mutant;
}

export async function run({ short, seed }: ProofOptions): Promise<ProofResult> {
  const opa = findTool('opa');
  if (opa === null) throw new Error('缺少 opa：npm run setup');
  const all = planted();
  const chosen = short ? all.filter((_, i) => (i + seed) % SHORT_SHARE === 0) : all;
  const fates = await fatesOf(opa, chosen);
  return verdict(chosen, fates, short);
}

function planted(): readonly Planted[] {
  return globSync(SOURCES)
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .flatMap((path) => {
      const source = readFileSync(path, 'utf8');
      return mutantsOf(source).map((mutant) => ({ path, provision: provisionAt(source, mutant.line) ?? path, mutant }));
    });
}

async function fatesOf(opa: string, chosen: readonly Planted[]): Promise<readonly Fate[]> {
  const cases = readCases().filter(({ body }) => body.refused === undefined);
  const fates: Fate[] = [];
  let next = 0;
  const work = async () => {
    const tree = createTree(opa, cases);
    try {
      for (let i = next++; i < chosen.length; i = next++) {
        const { path, mutant } = chosen[i] as Planted;
        fates[i] = await tree.fateOf(path, mutant.source);
      }
    } finally {
      tree.close();
    }
  };
  await Promise.all(Array.from({ length: TREES }, work));
  return fates;
}

const LEAST = 0.95;
const LEAST_OF_ONE = 0.8;
/** Of fewer mutants than these a share says nothing. */
const FEW = 5;

const keyOf = ({ path, mutant }: Planted) => `${path} ${mutant.operator} ${mutant.change}`;

function verdict(chosen: readonly Planted[], fates: readonly Fate[], short: boolean): ProofResult {
  const live = chosen
    .map((one, i) => ({ one, fate: fates[i] as Fate }))
    .filter(({ fate }) => fate.kind !== 'stillborn');
  const survivors = live.filter(({ fate }) => fate.kind === 'survived');
  const excused = survivors.filter(({ one }) => EQUIVALENT[keyOf(one)] !== undefined);
  const unexcused = survivors.filter((survivor) => !excused.includes(survivor));
  const counted = live.length - excused.length;
  const share = (counted - unexcused.length) / counted;
  const failures = unexcused.map(
    ({ one }) => `存活 ${one.path}:${one.mutant.line} ${one.provision} ${one.mutant.operator} ${one.mutant.change}`,
  );
  const weak = [...Map.groupBy(live, ({ one }) => one.provision)]
    .map(([provision, group]) => {
      const alive = group.filter((member) => unexcused.includes(member)).length;
      return { provision, size: group.length, share: 1 - alive / group.length };
    })
    .filter(({ size, share }) => size >= FEW && share < LEAST_OF_ONE);
  const idle = short ? [] : Object.keys(EQUIVALENT).filter((key) => !excused.some(({ one }) => keyOf(one) === key));
  const kept = share >= LEAST && (short || weak.length === 0);
  return {
    figures: {
      差错: chosen.length,
      不能编译: chosen.length - live.length,
      被发现: counted - unexcused.length,
      存活: unexcused.length,
      证明等价: excused.length,
      发现率: `${(share * 100).toFixed(1)} %`,
      最弱的条款:
        weak.map(({ provision, share: own }) => `${provision} ${(own * 100).toFixed(0)} %`).join('、') ||
        '没有低于 80 % 的',
    },
    failures: [...(kept ? [] : failures), ...idle.map((key) => `不再需要的等价证明：${key}`)],
  };
}
