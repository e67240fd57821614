/** The independent implementations of logs in Go, built from their pinned modules. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const MODULE = 'scripts/tools/logcheck';
const BINARY = resolve('build/tools/logcheck');

/** What to do about it, where there is no Go. */
export const NO_GO = '没有 Go：装好 Go 1.26 再运行，就与 transparency-dev/merkle 和 sumdb 对照';

let built: boolean | undefined;

/** Says whether the checker can run; it is built on the first call. With TONGZE_REQUIRE_TOOLS=1 it must. */
export function hasLogcheck(): boolean {
  built ??= build();
  return built;
}

function build(): boolean {
  const required = process.env['TONGZE_REQUIRE_TOOLS'] === '1';
  if (spawnSync('go', ['version']).status !== 0) {
    if (required) throw new Error(NO_GO);
    return false;
  }
  mkdirSync('build/tools', { recursive: true });
  const args = ['build', '-mod=readonly', '-trimpath', '-o', BINARY, '.'];
  const run = spawnSync('go', args, { cwd: join(MODULE), env: { ...process.env, GOWORK: 'off' }, encoding: 'utf8' });
  if (run.status !== 0 && required) throw new Error(`go build ${MODULE}: ${run.stderr}`);
  return run.status === 0;
}

export type Question = Readonly<Record<string, unknown>>;

/** Answers a list of questions in one start. Byte strings are written in base64. */
export function logcheck<Answer>(questions: readonly Question[]): readonly Answer[] {
  const input = questions.map((question) => JSON.stringify(question, bytesAsBase64)).join('\n');
  const run = spawnSync(BINARY, [], { input: `${input}\n`, maxBuffer: 1 << 28, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`logcheck: ${run.stderr}`);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

function bytesAsBase64(this: unknown, key: string, value: unknown): unknown {
  const given = (this as Record<string, unknown>)[key];
  return given instanceof Uint8Array ? Buffer.from(given).toString('base64') : value;
}
