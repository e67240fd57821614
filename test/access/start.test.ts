/** A process that would speak plainly to other machines does not start; one with a certificate speaks TLS alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import t, { type Test } from 'tap';
import { matchLists } from '../support/lists.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const needsOpenssl = { skip: !hasOpenssl && process.env['TONGZE_REQUIRE_TOOLS'] !== '1' && '没有 openssl' };

function start(t: Test, environment: Readonly<Record<string, string>>): ChildProcess {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
}

async function ended(child: ChildProcess): Promise<readonly [number, string]> {
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  return [code as number, text];
}

t.test(
  'off this machine without a certificate or a proxy the process ends with the reason and three ways',
  async (t) => {
    const [code, text] = await ended(start(t, { HOST: '0.0.0.0' }));

    t.equal(code, 2);
    t.match(text, /明文传送[\s\S]*1\. [\s\S]*2\. [\s\S]*3\. /);
    t.notMatch(text, /at .*\.ts:/);
  },
);

t.test('a file of keys that others can read keeps the process from starting', async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'tongze-start-'));
  t.teardown(() => rmSync(data, { recursive: true }));
  const env = { ...process.env, TONGZE_DATA: data };
  spawnSync(process.execPath, ['src/cli/main.ts', 'key', 'create'], { env });
  spawnSync('chmod', ['644', join(data, 'access/keys.json')]);

  const [code, text] = await ended(start(t, { TONGZE_DATA: data }));

  t.equal(code, 2);
  t.match(text, /chmod 600/);
});

t.test(
  'with a certificate the process speaks TLS to other machines, wants an identity, and says HSTS',
  needsOpenssl,
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tongze-tls-'));
    t.teardown(() => rmSync(folder, { recursive: true }));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
      ...['-subj', '/CN=tongze', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
    ]);
    t.equal(made.status, 0);
    const child = start(t, { HOST: '0.0.0.0', TONGZE_TLS_CERT: cert, TONGZE_TLS_KEY: key, TONGZE_DATA: folder });
    const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
    const port = Number(/https:\/\/[^:]+:(\d+)/.exec(line)?.[1]);
    const agent = new Agent({ ca: readFileSync(cert) });
    const status = (path: string) =>
      new Promise<readonly [number | undefined, string | undefined]>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, agent }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, answer.headers['strict-transport-security']]);
        }).on('error', reject);
      });

    matchLists(t, await status('/health'), [200, /max-age/]);
    matchLists(t, await status('/v1/status'), [401, /max-age/]);
    t.notMatch(await plain(port), /HTTP\/1\.1 200/);
  },
);

/** What plain HTTP gets from the port. */
function plain(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /health HTTP/1.1\r\nHost: a\r\n\r\n'));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}
