/**
 * `POST /v1/batch/data/{path}`, as Enterprise OPA has it: one entrypoint, many inputs. All inputs are validated first,
 * because a mixed answer (207) has no place for a client's mistake.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkFacts } from '../contract/facts.ts';
import { type ProblemItem, validate } from '../contract/validate.ts';
import { divisionsOf, isObject, refuseFor } from './bodies.ts';
import { httpProblem, isHttpProblem } from './errors.ts';
import { answer, entrypointOf, outcomeOf, send } from './opa-answer.ts';
import { segmentsAfter } from './routes.ts';
import type { Service } from './service.ts';

const INPUT = 'evaluation-request.schema.json#/$defs/EvaluationInput';

/** Inputs of one request. More belong into a stream, which answers as it goes. */
const MAX_INPUTS = 500;

/** Bytes of all inputs after the common one is merged into each: what is common counts each time. */
const MAX_MERGED_BYTES = 1024 * 1024;

/** A key beyond this form may be data and is not repeated in a pointer. */
const PLAIN_ID = /^[A-Za-z0-9_.-]{1,60}$/;

/** Inputs that are evaluated together: enough for all cores, and soon at an end for a client that has left. */
const AT_ONCE = 16;

type Input = readonly [id: string, input: unknown];

type Answers = Readonly<Record<string, object>>;

export async function batch(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const segments = segmentsAfter('/v1/batch/data', request);
  entrypointOf(service, segments);
  const inputs = inputsOf(service, request.body);
  const one = async ([id, input]: Input) => {
    const start = process.hrtime.bigint();
    try {
      const outcome = await outcomeOf(service, segments, input);
      return { id, answered: answer(service, request, { outcome, warning: undefined }, start) };
    } catch (thrown) {
      if (!isHttpProblem(thrown)) throw thrown;
      request.log.error({ code: thrown.problem }, 'failed');
      return { id, failed: { code: 'internal_error', message: `${thrown.message}。` } };
    }
  };
  const answers: Record<string, object> = {};
  const failed: Record<string, object> = {};
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    // Nobody evaluates for a client that has left.
    if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
    for (const done of await Promise.all(inputs.slice(from, from + AT_ONCE).map(one)))
      if ('failed' in done) failed[done.id] = done.failed;
      else answers[done.id] = done.answered;
  }
  const all = [answers, failed] as const;
  const common = { batch_decision_id: request.id };
  if (Object.keys(failed).length === 0) return send(request, reply, { ...common, responses: answers });
  const none = Object.keys(answers).length === 0;
  return send(request, reply.code(none ? 500 : 207), {
    ...common,
    responses: none ? failed : Object.assign({}, ...all.map((some, i) => withStatus(some, i === 0 ? '200' : '500'))),
  });
}

function withStatus(answers: Answers, status: string): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, { ...one, http_status_code: status }]));
}

/** The inputs with the common one merged in, each valid. */
function inputsOf(service: Service, body: unknown): readonly Input[] {
  const inputs = isObject(body) ? body['inputs'] : undefined;
  const common = isObject(body) ? body['common_input'] : undefined;
  if (!isObject(inputs)) refuse('/inputs', '缺少 inputs。', '提交 {"inputs": {"编号": {"facts": {…}}}}。');
  if (common !== undefined && !isObject(common))
    refuse('/common_input', 'common_input 应为对象。', '写成 {"facts": {…}, "options": {…}}，或者不写。');
  const entries = Object.entries(inputs);
  if (entries.length > MAX_INPUTS)
    refuse('/inputs', `inputs 超过 ${MAX_INPUTS} 项。`, '分几次提交，或者用 POST /api/v1/evaluations/stream。');
  const shared = common === undefined ? 0 : JSON.stringify(common).length * entries.length;
  if (shared > MAX_MERGED_BYTES)
    throw httpProblem('too-large', { detail: 'common_input 并入各项以后超过 1 MiB；分几次提交。' });
  const merged = entries.map(([id, input]) => [id, common === undefined ? input : mergedOf(common, input)] as const);
  const problems = merged.flatMap(([id, input], index) => problemsOf(service, input, `/inputs/${nameOf(id, index)}`));
  refuseFor(problems.slice(0, MAX_PROBLEMS));
  return merged;
}

/** Items in one answer. */
const MAX_PROBLEMS = 50;

function nameOf(id: string, index: number): string {
  return PLAIN_ID.test(id) ? id : String(index);
}

function problemsOf(service: Service, input: unknown, at: string): readonly ProblemItem[] {
  const items = validate(INPUT, input);
  const facts = isObject(input) ? input['facts'] : undefined;
  if (items.length > 0) return items.map((item) => ({ ...item, pointer: `${at}${item.pointer}` }));
  return checkFacts(facts, divisionsOf(service), `${at}/facts`);
}

/** Objects are merged member by member; of anything else the input's own wins. */
function mergedOf(common: unknown, own: unknown): unknown {
  if (!isObject(common) || !isObject(own)) return own;
  const merged: Record<string, unknown> = { ...common };
  for (const [name, value] of Object.entries(own))
    merged[name] = Object.hasOwn(common, name) ? mergedOf(common[name], value) : value;
  return merged;
}

function refuse(pointer: string, message: string, remedy: string): never {
  throw httpProblem('schema-violation', {
    detail: `${message}${remedy}`,
    errors: [{ code: 'schema_violation', message, pointer, remedy }],
  });
}
