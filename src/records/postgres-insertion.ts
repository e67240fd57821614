/**
 * Many rows by one statement. In an array byte strings would travel as text, twice as long: those of a column travel as
 * one, of which each row takes its part.
 */
import type pg from 'pg';
import { joined } from '../kernel/joined.ts';

/** Its type in PostgreSQL; a `bytea` is never null. */
export type Column<R> = readonly [name: string, type: string, value: (row: R) => unknown];

/** The arrays by which a column travels; the bytes themselves come after all arrays. */
function arraysOf<R>([name, type]: Column<R>): readonly (readonly [name: string, type: string])[] {
  if (type !== 'bytea') return [[name, type]];
  return [
    [`${name}_from`, 'int'],
    [`${name}_for`, 'int'],
  ];
}

function statementOf<R>(table: string, columns: readonly Column<R>[]): string {
  const arrays = columns.flatMap(arraysOf);
  let parameters = arrays.length;
  const selected = columns.map(([name, type]) => {
    if (type !== 'bytea') return name;
    parameters += 1;
    return `substring($${parameters}::bytea from ${name}_from for ${name}_for)`;
  });
  return (
    `insert into ${table} (${columns.map(([name]) => name).join(', ')}) select ${selected.join(', ')} ` +
    `from unnest(${arrays.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')}) ` +
    `as given (${arrays.map(([name]) => name).join(', ')})`
  );
}

function valuesOf<R>(columns: readonly Column<R>[], rows: readonly R[]): readonly unknown[] {
  const [arrays, bytes]: [unknown[], Uint8Array[]] = [[], []];
  for (const [, type, value] of columns) {
    const given = rows.map((row) => value(row));
    if (type !== 'bytea') arrays.push(given);
    else {
      const all = joined(given as readonly Uint8Array[]);
      const starts = [0, ...all.ends.slice(0, -1)];
      // PostgreSQL counts from 1.
      arrays.push(
        starts.map((start) => start + 1),
        starts.map((start, at) => (all.ends[at] as number) - start),
      );
      bytes.push(all.bytes);
    }
  }
  return [...arrays, ...bytes];
}

/** Inserts rows of these columns. */
export function insertion<R>(
  table: string,
  columns: readonly Column<R>[],
): (client: pg.PoolClient, rows: readonly R[]) => Promise<void> {
  const statement = { name: `insert-${table}`, text: statementOf(table, columns) };
  return async (client, rows) => {
    if (rows.length > 0) await client.query({ ...statement, values: [...valuesOf(columns, rows)] });
  };
}
