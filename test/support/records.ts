/** A log with everything around it, over any store, with the real engine. */
import type { Recorded } from '../../src/contract/generated/types.ts';
import { type Appending, answerOf, createAppending, type Made } from '../../src/records/appending.ts';
import { createLog, type Log } from '../../src/records/log.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { type Caller, createRecording, type Recording } from '../../src/records/recording.ts';
import type { Store } from '../../src/records/store.ts';
import { signedEdge } from '../../src/records/stored-tree.ts';
import { createService } from '../../src/service.ts';

export const service = await createService();

export const signer = parseSigner(generateKey('tongze.test/log')) as Signer;

/** The grade of an accident with these numbers of dead. */
export function gradeOf(deaths: number, more: object = {}) {
  return {
    question: 'grade',
    facts: { accident: { deaths, occurredOn: '2021-06-13' } },
    classification: '内部' as const,
    ...more,
  };
}

/** The same as a correction. */
export function correctionOf(deaths: number) {
  return { ...gradeOf(deaths), reason: 'facts' as const };
}

export function callerOf(key: string, more: Partial<Caller> = {}): Caller {
  return { subject: 'desk-1', tenant: 'wuhan', role: 'submitter', key, ...more };
}

/** The text that was answered. */
export function textOf(made: Made): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(answerOf(made));
}

export function recordedOf(made: Made): Recorded {
  return JSON.parse(textOf(made)) as Recorded;
}

export interface Bench {
  readonly log: Log;
  readonly appending: Appending;
  readonly recording: Recording;
  readonly checkpoints: string[];
}

/** A log over any store, whose trees were signed by any of these or by `signer`. */
export function logOn(store: Store, signers: readonly Signer[] = [signer], onCheckpoint?: (note: string) => void): Log {
  const known = [signer, ...signers].map(({ verifier }) => verifier);
  const resume = (size: number) => signedEdge(store, size, known);
  return createLog({ store, signers: () => signers, resume, ...(onCheckpoint === undefined ? {} : { onCheckpoint }) });
}

/** @param now the clock of the leaves */
export function recordingOn(store: Store, now?: () => Date, signers: readonly Signer[] = [signer]): Bench {
  const checkpoints: string[] = [];
  const log = logOn(store, signers, (note) => void checkpoints.push(note));
  const { origin, decideJson: decide } = service;
  const appending = createAppending({ store, log, ...(now === undefined ? {} : { now }) });
  const recording = createRecording({ store, appending, origin, decide });
  return { log, appending, recording, checkpoints };
}
