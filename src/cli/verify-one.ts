/** `verify <file>`: one record as it was given out, on any machine and without network. */
import { existsSync, readFileSync } from 'node:fs';
import type { ConsistencyProof, VerificationCheck } from '../contract/generated/types.ts';
import { validate } from '../contract/validate.ts';
import { verifiersIn } from '../records/keys.ts';
import { notesIn, statedCheckpoint, type Verifier } from '../records/note.ts';
import type { Part } from '../records/store.ts';
import {
  absent,
  type Given,
  type KnownKey,
  type Later,
  signersOf,
  silentKeys,
  unproven,
  verifyRecord,
} from '../records/verify-record.ts';
import { CommandFailed, EXIT } from './program.ts';
import { configured, trusted } from './records.ts';

export interface OneOptions {
  readonly key: readonly string[];
  readonly checkpoint?: string;
  readonly proof?: string;
  readonly json: boolean;
}

export const PARTS: Readonly<Record<Part, string>> = { input: '输入', output: '输出' };

export function verifyOne(file: string, options: OneOptions): void {
  const given = recordIn(file);
  const known = keysOf(options.key);
  const later = laterOf(options);
  const result = verifyRecord(given, known, later);
  const open = [...openKeys(given, known, later), ...openContents(given)];
  if (options.json) console.log(JSON.stringify(result, null, 2));
  else {
    console.log(`  信任的公钥：${namesOf(known)}`);
    for (const check of result.checks) console.log(lineOf(check, given, known, later));
    const others = unproven(given);
    if (others.length > 0)
      console.log(`  不在证明之内：${others.join('、')}（叶不约束，改了也看不出；证据包证明更正和清除）`);
    if (result.holds) for (const text of open) console.log(`○ ${text}`);
  }
  if (!result.holds)
    throw new CommandFailed(
      `不成立：记录、收据或者公钥有一样不对${unsigned(given, known, later)} (the record does not verify)`,
    );
  if (open.length > 0)
    throw new CommandFailed(
      `没有证明全部：${options.json ? open.join('；') : '见上面 ○ 的'} (what is there holds; not everything is proven)`,
      EXIT.open,
    );
}

const CHECKS: Readonly<Record<VerificationCheck['check'], string>> = {
  leaf: '叶合乎格式',
  columns: '编号、种类、时间、行为人、所及的记录与叶一致',
  input: '输入与承诺一致',
  output: '输出与承诺一致',
  result: '输出与结果的摘要一致',
  provenance: '输出所说的规则包、区划版本和程序与叶一致',
  inclusion: '叶在检查点的树里',
  checkpoint: '检查点由可信的密钥签名',
  consistency: '较晚的检查点是接着它写的',
};

function lineOf({ check, holds }: VerificationCheck, given: Given, known: readonly KnownKey[], later?: Later): string {
  if (holds === null) return `- ${CHECKS[check]}（没有内容或者盐可核对）`;
  if (!holds) return `✗ ${CHECKS[check]}`;
  const [own, after] = [given.receipt.checkpoint, later?.checkpoint ?? ''].map((note) => signersOf(note, known));
  if (check === 'consistency') return `✓ ${CHECKS[check]}，由 ${namesOf(after ?? [])} 签名`;
  if (check !== 'checkpoint') return `✓ ${CHECKS[check]}`;
  return own === undefined || own.length === 0
    ? '✓ 检查点没有可信的密钥的签名，但是它在较晚的检查点的历史里，那一个由可信的密钥签名'
    : `✓ ${CHECKS[check]}：${namesOf(own)}`;
}

const namesOf = (keys: readonly Verifier[]) => keys.map(({ name, keyHash }) => `${name} ${keyHash}`).join('、');

/** What may be the matter where no trusted key has signed the receipt. */
function unsigned({ receipt }: Given, known: readonly KnownKey[], later?: Later): string {
  if (later !== undefined || signersOf(receipt.checkpoint, known).length > 0) return '';
  return '；收据没有可信的公钥的签名，此后更换过密钥的，用 --checkpoint、--proof 给出新公钥签名的较晚的检查点';
}

/** Of several trusted keys, why nothing shows which has ended. */
function openKeys(given: Given, known: readonly KnownKey[], later?: Later): readonly string[] {
  const log = statedCheckpoint(given.receipt.checkpoint)?.origin;
  const own = known.filter(({ name }) => name === log);
  const [newest] = own;
  if (newest === undefined || own.every(({ text }) => text === newest.text)) return [];
  const silent = silentKeys(given, known, later);
  if (silent.length > 0)
    return silent.map(
      ({ keyHash }) =>
        `给出的公钥 ${keyHash} 没有签收据的检查点，也没有签较晚的检查点：分不出哪一个公钥已经作废。` +
        '只给出你认可的那一个再核对；或者用 --checkpoint、--proof 给出它签名的较晚的检查点',
    );
  if (later === undefined || signersOf(later.checkpoint, known).some(({ text }) => text === newest.text)) return [];
  return [
    `较晚的检查点没有给出的第一个公钥 ${newest.keyHash} 的签名：最新的公钥要写在最前（/api/v1/log/keys 就是这样），` +
      '只有更换下来的公钥签名的较晚的检查点不算。把最新的写在最前，或者只给出它，再核对',
  ];
}

function openContents(given: Given): readonly string[] {
  const parts = absent(given);
  if (parts.length === 0) return [];
  return [
    `文件里没有${parts.map((part) => PARTS[part]).join('和')}，是清除了还是被人拿掉，看不出；` +
      '用证据包核对，里面有清除的记录',
  ];
}

/** What was given is not what the command takes. */
const misused = (message: string) => new CommandFailed(message, EXIT.usage);

/** The text of a file that an auditor gives; Windows puts a mark before what is in UTF-8. */
function textGiven(path: string): string {
  if (!existsSync(path)) throw misused(`没有文件 ${path} (no such file)`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (thrown) {
    throw misused(`读不出 ${path}：${(thrown as Error).message}`);
  }
  if (bytes.includes(0))
    throw misused(`${path} 不是 UTF-8 的文本（可能是 UTF-16 的）：另存为 UTF-8 再核对 (not in UTF-8)`);
  return bytes.toString('utf8').replace(/^\ufeff/u, '');
}

function jsonGiven(path: string): unknown {
  const text = textGiven(path);
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw misused(`${path} 不是 JSON：${(thrown as Error).message}`);
  }
}

function recordIn(file: string): Given {
  const given = jsonGiven(file);
  const schema = typeof given === 'object' && given !== null && 'salts' in given ? 'decision-record' : 'recorded';
  const [wrong] = validate(`${schema}.schema.json`, given);
  if (wrong === undefined) return given as Given;
  throw misused(
    `${file} 不是一条记录：${wrong.pointer} ${wrong.message}；` +
      '应当是 POST /api/v1/decisions 或者 GET /api/v1/decisions/{id} 的答复 (no record)',
  );
}

/** The keys of each text that was given, or that of this machine. */
function keysOf(given: readonly string[]): readonly Verifier[] {
  const keys = given.flatMap(keysGiven);
  if (keys.length > 0) return keys;
  try {
    return trusted([], configured);
  } catch (thrown) {
    throw misused((thrown as Error).message);
  }
}

function keysGiven(given: string): readonly Verifier[] {
  const found = verifiersIn(existsSync(given) ? textGiven(given) : given);
  if (found.length > 0) return found;
  throw misused(`--key 给出的不是公钥（name+hash+base64），也不是存有公钥的文件：${given} (no public key)`);
}

function laterOf({ checkpoint, proof }: OneOptions): Later | undefined {
  if (checkpoint === undefined && proof === undefined) return undefined;
  if (checkpoint === undefined || proof === undefined) throw misused('--checkpoint 和 --proof 要同时给出 (give both)');
  const given = jsonGiven(proof);
  const [wrong] = validate('log-proof.schema.json#/$defs/ConsistencyProof', given);
  if (wrong !== undefined)
    throw misused(
      `${proof} 不是一致性证明：${wrong.pointer} ${wrong.message}；` +
        '应当是 GET /api/v1/log/proof/consistency 的答复 (no consistency proof)',
    );
  const { second, proof: nodes } = given as ConsistencyProof;
  const notes = notesIn(textGiven(checkpoint)).notes.filter((note) => statedCheckpoint(note) !== undefined);
  const note = notes.findLast((one) => statedCheckpoint(one)?.size === second) ?? notes.at(-1);
  if (note === undefined)
    throw misused(
      `${checkpoint} 里没有完整的检查点：是空的、不完整或者不是检查点；` +
        '应当是日志的名称、叶数、根各一行，空一行，再是签名的行，与 GET /api/v1/log/checkpoint 答的一样 (no checkpoint)',
    );
  return { checkpoint: note, proof: nodes.map((node) => Buffer.from(node, 'base64')), vouches: true };
}
