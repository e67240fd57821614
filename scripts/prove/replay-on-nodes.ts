/** A history that was recorded here is replayed by another Node: the same bytes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { recordCases } from './records/history.ts';
import { inFolder } from './records/service.ts';

export const name = 'replay-on-nodes';
export const title = '记录下来的全部法律案例，在 Node 24 和 26 上重放，逐字节相同';

/** The other Node, pinned; its package holds the binary. */
const OTHER = '26.10.0';

export const run: Proof['run'] = async ({ short }) =>
  inFolder(async (folder) => {
    await recordCases(folder, short ? 40 : undefined);
    const failures: string[] = [];
    const figures: Record<string, number | string> = {};
    const platform = `node-${process.platform}-${process.arch}`;
    const install = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    execFileSync('npm', [...install, `${platform}@${OTHER}`], { stdio: 'pipe' });
    for (const node of [process.execPath, join(folder, 'node_modules', platform, 'bin/node')]) {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
      const env = { ...process.env, TONGZE_DATA: folder };
      const args = ['src/cli/main.ts', 'replay', '--all', '--json'];
      const replayed = spawnSync(node, args, { env, encoding: 'utf8' });
      if (replayed.status !== 0) failures.push(`${version}：${replayed.stderr.slice(-500)}`);
      const { same = 0, different = 0, erased = 0 } = JSON.parse(replayed.stdout || '{}') as Record<string, number>;
      figures[`${version} 相同`] = same;
      figures[`${version} 不同`] = different;
      figures[`${version} 已清除而不能重放`] = erased;
      if (same === 0) failures.push(`${version}：没有重放任何决定`);
    }
    return { figures, failures };
  });
