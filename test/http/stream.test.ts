/** Streams of cases over HTTP, through the real workers. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import t, { type Test } from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { buildApp } from '../../src/http/app.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { createService } from '../../src/service.ts';

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: Record<string, unknown> };
const service = await createService();
// A request must have arrived within 0.7 s; a busy machine must not count as overload.
const limits = { requestTimeoutMs: 700, headersTimeoutMs: 500, checkIntervalMs: 100, maxEventLoopDelayMs: 0 };
const app = buildApp(service, { limits });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const URL_OF_STREAM = `${url}/api/v1/evaluations/stream`;
const HEADERS = { 'content-type': 'application/x-ndjson' };
const small = (deaths: number, id?: string) =>
  JSON.stringify({ ...(id === undefined ? {} : { id }), question: 'grade', facts: { accident: { deaths } } });

interface Line {
  readonly line?: number;
  readonly id?: string;
  readonly result?: { readonly status: string; readonly grade: { readonly least: string } };
  readonly problem?: { readonly code: string; readonly errors?: readonly { readonly pointer: string }[] };
  readonly summary?: Readonly<Record<string, unknown>>;
}

async function answers(body: string, query = ''): Promise<readonly Line[]> {
  const response = await fetch(`${URL_OF_STREAM}${query}`, { method: 'POST', headers: HEADERS, body });
  t.equal(response.status, 200);
  t.match(response.headers.get('content-type'), /^application\/x-ndjson/);
  return linesOf(await response.text());
}

function linesOf(text: string): readonly Line[] {
  t.ok(text.endsWith('\n'));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

t.test('every line is answered in its order, as the entrypoint answers it, and the last line sums up', async (t) => {
  const lines = await answers(
    `${small(3, '甲')}\n\n${small(12)}\n${JSON.stringify({ question: 'addressees', facts })}`,
  );

  t.same(
    lines.slice(0, -1).map(({ line, id, result }) => [line, id, result?.grade.least]),
    [
      [1, '甲', '较大'],
      [3, undefined, '重大'],
      [4, undefined, '重大'],
    ],
  );
  const alone = await service.evaluate('questions/addressees/answer', facts, {});
  t.equal(canonicalize(lines[2]?.result), canonicalize(alone));
  t.same(lines.at(-1)?.summary, {
    lines: 3,
    determined: 0,
    indeterminate: 3,
    notApplicable: 0,
    refused: 0,
    failed: 0,
    bundle: { revision: service.revision, sha256: builtInBundles.wasm.sha256 },
  });
  for (const line of lines) t.same(validate('stream.schema.json#/$defs/StreamResult', line), []);
});

t.test('a bad line is answered in its place with a problem that repeats no value, and the rest goes on', async (t) => {
  const lines = await answers(
    [
      small(3),
      '{"question": "grade", "facts": ',
      '{"question":"grade","facts":{"accident":{"deaths":1,"deaths":2}}}',
      '{"id":"x","question":"grade","facts":{"accident":{"deaths":"张三"}}}',
      '{"question":"grade","facts":{"accident":{"divisionCode":"420330"}}}',
      '{"question":"none","facts":{}}',
      '{"question":"grade","facts":{},"options":{"sensitivity":"all"}}',
      `{"question":"grade","facts":{},"x":"${'张三'.repeat(20_000)}"}`,
      small(12),
    ].join('\n'),
  );

  t.same(
    lines.slice(0, -1).map(({ line, result, problem }) => [line, result?.grade.least ?? problem?.code]),
    [
      [1, '较大'],
      [2, 'malformed-json'],
      [3, 'duplicate-key'],
      [4, 'schema-violation'],
      [5, 'schema-violation'],
      [6, 'unknown-entrypoint'],
      [7, 'schema-violation'],
      [8, 'too-large'],
      [9, '重大'],
    ],
  );
  t.equal(lines[3]?.id, 'x');
  t.equal(lines[3]?.problem?.errors?.[0]?.pointer, '/facts/accident/deaths');
  t.match(lines.at(-1)?.summary, { lines: 9, refused: 7, failed: 0 });
  t.notMatch(JSON.stringify(lines), /张三/);
  for (const line of lines) t.same(validate('stream.schema.json#/$defs/StreamResult', line), []);
});

t.test('with form=decision the results have their texts; another form is refused', async (t) => {
  const [first] = await answers(small(12), '?form=decision');

  t.hasProp(first?.result ?? {}, 'summary');
  const other = await fetch(`${URL_OF_STREAM}?form=memo`, { method: 'POST', headers: HEADERS, body: small(1) });
  t.equal(other.status, 400);
});

t.test('two thousand lines come back complete and in order', async (t) => {
  const lines = await answers(Array.from({ length: 2000 }, (_, i) => small(i % 40, `n${i}`)).join('\n'));

  t.equal(lines.length, 2001);
  t.ok(lines.slice(0, -1).every(({ line, id }, i) => line === i + 1 && id === `n${i}`));
});

t.test('an empty stream is summed up; any other type of content is refused', async (t) => {
  t.match((await answers('\n'))[0]?.summary, { lines: 0 });
  for (const type of ['application/json', 'application/x-ndjson; charset=gbk', 'text/plain']) {
    const refused = await fetch(URL_OF_STREAM, { method: 'POST', headers: { 'content-type': type }, body: small(1) });
    t.equal(refused.status, 415, type);
  }
});

/** A stream by hand: lines are written when the test wants, and results read while it goes on. */
function opened(t: Test) {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  t.teardown(() => socket.destroy());
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => {
    text += data;
  });
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/v1/evaluations/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const send = (data: string) => socket.write(`${Buffer.byteLength(data).toString(16)}\r\n${data}\r\n`);
  const until = async (pattern: RegExp) => {
    while (!pattern.test(text) && !socket.destroyed) await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    return text;
  };
  return { socket, send, until, received: () => text };
}

t.test('a line is answered while the stream is still open, longer than a request may take to arrive', async (t) => {
  const stream = opened(t);

  stream.send(`${small(3)}\n`);
  t.match(await stream.until(/"line":1,/), /较大/);
  await sleep(1200);
  stream.send(`${small(12)}\n`);
  t.match(await stream.until(/"line":2,/), /重大/);
  stream.socket.write('0\r\n\r\n');

  t.match(await stream.until(/"summary"/), /"lines":2/);
});

t.test('a reader that takes nothing stops the reading, and one that leaves stops the work', async (t) => {
  let read = 0;
  let left = false;
  async function* endless() {
    try {
      for (;;) {
        read += 1;
        yield Buffer.from(`${small(3)}\n`.repeat(50));
      }
    } finally {
      left = true;
    }
  }
  const pieces = service.stream(endless(), 'answer');

  await pieces.next();
  await sleep(500);
  const before = read;
  await sleep(500);
  t.equal(read, before, 'nothing more is read while nobody takes the results');
  t.ok(read < 50, `${read} chunks read ahead`);
  await pieces.return(undefined);
  await sleep(50);
  t.equal(left, true, 'the source is closed with the reader');
});

t.test('a client that disconnects in the middle leaves a service that answers', async (t) => {
  const stream = opened(t);
  stream.send(`${small(3)}\n`.repeat(500));
  await stream.until(/"line":1,/);
  stream.socket.destroy();
  await sleep(100);

  const lines = await answers(small(12));

  t.equal(lines[0]?.result?.grade.least, '重大');
});
