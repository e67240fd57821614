/** The process: configuration, the service, HTTP, and a stop that lets running requests end. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { createAuthentication } from './access/authentication.ts';
import { listeningOf } from './access/listening.ts';
import { createReadLog } from './access/read-log.ts';
import { createDesk } from './bundles.ts';
import { readConfiguration } from './contract/configuration.ts';
import { buildApp } from './http/app.ts';
import type { BundleOperations } from './http/bundles.ts';
import { buildDiagnostics } from './http/diagnostics.ts';
import { createEvidence, createKept, isOf, replayerOf } from './kept.ts';
import { messageOf } from './kernel/system-error.ts';
import { createMetrics } from './operations/metrics.ts';
import { startTelemetry } from './operations/telemetry.ts';
import { BUILT_IN } from './policy/shelf.ts';
import { ActivationAltered } from './records/activations.ts';
import { NOT_OURS, type StoreFailed, toldOf } from './records/failures.ts';
import { openRecords } from './records/open.ts';
import { pathsOf } from './records/open-log.ts';
import { latestCheckpoint } from './records/reading.ts';
import { createVerifying } from './records/verifying.ts';
import { activationOf, createRunning } from './running.ts';
import type { TongzeService } from './service.ts';

/** Milliseconds that running requests have to end: twice the deadline of an evaluation. */
const GRACE_MS = 10_000;

/** Nothing is served by a configuration that is not understood, or that would let in whom it should not. */
async function configured() {
  try {
    const configuration = readConfiguration(process.env);
    const listening = listeningOf(configuration);
    return { configuration, listening, authentication: await createAuthentication(configuration, tell) };
  } catch (thrown) {
    console.error(messageOf(thrown as Error));
    process.exit(2);
  }
}

/** A fault of who is known, met while running: for the operator, not for whoever asks. */
function tell(fault: Error): void {
  app.log.error({ code: 'access-fault' }, fault.message);
}

/** A bundle or an edition of the division table that is not whole decides nothing. */
async function loaded() {
  try {
    const activations = desk.activations();
    return { activations, first: await desk.load(activations.at(-1)?.bundle ?? BUILT_IN) };
  } catch (thrown) {
    console.error(messageOf(thrown as Error));
    process.exit(2);
  }
}

/** Without its records the service does not start: a decision that cannot be kept must not be made. */
async function recorded() {
  try {
    const hooks = { onBroken, onWitnessFailure };
    const by = activations.map(activationOf);
    const opened = await openRecords(configuration, first.origin, first.decideToRecord, hooks, by);
    if (opened.key === 'made')
      console.error(
        `新建了日志的密钥。公钥只在此显示一次，请交给审计人：\n${opened.verifier.text}\n` +
          '私钥须另行备份，见 docs/records.md (a new log key was made: back it up, give the public key to auditors)',
      );
    if (opened.key === 'unused')
      console.error(
        '还没有记录而日志的密钥早已有了，从第一条开始记。这个密钥从前签过记录的，数据库不是原来的：立即停止服务，' +
          '恢复备份，见 docs/records.md (an empty log with a key that was there: if it has signed records, restore them)',
      );
    return opened;
  } catch (thrown) {
    if (thrown instanceof ActivationAltered) {
      console.error(thrown.message);
      process.exit(2);
    }
    console.error(`记录的存储打不开 (the records cannot be opened)：${toldOf(thrown)}`);
    process.exit(1);
  }
}

/** Milliseconds for the answers that tell of it. */
const LAST_WORDS_MS = 200;

/** Nobody knows what a disk holds that did not do what was asked; a supervisor starts again from what it gives back. */
function onBroken({ cause }: StoreFailed): void {
  const { code = 'unknown', message } = (cause ?? {}) as { readonly code?: string; readonly message?: string };
  console.error(
    code === NOT_OURS
      ? `${message}，服务停止 (the service stops)`
      : `磁盘没有照做（${code}），服务停止：先检查磁盘，再启动 (the disk failed; the service stops)`,
  );
  setTimeout(() => process.exit(1), LAST_WORDS_MS);
}

function onWitnessFailure(error: unknown): void {
  const { code = 'unknown' } = error as { readonly code?: string };
  console.error(
    `检查点的文件 ${resolve(pathsOf(configuration).checkpoints)} 写不进去（${code}），每秒再试；` +
      '核对它的目录，或者用 TONGZE_CHECKPOINTS 另指一处 (the file of checkpoints cannot be written)',
  );
}

const { configuration, listening, authentication } = await configured();
const endpoint = configuration.OTEL_EXPORTER_OTLP_ENDPOINT;
const telemetry = endpoint === undefined ? undefined : await startTelemetry(endpoint);
const metrics = createMetrics(true);
const desk = createDesk(configuration, { evaluated: metrics.evaluated });
const { first, activations } = await loaded();
const records = await recorded();
const { store, verifier } = records;
let draining = false;
const parts = [
  { name: 'drain', isReady: () => !draining },
  {
    name: 'store',
    isReady: async () => {
      await records.check();
      return (await latestCheckpoint(store)) !== undefined;
    },
  },
];
const readLog = createReadLog(resolve(configuration.TONGZE_DATA));
const kept = createKept(configuration.TONGZE_DATA);
const verifying = createVerifying(configuration, verifier);
const evidence = createEvidence(configuration.TONGZE_DATA, store, [verifier]);

/** The whole of HTTP for one bundle. */
function appOf(service: TongzeService, bundles: BundleOperations): FastifyInstance {
  const { origin, decideToRecord } = service;
  const recording = service === first ? records.recording : records.recordingOf(origin, decideToRecord);
  const replayer = replayerOf(service);
  const made = buildApp(service, {
    ...configuration,
    listening,
    authentication,
    // It outlives the bundle.
    readLog: { ...readLog, close: async () => undefined },
    metrics,
    telemetry,
    records: {
      store,
      recording,
      verifier,
      replayer,
      replaying: (leaf, work) => (isOf(service, leaf) ? work(replayer) : kept.replaying(leaf, work)),
      evidence,
      verifyAll: verifying.verify,
    },
    parts,
    bundles,
  });
  // A client behind a kept connection would never look for another node.
  made.addHook('onSend', async (_request, reply) => void (draining && reply.header('connection', 'close')));
  return made;
}

const running = createRunning({
  desk,
  service: first,
  activations,
  appOf,
  record: (service, by) => records.recordingOf(service.origin, service.decideToRecord).activate(activationOf(by)),
  onChange: ({ revision }) =>
    console.error(`换上规则修订 ${revision.slice(0, 12)} (another bundle decides from now on)`),
  onFault: (error) => console.error(`没有换规则包，原来的照常运行：${error.message}`),
});
const { app } = running;
metrics.watch(() => running.service().usage());

const diagnostics = buildDiagnostics(metrics, parts);

const drainMs = configuration.TONGZE_DRAIN_SECONDS * 1000;
const grace = closeWithGrace({ delay: drainMs + GRACE_MS }, async ({ err, signal }) => {
  if (err) app.log.error(err);
  draining = true;
  if (signal !== undefined) {
    console.error(`收到 ${signal}，${drainMs > 0 ? `${drainMs / 1000} 秒后` : ''}停止 (stopping)`);
    await sleep(drainMs);
  }
  await close();
});

async function close(): Promise<void> {
  // Who waits for it would hold up the stop for minutes.
  await verifying.close();
  await running.close();
  // Last: a probe learns until the end that requests should go elsewhere.
  await diagnostics.close();
  await readLog.close();
  await kept.close();
  await records.close();
  await telemetry?.stop().catch((error) => app.log.warn({ type: error.name }, 'traces were lost'));
}

/** Listens where it is configured; what a supervisor reads is the address, or why there is none. */
async function listen(server: FastifyInstance, [hostName, host]: Named<string>, [portName, port]: Named<number>) {
  try {
    // The name would open a second socket (::1) that a change of the bundle could not reach.
    return await server.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new Error(
      code === 'EADDRINUSE'
        ? `端口 ${port} 已被占用：请用 ${portName}=其他端口 重新启动 (the port is in use: set ${portName})`
        : `不能在 ${host}:${port} 上监听，核对 ${hostName}：${message}`,
    );
  }
}

/** A variable and its value. */
type Named<T> = readonly [name: string, value: T];

try {
  const { HOST, PORT, TONGZE_DIAGNOSTIC_HOST, TONGZE_DIAGNOSTIC_PORT } = configuration;
  const probes =
    TONGZE_DIAGNOSTIC_PORT === undefined
      ? undefined
      : await listen(
          diagnostics,
          ['TONGZE_DIAGNOSTIC_HOST', TONGZE_DIAGNOSTIC_HOST],
          ['TONGZE_DIAGNOSTIC_PORT', TONGZE_DIAGNOSTIC_PORT],
        );
  const address = await listen(app, ['HOST', HOST], ['PORT', PORT]);
  console.log(`同责 Tongze ${first.version}：${address}  规则修订 ${first.revision.slice(0, 12)}`);
  for (const { edition, sha256 } of first.addedEditions) console.log(`  添加的区划版本 ${edition}：${sha256}`);
  if (probes !== undefined) console.log(`  健康和指标 ${probes}`);
} catch (thrown) {
  console.error((thrown as Error).message);
  // `grace.close()` would end the process with 0.
  grace.uninstall();
  process.exitCode = 1;
  await close();
}
