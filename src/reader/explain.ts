/**
 * Why, why not, and what would change it. Every sentence here is found by evaluating again: no condition of law is
 * known to this module, only which facts a finding rests on and what those may be.
 */
import type { Decision, Explanation, Truth } from '../contract/generated/types.ts';
import type { Ask } from '../engine/decide.ts';
import { type Answer, type Catalogue, type Finding, inputOf } from '../engine/evaluator.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { type Completion, completionsOf } from './completions.ts';
import { textOf, titleOf, valueAt } from './facts.ts';

export interface ExplainSource {
  readonly decision: Decision;
  readonly facts: unknown;
  readonly options: Readonly<Record<string, unknown>>;
  readonly catalogue: Catalogue;
  readonly ask: Ask;
}

/** Evaluations of one explanation at the most; what is left out is said. */
const MAX_EVALUATIONS = 600;

/** Explains a decision. `about` limits the reasons and the flips to one provision. */
export async function explain(source: ExplainSource, about?: string): Promise<Explanation> {
  const budget = { left: MAX_EVALUATIONS };
  const again = trying(source, budget);
  const deciding = await decidingFacts(source, again, about);
  const flips = await nearestFlips(source, again, about);
  return {
    question: source.decision.question,
    reasons: reasonsOf(source, about),
    deciding,
    flips,
    evaluations: MAX_EVALUATIONS - Math.max(0, budget.left),
    ...(budget.left < 0 ? { incomplete: `评估次数以${MAX_EVALUATIONS}次为限，其余没有试。` } : {}),
  };
}

type Try = (facts: unknown) => Promise<Answer | undefined>;

/** Each evaluation waits for its turn, so that others are answered in between; stops when the budget is spent. */
function trying({ ask, catalogue, decision, options }: ExplainSource, budget: { left: number }): Try {
  const { sensitivity: _sensitivity, ...readings } = options;
  return async (facts) => {
    budget.left -= 1;
    if (budget.left < 0) return undefined;
    const input = canonicalBytes(inputOf(catalogue, decision.question, facts, readings));
    return (await ask({ question: decision.question, form: 'answer', input })).answer;
  };
}

const ASPECTS = ['applies', 'kept', 'ground', 'bar'] as const;

type Aspect = (typeof ASPECTS)[number];

function reasonsOf(source: ExplainSource, about: string | undefined): Explanation['reasons'] {
  const { decision, catalogue } = source;
  return catalogue.order
    .filter((eId) => Object.hasOwn(decision.findings, eId) && (about === undefined || about === eId))
    .map((eId) => {
      const finding = decision.findings[eId] as Decision['findings'][string];
      return {
        provision: eId,
        citation: finding.citation ?? eId,
        title: finding.title ?? eId,
        aspects: ASPECTS.flatMap((aspect) => {
          const truth = finding[aspect];
          return truth === undefined ? [] : [{ aspect, is: truth.is, facts: factsOf(source, truth) }];
        }),
      };
    });
}

function factsOf({ catalogue, facts }: ExplainSource, { on }: Truth) {
  return on.map((fact) => {
    const value = fact.startsWith('/options/') ? undefined : valueAt(facts, fact);
    return {
      fact,
      title: titleOf(catalogue, fact),
      ...(value === undefined ? {} : { value: textOf(value) }),
    };
  });
}

/** The facts that open findings wait for, the one that settles most first. */
async function decidingFacts(source: ExplainSource, again: Try, about: string | undefined) {
  const { decision, catalogue, facts } = source;
  const ranked = [];
  for (const fact of missingOf(decision, about)) {
    const completions = completionsOf(catalogue, facts, fact, { publication: decision.law?.publication });
    const tried = [];
    for (const completion of completions) {
      const answer = await again(completion.facts);
      if (answer === undefined) continue;
      const settled = settledBy(decision, answer, about);
      tried.push({ value: completion.text, settles: settled.length, provisions: settled });
    }
    const counts = tried.map(({ settles }) => settles);
    ranked.push({
      fact,
      title: titleOf(catalogue, fact),
      least: counts.length === 0 ? 0 : Math.min(...counts),
      most: counts.length === 0 ? 0 : Math.max(...counts),
      completions: tried,
      ...(completions.length === 0 ? { untried: '取值不能逐一列举（名称、地点或者文件），没有试。' } : {}),
    });
  }
  return ranked.sort((a, b) => b.least - a.least || b.most - a.most || (a.fact < b.fact ? -1 : 1));
}

function missingOf(decision: Decision, about: string | undefined): readonly string[] {
  return Object.entries(decision.missing ?? {})
    .filter(([, { decides }]) => about === undefined || decides.includes(about))
    .map(([fact]) => fact);
}

/** Provisions of which something was open and is no longer. */
function settledBy(decision: Decision, answer: Answer, about: string | undefined): string[] {
  return Object.entries(decision.findings)
    .filter(([eId]) => about === undefined || about === eId)
    .filter(([eId, before]) => {
      const after = answer.findings[eId] as Finding;
      return ASPECTS.some((aspect) => before[aspect]?.is === null && after[aspect]?.is !== null);
    })
    .map(([eId]) => eId)
    .sort();
}

/** For each decided finding the smallest change after which it no longer stands: of one fact, or of several together. */
async function nearestFlips(
  source: ExplainSource,
  again: Try,
  about: string | undefined,
): Promise<Explanation['flips']> {
  const { decision, catalogue } = source;
  const wanted = Object.entries(decision.findings)
    .filter(([eId]) => about === undefined || about === eId)
    .flatMap(([eId, finding]) =>
      (['applies', 'kept'] as const).flatMap((aspect) => {
        const truth = finding[aspect];
        return truth === undefined || truth.is === null ? [] : [{ eId, aspect, is: truth.is, on: truth.on }];
      }),
    )
    .sort((a, b) => catalogue.order.indexOf(a.eId) - catalogue.order.indexOf(b.eId));
  // Each alternative of each fact is evaluated once, for all the findings that rest on it.
  const alternatives = new Map<string, readonly Alternative[]>();
  for (const fact of new Set(wanted.flatMap(({ on }) => on)))
    alternatives.set(fact, await answersOf(source, again, fact));
  const flips = [];
  for (const { eId, aspect, is, on } of wanted) {
    const undone = (answer: Answer) => isUndone(answer, eId, aspect, is);
    const changes = on.flatMap((fact) => {
      const turning = (alternatives.get(fact) ?? []).filter(({ answer }) => undone(answer));
      const nearest = turning.find(({ answer }) => truthOf(answer, eId, aspect) === !is) ?? turning[0];
      if (nearest === undefined) return [];
      return [{ ...changeOf(source, fact, nearest.completion), becomes: truthOf(nearest.answer, eId, aspect) ?? null }];
    });
    const together = changes.length > 0 ? undefined : await jointChange(source, again, on, undone);
    flips.push({ provision: eId, aspect, from: is, changes, ...(together === undefined ? {} : { together }) });
  }
  return flips;
}

interface Alternative {
  readonly completion: Completion;
  readonly answer: Answer;
}

/** What a fact may be instead, nearest first, with what is then answered. */
async function answersOf(source: ExplainSource, again: Try, fact: string): Promise<readonly Alternative[]> {
  const answers: Alternative[] = [];
  for (const completion of nearestOf(source, source.facts, fact)) {
    const answer = await again(completion.facts);
    if (answer !== undefined) answers.push({ completion, answer });
  }
  return answers;
}

function nearestOf({ catalogue, decision }: ExplainSource, facts: unknown, fact: string): readonly Completion[] {
  if (fact.startsWith('/options/')) return [];
  const anchors = { publication: decision.law?.publication };
  return [...completionsOf(catalogue, facts, fact, anchors)].sort((a, b) => a.distance - b.distance);
}

function changeOf({ catalogue, facts }: ExplainSource, fact: string, { text }: Completion) {
  return { fact, title: titleOf(catalogue, fact), from: textOf(valueAt(facts, fact)), to: text };
}

/** Facts that are changed together at the most, and alternatives of each that are tried: the product stays small. */
const MAX_TOGETHER = 3;
const MAX_ALTERNATIVES = 6;

/**
 * The fewest facts whose change together undoes a finding, where no single one does: an accident is of a lower grade only
 * when deaths, injuries and loss are all lower.
 */
async function jointChange(
  source: ExplainSource,
  again: Try,
  on: readonly string[],
  undone: (answer: Answer) => boolean,
): Promise<Explanation['flips'][number]['together']> {
  const facts = on.filter((fact) => nearestOf(source, source.facts, fact).length > 0);
  for (let size = 2; size <= Math.min(MAX_TOGETHER, facts.length); size += 1)
    for (const chosen of subsets(facts, size)) {
      const found = await firstUndoing(source, again, chosen, source.facts, [], undone);
      if (found !== undefined) return found;
    }
  return undefined;
}

type Change = NonNullable<Explanation['flips'][number]['together']>[number];

async function firstUndoing(
  source: ExplainSource,
  again: Try,
  [fact, ...rest]: readonly string[],
  facts: unknown,
  made: readonly Change[],
  undone: (answer: Answer) => boolean,
): Promise<Change[] | undefined> {
  if (fact === undefined) {
    const answer = await again(facts);
    return answer !== undefined && undone(answer) ? [...made] : undefined;
  }
  for (const completion of nearestOf(source, facts, fact).slice(0, MAX_ALTERNATIVES)) {
    const changes = [...made, changeOf(source, fact, completion)];
    const found = await firstUndoing(source, again, rest, completion.facts, changes, undone);
    if (found !== undefined) return found;
  }
  return undefined;
}

function subsets(items: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((others) => [item, ...others]));
}

const truthOf = (answer: Answer, eId: string, aspect: Aspect) => answer.findings[eId]?.[aspect]?.is;

/** The finding no longer says what it said: it says the opposite, or it is open. */
function isUndone(answer: Answer, eId: string, aspect: Aspect, from: boolean): boolean {
  const value = truthOf(answer, eId, aspect);
  return value !== undefined && value !== from;
}
