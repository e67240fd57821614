/** Every hostile input gets its 4xx on both surfaces, evaluates nothing, and keeps nobody else from being served. */
import { gzipSync } from 'node:zlib';
import type { Proof } from './proof.ts';
import { type Asking, ask, keepAsking } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'hostile';
export const title = '每种恶意的输入在两种接口都得到应有的 4xx，其间别人照常得到答复';

interface Hostile {
  readonly title: string;
  readonly payload: string | Buffer;
  /** Statuses on our surface; on OPA's 413 and 415 stay and the others are 400. */
  readonly status: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
}

const facts = (members: string) => `{"question":"grade","facts":{"accident":{${members}}}}`;
const names = (count: number, name: (index: number) => string) =>
  `{${Array.from({ length: count }, (_, index) => `"${name(index)}":1`).join(',')}}`;

/** FNV-1a of 64 bits, as WASM hashes strings, without a seed. */
function fnv(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}

/** Names that fall into one of 512 buckets. */
function colliding(count: number): readonly string[] {
  const found: string[] = [];
  for (let index = 0; found.length < count; index++) {
    const candidate = `k${index.toString(36)}`;
    if ((fnv(candidate) & 511n) === 0n) found.push(candidate);
  }
  return found;
}

function hostiles(): readonly Hostile[] {
  const collisions = colliding(990);
  return [
    { title: '10 MB', payload: facts(`"industry":"${'x'.repeat(10_000_000)}"`), status: [413] },
    { title: '嵌套 500,000 层，1 MB', payload: '['.repeat(500_000) + ']'.repeat(500_000), status: [413] },
    { title: '嵌套 120,000 层', payload: '['.repeat(120_000) + ']'.repeat(120_000), status: [400] },
    { title: '对象嵌套 30,000 层', payload: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, status: [400] },
    { title: '一百万个数字，2 MB', payload: `[${'1,'.repeat(999_999)}1]`, status: [413] },
    { title: '十二万个数字', payload: `[${'1,'.repeat(119_999)}1]`, status: [400] },
    { title: '16,384 个名称', payload: names(16_384, (i) => `k${i}`), status: [400, 413] },
    { title: '990 个散列冲突的名称', payload: names(990, (i) => collisions[i] as string), status: [422] },
    {
      title: '散列冲突的值',
      payload: facts(`"regulators":[${collisions.slice(0, 400).map((text) => `{"level":"省","organ":"${text}"}`)}]`),
      status: [422],
    },
    { title: '__proto__', payload: facts('"__proto__":{"deaths":3}'), status: [400] },
    { title: '转义的 __proto__', payload: facts('"\\u005f_proto__":{"deaths":3}'), status: [400] },
    { title: 'constructor', payload: facts('"constructor":{"prototype":{}}'), status: [422] },
    { title: '重复的名称', payload: facts('"deaths":3,"deaths":30'), status: [400] },
    { title: '转义后重复的名称', payload: facts('"deaths":3,"d\\u0065aths":30'), status: [400] },
    { title: '字节顺序标记', payload: `\ufeff${facts('"deaths":3')}`, status: [400] },
    { title: 'UTF-16LE', payload: Buffer.from(`\ufeff${facts('"deaths":3')}`, 'utf16le'), status: [400] },
    { title: 'UTF-16LE，没有标记', payload: Buffer.from(facts('"deaths":3'), 'utf16le'), status: [400] },
    { title: 'GBK', payload: Buffer.from([0x7b, 0x22, 0xb5, 0xc8, 0x22, 0x3a, 0x31, 0x7d]), status: [400] },
    { title: '过长的 UTF-8', payload: Buffer.from([0x22, 0xc0, 0xaf, 0x22]), status: [400] },
    { title: '孤立的代理项', payload: facts('"industry":"\\ud800"'), status: [400] },
    { title: '颠倒的代理项', payload: facts('"industry":"\\udc00\\ud800"'), status: [400] },
    { title: '改变书写方向的字符', payload: facts('"industry":"燃\u202e气"'), status: [422] },
    { title: '零宽字符', payload: facts('"industry":"燃\u200b气"'), status: [422] },
    { title: '控制字符', payload: facts('"industry":"燃\\u0000气"'), status: [422] },
    { title: '原样的控制字符', payload: facts('"industry":"燃\u0001气"'), status: [400] },
    { title: '1e400', payload: facts('"deaths":1e400'), status: [400] },
    { title: '-1e400', payload: facts('"deaths":-1e400'), status: [400] },
    { title: '1e-400', payload: facts('"deaths":1e-400'), status: [400] },
    { title: '2^53+1', payload: facts('"deaths":9007199254740993'), status: [400] },
    { title: '-0', payload: facts('"deaths":-0'), status: [400] },
    { title: '一万位的数字', payload: facts(`"deaths":${'9'.repeat(10_000)}`), status: [400] },
    { title: 'NaN', payload: facts('"deaths":NaN'), status: [400] },
    { title: '注释', payload: facts('/* */"deaths":3'), status: [400] },
    { title: '没有写完', payload: facts('"deaths":3').slice(0, -1), status: [400] },
    { title: '后面还有一个', payload: `${facts('"deaths":3')}{}`, status: [400] },
    { title: '加引号的数字', payload: facts('"deaths":"3"'), status: [422] },
    { title: 'null 以外的空', payload: facts('"deaths":[]'), status: [422] },
    {
      title: '压缩炸弹',
      payload: gzipSync(facts(`"industry":"${' '.repeat(50_000_000)}"`)),
      headers: { 'content-encoding': 'gzip' },
      status: [413, 415],
    },
    {
      title: '压了两层',
      payload: gzipSync(gzipSync(facts('"deaths":3'))),
      headers: { 'content-encoding': 'gzip, gzip' },
      status: [400, 413, 415],
    },
    {
      title: 'YAML 的别名炸弹',
      payload: `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'.split('').reduce((text, letter, i) => `${text}${letter}: &${letter} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]\n`, '')}`,
      headers: { 'content-type': 'application/yaml' },
      status: [400, 413, 415, 422],
    },
    {
      title: '别的字符集',
      payload: facts('"deaths":3'),
      headers: { 'content-type': 'application/json; charset=gbk' },
      status: [415],
    },
    { title: '表单', payload: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: [415] },
  ];
}

/** What is hostile in the address or in the headers. */
const ADDRESSES: readonly (Asking & { readonly title: string; readonly status: readonly number[] })[] = [
  { title: '网址 10,000 字', path: `/api/v1/provisions/${'1'.repeat(10_000)}`, status: [414, 431, 404] },
  { title: '路径穿越', path: '/api/v1/schemas/..%2f..%2fpackage.json', status: [404] },
  { title: '坏的百分号编码', path: '/v1/data/%c0%af', status: [400] },
  { title: '请求头 100 kB', path: '/', headers: { x: 'x'.repeat(100_000) }, status: [431] },
  {
    title: '凭据 10,000 字',
    path: '/v1/status',
    headers: { authorization: `Bearer ${'a'.repeat(10_000)}` },
    status: [401],
  },
  { title: '凭据里的冲突', path: '/v1/status', headers: { authorization: 'Bearer a.b.c' }, status: [401] },
  { title: '查询里的深层嵌套', path: `/v1/data/questions/grade/answer?input=${'%5B'.repeat(2000)}`, status: [400] },
];

export const run: Proof['run'] = async ({ short }) => {
  const server = await startServer();
  const failures: string[] = [];
  let requests = 0;
  let slowest = { title: '', ms: 0 };
  const check = async (what: string, asking: Asking, statuses: readonly number[]) => {
    const { status, ms, body } = await ask(server.port, asking);
    requests += 1;
    if (ms > slowest.ms) slowest = { title: what, ms };
    // A body beyond the bound may be cut off while it is still being sent: the connection ends, which is a refusal too.
    const isCut = status === 0 && statuses.includes(413);
    if (!statuses.includes(status) && !isCut) failures.push(`${what}：${status}，应为 ${statuses.join('、')}`);
    else if (!isCut && typeof (JSON.parse(body) as { code?: unknown }).code !== 'string')
      failures.push(`${what}：没有代码`);
  };
  const evaluations = async () => {
    const { body } = await ask(server.port, { method: 'GET', path: '/metrics' });
    return [...body.matchAll(/^tongze_evaluations_total\S* (\d+)/gm)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
  };
  try {
    const before = await evaluations();
    const all = hostiles();
    const run = async () => {
      for (const { title, payload, status, headers = {} } of all) {
        await check(`${title}，/api/v1/evaluations`, { body: payload, headers }, status);
        const [open, close] = [Buffer.from('{"input":'), Buffer.from('}')];
        const isJson = headers['content-encoding'] === undefined && headers['content-type'] === undefined;
        const wrapped = isJson ? Buffer.concat([open, Buffer.from(payload as string), close]) : payload;
        const opa = status.map((one) => ([413, 415].includes(one) ? one : 400));
        await check(`${title}，/v1/data`, { path: '/v1/data/questions/grade/answer', body: wrapped, headers }, opa);
      }
      for (const { title, status, ...asking } of ADDRESSES) await check(title, { method: 'GET', ...asking }, status);
    };
    // First alone, so that the count of evaluations is theirs.
    await run();
    if (before !== 0) failures.push('开始之前已有评估');
    const evaluated = (await evaluations()) - before;
    if (evaluated > 0) failures.push(`评估了 ${evaluated} 次，应为 0 次`);
    const stop = keepAsking(server.port);
    for (let round = 0; round < (short ? 1 : 10); round++) await run();
    const { answers, refused, slowestMs } = await stop();
    if ((await evaluations()) === 0) failures.push('没有计数：上面的零没有意义');
    if (refused > 0) failures.push(`别人有 ${refused} 次没有得到 200`);
    if (answers === 0) failures.push('别人没有得到答复');
    return {
      figures: {
        输入的种类: all.length + ADDRESSES.length,
        请求: requests,
        '最慢的拒绝（毫秒）': `${Math.round(slowest.ms)}（${slowest.title}）`,
        其间别人的答复: answers,
        '其中最慢（毫秒）': Math.round(slowestMs),
      },
      failures,
    };
  } finally {
    await server.stop();
  }
};
