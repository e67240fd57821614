/** Writes every file that follows from `schemas/` alone. With `--check` it changes nothing and names what is stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { accessPage } from './access.ts';
import { configurationPage, environmentExample } from './configuration.ts';
import { errorsPage } from './errors.ts';
import { factsRego, readingsRego } from './facts-rego.ts';
import { readSchemas } from './schemas.ts';
import { types } from './types.ts';

/** What the generators make: path → text. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const schemas = readSchemas();
  return new Map([
    ['src/contract/generated/types.ts', await types(schemas)],
    ['docs/configuration.md', configurationPage()],
    ['docs/access.md', await accessPage()],
    ['docs/errors.md', await errorsPage()],
    ['deploy/tongze.env.example', environmentExample()],
    ['policies/facts/facts.rego', factsRego(schemas)],
    ['policies/readings/readings.rego', readingsRego(schemas)],
  ]);
}

export function isCurrent(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (import.meta.main) {
  for (const [path, text] of await generated()) {
    if (isCurrent(path, text)) continue;
    write(path, text);
    console.log(`written: ${path}`);
  }
}
