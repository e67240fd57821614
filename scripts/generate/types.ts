/** TypeScript types from the schemas. */
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Schema } from './schemas.ts';

/**
 * All schemas as one document. A Chinese title would name a type `NoName1`, so titles move into descriptions and
 * types are named by the ASCII keys of `$defs`.
 */
export async function types(schemas: ReadonlyMap<string, Schema>): Promise<string> {
  const $defs: Record<string, unknown> = {};
  for (const [file, schema] of schemas) {
    const { $defs: inner = {}, $id: _id, ...rest } = schema;
    for (const [name, definition] of Object.entries(inner)) $defs[name] = prepared(definition);
    if (hasShape(rest as Schema)) $defs[typeName(file)] = prepared(rest as Schema);
  }
  const names = Object.keys($defs);
  if (new Set(names).size !== names.length) throw new Error('two definitions share a name');
  const root = { type: 'object', additionalProperties: false, properties: {}, $defs } as unknown as JSONSchema;
  const text = await compile(root, 'Contract', {
    additionalProperties: false,
    unreachableDefinitions: true,
    bannerComment: '/* Generated from schemas/ by scripts/generate; do not edit. */',
    style: { singleQuote: true, printWidth: 120 },
    maxItems: -1,
    format: true,
  });
  return text
    .replace(/export interface Contract \{\}\n/, '')
    .replace(/^(\/\*\*\n)? \* This interface was referenced by.*\n(.*\n)*?(?= \*\/)/gm, '')
    .replace(/^ {2,}\* This interface was referenced by.*$/gm, '');
}

/** A file may hold definitions only. */
function hasShape({ type, $ref, anyOf }: Schema): boolean {
  return type !== undefined || $ref !== undefined || anyOf !== undefined;
}

export function typeName(file: string): string {
  return file
    .replace('.schema.json', '')
    .split('-')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('');
}

function prepared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => prepared(item));
  if (typeof value !== 'object' || value === null) return value;
  // Words beside a reference would make a second type of the same shape.
  if ('$ref' in value) return { $ref: localReference(value.$ref as string) };
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$schema' || key === 'minItems' || key === 'maxItems' || key === 'default') continue;
    if (key !== 'title' || typeof inner !== 'string') copy[key] = prepared(inner);
  }
  const { title, description } = value as Schema;
  if (typeof title === 'string' && typeof description === 'string') copy['description'] = `${title}：${description}`;
  return copy;
}

function localReference(ref: string): string {
  const [file, path = ''] = ref.split('#') as [string, string?];
  return path === '' ? `#/$defs/${typeName(file)}` : `#${path}`;
}
