/**
 * `npm start`, `npm test` and `npm run tongze` on a fresh machine: brings what is missing, then runs. Plain JavaScript without
 * dependencies, because Node 20 runs it before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { ensureDependencies, findNode } from './bootstrap/dependencies.mjs';
import { serviceArguments } from './bootstrap/service.mjs';
import { findLinter, stages, TAP_OUTPUT, TESTS, tapCommand, tapFailures, tapTotals } from './bootstrap/stages.mjs';
import { buildTool, findTool, TOOLS } from './tools.mjs';

const say = (line) => console.error(`[tongze] ${line}`);

/** Runs a command to its end; signals reach it and its code comes back. A command that a signal ended has failed. */
function run(command, env) {
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), { stdio: 'inherit', env });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.once('error', (error) => {
      say(error.message);
      done(1);
    });
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (signal !== null) say(`${command[0]} 被 ${signal} 中止 (ended by ${signal})`);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

async function tools() {
  const found = {};
  for (const name of Object.keys(TOOLS)) {
    try {
      found[name] = findTool(name) ?? (await buildTool(name, say));
    } catch (error) {
      if (process.env.TONGZE_REQUIRE_TOOLS === '1') throw error;
      say(error.message);
    }
  }
  return found;
}

async function test(node, env, files) {
  if (files.length > 0) return run(tapCommand(node, files), env);
  const found = { ...(await tools()), biome: findLinter() };
  const skipped = [];
  const failed = [];
  for (const { name, needs, command } of stages(node, found)) {
    if (needs !== undefined && found[needs] === undefined) {
      const remedy =
        needs in TOOLS ? `装好 Go 后再运行 npm test，会自动编译 ${TOOLS[needs].version}` : '在 Linux 上运行';
      skipped.push(`${name}（没有 ${needs}：${remedy}）`);
      continue;
    }
    const since = Date.now();
    if (name === TESTS) {
      mkdirSync(dirname(TAP_OUTPUT), { recursive: true });
      rmSync(TAP_OUTPUT, { force: true });
    }
    let code = await run(command, env);
    if (name === TESTS) {
      const totals = tapTotals();
      say(totals ?? '没有测试的合计 (tap gave no totals)');
      // A run that tested nothing has proven nothing.
      if (totals === undefined && code === 0) code = 1;
      if (code !== 0 && !process.stdout.isTTY) for (const failure of tapFailures()) say(failure);
    }
    say(`${code === 0 ? '通过' : '失败'} ${name} ${((Date.now() - since) / 1000).toFixed(1)} 秒`);
    if (code !== 0) failed.push(name);
  }
  for (const line of skipped) say(`跳过 ${line}`);
  if (!existsSync('build/python/bin/python'))
    say(
      '跳过 测试中须用 Python 客户端的部分：python3 -m venv build/python && build/python/bin/pip install opa-python-client==3.0.0',
    );
  if (!existsSync('build/generator/bin/openapi-python-client'))
    say(
      '跳过 测试中须用生成器的部分：python3 -m venv build/generator && build/generator/bin/pip install openapi-python-client==0.29.1',
    );
  if (found.opa === undefined) say('跳过 测试中须用 opa 的部分（Go 对照、重新编译）');
  const refused = skipped.length > 0 && process.env.TONGZE_REQUIRE_TOOLS === '1';
  if (failed.length > 0) say(`失败：${failed.join('、')} (failed)`);
  else if (refused) say('失败：TONGZE_REQUIRE_TOOLS=1 时不许跳过 (nothing may be skipped)');
  else
    say(
      skipped.length === 0
        ? '全部通过 (all passed)'
        : `通过；跳过 ${skipped.length} 项 (passed; ${skipped.length} skipped)`,
    );
  return failed.length > 0 || refused ? 1 : 0;
}

async function main([command, ...rest]) {
  ensureDependencies(say);
  const node = findNode();
  // npm and the tests of the command line find the same Node by name.
  const env = { ...process.env, PATH: [dirname(resolve(node)), process.env.PATH].join(delimiter) };
  if (command === 'start') return run([node, ...serviceArguments()], env);
  if (command === 'test') return test(node, env, rest);
  if (command === 'tongze') return run([node, 'src/cli/main.ts', ...rest], env);
  if (command === 'setup') return (await tools()) && 0;
  throw new Error(`用法：node scripts/bootstrap.mjs start | test | setup | tongze <命令>`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
