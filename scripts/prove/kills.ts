/** What was answered survives kill -9 at any moment: of the service on each store, and of PostgreSQL itself. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Proof } from './proof.ts';
import { randomFrom } from './records/random.ts';
import { credentialIn, emptyLoad, type Load, launch, record } from './records/service.ts';
import { check, failuresOf, onEach } from './records/stores.ts';

export const name = 'kills';
export const title = '提交途中任何时刻被 kill -9，已经答复的记录一条不少';

const CONNECTIONS = 16;

/** Milliseconds after the first answer in which the kill comes; the exact moment is random. */
const WINDOW_MS = 300;

/** Of so many kills on SQLite one comes while its journal is copied into the database. */
const EACH_COPY = 10;

/** Milliseconds after the begin of a copy in which that kill comes. */
const COPY_MS = 30;

/** Milliseconds until so much was written that the journal is copied. */
const UNTIL_COPY_MS = 30_000;

export const run: Proof['run'] = async ({ short, seed }) => {
  const kills = short ? 20 : 200;
  const failures: string[] = [];
  const figures: Record<string, number> = {};
  const random = randomFrom(seed);

  await onEach(['sqlite', 'postgres'], async (place) => {
    const { kind, folder, environment, server } = place;
    const credential = await credentialIn(folder);
    const load = emptyLoad();
    let [killed, whileCopied] = [0, 0];
    for (let round = 0; round < kills; round += 1) {
      const service = await launch({ folder, environment });
      let isAlive = true;
      const recording = record(service, credential, load, CONNECTIONS, () => isAlive);
      await firstOf(load, recording);
      if (kind === 'sqlite' && round % EACH_COPY === EACH_COPY - 1) {
        if (await copyBegins(join(folder, 'tongze.db'))) whileCopied += 1;
        await sleep(random() * COPY_MS);
      } else await sleep(random() * WINDOW_MS);
      // On PostgreSQL every second kill hits the server under the service, which must go on by itself.
      if (server !== undefined && round % 2 === 1) {
        await server.crash();
        await sleep(100);
      }
      await service.kill('SIGKILL');
      isAlive = false;
      killed += 1;
      await recording;
    }
    const checked = await check(place, load);
    failures.push(...failuresOf(kind, checked));
    if (load.acknowledged.size < kills) failures.push(`${kind}：只答复了 ${load.acknowledged.size} 条，不足以证明`);
    figures[`${kind} 杀死的次数`] = killed;
    if (kind === 'sqlite') {
      figures[`${kind} 其中复制日志的时候`] = whileCopied;
      if (whileCopied < kills / EACH_COPY) failures.push(`${kind}：只有 ${whileCopied} 次在复制日志的时候，不足以证明`);
    }
    figures[`${kind} 已答复的记录`] = load.acknowledged.size;
    figures[`${kind} 没有等到答复的请求`] = load.lost + (load.refused.get(503) ?? 0);
    figures[`${kind} 存下的记录`] = checked.records;
    figures[`${kind} 丢失的已答复记录`] = checked.missing.length;
  });
  return { figures, failures };
};

/** Only a copy of the journal writes to the database itself. @returns whether one began in time */
async function copyBegins(path: string): Promise<boolean> {
  const before = statSync(path).size;
  const until = performance.now() + UNTIL_COPY_MS;
  while (statSync(path).size === before && performance.now() < until) await sleep(1);
  return statSync(path).size > before;
}

/** Resolves at the first answer of this round, or when the recording ended without one. */
async function firstOf({ acknowledged }: Load, recording: Promise<void>): Promise<void> {
  const before = acknowledged.size;
  let ended = false;
  void recording.then(() => {
    ended = true;
  });
  while (acknowledged.size === before && !ended) await sleep(2);
}
