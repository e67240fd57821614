/** `key`: gives out keys, lists them, replaces and revokes them. A running service notices within a second. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_TENANT, ROLES, type Role } from '../access/identity.ts';
import { changeKeys, keyFileIn, readKeys } from '../access/key-file.ts';
import { issueKey, type KeyRequest } from '../access/keys.ts';
import { readConfiguration } from '../contract/configuration.ts';
import type { ApiKey } from '../contract/generated/types.ts';
import { rootOf } from '../contract/schemas.ts';
import { CommandFailed } from './program.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A key that nobody remembers should end by itself. */
const DEFAULT_DAYS = 90;
const MAX_DAYS = 3650;
/** Days in which a replaced key is still accepted, so that its users can change over. */
const GRACE_DAYS = 7;

export function keyCommand(): Command {
  return new Command('key')
    .description('管理密钥：谁可以记录、复核、读取')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(rotateCommand())
    .addCommand(revokeCommand());
}

interface CreateOptions {
  readonly role?: readonly Role[];
  readonly tenant: string;
  readonly subject?: string;
  readonly days: number;
  readonly perMinute?: number;
}

function createCommand(): Command {
  return new Command('create')
    .description('生成一个密钥，只显示这一次')
    .addOption(new Option('-r, --role <角色...>', '可以做的事，可以写几个；不写是 submitter 提交人').choices(ROLES))
    .option('-t, --tenant <租户>', '单位的代号；只看得到本租户的记录', conforming('tenant'), DEFAULT_TENANT)
    .option('-s, --subject <使用者>', '使用者的代号，进入审计；不要写姓名', conforming('subject'))
    .option('-d, --days <天数>', `有效的天数，1 至 ${MAX_DAYS}`, integer(1, MAX_DAYS), DEFAULT_DAYS)
    .option('--per-minute <次数>', '每分钟最多请求几次；不写用 TONGZE_RATE_PER_MINUTE', integer(1, 10_000_000))
    .action(async ({ role = ['submitter'], tenant, subject, days, perMinute }: CreateOptions) => {
      const { path, rate } = settings();
      await giveOut(path, [], {
        roles: [...new Set(role)],
        tenant,
        days,
        perMinute: perMinute ?? rate,
        ...(subject === undefined ? {} : { subject }),
      });
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('列出发出过的密钥；没有密钥本身')
    .option('--json', '只输出 JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { path } = settings();
      const now = new Date().toISOString();
      const keys = (await readKeys(path).catch(failed)).map(({ sha256: _hash, ...key }) => ({
        ...key,
        state: stateOf(key, now),
      }));
      if (json) console.log(JSON.stringify(keys, null, 2));
      else if (keys.length === 0) console.log('还没有密钥：npm run tongze -- key create');
      else
        for (const { id, state, subject, tenant, roles, perMinute, expiresAt } of keys)
          console.log(
            `${id}  ${STATES[state]}  ${subject}  租户 ${tenant}  ${roles.join('、')}  每分钟 ${perMinute} 次  到期 ${expiresAt.slice(0, 10)}`,
          );
    });
}

function rotateCommand(): Command {
  return new Command('rotate')
    .description('换发：生成使用者、租户、角色相同的新密钥，旧的过几天失效')
    .argument('<编号>', '旧密钥的编号，见 key list')
    .option('-d, --days <天数>', `新密钥有效的天数，1 至 ${MAX_DAYS}`, integer(1, MAX_DAYS), DEFAULT_DAYS)
    .option('-g, --grace-days <天数>', '旧密钥还可以用几天，0 至 90', integer(0, 90), GRACE_DAYS)
    .action(async (id: string, { days, graceDays }: { readonly days: number; readonly graceDays: number }) => {
      const { path } = settings();
      const old = validKey(await readKeys(path).catch(failed), id);
      const until = Math.min(Date.now() + graceDays * DAY_MS, Date.parse(old.expiresAt));
      const expiresAt = new Date(until).toISOString();
      const { subject, tenant, roles, perMinute } = old;
      await giveOut(path, [{ ...old, expiresAt }], { subject, tenant, roles, perMinute, days });
      console.error(`旧密钥 ${id} 用到 ${expiresAt}。`);
    });
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('撤销一个密钥；正在运行的服务一秒之内不再接受')
    .argument('<编号>', '密钥的编号，见 key list')
    .action(async (id: string) => {
      const { path } = settings();
      await changeKeys(path, (keys) => {
        const revoked = { ...validKey(keys, id), revokedAt: new Date().toISOString() };
        return keys.map((key) => (key.id === id ? revoked : key));
      }).catch(failed);
      console.log(`已撤销 ${id}。`);
    });
}

/** Where keys are kept, and how often a subject may ask. */
function settings(): { readonly path: string; readonly rate: number } {
  try {
    const { TONGZE_DATA, TONGZE_RATE_PER_MINUTE } = readConfiguration(process.env);
    return { path: keyFileIn(resolve(TONGZE_DATA)), rate: TONGZE_RATE_PER_MINUTE };
  } catch (error) {
    return failed(error);
  }
}

/** Writes the key first and shows it then: what is shown is accepted. */
async function giveOut(path: string, changed: readonly ApiKey[], request: KeyRequest): Promise<void> {
  const { secret, key } = issueKey(request, new Date());
  await changeKeys(path, (keys) => [...keys.map((one) => changed.find(({ id }) => id === one.id) ?? one), key]).catch(
    failed,
  );
  // The key alone goes to standard output, so that a script can take it.
  console.error(`密钥 ${key.id}（${key.roles.join('、')}，租户 ${key.tenant}，到期 ${key.expiresAt.slice(0, 10)}）：`);
  console.log(secret);
  console.error('只显示这一次，请妥善保存。用法：请求头 Authorization: Bearer 加密钥。');
}

function validKey(keys: readonly ApiKey[], id: string): ApiKey {
  const key = keys.find((one) => one.id === id);
  if (key === undefined) throw new CommandFailed('没有这个编号的密钥；编号见 key list (no such key)');
  if (key.revokedAt !== undefined) throw new CommandFailed('这个密钥已经撤销 (revoked already)');
  return key;
}

const STATES = { valid: '有效　', expired: '已过期', revoked: '已撤销' } as const;

function stateOf({ expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: string): keyof typeof STATES {
  if (revokedAt !== undefined) return 'revoked';
  return now >= expiresAt ? 'expired' : 'valid';
}

/** Any failure here is the operator's to remedy: a folder, a mode, a broken file. */
function failed(error: unknown): never {
  throw error instanceof CommandFailed ? error : new CommandFailed((error as Error).message);
}

function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[0-9]+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`应为 ${least} 至 ${most} 的整数。`);
  };
}

function conforming(property: 'subject' | 'tenant'): (text: string) => string {
  const { pattern = '', maxLength = 0 } =
    rootOf('api-keys.schema.json#/$defs/ApiKey').schema.properties?.[property] ?? {};
  return (text) => {
    if (text.length <= maxLength && new RegExp(pattern).test(text)) return text;
    throw new InvalidArgumentError(`应为字母、数字和 . _ : | -，最多 ${maxLength} 个。`);
  };
}
