/** Makes the catalogue of provisions from the METADATA of the policies, as `opa inspect` reads it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { citation } from '../../src/kernel/citation.ts';
import { factTitles } from '../generate/facts-rego.ts';
import { readSchemas } from '../generate/schemas.ts';

/** The block of one provision, as its author wrote it. */
export interface Block {
  readonly provision: string;
  readonly title: string;
  readonly description?: string;
  readonly modality: string;
  readonly class: string;
  readonly quote: string;
  readonly questions?: readonly string[];
  readonly human?: readonly string[];
  readonly refersTo?: string;
  readonly reason?: string;
  /** Where the block stands: file and line. */
  readonly location: string;
}

export interface Reading {
  readonly default: string;
  readonly alternatives: readonly string[];
  readonly reason: string;
}

/** The text of an instrument by eId, in the order of the text. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly certainty: string;
  readonly units: readonly { readonly eId: string; readonly kind?: string; readonly text?: string }[];
}

export const TEXTS = [
  'policies/hubei_joint_accountability/v2020/text/data.yaml',
  'policies/order_493/v2007/text/data.yaml',
];

export function readInstruments(): readonly Instrument[] {
  return TEXTS.map((path) => {
    const text = parse(readFileSync(path, 'utf8'));
    return { id: text.instrument, title: text.title, certainty: text.certainty ?? 'S', units: text.units };
  });
}

interface Annotation {
  readonly annotations: {
    readonly title?: string;
    readonly description?: string;
    readonly custom?: Record<string, unknown>;
  };
  readonly location: { readonly file: string; readonly row: number };
  readonly path?: readonly { readonly value: unknown }[];
}

/** All annotations of the policies. */
export function inspect(opa: string): readonly Annotation[] {
  const output = execFileSync(opa, ['inspect', '-a', '-f', 'json', 'policies'], { maxBuffer: 1 << 26 });
  return (JSON.parse(output.toString()) as { annotations: Annotation[] }).annotations;
}

export function blocksOf(annotations: readonly Annotation[]): readonly Block[] {
  return annotations
    .filter(({ annotations: { custom } }) => custom?.['provision'] !== undefined)
    .map(({ annotations: { title, description, custom }, location }) => ({
      title: title ?? '',
      ...(description === undefined ? {} : { description }),
      ...(custom as unknown as Omit<Block, 'title' | 'location'>),
      location: `${location.file}:${location.row}`,
    }));
}

export function readingsOf(annotations: readonly Annotation[]): Readonly<Record<string, Reading>> {
  const entries = annotations.flatMap(({ annotations: { custom } }) =>
    Object.entries((custom?.['readings'] ?? {}) as Record<string, Reading>),
  );
  const names = entries.map(([name]) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`reading ${twice} is described in two blocks`);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether an article has one 款 only, so that citations leave it out. */
function oneParagraph(instrument: Instrument, eId: string): boolean {
  const article = eId.replace(/__para_.*/, '');
  return !instrument.units.some((unit) => unit.eId.startsWith(`${article}__para_2`));
}

/** The groups of facts that each question needs, as its entrypoint declares them. */
export function groupsOf(annotations: readonly Annotation[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    annotations.flatMap(({ annotations: { custom }, path }) =>
      custom?.['facts'] === undefined ? [] : [[path?.at(2)?.value as string, custom['facts'] as string[]]],
    ),
  );
}

/** The catalogue as data of the bundle. */
export function catalogue(opa: string): unknown {
  const annotations = inspect(opa);
  const blocks = blocksOf(annotations);
  const instruments = readInstruments();
  const order = instruments.flatMap((instrument) => instrument.units.map((unit) => unit.eId));
  const provisions: Record<string, unknown> = {};
  const questions: Record<string, string[]> = {};
  for (const block of blocks) {
    const instrument = instruments.find(({ units }) => units.some((unit) => unit.eId === block.provision));
    if (instrument === undefined) throw new Error(`${block.location}: no unit ${block.provision} in any text`);
    if (block.provision in provisions) throw new Error(`${block.location}: a second block of ${block.provision}`);
    const { location: _location, questions: asked, description: _description, provision: _provision, ...rest } = block;
    const { readings: _readings, ...kept } = rest as typeof rest & { readings?: unknown };
    provisions[block.provision] = {
      ...kept,
      citation: citation(instrument.title, block.provision, oneParagraph(instrument, block.provision)),
      ...(instrument.certainty === 'S' ? {} : { certainty: instrument.certainty }),
    };
    for (const question of asked ?? []) questions[question] = [...(questions[question] ?? []), block.provision];
  }
  for (const list of Object.values(questions)) list.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return {
    facts: factTitles(readSchemas()),
    groups: groupsOf(annotations),
    order: order.filter((eId) => eId in provisions),
    provisions,
    questions,
    readings: readingsOf(annotations),
  };
}
