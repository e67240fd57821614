/** Everything of the records put together from the configuration: a store to read, and the thread that writes. */

import { countRecorded } from './activations.ts';
import type { Origin } from './appending.ts';
import type { Verifier } from './note.ts';
import { type KeyState, openStore, type RecordsConfiguration, type RecordsHooks } from './open-log.ts';
import { type Activation, createRecording, type Decide, type Recording } from './recording.ts';
import type { Store } from './store.ts';
import { startWriter } from './writer.ts';

export interface Records {
  /** For reading. */
  readonly store: Store;
  readonly recording: Recording;
  /** The same log, with decisions of other rules. */
  recordingOf(origin: Origin, decide: Decide): Recording;
  readonly verifier: Verifier;
  readonly key: KeyState;
  /** Shows that the store takes what is written. @throws {StoreFailed} why it does not */
  check(): Promise<void>;
  /** Commits what waits, then closes the store. */
  close(): Promise<void>;
}

/**
 * Opens the records and says in them which rules decide from now on.
 *
 * @param activations who decided that these rules decide, and before that others; those on record are compared with it
 * @throws with the remedy when the store is not reached, the key is not the one of the log, or an activation is not what
 *   is on record
 */
export async function openRecords(
  configuration: RecordsConfiguration,
  origin: Origin,
  decide: Decide,
  hooks: RecordsHooks,
  activations: readonly Activation[] = [],
): Promise<Records> {
  const writer = await startWriter(configuration, hooks);
  const { verifier, key, check } = writer;
  let store: Store | undefined;
  try {
    const opened = await openStore(configuration);
    store = opened;
    const recordingOf = (from: Origin, by: Decide) =>
      createRecording({ store: opened, appending: writer, origin: from, decide: by });
    const recording = recordingOf(origin, decide);
    const known = await countRecorded(opened, activations);
    for (const activation of activations.slice(known)) await recording.activate(activation);
    await recording.activate();
    const close = async () => {
      await writer.close();
      await opened.close();
    };
    return { store: opened, recording, recordingOf, verifier, key, check, close };
  } catch (error) {
    await writer.close();
    await store?.close();
    throw store?.failure(error) ?? error;
  }
}
