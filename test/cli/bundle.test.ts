/** The commands of docs/bundles.md, run as they stand there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import t from 'tap';
import type { LegalCase } from '../../src/contract/generated/types.ts';
import { someCases } from '../support/bundles.ts';
import { dataFolder } from '../support/process.ts';

const CLI = `'${process.execPath}' '${resolve('src/cli/main.ts')}'`;

const [publish, operate] = [...readFileSync('docs/bundles.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, commands]) => commands as string,
) as [string, string];

function shell(folder: string, commands: string) {
  const env = { ...process.env, TONGZE_DATA: join(folder, 'data') };
  const script = commands.replaceAll('npm run -s tongze --', CLI);
  return spawnSync('bash', ['-euc', script], { cwd: folder, env, encoding: 'utf8' });
}

t.test('an operator who follows the page publishes, activates and rolls back a bundle', async (t) => {
  const folder = dataFolder(t);
  // All legal cases of this repository, as the page says.
  symlinkSync(resolve('test'), join(folder, 'test'));

  const published = shell(folder, publish);
  const operated = shell(folder, operate);
  const environment = operate.split('\n')[0] as string;
  const again = shell(
    folder,
    `${environment}\nnpm run -s tongze -- bundle activate r1.tar.gz --by desk-7 --reason 再启用一次`,
  );
  const nameless = shell(folder, `${environment}\nnpm run -s tongze -- bundle rollback --reason 没有写明是谁`);

  t.equal(published.status, 0, published.stderr);
  t.equal(statSync(join(folder, 'publisher.jwk')).mode & 0o777, 0o600);
  t.notMatch(readFileSync(join(folder, 'keys.json'), 'utf8'), '"d"', 'no private key goes out');
  t.equal(operated.status, 0, operated.stderr);
  t.match(operated.stdout, /✓ 签名成立[\s\S]*✓ 案例 \d+ 个，全部得到应有的答复/);
  t.match(operated.stdout, /desk-7 启用 [0-9a-f]{12}（序号 1）：修正第十一条的规则/);
  t.match(operated.stdout, /已启用 {2}[0-9a-f]{64} {2}1 {2}r1\.tar\.gz/);
  t.match(operated.stderr, /服务正在运行的是哪一个，看 \/v1\/status/);
  t.match(operated.stdout, /desk-7 退回 built-in（序号 0）：新的规则答错了一例/);
  t.match(again, { status: 1, stderr: /older-sequence/ });
  t.match(nameless, { status: 2, stderr: /必须给出选项 .*--by/ });
});

t.test('a bundle whose cases do not get their answers is not signed, and the cases are named', async (t) => {
  const folder = dataFolder(t);
  const [first, ...others] = someCases() as readonly [LegalCase, ...LegalCase[]];
  const wrong = { ...first, expect: { ...first.expect, status: 'not_applicable' } };
  const contradictory = {
    ...first,
    id: 'TOLD-1',
    facts: { investigation: { findingsMade: false, findingsOn: '2022-07-01' } },
  };
  mkdirSync(join(folder, 'cases'));
  // YAML is a superset of JSON.
  writeFileSync(join(folder, 'cases/some.yaml'), JSON.stringify([wrong, contradictory, ...others]));

  const signed = shell(folder, publish.replace('--cases test/cases', '--cases cases'));

  t.equal(signed.status, 1, signed.stdout);
  t.match(
    signed.stderr,
    new RegExp(`${first.id}：status 与应得的答复不同；TOLD-1：事实不符合契约：/investigation/findingsOn`),
  );
  t.notOk(existsSync(join(folder, 'release/r1.tar.gz')), 'nothing was written');
});
