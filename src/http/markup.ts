/** What the pages share. No script, and one style that the CSP names by its hash. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { escaped } from '../kernel/html.ts';

const STYLE = `
body{margin:0;background:#f6f7f9;color:#1d2433;font:16px/1.75 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.9rem;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.2rem 0 .5rem;padding-left:.7rem;border-left:4px solid #9c2b23}
h3{font-size:1rem;margin:0 0 .3rem;overflow-wrap:anywhere}
h4{font-size:.95rem;margin:.9rem 0 .2rem;color:#414a5c}
p{margin:.4rem 0}
code,pre{font:13px/1.6 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
h3 code{font-size:14px}
pre{background:#fff;border:1px solid #d9dde5;border-radius:6px;padding:1rem;overflow:auto;-webkit-user-select:all;user-select:all;max-height:26rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem;margin:.5rem 0}
dt{color:#5a6375}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:.4rem 0;padding-left:1.3rem}
a{color:#154c9e}
a:focus-visible,pre:focus-visible,summary:focus-visible,.table:focus-visible{outline:3px solid #154c9e;outline-offset:2px}
article{background:#fff;border:1px solid #d9dde5;border-radius:6px;padding:1rem 1.1rem;margin:.8rem 0;scroll-margin-top:1rem}
article pre{background:#f6f7f9}
article:target{border-color:#9c2b23;box-shadow:0 0 0 1px #9c2b23}
summary{cursor:pointer;color:#154c9e}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.6}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid #e6e9ef}
th{color:#5a6375;font-weight:500;border-top:0;white-space:nowrap}
td:first-child{white-space:nowrap}
.method{display:inline-block;min-width:3.2rem;color:#9c2b23;font-weight:700}
.hint{color:#5a6375;font-size:.9rem}
@media(max-width:40rem){thead{display:none}tr,td,td:first-child{display:block;white-space:normal;overflow-wrap:anywhere}td{border:0;padding:0}tr{border-top:1px solid #e6e9ef;padding:.4rem 0}}
`;

/** For `style-src`. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** A whole page. @param main markup: whatever in it is not ours has been escaped */
export function layout(title: string, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
}

/** A table that scrolls on a narrow screen; cells are markup. Nothing where there are no rows. */
export function table(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((cell) => (tag === 'th' ? `<th scope="col">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;
  return `<div class="table" tabindex="0" role="region" aria-label="${escaped(label)}"><table><thead>${cells('th', heads)}</thead><tbody>${rows
    .map((row) => cells('td', row))
    .join('\n')}</tbody></table></div>\n`;
}

/** Text to copy as a whole. */
export function copyable(label: string, text: string): string {
  return `<pre tabindex="0" role="region" aria-label="${escaped(label)}"><code>${escaped(text)}</code></pre>\n`;
}

/** The address that the browser used, if it has the form of one: commands on a page are addressed to it. */
export function originOf({ protocol, headers: { host } }: FastifyRequest): string {
  return host !== undefined && /^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$|^\[[0-9a-f:]{2,45}\](:[0-9]{1,5})?$/.test(host)
    ? `${protocol}://${host}`
    : 'http://127.0.0.1:8181';
}
