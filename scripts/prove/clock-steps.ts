/** A clock that jumps by hours and days while decisions are recorded: no record is lost, doubled or out of order. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { credentialIn, emptyLoad, inFolder, launch, record } from './records/service.ts';
import { check, failuresOf } from './records/stores.ts';

export const name = 'clock-steps';
export const title = '时钟前后跳动时，记录不丢、不重、次序不乱，跳动本身在核对时指出';

/** Runs in the service before anything else: the clock jumps every 20 ms, by up to two days either way. */
const JUMPING = `
const steps = [0, 3_600_000, -3_600_000, 172_800_000, -172_800_000, 1_000, -1_000];
const real = Date.now.bind(Date);
const jumping = () => real() + steps[Math.floor(performance.now() / 20) % steps.length];
Date.now = jumping;
globalThis.Date = new Proxy(Date, {
  construct: (target, given) => (given.length === 0 ? new target(jumping()) : new target(...given)),
});
`;

export const run: Proof['run'] = async ({ short }) =>
  inFolder(async (folder) => {
    const wanted = short ? 300 : 3_000;
    const credential = await credentialIn(folder);
    const script = join(folder, 'clock.mjs');
    writeFileSync(script, JUMPING);
    const load = emptyLoad();
    const service = await launch({ folder, node: ['--import', script] });
    await record(service, credential, load, 8, () => load.acknowledged.size < wanted);
    await service.kill('SIGTERM');

    const checked = await check({ kind: 'sqlite', folder, environment: {} }, load);
    const failures = [...failuresOf('sqlite', checked)];
    const ids = new Set([...load.acknowledged.values()].map(({ id }) => id));
    if (ids.size !== load.acknowledged.size) failures.push('有两条记录的编号相同');
    const places = new Set([...load.acknowledged.values()].map(({ receipt }) => receipt.index));
    if (places.size !== load.acknowledged.size) failures.push('有两条记录的位置相同');
    if (load.acknowledged.size < wanted) failures.push(`只答复了 ${load.acknowledged.size} 条：${[...load.refused]}`);
    const jumps = checked.notices.filter(({ code }) => code === 'clock').length;
    if (jumps === 0) failures.push('时钟没有跳动，或者跳动没有指出');
    return {
      figures: { 已答复的记录: load.acknowledged.size, 指出的倒退: jumps, 不同的编号: ids.size },
      failures,
    };
  });
