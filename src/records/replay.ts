/** Replay: the recorded input evaluated again, and what of the decision differs. */
import type { AddedEditions, DecisionRequest, Replay, ReplayChange } from '../contract/generated/types.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { contentOf, type FoundRecord } from './reading.ts';
import type { Decide } from './recording.ts';

export type ReplayRefusal = 'not-a-decision' | 'content-erased';

interface Decision extends Readonly<Record<string, unknown>> {
  readonly status: string;
  readonly grade?: { readonly least: string; readonly most: string };
  readonly findings: Readonly<Record<string, unknown>>;
}

export interface Replayer {
  /** Of the rules that evaluate. */
  readonly revision: string;
  /** Editions of the division table that were added to its own. */
  readonly territory: Readonly<AddedEditions>;
  readonly decide: Decide;
  /** Names what differs between two decisions that have the same provisions. */
  readonly compare: (before: unknown, after: unknown) => readonly ReplayChange[];
}

/**
 * @returns why it cannot be replayed, where it cannot
 * @throws {StoreFailed} `corrupt` when what was recorded is damaged: it would be a replay of something else
 */
export async function replay(
  record: FoundRecord,
  { revision, territory, decide, compare }: Replayer,
): Promise<Replay | ReplayRefusal> {
  const { leaf } = record;
  if (leaf.result === undefined) return 'not-a-decision';
  const [input, output] = [contentOf(record, 'input'), contentOf(record, 'output')];
  if (input === null) return 'content-erased';
  const { question, facts, options = {} } = parsed(input) as DecisionRequest;
  const { bytes, result } = await decide(question, facts, options);
  const decision = parsed(bytes) as Decision;
  const { territory: before = [] } = leaf;
  const editions = canonicalText(before) === canonicalText(territory) ? [] : [TERRITORY];
  return {
    id: leaf.id,
    same: result === leaf.result,
    recorded: { revision: leaf.bundle.revision, result: leaf.result, ...added(before) },
    replayed: { revision, result, ...added(territory) },
    changes: output === null ? null : [...editions, ...differences(parsed(output) as Decision, decision, compare)],
    decision: decision as unknown as Replay['decision'],
  };
}

/** Another table of places decides too, whether or not it changes this answer. */
const TERRITORY: ReplayChange = { provision: 'territory', aspect: 'territory' };

const added = (territory: Readonly<AddedEditions>) => (territory.length === 0 ? {} : { territory: [...territory] });

const canonicalText = (value: unknown) => new TextDecoder().decode(canonicalBytes(value));

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

/** Provisions that only one of the two has are named apart: under another version of the rules there may be some. */
function differences(before: Decision, after: Decision, compare: Replayer['compare']): readonly ReplayChange[] {
  const removed = Object.keys(before.findings).filter((eId) => !Object.hasOwn(after.findings, eId));
  const added = Object.keys(after.findings).filter((eId) => !Object.hasOwn(before.findings, eId));
  const both = Object.keys(before.findings).filter((eId) => Object.hasOwn(after.findings, eId));
  const common = (decision: Decision) => ({
    ...decision,
    findings: Object.fromEntries(both.map((eId) => [eId, decision.findings[eId]])),
  });
  return [
    ...(before.status === after.status ? [] : [{ provision: 'status', aspect: 'status' }]),
    ...compare(common(before), common(after)),
    ...removed.map((provision) => ({ provision, aspect: 'removed' })),
    ...added.map((provision) => ({ provision, aspect: 'added' })),
  ];
}
