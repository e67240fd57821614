/** The page at `/`: what runs, and one request to try. No script, one style that the CSP names by its hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fastifyPlugin from 'fastify-plugin';
import { stateless } from './access.ts';
import { defaultDecision } from './opa.ts';
import { serve } from './routes.ts';
import type { Service } from './service.ts';

const EXAMPLE = readFileSync(new URL('./example.json', import.meta.url), 'utf8').trim();

const STYLE = `
body{margin:0;background:#f6f7f9;color:#1d2433;font:16px/1.75 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.9rem;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.2rem 0 .5rem;padding-left:.7rem;border-left:4px solid #9c2b23}
p{margin:.4rem 0}
code,pre{font:13px/1.6 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
pre{background:#fff;border:1px solid #d9dde5;border-radius:6px;padding:1rem;overflow:auto;-webkit-user-select:all;user-select:all;max-height:26rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem;margin:.5rem 0}
dt{color:#5a6375}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:.4rem 0;padding-left:1.3rem}
a{color:#154c9e}
a:focus-visible,pre:focus-visible{outline:3px solid #154c9e;outline-offset:2px}
.hint{color:#5a6375;font-size:.9rem}
`;

/** For `style-src`. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

function html(service: Service, origin: string): string {
  const curl = `curl -sS ${origin}/api/v1/evaluations -H 'content-type: application/json' -d '${JSON.stringify(JSON.parse(EXAMPLE))}'`;
  const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>同责 Tongze</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>同责 Tongze</h1>
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
<li>${link('/api/v1/schemas/facts', '事实的契约')}、${link('/api/v1/schemas/options', '读法的契约')}、${link('/openapi.json', 'OpenAPI')}</li>
<li>${link(`/api/v1/bundles/${escaped(service.revision)}`, '下载规则包（Rego），可以用 OPA 自行核对')}；${link('/v1/policies', '规则原文')}</li>
</ul>
<h2>试一次</h2>
<p>十堰张湾“6·13”燃气爆炸，按公布的报告填写。点一下即选中全部，复制到终端：</p>
<pre tabindex="0" aria-label="curl 命令"><code>${escaped(curl)}</code></pre>
<p>所提交的内容：</p>
<pre tabindex="0" aria-label="请求的 JSON"><code>${escaped(EXAMPLE)}</code></pre>
<p class="hint">OPA 的客户端可以直接使用：POST /v1/data/questions/addressees/decision，内容为 {"input": {"facts": …}}。</p>
</main>
</body>
</html>
`;
}

/** The address that the browser used, if it has the form of one. */
function originOf(host: string | undefined): string {
  return host !== undefined && /^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$|^\[[0-9a-f:]{2,45}\](:[0-9]{1,5})?$/.test(host)
    ? `http://${host}`
    : 'http://127.0.0.1:8181';
}

export const page = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    serve(app, '/', {
      GET: stateless((request, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-cache')
          .send(html(service, originOf(request.headers.host))),
      ),
      POST: stateless((request, reply) => defaultDecision(service, request, reply)),
    });
  },
  { name: 'tongze-page', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
