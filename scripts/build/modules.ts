/** What `opa parse` tells of each Rego file, as far as OPA's clients read it: its package and the heads of its rules. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Term {
  readonly type: string;
  readonly value: unknown;
}

interface Parsed {
  readonly package: { readonly path: readonly Term[] };
  readonly rules?: readonly {
    readonly default?: boolean;
    readonly head: { readonly name?: string; ref: readonly Term[] };
  }[];
}

/** The reduced syntax tree of each file, by its path. */
export async function syntaxTrees(opa: string, paths: readonly string[]): Promise<string> {
  const run = promisify(execFile);
  const trees: Record<string, unknown> = {};
  for (const path of paths) {
    const { stdout } = await run(opa, ['parse', '--format', 'json', path], { maxBuffer: 1 << 26 });
    trees[path] = reduced(JSON.parse(stdout) as Parsed);
  }
  return `${JSON.stringify(trees, null, 1)}\n`;
}

function reduced({ package: { path }, rules = [] }: Parsed): unknown {
  return {
    package: { path: path.map(plain) },
    rules: rules.map(({ default: isDefault, head: { name, ref } }) => ({
      ...(isDefault === true ? { default: true } : {}),
      head: { ...(name === undefined ? {} : { name }), ref: ref.map(plain) },
    })),
  };
}

/** Where a term stands in its file is left out. */
function plain({ type, value }: Term): Term {
  return { type, value: typeof value === 'object' ? null : value };
}
