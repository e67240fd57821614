/** `doctor`: whether the service can run here as it is configured, and what to do where it cannot. */
import { Command } from 'commander';
import { CHECKS, type Verdict } from './checks.ts';
import { CommandFailed } from './program.ts';

const MARKS = { good: '✓', doubtful: '!', bad: '✗' } as const;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('检查程序、规则包、配置、端口、数据目录、签名的命令、检查点的文件、磁盘、时钟，逐项给出补救办法')
    .option('--json', '只输出 JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const verdicts: (Verdict & { readonly check: string })[] = [];
      for (const { title, run } of CHECKS) {
        const verdict = await verdictOf(run);
        verdicts.push({ check: title, ...verdict });
        if (!json) console.log(line(title, verdict));
      }
      if (json) console.log(JSON.stringify(verdicts, null, 2));
      const bad = verdicts.filter(({ state }) => state === 'bad');
      const doubtful = verdicts.filter(({ state }) => state === 'doubtful');
      if (bad.length > 0)
        throw new CommandFailed(`${bad.length} 项不合要求：${bad.map(({ check }) => check).join('、')}`);
      if (!json) console.log(doubtful.length === 0 ? '一切正常。' : `可以运行；${doubtful.length} 项值得留意。`);
    });
}

async function verdictOf(run: () => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    return await run();
  } catch (thrown) {
    return { state: 'bad', text: (thrown as Error).message, remedy: '按上面的说明处理后再检查一次。' };
  }
}

function line(title: string, { state, text, remedy }: Verdict): string {
  return `${MARKS[state]} ${title}：${text}${remedy === undefined ? '' : `\n    补救：${remedy}`}`;
}
