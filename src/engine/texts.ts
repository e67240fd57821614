/**
 * An answer with its texts: quotes and titles from the catalogue, what each unknown decides, what holds, is breached or
 * open. The entrypoint `…/decision` of a question says the same to any client of OPA; joined here it costs less, for the
 * policy need not write the texts, nobody need read them again, and what is the same in every answer is put into
 * canonical form once. Nothing of the law is decided.
 */
import {
  canonical,
  type Member,
  memberOf,
  membersOf,
  objectOf,
  objectOfTexts,
  writerWith,
} from '../kernel/canonical.ts';
import { type Answer, ASPECTS, type Catalogue, type Finding, type Truth } from './evaluator.ts';

/** What a bundle's data says of provisions and notes. */
export interface TextData {
  readonly catalogue: Catalogue;
  readonly notes: Readonly<Record<string, string>>;
}

const OPTIONS = '/options/';

/** An answer that has its texts. */
export interface WithTexts {
  /** Without the notes that have no text; other texts are only in its members. */
  readonly answer: Answer;
  /** Of the decision, in canonical form. */
  readonly members: readonly Member[];
}

/** Gives an answer its texts. */
export type Join = (answer: Answer) => WithTexts;

/**
 * How the answers of one question get their texts, or nothing if this program and the bundle do not join them alike: a
 * bundle that was kept to replay old decisions may have been made by other rules.
 *
 * @param answer   of the question to no facts at all
 * @param decision of the question to no facts at all, as the policy gives it
 */
export function joiner(data: TextData, answer: Answer, decision: Answer): Join | undefined {
  // The law that every decision of the question rests on, whatever is asked; nothing else is beside the texts.
  const { law } = decision as Answer & { readonly law?: unknown };
  const same = law === undefined ? [] : [memberOf('law', canonical(law))];
  const join = joinerWith(data, same);
  return Buffer.from(objectOf(join(answer).members)).toString() === canonical(decision) ? join : undefined;
}

/** @param same members that every decision has */
function joinerWith({ catalogue, notes }: TextData, same: readonly Member[]): Join {
  const provisionOf = writers((eId) => catalogue.provisions[eId] ?? {});
  const noteOf = writers((code) => ({ text: notes[code] }));
  return (answer) => {
    const { findings, notes: noted, ...others } = answer;
    const all = Object.entries(findings).map(([eId, finding]) => ({ eId, finding, truths: truthsOf(finding) }));
    const holding = all.filter(({ finding }) => finding.applies.is === true);
    const waiting = all.map(({ eId, finding, truths }) => ({ eId, for: waitsFor(finding, truths) }));
    const inOrder = (some: readonly { readonly eId: string }[]) => ordered(catalogue, some);
    const found: Record<string, string> = {};
    for (const { eId, finding, truths } of all)
      found[eId] = provisionOf(eId)({
        ...finding,
        missing: missingIn([finding.applies]),
        readings: readingsOf(truths),
      });
    const told: Record<string, string> = {};
    // A note without a text is none, as in the policy.
    for (const [code, on] of Object.entries(noted)) if (notes[code] !== undefined) told[code] = noteOf(code)({ on });
    const members = [
      ...same,
      ...membersOf({
        ...others,
        summary: {
          holds: inOrder(holding),
          breached: inOrder(holding.filter(({ finding }) => finding.kept?.is === false)),
          open: inOrder(all.filter(({ finding }) => finding.applies.is === null)),
        },
        missing: unknownsOf(catalogue, inOrder(waiting.filter((one) => one.for.length > 0)), waiting),
      }),
      memberOf('findings', objectOfTexts(found)),
      memberOf('notes', objectOfTexts(told)),
    ];
    return { answer: { ...answer, notes: told }, members };
  };
}

/** Writers by name, made when they are first needed. */
function writers(common: (name: string) => Readonly<Record<string, unknown>>): (name: string) => Writer {
  const made = new Map<string, Writer>();
  return (name) => {
    let writer = made.get(name);
    if (writer === undefined) {
      writer = writerWith(common(name));
      made.set(name, writer);
    }
    return writer;
  };
}

type Writer = ReturnType<typeof writerWith>;

/** Provisions in the order of the text. */
function ordered({ places }: Catalogue, some: readonly { readonly eId: string }[]): readonly string[] {
  const place = (eId: string) => places[eId] as number;
  return some.map(({ eId }) => eId).sort((a, b) => place(a) - place(b));
}

/** Every truth value of a finding, of its instances, its proposed forms and its draft. */
function truthsOf(finding: Finding): readonly Truth[] {
  const { each = [], forms = [], draft } = finding;
  return [
    ...ASPECTS.flatMap((aspect) => finding[aspect] ?? []),
    ...each.flatMap(({ applies, kept = applies }) => [applies, kept]),
    ...forms.flatMap(({ admissible, bar }) => [admissible, bar]),
    ...(draft === undefined ? [] : [draft.complete]),
  ];
}

/** The facts that open truth values wait for, sorted. */
function missingIn(truths: readonly Truth[]): readonly string[] {
  return sorted(truths.flatMap(({ is, on }) => (is === null ? on.filter((path) => !path.startsWith(OPTIONS)) : [])));
}

function waitsFor({ addressees = [] }: Finding, truths: readonly Truth[]): readonly string[] {
  const open = missingIn(truths);
  return addressees.length === 0 ? open : sorted([...open, ...addressees.flatMap(({ missing = [] }) => missing)]);
}

/** The readings that truth values rest on, sorted. */
function readingsOf(truths: readonly Truth[]): readonly string[] {
  const paths = truths.flatMap(({ on }) => on.filter((path) => path.startsWith(OPTIONS)));
  return sorted(paths.map((path) => path.slice(OPTIONS.length)));
}

function sorted(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].sort();
}

interface Waiting {
  readonly eId: string;
  readonly for: readonly string[];
}

/** Every unknown with its title and the provisions that wait for it. */
function unknownsOf({ facts }: Catalogue, order: readonly string[], waiting: readonly Waiting[]): object {
  const pathsOf = new Map(waiting.map((one) => [one.eId, one.for]));
  const unknowns: Record<string, { readonly title: string; readonly decides: string[] }> = {};
  for (const eId of order)
    for (const path of pathsOf.get(eId) ?? []) {
      unknowns[path] ??= { title: facts[generic(path)] ?? path, decides: [] };
      unknowns[path].decides.push(eId);
    }
  return unknowns;
}

/** The pointer with the index of a list element written as *. */
function generic(pointer: string): string {
  const steps = pointer.split('/');
  return steps.length === 5 ? `/${steps[1]}/${steps[2]}/*/${steps[4]}` : pointer;
}
