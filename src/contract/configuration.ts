/** The configuration from the environment, by `schemas/configuration.schema.json`. */
import type { ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Configuration } from './generated/types.ts';
import { editDistance, nearestName } from './nearest.ts';
import { type Schema, schemas } from './schemas.ts';

/** Variables of this name that other programs of the project read: the tools, the tests, the command line. */
const OTHERS = /^TONGZE_(CACHE|REQUIRE_TOOLS|DEBUG|TEST_\w+)$/;

/** What Kubernetes sets in every container beside a service that is called tongze. */
const OF_KUBERNETES = /^TONGZE_(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?)$/;

type Environment = Readonly<Record<string, string | undefined>>;

const Ajv = Ajv2020.default ?? Ajv2020;
// Every variable is a string, and what is not set has its default: unlike at every other edge, values are coerced.
const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true, removeAdditional: true });
const conforms = ajv.compile({ ...schemas.get('configuration.schema.json') });

/** The variables of the service by name, in the order of the schema. */
export const VARIABLES: Readonly<Record<string, Schema>> = schemas.get('configuration.schema.json')?.properties ?? {};

/**
 * Reads the variables that the schema knows; what is not set or is empty gets its default.
 *
 * @throws an error that names each variable and what it may be, never its value; also for a variable that looks like
 *   one of the service and is none
 */
export function readConfiguration(environment: Environment): Readonly<Configuration> {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const values: unknown = Object.fromEntries(set);
  const faults = [
    ...(conforms(values) ? [] : explained(conforms.errors ?? [])),
    ...strangers(set.map(([name]) => name)),
  ];
  if (faults.length > 0)
    throw new Error(`配置有误 (invalid configuration)：\n${faults.map((line) => `  ${line}`).join('\n')}`);
  return values as Configuration;
}

/** 监听的端口；0 由系统分配。可填：0 至 65535 的整数。 */
export function explain({ description = '', ...schema }: Schema): string {
  return `${description}${allowed(schema)}`;
}

function allowed({ type, minimum, maximum, enum: values, maxLength }: Schema): string {
  if (values !== undefined) return `可填：${values.join('、')}。`;
  if (type === 'boolean') return '可填：true、false。';
  if (type === 'integer') return `可填：${minimum} 至 ${maximum} 的整数。`;
  return maxLength === undefined ? '' : `最多 ${maxLength} 个字符。`;
}

function explained(errors: readonly ErrorObject[]): readonly string[] {
  const lines = errors.map(({ keyword, instancePath, params }) => {
    if (keyword === 'dependentRequired') {
      const { property, missingProperty } = params as { property: string; missingProperty: string };
      return `${titled(property)}要与 ${titled(missingProperty)}同时给出，或者都不填。`;
    }
    if (keyword === 'required') return `缺少 ${titled(params['missingProperty'] as string)}。`;
    const name = instancePath.slice(1);
    return `${titled(name)}无效：${explain(VARIABLES[name] ?? {})}`;
  });
  return [...new Set(lines)];
}

const titled = (name: string) => `${name}（${VARIABLES[name]?.title ?? ''}）`;

/** A misspelt variable would be a default that nobody chose. */
function strangers(names: readonly string[]): readonly string[] {
  const known = Object.keys(VARIABLES);
  return names
    .filter((name) => isLike(name, known) && !isKnown(name))
    .map((name) => {
      const meant = nearestName(name, known);
      return `${name} 不是本服务的变量；${meant === undefined ? '删去它。' : `是不是 ${titled(meant)}？`}全部变量见 docs/configuration.md。`;
    });
}

/** TONGZE_ with whatever follows, in any case; TONGZ_ and the like only where a variable is near. */
function isLike(name: string, known: readonly string[]): boolean {
  const [first = '', ...rest] = name.toUpperCase().split(/[_-]/);
  if (rest.length === 0) return false;
  return first === 'TONGZE' || (editDistance(first, 'TONGZE') < 2 && nearestName(name, known) !== undefined);
}

function isKnown(name: string): boolean {
  return Object.hasOwn(VARIABLES, name) || OTHERS.test(name) || OF_KUBERNETES.test(name);
}
