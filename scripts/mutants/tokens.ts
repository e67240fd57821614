/** Rego as a list of tokens with their places: just enough to change one of them. Comments are tokens of their own. */

export type TokenKind = 'comment' | 'string' | 'number' | 'name' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /(?<comment>#[^\n]*)|(?<string>\$?"(?:\\.|[^"\\])*"|\$?`[^`]*`)|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol>:=|==|!=|<=|>=|[-+*/%&|<>=()[\]{},.:;])/g;

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

/** A run of tokens by the indices of its first and its last. */
export type Span = readonly [first: number, last: number];

/** The indices of tokens directly between the brackets at `open` and `close`, in no bracket of their own, that are wanted. */
export function directly(
  tokens: readonly Token[],
  open: number,
  close: number,
  wanted: (token: Token, i: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let i = open + 1; i < close; i += 1) {
    const token = tokens[i] as Token;
    if (wanted(token, i)) found.push(i);
    if (token.kind === 'symbol' && OPENERS.has(token.text)) i = closing(tokens, i);
  }
  return found;
}

/** The elements between the brackets at `open` and `close`. */
export function elements(tokens: readonly Token[], open: number, close: number): readonly Span[] {
  const commas = directly(tokens, open, close, ({ kind, text }) => kind === 'symbol' && text === ',');
  return spans(
    [open, ...commas].map((at) => at + 1),
    [...commas, close],
  );
}

/** The statements of a body between `open` and `close`: each ends with its line or with a semicolon. */
export function statements(source: string, tokens: readonly Token[], open: number, close: number): readonly Span[] {
  const starts = directly(tokens, open, close, ({ start, text }, i) => {
    const before = tokens[i - 1] as Token;
    return text !== ';' && (i === open + 1 || before.text === ';' || source.slice(before.end, start).includes('\n'));
  });
  const ends = [...starts.slice(1), close].map((next) => (tokens[next - 1]?.text === ';' ? next - 1 : next));
  return spans(starts, ends);
}

/** Of each start and the index after its end; what is empty is left out. */
function spans(starts: readonly number[], ends: readonly number[]): readonly Span[] {
  return starts.map((start, i): Span => [start, (ends[i] as number) - 1]).filter(([first, last]) => first <= last);
}
