/** Rego as a list of tokens with their places: just enough to change one of them. Comments are tokens of their own. */

export type TokenKind = 'comment' | 'string' | 'number' | 'name' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /(?<comment>#[^\n]*)|(?<string>\$?"(?:\\.|[^"\\])*"|\$?`[^`]*`)|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol>:=|==|!=|<=|>=|[-+*/%&|<>=()[\]{},.:])/g;

export function tokensOf(source: string): readonly Token[] {
  return [...source.matchAll(PATTERN)].map((match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] as TokenKind;
    return { kind, text: match[0], start: match.index, end: match.index + match[0].length };
  });
}

const OPENERS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSERS = new Set(OPENERS.values());

/** The index of the token that closes the bracket at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'symbol') continue;
    if (OPENERS.has(text)) depth += 1;
    if (CLOSERS.has(text)) depth -= 1;
    if (depth === 0) return i;
  }
  return tokens.length - 1;
}

/** The elements between the brackets at `open` and `close` as pairs of token indices, both inclusive. */
export function elements(
  tokens: readonly Token[],
  open: number,
  close: number,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let depth = 0;
  let first = open + 1;
  for (let i = open + 1; i <= close; i += 1) {
    const { kind, text } = tokens[i] as Token;
    const opens = kind === 'symbol' && OPENERS.has(text);
    const closes = kind === 'symbol' && CLOSERS.has(text);
    if (depth === 0 && (i === close || (kind === 'symbol' && text === ','))) {
      if (i > first) found.push([first, i - 1]);
      first = i + 1;
    }
    if (opens) depth += 1;
    if (closes) depth -= 1;
  }
  return found;
}
