/** A backup of a service that goes on recording, restored elsewhere: what it holds is whole, what it lacks is told. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Recorded } from '../../src/contract/generated/types.ts';
import type { Proof } from './proof.ts';
import { credentialIn, emptyLoad, inFolder, launch, record } from './records/service.ts';
import { check, failuresOf, onEach, type Place } from './records/stores.ts';

export const name = 'restore-drill';
export const title = '备份在服务照常记录时作出，在别处恢复以后全部成立；备份以后的记录缺少时一定指出';

const CONNECTIONS = 8;

export const run: Proof['run'] = async ({ short }) => {
  const wanted = short ? 200 : 2_000;
  const failures: string[] = [];
  const figures: Record<string, number> = {};
  await onEach(['sqlite', 'postgres'], async (place) => {
    const { kind, folder, environment } = place;
    const credential = await credentialIn(folder);
    const load = emptyLoad();
    const service = await launch({ folder, environment });
    await record(service, credential, load, CONNECTIONS, () => load.acknowledged.size < wanted);
    const before = new Map(load.acknowledged);
    let goesOn = true;
    const recording = record(service, credential, load, CONNECTIONS, () => goesOn);
    const backup = join(folder, 'backup');
    const since = performance.now();
    const made = await tongze({ TONGZE_DATA: folder, ...environment }, 'backup', backup);
    const backupMs = performance.now() - since;
    // Longer than a checkpoint waits for its place in the file outside.
    await sleep(1_500);
    goesOn = false;
    await recording;
    await service.kill('SIGKILL');
    if (made.code !== 0) failures.push(`${kind}：备份失败：${made.err}`);

    await inFolder(async (elsewhere) => {
      copyFileSync(join(folder, 'log.key'), join(elsewhere, 'log.key'));
      const target = await emptied(place, elsewhere);
      const started = performance.now();
      const restored = await tongze({ TONGZE_DATA: elsewhere, ...target.environment }, 'restore', backup);
      figures[`${kind} 恢复并核对（毫秒）`] = Math.round(performance.now() - started);
      if (restored.code !== 0) failures.push(`${kind}：恢复失败：${restored.err}`);
      const checked = await check(target, { ...load, acknowledged: before });
      failures.push(...failuresOf(`${kind} 恢复以后`, checked));
      figures[`${kind} 备份以前已答复`] = before.size;
      figures[`${kind} 备份里的记录`] = checked.records;
      figures[`${kind} 备份（毫秒）`] = Math.round(backupMs);
      // The file of checkpoints from the place that was lost knows what is missing.
      const told = await tongze(
        { TONGZE_DATA: elsewhere, ...target.environment },
        'verify',
        '--checkpoints',
        join(folder, 'checkpoints.txt'),
      );
      if (told.code === 0) failures.push(`${kind}：缺少备份以后的记录而没有指出`);
      await goOn(kind, target, elsewhere, checked.records, failures);
    });
  });
  return { figures, failures };
};

/** The restored log goes on as the same log. */
async function goOn(kind: string, target: Place, folder: string, records: number, failures: string[]): Promise<void> {
  const credential = await credentialIn(folder);
  const load = emptyLoad();
  const service = await launch({ folder, environment: target.environment });
  await record(service, credential, load, 1, () => load.acknowledged.size < 5);
  await service.kill('SIGTERM');
  const [first] = load.acknowledged.values() as Iterable<Recorded>;
  if (first?.receipt.index !== records)
    failures.push(`${kind}：恢复以后从位置 ${first?.receipt.index} 接着写，应为 ${records}`);
  failures.push(...failuresOf(`${kind} 接着写以后`, await check(target, load)));
}

async function emptied({ kind, server }: Place, folder: string): Promise<Place> {
  mkdirSync(folder, { recursive: true });
  if (server === undefined) return { kind, folder, environment: {} };
  const client = new pg.Client({ connectionString: server.address });
  await client.connect();
  await client.query('create database restored');
  await client.end();
  return { kind, folder, environment: { TONGZE_DATABASE: server.address.replace(/\/postgres$/, '/restored') } };
}

/** Beside the load, which must not stand still meanwhile. */
async function tongze(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}
