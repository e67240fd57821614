/** Clients and a server that others wrote: the npm client of OPA, and stock OPA with the Rego bundle. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { OPAClient } from '@open-policy-agent/opa';
import canonicalize from 'canonicalize';
import t from 'tap';
import { findTool } from '../../scripts/tools.mjs';
import { readConfiguration } from '../../src/contract/configuration.ts';
import { buildApp } from '../../src/http/app.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { createService } from '../../src/service.ts';

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: Record<string, unknown> };
const service = await createService();
const app = await buildApp(service, readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' }));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const HOST_ONLY = ['sensitivity', 'provenance', 'versions', 'counterfactual'];

async function native(path: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

t.test('the npm client of OPA gets the decision of the native route, less what the host adds', async (t) => {
  const decision = await native('/api/v1/evaluations', { question: 'addressees', facts });
  for (const key of HOST_ONLY) delete decision[key];

  const result = await new OPAClient(url).evaluate('questions/addressees/decision', { facts, options: {} } as never);

  t.equal(canonicalize(result), canonicalize(decision));
  t.equal(((result as Record<string, unknown>)['grade'] as Record<string, unknown>)['least'], '重大');
});

const opa = findTool('opa');
t.test(
  'stock OPA with the Rego bundle answers the same',
  { skip: opa === null && '缺少 opa：npm run setup' },
  async (t) => {
    const address = '127.0.0.1:18281';
    const server = spawn(opa as string, ['run', '--server', '--addr', address, '-b', builtInBundles.rego.path], {
      stdio: 'ignore',
    });
    t.teardown(() => server.kill());
    while (
      !(await fetch(`http://${address}/health?bundles`)
        .then((r) => r.ok)
        .catch(() => false))
    )
      await sleep(100);

    for (const entrypoint of service.entrypoints)
      for (const body of [
        { input: { facts, options: {} } },
        { input: { facts: {}, options: {} } },
        { input: { facts, options: { gate: 'presumed' } } },
        {},
      ]) {
        const headers = { 'content-type': 'application/json' };
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        const [ours, theirs] = await Promise.all(
          [url, `http://${address}`].map(async (base) => (await fetch(`${base}/v1/data/${entrypoint}`, init)).json()),
        );
        t.equal(
          canonicalize((theirs as { result?: unknown }).result ?? {}),
          canonicalize((ours as { result?: unknown }).result ?? {}),
          entrypoint,
        );
      }
  },
);
