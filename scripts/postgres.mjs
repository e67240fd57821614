/**
 * `node scripts/postgres.mjs <command …>`: runs a command with a PostgreSQL of its own, whose address is in
 * TONGZE_TEST_POSTGRES, and removes both afterwards. Loopback only; every commit is synced, as in operation.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const REMEDY =
  '没有 PostgreSQL 的服务器：apt-get install postgresql（或者把 initdb 和 postgres 放到 PATH 中）' +
  ' (no PostgreSQL server: install the package postgresql)';

/** Where initdb and postgres are: on the PATH, or where Debian keeps them. */
function binaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found === undefined) throw new Error(REMEDY);
  return found;
}

/** PostgreSQL refuses to run as root; then it runs as the user that the package made, or as nobody. */
function owner() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  throw new Error('PostgreSQL 不能以 root 运行，又没有别的用户 (no user to run PostgreSQL as)');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server in a temporary folder.
 *
 * @param {readonly string[]} [settings] further settings, `name=value`
 * @param {readonly string[]} [wrapper] runs before the server: `strace …`
 * @returns {Promise<import('./postgres.d.mts').Postgres>}
 * @throws with the remedy where there is no server on this machine
 */
export async function startPostgres(settings = [], wrapper = []) {
  const bin = binaries();
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), 'tongze-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  if (as !== undefined) for (const path of [folder, data]) chownSync(path, as.uid, as.gid);
  const options = { ...as, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'tongze', '-A', 'trust', '-E', 'UTF8', '--locale=C'], options);
  const port = await freePort();
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings];
  let server;
  let ended;

  const start = async (before) => {
    const command = [...before, join(bin, 'postgres'), '-D', data, ...all.flatMap((setting) => ['-c', setting])];
    const child = spawn(command[0], command.slice(1), options);
    server = child;
    ended = new Promise((resolve) => child.once('close', resolve));
    let log = '';
    await new Promise((resolve, reject) => {
      child.stderr.on('data', (chunk) => {
        log = `${log}${chunk}`.slice(-4000);
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`PostgreSQL 没有起来 (did not start)：\n${log}`)));
    });
  };

  await start(wrapper);
  return {
    address: `postgres://tongze@127.0.0.1:${port}/postgres`,
    folder,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
    crash: async () => {
      // Its children first: those that outlive the server would still hold its memory.
      const all = [server.pid, ...childrenOf(server.pid)];
      for (const pid of all) kill(pid);
      await ended;
      while (all.some((pid) => existsSync(`/proc/${pid}`))) await new Promise((resolve) => setTimeout(resolve, 10));
      await start([]);
    },
    end: async () => {
      server.kill('SIGINT');
      await ended;
    },
    restart: (before = []) => start(before),
  };
}

function childrenOf(pid) {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

async function main([command, ...args]) {
  if (command === undefined) throw new Error('用法：node scripts/postgres.mjs <命令 …>');
  const { address, stop } = await startPostgres();
  try {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TONGZE_TEST_POSTGRES: address } });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    await stop();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(`[tongze] ${error.message}`);
    process.exitCode = 1;
  }
}
