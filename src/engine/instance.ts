/** One instance of the compiled policy, with the safeguards that the SDK lacks. */
import { createRequire } from 'node:module';

// The SDK is CommonJS, and only `require` shows all that its types declare.
const { loadPolicySync } = createRequire(import.meta.url)(
  '@open-policy-agent/opa-wasm',
) as typeof import('@open-policy-agent/opa-wasm');

/** Pages of 64 KiB. Memory only grows: an instance that reached the maximum throws and is replaced. */
const MEMORY = { initial: 256, maximum: 2048 } as const;

/** The one result of an evaluation, as a value and as the JSON that the policy wrote. */
export interface Evaluated {
  readonly value: unknown;
  /** `{"result": <value>}` in UTF-8: the answer of OPA's Data API. Keys are not in canonical order. */
  readonly json: Uint8Array;
}

/**
 * Evaluates an entrypoint.
 *
 * @param input canonical JSON of an object, UTF-8
 * @throws {EvaluationFailed} when there is not exactly one result, or the policy threw
 */
export type Run = (entrypoint: string, input: Uint8Array) => Evaluated;

/** The same, for who needs the value alone. */
export type Evaluate = (entrypoint: string, input: Uint8Array) => unknown;

/** Anything but exactly one result is a failure, never a decision. */
export class EvaluationFailed extends Error {
  override readonly name = 'EvaluationFailed';
}

/**
 * What the SDK's LoadedPolicy holds: its own `evaluate` copies the input twice and looks for the end of the result byte
 * by byte. Loading, data, built-ins and the ABI's version stay its business.
 */
interface Loaded {
  readonly mem: WebAssembly.Memory;
  readonly dataAddr: number;
  readonly dataHeapPtr: number;
  readonly minorVersion: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  readonly wasmInstance: { readonly exports: { readonly opa_eval: OpaEval } };
  setData(data: unknown): void;
}

/** ABI 1.2: one call that parses the input, evaluates and writes the result. */
type OpaEval = (
  reserved: 0,
  entrypoint: number,
  data: number,
  input: number,
  inputLength: number,
  heap: number,
  format: 0,
) => number;

const PAGE = 64 * 1024;

/** Bytes of the largest number in memory. */
const WORD = 8;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

export function compile(wasm: Uint8Array): WebAssembly.Module {
  return new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
}

/** Copies what the policy wrote: its memory is used again by the next evaluation. */
export type Keep = (bytes: Uint8Array) => Uint8Array;

/**
 * @param module compiled once; instances in several threads share it
 * @param keep   makes the copies that results consist of; each is memory of its own if absent
 */
export function createRun(
  module: WebAssembly.Module,
  data: Readonly<Record<string, unknown>>,
  keep: Keep = (bytes) => bytes.slice(),
): Run {
  let policy: Loaded | undefined;

  const fresh = (): Loaded => {
    // The SDK takes a compiled module as well, which its types do not say.
    const made = loadPolicySync(module as unknown as ArrayBuffer, MEMORY) as unknown as Loaded;
    if (made.minorVersion < 2) throw new EvaluationFailed(`the policy speaks ABI 1.${made.minorVersion}, not 1.2`);
    made.setData(data);
    return made;
  };

  return (entrypoint, input) => {
    policy ??= fresh();
    let text: Uint8Array;
    try {
      text = keep(resultOf(policy, entrypoint, input));
    } catch (thrown) {
      // After any throw the state of the instance is unknown; the policy throws strings too.
      policy = undefined;
      throw new EvaluationFailed(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
    }
    // `[{"result": …}]` without its brackets; `[]` where nothing is defined.
    const json = text.subarray(1, -1);
    if (json.length === 0) throw new EvaluationFailed(`entrypoint ${entrypoint} gave no result`);
    return {
      json,
      // Read only where it is asked for: who passes the bytes on need not pay for it.
      get value() {
        try {
          return (JSON.parse(UTF8.decode(json)) as { readonly result: unknown }).result;
        } catch (cause) {
          policy = undefined;
          throw new EvaluationFailed('the policy wrote no JSON', { cause });
        }
      },
    };
  };
}

export function createEvaluate(wasm: Uint8Array, data: Readonly<Record<string, unknown>>): Evaluate {
  const run = createRun(compile(wasm), data);
  return (entrypoint, input) => run(entrypoint, input).value;
}

/** The JSON that the policy wrote, where it wrote it. */
function resultOf(policy: Loaded, entrypoint: string, input: Uint8Array): Uint8Array {
  const { mem, dataAddr, dataHeapPtr, entrypoints, wasmInstance } = policy;
  const id = Object.hasOwn(entrypoints, entrypoint) ? entrypoints[entrypoint] : undefined;
  if (id === undefined) throw new EvaluationFailed(`entrypoint ${entrypoint} is not valid in this bundle`);
  // Whatever the policy makes is placed after the input, and is faster to reach where words do not cross cache lines.
  const end = Math.ceil((dataHeapPtr + input.byteLength) / WORD) * WORD;
  if (end > mem.buffer.byteLength) mem.grow(Math.ceil((end - mem.buffer.byteLength) / PAGE));
  new Uint8Array(mem.buffer).set(input, dataHeapPtr);
  const at = wasmInstance.exports.opa_eval(0, id, dataAddr, dataHeapPtr, input.byteLength, end, 0);
  // Only now: memory that grew during the evaluation has another buffer.
  const memory = new Uint8Array(mem.buffer);
  return memory.subarray(at, memory.indexOf(0, at));
}
