/** The OpenAPI document in the hands of a generator of others: what it makes is used against the service. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import t from 'tap';
import { dataFolder } from '../support/process.ts';
import { service } from '../support/records.ts';
import { appWithRecords } from '../support/records-app.ts';

t.teardown(() => service.close());

const BIN = resolve('build/generator/bin');
const MISSING =
  '缺少生成器：python3 -m venv build/generator && build/generator/bin/pip install openapi-python-client==0.29.1';

/** What it cannot make, for want of a form: lines of JSON, and files. */
const BEYOND_IT = [
  'GET /api/v1/bundles/{revision}',
  'GET /api/v1/decisions/{id}/evidence',
  'POST /api/v1/evaluations/stream',
];

t.test(
  'a client that is generated for Python reads every answer as the document has it',
  { skip: !existsSync(join(BIN, 'openapi-python-client')) && MISSING },
  async (t) => {
    const folder = dataFolder(t);
    const { app } = await appWithRecords(t);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });

    const made = spawnSync(
      join(BIN, 'openapi-python-client'),
      ['generate', '--path', resolve('src/contract/generated/openapi.json'), '--meta', 'none'].concat([
        '--output-path',
        join(folder, 'generated'),
      ]),
      { cwd: folder, encoding: 'utf8' },
    );
    const said = `${made.stdout}${made.stderr}`;
    const script = resolve('test/client/generated_client.py');
    const asked = readFileSync('src/http/example.json', 'utf8');
    const run = await new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>((done) => {
      // The service answers in this process, so the client must not block it.
      execFile(join(BIN, 'python'), [script, folder, address, 'submitter', asked], (error, out, err) =>
        done({ code: error?.code ?? 0, out, err }),
      );
    });

    t.equal(made.status, 0, said);
    t.strictSame([...said.matchAll(/parsing (\w+ \S+) within/g)].map(([, what]) => what).sort(), BEYOND_IT);
    t.notMatch(said, /Unable to/, 'every shape has a type');
    t.equal(run.code, 0, run.err);
    t.strictSame(JSON.parse(run.out), {
      least: '重大',
      applies: null,
      problem: [422, 'schema-violation', 'negative'],
      record: ['decision', true],
      listed: 1,
      explained: 200,
      memo: 200,
      provision: 'art_11__para_1__item_3',
      nobody: 'missing-credentials',
    });
  },
);
