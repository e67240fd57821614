/** Health and metrics, in OPA's shapes. */
import { type Json, ok, opa, parameter } from './operation.ts';

const HEALTHY: Json = { type: 'object', maxProperties: 0 };
const UNHEALTHY: Json = {
  type: 'object',
  required: ['error', 'failing'],
  properties: {
    error: { type: 'string', maxLength: 120 },
    failing: {
      description: '不正常的部分。',
      type: 'array',
      maxItems: 20,
      items: { type: 'string', maxLength: 60 },
    },
  },
};

const flag = (name: string, description: string): Json =>
  parameter(name, 'query', description, { type: 'string', enum: ['', 'true', 'false'] });

export function operationsPaths(): Json {
  const health = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
    get: opa({
      operationId,
      tag: 'operations',
      summary,
      access: 'public',
      parameters,
      answers: { 200: ok('正常', HEALTHY), 500: ok('不正常', UNHEALTHY) },
    }),
  });
  return {
    '/health': health('getHealth', '是否健康', [
      flag('bundles', '规则包也要装入。'),
      flag('plugins', '各部分也要正常。'),
      parameter('exclude-plugin', 'query', '不看的部分，可以重复。', {
        type: 'array',
        maxItems: 20,
        items: { type: 'string', maxLength: 60 },
      }),
    ]),
    '/health/live': health('getLive', '进程是否活着'),
    '/health/ready': health('getReady', '是否可以接收请求'),
    '/metrics': {
      get: opa({
        operationId: 'getMetrics',
        tag: 'operations',
        summary: '指标（Prometheus 文本格式）',
        access: 'stateless',
        answers: { 200: ok('指标', { type: 'string', maxLength: 1_000_000 }, 'text/plain') },
      }),
    },
  };
}
