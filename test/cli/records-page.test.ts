/** docs/records.md, followed from its first command to its last: a desk, an auditor on another machine, an operator. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { blocksOf, checkout, run, SHOWN, start } from '../support/pages.ts';
import { dataFolder } from '../support/process.ts';

const PAGE = 'docs/records.md';

/** The block that has this in it. */
function block(having: string): string {
  const found = blocksOf(PAGE).filter(({ text }) => text.includes(having));
  if (found.length !== 1) throw new Error(`${PAGE} has ${found.length} blocks with ${having}`);
  return found[0]?.text as string;
}

t.test('who follows the page records, reads back, verifies, replays, proves, backs up and restores', async (t) => {
  const cwd = checkout(t);
  const { address, stop } = await start(t, 'npm start', { cwd });
  const elsewhere = dataFolder(t);
  const instead = { [SHOWN]: address, '/backup': join(elsewhere, 'backup'), '/new': join(elsewhere, 'new') };
  const safe = join(elsewhere, 'safe');
  // One shell after the other, with what the reader still has in his.
  const keep = 'echo "$ID" > id.txt; echo "$KEY" > key.txt';
  const again = 'ID=$(cat id.txt) KEY=$(cat key.txt)';
  const shell = (commands: string) => run(commands, { cwd, instead: { ...instead, '/safe': safe } });

  const recorded = shell(`${block('decisions/$ID -H')}\n${keep}`);
  const kept = shell(`${again}\n${block('> keys.txt')}`);
  const verified = shell(block('verify record.json'));
  const evidence = shell(`${again}\n${block('evidence $ID')}`);
  // The other machine has what the auditor carried there.
  const auditor = dataFolder(t);
  for (const name of ['evidence.tar.gz', 'keys.txt', 'old.txt', 'id.txt', 'key.txt'])
    copyFileSync(join(cwd, name), join(auditor, name));
  copyFileSync('src/evidence/verify.mjs', join(auditor, 'verify.mjs'));
  const proven = run(`${again}\n${block('tar -xzf')}`, { cwd: auditor });
  mkdirSync(safe);
  copyFileSync(join(cwd, 'data/log.key'), join(safe, 'log.key'));
  const restored = shell(block('restore'));
  await stop();
  const rotated = shell('npm run tongze -- rotate-key');
  const openssl =
    'openssl genpkey -algorithm ed25519 -out secret.pem && openssl pkey -in secret.pem -pubout -out public.pem';
  const named = shell(`${openssl}\nnpm run -s tongze -- log-key public.pem`);

  for (const { status, stdout, stderr } of [recorded, kept, verified, evidence, proven, restored, rotated, named])
    t.equal(status, 0, `${stdout}${stderr}`);
  t.match(JSON.parse(recorded.stdout), { kind: 'decision', input: { facts: { accident: { deaths: 26 } } } });
  t.match(verified.stdout, /✓ 全部成立[\s\S]*✓ 检查点由可信的密钥签名[\s\S]*相同 1，不同 0[\s\S]*相同 1，不同 0/);
  t.match(proven.stdout, /✓ 历史没有改写[\s\S]*✓ 同样的规则、同样的输入给出同样的答复[\s\S]*全部成立/);
  t.match(restored.stdout, /✓ 2 条记录，全部成立[\s\S]*✓ 2 条记录，全部成立/);
  t.match(rotated.stdout, /位置 2 的记录/);
  t.equal(
    named.stdout.split('+')[0],
    readFileSync(join(auditor, 'keys.txt'), 'utf8').split('+')[0],
    'the name of the log',
  );
});

t.test('the bodies that the page shows are those that the service takes', async (t) => {
  const rows = readFileSync(PAGE, 'utf8').matchAll(/^\| `\/(\w+)` +\| `(\{.*?\})` +\|/gm);
  const bodies = new Map([...rows].map(([, name, body]) => [name as string, JSON.parse(body as string)]));

  t.strictSame([...bodies.keys()], ['confirmation', 'correction', 'erasure']);
  for (const [name, body] of bodies) t.strictSame(validate(`${name}-request.schema.json`, body), [], name);
});
