/** An operator who knows the day of publication sets both bounds to it: the day then decides, both ways. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { parse, stringify } from 'yaml';
import { findTool } from '../../scripts/tools.mjs';
import type { Answer } from '../../src/engine/evaluator.ts';
import { createEvaluate } from '../../src/engine/instance.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { matchLists } from '../support/lists.ts';

const FILE = 'policies/hubei_joint_accountability/v2020/publication/data.yaml';
const bundle = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
const opa = findTool('opa');

type Publication = Readonly<Record<string, string>>;

/** What an operator writes into the file who has the official text of that day. */
function publishedOn(day: string): Publication {
  const source = '省委、省政府发布文件（案例假定）';
  return {
    not_before: day,
    not_before_source: source,
    not_before_certainty: 'S',
    not_after: day,
    not_after_source: source,
    not_after_certainty: 'S',
  };
}

/** 天门 2020-09-28 (LT-128, LT-129): a body whose act is of that day. */
const facts = {
  subject: { kind: '政府', role: '机关', organ: '天门市人民政府', divisionCode: '429006' },
  act: { on: '2020-09-28' },
};

interface Data {
  readonly hubei_joint_accountability: { readonly v2020: object };
}

/** The compiled policy with another publication, as a build makes it: the data stand beside the WASM. */
function withPublication(publication: Publication): Answer {
  const data = bundle.data as unknown as Data;
  const measures = data.hubei_joint_accountability;
  const changed = {
    ...data,
    hubei_joint_accountability: { ...measures, v2020: { ...measures.v2020, publication } },
  };
  const evaluate = createEvaluate(bundle.wasm as Uint8Array, changed as unknown as typeof bundle.data);
  return evaluate('questions/applicability/answer', Buffer.from(JSON.stringify({ facts, options: {} }))) as Answer;
}

/** The same through the source file and OPA's own evaluator. */
function withFile(t: Test, publication: Publication): Answer {
  const folder = t.testdir({});
  cpSync('policies', join(folder, 'policies'), { recursive: true });
  writeFileSync(join(folder, FILE), stringify(publication));
  const run = spawnSync(
    opa as string,
    ['eval', '-b', 'policies', '-I', '-f', 'raw', 'data.questions.applicability.answer'],
    { cwd: folder, input: JSON.stringify({ facts }), encoding: 'utf8' },
  );
  return JSON.parse(run.stdout) as Answer;
}

const verdict = ({ status, notes }: Answer) => ({
  status,
  notes: Object.keys(notes).filter((code) => code !== 'later_law'),
});

t.test('an act on the day of publication itself is covered, and rests on no assumption', async (t) => {
  t.same(verdict(withPublication(publishedOn('2020-09-28'))), { status: 'determined', notes: [] });
});

t.test('an act on the day before publication is not covered', async (t) => {
  t.same(verdict(withPublication(publishedOn('2020-09-29'))), {
    status: 'not_applicable',
    notes: ['no_repeal_clause', 'not_yet_in_force'],
  });
});

t.test('while the day is not set the act gets a version question', async (t) => {
  t.same(verdict(withPublication(parse(readFileSync(FILE, 'utf8')))), {
    status: 'indeterminate',
    notes: ['no_repeal_clause', 'version_question'],
  });
});

t.test(
  'the file that an operator edits decides the same in OPA',
  { skip: opa === null && '缺少 opa：npm run setup' },
  async (t) => {
    for (const day of ['2020-09-28', '2020-09-29'])
      t.same(withFile(t, publishedOn(day)), withPublication(publishedOn(day)), day);
  },
);

t.test('the committed bounds are days in order, each with a source and a certainty', async (t) => {
  const publication = parse(readFileSync(FILE, 'utf8')) as Publication;
  const { not_before: first = '', not_after: last = '' } = publication;

  matchLists(t, [first, last], [/^\d{4}-\d{2}-\d{2}$/, /^\d{4}-\d{2}-\d{2}$/]);
  t.ok(first <= last, `${first} to ${last}`);
  for (const bound of ['not_before', 'not_after']) {
    t.ok(publication[`${bound}_source`], bound);
    t.match(publication[`${bound}_certainty`], /^[SLMI]$/, bound);
  }
});
