/** The commands of docs/editions.md, run as they stand there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import t from 'tap';
import { startService } from '../support/process.ts';

const EDITIONS = JSON.parse(readFileSync('policies/territory/editions/data.json', 'utf8'));
const CLI = `'${process.execPath}' '${resolve('src/cli/main.ts')}'`;

t.test('an operator who follows the page has the edition in every decision', async (t) => {
  const [make, start, status] = [...readFileSync('docs/editions.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
    ([, commands]) => commands as string,
  ) as [string, string, string];
  const folder = t.testdir({});
  const rows = Object.entries(EDITIONS['2023-06-30'].divisions).map(([code, name]) => `${code},${name}`);
  writeFileSync(join(folder, 'codes.csv'), `\uFEFF${rows.join('\r\n').replace('420325,房县', '420325,房陵县')}\r\n`);

  const made = spawnSync('bash', ['-euc', make.replaceAll('npm run -s tongze --', CLI)], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [, variable, value] = /^(TONGZE_TERRITORY)=(\S+) npm start$/m.exec(start) as unknown as [
    string,
    string,
    string,
  ];
  const { address, lines } = await startService(t, { [variable]: join(folder, value) });
  const asked = spawnSync('bash', ['-euc', status.replace('http://127.0.0.1:8181', address)], { encoding: 'utf8' });
  const decided = await fetch(`${address}/api/v1/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'grade', facts: { accident: { deaths: 3 } } }),
  });

  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'territory/2024-12-31.json')))
    .digest('hex');
  t.equal(made.status, 0, made.stderr);
  t.match(made.stdout, digest);
  t.match(made.stdout, /改名 1：420325 房县 → 房陵县/);
  t.match(lines.join('\n'), `添加的区划版本 2024-12-31：${digest}`);
  t.equal(JSON.parse(asked.stdout).result.bundles['territory/2024-12-31'].active_revision, digest);
  const { provenance } = (await decided.json()) as { provenance: { territory: unknown } };
  t.strictSame(provenance.territory, [{ edition: '2024-12-31', sha256: digest }]);
});

t.test('a service with a damaged edition does not start, and says why', async (t) => {
  const folder = t.testdir({ 'a.json': '{}' });

  const env = { ...process.env, PORT: '0', TONGZE_TERRITORY: folder };
  const run = spawnSync(process.execPath, ['src/main.ts'], { env, encoding: 'utf8' });

  t.equal(run.status, 2);
  t.match(run.stderr, /a\.json 不能使用/);
  t.notMatch(run.stderr, /at .*\.ts:/);
});
