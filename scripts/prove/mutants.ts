/** Faults planted in the rules are noticed by their cases and tests: the encoding cannot drift from the law unseen. */
import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readCases } from '../../test/support/cases.ts';
import { EQUIVALENT } from '../mutants/equivalent.ts';
import { createTree, type Fate, readPolicies } from '../mutants/kill.ts';
import { type Mutant, mutantsOf, provisionAt } from '../mutants/operators.ts';
import { findTool } from '../tools.mjs';
import type { ProofOptions, ProofResult } from './proof.ts';

export const name = 'mutants';
export const title =
  '规则中的差错会被案例或规则的测试发现：每个位置每一种差错，发现的不少于百分之九十五，任何条款不低于百分之八十';
export const shortTitle = '规则中的差错会被案例或规则的测试发现：抽样四百个，发现的低于百分之九十二即报警';
export const accepts = ['only', 'share', 'fates'] as const;

/** Generated modules are proven by their generators, checks by their tests. */
const LEFT_OUT = /_test\.rego$|^policies\/(?:checks|facts|readings|questions\/found)\//;

const LEAST = 0.95;
const LEAST_OF_ONE = 0.8;
const SAMPLE = 400;
/** Of 400 out of a whole of which 95 % are noticed, fewer than 92 % are noticed once in two hundred samples. */
const LEAST_OF_A_SAMPLE = 0.92;

const TREES = 2;
const PROGRESS = 50;

export interface Planted {
  readonly path: string;
  /** That of the block above the fault; the file where none is. */
  readonly provision: string;
  readonly mutant: Mutant;
  /** Says where the fault is without a number of a line, which every edit would move. */
  readonly key: string;
}

export async function run({ short, seed, only = '', share, fates }: ProofOptions): Promise<ProofResult> {
  const opa = findTool('opa');
  if (opa === null) throw new Error('缺少 opa：npm run setup');
  const all = planted().filter(({ path }) => only.split(',').some((part) => path.includes(part)));
  const whole = only === '' && share === undefined;
  const size = share === undefined ? (short && whole ? SAMPLE : all.length) : Math.ceil(all.length / share);
  const chosen = sample(all, size, seed);
  const found = await fatesOf(opa, chosen, fates);
  if (!whole) return verdict(chosen, found, LEAST, false);
  return short ? verdict(chosen, found, LEAST_OF_A_SAMPLE, false) : verdict(chosen, found, LEAST, true);
}

export function planted(): readonly Planted[] {
  const paths = globSync('policies/**/*.rego').filter((path) => !LEFT_OUT.test(path));
  return paths.sort().flatMap((path) => keyed(path, readFileSync(path, 'utf8')));
}

function keyed(path: string, source: string): readonly Planted[] {
  const times = new Map<string, number>();
  return mutantsOf(source).map((mutant) => {
    const provision = provisionAt(source, mutant.line) ?? path;
    const words = [path, ...(provision === path ? [] : [provision]), mutant.operator, mutant.change].join(' ');
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { path, provision, mutant, key: time === 1 ? words : `${words}（第 ${time} 处）` };
  });
}

/** So many of all, in their order. */
function sample(all: readonly Planted[], size: number, seed: number): readonly Planted[] {
  const next = generator(seed);
  const picked = all
    .map((one, i) => ({ i, at: next(), one }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size);
  return picked.sort((a, b) => a.i - b.i).map(({ one }) => one);
}

/** A linear congruential generator (Numerical Recipes): enough to draw a sample that a seed repeats. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

/** @param log a file that gets a line for each mutant as soon as its fate is known */
async function fatesOf(opa: string, chosen: readonly Planted[], log: string | undefined): Promise<readonly Fate[]> {
  const policies = await readPolicies();
  const cases = readCases().filter(({ body }) => body.refused === undefined);
  if (log !== undefined) {
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, '');
  }
  const fates: Fate[] = [];
  let next = 0;
  let done = 0;
  const tell = ({ key, mutant }: Planted, fate: Fate) => {
    done += 1;
    const by = fate.kind === 'killed' ? ` ${fate.by}` : '';
    if (log !== undefined) appendFileSync(log, `${fate.kind}\t${mutant.line}\t${key}\t${by}\n`);
    if (done % PROGRESS > 0 && done < chosen.length) return;
    const alive = fates.filter((one) => one?.kind === 'survived').length;
    console.error(`  ${done}/${chosen.length}，存活 ${alive}`);
  };
  const work = async () => {
    const tree = createTree(opa, policies, cases);
    try {
      for (let i = next++; i < chosen.length; i = next++) {
        const { path, mutant } = chosen[i] as Planted;
        fates[i] = await tree.fateOf(path, mutant.source, mutant.operator === '引用');
        tell(chosen[i] as Planted, fates[i] as Fate);
      }
    } finally {
      tree.close();
    }
  };
  await Promise.all(Array.from({ length: TREES }, work));
  return fates;
}

function verdict(chosen: readonly Planted[], fates: readonly Fate[], least: number, whole: boolean): ProofResult {
  const tried = chosen.map((one, i) => ({ ...one, fate: fates[i] as Fate }));
  const live = tried.filter(({ fate }) => fate.kind !== 'stillborn');
  const survivors = live.filter(({ fate }) => fate.kind === 'survived');
  const excused = survivors.filter(({ key }) => Object.hasOwn(EQUIVALENT, key));
  const alive = survivors.filter((one) => !excused.includes(one));
  const counted = live.filter((one) => !excused.includes(one));
  const share = 1 - alive.length / counted.length;
  const weak = [...Map.groupBy(counted, ({ provision }) => provision)]
    .map(([provision, group]) => ({
      provision,
      share: 1 - group.filter((one) => alive.includes(one)).length / group.length,
    }))
    .filter((one) => one.share < LEAST_OF_ONE);
  const weakest = weak.map((one) => `${one.provision} ${percent(one.share)}`);
  const idle = whole ? Object.keys(EQUIVALENT).filter((key) => !excused.some((one) => one.key === key)) : [];
  for (const { path, mutant, key } of alive) console.error(`  存活 ${path}:${mutant.line} ${key}`);
  const by = (means: string) => live.filter(({ fate }) => fate.kind === 'killed' && fate.means === means).length;
  return {
    figures: {
      差错: chosen.length,
      不能编译: chosen.length - live.length,
      被案例发现: by('案例'),
      被规则的测试发现: by('规则的测试'),
      被注释的检查拒绝: by('注释的检查'),
      存活: alive.length,
      证明等价: excused.length,
      发现率: percent(share),
      要求: percent(least),
      '低于 80 % 的条款': weakest.join('、') || '没有',
    },
    failures: [
      ...(share < least ? [`发现率 ${percent(share)} 低于 ${percent(least)}`] : []),
      ...(whole ? weakest : []),
      ...idle.map((key) => `不再需要的等价证明：${key}`),
    ],
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
