/** The page of the figures, made of what the last full run of each proof left in `docs/proofs/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof, ProofResult } from './proof.ts';

export const RESULTS = 'docs/proofs';
export const PAGE = 'docs/proofs.md';

/** The record of a full run. */
export interface Recorded extends Pick<Proof, 'name' | 'title'>, Pick<ProofResult, 'figures'> {
  readonly command: string;
  readonly seed: number;
  readonly seconds: number;
  /** Content hash of the policies that were proven. */
  readonly revision: string;
  /** Kind of machine, without its name. */
  readonly machine: string;
  readonly node: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

export function proofsPage(folder: string = RESULTS): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const results = names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded);
  return `${HEAD}${results.map(section).join('')}`;
}

const HEAD = `# 证明及其数字

由 \`npm run prove\` 写成，不要手改；每节是该项证明最近一次完整运行的结果。\`npm run prove -- <名称>\` 只运行一项，\`--short\` 是 \`.ci/run\` 所用的短的形式（不改本页），\`--seed <整数>\` 换一组随机输入。
`;

function section(result: Recorded): string {
  const rows = Object.entries(result.figures).map(([label, value]) => `| ${label} | ${shown(value)} |\n`);
  return `
## ${result.title}

\`${result.command}\` · 种子 ${result.seed} · ${result.seconds} 秒 · ${result.day} · 规则修订 \`${result.revision.slice(0, 12)}\` · ${result.machine} · Node ${result.node}

| 项目 | 数值 |
| ---- | ---- |
${rows.join('')}`;
}

function shown(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 3 }) : value;
}
