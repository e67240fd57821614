/**
 * JSON at the edge, read strictly: what two readers could understand differently is refused.
 *
 * `JSON.parse` makes the value; one pass over the text before it checks what `JSON.parse` lets through. No package on
 * npm checks all of it: json-dup-key-validator and secure-json-parse each cover one point, without position or depth.
 */

/** Every reason for which a text is refused. */
export type JsonProblemCode =
  | 'empty_body'
  | 'invalid_utf8'
  | 'byte_order_mark'
  | 'malformed_json'
  | 'malformed_yaml'
  | 'yaml_alias'
  | 'trailing_data'
  | 'nesting_too_deep'
  | 'too_many_members'
  | 'duplicate_key'
  | 'forbidden_key'
  | 'lone_surrogate'
  | 'number_out_of_range'
  | 'number_too_precise'
  | 'negative_zero';

export interface JsonProblem extends Error {
  readonly code: JsonProblemCode;
  /** JSON pointer of the member concerned. A key that is no plain identifier may be data and is left out. */
  readonly pointer?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}

/** Levels of objects and lists, the outermost counted. */
export const MAX_DEPTH = 32;

/** Members of one object or list. The longest list of the contract has 500; a hash table never gets more. */
export const MAX_MEMBERS = 1000;

/** A fraction or an exponent beyond this would be rounded without a word (2.00000000000000001 → 2). */
const MAX_FRACTIONAL_DIGITS = 15;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN_KEY = /^[A-Za-z0-9_-]{1,60}$/;

const problems = new WeakSet<object>();

/** Says whether `error` came from `parseJson`. */
export function isJsonProblem(error: unknown): error is JsonProblem {
  return typeof error === 'object' && error !== null && problems.has(error);
}

/**
 * The value that the bytes write.
 *
 * Refused: invalid UTF-8, a byte order mark, anything after the value, a key given twice in one object (compared after
 * escapes), the key `__proto__`, more than 32 levels, more than 1000 members in one object or list, lone surrogates,
 * numbers outside ±(2^53 − 1), numbers that a double would round, and `-0`.
 *
 * @param maxMembers of one object or list, where a file of ours holds a longer table than a request may
 * @throws {JsonProblem}
 */
export function parseJson(bytes: Uint8Array, maxMembers = MAX_MEMBERS): unknown {
  const text = decodeStrictly(bytes);
  scan(text, maxMembers, true);
  return JSON.parse(text);
}

/**
 * The value of JSON that was written from another notation: the same checks, without positions, which would be those of
 * a text that nobody has seen.
 *
 * @throws {JsonProblem}
 */
export function parseWrittenJson(text: string): unknown {
  scan(text, MAX_MEMBERS, false);
  return JSON.parse(text);
}

/**
 * The text of the bytes.
 *
 * @throws {JsonProblem} where they are none, or not UTF-8 without a byte order mark
 */
export function decodeStrictly(bytes: Uint8Array): string {
  if (bytes.length === 0) throw problem('empty_body', '内容为空。');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw problem('byte_order_mark', '内容以字节顺序标记（BOM）开头；请保存为不带 BOM 的 UTF-8。', {
      line: 1,
      column: 1,
    });
  try {
    return UTF8.decode(bytes);
  } catch {
    throw problem('invalid_utf8', '内容不是有效的 UTF-8 编码；请改用 UTF-8 保存，不要用 GBK。');
  }
}

/** An error that `isJsonProblem` knows. */
export function problem(code: JsonProblemCode, message: string, where: Partial<JsonProblem> = {}): JsonProblem {
  const error = Object.assign(new Error(message), { name: 'JsonProblem', code, ...where });
  problems.add(error);
  return error;
}

/** Checks grammar and bounds; says nothing of the value. Depth is bounded, so it may recurse. */
function scan(text: string, maxMembers: number, positions: boolean): void {
  const path: (string | number)[] = [];
  let at = 0;

  function refuse(code: JsonProblemCode, message: string, position: number, withPointer = false): never {
    if (!positions) throw problem(code, message, withPointer ? { pointer: pointerOf(path) } : {});
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    const where = `（第 ${line} 行第 ${column} 列）`;
    const pointer = withPointer ? { pointer: pointerOf(path) } : {};
    throw problem(code, `${message}${where}`, { ...pointer, line, column });
  }

  function malformed(expected: string): never {
    if (at >= text.length) refuse('malformed_json', `JSON 没有写完，此处应有${expected}。`, at);
    return refuse('malformed_json', `不是有效的 JSON，此处应为${expected}。`, at);
  }

  function skipSpace(): void {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      at++;
    }
  }

  /** Leaves `at` behind the closing quote; true where the string has an escape. */
  function skipString(): boolean {
    let escaped = false;
    at++;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === QUOTE) {
        at++;
        return escaped;
      }
      if (c === BACKSLASH) {
        escaped = true;
        skipEscape();
      } else if (c >= 0x20) at++;
      // Raw surrogates are always paired: the decoder has refused anything else. NaN: the end of the text.
      else if (Number.isNaN(c)) malformed('字符串的结束引号');
      else malformed('转义后的控制字符（换行写作 \\n）');
    }
  }

  function skipEscape(): void {
    const c = text[at + 1];
    if (c !== 'u') {
      if (c === undefined || !'"\\/bfnrt'.includes(c)) malformed('有效的转义');
      at += 2;
      return;
    }
    const unit = hexAt(at + 2);
    if (unit >= 0xdc00 && unit <= 0xdfff) loneSurrogate();
    if (unit >= 0xd800 && unit <= 0xdbff) {
      if (text[at + 6] !== '\\' || text[at + 7] !== 'u') loneSurrogate();
      const low = hexAt(at + 8);
      if (low < 0xdc00 || low > 0xdfff) loneSurrogate();
      at += 6;
    }
    at += 6;
  }

  function loneSurrogate(): never {
    return refuse('lone_surrogate', '转义 \\u 只写了半个字符（孤立的代理项）；请成对书写，或者直接写汉字。', at, true);
  }

  function hexAt(start: number): number {
    const digits = text.slice(start, start + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) malformed('\\u 加四位十六进制数字');
    return Number.parseInt(digits, 16);
  }

  function skipNumber(): void {
    NUMBER.lastIndex = at;
    const literal = NUMBER.exec(text)?.[0];
    if (literal === undefined) malformed('数字');
    const next = text.charCodeAt(at + literal.length);
    if ((next >= 0x30 && next <= 0x39) || next === 0x2e || next === 0x2b) malformed('不带前导零、写法规范的数字');
    checkNumber(literal);
    at += literal.length;
  }

  function checkNumber(literal: string): void {
    if (literal.length < 16 && /^[1-9][0-9]*$/.test(literal)) return;
    const value = Number(literal);
    const digits = literal
      .replace(/[eE].*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+/, '');
    if (Object.is(value, -0) && digits === '')
      refuse('negative_zero', '数字写成了负零；是零就写 0，尚未查明就不填。', at, true);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER || (value === 0 && digits !== ''))
      refuse('number_out_of_range', '数字超出可以精确表示的范围（±9007199254740991）。', at, true);
    if (/[.eE]/.test(literal) && digits.length > MAX_FRACTIONAL_DIGITS)
      refuse(
        'number_too_precise',
        `带小数或者指数的数字超过 ${MAX_FRACTIONAL_DIGITS} 位有效数字，会被悄悄舍入。`,
        at,
        true,
      );
  }

  function skipWord(word: string): void {
    if (!text.startsWith(word, at)) malformed('值：对象、列表、字符串、数字、true、false 或者 null');
    at += word.length;
  }

  function skipValue(depth: number): void {
    skipSpace();
    const c = text.charCodeAt(at);
    if (c === QUOTE) skipString();
    else if (c === 0x7b) skipObject(depth + 1);
    else if (c === 0x5b) skipList(depth + 1);
    else if (c === 0x74) skipWord('true');
    else if (c === 0x66) skipWord('false');
    else if (c === 0x2d || (c >= 0x30 && c <= 0x39)) skipNumber();
    else skipWord('null');
    skipSpace();
  }

  function checkDepth(depth: number): void {
    if (depth > MAX_DEPTH) refuse('nesting_too_deep', `嵌套超过 ${MAX_DEPTH} 层。`, at);
  }

  function skipObject(depth: number): void {
    checkDepth(depth);
    const keys = new Set<string>();
    at++;
    skipSpace();
    if (text.charCodeAt(at) === 0x7d) {
      at++;
      return;
    }
    for (;;) {
      skipSpace();
      const start = at;
      if (text.charCodeAt(at) !== QUOTE) malformed('加双引号的名称');
      const escaped = skipString();
      const key = escaped ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1);
      path.push(key);
      if (key === '__proto__') refuse('forbidden_key', '不接受名称 __proto__。', start, true);
      if (keys.has(key))
        refuse('duplicate_key', '同一名称在一个对象里出现了两次；以哪一个为准无从判断，请只留一个。', start, true);
      if (keys.size >= maxMembers) refuse('too_many_members', `一个对象的名称超过 ${maxMembers} 个。`, start);
      keys.add(key);
      skipSpace();
      if (text.charCodeAt(at) !== 0x3a) malformed('冒号');
      at++;
      skipValue(depth);
      path.pop();
      const c = text.charCodeAt(at);
      if (c === 0x7d) break;
      if (c !== 0x2c) malformed('逗号或者右花括号 }');
      at++;
    }
    at++;
  }

  function skipList(depth: number): void {
    checkDepth(depth);
    at++;
    skipSpace();
    if (text.charCodeAt(at) === 0x5d) {
      at++;
      return;
    }
    for (let index = 0; ; index++) {
      if (index >= maxMembers) refuse('too_many_members', `一个列表超过 ${maxMembers} 项。`, at);
      path.push(index);
      skipValue(depth);
      path.pop();
      const c = text.charCodeAt(at);
      if (c === 0x5d) break;
      if (c !== 0x2c) malformed('逗号或者右方括号 ]');
      at++;
    }
    at++;
  }

  skipValue(0);
  if (at < text.length) refuse('trailing_data', 'JSON 已经结束，后面还有多余的内容。', at);
}

/** The pointer up to the first key that is no plain identifier. */
function pointerOf(path: readonly (string | number)[]): string {
  const end = path.findIndex((key) => typeof key === 'string' && !PLAIN_KEY.test(key));
  return (end < 0 ? path : path.slice(0, end)).map((key) => `/${key}`).join('');
}
