/** One evaluation from the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import t from 'tap';
import { createService } from '../../src/service.ts';

const EXAMPLE = 'src/http/example.json';

function evaluate(args: readonly string[], input = '') {
  return spawnSync(process.execPath, ['src/cli/main.ts', 'evaluate', ...args], { input, encoding: 'utf8' });
}

t.test('a file is decided as the service decides it', async (t) => {
  const service = await createService();
  t.teardown(() => service.close());
  const { question, facts } = JSON.parse(readFileSync(EXAMPLE, 'utf8'));

  const run = evaluate([EXAMPLE]);

  t.equal(run.status, 0, run.stderr);
  t.strictSame(JSON.parse(run.stdout), await service.decide(question, facts, {}));
});

t.test('standard input is read, and the question can be another', async (t) => {
  const run = evaluate(['--question', 'grade'], readFileSync(EXAMPLE, 'utf8'));

  t.match(JSON.parse(run.stdout), { question: 'grade', grade: { least: '重大' } });
});

t.test('the memo is written on request', async (t) => {
  t.match(evaluate([EXAMPLE, '--output', 'markdown']).stdout, /^# /m);
});

for (const [what, args, input, message] of [
  [
    'a misspelt fact',
    [],
    '{"question":"grade","facts":{"accident":{"deths":1}}}',
    /\/facts\/accident\/deths：[\s\S]*deaths/,
  ],
  ['a fact given twice', [], '{"question":"grade","facts":{},"facts":{}}', /出现了两次/],
  [
    'a place that no table has',
    [],
    '{"question":"grade","facts":{"accident":{"divisionCode":"420399"}}}',
    /区划代码不在任何一版/,
  ],
  ['another question', [], '{"question":"nothing","facts":{}}', /没有这个问题|question/],
  ['a file that is not there', ['/nowhere.json'], '', /不能读取 \/nowhere\.json（ENOENT）/],
] as const)
  t.test(`${what} is refused without a decision`, async (t) => {
    const run = evaluate(args, input);

    t.equal(run.status, 1);
    t.equal(run.stdout, '');
    t.match(run.stderr, message);
    t.notMatch(run.stderr, /at .*\.ts:/);
  });
