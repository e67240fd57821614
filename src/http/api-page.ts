/** The page of the interface at `/docs`, made of the OpenAPI document when the service starts. No script. */
import { readFileSync } from 'node:fs';
import fastifyPlugin from 'fastify-plugin';
import { escaped } from '../kernel/html.ts';
import { stateless } from './access.ts';
import { copyable, layout, originOf, table } from './markup.ts';
import { sendTagged, serve } from './routes.ts';
import { type Shape, shapeMarkup, titleOf, typeOf } from './schema-table.ts';

interface Media {
  readonly schema?: Shape;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Shape;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Shape>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

interface Placed extends Operation {
  readonly method: string;
  readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function operationsOf({ paths }: Document): readonly Placed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      const operation = item[method] as Operation;
      const shared = (item['parameters'] ?? []) as readonly Parameter[];
      return { ...operation, parameters: [...shared, ...(operation.parameters ?? [])], method, path };
    }),
  );
}

/** @param origin what the commands are addressed to */
export function apiMarkup(document: Document, origin: string): string {
  const { info, tags, components } = document;
  const operations = operationsOf(document);
  const groups = tags
    .map((tag) => ({ ...tag, operations: operations.filter((operation) => operation.tags[0] === tag.name) }))
    .filter((group) => group.operations.length > 0);
  const contents = groups.map(
    ({ description, operations: own }) =>
      `<li>${escaped(description)}：${own.map(({ operationId, summary }) => `<a href="#${operationId}">${escaped(summary)}</a>`).join('、')}</li>`,
  );
  const sections = groups.map(
    ({ description, operations: own }) =>
      `<h2>${escaped(description)}</h2>\n${own.map((operation) => article(operation, components.responses, origin)).join('')}`,
  );
  const shapes = Object.entries(components.schemas).map(
    ([name, shape]) =>
      `<article id="schema-${escaped(name)}"><h3><code>${escaped(name)}</code> ${escaped(titleOf(shape))}</h3>\n` +
      `<p>${escaped(shape.description ?? '')}</p>\n${shapeMarkup(name, shape)}</article>\n`,
  );
  return layout(
    `${info.title} 接口`,
    `<h1>${escaped(info.title)} 接口</h1>
<p>${escaped(info.description)}</p>
<p class="hint">版本 ${escaped(info.version)}；<a href="/openapi.json">OpenAPI 3.1</a> 可以交给生成器；<a href="/">首页</a></p>
<nav aria-label="目录"><ul>${contents.join('\n')}<li><a href="#schemas">数据的形状</a></li></ul></nav>
${sections.join('')}<h2 id="schemas">数据的形状</h2>
${shapes.join('')}`,
  );
}

function article(operation: Placed, common: Document['components']['responses'], origin: string): string {
  const { operationId, method, path, summary, description, parameters = [], requestBody, responses } = operation;
  const rows = parameters.map((parameter) => [
    `<code>${escaped(parameter.name)}</code>`,
    PLACES[parameter.in] ?? escaped(parameter.in),
    parameter.required === true ? '必填' : '',
    typeOf(parameter.schema),
    escaped(parameter.description ?? ''),
  ]);
  const answers = Object.entries(responses).map(([status, answer]) => {
    const found = answer.$ref === undefined ? answer : (common[answer.$ref.split('/').at(-1) as string] as Answer);
    return [status, shapesOf(found), escaped(found.description ?? '')];
  });
  return `<article id="${operationId}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(summary)}。${escaped(description ?? '')}</p>
<p class="hint">${who(operation)}</p>
${rows.length > 0 ? `<h4>参数</h4>\n${table(`${operationId} 的参数`, ['名称', '位置', '要求', '类型', '说明'], rows)}` : ''}${
  requestBody === undefined ? '' : body(operation, origin)
}<h4>答复</h4>
${table(`${operationId} 的答复`, ['状态', '形状', '意思'], answers)}${examplesOf(responses)}</article>
`;
}

const PLACES: Readonly<Record<string, string>> = { path: '路径', query: '查询', header: '请求头' };

function who({ security }: Operation): string {
  if (security.length === 0) return '任何人都可以使用。';
  if (security.some((alternative) => Object.keys(alternative).length === 0))
    return '只在本机监听时不要求身份；否则须有密钥或者令牌，任何角色都可以。';
  const roles = security.flatMap((alternative) => Object.values(alternative).flat());
  return `须有密钥或者令牌，并有下列角色之一：${roles.map(escaped).join('、')}。`;
}

function shapesOf({ content = {} }: Answer): string {
  return Object.entries(content)
    .map(([type, { schema }]) => `${schema === undefined ? '' : `${typeOf(schema)} `}<code>${escaped(type)}</code>`)
    .join('<br>');
}

function body({ operationId, method, path, parameters = [], requestBody }: Placed, origin: string): string {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] as [string, Media];
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => exampleOf(parameters.find((one) => one.name === name)));
  const examples = Object.entries(media.examples ?? {}).map(([name, { summary = name, value }]) => {
    const json = JSON.stringify(value).replaceAll("'", "'\\''");
    const curl = `curl -sS -X ${method.toUpperCase()} ${origin}${filled} -H 'content-type: ${type}' -d '${json}'`;
    return `<details><summary>例：${escaped(summary)}</summary>\n${copyable(`${operationId} ${name} 的命令`, curl)}</details>\n`;
  });
  return `<h4>请求体</h4>\n<p>${shapesOf({ content: { [type]: media } })}${requestBody?.required === true ? '' : '，可以没有'}</p>\n${examples.join('')}`;
}

function exampleOf(parameter: (Parameter & { readonly example?: string }) | undefined): string {
  return parameter?.example ?? '…';
}

function examplesOf(responses: Operation['responses']): string {
  const all = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples).map(
        ([name, { summary = name, value }]) =>
          `<details><summary>${status} 例：${escaped(summary)}</summary>\n${copyable(`${status} ${name}`, JSON.stringify(value, null, 1))}</details>\n`,
      ),
    ),
  );
  return all.join('');
}

/** Stands for the address that the browser used. */
const ORIGIN = 'http://tongze.invalid';

export const apiPage = fastifyPlugin(
  async (app) => {
    const document = JSON.parse(
      readFileSync(new URL('../contract/generated/openapi.json', import.meta.url), 'utf8'),
    ) as Document;
    const markup = apiMarkup(document, ORIGIN);
    serve(app, '/docs', {
      GET: stateless((request, reply) => {
        const addressed = markup.replaceAll(ORIGIN, originOf(request));
        return sendTagged(request, reply, 'text/html; charset=utf-8', addressed);
      }),
    });
  },
  { name: 'tongze-api-page', fastify: '5.x' },
);
