/** The schemas of the contract, read once: the validator, the OpenAPI document and `/api/v1/schemas` share them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What the contract uses of JSON Schema 2020-12. */
export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  /** A secret of the configuration: never shown. */
  readonly writeOnly?: boolean;
}

const FOLDER = new URL('../../schemas/', import.meta.url);

function read(): ReadonlyMap<string, Schema> {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.schema.json'))
    .sort();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Schema]));
}

/** By `$id`, which is the name of the file. */
export const schemas: ReadonlyMap<string, Schema> = read();

/**
 * Which contract a record was made under: SHA-256 over the names of the files and the hashes of what they say.
 *
 * @param of the files in the order of their names; those of this program if absent
 */
export function contractDigest(of: ReadonlyMap<string, Schema> = schemas): string {
  const all = createHash('sha256');
  for (const [name, schema] of of)
    all.update(`${name} ${createHash('sha256').update(JSON.stringify(schema)).digest('hex')}\n`);
  return all.digest('hex');
}

/**
 * Which contract rules are compiled against: SHA-256 over the files that facts, options and decisions consist of. A
 * program that changes others of its files still fits the same rules.
 */
export function rulesContract(): string {
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const references = JSON.stringify(schemas.get(name)).matchAll(/"\$ref":"([^"#]+\.schema\.json)/g);
    for (const [, file] of references) reach(file as string);
  };
  for (const name of ['facts.schema.json', 'options.schema.json', 'decision.schema.json']) reach(name);
  return contractDigest(new Map([...reached].sort().map((name) => [name, schemas.get(name) as Schema])));
}

/** A schema with its references followed; the title and description nearest to the property win. */
export interface Located {
  readonly home: string;
  readonly schema: Schema;
  /** The name of the definition in `$defs` that gave the constraints, if one did. */
  readonly definition?: string;
}

/** Follows references and takes the branch beside null. */
export function resolved({ home, schema, definition }: Located): Located {
  if (schema.$ref !== undefined) {
    const [file = '', path = ''] = schema.$ref.split('#');
    const target = file === '' ? home : file;
    const steps = path.split('/').slice(1);
    let found = schemas.get(target) as unknown;
    for (const step of steps) found = (found as Record<string, unknown>)[step];
    const inner = resolved({ home: target, schema: found as Schema, ...named(steps.at(-1) ?? definition) });
    return { ...inner, schema: { ...inner.schema, ...texts(schema) } };
  }
  const beside = schema.anyOf?.find((option) => option.type !== 'null');
  if (beside === undefined) return { home, schema, ...named(definition) };
  const inner = resolved({ home, schema: beside, ...named(definition) });
  return { ...inner, schema: { ...inner.schema, ...texts(schema) } };
}

function named(definition: string | undefined): { readonly definition?: string } {
  return definition === undefined ? {} : { definition };
}

function texts({ title, description }: Schema): Schema {
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
}

/** The schema of `schemaId`, which may end in `#/$defs/Name`. */
export function rootOf(schemaId: string): Located {
  return resolved({ home: schemaId, schema: { $ref: schemaId } });
}

/** What the contract says of the place that a pointer names; `undefined` where it knows no such place. */
export function schemaAt(schemaId: string, pointer: string): Located | undefined {
  let here: Located | undefined = rootOf(schemaId);
  for (const step of pointer.split('/').slice(1)) {
    const { properties, items } = here.schema;
    const next = items !== undefined && /^[0-9]+$/.test(step) ? items : ownProperty(properties, step);
    if (next === undefined) return undefined;
    here = resolved({ home: here.home, schema: next });
  }
  return here;
}

function ownProperty(properties: Schema['properties'], name: string): Schema | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Every name of the contract: anything else that is used as a name may be data. */
export const NAMES: ReadonlySet<string> = new Set([...schemas.values()].flatMap(namesIn));

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {} } = value as Schema;
  return [...Object.keys(properties), ...Object.values(value).flatMap(namesIn)];
}
