/**
 * Faults that an author of rules could make, one at each place where it fits: a threshold one off, another comparison,
 * and for or, a condition left out, an organ or a word of the law for its neighbour, a citation for the next.
 */
import { closing, directly, elements, statements, type Token, tokensOf } from './tokens.ts';

export interface Mutant {
  readonly operator: string;
  /** The line that is changed, from 1. */
  readonly line: number;
  /** What is changed, for a reader. */
  readonly change: string;
  /** The whole source with the fault. */
  readonly source: string;
}

type Edit = readonly [start: number, end: number, text: string];

const COMPARISONS: Readonly<Record<string, string>> = {
  '>=': '>',
  '>': '>=',
  '<=': '<',
  '<': '<=',
  '==': '!=',
  '!=': '==',
};

/** A name of the logic for its opposite. */
const NAMES: Readonly<Record<string, string>> = {
  all_of: 'any_of',
  any_of: 'all_of',
  always: 'never',
  never: 'always',
  max: 'min',
  min: 'max',
};

/** Words of the law by kind; each is exchanged for the next of its kind. */
const WORDS: readonly (readonly string[])[] = [
  ['党委', '政府'],
  ['党委职能部门', '政府工作部门'],
  ['乡镇', '县（市、区）', '市（州）', '省'],
  ['乡镇级', '县级', '市级'],
  ['一般', '较大', '重大', '特别重大'],
  ['机关', '主要负责人'],
  ['township', 'county', 'prefecture', 'province'],
];

const BLOCK = /^# {3}provision: (\S+)$/;

/** Every mutant of a source, in the order of the text. Comments are left alone but for citations. */
export function mutantsOf(source: string): readonly Mutant[] {
  const tokens = tokensOf(source);
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const made = code.flatMap((token, i) => [
    ...threshold(token),
    ...comparison(token),
    ...opposite(code, token, i),
    ...word(token),
    ...leftOut(source, code, token, i),
    ...bodyLines(source, code, token, i),
  ]);
  return [...made, ...citations(source)]
    .sort((a, b) => (a.edits[0]?.[0] ?? 0) - (b.edits[0]?.[0] ?? 0))
    .map(({ operator, change, edits }) => ({
      operator,
      change,
      line: source.slice(0, edits[0]?.[0]).split('\n').length,
      source: edited(source, edits),
    }));
}

interface Made {
  readonly operator: string;
  readonly change: string;
  readonly edits: readonly Edit[];
}

function edited(source: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [start, end, by]) => text.slice(0, start) + by + text.slice(end), source);
}

function replaced(operator: string, { text, start, end }: Token, by: string): Made {
  return { operator, change: `${text} → ${by}`, edits: [[start, end, by]] };
}

function threshold(token: Token): readonly Made[] {
  if (token.kind !== 'number') return [];
  const value = Number(token.text);
  return [value + 1, value - 1].filter((other) => other >= 0).map((other) => replaced('界限±1', token, String(other)));
}

function comparison(token: Token): readonly Made[] {
  const other = token.kind === 'symbol' ? COMPARISONS[token.text] : undefined;
  return other === undefined ? [] : [replaced('比较', token, other)];
}

function opposite(code: readonly Token[], token: Token, i: number): readonly Made[] {
  if (token.kind !== 'name') return [];
  const other = NAMES[token.text];
  if (other !== undefined && code[i + 1]?.text === '(') return [replaced('与或', token, other)];
  if (token.text === 'true') return [replaced('真假', token, 'false')];
  if (token.text === 'false') return [replaced('真假', token, 'true')];
  return [];
}

function word(token: Token): readonly Made[] {
  if (token.kind !== 'string') return [];
  const text = token.text.slice(1, -1);
  return WORDS.flatMap((kind) => {
    const at = kind.indexOf(text);
    return at < 0 ? [] : [replaced('机关和用语', token, `"${kind[(at + 1) % kind.length]}"`)];
  });
}

/** One condition of `logic.all_of([…])` or `logic.any_of([…])` left out, where there are several. */
function leftOut(source: string, code: readonly Token[], token: Token, i: number): readonly Made[] {
  if (!['all_of', 'any_of'].includes(token.text) || code[i + 1]?.text !== '(' || code[i + 2]?.text !== '[') return [];
  const open = i + 2;
  const close = closing(code, open);
  // A comprehension has one element and a body.
  if (code.slice(open, close).some(({ text }) => text === '|')) return [];
  const all = elements(code, open, close);
  if (all.length < 2) return [];
  return all.map(([first, last]) => {
    const [start, end] = [(code[first] as Token).start, (code[last] as Token).end];
    const comma = code[last + 1]?.text === ',' ? (code[last + 1] as Token).end : end;
    const left = comma === end && code[first - 1]?.text === ',' ? (code[first - 1] as Token).start : start;
    return {
      operator: '漏条件',
      change: `漏掉 ${source.slice(start, end).replace(/\s+/g, ' ')}`,
      edits: [[left, comma, '']] as const,
    };
  });
}

/** One condition of a body left out, of a rule or of a comprehension, where there are several; never what names a thing. */
function bodyLines(source: string, code: readonly Token[], token: Token, i: number): readonly Made[] {
  const body = bodyAt(code, token, i);
  if (body === undefined) return [];
  const all = statements(source, code, ...body);
  if (all.length < 2) return [];
  return all
    .filter(([first, last]) => isCondition(code.slice(first, last + 1)))
    .map(([first, last]) => {
      const [start, end] = [(code[first] as Token).start, (code[last] as Token).end];
      const left = code[last + 1]?.text === ';' ? (code[last + 1] as Token).end : end;
      const from = left === end && code[first - 1]?.text === ';' ? (code[first - 1] as Token).start : start;
      const change = `漏掉 ${source.slice(start, end).replace(/\s+/g, ' ')}`;
      return { operator: '漏条件', change, edits: [[from, left, '']] as const };
    });
}

/** The tokens around a body: the braces after `if`, or what follows `|` in brackets. */
function bodyAt(code: readonly Token[], token: Token, i: number): readonly [number, number] | undefined {
  if (token.text === 'if' && code[i + 1]?.text === '{') return [i + 1, closing(code, i + 1)];
  if (token.kind !== 'symbol' || !['[', '{'].includes(token.text)) return undefined;
  const close = closing(code, i);
  const [bar] = directly(code, i, close, ({ text }) => text === '|');
  return bar === undefined ? undefined : [bar, close];
}

function isCondition(tokens: readonly Token[]): boolean {
  return !['some', 'every'].includes(tokens[0]?.text ?? '') && tokens.every(({ text }) => text !== ':=');
}

/** A block cites the provision of the next one, and the other way round. */
function citations(source: string): readonly Made[] {
  const places = [...source.matchAll(new RegExp(BLOCK.source, 'gm'))].map((match) => {
    const eId = match[1] as string;
    const start = match.index + match[0].length - eId.length;
    return { eId, start, end: start + eId.length };
  });
  return places.slice(0, -1).map((place, i) => {
    const next = places[i + 1] as (typeof places)[number];
    return {
      operator: '引用',
      change: `${place.eId} ↔ ${next.eId}`,
      edits: [
        [place.start, place.end, next.eId],
        [next.start, next.end, place.eId],
      ] as const,
    };
  });
}

/** The provision whose block stands last above a line; the file where none does. */
export function provisionAt(source: string, line: number): string | undefined {
  return source
    .split('\n')
    .slice(0, line + 12)
    .map((text, i) => ({ eId: BLOCK.exec(text)?.[1], i: i + 1 }))
    .filter(({ eId, i }) => eId !== undefined && i <= line)
    .at(-1)?.eId;
}
