/** The two evaluators that every case runs on: the WASM that the service runs, and OPA's own in Go. */
import { spawnSync } from 'node:child_process';
import { createEvaluate, type Evaluate } from '../../src/engine/instance.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';

const bundle = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);

export const { data } = bundle;

export const wasm: Evaluate = createEvaluate(bundle.wasm as Uint8Array, bundle.data);

/**
 * Evaluates many inputs in one start of OPA's Go evaluator: each as `data.<entrypoint> with input as …`.
 *
 * @returns the values in the order of the inputs
 */
export function go(opa: string, asked: readonly { entrypoint: string; input: unknown }[]): readonly unknown[] {
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
