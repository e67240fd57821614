/** Faults planted in the rules are noticed by the legal cases: the encoding cannot drift from the law unseen. */
import { globSync, readFileSync } from 'node:fs';
import { type PlacedCase, readCases } from '../../test/support/cases.ts';
import { EQUIVALENT } from '../mutants/equivalent.ts';
import { createTree, type Fate } from '../mutants/kill.ts';
import { type Mutant, mutantsOf, provisionAt } from '../mutants/operators.ts';
import { findTool } from '../tools.mjs';
import type { ProofOptions, ProofResult } from './proof.ts';

export const name = 'mutants';
export const title = '规则中的差错会被案例发现：每个位置每一种差错，发现的不少于百分之九十五，任何条款不低于百分之八十';

/** Generated modules are proven by their generators, checks by their tests. */
const LEFT_OUT = /_test\.rego$|^policies\/(?:checks|facts|readings|questions\/found)\//;

/**
 * One of how many mutants the short form tries. An author who writes the cases of one article sets MUTANTS_ONLY to a part
 * of its path and MUTANTS_SHARE to 1.
 */
const SHORT_SHARE = 25;
const TREES = 2;

interface Planted {
  readonly path: string;
  /** Those whose answers the file can change. */
  readonly questions: readonly string[];
  readonly provision: string;
  readonly mutant: Mutant;
}

export async function run({ short, seed }: ProofOptions): Promise<ProofResult> {
  const opa = findTool('opa');
  if (opa === null) throw new Error('缺少 opa：npm run setup');
  const cases = readCases().filter(({ body }) => body.refused === undefined);
  const all = planted([...new Set(cases.map(({ body }) => body.question))]);
  const share = Number(process.env['MUTANTS_SHARE'] ?? (short ? SHORT_SHARE : 1));
  const only = process.env['MUTANTS_ONLY'] ?? '';
  const chosen = all.filter(({ path }, i) => path.includes(only) && (i + seed) % share === 0);
  const fates = await fatesOf(opa, chosen, cases);
  return verdict(chosen, fates, short);
}

function planted(asked: readonly string[]): readonly Planted[] {
  const sources = new Map(
    globSync('policies/**/*.rego')
      .filter((path) => !LEFT_OUT.test(path))
      .sort()
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
  return [...sources].flatMap(([path, source]) => {
    const questions = questionsOf(source, [...sources.values()], asked);
    return mutantsOf(source).map((mutant) => ({
      path,
      questions,
      provision: provisionAt(source, mutant.line) ?? path,
      mutant,
    }));
  });
}

/** An article that no other module refers to changes the questions that it answers; anything else may change all. */
function questionsOf(source: string, all: readonly string[], asked: readonly string[]): readonly string[] {
  const name = /^package (\S+)/m.exec(source)?.[1] ?? '';
  const reference = new RegExp(`data\\.${name.replaceAll('.', '\\.')}\\b`);
  const own = asked.filter((question) =>
    Object.keys(articles[question] ?? {}).some((rule) => rule.startsWith(`${name}.`)),
  );
  return own.length === 0 || all.some((other) => other !== source && reference.test(other)) ? asked : own;
}

const { articles } = JSON.parse(readFileSync('policies/catalogue/data.json', 'utf8')) as {
  readonly articles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

async function fatesOf(
  opa: string,
  chosen: readonly Planted[],
  cases: readonly PlacedCase[],
): Promise<readonly Fate[]> {
  const fates: Fate[] = [];
  let next = 0;
  const work = async () => {
    const tree = createTree(opa, cases);
    try {
      for (let i = next++; i < chosen.length; i = next++) {
        const { path, mutant, questions } = chosen[i] as Planted;
        fates[i] = await tree.fateOf(path, mutant.source, questions);
      }
    } finally {
      tree.close();
    }
  };
  await Promise.all(Array.from({ length: TREES }, work));
  return fates;
}

const LEAST = 0.95;
/** Of a small sample: an alarm, not the proof. */
const LEAST_OF_A_SAMPLE = 0.85;
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
  const kept = short ? share >= LEAST_OF_A_SAMPLE : share >= LEAST && weak.length === 0;
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
