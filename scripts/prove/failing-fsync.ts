/** A disk that fails to sync: the service stops, and nothing that was answered is lost. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../postgres.mjs';
import type { Proof } from './proof.ts';
import { credentialIn, emptyLoad, inFolder, launch, record } from './records/service.ts';
import { check, failuresOf } from './records/stores.ts';
import { failingSyncs, hasStrace, NO_STRACE } from './records/strace.ts';

export const name = 'failing-fsync';
export const title = '落盘失败即停止服务，已经答复的记录一条不少';

const CONNECTIONS = 8;

export const run: Proof['run'] = async ({ short }) => {
  if (!hasStrace()) return { figures: {}, failures: [NO_STRACE] };
  const failures: string[] = [];
  const figures: Record<string, number> = {};
  // Where in the life of the store the disk fails: from the first commits on, and when the journal is copied.
  const moments: readonly (number | 'copy')[] = short ? [10, 'copy'] : [6, 10, 20, 40, 80, 'copy'];

  let [stopped, acknowledged] = [0, 0];
  for (const moment of moments)
    await inFolder(async (folder) => {
      const credential = await credentialIn(folder);
      const load = emptyLoad();
      // The tables and the key are made before the disk fails.
      await (await launch({ folder })).kill('SIGTERM');
      const log = join(folder, 'strace.log');
      // Only a copy of the journal syncs the database itself: the first is that of the first write.
      const wrapper = moment === 'copy' ? failingSyncs(2, log, join(folder, 'tongze.db')) : failingSyncs(moment, log);
      const service = await launch({ folder, wrapper });
      await record(service, credential, load, CONNECTIONS, () => true);
      const ended = await Promise.race([service.ended, sleep(20_000)]);
      if (ended === undefined) {
        const when = moment === 'copy' ? '复制日志时' : `第 ${moment} 次起`;
        failures.push(`sqlite：${when}落盘失败，服务没有停止`);
        await service.kill('SIGKILL');
      } else if (ended[0] === 0) failures.push('sqlite：服务以 0 退出');
      else stopped += 1;
      if (!load.refused.has(500)) failures.push('sqlite：没有一个请求得到 500');
      // On a disk that works again it starts with what was answered.
      const again = await launch({ folder });
      await again.kill('SIGTERM');
      failures.push(...failuresOf('sqlite', await check({ kind: 'sqlite', folder, environment: {} }, load)));
      acknowledged += load.acknowledged.size;
      if (moment === 'copy') figures['sqlite 复制日志失败以前已答复的记录'] = load.acknowledged.size;
    });
  figures['sqlite 失败的时刻'] = moments.length;
  figures['sqlite 停止的次数'] = stopped;
  figures['sqlite 已答复的记录'] = acknowledged;
  await postgres(figures, failures);
  return { figures, failures };
};

/** PostgreSQL ends itself when its journal cannot be synced; the service answers 503 and goes on with what comes back. */
async function postgres(figures: Record<string, number>, failures: string[]): Promise<void> {
  await inFolder(async (folder) => {
    const credential = await credentialIn(folder);
    const load = emptyLoad();
    const server = await startPostgres();
    try {
      const environment = { TONGZE_DATABASE: server.address };
      // The tables are made before the disk fails.
      const before = await launch({ folder, environment });
      await before.kill('SIGTERM');
      await server.end();
      const log = join(server.folder, 'strace.log');
      await server.restart(failingSyncs(40, log));
      const service = await launch({ folder, environment });
      await record(service, credential, load, CONNECTIONS, () => (load.refused.get(503) ?? 0) < 50);
      await server.crash();
      const whileBroken = load.acknowledged.size;
      await record(service, credential, load, CONNECTIONS, () => load.acknowledged.size < whileBroken + 100);
      await service.kill('SIGTERM');
      if ((load.refused.get(503) ?? 0) === 0) failures.push('postgres：没有一个请求得到 503');
      if (load.acknowledged.size === whileBroken) failures.push('postgres：数据库恢复以后没有继续记录');
      failures.push(...failuresOf('postgres', await check({ kind: 'postgres', folder, environment }, load)));
      figures['postgres 已答复的记录'] = load.acknowledged.size;
      figures['postgres 中断时的 503'] = load.refused.get(503) ?? 0;
    } finally {
      await server.stop();
    }
  });
}
