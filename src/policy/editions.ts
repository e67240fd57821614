/**
 * Editions of the division table that an operator adds beside those of the bundle: data, never rules. A file that is
 * damaged or contradicts itself or another is refused as a whole, because a lost row names the wrong organs.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TerritoryEdition } from '../contract/generated/types.ts';
import { validate } from '../contract/validate.ts';
import { parseJson } from '../kernel/json.ts';
import { sha256 } from '../kernel/sha256.ts';

/** What a decision names of an edition that was added. */
export interface AddedEdition {
  /** The cut-off day. */
  readonly edition: string;
  /** Of the file's bytes, as `sha256sum` tells it. */
  readonly sha256: string;
}

export interface ReadEdition extends AddedEdition {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly content: TerritoryEdition;
}

type Data = Readonly<Record<string, unknown>>;
type Editions = Readonly<Record<string, unknown>>;

/** A whole table down to the townships has about 70 kB. */
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_ROWS = 6_000;

/** Contradictions that one message lists. */
const MAX_LISTED = 8;

/**
 * Reads one file, every `.json` of a folder in the order of their names, or the files of a list.
 *
 * @param path     a file, a folder, or a list of files
 * @param existing the editions that the bundle has already
 * @param today    YYYY-MM-DD: no edition reflects a day that is still to come
 * @throws with every fault of the first file that has one: which file, what, and the remedy
 */
export function readEditions(
  path: string | readonly string[],
  existing: Editions,
  today: string,
): readonly ReadEdition[] {
  const editions: ReadEdition[] = [];
  for (const file of typeof path === 'string' ? filesOf(path) : path) {
    const read = readEdition(file);
    const faults = [...contradictions(read.content), ...collisions(read, existing, editions, today)];
    if (faults.length > 0) throw refusal(file, faults);
    editions.push(read);
  }
  return editions;
}

/** The data of a bundle with more editions of the table, and nothing else changed. */
export function withEditions(data: Data, editions: readonly ReadEdition[]): Data {
  if (editions.length === 0) return data;
  const territory = data['territory'] as { readonly editions: Editions };
  const added = editions.map(({ edition, content }) => {
    const { source, published, license, levels, divisions } = content;
    return [edition, { source, published, license, levels, divisions }] as const;
  });
  return { ...data, territory: { ...territory, editions: { ...territory.editions, ...Object.fromEntries(added) } } };
}

function filesOf(path: string): readonly string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    throw new Error(`区划版本的路径 ${path} 不存在或者不能读取；核对 TONGZE_TERRITORY (no such file or folder)`);
  }
  if (!isFolder) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  if (names.length === 0)
    throw new Error(`区划版本的文件夹 ${path} 里没有 .json 文件；不添加版本就不要设置 TONGZE_TERRITORY`);
  return names.sort().map((name) => join(path, name));
}

/** One file that conforms to `territory-edition.schema.json`. @throws where it does not */
export function readEdition(file: string): ReadEdition {
  if (statSync(file).size > MAX_BYTES) throw refusal(file, [`超过 ${MAX_BYTES / 1024 / 1024} MiB，不是一版区划表`]);
  const bytes = readFileSync(file);
  let value: unknown;
  try {
    value = parseJson(bytes, MAX_ROWS);
  } catch (thrown) {
    throw refusal(file, [(thrown as Error).message]);
  }
  const items = validate('territory-edition.schema.json', value);
  if (items.length > 0)
    throw refusal(
      file,
      items.map(({ message, pointer, remedy }) => `${pointer === '' ? '/' : pointer}：${message}${remedy}`),
    );
  const content = value as TerritoryEdition;
  return { file, bytes, content, edition: content.edition, sha256: sha256(bytes) };
}

function refusal(file: string, faults: readonly string[]): Error {
  const more = faults.length > MAX_LISTED ? [`……另有 ${faults.length - MAX_LISTED} 处`] : [];
  const lines = [...faults.slice(0, MAX_LISTED), ...more].map((fault) => `  ${fault}`);
  return new Error(`区划版本 ${basename(file)} 不能使用，没有收入任何一行：\n${lines.join('\n')}`);
}

/** What the rows say against each other or against the numbers beside them. */
export function contradictions({ divisions, levels, counts }: TerritoryEdition): readonly string[] {
  const codes = Object.keys(divisions);
  const townships = codes.filter((code) => code.length === 9);
  const prefectures = codes.filter((code) => code.length === 6 && code.endsWith('00') && code !== '420000');
  const counties = codes.filter((code) => code.length === 6 && !code.endsWith('00'));
  const found = { prefectures: prefectures.length, counties: counties.length, townships: townships.length };
  const titles = { prefectures: '市（州）', counties: '县级', townships: '乡级' } as const;
  const kinds = Object.keys(titles) as (keyof typeof titles)[];
  return [
    ...kinds
      .filter((kind) => found[kind] !== counts[kind])
      .map((kind) => `${titles[kind]}有 ${found[kind]} 个，counts 写的是 ${counts[kind]} 个：核对是否漏行或者多行`),
    ...(divisions['420000'] === '湖北省' ? [] : ['缺少 420000 湖北省']),
    ...headings(divisions),
    ...levelFaults(levels, townships.length > 0),
    ...orphans(divisions, counties, townships),
    ...twins(divisions),
  ];
}

/** 市辖区 (xx01) and 省直辖县级行政区划 (429000) are headings of the statistics, not places. */
function headings(divisions: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(divisions)
    .filter(([code, name]) => code === '429000' || name === '市辖区' || name.includes('直辖县级行政区划'))
    .map(([code]) => `${code} 是统计的标题，不是地方：删去这一行`);
}

function levelFaults(levels: readonly string[], hasTownships: boolean): readonly string[] {
  const said = levels.includes('township');
  if (said === hasTownships && levels.includes('prefecture') && levels.includes('county')) return [];
  return ['levels 与表内的层级不符：须有 prefecture、county，有九位代码的加上 township'];
}

/** A unit whose superior the table does not have. 4290xx are governed by the province directly. */
function orphans(
  divisions: Readonly<Record<string, string>>,
  counties: readonly string[],
  townships: readonly string[],
): readonly string[] {
  const missing = [
    ...counties.filter((code) => !code.startsWith('4290')).map((code) => [code, `${code.slice(0, 4)}00`]),
    ...townships.map((code) => [code, code.slice(0, 6)]),
  ].filter(([, above]) => !Object.hasOwn(divisions, above as string));
  return missing.map(([code, above]) => `${code} 的上级 ${above} 不在表内`);
}

/** Two codes of one name under one superior: one of them is stale. */
function twins(divisions: Readonly<Record<string, string>>): readonly string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const [code, name] of Object.entries(divisions)) {
    const key = `${code.length === 9 ? code.slice(0, 6) : code.slice(0, 4)} ${code.length} ${name}`;
    const other = seen.get(key);
    if (other !== undefined) faults.push(`${other} 和 ${code} 同属一地而名称相同`);
    seen.set(key, code);
  }
  return faults;
}

function collisions(
  { edition }: ReadEdition,
  existing: Editions,
  others: readonly ReadEdition[],
  today: string,
): readonly string[] {
  const twin = others.find((other) => other.edition === edition);
  return [
    ...(Object.hasOwn(existing, edition) ? [`规则包已有截止 ${edition} 的版本，不能另给一版`] : []),
    ...(twin === undefined ? [] : [`${basename(twin.file)} 也截止 ${edition}：只留一个`]),
    ...(edition > today ? [`截止日 ${edition} 还没有到`] : []),
  ];
}
