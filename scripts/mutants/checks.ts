/** The checks of the blocks against a changed one: an author could not build what they refuse. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { type Annotation, inspect, TEXTS } from '../build/catalogue.ts';

const run = promisify(execFile);

let committed: { readonly annotations: readonly Annotation[]; readonly texts: readonly unknown[] } | undefined;

/** The first thing that the checks refuse with `source` in place of the committed file; undefined if nothing. */
export async function refusedByChecks(opa: string, path: string, source: string): Promise<string | undefined> {
  committed ??= {
    annotations: inspect(opa),
    texts: TEXTS.map((text) => parse(readFileSync(text, 'utf8'))),
  };
  const folder = mkdtempSync(join(tmpdir(), 'tongze-checks-'));
  try {
    writeFileSync(join(folder, 'changed.rego'), source);
    const changed = inspect(opa, folder);
    const annotations = [...committed.annotations.filter(({ location }) => location.file !== path), ...changed];
    writeFileSync(join(folder, 'input.json'), JSON.stringify({ annotations, texts: committed.texts }));
    const { stdout } = await run(opa, [
      'eval',
      '-d',
      'policies/checks',
      '-i',
      join(folder, 'input.json'),
      '-f',
      'raw',
      'data.checks.deny',
    ]);
    return (JSON.parse(stdout) as readonly string[])[0];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
