/** A full disk: records are refused with 507, reading goes on, and with room again so does recording. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import type { Proof } from './proof.ts';
import { ask, credentialIn, emptyLoad, inFolder, type Load, launch, record, type Service } from './records/service.ts';
import { check, failuresOf } from './records/stores.ts';

export const name = 'full-disk';
export const title = '磁盘写满时拒绝记录（507）、不再就绪而照常读取，腾出空间以后继续，一条不少';

const CONNECTIONS = 4;

export const run: Proof['run'] = async () => {
  const failures: string[] = [];
  const figures: Record<string, number> = {};
  await onSmallDisk(3, async (disk) =>
    inFolder(async (folder) => {
      // Only the database is on the small disk: the audit of reads has to be written for a read to be answered.
      symlinkSync(join(disk, 'tongze.db'), join(folder, 'tongze.db'));
      const room = join(disk, 'room');
      writeFileSync(room, Buffer.alloc(1_200_000));
      const place = { kind: 'sqlite' as const, folder, environment: {} };
      const load = await filled(place, () => rmSync(room), failures);
      figures['sqlite 已答复的记录'] = load.acknowledged.size;
      figures['sqlite 得到的 507'] = load.refused.get(507) ?? 0;
    }),
  );
  await onSmallDisk(24, async (disk) => {
    const server = await startPostgres();
    try {
      const table = join(disk, 'tables');
      mkdirSync(table);
      if (process.getuid?.() === 0) execFileSync('chown', ['--reference', server.folder, table]);
      await onServer(server.address, `create tablespace small location '${table}'`);
      await onServer(server.address, 'create database full_disk tablespace small');
      const address = server.address.replace(/\/postgres$/, '/full_disk');
      const room = join(disk, 'room');
      writeFileSync(room, Buffer.alloc(12_000_000));
      await inFolder(async (folder) => {
        const place = { kind: 'postgres' as const, folder, environment: { TONGZE_DATABASE: address } };
        const load = await filled(place, () => rmSync(room), failures);
        figures['postgres 已答复的记录'] = load.acknowledged.size;
        figures['postgres 得到的 507'] = load.refused.get(507) ?? 0;
      });
    } finally {
      await server.stop();
    }
  });
  return { figures, failures };
};

/** Records until the disk is full, reads, makes room, records again, and checks everything. */
async function filled(place: Parameters<typeof check>[0], makeRoom: () => void, failures: string[]): Promise<Load> {
  const { kind, folder, environment } = place;
  const credential = await credentialIn(folder);
  const load = emptyLoad();
  const service = await launch({ folder, environment });
  const full = () => load.refused.has(507);
  await record(service, credential, load, CONNECTIONS, () => !full() && load.acknowledged.size < 20_000);
  if (!full()) failures.push(`${kind}：没有得到 507（${JSON.stringify([...load.refused])}）`);
  // A group for which there was no room leaves room for a smaller one: until not even a lone record fits.
  const refused = () => load.refused.get(507) ?? 0;
  const ofGroups = refused();
  await record(service, credential, load, 1, () => refused() === ofGroups && load.acknowledged.size < 20_000);
  failures.push(...(await readingFails(service, credential, load)).map((line) => `${kind}：${line}`));
  if (await isReady(service)) failures.push(`${kind}：磁盘写满而仍然就绪`);
  makeRoom();
  if (!(await becomesReady(service))) failures.push(`${kind}：腾出空间以后仍未就绪`);
  const before = load.acknowledged.size;
  await record(service, credential, load, CONNECTIONS, () => load.acknowledged.size < before + 20);
  if (load.acknowledged.size === before) failures.push(`${kind}：腾出空间以后没有继续记录`);
  await service.kill('SIGTERM');
  failures.push(...failuresOf(kind, await check(place, load)));
  return load;
}

async function isReady({ url }: Service): Promise<boolean> {
  return (await fetch(`${url}/health/ready`)).ok;
}

/** A check holds for a second. */
async function becomesReady(service: Service): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await isReady(service)) return true;
    await sleep(200);
  }
  return false;
}

async function readingFails(service: Service, credential: string, load: Load): Promise<readonly string[]> {
  const agent = new Agent();
  const [some] = load.acknowledged.values();
  const paths = ['decisions', `decisions/${some?.id}`, `decisions/${some?.id}/verification`, 'log/checkpoint'];
  const failures: string[] = [];
  for (const path of paths) {
    const { status } = await ask(service.url, credential, agent, path);
    if (status !== 200) failures.push(`磁盘满时读 ${path.replace(/[0-9a-f-]{36}/, '{id}')} 得到 ${status}`);
  }
  agent.destroy();
  return failures;
}

/** Runs on a file system of so many megabytes. @throws where this user may not mount one */
async function onSmallDisk(megabytes: number, work: (disk: string) => Promise<void>): Promise<void> {
  await inFolder(async (disk) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk], { stdio: 'pipe' });
    } catch (cause) {
      throw new Error('要以 root 运行，才能挂载一个小的文件系统 (mounting a small disk needs root)', { cause });
    }
    try {
      await work(disk);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
}

async function onServer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
