/**
 * The pure interface of the engine: (bundle, question, facts, options) → decision. Only sensitivity, what each version
 * would give, and provenance are added here; everything of the law comes from the policies.
 */
import canonicalize from 'canonicalize';
import { type Answer, type Catalogue, canonicalBytes, type Finding, type Form, inputOf } from './evaluator.ts';

/** Asks one question once; runs here, in a worker, or in OPA's Go evaluator. */
export type Ask = (question: string, form: Form, input: Uint8Array) => Promise<Answer> | Answer;

export interface Options {
  readonly asIfInForce?: boolean;
  readonly sensitivity?: 'used' | 'all' | 'none';
  readonly [reading: string]: unknown;
}

export interface Change {
  readonly provision: string;
  readonly aspect: string;
  readonly from?: boolean | null;
  readonly to?: boolean | null;
}

export interface Provenance {
  readonly bundle: { readonly revision: string; readonly sha256: string };
  readonly wasm: string;
  readonly service: string;
}

/**
 * Decides a question.
 *
 * @param facts   facts that fit the contract
 * @param options readings and the way of evaluation; `sensitivity` is `used` unless given
 * @returns the decision in canonical order of keys
 */
export async function decide(
  ask: Ask,
  catalogue: Catalogue,
  provenance: Provenance,
  digest: (bytes: Uint8Array) => string,
  question: string,
  facts: unknown,
  options: Options = {},
): Promise<unknown> {
  const { sensitivity = 'used', ...rest } = options;
  const input = canonicalBytes(inputOf(catalogue, question, facts, rest));
  const decision = await ask(question, 'decision', input);
  const again = (changed: object) =>
    ask(question, 'answer', canonicalBytes(inputOf(catalogue, question, facts, { ...rest, ...changed })));
  return sorted({
    ...decision,
    ...(rest.asIfInForce === true ? { counterfactual: true } : {}),
    ...('version_question' in decision.notes ? { versions: await versions(again) } : {}),
    sensitivity: { run: sensitivity, readings: await sensitivities(sensitivity, decision, rest, catalogue, again) },
    provenance: { ...provenance, input: digest(input), output: digest(canonicalBytes(decision)) },
  });
}

const sorted = (value: unknown): unknown => JSON.parse(canonicalize(value) as string);

type Again = (changed: object) => Promise<Answer> | Answer;

/** An act between the bounds of the day of publication: what each version would give. */
async function versions(again: Again): Promise<unknown> {
  const inForce = await again({ asIfInForce: true });
  return {
    v2020: { status: inForce.status, findings: inForce.findings },
    v2014: {
      supported: false,
      text: '2014年《湖北省安全生产党政同责暂行办法》的条文没有收入本库，不能据以评估。',
    },
  };
}

/** Evaluates again with one reading changed at a time and names what differs. */
async function sensitivities(
  run: string,
  decision: Answer,
  options: Options,
  catalogue: Catalogue,
  again: Again,
): Promise<readonly unknown[]> {
  if (run === 'none') return [];
  const names = run === 'all' ? Object.keys(catalogue.readings) : consulted(decision);
  const results: unknown[] = [];
  for (const option of names) {
    const reading = catalogue.readings[option];
    if (reading === undefined) continue;
    const used = (options[option] as string | undefined) ?? reading.default;
    for (const other of [reading.default, ...reading.alternatives].filter((value) => value !== used))
      results.push({ option, used, other, changes: changes(decision, await again({ [option]: other })) });
  }
  return results;
}

const ASPECTS = ['applies', 'kept', 'ground', 'bar'] as const;

/** The readings that the findings and the grade rest on, sorted. */
export function consulted(answer: Answer): readonly string[] {
  const paths = Object.values(answer.findings).flatMap((finding) => [
    ...ASPECTS.flatMap((aspect) => finding[aspect]?.on ?? []),
    ...[finding.otherReading?.option, finding.areas?.option].filter((path) => path !== undefined),
  ]);
  const options = paths.filter((path) => path.startsWith('/options/')).map((path) => path.slice('/options/'.length));
  return [...new Set(options)].sort();
}

/** What differs between two answers to the same question. */
export function changes(before: Answer, after: Answer): readonly Change[] {
  const found: Change[] = [];
  if (before.grade?.least !== after.grade?.least || before.grade?.most !== after.grade?.most)
    found.push({ provision: 'grade', aspect: 'grade' });
  for (const [provision, finding] of Object.entries(before.findings)) {
    const other = after.findings[provision] as Finding;
    for (const aspect of ASPECTS) {
      const [from, to] = [finding[aspect]?.is, other[aspect]?.is];
      if (from === to) continue;
      found.push({ provision, aspect, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
    }
    if (canonicalize(finding.addressees ?? []) !== canonicalize(other.addressees ?? []))
      found.push({ provision, aspect: 'addressees' });
    if (canonicalize(finding.areas ?? {}) !== canonicalize(other.areas ?? {}))
      found.push({ provision, aspect: 'areas' });
  }
  return found;
}
