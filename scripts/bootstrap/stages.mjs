/** The stages of `npm test`, in order. A stage without its tool is skipped, and said so. */
import { existsSync, readFileSync } from 'node:fs';

const TSC = 'node_modules/typescript/bin/tsc';
/** The linter's binary for this platform; there is one for Linux only. */
const BIOME = `node_modules/@biomejs/cli-${process.platform}-${process.arch}/biome`;
const TAP = 'node_modules/tap/dist/esm/run.mjs';

/** Where tap writes its raw output: off a TTY its reporter tells no totals when all is well. */
export const TAP_OUTPUT = 'build/tests.tap';

/** The name of the stage whose totals are told. */
export const TESTS = 'tests 测试';

/** @returns {{name: string, needs?: 'opa' | 'regal' | 'biome', command: string[]}[]} */
export function stages(node, tools) {
  return [
    { name: 'types 类型', command: [node, TSC, '--noEmit'] },
    { name: 'lint 格式和边界', needs: 'biome', command: [BIOME, 'ci', '--error-on-warnings'] },
    { name: 'opa check', needs: 'opa', command: [tools.opa, 'check', '--strict', '-b', 'policies'] },
    { name: 'opa fmt', needs: 'opa', command: [tools.opa, 'fmt', '--list', '--fail', 'policies'] },
    // The default of five seconds for one test would measure the machine.
    { name: 'opa test', needs: 'opa', command: [tools.opa, 'test', '--timeout', '60s', '-b', 'policies'] },
    { name: 'regal lint', needs: 'regal', command: [tools.regal, 'lint', 'policies'] },
    { name: TESTS, command: tapCommand(node, [`--output-file=${TAP_OUTPUT}`]) },
  ];
}

/** The path of the linter, or undefined on a platform that it has no binary for. */
export function findLinter() {
  return existsSync(BIOME) ? BIOME : undefined;
}

export function tapCommand(node, rest) {
  return [node, TAP, ...(process.stdout.isTTY ? [] : ['--reporter=min']), ...rest];
}

/** Lines of one failure, and failures, that are shown at most. */
const SHOWN = { lines: 40, failures: 30 };

/**
 * What failed, as tap wrote it, with its place: off a TTY the reporter may end before it has told. A failure of a whole
 * file or subtest is shown only where nothing in it failed by itself.
 */
export function tapFailures(text = existsSync(TAP_OUTPUT) ? readFileSync(TAP_OUTPUT, 'utf8') : '') {
  const lines = text.split('\n');
  const found = [];
  let file = '';
  for (const [at, line] of lines.entries()) {
    file = /^# Subtest: (.*\.ts)$/.exec(line)?.[1] ?? file;
    const indent = /^( *)not ok (?!.*# (?:TODO|SKIP))/.exec(line)?.[1];
    if (indent === undefined) continue;
    const deeper = found.at(-1)?.indent.length ?? -1;
    if (deeper > indent.length && found.at(-1)?.file === file) continue;
    const block = lines.slice(at, at + SHOWN.lines);
    const end = block.findIndex((other) => other.trim() === '...');
    found.push({ indent, file, text: [file, ...block.slice(0, end < 0 ? 1 : end)].join('\n') });
  }
  return found.slice(0, SHOWN.failures).map((failure) => failure.text);
}

/** The totals of the run, such as `# { total: 3, pass: 2, fail: 1 }`; undefined where nothing was tested. */
export function tapTotals() {
  if (!existsSync(TAP_OUTPUT)) return undefined;
  return readFileSync(TAP_OUTPUT, 'utf8')
    .match(/^# \{ total: [1-9].*\}$/gm)
    ?.at(-1);
}
