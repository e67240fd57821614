/** `territory`: makes and checks an edition of the division table before the service is given it. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { TerritoryEdition } from '../contract/generated/types.ts';
import { readBundle } from '../policy/bundle.ts';
import { type ReadEdition, readEditions } from '../policy/editions.ts';
import { builtInBundles } from '../policy/generated/bundles.ts';
import { CommandFailed } from './program.ts';

type Divisions = Readonly<Record<string, string>>;

/** Rows that a difference lists of each kind. */
const MAX_LISTED = 20;

export function territoryCommand(): Command {
  const check = new Command('check')
    .description('检查一个区划版本（文件或者文件夹），列出摘要值和与上一版的差别')
    .argument('<路径>', '文件，或者有 .json 的文件夹')
    .action((path: string) => checked(path));
  const make = new Command('make')
    .description('由“代码,名称”的 CSV 写出区划版本的 JSON，输出到标准输出')
    .argument('<csv>', 'UTF-8 的 CSV，一行一个：420100,武汉市')
    .requiredOption('--edition <日期>', '截止日，YYYY-MM-DD')
    .requiredOption('--source <文字>', '来源')
    .requiredOption('--license <文字>', '许可')
    .option('--published <日期>', '来源发布的日期；没有载明的不填')
    .action((csv: string, options: Origin) => console.log(JSON.stringify(made(csv, options), null, 2)));
  return new Command('territory').description('添加区划版本').addCommand(check).addCommand(make);
}

interface Origin {
  readonly edition: string;
  readonly source: string;
  readonly license: string;
  readonly published?: string;
}

async function builtIn(): Promise<Readonly<Record<string, { readonly divisions: Divisions }>>> {
  const { data } = await readBundle(
    new URL(`../../${builtInBundles.wasm.path}`, import.meta.url),
    builtInBundles.wasm.sha256,
  );
  return (data['territory'] as { editions: Readonly<Record<string, { readonly divisions: Divisions }>> }).editions;
}

async function checked(path: string): Promise<void> {
  const existing = await builtIn();
  let read: readonly ReadEdition[];
  try {
    read = readEditions(path, existing, new Date().toISOString().slice(0, 10));
  } catch (thrown) {
    throw new CommandFailed((thrown as Error).message);
  }
  for (const { file, edition, sha256, content } of read) {
    const { prefectures, counties, townships } = content.counts;
    console.log(`${file}\n  截止 ${edition}，SHA-256 ${sha256}`);
    console.log(`  市（州）${prefectures}，县级 ${counties}，乡级 ${townships}`);
    const before = Object.keys(existing)
      .filter((day) => day < edition)
      .sort()
      .at(-1);
    for (const line of differences(existing[before ?? '']?.divisions ?? {}, content, before)) console.log(`  ${line}`);
  }
}

/** What a reader looks at before trusting a new table: rows that came, went, or have another name. */
function differences(
  old: Divisions,
  { divisions, levels }: TerritoryEdition,
  before: string | undefined,
): readonly string[] {
  const counts = (code: string) => code.length === 6 || levels.includes('township');
  const came = Object.keys(divisions).filter((code) => !Object.hasOwn(old, code));
  const went = Object.keys(old).filter((code) => counts(code) && !Object.hasOwn(divisions, code));
  const renamed = Object.keys(divisions).filter((code) => Object.hasOwn(old, code) && old[code] !== divisions[code]);
  const listed = (title: string, codes: readonly string[], text: (code: string) => string) =>
    codes.length === 0
      ? []
      : [
          `${title} ${codes.length}：${codes.slice(0, MAX_LISTED).map(text).join('、')}${codes.length > MAX_LISTED ? '……' : ''}`,
        ];
  const lines = [
    ...listed('新增', came, (code) => `${code} ${divisions[code]}`),
    ...listed('删去', went, (code) => `${code} ${old[code]}`),
    ...listed('改名', renamed, (code) => `${code} ${old[code]} → ${divisions[code]}`),
  ];
  return lines.length === 0
    ? [`与 ${before} 的版本相同`]
    : [`与 ${before ?? '（没有更早的版本）'} 的版本相比：`, ...lines];
}

function made(csv: string, { edition, source, license, published }: Origin): TerritoryEdition {
  const divisions: Record<string, string> = {};
  const lines = readFileSync(csv, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [, code, name] = /^\s*"?([0-9]{6}(?:[0-9]{3})?)"?\s*,\s*"?([^",\s]+)"?\s*$/.exec(line) ?? [];
    if (code === undefined || name === undefined)
      throw new CommandFailed(`第 ${index + 1} 行不是“六位或者九位代码,名称”`);
    if (divisions[code] !== undefined) throw new CommandFailed(`第 ${index + 1} 行的代码 ${code} 前面已经有了`);
    divisions[code] = name;
  }
  const codes = Object.keys(divisions);
  const townships = codes.filter((code) => code.length === 9).length;
  const prefectures = codes.filter((code) => code.length === 6 && code.endsWith('00') && code !== '420000').length;
  return {
    edition,
    source,
    published: published ?? null,
    license,
    levels: ['prefecture', 'county', ...(townships > 0 ? (['township'] as const) : [])],
    // Counted from the rows: compare them with the numbers that the source publishes.
    counts: {
      prefectures,
      counties: codes.filter((code) => code.length === 6 && !code.endsWith('00')).length,
      townships,
    },
    divisions,
  };
}
