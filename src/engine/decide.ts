/**
 * The pure interface of the engine: (bundle, question, facts, options) → decision. Only sensitivity, what each version
 * would give, and provenance are added here; everything of the law comes from the policies.
 */
import {
  canonical,
  canonicalBytes,
  memberOf,
  membersOf,
  objectOf,
  objectWith,
  writerWith,
} from '../kernel/canonical.ts';
import {
  type Answer,
  ASPECTS,
  type Asked,
  askedPart,
  type Catalogue,
  type Finding,
  inputOf,
  type Reply,
} from './evaluator.ts';

/** Asks once; runs here or in a worker. */
export type Ask = (asked: Asked) => Promise<Reply> | Reply;

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
  /** Editions of the division table that were added to those of the bundle. */
  readonly territory?: readonly { readonly edition: string; readonly sha256: string }[];
  readonly service: string;
}

/** A decision as it is answered and recorded. */
export interface Decided {
  /** Canonical JSON (RFC 8785), UTF-8. */
  readonly bytes: Uint8Array;
  readonly status: string;
  /** Digest of the same without its provenance: what another evaluation of the same rules has to give again. */
  readonly result: string;
}

/**
 * Decides a question.
 *
 * @param facts   facts that fit the contract
 * @param options readings and the way of evaluation; `sensitivity` is `used` unless given
 */
export type Decide = (question: string, facts: unknown, options?: Options) => Promise<Decided>;

/** A decision that lacks only what names its input. */
interface Written {
  readonly result: string;
  /** @param input its digest */
  bytes(input: string): Uint8Array;
}

/**
 * @param provenance what every decision says of its rules
 * @param digest     SHA-256, lower-case hexadecimal
 */
export function createDecide(
  ask: Ask,
  catalogue: Catalogue,
  provenance: Provenance,
  digest: (bytes: Uint8Array) => string,
): Decide {
  /** By answer and by what was asked beside the facts: who gives an answer again gives the same object. */
  const written = new WeakMap<Answer, Map<string, Written>>();

  /** What the policy said is written once: for its digests and for the decision. */
  const write = ({ answer, members = membersOf(answer), output = digest(objectOf(members)) }: Reply, more: object) => {
    const all = [...members, ...membersOf(more)];
    const [object, origin] = [objectWith(all, 'provenance'), writerWith({ ...provenance, output })];
    return {
      result: digest(objectOf(all)),
      bytes: (input: string) => object(memberOf('provenance', origin({ input }))),
    };
  };

  return async (question, facts, options = {}) => {
    const { sensitivity = 'used', ...rest } = options;
    const input = canonicalBytes(inputOf(catalogue, question, facts, rest));
    const reply = await ask({ question, form: 'decision', input });
    const { answer } = reply;
    const done = ({ bytes, result }: Written): Decided => ({
      bytes: bytes(digest(input)),
      status: answer.status,
      result,
    });
    const isCounterfactual = rest.asIfInForce === true;
    const way = `${sensitivity} ${isCounterfactual}`;
    const known = written.get(answer)?.get(way);
    if (known !== undefined) return done(known);
    let asked = 1;
    const again: Again = async (changed, articles) => {
      asked += 1;
      const changedInput = inputOf(catalogue, question, facts, { ...rest, ...changed });
      const part: Asked =
        articles === undefined
          ? { question, form: 'answer', input: canonicalBytes(changedInput) }
          : askedPart(question, changedInput, articles);
      return (await ask(part)).answer;
    };
    const made = write(reply, {
      ...(isCounterfactual ? { counterfactual: true } : {}),
      ...('version_question' in answer.notes ? { versions: await versions(again) } : {}),
      sensitivity: { run: sensitivity, readings: await sensitivities(sensitivity, answer, rest, catalogue, again) },
    });
    // Where the policy was asked again, more rests on the facts than this answer.
    if (asked === 1) written.set(answer, (written.get(answer) ?? new Map()).set(way, made));
    return done(made);
  };
}

/** Asks again with changed options, all of the question or some articles of it. */
type Again = (changed: object, articles?: readonly string[]) => Promise<Answer>;

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

/**
 * Evaluates again with one reading changed at a time and names what differs: `used` the readings that the decision
 * consulted, in the articles that consulted them; `all` every reading in every article, which asks the policy to show
 * what `used` takes from the reasons of its findings.
 */
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
    const articles = run === 'all' ? undefined : articlesConsulting(catalogue, decision, option);
    for (const other of [reading.default, ...reading.alternatives].filter((value) => value !== used))
      results.push({ option, used, other, changes: changes(decision, await again({ [option]: other }, articles)) });
  }
  return results;
}

/** The packages of the articles with a finding that rests on the reading. */
export function articlesConsulting(catalogue: Catalogue, answer: Answer, option: string): readonly string[] {
  const touched = ([, eIds]: readonly [string, readonly string[]]) =>
    eIds.some((eId) => optionsOf(answer.findings[eId] as Finding).includes(option));
  return Object.entries(catalogue.articles[answer.question] ?? {})
    .filter(touched)
    .map(([article]) => article)
    .sort();
}

/** Parts of a finding that a reading changes as a whole. */
const PARTS = ['addressees', 'areas', 'draft', 'each', 'forms', 'gap', 'imported', 'next'] as const;

/** The readings that the findings rest on, sorted. */
export function consulted(answer: Answer): readonly string[] {
  return [...new Set(Object.values(answer.findings).flatMap((finding) => optionsOf(finding)))].sort();
}

/** The readings that a finding rests on, by name. */
function optionsOf(finding: Finding): readonly string[] {
  const paths = [
    ...ASPECTS.flatMap((aspect) => finding[aspect]?.on ?? []),
    ...(finding.each ?? []).flatMap(({ applies, kept }) => [...applies.on, ...(kept?.on ?? [])]),
    ...(finding.forms ?? []).flatMap(({ admissible, bar }) => [...admissible.on, ...bar.on]),
    ...(finding.draft?.complete.on ?? []),
    ...[finding.otherReading?.option, finding.areas?.option].filter((path) => path !== undefined),
  ];
  return paths.filter((path) => path.startsWith('/options/')).map((path) => path.slice('/options/'.length));
}

/** What differs between two answers to the same question, in the articles that the second one gives. */
export function changes(before: Answer, after: Answer): readonly Change[] {
  const found: Change[] = [];
  // A part always has the grade, the answer of a question that does not ask for one has none.
  const graded = before.grade !== undefined && after.grade !== undefined;
  if (graded && (before.grade.least !== after.grade.least || before.grade.most !== after.grade.most))
    found.push({ provision: 'grade', aspect: 'grade' });
  for (const [provision, finding] of Object.entries(before.findings)) {
    const other = after.findings[provision];
    if (other === undefined) continue;
    for (const aspect of ASPECTS) {
      const [from, to] = [finding[aspect]?.is, other[aspect]?.is];
      if (from === to) continue;
      found.push({ provision, aspect, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
    }
    for (const part of PARTS)
      if (canonical(finding[part] ?? null) !== canonical(other[part] ?? null)) found.push({ provision, aspect: part });
  }
  return found;
}
