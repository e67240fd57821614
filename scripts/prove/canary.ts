/** Names that are submitted everywhere appear in no log, metric, trace, audit or error. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Proof } from './proof.ts';
import { type Answer, type Asking, ask, askPatiently } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'canary';
export const title = '在每一处提交的姓名，日志、指标、跟踪、审计和错误里都没有';

const CHINESE = '欧阳金丝雀';
const LATIN = 'Canary-Ouyang-7c21';

/** The ways in which a program could write it. */
const FORMS: readonly string[] = [CHINESE, LATIN].flatMap((text) => [
  text,
  text.toLowerCase(),
  encodeURIComponent(text),
  encodeURIComponent(text).toLowerCase(),
  JSON.stringify(text).slice(1, -1),
  [...text].map((letter) => `\\u${(letter.codePointAt(0) as number).toString(16).padStart(4, '0')}`).join(''),
  Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -2),
  Buffer.from(text).toString('hex'),
]);

const found = (text: string) => FORMS.find((form) => text.includes(form));

/** Facts with the name in every free text that the contract has, right or wrong. */
function bodies(canary: string): readonly unknown[] {
  const document = { number: canary, title: canary };
  const evaluation = {
    value: true,
    evaluator: { organ: canary, post: canary, reference: canary },
    on: '2021-06-13',
    evidence: [document],
  };
  const accidents: object[] = [
    { industry: canary },
    { regulators: [{ level: '省', organ: canary }] },
    { isResponsibilityAccident: { value: true, organ: canary, on: '2021-06-13', document } },
    { severeSocialImpact: evaluation },
    { deaths: canary, kind: canary, occurredOn: canary, divisionCode: canary, [`${canary} 的电话`]: 1 },
    { [canary.replaceAll('-', ' ')]: { [`${canary} `]: canary } },
  ];
  return [
    ...accidents.map((accident) => ({ question: 'grade', facts: { accident } })),
    { question: canary, facts: {} },
    { question: 'grade', facts: canary },
    { question: 'grade', facts: {}, options: { gate: canary }, expectBundle: canary },
    canary,
    [canary],
  ];
}

function requests(canary: string, key: string): readonly Asking[] {
  const encoded = encodeURIComponent(canary);
  const headers = {
    'user-agent': encoded,
    referer: `http://${encoded}.example/`,
    cookie: `name=${encoded}`,
    'x-request-id': encoded,
    'x-forwarded-for': encoded,
    baggage: `name=${encoded}`,
    tracestate: `v=${encoded}`,
  };
  const known = { authorization: `Bearer ${key}` };
  const posted = bodies(canary).flatMap((body): readonly Asking[] => {
    const own = JSON.stringify(body);
    const decision = JSON.stringify(
      typeof body === 'object' && !Array.isArray(body) ? { ...body, classification: '内部' } : body,
    );
    return [
      { path: '/api/v1/evaluations', body: own },
      { path: '/api/v1/memos', body: own },
      { path: '/api/v1/decisions', body: decision, headers: { ...known, 'idempotency-key': encoded.slice(0, 100) } },
      { path: '/v1/data/questions/grade/answer', body: JSON.stringify({ input: body }) },
      { path: '/v0/data/questions/grade/answer', body: own },
      { path: '/', body: own },
    ];
  });
  const broken = [`{"${canary}":1,"${canary}":2}`, `{"${canary}"`, `"${canary}`, `{"a":${canary}}`];
  return [
    ...posted,
    ...broken.map((body) => ({ path: '/api/v1/evaluations', body })),
    ...[
      `/${encoded}`,
      `/api/v1/provisions/${encoded}`,
      `/api/v1/schemas/${encoded}`,
      `/api/v1/bundles/${encoded}`,
      `/api/v1/decisions/${encoded}`,
      `/api/v1/decisions?question=${encoded}`,
      `/v1/data/${encoded}`,
      `/v1/data/questions/grade/answer?input=${encoded}`,
      `/v1/data/questions/grade/answer?explain=${encoded}`,
      `/v1/policies/${encoded}`,
      `/health/ready?exclude-plugin=${encoded}`,
    ].map((path) => ({ method: 'GET', path, headers: known })),
    { method: 'GET', path: '/v1/status', headers },
    { method: 'GET', path: '/v1/status', headers: { authorization: `Bearer ${encoded}` } },
    {
      method: 'GET',
      path: '/v1/status',
      headers: { authorization: `Basic ${Buffer.from(canary).toString('base64')}` },
    },
    { path: '/api/v1/evaluations', body: 'x', headers: { 'content-type': `text/${encoded}` } },
    { method: 'DELETE', path: `/v1/policies/${encoded}` },
  ];
}

export const run: Proof['run'] = async () => {
  const traces: string[] = [];
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      traces.push(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const server = await startServer({
    LOG_LEVEL: 'trace',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const failures: string[] = [];
  const statuses = new Map<number, number>();
  try {
    const key = server.key(['submitter', 'reviewer', 'auditor', 'administrator']);
    await sleep(1200);
    let errors = 0;
    for (const canary of [CHINESE, LATIN])
      for (const asking of requests(canary, key)) {
        const answer: Answer = await askPatiently(server.port, asking);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500) failures.push(`${asking.path?.slice(0, 60)} 答复 ${answer.status}`);
        if (answer.status < 400) continue;
        errors += 1;
        const texts = answer.body + JSON.stringify(answer.headers);
        if (found(texts) !== undefined)
          failures.push(`错误 ${answer.status}：${asking.path?.slice(0, 40)}：${texts.slice(0, 300)}`);
      }
    const metrics = (await ask(server.port, { method: 'GET', path: '/metrics' })).body;
    if (found(metrics) !== undefined) failures.push('指标');
    await sleep(500);
    const log = server.output.join('\n');
    if (found(log) !== undefined) failures.push(`日志：${server.output.find((line) => found(line))?.slice(0, 200)}`);
    if (server.output.length < 100) failures.push('日志太少，等于没有检查');
    if (found(traces.join('\n')) !== undefined) failures.push('跟踪');
    if (traces.length === 0) failures.push('没有收到跟踪，等于没有检查');
    const folder = join(server.data, 'access');
    const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    if (found(kept.join('\n')) !== undefined) failures.push('审计或者密钥文件');
    if (found(JSON.stringify({ CHINESE, LATIN })) === undefined) failures.push('认不出姓名，等于没有检查');
    return {
      figures: {
        请求: [...statuses.values()].reduce((sum, count) => sum + count, 0),
        其中错误的答复: errors,
        日志的行: server.output.length,
        跟踪的批次: traces.length,
        查找的写法: FORMS.length,
      },
      failures,
    };
  } finally {
    await server.stop();
    collector.close();
  }
};
