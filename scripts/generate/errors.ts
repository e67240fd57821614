/** The page of the errors: every code with its cause and remedy, and an example that the service answered just so. */
import type { InjectOptions } from 'fastify';
import { ITEMS, type ItemCode } from '../../src/contract/items.ts';
import type { ProblemItem } from '../../src/contract/validate.ts';
import { buildApp } from '../../src/http/app.ts';
import { httpProblem, problemBody } from '../../src/http/errors.ts';
import { PROBLEMS, type ProblemCode } from '../../src/http/problems.ts';
import { fakeService } from '../../test/http/fake.ts';
import {
  CREDENTIALS,
  ITEM_EXAMPLES,
  type ItemExample,
  PROBLEM_EXAMPLES,
  type ProblemExample,
} from '../../test/http/problem-examples.ts';

const INSTANCE = '0192…';

/** Characters of a text, and of what was submitted, that the page shows. */
const SHOWN_TEXT = 160;
const SHOWN_EXAMPLE = 60;

/**
 * `docs/errors.md`
 *
 * @throws when an example is answered with another code than its own
 */
export async function errorsPage(): Promise<string> {
  const problems: string[] = [];
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) problems.push(await problemSection(code));
  const items: string[] = [];
  for (const code of Object.keys(ITEMS) as ItemCode[]) items.push(await itemRow(code));
  return `# 错误

<!-- 由 scripts/generate 按 src/http/problems.ts 和 src/contract/items.ts 生成，不要手改；每个例子都实际提交过。 -->

本机接口（\`/api/…\`、\`/openapi.json\`）答复 RFC 9457 的 \`application/problem+json\`，\`code\` 就是下面的代码。
OPA 的接口答复同一个对象，\`application/json\`，\`code\` 和 \`message\` 是 OPA 客户端认识的，\`type\` 的末段是下面的代码；
客户的错误在那里是 400，401、403、405、413、415、429 照 HTTP 的意思。

- \`detail\` 说明这一次错在哪里、怎样改；\`errors\` 逐处列出（最多五十处）：\`pointer\` 是位置，\`remedy\` 是应当怎样。
- 任何说明都不重复所提交的值：答复可以放心转交、记入工单。
- \`instance\` 是本次请求的编号，日志里同一个编号有路由、状态和用时，没有内容。
- 429 和 503 有 \`Retry-After\`，写的是秒数。4xx 不改正内容，重试无用；5xx 时没有作出任何决定。

${problems.join('\n')}
## \`errors\` 里的代码

| 代码 | 原因 | 例 | 答复 |
| --- | --- | --- | --- |
${items.join('\n')}
`;
}

async function problemSection(code: ProblemCode): Promise<string> {
  const { status, title, cause, remedy, opa, ...kind } = PROBLEMS[code];
  const opaStatus = 'opaStatus' in kind ? kind.opaStatus : status;
  const example = PROBLEM_EXAMPLES[code];
  const when = example.when === undefined ? '' : `（${example.when}）`;
  return `## \`${code}\` ${title}

${status}；OPA 的接口 ${opaStatus} \`${opa}\`。${cause}。**怎样办**：${remedy}

${example.url === undefined ? `例${when}：` : `例${when}：\n\n\`\`\`http\n${request(example)}\n\`\`\`\n`}
\`\`\`json
${JSON.stringify(await answerOf(code, example), null, 2)}
\`\`\`
`;
}

function request({ method = 'GET', url = '', headers = {}, body }: ProblemExample): string {
  const { authorization, ...others } = headers;
  const lines = [
    `${method} ${shortened(url)}`,
    ...Object.entries(others).map(([name, value]) => `${name}: ${value}`),
    ...(authorization === undefined ? [] : [`authorization: Bearer ${CREDENTIALS[authorization.slice(7)]}`]),
    ...(body === undefined ? [] : ['', shortened(typeof body === 'string' ? body : JSON.stringify(body))]),
  ];
  return lines.join('\n');
}

/** The body that the service gives, without what differs from one run to the next. */
async function answerOf(code: ProblemCode, example: ProblemExample): Promise<unknown> {
  const { method = 'GET', url, headers = {}, body, service, options, prepare } = example;
  if (url === undefined) return shown(problemBody(httpProblem(code), true, INSTANCE));
  const app = buildApp(fakeService([], service), options);
  prepare?.(app);
  try {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.inject({
      method,
      url,
      headers: { ...type, ...headers },
      ...(payload === undefined ? {} : { payload }),
    } as InjectOptions);
    const found = answer.json() as ReturnType<typeof problemBody>;
    if (found.type !== `urn:tongze:problem:${code}`)
      throw new Error(`the example of ${code} is answered ${found.type}`);
    return shown(found);
  } finally {
    await app.close();
  }
}

function shown(body: ReturnType<typeof problemBody>): unknown {
  const errors = body.errors?.map(({ remedy, ...one }) => ({ ...one, remedy: shortened(remedy) }));
  const texts = { ...(body.message === undefined ? {} : { message: shortened(body.message) }) };
  return {
    ...body,
    ...texts,
    detail: shortened(body.detail),
    instance: `urn:uuid:${INSTANCE}`,
    ...(errors === undefined ? {} : { errors }),
  };
}

function shortened(text: string, length = SHOWN_TEXT): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

async function itemRow(code: ItemCode): Promise<string> {
  const example = ITEM_EXAMPLES[code];
  if (example === undefined) return `| \`${code}\` | ${ITEMS[code]} | （现在的接口不会遇到） | |`;
  const { message, remedy } = await itemOf(code, example);
  const submitted = 'accident' in example ? example.accident : example.shown;
  return `| \`${code}\` | ${cell(ITEMS[code])} | ${asCode(submitted)} | ${cell(shortened(`${message}${remedy}`))} |`;
}

type Submitted = Exclude<ItemExample, { readonly accident: string }>;

async function itemOf(code: ItemCode, example: ItemExample): Promise<ProblemItem> {
  const app = buildApp(fakeService());
  try {
    const {
      method,
      url,
      body,
      type = 'application/json',
    }: Submitted = 'accident' in example
      ? {
          method: 'POST' as const,
          url: '/api/v1/evaluations',
          body: `{"question":"grade","facts":{"accident":{${example.accident}}}}`,
          shown: example.accident,
        }
      : example;
    const headers = { 'content-type': type };
    const answer = await app.inject({ method, url, ...(method === 'POST' ? { headers, payload: body } : {}) });
    const { errors = [] } = answer.json() as { readonly errors?: readonly ProblemItem[] };
    const found = errors.find((one) => one.code === code);
    if (found === undefined) throw new Error(`the example of ${code} is answered ${answer.body.slice(0, 300)}`);
    return found;
  } finally {
    await app.close();
  }
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const asCode = (text: string) => `\`${cell(shortened(text, SHOWN_EXAMPLE)).replaceAll('`', '')}\``;
