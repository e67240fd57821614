/** A document of headings, paragraphs, lists and quotes, written as Markdown or as HTML. */
import { escaped } from '../kernel/html.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const quote = (text: string): Block => ({ kind: 'quote', text });

/** An empty list is no block. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** CommonMark; whatever stands in a text is shown as it is, never read as mark-up. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map((block) => markdownOf(block)).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'quote':
      return `> ${plain(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
  }
}

/** Names of organs and titles of documents come from the request: none of their characters may become mark-up. */
function plain(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => `\\${mark}`)
    .replace(/^([+-]|\d+[.)])(?=\s)/, '\\$1');
}

const STYLE =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 "Noto Serif CJK SC","Songti SC",SimSun,serif;color:#1a1a1a}' +
  'h1{font-size:1.5rem;text-align:center}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin-top:1.5rem}' +
  'blockquote{margin:0 0 0 1rem;padding-left:1rem;border-left:3px solid #999;color:#444}';

/** A whole page without scripts; the style is inline and its hash is `HTML_STYLE` for a content security policy. */
export function html(title: string, blocks: readonly Block[]): string {
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
${blocks.map((block) => htmlOf(block)).join('\n')}
</main>
</body>
</html>
`;
}

/** The inline style of `html`, whose hash a content security policy may allow. */
export const HTML_STYLE = STYLE;

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'quote':
      return `<blockquote>${escaped(block.text)}</blockquote>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
  }
}
