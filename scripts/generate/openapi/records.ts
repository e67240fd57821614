/** Recorded decisions, and the log that proves them. */
import { type Schema, schemas } from '../../../src/contract/schemas.ts';
import { content, type Json, native, ok, parameter, schema } from './operation.ts';

const ID: Json = { type: 'string', minLength: 36, maxLength: 36 };
const COUNT: Json = { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 };
const READERS = ['submitter', 'reviewer', 'author', 'auditor'];
const EVERYBODY = ['submitter', 'reviewer', 'author', 'auditor', 'administrator'];

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '同一请求的重试用同一个；同一个键和同样的内容得到同一个答复，不会重复记录。',
  schema: { type: 'string', minLength: 1, maxLength: 130, pattern: '^"?[!#-~]{1,128}"?$' },
};

/** An operation that leaves a record. */
function made(operationId: string, summary: string, role: string, body: string, ...problems: readonly number[]): Json {
  return native({
    operationId,
    tag: 'decisions',
    summary,
    access: [role],
    parameters: [IDEMPOTENCY_KEY],
    body: { required: true, ...content(schema(body)) },
    answers: {
      201: {
        ...ok('已记录', schema('Recorded')),
        headers: {
          Location: { description: '记录的网址。', schema: { type: 'string', maxLength: 200 } },
          'Idempotency-Replayed': {
            description: '这是同一个键以前得到的答复。',
            schema: { type: 'string', enum: ['true'] },
          },
        },
      },
    },
    problems: [409, 507, ...problems],
  });
}

/** The properties of `record-search.schema.json` are the parameters of the list. */
function searched(): readonly Json[] {
  const { properties = {} } = schemas.get('record-search.schema.json') ?? {};
  return Object.entries(properties).map(([name, { title: _, description = '', ...rest }]) =>
    parameter(name, 'query', description, localised(rest)),
  );
}

/** A reference to a definition of another file, as the document writes it. */
function localised({ $ref, ...rest }: Schema): Json {
  return $ref === undefined ? { ...rest } : schema($ref.split('/').at(-1) as string);
}

export function recordPaths(): Json {
  const id = parameter('id', 'path', '记录的编号。', ID);
  return {
    '/api/v1/decisions': {
      get: native({
        operationId: 'listDecisions',
        tag: 'decisions',
        summary: '查找记录，新的在前',
        access: READERS,
        parameters: searched(),
        answers: { 200: ok('一页记录', schema('RecordList')) },
        problems: [422],
      }),
      post: made('recordDecision', '评估并留下记录', 'submitter', 'DecisionRequest', 404, 412),
    },
    '/api/v1/decisions/{id}': {
      parameters: [id],
      get: native({
        operationId: 'getDecision',
        tag: 'decisions',
        summary: '一条记录',
        access: READERS,
        answers: { 200: ok('记录', schema('DecisionRecord')) },
        problems: [404],
      }),
    },
    '/api/v1/decisions/{id}/correction': {
      parameters: [id],
      post: made('correctDecision', '以新的决定取代；原来的留在日志里', 'reviewer', 'CorrectionRequest', 404, 412),
    },
    '/api/v1/decisions/{id}/confirmation': {
      parameters: [id],
      post: made('confirmDecision', '复核人的结论', 'reviewer', 'ConfirmationRequest', 404),
    },
    '/api/v1/decisions/{id}/erasure': {
      parameters: [id],
      post: made('eraseDecision', '清除内容；叶和证明不变', 'administrator', 'ErasureRequest', 404),
    },
    '/api/v1/decisions/{id}/replay': {
      parameters: [id],
      post: native({
        operationId: 'replayDecision',
        tag: 'decisions',
        summary: '以原来的输入再评估一次，逐条比较',
        access: READERS,
        parameters: [
          parameter('rules', 'query', '所用的规则：current 正在运行的，recorded 作出决定时的（数据目录里留存的）。', {
            type: 'string',
            enum: ['current', 'recorded'],
            default: 'current',
          }),
        ],
        answers: { 200: ok('重放', schema('Replay')) },
        problems: [404, 409, 410],
      }),
    },
    '/api/v1/decisions/{id}/evidence': {
      parameters: [id],
      get: native({
        operationId: 'getEvidence',
        tag: 'decisions',
        summary: '一个决定的证据包，可以离线核对',
        description: '.tar.gz：叶、输入、输出、证明、检查点、公钥、契约、两个规则包和核对程序。见 docs/records.md。',
        access: READERS,
        parameters: [
          parameter('first', 'query', '审计人的旧检查点的叶数：从它到最新检查点的一致性证明也放进包里。', {
            ...COUNT,
            minimum: 1,
          }),
        ],
        answers: { 200: ok('证据包', { type: 'string', contentMediaType: 'application/gzip' }, 'application/gzip') },
        problems: [404, 409],
      }),
    },
    '/api/v1/decisions/{id}/verification': {
      parameters: [id],
      get: native({
        operationId: 'verifyDecision',
        tag: 'decisions',
        summary: '逐项核对一条记录',
        access: READERS,
        answers: { 200: ok('核对', schema('Verification')) },
        problems: [404],
      }),
    },
    ...logPaths(),
  };
}

function logPaths(): Json {
  const read = (
    operationId: string,
    summary: string,
    answer: Json,
    parameters: readonly Json[] = [],
    access = EVERYBODY,
  ): Json => ({
    get: native({
      operationId,
      tag: 'log',
      summary,
      access,
      parameters,
      answers: { 200: answer },
      problems: [404],
    }),
  });
  return {
    '/api/v1/log/checkpoint': read(
      'getCheckpoint',
      '最新的检查点（C2SP tlog-checkpoint）',
      ok('检查点', { type: 'string', maxLength: 4000 }, 'text/plain'),
    ),
    '/api/v1/log/keys': read(
      'listLogKeys',
      '日志的公钥，每行一个；因遗失或者被盗而更换的除外',
      ok('公钥', { type: 'string', maxLength: 20_000 }, 'text/plain'),
    ),
    '/api/v1/log/verification': read(
      'verifyLog',
      '核对全部记录；记录多的要几分钟',
      ok('核对', schema('LogVerification')),
      [],
      ['auditor', 'administrator'],
    ),
    '/api/v1/log/proof/inclusion': read('proveInclusion', '包含证明', ok('证明', schema('InclusionProof')), [
      parameter('index', 'query', '叶的位置；与 id 给出一个。', COUNT),
      parameter('id', 'query', '记录的编号。', ID),
      parameter('size', 'query', '树的大小；不给出为最新的检查点。', COUNT),
    ]),
    '/api/v1/log/proof/consistency': read('proveConsistency', '一致性证明', ok('证明', schema('ConsistencyProof')), [
      { ...parameter('first', 'query', '较早的树的大小。', COUNT), required: true },
      parameter('second', 'query', '较晚的树的大小；不给出为最新的检查点。', COUNT),
    ]),
  };
}
