/** The process from its start to its stop, as an operator's supervisor sees it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import t, { type Test } from 'tap';

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly lines: readonly string[];
}

/** Starts the service on a free port and waits for the line that names its address. */
async function start(t: Test, environment: Readonly<Record<string, string>> = {}): Promise<Started> {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  while (!lines.some((line) => line.includes('http://'))) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    await once(output, 'line');
  }
  const address = /http:\/\/[\d.:]+/.exec(lines.join('\n'))?.[0] as string;
  return { child, address, lines };
}

t.test('a configuration that is not understood stops the start with code 2 and all reasons', async (t) => {
  const env = { ...process.env, PORT: 'x', TONGZE_DRIAN_SECONDS: '1' };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });

  const [code] = await once(child, 'close');

  t.equal(code, 2);
  t.match(errors, /PORT（端口）无效[\s\S]*是不是 TONGZE_DRAIN_SECONDS/);
  t.notMatch(errors, /at .*\.ts:/);
});

t.test('a stop is announced to the balancer, requests are answered meanwhile, and the process ends well', async (t) => {
  const { child, address } = await start(t, { TONGZE_DRAIN_SECONDS: '1' });
  const before = await fetch(`${address}/health/ready`);

  const ended = once(child, 'close');
  child.kill('SIGTERM');
  let ready = before;
  while (ready.status === 200) ready = await fetch(`${address}/health/ready`);
  const question = await fetch(`${address}/api/v1/questions`);

  t.equal(before.status, 200);
  t.match(await ready.json(), { error: 'not ready', failing: ['drain'] });
  t.equal(question.status, 200);
  t.equal(question.headers.get('connection'), 'close');
  t.strictSame(await ended, [0, null]);
});

t.test('a port that is taken is named with the remedy', async (t) => {
  const { address } = await start(t);
  const { port } = new URL(address);
  const env = { ...process.env, PORT: port, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });

  const [code] = await once(child, 'close');

  t.equal(code, 1);
  t.match(errors, /已被占用：请用 PORT=其他端口/);
});
