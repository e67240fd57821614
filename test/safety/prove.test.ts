/** The runner of the proofs: it can fail, and its page is what the recorded runs give. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { prove } from '../../scripts/prove/main.ts';
import { PAGE, proofsPage } from '../../scripts/prove/page.ts';

function folderOf(t: Test, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-prove-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.ts`), text);
  return folder;
}

const proof = (name: string, body: string) =>
  `export const name = '${name}';\nexport const title = '${name}';\nexport const run = async ({ seed }) => { ${body} };\n`;

const OPTIONS = { short: true, seed: 7 };

t.test('a proof that names a failure or throws has failed, and only one that held is kept', async (t) => {
  const kept: string[] = [];
  const folder = folderOf(t, {
    a: proof('a', 'return { figures: { seed }, failures: [] };'),
    b: proof('b', "return { figures: {}, failures: ['no'] };"),
    c: proof('c', "throw new Error('crash');"),
  });

  const tally = await prove(folder, [], OPTIONS, ({ name }, { figures }) => {
    kept.push(`${name} ${figures['seed']}`);
  });

  t.same(tally, { passed: 1, failed: 2 });
  t.same(kept, ['a 7']);
});

t.test('an unknown name, or a file that is no proof of its name, is refused', async (t) => {
  const folder = folderOf(t, { a: proof('b', 'return { figures: {}, failures: [] };') });

  await t.rejects(prove(folder, ['x'], OPTIONS), /没有证明 x；有 a/);
  await t.rejects(prove(folder, ['a'], OPTIONS), /没有导出/);
});

t.test('the page of figures is what the recorded runs give', async (t) => {
  t.equal(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '', proofsPage());
});
