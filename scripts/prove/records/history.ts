/** A history with everything in it: decisions, corrections, confirmations, an erasure. Made in this process. */
import { readKey } from '../../../src/records/keys.ts';
import type { Verifier } from '../../../src/records/note.ts';
import { openRecords } from '../../../src/records/open.ts';
import { pathsOf } from '../../../src/records/open-log.ts';
import { createService } from '../../../src/service.ts';
import { readCases } from '../../../test/support/cases.ts';

/** Every legal case, recorded; every tenth is corrected, every seventh confirmed, every fifteenth erased. */
export async function recordCases(folder: string, most = Number.POSITIVE_INFINITY): Promise<Verifier> {
  const configuration = { TONGZE_DATA: folder };
  const service = await createService();
  const fail = (error: unknown) => {
    throw error;
  };
  const hooks = { onBroken: fail, onWitnessFailure: fail };
  const { recording, close } = await openRecords(configuration, service.origin, service.decideJson, hooks);
  const caller = (key: string) => ({ subject: 'desk', tenant: 'proof', role: 'submitter', key });
  let at = 0;
  for (const { body } of readCases().slice(0, most)) {
    const { question, facts, options = {} } = body;
    const request = { question, facts, options, classification: '内部' as const };
    const { id } = await recording.decide(caller(`case-${at}`), request);
    if (at % 10 === 3) await recording.correct(caller(`correct-${at}`), id, { ...request, reason: 'facts' });
    if (at % 7 === 2) await recording.confirm(caller(`confirm-${at}`), id, { outcome: 'confirmed' });
    if (at % 15 === 5)
      await recording.erase(caller(`erase-${at}`), id, { parts: ['input', 'output'], ground: 'order' });
    at += 1;
  }
  await close();
  await service.close();
  return readKey(pathsOf(configuration).key).verifier;
}
