/** Traces against a collector of our own: what it receives is all that leaves the service. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { startService } from '../support/process.ts';

const CANARY = '金丝雀王某';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

t.test('a configured collector gets spans without content, in the trace of the caller', async (t) => {
  const received: string[] = [];
  const collector = createServer((request, response) => {
    request.setEncoding('utf8');
    request.on('data', (chunk) => received.push(chunk));
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  }).listen(0, '127.0.0.1');
  t.teardown(() => collector.close());
  await new Promise((resolve) => collector.once('listening', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const { address, stop } = await startService(t, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const facts = { accident: { deaths: 3 } };
  const headers = { 'content-type': 'application/json', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };

  const answer = await fetch(`${address}/api/v1/evaluations`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ question: 'grade', facts }),
  });
  await fetch(`${address}/v1/data/questions/grade/answer?input=${encodeURIComponent(CANARY)}`);
  await fetch(`${address}/${encodeURIComponent(CANARY)}`);
  await stop();

  t.equal(answer.status, 200);
  const text = received.join('');
  const spans = received
    .flatMap((body) => JSON.parse(body).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ spans }) => spans) as Span[];
  const root = spans.find(({ name, traceId }) => name === 'request' && traceId === TRACE);
  const evaluation = spans.find(({ name, traceId }) => name === 'evaluate' && traceId === TRACE);
  t.equal(root?.parentSpanId, '00f067aa0ba902b7');
  t.equal(evaluation?.parentSpanId, root?.spanId, 'the evaluation lies within the request');
  t.strictSame(
    evaluation?.attributes.map(({ key, value }) => [key, value.stringValue]),
    [
      ['tongze.question', 'grade'],
      ['tongze.form', 'decision'],
      ['tongze.outcome', 'indeterminate'],
    ],
  );
  t.equal(spans.filter(({ name }) => name === 'request').length, 3);
  t.notMatch(text, CANARY);
  t.notMatch(text, encodeURIComponent(CANARY));
  t.notMatch(text, /url\.path|exception|process\.command/);
});

t.test('the SDK of OpenTelemetry is loaded only with a collector', async (t) => {
  const folder = t.testdir({
    'tell.mjs': `import { registerHooks } from 'node:module';
      registerHooks({
        load: (url, context, next) => {
          if (url.includes('/@opentelemetry/sdk-') || url.includes('/@fastify/otel/')) console.log('loads', url);
          return next(url, context);
        },
      });`,
  });
  const args = ['--import', `${folder}/tell.mjs`, 'src/main.ts'];
  const loads = async (environment: Readonly<Record<string, string>>) => {
    const { lines, stop } = await startService(t, environment, args);
    await stop();
    return lines.filter((line) => line.startsWith('loads')).length;
  };

  t.equal(await loads({}), 0);
  t.ok((await loads({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })) > 0);
});
