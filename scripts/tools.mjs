/**
 * The pinned compiler and linter: one on the PATH if its version matches, else the cache, else built with Go.
 * Plain JavaScript without dependencies: the bootstrap runs it on Node 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** What is pinned: the module that is built, its version, and how the tool tells its own. */
export const TOOLS = {
  opa: { version: '1.22.2', module: 'github.com/open-policy-agent/opa', pattern: /^Version: (\S+)$/m },
  regal: { version: '0.42.0', module: 'github.com/open-policy-agent/regal', pattern: /^Version:\s+(\S+)$/m },
};

/** How a Go older than the pinned modules want says so; before 1.21 it does not know their syntax. */
const TOO_OLD = /requires go >= |invalid go version|unknown directive: tool/;

/** Seconds between two lines of progress while Go builds. */
const PROGRESS_SECONDS = 15;

function cacheFolder() {
  // Set but empty is unset: otherwise the cache would lie in the working folder.
  const base = process.env.TONGZE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tongze');
  return join(base, 'tools');
}

function cached(name) {
  return join(cacheFolder(), `${name}-${TOOLS[name].version}`);
}

/** The version that a binary reports, or undefined. */
function versionOf(path, name) {
  const run = spawnSync(path, ['version'], { encoding: 'utf8' });
  return run.status === 0 ? TOOLS[name].pattern.exec(run.stdout)?.[1] : undefined;
}

function onPath(name) {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
  return candidates.find((path) => existsSync(path) && versionOf(path, name) === TOOLS[name].version);
}

/**
 * @param {'opa' | 'regal'} name
 * @returns {string | null} the path of the pinned tool, or null where it must be built first
 */
export function findTool(name) {
  return onPath(name) ?? (existsSync(cached(name)) ? cached(name) : null);
}

/**
 * Builds a tool from its pinned Go module into the cache. The binary appears whole or not at all.
 *
 * @param {'opa' | 'regal'} name
 * @param {(line: string) => void} say
 * @throws with the remedy where Go is missing or the build fails
 */
export async function buildTool(name, say) {
  const { version, module } = TOOLS[name];
  if (spawnSync('go', ['version']).status !== 0)
    throw new Error(
      `没有 ${name} ${version}，也没有 Go 可以编译它。请安装 Go 1.26 以上，或者把 ${name} ${version} 放到 PATH 中。\n` +
        `(${name} ${version} is missing and there is no Go to build it: install Go 1.26, or put ${name} on the PATH.)`,
    );
  mkdirSync(cacheFolder(), { recursive: true });
  const target = cached(name);
  const unfinished = `${target}.${process.pid}`;
  const flags = `-s -w -X github.com/open-policy-agent/regal/pkg/version.Version=${version}`;
  const args = ['build', '-mod=readonly', '-trimpath', '-ldflags', flags, '-o', unfinished, module];
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  say(`编译 ${name} ${version}，约一两分钟 (building ${name})`);
  const progress = setInterval(() => say(`… ${name} ${seconds()} 秒`), PROGRESS_SECONDS * 1000);
  try {
    const child = spawn('go', args, {
      cwd: join(HERE, 'tools', name),
      // A go.work above the checkout would hide the pinned module.
      env: { ...process.env, GOWORK: 'off' },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    if (status !== 0)
      throw new Error(
        TOO_OLD.test(errors)
          ? `编译 ${name} ${version} 失败：Go 太旧，请安装 Go 1.26 以上 (this Go is too old: install Go 1.26 or newer)\n${errors}`
          : `编译 ${name} ${version} 失败：请检查网络和 Go 的模块代理后重试 ` +
              `(building ${name} failed: check the network and Go’s module proxy)\n${errors}`,
      );
    const built = versionOf(unfinished, name);
    if (built !== version) throw new Error(`编译出的 ${name} 自称 ${built}，应为 ${version} (wrong version built)`);
    renameSync(unfinished, target);
    say(`${name} ${version} 就绪，${seconds()} 秒`);
    return target;
  } finally {
    clearInterval(progress);
    rmSync(unfinished, { force: true });
  }
}
