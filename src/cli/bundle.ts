/** `bundle`: signs, checks and changes the bundle that decides. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { parseDocument } from 'yaml';
import { createDesk } from '../bundles.ts';
import type { BundleActivation, LegalCase } from '../contract/generated/types.ts';
import { rulesContract } from '../contract/schemas.ts';
import { toldOf } from '../engine/golden.ts';
import { sha256 } from '../kernel/sha256.ts';
import { builtInBundles } from '../policy/generated/bundles.ts';
import { BUILT_IN } from '../policy/shelf.ts';
import { FILES, signBundle } from '../policy/signed.ts';
import type { Actor } from '../records/leaf.ts';
import { createService, located, TREES } from '../service.ts';
import { CommandFailed } from './program.ts';
import { configured, readJson } from './records.ts';

export function bundleCommand(): Command {
  return new Command('bundle')
    .description('签名、核对、启用、退回规则包')
    .addCommand(keyCommand())
    .addCommand(signCommand())
    .addCommand(verifyCommand())
    .addCommand(listCommand())
    .addCommand(activateCommand())
    .addCommand(rollbackCommand());
}

function keyCommand(): Command {
  return new Command('key')
    .description('生成签名用的 Ed25519 密钥：私钥写入文件（0600），公钥（JWKS）输出到标准输出')
    .argument('<文件>', '私钥的文件；已有的不覆盖')
    .action(async (path: string) => {
      if (existsSync(path)) throw new CommandFailed(`${path} 已经存在，不覆盖 (the file exists)`);
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      const kid = `bundle-${randomBytes(4).toString('hex')}`;
      const key = { ...(await exportJWK(privateKey)), kid };
      writeFileSync(path, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx', flush: true });
      const { kty, crv, x } = key;
      console.log(JSON.stringify({ keys: [{ kty, crv, x, kid }] }, null, 2));
    });
}

type Paths = Readonly<Record<'wasm' | 'rego' | 'trees', string>>;

interface SignOptions extends Paths {
  readonly key: string;
  readonly cases: string;
  readonly sequence: number;
  readonly out: string;
}

function signCommand(): Command {
  return new Command('sign')
    .description('把编译好的规则包和案例合成一个签了名的规则包；案例没有全部得到应有的答复的，不签')
    .requiredOption('--key <文件>', '私钥（JWK）')
    .requiredOption('--cases <路径>', '案例：一个 YAML 文件，或者一个文件夹')
    .requiredOption('--sequence <数>', '序号，须大于以前发布过的', wholeNumber)
    .requiredOption('--out <文件>', '写到哪里')
    .option('--wasm <文件>', '编译成 WASM 的规则包', located(builtInBundles.wasm.path))
    .option('--rego <文件>', '同一次编译的 Rego 规则包', located(builtInBundles.rego.path))
    .option('--trees <文件>', '同一次编译的语法树', located(TREES))
    .action(async ({ key, cases, sequence, out, wasm, rego, trees }: SignOptions) => {
      const files = new Map<string, Uint8Array>([
        [FILES.wasm, bytesOf(wasm)],
        [FILES.rego, bytesOf(rego)],
        [FILES.trees, bytesOf(trees)],
        [FILES.cases, new TextEncoder().encode(JSON.stringify(casesOf(cases)))],
      ]);
      const secret = privateKeyOf(key);
      const { revision, tried } = await requireGolden({ wasm, rego, trees }, files);
      const archive = await signBundle(files, { sequence, revision, contract: rulesContract() }, secret);
      writeFileSync(out, archive, { flush: true });
      console.log(
        `${out}\n  规则包 ${sha256(files.get(FILES.wasm) as Uint8Array)}\n  修订 ${revision}，序号 ${sequence}，案例 ${tried} 个`,
      );
    });
}

/** Tries the cases before anything is signed. @throws where one does not get its answer: nobody could activate it */
async function requireGolden(paths: Paths, files: ReadonlyMap<string, Uint8Array>) {
  const digested = (kind: keyof Paths) => ({
    path: resolve(paths[kind]),
    sha256: sha256(files.get(FILES[kind]) as Uint8Array),
  });
  const bundles = { wasm: digested('wasm'), rego: digested('rego'), trees: digested('trees') };
  const service = await createService({ territory: configured().TONGZE_TERRITORY, bundles });
  try {
    const golden = await service.golden(files.get(FILES.cases) as Uint8Array);
    if (golden.failures.length > 0)
      throw new CommandFailed(
        `没有签名：${golden.cases} 个案例里有 ${golden.failures.length} 个没有得到应有的答复（${toldOf(golden)}）；` +
          '改正案例或者规则，再签 (not signed: legal cases fail)',
      );
    return { revision: service.revision, tried: golden.cases };
  } finally {
    await service.close();
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,11}$/.test(text)) throw new InvalidArgumentError('应为 1 至 999999999999 的整数。');
  return Number(text);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (thrown) {
    throw new CommandFailed(`不能读取 ${path}（${(thrown as NodeJS.ErrnoException).code}）`);
  }
}

function privateKeyOf(path: string): JWK {
  const key = readJson(path) as JWK;
  if ((statSync(path).mode & 0o077) !== 0)
    throw new CommandFailed(`私钥 ${path} 别人也能读：先 chmod 600 (the private key is readable by others)`);
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || key.d === undefined || key.kid === undefined)
    throw new CommandFailed(`${path} 不是有编号（kid）的 Ed25519 私钥 (no Ed25519 private key as JWK)`);
  return key;
}

/** The legal cases as their authors write them, shared parts written out. */
function casesOf(path: string): readonly LegalCase[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const files = isFolder
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const cases = files.flatMap((file) => {
    const document = parseDocument(new TextDecoder().decode(bytesOf(file)), { merge: true });
    if (document.errors.length > 0) throw new CommandFailed(`${file}：${document.errors[0]?.message}`);
    // Whoever signs has written these files: shared facts are aliases of aliases.
    const content = document.toJS({ maxAliasCount: -1 }) as { readonly cases: LegalCase[] } | LegalCase[];
    return Array.isArray(content) ? content : content.cases;
  });
  if (cases.length === 0) throw new CommandFailed(`${path} 里没有案例 (no cases there)`);
  return cases;
}

function verifyCommand(): Command {
  return new Command('verify')
    .description('核对一个签了名的规则包并评估它的案例；什么也不启用')
    .argument('<文件>', '签了名的规则包')
    .action(async (path: string) => {
      const { signed, golden } = await createDesk(configured()).verify(bytesOf(path));
      const { revision, sequence, files } = signed.signature;
      console.log(`✓ 签名成立：密钥 ${signed.keyId}，序号 ${sequence}，文件 ${files.length} 个`);
      console.log(`  规则包 ${signed.id}\n  修订 ${revision}`);
      if (golden.failures.length > 0) throw new CommandFailed(`案例没有得到应有的答复：${toldOf(golden)}`);
      console.log(`✓ 案例 ${golden.cases} 个，全部得到应有的答复`);
    });
}

const STATES = { active: '已启用', available: '可以启用', earlier: '可以退回', refused: '不予使用' } as const;

function listCommand(): Command {
  return new Command('list')
    .description('列出已启用的、可以启用的和用过的规则包，以及每一次更换；服务运行的是不是已启用的，问服务')
    .option('--json', '只输出 JSON', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const list = await createDesk(configured()).list();
      if (json) return console.log(JSON.stringify(list, null, 2));
      for (const { state, bundle = '', sequence, file, refusal } of list.bundles)
        console.log(
          `${STATES[state]}  ${[bundle, sequence, file, refusal].filter((part) => part !== undefined).join('  ')}`,
        );
      for (const one of list.history) console.log(lineOf(one));
      console.error(
        '这是数据目录里写明的；服务正在运行的是哪一个，看 /v1/status 的 active_revision，或者 GET /api/v1/bundles 的 running ' +
          '(what was asked for: only the service knows what it runs)',
      );
    });
}

function lineOf({ time, action, bundle, sequence, actor, reason }: BundleActivation): string {
  const what = action === 'activate' ? '启用' : '退回';
  return `${time}  ${actor.subject} ${what} ${bundle === BUILT_IN ? BUILT_IN : bundle.slice(0, 12)}（序号 ${sequence}）：${reason}`;
}

interface ChangeOptions {
  readonly by: string;
  readonly reason: string;
  readonly to?: string;
}

function activateCommand(): Command {
  return new Command('activate')
    .description('启用 TONGZE_BUNDLES 里的一个规则包；正在运行的服务一秒之内换上，不丢请求')
    .argument('<规则包>', '文件名，或者规则包的 SHA-256')
    .requiredOption('--by <代号>', '谁决定的：代号，不写姓名', subject)
    .requiredOption('--reason <理由>', '为什么', reasonText)
    .action(async (named: string, { by, reason }: ChangeOptions) => {
      console.log(lineOf(await createDesk(configured()).activate(named, actorOf(by), reason)));
    });
}

function rollbackCommand(): Command {
  return new Command('rollback')
    .description('退回用过的规则包；不写退到哪里即退回前一个，刚退回过的须写明')
    .requiredOption('--by <代号>', '谁决定的：代号，不写姓名', subject)
    .requiredOption('--reason <理由>', '为什么', reasonText)
    .option('--to <规则包>', '规则包的 SHA-256，或者 built-in')
    .action(async ({ by, reason, to }: ChangeOptions) => {
      console.log(lineOf(await createDesk(configured()).rollback(to, actorOf(by), reason)));
    });
}

function subject(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:|-]{0,63}$/.test(text))
    throw new InvalidArgumentError('应为 1 至 64 个字母、数字和 . _ : | -。');
  return text;
}

function reasonText(text: string): string {
  if (text.trim().length < 4 || text.length > 500) throw new InvalidArgumentError('应为 4 至 500 个字。');
  return text;
}

/** Whoever may write the data folder administers this machine, for no tenant in particular. */
function actorOf(by: string): Actor {
  return { subject: by, tenant: 'system', role: 'administrator' };
}
