/** The configuration from the environment, by `schemas/configuration.schema.json`. */
import envSchema from 'env-schema';
import type { Configuration } from './generated/types.ts';
import { schemas } from './schemas.ts';

/**
 * Reads HOST, PORT and LOG_LEVEL; what is not set or is empty gets its default.
 *
 * @throws an error that names each variable and what it may be, never its value
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Readonly<Configuration> {
  const {
    $schema: _dialect,
    $id: _id,
    ...schema
  } = structuredClone(schemas.get('configuration.schema.json')) as Record<string, unknown>;
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  try {
    // env-schema validates by its own Ajv, which coerces: every variable of the environment is a string.
    return (envSchema.default ?? envSchema)({ schema, data: Object.fromEntries(set), env: false }) as Configuration;
  } catch (thrown) {
    throw new Error(explained((thrown as { errors?: readonly { instancePath: string }[] }).errors ?? []));
  }
}

function explained(errors: readonly { readonly instancePath: string }[]): string {
  const properties = schemas.get('configuration.schema.json')?.properties ?? {};
  const lines = [...new Set(errors.map(({ instancePath }) => instancePath.slice(1)))].map((name) => {
    const { title, description, minimum, maximum, enum: allowed } = properties[name] ?? {};
    const range =
      allowed !== undefined ? `可填：${allowed.join('、')}` : minimum === undefined ? '' : `${minimum} 至 ${maximum}`;
    return `${name}（${title}）无效：${description}${range}`;
  });
  return `配置有误 (invalid configuration)：\n${lines.join('\n')}`;
}
