/** Reads the legal cases with the line of every part, so that a failure can name it. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { LegalCase } from '../../src/contract/generated/types.ts';

export interface PlacedCase {
  readonly file: string;
  readonly body: LegalCase;
  /** The line of the part at a path of the case, or of the nearest part above it. */
  line(path: readonly (string | number)[]): number;
}

const FOLDER = 'test/cases';

export function readCases(): readonly PlacedCase[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => casesOf(`${FOLDER}/${name}`));
}

function casesOf(file: string): readonly PlacedCase[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, merge: true });
  if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`);
  // Shared facts and expectations are aliases of aliases; the files are our own, so their number is no attack.
  const content = document.toJS({ maxAliasCount: -1 }) as { cases: LegalCase[] } | LegalCase[];
  const [bodies, above] = Array.isArray(content) ? [content, []] : [content.cases, ['cases']];
  return bodies.map((body, index) => ({
    file,
    body,
    line: (path) => lineOf(document, lines, [...above, index, ...path]),
  }));
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
