/** What `doctor` looks at, in the order in which a fault would stop the service. */
import { createHash } from 'node:crypto';
import { access, constants, mkdtemp, open, readFile, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { constrainedMemory, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findTool, TOOLS } from '../../scripts/tools.mjs';
import { createAuthentication } from '../access/authentication.ts';
import { keyFileIn, readKeys } from '../access/key-file.ts';
import { listeningOf } from '../access/listening.ts';
import { readConfiguration } from '../contract/configuration.ts';
import { commandSigner, tryToSign } from '../records/keys.ts';
import { pathsOf } from '../records/open-log.ts';
import { readWitness } from '../records/witness.ts';
import { createService } from '../service.ts';

export interface Verdict {
  readonly state: 'good' | 'doubtful' | 'bad';
  readonly text: string;
  readonly remedy?: string;
}

export interface Check {
  readonly title: string;
  /** May throw: what it throws is the fault. */
  run(): Verdict | Promise<Verdict>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MIB = 1024 ** 2;

/** The service sheds requests above 1 GiB of memory. */
const MEMORY_BYTES = 1024 * MIB;
const DISK_BYTES = 1024 * MIB;

const good = (text: string): Verdict => ({ state: 'good', text });
const doubtful = (text: string, remedy: string): Verdict => ({ state: 'doubtful', text, remedy });
const bad = (text: string, remedy: string): Verdict => ({ state: 'bad', text, remedy });

export const CHECKS: readonly Check[] = [
  { title: 'Node', run: node },
  { title: '依赖', run: dependencies },
  { title: '程序目录', run: program },
  { title: '配置', run: configuration },
  { title: '访问', run: whoMay },
  { title: '规则包', run: bundles },
  { title: '端口', run: port },
  { title: '数据目录', run: data },
  { title: '签名', run: signer },
  { title: '检查点', run: checkpoints },
  { title: '磁盘', run: disk },
  { title: '内存', run: memory },
  { title: '时钟', run: clock },
  { title: '编译工具', run: tools },
];

function node(): Verdict {
  const major = Number(versions.node.split('.')[0]);
  if (major >= 24) return good(versions.node);
  return bad(`${versions.node} 太旧`, '用 npm run tongze 启动，它自带 Node 24；或者安装 Node 24 以上。');
}

async function dependencies(): Promise<Verdict> {
  const lock = createHash('sha256')
    .update(await readFile(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = await readFile(join(ROOT, 'node_modules/.tongze-stamp'), 'utf8').catch(() => undefined);
  if (stamp === undefined) return doubtful('没有安装标记', '若非离线包，运行 npm ci --ignore-scripts。');
  if (stamp === lock) return good('与锁定的版本一致');
  return bad('与 package-lock.json 不一致', '运行 npm run setup，按锁定的版本重装。');
}

async function program(): Promise<Verdict> {
  const paths = ['src', 'schemas', 'bundles', 'node_modules'].map((name) => join(ROOT, name));
  for (const path of paths) await access(path, constants.R_OK | constants.X_OK);
  const open = [];
  for (const path of paths) if (((await stat(path)).mode & 0o002) !== 0) open.push(path);
  if (open.length === 0) return good('可读，他人不能改写');
  return doubtful(`任何用户都能改写 ${open.join('、')}`, `chmod -R o-w ${open.join(' ')}`);
}

function configured(): Readonly<Record<string, unknown>> {
  return { ...readConfiguration(process.env) };
}

function configuration(): Verdict {
  const values = configured();
  return good(`${Object.keys(values).length} 项有效，见 npm run tongze -- config`);
}

/** Reads both bundles against their digests and asks one question whose answer is known. */
/** Days before its end in which a key should be replaced. */
const RENEW_DAYS = 14;

/** Whether the service would start where it listens, and whether anybody could record a decision. */
async function whoMay(): Promise<Verdict> {
  const settings = readConfiguration(process.env);
  listeningOf(settings);
  const { anonymous } = await createAuthentication(settings, () => undefined);
  const open = anonymous ? '评估不要求身份' : '都要求身份';
  const now = Date.now();
  const ends = (await readKeys(keyFileIn(resolve(settings.TONGZE_DATA))))
    .filter(({ revokedAt }) => revokedAt === undefined)
    .map(({ id, expiresAt }) => ({ id, left: Date.parse(expiresAt) - now }))
    .filter(({ left }) => left > 0);
  if (ends.length === 0 && settings.TONGZE_TOKEN_JWKS === undefined)
    return doubtful(`${open}；没有有效的密钥，也没有签发者：谁也不能记录`, 'npm run tongze -- key create');
  const soon = ends.filter(({ left }) => left < RENEW_DAYS * 24 * 60 * 60 * 1000);
  if (soon.length > 0)
    return doubtful(
      `${soon.length} 个密钥在 ${RENEW_DAYS} 天之内到期：${soon.map(({ id }) => id).join('、')}`,
      'npm run tongze -- key rotate <编号>',
    );
  return good(`${open}；${ends.length} 个有效的密钥${settings.TONGZE_TOKEN_JWKS === undefined ? '' : '，接受令牌'}`);
}

async function bundles(): Promise<Verdict> {
  const service = await createService({ territory: configured()['TONGZE_TERRITORY'] as string | undefined });
  try {
    const facts = { accident: { deaths: 10, seriousInjuries: 0, directLossYuan: 0 } };
    const answer = (await service.evaluate('questions/grade/answer', facts, {})) as { readonly status: string };
    return good(
      `摘要值相符，试评估得到 ${answer.status}；规则修订 ${service.revision.slice(0, 12)}；添加的区划版本 ${service.addedEditions.length} 个`,
    );
  } finally {
    await service.close();
  }
}

/** @returns the address is free, or who has it */
async function port(): Promise<Verdict> {
  const { HOST: host, PORT: number } = configured() as { HOST: string; PORT: number };
  const code = await new Promise<string | undefined>((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port: number }, () => server.close(() => done(undefined)));
  });
  if (code === undefined) return good(`${host}:${number} 空闲`);
  if (code === 'EADDRINUSE') return taken(host, number);
  if (code === 'EACCES') return bad(`没有权限监听 ${number}`, '1024 以下的端口须有权限：改用 PORT=8181，由代理转发。');
  return bad(`不能监听 ${host}:${number}（${code}）`, 'HOST 须是本机的地址；所有地址写 0.0.0.0。');
}

async function taken(host: string, number: number): Promise<Verdict> {
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${number}`;
  const found = await fetch(`${at}/v1/status`, { signal: AbortSignal.timeout(2000) })
    .then(async (answer) => (await answer.json()) as { result?: { bundles?: { tongze?: unknown } } })
    .catch(() => undefined);
  if (found?.result?.bundles?.tongze !== undefined) return doubtful(`${number} 上已经有一个同责在运行`, '不必再启动。');
  return bad(`${number} 被别的程序占用`, `用 PORT=其他端口 启动，或者查明占用者：ss -ltnp 'sport = :${number}'`);
}

/** The folder, or before it is made the one in which it will be. */
async function nearest(folder: string): Promise<string> {
  let found = folder;
  while (!(await isThere(found))) found = dirname(found);
  return found;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Where records, keys and audits lie. */
function dataFolder(): Promise<string> {
  return nearest(resolve(String(configured()['TONGZE_DATA'] ?? 'data')));
}

/** Writes a file and waits until it is on the disk, as a record would be. @throws where that fails */
async function tryToWrite(folder: string): Promise<void> {
  let made: string | undefined;
  try {
    made = await mkdtemp(join(folder, '.tongze-doctor-'));
    const file = await open(join(made, 'probe'), 'w', 0o600);
    try {
      await file.writeFile('probe');
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
  }
}

async function data(): Promise<Verdict> {
  const folder = await dataFolder();
  return tryToWrite(folder).then(
    () => good(`${folder} 可写，可以落盘`),
    ({ code = '' }: NodeJS.ErrnoException) =>
      bad(`${folder} 不能写入（${code}）`, '把目录交给运行服务的用户：chown；或者用 TONGZE_DATA 另指一处。'),
  );
}

/** Whether the key of the log signs, where it is behind a command: without it nothing is recorded. */
async function signer(): Promise<Verdict> {
  const { TONGZE_LOG_SIGNER: command, TONGZE_LOG_PUBLIC_KEY: publicKey, ...settings } = readConfiguration(process.env);
  if (command === undefined || publicKey === undefined) return good(`私钥在本机的文件 ${pathsOf(settings).key}`);
  return tryToSign(commandSigner(command, publicKey)).then(
    () => good(`${command} 签了，签名与公钥相符`),
    ({ message }: Error) =>
      bad(message, '核对 TONGZE_LOG_SIGNER（完整路径、可执行）和 TONGZE_LOG_PUBLIC_KEY；服务没有签名不能记录。'),
  );
}

/** The service runs without it, but then nobody outside can tell that history was rewritten. */
async function checkpoints(): Promise<Verdict> {
  const path = resolve(pathsOf(readConfiguration(process.env)).checkpoints);
  try {
    if (await isThere(path)) await (await open(path, 'a')).close();
    else await tryToWrite(await nearest(dirname(path)));
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    return bad(
      `${path} 写不进去（${code}）`,
      '把它的目录交给运行服务的用户：chown；或者用 TONGZE_CHECKPOINTS 另指一处。',
    );
  }
  const found = readWitness(path).length;
  return good(found === 0 ? `${path} 可写` : `${path} 可写，有 ${found} 个`);
}

async function disk(): Promise<Verdict> {
  const folder = await dataFolder();
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const text = `${folder} 所在的文件系统余 ${Math.floor(free / MIB)} MiB`;
  return free >= DISK_BYTES ? good(text) : doubtful(text, '至少留 1 GiB：写满以后不再接受记录，只能读。');
}

function memory(): Verdict {
  const limit = constrainedMemory();
  const bytes = Math.min(totalmem(), limit === undefined || limit === 0 ? Number.POSITIVE_INFINITY : limit);
  const text = `${Math.floor(bytes / MIB)} MiB`;
  return bytes >= MEMORY_BYTES ? good(text) : doubtful(text, '给服务至少 1 GiB：它用到 1 GiB 时才开始拒绝请求。');
}

/** The clock stamps records; a clock before the day of the program is certainly wrong. */
async function clock(): Promise<Verdict> {
  const { mtime } = await stat(join(ROOT, 'package.json'));
  const now = new Date();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text = `${now.toISOString()}，时区 ${zone}`;
  if (now < mtime) return bad(`${text}，早于程序的日期`, '校准时钟：timedatectl set-ntp true。');
  const synchronised = await stat('/run/systemd/timesync/synchronized').then(
    () => true,
    () => false,
  );
  const hasTimesync = await stat('/run/systemd/timesync').then(
    () => true,
    () => false,
  );
  if (hasTimesync && !synchronised) return doubtful(`${text}，没有与时间服务器同步`, 'timedatectl set-ntp true。');
  return good(text);
}

function tools(): Verdict {
  const missing = (Object.keys(TOOLS) as (keyof typeof TOOLS)[]).filter((name) => findTool(name) === null);
  if (missing.length === 0) return good(`opa ${TOOLS.opa.version}、regal ${TOOLS.regal.version}`);
  return doubtful(`没有 ${missing.join('、')}，只影响改写规则`, 'npm run setup 编译它们，需要 Go 1.26。');
}
