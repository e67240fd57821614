/** No answer leaves before its record is synced: the system calls of the service, in their order, under strace. */
import { Agent } from 'node:http';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { ask, credentialIn, inFolder, launch, smallDecision } from './records/service.ts';
import { eventsIn, hasStrace, NO_STRACE, tracing } from './records/strace.ts';

export const name = 'ack-implies-fsync';
export const title = '每个 201 都在它的记录落盘以后才发出';

export const run: Proof['run'] = async ({ short }) => {
  if (!hasStrace()) return { figures: {}, failures: [NO_STRACE] };
  const requests = short ? 50 : 500;
  return inFolder(async (folder) => {
    const credential = await credentialIn(folder);
    const log = join(folder, 'strace.log');
    const service = await launch({ folder, wrapper: tracing(log) });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    // One at a time, so that what is written between two answers belongs to the second.
    for (let at = 0; at < requests; at += 1) {
      const { status, body } = await ask(service.url, credential, agent, 'decisions', smallDecision(at % 40), `k${at}`);
      if (status !== 201) return { figures: {}, failures: [`请求 ${at} 得到 ${status}：${body.slice(0, 200)}`] };
    }
    agent.destroy();
    await service.kill('SIGTERM');

    const failures: string[] = [];
    let [answers, syncs, writes] = [0, 0, 0];
    let [isWritten, isSynced] = [false, false];
    for (const event of eventsIn(log)) {
      if (event === 'write') [isWritten, isSynced, writes] = [true, false, writes + 1];
      if (event === 'sync') [isSynced, syncs] = [true, syncs + 1];
      if (event === 'answer') {
        answers += 1;
        if (!isWritten) failures.push(`答复 ${answers} 之前没有写日志文件`);
        else if (!isSynced) failures.push(`答复 ${answers} 在最后一次写入落盘之前发出`);
        [isWritten, isSynced] = [false, false];
      }
    }
    if (answers !== requests) failures.push(`strace 看到 ${answers} 个答复，应为 ${requests}`);
    return { figures: { 答复: answers, 写入日志文件的次数: writes, 落盘的次数: syncs }, failures };
  });
};
