/** Validation against the contract, in words: what is wrong, where, and what would be right. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ProblemItem as GeneratedItem } from './generated/types.ts';
import type { ItemCode } from './items.ts';
import { nearestName } from './nearest.ts';
import { type Located, NAMES, resolved, rootOf, type Schema, schemaAt, schemas } from './schemas.ts';

/** One thing that is wrong. Neither text nor pointer repeats a value of the request. */
export type ProblemItem = Readonly<GeneratedItem> & { readonly code: ItemCode };

/** Items in one answer; the last says how many are left out. */
export const MAX_ITEMS = 50;

/** A key beyond this form may be data (a name typed as a key) and is not repeated. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

// CommonJS packages without `exports.default` handling: the function is the `default` of the namespace.
const Ajv = Ajv2020.default ?? Ajv2020;
const formats = addFormats.default ?? addFormats;

function compilerOf(all: ReadonlyMap<string, Schema>): InstanceType<typeof Ajv> {
  const made = new Ajv({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
  });
  formats(made, ['date']);
  for (const schema of all.values()) made.addSchema(schema);
  return made;
}

const ajv = compilerOf(schemas);

/**
 * The compiled validator of a schema, `facts.schema.json` or `evaluation-request.schema.json#/$defs/OpaRequest`.
 *
 * @param contract another version of the contract than the program's own
 */
export function validatorOf(schemaId: string, contract?: ReadonlyMap<string, Schema>): ValidateFunction {
  const validator = (contract === undefined ? ajv : compilerOf(contract)).getSchema(schemaId);
  if (validator === undefined) throw new Error(`no schema ${schemaId}`);
  return validator;
}

/**
 * What is wrong with a value, one item per pointer, at most 50.
 *
 * @param schemaId the `$id` of a schema, or one of its definitions after `#/$defs/`
 * @returns an empty list when the value conforms
 */
export function validate(schemaId: string, value: unknown): readonly ProblemItem[] {
  const validator = validatorOf(schemaId);
  if (validator(value)) return [];
  return itemsOf(schemaId, validator.errors ?? []);
}

/** Lower is nearer to the cause. */
const RANK: Readonly<Record<string, number>> = {
  type: 0,
  enum: 1,
  minimum: 2,
  maximum: 2,
  maxLength: 3,
  minLength: 3,
  format: 4,
  pattern: 5,
};

function itemsOf(schemaId: string, errors: readonly ErrorObject[]): readonly ProblemItem[] {
  const telling = errors.filter((error) => !isNoise(error));
  const nearest = new Map<string, ErrorObject>();
  for (const error of telling.length > 0 ? telling : errors) {
    const pointer = rawPointer(error);
    const other = nearest.get(pointer);
    if (other === undefined || rank(error) < rank(other)) nearest.set(pointer, error);
  }
  const all = [...nearest.values()];
  if (all.length <= MAX_ITEMS) return all.map((error) => item(schemaId, error));
  const left = all.length - MAX_ITEMS + 1;
  return [
    ...all.slice(0, MAX_ITEMS - 1).map((error) => item(schemaId, error)),
    {
      code: 'more_problems',
      message: `另有 ${left} 处错误没有列出。`,
      pointer: '',
      remedy: '先改正已经列出的，再提交一次。',
    },
  ];
}

/** That a value is not null either, or that no branch beside null fits, says nothing of what is wrong. */
function isNoise({ keyword, params, schemaPath }: ErrorObject): boolean {
  return (
    ['anyOf', 'if', 'propertyNames'].includes(keyword) ||
    (keyword === 'type' && params['type'] === 'null' && schemaPath.includes('/anyOf/'))
  );
}

function rank({ keyword, parentSchema, data }: ErrorObject): number {
  // Of an instant without its time "too short" would not tell what is wanted.
  if (['minLength', 'maxLength'].includes(keyword) && isForm(parentSchema as Schema) && data !== '') return 6;
  return RANK[keyword] ?? 9;
}

/** Whether a text has a form, as an instant or an id has, beyond the characters that no text may hold. */
function isForm({ pattern }: Schema): boolean {
  return pattern !== undefined && !pattern.startsWith('^[^') && pattern !== '\\S';
}

/** Tells items apart; only `pointerOf` is shown. */
function rawPointer({ instancePath, params, propertyName }: ErrorObject): string {
  const name = params['additionalProperty'] ?? params['missingProperty'] ?? propertyName;
  return name === undefined ? instancePath : `${instancePath}/${name}`;
}

function item(schemaId: string, error: ErrorObject): ProblemItem {
  const { keyword, instancePath: pointer, params } = error;
  const here = schemaAt(schemaId, pointer) ?? rootOf(schemaId);
  if (keyword === 'enum' && error.propertyName !== undefined) return excludedName(here, error);
  const key = String(params['additionalProperty']);
  switch (keyword) {
    case 'additionalProperties':
      return unknownProperty(schemaId, here, pointer, key, Object.keys(error.data as object).indexOf(key) + 1);
    case 'required':
      return missingProperty(here, pointer, String(params['missingProperty']));
    case 'type':
      return wrongType(here, pointer, error.data);
    case 'enum':
      return notAllowed(here, pointer, error.data);
    case 'minimum':
    case 'maximum':
      return outOfRange(here, pointer, error.data);
    case 'format':
    case 'pattern':
    case 'minLength':
    case 'maxLength':
      return badText(here, pointer, keyword);
    case 'maxItems':
      return {
        code: 'too_many_items',
        message: `${label(here)}超过 ${here.schema.maxItems} 项。`,
        pointer,
        remedy: `最多 ${here.schema.maxItems} 项。`,
      };
    case 'minItems':
      return {
        code: 'too_few_items',
        message: `${label(here)}少于 ${here.schema.minItems} 项。`,
        pointer,
        remedy: `至少 ${here.schema.minItems} 项；没有的就不要写这一项。`,
      };
    case 'maxProperties':
      return {
        code: 'too_many_properties',
        message: `${label(here)}的名称太多。`,
        pointer,
        remedy: '删去无关的名称。',
      };
    default:
      return {
        code: 'schema_violation',
        message: `${label(here)}不符合契约。`,
        pointer,
        remedy: `${here.schema.description ?? '见 /api/v1/schemas。'}`,
      };
  }
}

function label({ schema }: Located): string {
  return schema.title === undefined ? '此处' : `“${schema.title}”`;
}

function notAllowed(here: Located, pointer: string, value: unknown): ProblemItem {
  const allowed = (here.schema.enum ?? []).filter((one) => typeof one === 'string');
  const meant = typeof value === 'string' ? nearestName(value, allowed) : undefined;
  return {
    code: 'not_allowed',
    message: `${label(here)}不在可填的值之内。${meant === undefined ? '' : `是不是“${meant}”？`}`,
    pointer,
    remedy: `可填：${allowedValues(here.schema)}。`,
  };
}

/** A name that another one beside it excludes (`then: { propertyNames: … }`). */
function excludedName(here: Located, { instancePath: parent, propertyName = '', params }: ErrorObject): ProblemItem {
  const titled = (name: string) => `${name}（${titleOf(here, here.schema.properties?.[name] as Schema)}）`;
  return {
    code: 'not_allowed',
    message: `${label(here)}里已经填写的一项使这一项不能再填，两者相互矛盾。`,
    pointer: NAMES.has(propertyName) ? `${parent}/${propertyName}` : parent,
    remedy: `此时只可填：${(params['allowedValues'] as string[]).map(titled).join('、')}。其他的删去，或者改正与之矛盾的一项。`,
  };
}

/**
 * The escape of JSON pointers is not needed: only plain keys are shown.
 *
 * @param position of the key among those of its object, from 1: tells which it is where the key itself is not told
 */
function unknownProperty(schemaId: string, here: Located, parent: string, key: string, position: number): ProblemItem {
  const properties = here.schema.properties ?? {};
  const names = Object.keys(properties);
  const titled = (name: string) => `${name}（${titleOf(here, properties[name] as Schema)}）`;
  const near = nearestName(key, names);
  const meant = names.find((name) => titleOf(here, properties[name] as Schema) === key) ?? near ?? byTitle(here, key);
  const elsewhere = meant === undefined ? placeOf(schemaId, key, parent) : undefined;
  const allowed = names.length === 0 ? '' : `可用的名称：${names.map(titled).join('、')}。`;
  const hint =
    meant !== undefined ? `是不是 ${titled(meant)}？` : elsewhere !== undefined ? `它应当写在 ${elsewhere}。` : '';
  // A name that resembles none of the contract may be a person's, typed where a name of the contract belongs.
  const isTold = PLAIN_KEY.test(key) && (near !== undefined || elsewhere !== undefined || NAMES.has(key));
  return {
    code: 'unknown_property',
    message: `${label(here)}里第 ${position} 个名称不认识；不认识的一律不收，以免漏算。${hint}`,
    pointer: isTold ? `${parent}/${key}` : parent,
    remedy: `${meant !== undefined ? `改为 ${meant}${unitHint(here, properties[meant] as Schema)}。` : ''}${elsewhere !== undefined ? `移到 ${elsewhere}。` : ''}${allowed}`,
  };
}

function titleOf(here: Located, property: Schema): string {
  return resolved({ home: here.home, schema: property }).schema.title ?? '';
}

/** A Chinese key that is part of one title, or the other way round: 死亡 → deaths（死亡人数）. */
function byTitle(here: Located, key: string): string | undefined {
  if (key.length < 2 || key.length > 20) return undefined;
  return Object.entries(here.schema.properties ?? {}).find(([, property]) => {
    const title = titleOf(here, property);
    return title.includes(key) || key.includes(title);
  })?.[0];
}

/** Where among the groups of facts a name belongs that was given at another level. */
function placeOf(schemaId: string, key: string, parent: string): string | undefined {
  const facts = rootOf('facts.schema.json');
  const prefix = /^(.*\/facts)(\/|$)/.exec(parent)?.[1] ?? (schemaId === 'facts.schema.json' ? '' : undefined);
  if (!PLAIN_KEY.test(key)) return undefined;
  const base = prefix ?? '/facts';
  for (const [group, property] of Object.entries(facts.schema.properties ?? {})) {
    if (group === key) return `${base}/${group}`;
    const inner = resolved({ home: facts.home, schema: property }).schema.properties ?? {};
    if (Object.hasOwn(inner, key)) return `${base}/${group}/${key}`;
  }
  return undefined;
}

function unitHint(here: Located, property: Schema): string {
  const { schema, definition } = resolved({ home: here.home, schema: property });
  if (isMoney(schema)) return '（整数元）';
  if (definition === 'PersonCount') return '（整数，人）';
  return '';
}

/** The contract's only amount of money is a loss in yuan. */
function isMoney(schema: Schema): boolean {
  return schema.title?.includes('（元）') === true;
}

function missingProperty(here: Located, parent: string, name: string): ProblemItem {
  const property = here.schema.properties?.[name];
  const title = property === undefined ? '' : `（${titleOf(here, property)}）`;
  const description =
    property === undefined ? undefined : resolved({ home: here.home, schema: property }).schema.description;
  return {
    code: 'missing_property',
    message: `${label(here)}缺少 ${name}${title}。`,
    pointer: `${parent}/${name}`,
    remedy: `补上 ${name}：${description ?? '见 /api/v1/schemas。'}`,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  integer: '整数',
  number: '数字',
  string: '字符串',
  boolean: 'true 或者 false',
  array: '列表 [ ]',
  object: '对象 { }',
  null: 'null',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return '列表';
  const kinds: Readonly<Record<string, string>> = {
    string: '字符串',
    number: '数字',
    boolean: '是非值',
    object: '对象',
  };
  return kinds[typeof value] ?? '其他类型';
}

function wrongType(here: Located, pointer: string, value: unknown): ProblemItem {
  const { schema, definition } = here;
  const types = [schema.type ?? []].flat();
  const expected = types
    .filter((type) => type !== 'null')
    .map((type) => KINDS[type] ?? type)
    .join('或者');
  if (types.includes('integer') && typeof value === 'number') {
    const remedy = isMoney(schema)
      ? '单位是元，只写整数：舍去角分，不得四舍五入。不要用万元作单位。'
      : '只写整数，不写小数；人数没有查清的不填，不要取平均或者折算。';
    return { code: 'not_an_integer', message: `${label(here)}应为整数，所给的有小数。`, pointer, remedy };
  }
  return {
    code: 'wrong_type',
    message: `${label(here)}应为${expected}，所给的是${kindOf(value)}。`,
    pointer,
    remedy: typeRemedy(types, definition, schema, value),
  };
}

function typeRemedy(types: readonly string[], definition: string | undefined, schema: Schema, value: unknown): string {
  if (types.includes('integer') && typeof value === 'string')
    return `应为整数，不要加引号${isMoney(schema) ? '，不要写单位和千分位逗号' : ''}。`;
  if (types.includes('boolean')) return '写 true 或者 false，不加引号；尚未查明的写 null 或者不填。';
  if (definition === 'Evaluation')
    return '写成对象 {"value": true, "evaluator": {…}, "on": "YYYY-MM-DD", "evidence": [{"number": "…"}]}；须有评价人、日期和依据。';
  if (definition === 'OfficialFinding')
    return '写成对象 {"value": true, "organ": "…", "on": "YYYY-MM-DD", "document": {"number": "…"}}；须有机关、日期和文件。';
  if (definition === 'OfficialGrade')
    return '写成对象 {"value": "较大", "organ": "…", "on": "YYYY-MM-DD", "document": {"number": "…"}}；须有机关、日期和文件。';
  if (definition === 'Day') return '写成加引号的日期 "YYYY-MM-DD"。';
  if (definition === 'DivisionCode') return '代码是加引号的字符串，六位或者九位数字。';
  if (schema.enum !== undefined) return `可填：${allowedValues(schema)}。`;
  if (value === null && types.length > 0) return `${schema.description ?? ''}此处不能填 null；没有的就不要写这一项。`;
  return schema.description ?? '见 /api/v1/schemas。';
}

function outOfRange(here: Located, pointer: string, value: unknown): ProblemItem {
  const { minimum, maximum } = here.schema;
  const range = `${minimum ?? '…'} 至 ${maximum ?? '…'}`;
  if (typeof value === 'number' && value < 0 && minimum !== undefined && minimum >= 0)
    return {
      code: 'negative',
      message: `${label(here)}不能是负数。`,
      pointer,
      remedy: `填 ${range} 的整数；尚未查明的不填。`,
    };
  return { code: 'out_of_range', message: `${label(here)}超出范围。`, pointer, remedy: `应在 ${range} 之间。` };
}

function badText(here: Located, pointer: string, keyword: string): ProblemItem {
  const { schema, definition } = here;
  if (schema.format === 'date')
    return {
      code: 'invalid_date',
      message: `${label(here)}不是有效的日期。`,
      pointer,
      remedy: '写成 YYYY-MM-DD（月、日补足两位），须是实有的日子，在 1970 年至 2129 年之间。',
    };
  if (definition === 'DivisionCode')
    return {
      code: 'invalid_division_code',
      message: `${label(here)}不是区划代码的写法。`,
      pointer,
      remedy: '填六位（省、市州、县）或者九位（乡镇、街道）数字；十二位的去掉末三位，县级以上补零的去掉末六位。',
    };
  if (keyword === 'maxLength')
    return {
      code: 'too_long',
      message: `${label(here)}超过 ${schema.maxLength} 个字。`,
      pointer,
      remedy: `最多 ${schema.maxLength} 个字。`,
    };
  if (keyword === 'minLength')
    return {
      code: 'too_short',
      message: `${label(here)}少于 ${schema.minLength} 个字。`,
      pointer,
      remedy: `至少 ${schema.minLength} 个字；尚未查明的不填，不要填空串。`,
    };
  return {
    code: 'invalid_format',
    message: isForm(schema)
      ? `${label(here)}的写法不对。`
      : `${label(here)}的写法不对，或者含有换行、首尾空格、控制字符、改变书写方向的字符。`,
    pointer,
    remedy: schema.description ?? '见 /api/v1/schemas。',
  };
}

function allowedValues(schema: Schema): string {
  return (schema.enum ?? []).map((value) => (value === null ? 'null（尚未查明）' : String(value))).join('、');
}
