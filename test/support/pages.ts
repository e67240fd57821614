/** The commands of README.md and of `docs/`, as a reader types them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Test } from 'tap';

/** Where a service listens by default, as the pages have it. */
export const SHOWN = 'http://127.0.0.1:8181';

/** A fenced block of commands. */
export interface Block {
  /** `README.md`, `docs/opa.md` … */
  readonly page: string;
  readonly text: string;
}

/** All pages that a reader follows. */
export function pages(): readonly string[] {
  return ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
}

/** The blocks of a page in their order; `language` is the word behind the fence. */
export function blocksOf(page: string, language = 'sh'): readonly Block[] {
  const found = readFileSync(page, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...found].flatMap(([, word, text]) => (word === language ? [{ page, text: text as string }] : []));
}

/** The commands of a block; one that goes on over several lines is one. */
export function commandsOf({ text }: Block): readonly string[] {
  const commands: string[] = [];
  for (const line of text.split('\n')) {
    const last = commands.at(-1);
    const goesOn = last !== undefined && (last.endsWith('\\') || (last.match(/'/g) ?? []).length % 2 === 1);
    if (goesOn) commands[commands.length - 1] = `${last}\n${line}`;
    else if (line.trim() !== '') commands.push(line);
  }
  return commands;
}

/**
 * A checkout to type commands in: the files are those of this one, what is written beside them is the reader's own.
 *
 * @param without entries that the reader does not have
 */
export function checkout(t: Test, without: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-reader-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const listed = spawnSync('git', ['ls-tree', '--name-only', 'HEAD'], { encoding: 'utf8' }).stdout.trim().split('\n');
  for (const name of [...listed, 'node_modules'])
    if (!without.includes(name)) symlinkSync(resolve(name), join(folder, name));
  return folder;
}

export interface Shell {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the reader has otherwise than the page shows, the address for one. */
  readonly instead?: Readonly<Record<string, string>>;
}

function typed(commands: string, { instead = {} }: Shell): string {
  return Object.entries(instead).reduce((text, [shown, own]) => text.replaceAll(shown, own), commands);
}

/** Runs commands to their end. The first that fails ends them, as a reader would stop there. */
export function run(commands: string, shell: Shell) {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', typed(commands, shell)], {
    cwd: shell.cwd,
    env: { ...process.env, ...shell.env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs a command that goes on, until it says where it listens; its output is in `said()`. */
export async function start(t: Test, command: string, shell: Shell) {
  // A group of its own: npm and what it started end together.
  const child: ChildProcess = spawn('bash', ['-euo', 'pipefail', '-c', typed(command, shell)], {
    cwd: shell.cwd,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...shell.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  t.teardown(() => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  let output = '';
  const address = await new Promise<string>((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
        const found = /^同责 Tongze.*?(https?:\/\/[\w.:[\]]+)/m.exec(output)?.[1];
        if (found !== undefined) done(found);
      });
    child.once('close', (code) => failed(new Error(`${command} ended with ${code}: ${output}`)));
  });
  const stop = async () => {
    const ended = once(child, 'close');
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  return { address, said: () => output, stop };
}
