/** The locked dependencies and Node 24, brought by npm from the lockfile. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'node_modules/.tongze-stamp';

/** The oldest Node that runs the sources as they are. */
const NODE_MAJOR = 24;

function lockDigest() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

/** Installs when node_modules is missing or belongs to another lockfile. */
export function ensureDependencies(say) {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockDigest()) return;
  say('安装锁定的依赖，约一分钟 (installing the locked dependencies)');
  const since = Date.now();
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0)
    throw new Error(
      '依赖没有装上：请检查网络和 npm 的软件源后重试 (npm ci failed: check the network and npm’s registry)',
    );
  writeFileSync(STAMP, lockDigest());
  say(`依赖就绪，${Math.round((Date.now() - since) / 1000)} 秒`);
}

/** The path of a Node that is new enough: the locked platform package, else the one that runs this. */
export function findNode() {
  const locked = join('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(locked) && spawnSync(locked, ['--version']).status === 0) return locked;
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  throw new Error(
    `本平台（${process.platform}-${process.arch}）没有随附的 Node ${NODE_MAJOR}：请自行安装 Node ${NODE_MAJOR} 以上后重试。\n` +
      `(no bundled Node ${NODE_MAJOR} for this platform: install Node ${NODE_MAJOR} or newer)`,
  );
}
