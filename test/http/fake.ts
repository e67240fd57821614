/** A small service to test HTTP without an engine. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Authentication, Identity, Refusal } from '../../src/access/identity.ts';
import { type AppOptions, buildApp, type Service } from '../../src/http/app.ts';

export interface Call {
  readonly kind: 'evaluate' | 'decide';
  readonly what: string;
  readonly facts: unknown;
  readonly options: unknown;
}

export const JSON_HEADERS = { 'content-type': 'application/json' };

export const REVISION = 'a'.repeat(64);

export const example = JSON.parse(readFileSync(new URL('../../src/http/example.json', import.meta.url), 'utf8')) as {
  readonly question: string;
  readonly facts: { readonly accident: Readonly<Record<string, unknown>> };
};

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

const answer = {
  question: 'addressees',
  status: 'indeterminate',
  nothing: null,
  list: ['甲', '乙'],
  'a/b': 'slash',
  findings: {
    art_11__para_1: { applies: { is: null, on: ['/accident/seriousNature'] }, citation: '《办法》第十一条第一款' },
    art_3__para_1: { applies: { is: true, on: [] } },
  },
};

let folder: string | undefined;

/** A file in the place of a bundle, one for all services of a test, removed when the test ends. */
function bundleFile(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'tongze-http-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    writeFileSync(join(made, 'rego.tar.gz'), 'bundle');
    folder = made;
  }
  return join(folder, 'rego.tar.gz');
}

/** @param replaced what a test needs to be otherwise */
export function fakeService(calls: Call[] = [], replaced: Partial<Service> = {}): Service {
  const path = bundleFile();
  const sha256 = createHash('sha256').update('bundle').digest('hex');
  const service: Omit<Service, 'evaluateJson' | 'decideJson' | 'stream'> = {
    revision: REVISION,
    version: '0.0.0',
    bundles: { wasm: { path, sha256 }, rego: { path, sha256 } },
    entrypoints: ['questions/addressees/answer', 'questions/addressees/decision', 'questions/grade/answer'],
    questions: ['addressees', 'grade'],
    data: {
      territory: {
        editions: read('policies/territory/editions/data.json'),
        provinces: read('policies/territory/provinces/data.json'),
      },
      catalogue: {
        provisions: { art_11__para_1__item_3: { title: '发生重大事故的追责对象', citation: '第十一条第一款第三项' } },
        questions: { grade: [] },
      },
      hubei_joint_accountability: {
        v2020: {
          text: {
            units: [
              { eId: 'art_11__para_1' },
              { eId: 'art_11__para_1__item_3', kind: 'item', text: '发生重大生产安全责任事故' },
              { eId: 'art_11__para_2' },
              { eId: 'art_13__para_1', kind: 'paragraph' },
              { eId: 'art_13__para_1__item_2', kind: 'item', text: '一年内' },
            ],
          },
        },
      },
    },
    modules: [
      {
        id: 'policies/questions/grade/grade.rego',
        raw: '# 等级\npackage questions.grade\n\nimport data.facts\n\nanswer := 1\n',
        ast: {
          package: { path: ['data', 'questions', 'grade'].map((value) => ({ type: 'string', value })) },
          rules: [{ head: { name: 'answer' } }],
        },
      },
    ],
    evaluate: async (what, facts, options) => {
      calls.push({ kind: 'evaluate', what, facts, options });
      return answer;
    },
    decide: async (what, facts, options) => {
      calls.push({ kind: 'decide', what, facts, options });
      return { ...answer, provenance: {} };
    },
    explain: async () => ({}),
    memo: async () => '# 意见\n',
    answers: () => true,
    ...replaced,
  };
  return {
    ...service,
    stream: async function* () {
      yield { bytes: new Uint8Array(), refused: [], tally: { determined: 0, indeterminate: 0, not_applicable: 0 } };
    },
    evaluateJson: async (...asked) => Buffer.from(JSON.stringify({ result: await service.evaluate(...asked) })),
    decideJson: async (...asked) => ({ bytes: Buffer.from(JSON.stringify(await service.decide(...asked))) }),
    ...replaced,
  };
}

/** Knows the given credentials; whoever sends `Bearer <name>` is `known[name]`, or is refused so. */
export function knowing(
  known: Readonly<Record<string, Partial<Identity> | Refusal>>,
  anonymous = true,
): Authentication {
  return {
    anonymous,
    identify: async (credential) => {
      const found = known[credential] ?? 'unknown-key';
      if (typeof found === 'string') return found;
      return { subject: credential, tenant: 'default', roles: [], via: 'key', ...found };
    },
  };
}

export function fakeApp(
  calls: Call[] = [],
  replaced: Partial<Service> = {},
  options: AppOptions = {},
): FastifyInstance {
  // A machine that runs all tests at once is slow, not under pressure.
  const limits = { maxEventLoopDelayMs: 0, ...options.limits };
  return buildApp(fakeService(calls, replaced), { ...options, limits });
}

/** The example with other facts of the accident. */
export function withAccident(changes: Readonly<Record<string, unknown>>): object {
  return { ...example, facts: { ...example.facts, accident: { ...example.facts.accident, ...changes } } };
}
