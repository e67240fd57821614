/** Reads `schemas/` for the generators. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

export function readSchemas(): ReadonlyMap<string, Schema> {
  const names = readdirSync('schemas')
    .filter((name) => name.endsWith('.schema.json'))
    .sort();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as Schema]));
}

/** Follows a reference within the file or to another file of `schemas/`. */
export function resolve(schemas: ReadonlyMap<string, Schema>, home: string, schema: Schema): [string, Schema] {
  if (schema.$ref === undefined) return [home, schema];
  const [file, path] = schema.$ref.split('#') as [string, string];
  const target = file === '' ? home : file;
  let found = schemas.get(target) as unknown;
  for (const step of path.split('/').slice(1)) found = (found as Record<string, unknown>)[step];
  if (found === undefined) throw new Error(`unresolved reference ${schema.$ref} in ${home}`);
  return [target, found as Schema];
}

/** The name of the definition that a property refers to, directly or beside null. */
export function definitionOf(schema: Schema): string | undefined {
  const ref = schema.$ref ?? schema.anyOf?.find((option) => option.$ref !== undefined)?.$ref;
  return ref?.split('/').at(-1);
}
