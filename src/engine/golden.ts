/** The cases that a bundle brings along: what its authors expect of it, tried before it decides anything. */
import { Worker } from 'node:worker_threads';
import { checkFacts } from '../contract/facts.ts';
import type { Expectation, LegalCase } from '../contract/generated/types.ts';
import type { DivisionTable } from '../contract/places.ts';
import { validate } from '../contract/validate.ts';
import { parseJson } from '../kernel/json.ts';
import { changes } from './decide.ts';
import { type Answer, assertWhole, type Catalogue } from './evaluator.ts';
import type { EngineParts } from './local.ts';
import { differences, projection } from './projection.ts';

/** What the cases are asked of. */
export interface Tried {
  readonly data: Readonly<Record<string, unknown>>;
  evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown>;
}

export interface GoldenResult {
  readonly cases: number;
  /** One line for each case that did not get its answer; a bundle without any case is none to trust. */
  readonly failures: readonly string[];
}

/** The file is signed; the bound only keeps a slip from filling the memory. */
const MAX_MEMBERS = 5_000_000;

/** Lines of failures that are told; the rest is counted. */
const MAX_TOLD = 10;

/** Milliseconds for all cases: a release has about 600, which take two seconds. */
const DEADLINE_MS = 120_000;

/** What the thread of the cases is started with. */
export interface GoldenTask extends EngineParts {
  readonly cases: Uint8Array;
}

/**
 * Asks every case in a thread of its own: the bundle that runs answers meanwhile as if nothing happened.
 *
 * @param cases JSON of a list of legal cases
 */
export async function tryGolden(bundle: EngineParts, cases: Uint8Array): Promise<GoldenResult> {
  const task: GoldenTask = { ...bundle, cases };
  const worker = new Worker(new URL('./golden-worker.ts', import.meta.url), { workerData: task });
  let tooLate: NodeJS.Timeout | undefined;
  try {
    return await new Promise<GoldenResult>((resolve, reject) => {
      const failed = (why: string) => resolve({ cases: 0, failures: [why] });
      tooLate = setTimeout(failed, DEADLINE_MS, `案例在 ${DEADLINE_MS / 1000} 秒之内没有答完`);
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', (code) => failed(`评估案例的线程以 ${code} 结束`));
    });
  } finally {
    clearTimeout(tooLate);
    await worker.terminate();
  }
}

/** The same on the calling thread. */
export async function runGolden(service: Tried, file: Uint8Array): Promise<GoldenResult> {
  const cases = parseJson(file, MAX_MEMBERS);
  if (!Array.isArray(cases)) return { cases: 0, failures: ['cases.json 不是案例的列表'] };
  const failures: string[] = [];
  for (const [index, one] of cases.entries()) {
    const [item] = validate('legal-case.schema.json', one);
    if (item !== undefined) {
      failures.push(`第 ${index + 1} 个案例：${item.pointer || '/'}：${item.message}`);
      continue;
    }
    const legalCase = one as LegalCase;
    const difference = await tried(service, legalCase).catch((error: Error) => error.message);
    if (difference !== undefined) failures.push(`${legalCase.id}：${difference}`);
  }
  if (cases.length === 0) failures.push('cases.json 里没有案例');
  return { cases: cases.length, failures };
}

/** The failures in one sentence. */
export function toldOf({ failures }: GoldenResult): string {
  const more = failures.length > MAX_TOLD ? `；另有 ${failures.length - MAX_TOLD} 处` : '';
  return `${failures.slice(0, MAX_TOLD).join('；')}${more}`;
}

/** @returns the first difference */
async function tried(service: Tried, { question, facts, options = {}, refused, expect }: LegalCase) {
  const shape = validate('facts.schema.json', facts);
  const items = shape.length > 0 ? shape : checkFacts(facts, service.data['territory'] as DivisionTable);
  if (refused !== undefined) {
    const isRefused = items.length === 1 && items[0]?.pointer === refused.pointer && items[0]?.code === refused.code;
    return isRefused ? undefined : `${refused.pointer} 应被拒绝（${refused.code}）`;
  }
  if (items.length > 0) return `事实不符合契约：${items[0]?.pointer}`;
  if (expect === undefined) return '既没有应得的答复，也没有应被拒绝的事实';
  const ask = async (readings: object) =>
    (await service.evaluate(`questions/${question}/answer`, facts, readings)) as Answer & Record<string, unknown>;
  const answer = await ask(options);
  assertWhole(service.data['catalogue'] as Catalogue, question, answer);
  const { changesUnder = {}, ...whole } = expect as Expectation;
  const [first] = differences(whole, projection(answer));
  if (first !== undefined) return `${first.path.join('.')} 与应得的答复不同`;
  for (const [reading, expected] of Object.entries(changesUnder)) {
    const [option, value] = reading.split('=') as [string, string];
    const other = await ask({ ...options, [option]: value });
    const found = [...new Set(changes(answer, other).map(({ provision }) => provision))].sort();
    if (JSON.stringify([...expected].sort()) !== JSON.stringify(found)) return `${reading} 改变的条款与应改变的不同`;
  }
  return undefined;
}
