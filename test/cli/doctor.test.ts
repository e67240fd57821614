/** What `doctor` finds on a machine with one fault at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import t, { type Test } from 'tap';
import { generateKey, parseSigner } from '../../src/records/note.ts';

interface Found {
  readonly check: string;
  readonly state: string;
  readonly text: string;
  readonly remedy?: string;
}

/** Runs `doctor --json`; `program` is the folder of the program. */
async function doctor(environment: Readonly<Record<string, string>> = {}, program = '.') {
  const env = { ...process.env, PORT: '0', ...environment };
  const args = [resolve(program, 'src/cli/main.ts'), 'doctor', '--json'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  const found = JSON.parse(output) as readonly Found[];
  return { code, of: (check: string) => found.find((one) => one.check === check) as Found, found };
}

t.test('a machine on which the service runs is sound', async (t) => {
  const { code, found } = await doctor();

  t.equal(code, 0);
  t.strictSame(
    found.filter(({ state }) => state === 'bad'),
    [],
  );
  t.match(found.find(({ check }) => check === '规则包')?.text, /试评估得到 /);
});

t.test('each fault of configuration is told by the check of the configuration', async (t) => {
  const { code, of } = await doctor({ LOG_LEVEL: 'loud' });

  t.equal(code, 1);
  t.match(of('配置'), { state: 'bad', text: /LOG_LEVEL（日志级别）无效/ });
});

t.test('a port that another program has is bad, one that tongze has is not', async (t) => {
  const answers = ['{}', JSON.stringify({ result: { bundles: { tongze: {} } } })];
  const server = createServer((_request, response) => response.end(answers.shift())).listen(0, '127.0.0.1');
  t.teardown(() => server.close());
  await once(server, 'listening');
  const PORT = String((server.address() as AddressInfo).port);

  const other = await doctor({ PORT });
  const own = await doctor({ PORT });

  t.match(other.of('端口'), { state: 'bad', text: /被别的程序占用/, remedy: `sport = :${PORT}` });
  t.match(own.of('端口'), { state: 'doubtful', text: /已经有一个同责/ });
  t.strictSame([other.code, own.code], [1, 0]);
});

t.test('an address that is not of this machine is named', async (t) => {
  t.match((await doctor({ HOST: '192.0.2.1' })).of('端口'), { state: 'bad', remedy: /0\.0\.0\.0/ });
});

t.test('a data folder that cannot be written is named with the remedy', async (t) => {
  // Not even root makes a folder in /proc.
  const { code, of } = await doctor({ TONGZE_DATA: '/proc/tongze' });

  t.equal(code, 1);
  t.match(of('数据目录'), { state: 'bad', text: /\/proc 不能写入/, remedy: /TONGZE_DATA/ });
});

t.test('a file of checkpoints that cannot be written, or has none in it, is named with the remedy', async (t) => {
  const folder = t.testdir({ 'checkpoints.txt': 'x' });
  const nowhere = await doctor({ TONGZE_CHECKPOINTS: '/proc/tongze/checkpoints.txt' });
  const aFolder = await doctor({ TONGZE_CHECKPOINTS: folder });
  const unread = await doctor({ TONGZE_CHECKPOINTS: join(folder, 'checkpoints.txt') });

  const remedy = /TONGZE_CHECKPOINTS/;
  t.strictSame([nowhere.code, aFolder.code, unread.code], [1, 1, 1]);
  t.match(nowhere.of('检查点'), { state: 'bad', text: /\/proc\/tongze\/checkpoints\.txt 写不进去（ENOENT）/, remedy });
  t.match(aFolder.of('检查点'), { state: 'bad', text: /写不进去（EISDIR）/, remedy });
  t.match(unread.of('检查点'), { state: 'bad', text: /checkpoints\.txt 不是空的，却读不出一个检查点/ });
});

t.test('a command that is to sign the log and does not is named with the reason', async (t) => {
  const key = 'tongze/0123456789abcdef+00000000+AaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA';
  const elsewhere = generateKey('tongze/0123456789abcdef');
  const publicKey = parseSigner(elsewhere)?.verifier.text as string;
  const gone = await doctor({ TONGZE_LOG_SIGNER: '/nonexist', TONGZE_LOG_PUBLIC_KEY: publicKey });
  const noKey = await doctor({ TONGZE_LOG_SIGNER: '/nonexist', TONGZE_LOG_PUBLIC_KEY: key });
  const inFile = await doctor();

  t.strictSame([gone.code, noKey.code], [1, 1]);
  t.match(gone.of('签名'), {
    state: 'bad',
    text: /签名的命令 \/nonexist 没有给出签名：没有这个文件/,
    remedy: /TONGZE_LOG_SIGNER/,
  });
  t.match(noKey.of('签名'), { state: 'bad', text: /公钥不是 name\+hash\+base64/ });
  t.match(inFile.of('签名'), { state: 'good', text: /私钥在本机的文件 .*log\.key/ });
});

/** The program in a folder of its own, where it can be damaged. */
function copy(t: Test): string {
  const folder = t.testdir({});
  for (const name of ['src', 'schemas', 'bundles', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

t.test('a bundle with one changed byte is bad', async (t) => {
  const folder = copy(t);
  writeFileSync(join(folder, 'bundles/tongze.wasm.tar.gz'), 'x', { flag: 'a' });

  const { code, of } = await doctor({}, folder);

  t.equal(code, 1);
  t.match(of('规则包'), { state: 'bad', text: /已被改动/ });
});

t.test('dependencies of another lockfile are bad, and a folder that anybody may write is doubtful', async (t) => {
  const folder = copy(t);
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  chmodSync(join(folder, 'src'), 0o777);

  const { of } = await doctor({}, folder);

  t.match(of('依赖'), { state: 'bad', remedy: /npm run setup/ });
  t.match(of('程序目录'), { state: 'doubtful', remedy: /chmod -R o-w/ });
});

t.test('without the compiler the rules cannot be changed, but the service runs', async (t) => {
  const folder = t.testdir({});

  const { code, of } = await doctor({ PATH: folder, TONGZE_CACHE: folder });

  t.equal(code, 0);
  t.match(of('编译工具'), { state: 'doubtful', remedy: /npm run setup/ });
});

t.test('who may do what is told: nobody without a key, and not at all off this machine in plain', async (t) => {
  const none = await doctor({ TONGZE_DATA: '/nowhere/data' });
  const bare = await doctor({ HOST: '0.0.0.0' });

  t.match(none.of('访问'), { state: 'doubtful', text: /谁也不能记录/, remedy: /key create/ });
  t.match(bare.of('访问'), { state: 'bad', text: /TONGZE_TLS_CERT/ });
});
