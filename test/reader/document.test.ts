import t from 'tap';
import { heading, html, list, markdown, paragraph, quote } from '../../src/reader/document.ts';

const HOSTILE = '<script>alert(1)</script> [链接](http://x) **粗** `代码` | 表\n# 标题';

t.test('nothing of a text becomes mark-up in HTML', async (t) => {
  const page = html('标题 & 题', [heading(2, HOSTILE), paragraph(HOSTILE), quote(HOSTILE), ...list([HOSTILE])]);

  t.notMatch(page, /<script>|<a |onerror/);
  t.match(page, '&lt;script&gt;');
  t.match(page, '<title>标题 &amp; 题</title>');
});

t.test('nothing of a text becomes mark-up in Markdown, not even a heading on a line of its own', async (t) => {
  const text = markdown([paragraph(HOSTILE), ...list(['1. 一', '- 二'])]);

  t.notMatch(text, /[^\\]<script>|[^\\]\[链接|[^\\*]\*\*粗|\n#/);
  t.match(text, '\\*\\*粗\\*\\*');
  t.match(text, '- \\1. 一');
});

t.test('an empty list is no block', async (t) => {
  t.same(list([]), []);
});
