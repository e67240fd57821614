/**
 * YAML at the edge: the part of it that writes JSON. It is turned into JSON text and read by the same checks, so that
 * nothing passes as YAML that would be refused as JSON.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { decodeStrictly, isJsonProblem, type JsonProblem, MAX_DEPTH, parseWrittenJson, problem } from './json.ts';

/** A number as JSON writes it: `1_000`, `0x1F`, `+3`, `.5` and `.inf` would have to be guessed. */
const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/**
 * The value that the bytes write in YAML 1.2 (core schema: a day stays a string).
 *
 * Refused beside what `parseJson` refuses: aliases and merge keys, tags, several documents, keys that are no strings,
 * numbers that JSON would not write.
 *
 * @throws {JsonProblem}
 */
export function parseYaml(bytes: Uint8Array): unknown {
  const text = decodeStrictly(bytes);
  try {
    return parseWrittenJson(jsonOf(text));
  } catch (thrown) {
    if (isJsonProblem(thrown)) throw thrown;
    // The parser recurses into nested collections.
    if (thrown instanceof RangeError) throw tooDeep();
    throw thrown;
  }
}

function jsonOf(text: string): string {
  const lines = new LineCounter();
  // Keys given twice are found while the JSON is read: the parser's own check compares every key with every other.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
    merge: false,
    stringKeys: true,
    // Silent would also pass over a second document.
    logLevel: 'error',
  });
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong !== undefined)
    throw wrong.code === 'MULTIPLE_DOCS'
      ? refused('trailing_data', 'YAML 里有不止一个文档；只提交一个。', lines, wrong.pos[0])
      : refused('malformed_yaml', '不是可用的 YAML；检查缩进、引号、冒号后面的空格和标签。', lines, wrong.pos[0]);
  if (document.contents === null) throw problem('empty_body', '内容为空。');
  return written(document.contents, 1, lines);
}

function written(node: Node | null, depth: number, lines: LineCounter): string {
  if (depth > MAX_DEPTH + 1) throw tooDeep();
  if (node?.tag !== undefined) throw refused('malformed_yaml', '不接受标签（!）。', lines, node.range?.[0]);
  if (isAlias(node)) throw refused('yaml_alias', '不接受别名（*）；请把内容写出来。', lines, node.range?.[0]);
  if (isMap<Node, Node | null>(node)) {
    const members = node.items.map(({ key, value }) => `${keyOf(key, lines)}:${written(value, depth + 1, lines)}`);
    return `{${members.join(',')}}`;
  }
  if (isSeq<Node>(node)) return `[${node.items.map((item) => written(item, depth + 1, lines)).join(',')}]`;
  if (!isScalar(node)) return 'null';
  const { value, source = '', range } = node;
  if (typeof value !== 'number') return JSON.stringify(value);
  if (!NUMBER.test(source)) throw refused('malformed_yaml', '数字的写法不规范；按 JSON 的写法写。', lines, range?.[0]);
  return source;
}

function keyOf(key: Node, lines: LineCounter): string {
  if (isScalar(key) && typeof key.value === 'string') return JSON.stringify(key.value);
  throw refused('malformed_yaml', '名称应为普通的文字。', lines, key.range?.[0]);
}

function tooDeep(): JsonProblem {
  return problem('nesting_too_deep', `嵌套超过 ${MAX_DEPTH} 层。`);
}

function refused(code: JsonProblem['code'], message: string, lines: LineCounter, at = 0): JsonProblem {
  const { line, col: column } = lines.linePos(at);
  return problem(code, `${message}（第 ${line} 行第 ${column} 列）`, { line, column });
}
