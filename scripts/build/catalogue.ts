/** Makes the catalogue of provisions from the METADATA of the policies, as `opa inspect` reads it. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
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
  /** Verbatim; a unit that is known from memory only has its `gist` instead. */
  readonly quote?: string;
  readonly gist?: string;
  readonly questions?: readonly string[];
  readonly human?: readonly string[];
  readonly refersTo?: string;
  readonly reason?: string;
  /** Where the block stands: file and line. */
  readonly location: string;
}

/** The question that asks everything. */
const MEMO = 'memo';

const MEASURES = 'policies/hubei_joint_accountability/';

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
  readonly units: readonly {
    readonly eId: string;
    readonly kind?: string;
    readonly text?: string;
    /** What a unit says as far as memory serves; it stands instead of the text, never beside it. */
    readonly gist?: string;
    /** Where it differs from the instrument's. */
    readonly certainty?: string;
  }[];
}

/** The texts of all instruments: the measures first, then those that they lean on. */
export const TEXTS = globSync('policies/*/*/text/data.yaml').sort(
  (a, b) => Number(b.startsWith(MEASURES)) - Number(a.startsWith(MEASURES)) || (a < b ? -1 : 1),
);

/** Every instrument with its units; the sentences of a unit follow it, as units of their own. */
export function readInstruments(): readonly Instrument[] {
  return TEXTS.map((path) => {
    const text = parse(readFileSync(path, 'utf8'));
    return { id: text.instrument, title: text.title, certainty: text.certainty ?? 'S', units: text.units };
  });
}

/** 句: what ends in “。”; cited as `art_5__para_1__item_3__s2`. A unit of one sentence has no sentences of its own. */
export function sentencesOf({ eId, text = '' }: Instrument['units'][number]): Instrument['units'] {
  const sentences = text.split('。').slice(0, -1);
  if (sentences.length < 2) return [];
  return sentences.map((sentence, i) => ({ eId: `${eId}__s${i + 1}`, kind: 'sentence', text: `${sentence}。` }));
}

function withSentences(units: Instrument['units']): Instrument['units'] {
  return units.flatMap((unit) => [unit, ...sentencesOf(unit)]);
}

export interface Annotation {
  readonly annotations: {
    readonly title?: string;
    readonly description?: string;
    readonly custom?: Record<string, unknown>;
  };
  readonly location: { readonly file: string; readonly row: number };
  readonly path?: readonly { readonly value: unknown }[];
}

/** All annotations of the policies. */
export function inspect(opa: string, folder = 'policies'): readonly Annotation[] {
  const output = execFileSync(opa, ['inspect', '-a', '-f', 'json', folder], { maxBuffer: 1 << 26 });
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

/** A rule that answers a provision for some questions: of its block, or said again of something else than there. */
interface Answering {
  readonly provision: string;
  readonly questions: readonly string[];
  /** The rule that holds the finding, with its package. */
  readonly article: string;
  /** Whether it says again what a block says of something else, in whose place it then stands. */
  readonly again: boolean;
}

export function answering(annotations: readonly Annotation[]): readonly Answering[] {
  return annotations.flatMap(({ annotations: { custom = {} }, path = [] }) => {
    const provision = (custom['provision'] ?? custom['restates']) as string | undefined;
    if (provision === undefined) return [];
    const again = custom['restates'] !== undefined;
    const asked = (custom['questions'] ?? []) as readonly string[];
    // The memo answers whatever any question answers, once.
    const questions = again || asked.length === 0 ? asked : [...asked, MEMO];
    return [{ provision, questions, article: ruleOf(path), again }];
  });
}

/** The path of a rule without `data` and without the key of its head. */
function ruleOf(path: NonNullable<Annotation['path']>): string {
  return path
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string')
    .slice(1)
    .join('.');
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

/** Numbers at which the law changes its answer, by fact, as the blocks that hold them declare. */
function boundariesOf(annotations: readonly Annotation[]): Readonly<Record<string, readonly number[]>> {
  return merged<number>(annotations, 'boundaries', (numbers) => [...new Set(numbers)].sort((a, b) => a - b));
}

/** Periods in days that the law counts for a fact, and the fact that they are counted from. */
function daysOf(annotations: readonly Annotation[]): Readonly<Record<string, readonly unknown[]>> {
  return merged<unknown>(annotations, 'days', (periods) => periods);
}

/** What provisions forbid for the time being, in words, as the rules that say when they do declare. */
function barredOf(annotations: readonly Annotation[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    annotations.flatMap(({ annotations: { custom } }) =>
      Object.entries((custom?.['barred'] ?? {}) as Record<string, string>),
    ),
  );
}

function merged<T>(
  annotations: readonly Annotation[],
  key: string,
  tidy: (all: readonly T[]) => readonly T[],
): Readonly<Record<string, readonly T[]>> {
  const all: Record<string, T[]> = {};
  for (const { annotations: annotation } of annotations)
    for (const [fact, values] of Object.entries((annotation.custom?.[key] ?? {}) as Record<string, T[]>))
      all[fact] = [...(all[fact] ?? []), ...values];
  return Object.fromEntries(Object.entries(all).map(([fact, values]) => [fact, tidy(values)]));
}

/** The groups of facts that each question needs, as its entrypoint declares them. */
function groupsIn(facts: unknown): readonly string[] {
  return facts === 'all' ? Object.keys(readSchemas().get('facts.schema.json')?.properties ?? {}) : (facts as string[]);
}

export function groupsOf(annotations: readonly Annotation[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    annotations.flatMap(({ annotations: { custom }, path }) =>
      custom?.['facts'] === undefined ? [] : [[path?.at(2)?.value as string, groupsIn(custom['facts'])]],
    ),
  );
}

/** The catalogue as data of the bundle. */
export function catalogue(opa: string): unknown {
  const annotations = inspect(opa);
  const blocks = blocksOf(annotations);
  const instruments = readInstruments();
  const order = instruments.flatMap(({ units }) => withSentences(units).map((unit) => unit.eId));
  const provisions: Record<string, unknown> = {};
  const questions: Record<string, string[]> = {};
  const articles: Record<string, Record<string, string[]>> = {};
  for (const block of blocks) {
    const instrument = instruments.find(({ units }) =>
      withSentences(units).some((unit) => unit.eId === block.provision),
    );
    if (instrument === undefined) throw new Error(`${block.location}: no unit ${block.provision} in any text`);
    if (block.provision in provisions) throw new Error(`${block.location}: a second block of ${block.provision}`);
    const {
      location: _location,
      questions: _questions,
      description: _description,
      provision: _provision,
      ...rest
    } = block;
    const {
      readings: _readings,
      boundaries: _boundaries,
      days: _days,
      ...kept
    } = rest as typeof rest & Record<'readings' | 'boundaries' | 'days', unknown>;
    provisions[block.provision] = {
      ...kept,
      citation: citation(instrument.title, block.provision, oneParagraph(instrument, block.provision)),
      ...certaintyOf(instrument, block.provision),
    };
  }
  for (const { provision, article, questions: asked } of answering(annotations))
    for (const question of asked) {
      questions[question] = [...(questions[question] ?? []), provision];
      articles[question] ??= {};
      articles[question][article] = [...(articles[question][article] ?? []), provision];
    }
  for (const list of Object.values(questions)) list.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const ordered = order.filter((eId) => eId in provisions);
  return {
    articles,
    barred: barredOf(annotations),
    boundaries: boundariesOf(annotations),
    days: daysOf(annotations),
    facts: factTitles(readSchemas()),
    groups: groupsOf(annotations),
    order: ordered,
    places: Object.fromEntries(ordered.map((eId, place) => [eId, place])),
    provisions,
    questions,
    readings: readingsOf(annotations),
    titles: titlesOf(annotations),
  };
}

/** The mark of the unit, or else of its instrument; what stands in the official text carries none. */
function certaintyOf(instrument: Instrument, eId: string): { readonly certainty?: string } {
  const unit = instrument.units.find((other) => other.eId === eId.replace(/__s[0-9]+$/, ''));
  const certainty = unit?.certainty ?? instrument.certainty;
  return certainty === 'S' ? {} : { certainty };
}

/** The title of each question: that of its package. */
function titlesOf(annotations: readonly Annotation[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    annotations
      .filter(({ path }) => path?.length === 3 && path[1]?.value === 'questions')
      .filter(({ path }) => Object.hasOwn(groupsOf(annotations), path?.[2]?.value as string))
      .map(({ annotations: { title }, path }) => [path?.[2]?.value as string, title ?? '']),
  );
}

/**
 * The module that collects, per question, the findings of the articles whose blocks name it. Each question refers to
 * its own articles only, so that a small question does not pay for the whole law, and a new article needs no list edited.
 */
export function foundRego(opa: string): string {
  const packages: Record<string, Set<string>> = {};
  // Of two values of a provision the later one stands: what is said again comes last.
  const rulesOf = [...answering(inspect(opa))].sort(
    (a, b) => Number(a.again) - Number(b.again) || (a.article < b.article ? -1 : 1),
  );
  for (const { questions, article } of rulesOf)
    for (const question of questions) {
      packages[question] ??= new Set();
      packages[question].add(article);
    }
  const rules = Object.entries(packages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([question, names]) => {
      const refs = [...names].map((name) => `\tdata.${name},`);
      return `${question} := object.filter(\n\tobject.union_n([\n${refs.map((ref) => `\t${ref}`).join('\n')}\n\t]),\n\tdata.catalogue.questions.${question},\n)\n`;
    });
  const articles = [...new Set(Object.values(packages).flatMap((names) => [...names]))].sort();
  const byName = articles.map((name) => `article("${name}") := data.${name}\n`);
  return `# Generated from the METADATA of the articles by scripts/build; do not edit.
# METADATA
# title: 各问题的条款
# description: 每个问题所答复的条款的结论；缺少规则的条款不在其中，引擎因此拒绝。
package questions.found

${rules.join('\n')}
# One article by the name of its rule.
${byName.join('\n')}`;
}
