/** The two evaluators that every case runs on: the WASM that the service runs, and OPA's own in Go. */
import { spawnSync } from 'node:child_process';
import { createEvaluate, type Evaluate } from '../../src/engine/instance.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';

const bundle = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);

export const { data } = bundle;

export const wasm: Evaluate = createEvaluate(bundle.wasm as Uint8Array, bundle.data);

/** OPA evaluates a conjunction by recursion: its stack overflows at some two thousand long evaluations in one query. */
const IN_ONE_QUERY = 500;

/**
 * Evaluates many inputs in few starts of OPA's Go evaluator: each as `data.<entrypoint> with input as …`.
 *
 * @returns the values in the order of the inputs
 */
export function go(opa: string, asked: readonly { entrypoint: string; input: unknown }[]): readonly unknown[] {
  if (asked.length > IN_ONE_QUERY) {
    return [...go(opa, asked.slice(0, IN_ONE_QUERY)), ...go(opa, asked.slice(IN_ONE_QUERY))];
  }
  const query = asked
    .map(({ entrypoint }, i) => `x${i} := data.${entrypoint.replaceAll('/', '.')} with input as input.asked[${i}]`)
    .join('; ');
  const run = spawnSync(opa, ['eval', '-b', builtInBundles.rego.path, '--stdin-input', '-f', 'bindings', query], {
    input: JSON.stringify({ asked: asked.map(({ input }) => input) }),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`opa eval: ${run.stderr} ${run.stdout}`);
  const bindings = JSON.parse(run.stdout.toString()) as Record<string, unknown>;
  return asked.map((_, i) => bindings[`x${i}`]);
}
