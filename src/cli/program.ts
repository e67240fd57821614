/** What every command shares: help and errors in Chinese, and exit codes. */
import { Command, CommanderError, type Help } from 'commander';
import { toldOf } from '../records/failures.ts';

/** 0 done · 1 the answer is no, or it failed · 2 called wrongly · 3 what is there holds, but not everything is proven. */
export const EXIT = { done: 0, failed: 1, usage: 2, open: 3 } as const;

/** Makes one command with its options and its action. */
export type MakeCommand = () => Command;

/** A failure that the user can remedy: its message is shown without a stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.failed) {
    super(message);
    this.exit = exit;
  }
}

/**
 * Runs one command line.
 *
 * @returns the exit code; results go to standard output, everything else to standard error
 */
export async function runCommands(commands: readonly MakeCommand[], args: readonly string[]): Promise<number> {
  const program = programOf(commands);
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return process.exitCode === undefined ? EXIT.done : Number(process.exitCode);
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      if (thrown.exitCode !== 0) console.error(`错误：${inChinese(thrown)}\n用法见 npm run tongze -- help [命令]`);
      return thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    console.error(`错误：${toldOf(thrown)}`);
    if (!(thrown instanceof CommandFailed) && process.env['TONGZE_DEBUG'] === '1') console.error(thrown);
    return thrown instanceof CommandFailed ? thrown.exit : EXIT.failed;
  }
}

function programOf(commands: readonly MakeCommand[]): Command {
  const program = new Command('tongze')
    .description('同责：党政同责条文评估服务的命令')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .configureHelp(CHINESE_HELP)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  for (const make of commands) adopt(program, make());
  return program;
}

/** `addCommand` leaves the settings of the parent behind, for every level of commands. */
function adopt(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent);
  if (parent.commands.every((other) => other !== command)) parent.addCommand(command);
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示一个命令的帮助');
  for (const inner of command.commands) adopt(command, inner);
}

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const CHINESE_HELP: Partial<Help> = {
  styleTitle: (title) => HEADINGS[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '<命令>'),
  styleSubcommandTerm: (term) => term.replace('[options]', '[选项]'),
  // A Chinese character takes two columns of a terminal.
  displayWidth: (text) => [...text].reduce((sum, letter) => sum + (/[⺀-鿿＀-｠]/.test(letter) ? 2 : 1), 0),
};

const SENTENCES: Readonly<Record<string, (named: string) => string>> = {
  'commander.missingArgument': (named) => `缺少参数 ${named}。`,
  'commander.optionMissingArgument': (named) => `选项 ${named} 后面缺少值。`,
  'commander.missingMandatoryOptionValue': (named) => `必须给出选项 ${named}。`,
  'commander.unknownOption': (named) => `没有选项 ${named}。`,
  'commander.unknownCommand': (named) => `没有命令 ${named}。`,
  'commander.conflictingOption': (named) => `选项 ${named} 与另一选项不能同时使用。`,
  'commander.excessArguments': () => '多给了参数。',
  'commander.invalidArgument': (named) => `${named} 的值无效。`,
};

/** Commander's sentence in Chinese, with what it names and what it thinks was meant. */
function inChinese({ code, message }: CommanderError): string {
  const sentence = SENTENCES[code];
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  const reason = code === 'commander.invalidArgument' ? reasonOf(message) : '';
  if (sentence === undefined) return message.replace(/^error: /, '');
  return `${sentence(named)}${reason}${meant === undefined ? '' : `是不是 ${meant}？`}`;
}

/** Why a value is refused: our own sentence, or the list of choices that commander tells. */
function reasonOf(message: string): string {
  const reason = /is invalid\.\s*(.*)$/s.exec(message)?.[1] ?? '';
  return reason.replace(/^Allowed choices are (.+)\.$/, '可填：$1。');
}
