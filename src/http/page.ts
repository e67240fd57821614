/** The page at `/`: what runs, and one request to try. No script. */
import { readFileSync } from 'node:fs';
import fastifyPlugin from 'fastify-plugin';
import { escaped } from '../kernel/html.ts';
import { stateless } from './access.ts';
import { layout, originOf } from './markup.ts';
import { defaultDecision } from './opa.ts';
import { serve } from './routes.ts';
import type { Service } from './service.ts';

const EXAMPLE = readFileSync(new URL('./example.json', import.meta.url), 'utf8').trim();

function html(service: Service, origin: string): string {
  const curl = `curl -sS ${origin}/api/v1/evaluations -H 'content-type: application/json' -d '${JSON.stringify(JSON.parse(EXAMPLE))}'`;
  const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;
  return layout(
    '同责 Tongze',
    `<h1>同责 Tongze</h1>
<p>按《湖北省安全生产党政同责实施办法》评估一起生产安全事故：等级、追责对象、从重情形，逐条给出理由和尚缺的事实。</p>
<p class="hint">本服务只作建议，不作决定；没有填写的事实一律是“尚未查明”，不是“否”。</p>
<h2>正在运行</h2>
<dl>
<dt>程序</dt><dd>tongze ${escaped(service.version)}</dd>
<dt>规则版本</dt><dd><code>${escaped(service.revision)}</code></dd>
<dt>可问的问题</dt><dd>${service.questions.map((question) => `<code>${escaped(question)}</code>`).join(' ')}</dd>
</dl>
<ul>
<li>${link('/api/v1/questions', '问题和入口')}</li>
<li>${link('/api/v1/provisions', '条款原文')}，例如 ${link(`/api/v1/provisions/${encodeURIComponent('第十一条第一款第三项')}`, '第十一条第一款第三项')}</li>
<li>${link('/api/v1/schemas/facts', '事实的契约')}、${link('/api/v1/schemas/options', '读法的契约')}、${link('/openapi.json', 'OpenAPI')}；${link('/docs', '接口说明')}</li>
<li>${link(`/api/v1/bundles/${escaped(service.revision)}`, '下载规则包（Rego），可以用 OPA 自行核对')}；${link('/v1/policies', '规则原文')}</li>
</ul>
<h2>试一次</h2>
<p>十堰张湾“6·13”燃气爆炸，按公布的报告填写。点一下即选中全部，复制到终端：</p>
<pre tabindex="0" aria-label="curl 命令"><code>${escaped(curl)}</code></pre>
<p>所提交的内容：</p>
<pre tabindex="0" aria-label="请求的 JSON"><code>${escaped(EXAMPLE)}</code></pre>
<p class="hint">OPA 的客户端可以直接使用：POST /v1/data/questions/addressees/decision，内容为 {"input": {"facts": …}}。</p>
`,
  );
}

export const page = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    serve(app, '/', {
      GET: stateless((request, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-cache')
          .send(html(service, originOf(request))),
      ),
      POST: stateless((request, reply) => defaultDecision(service, request, reply)),
    });
  },
  { name: 'tongze-page', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
