/** One instance of the compiled policy, with the safeguards that the SDK lacks. */
import { createRequire } from 'node:module';

// The SDK is CommonJS, and only `require` shows all that its types declare.
const { loadPolicySync } = createRequire(import.meta.url)(
  '@open-policy-agent/opa-wasm',
) as typeof import('@open-policy-agent/opa-wasm');

/** Pages of 64 KiB. Memory only grows: an instance that reached the maximum throws and is replaced. */
const MEMORY = { initial: 256, maximum: 1024 } as const;

export interface Evaluate {
  /**
   * Evaluates an entrypoint.
   *
   * @param input canonical JSON of an object, UTF-8
   * @returns the one result
   * @throws {EvaluationFailed} when there is not exactly one result, or the policy threw
   */
  (entrypoint: string, input: Uint8Array): unknown;
}

/** Anything but exactly one result is a failure, never a decision. */
export class EvaluationFailed extends Error {
  override readonly name = 'EvaluationFailed';
}

type Policy = ReturnType<typeof loadPolicySync>;

export function createEvaluate(wasm: Uint8Array, data: Readonly<Record<string, unknown>>): Evaluate {
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  let policy: Policy | undefined;

  const fresh = (): Policy => {
    // The SDK takes a compiled module as well, which its types do not say.
    const made = loadPolicySync(module as unknown as ArrayBuffer, MEMORY);
    made.setData(data);
    return made;
  };

  return (entrypoint, input) => {
    policy ??= fresh();
    let results: unknown;
    try {
      // A copy of its own: the `buffer` of a Buffer is a pool that holds other bytes, which would read as no input.
      results = policy.evaluate(new Uint8Array(input).buffer, entrypoint);
    } catch (thrown) {
      // After any throw the state of the instance is unknown; the SDK throws strings too.
      policy = undefined;
      throw new EvaluationFailed(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
    }
    if (!Array.isArray(results) || results.length !== 1)
      throw new EvaluationFailed(`entrypoint ${entrypoint} gave no result`);
    return (results[0] as { result: unknown }).result;
  };
}
