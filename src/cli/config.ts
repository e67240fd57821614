/** `config`: what the service would run with, and from where each value comes. */
import { Command } from 'commander';
import { readConfiguration, VARIABLES } from '../contract/configuration.ts';
import { CommandFailed } from './program.ts';

export function configCommand(): Command {
  return new Command('config')
    .description('检查环境变量里的配置，列出每一项的值、来源和说明')
    .option('--json', '只输出 JSON')
    .action(({ json = false }: { readonly json?: boolean }) => {
      const values = masked({ ...checked() });
      if (json) console.log(JSON.stringify(values, null, 2));
      else for (const line of lines(values)) console.log(line);
    });
}

function checked() {
  try {
    return readConfiguration(process.env);
  } catch (thrown) {
    throw new CommandFailed((thrown as Error).message);
  }
}

function lines(values: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(VARIABLES).map(([name, { title = '' }]) => {
    const from = process.env[name] === undefined || process.env[name] === '' ? '默认' : '环境变量';
    return `${name}=${values[name] ?? ''}  # ${title}（${from}）`;
  });
}

/** Secrets stay where they are. */
function masked(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, VARIABLES[name]?.writeOnly === true ? '（不显示）' : value]),
  );
}
