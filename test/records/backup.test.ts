/** A backup is of one instant: what the service records while it is made and checked is no loss. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { backUp, verifyBackup } from '../../src/records/backup.ts';
import { readWitness } from '../../src/records/witness.ts';
import { matchLists } from '../support/lists.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, gradeOf, service } from '../support/records.ts';
import { folderWith, openIn } from '../support/records-folder.ts';

t.teardown(() => service.close());

t.test('a backup holds by its own checkpoints, whatever the service has recorded since', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  const backup = join(dataFolder(t), 'backup');
  const records = await openIn(folder);
  await backUp(records.store, { TONGZE_DATA: folder }, backup);
  await records.recording.decide(callerOf('later'), gradeOf(3));
  await records.close();

  const found = await verifyBackup(backup, [records.verifier]);

  matchLists(t, found, { records: 3, findings: [] });
  t.ok(readWitness(join(folder, 'checkpoints.txt')).length > readWitness(join(backup, 'checkpoints.txt')).length);
});

t.test('a backup whose checkpoints are ahead of its database is told', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const [older, newer] = [join(dataFolder(t), 'backup'), join(dataFolder(t), 'backup')];
  const records = await openIn(folder);
  await backUp(records.store, { TONGZE_DATA: folder }, older);
  await records.recording.decide(callerOf('later'), gradeOf(3));
  await records.close();
  const again = await openIn(folder);
  await backUp(again.store, { TONGZE_DATA: folder }, newer);
  await again.close();
  copyFileSync(join(newer, 'checkpoints.txt'), join(older, 'checkpoints.txt'));

  matchLists(t, await verifyBackup(older, [records.verifier]), { findings: [{ code: 'witness' }] });
});
