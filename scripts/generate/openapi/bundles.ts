/** Bundles in operation, and their change by an administrator. */
import { content, type Json, native, ok, schema } from './operation.ts';

export function bundlePaths(): Json {
  const change = (operationId: string, summary: string): Json => ({
    post: native({
      operationId,
      tag: 'operations',
      summary,
      access: ['administrator'],
      body: { required: true, ...content(schema('BundleChangeRequest')) },
      answers: { 200: ok('已更换', schema('BundleActivation')) },
      problems: [507],
    }),
  });
  return {
    '/api/v1/bundles': {
      get: native({
        operationId: 'listBundles',
        tag: 'operations',
        summary: '正在运行的、可以启用的和用过的规则包，以及每一次更换',
        access: ['author', 'auditor', 'administrator'],
        answers: { 200: ok('规则包', schema('BundleList')) },
        problems: [422],
      }),
    },
    '/api/v1/bundles/activation': change('activateBundle', '启用来源里的一个规则包'),
    '/api/v1/bundles/rollback': change('rollbackBundle', '退回用过的规则包'),
  };
}
