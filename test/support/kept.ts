/** A data folder that keeps what the built-in rules consist of, as a service that was started leaves it. */
import { shelveBuiltIn, shelveContract } from '../../src/policy/shelf.ts';
import { located, TREES } from '../../src/service.ts';
import { service } from './records.ts';

export function keptIn(data: string): string {
  const { wasm, rego } = service.bundles;
  shelveContract(data);
  shelveBuiltIn(data, wasm.sha256, { wasm: wasm.path, rego: rego.path, trees: located(TREES) });
  return data;
}
