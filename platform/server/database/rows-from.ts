import { type RawBuilder, sql } from 'kysely';

/** Rows with these columns, named with their types; what is in them is what JSON writes as a text, a figure, yes or no, or null. */
export type RowsOf<Types> = readonly { readonly [Column in keyof Types]?: unknown }[];

/**
 * Thousands of rows for one statement, to stand after `from`, by the columns named with their types: `unnest(…) as given (id, …)`.
 * Sent column by column, since in JSON each row repeats the names, for us to write and for PostgreSQL to read. Absence is null.
 */
export function rowsFrom<Name extends string>(
  rows: RowsOf<Readonly<Record<NoInfer<Name>, string>>>,
  types: Readonly<Record<Name, string>>,
): RawBuilder<unknown> {
  const names = Object.keys(types) as Name[];
  const columns = names.map((name) => sql`${arrayOf(rows.map((row) => row[name]))}::${sql.raw(types[name])}[]`);
  return sql`unnest(${sql.join(columns)}) as given (${sql.join(names.map((name) => sql.ref(name)))})`;
}

/** An array as PostgreSQL writes it: as in JSON but for its brackets, and a backslash takes the next sign as it is. */
export function arrayOf(values: readonly unknown[]): string {
  const listed = JSON.stringify(values).slice(1, -1);
  const text = listed.includes('\\') ? listed.replace(escaped, unescaped) : listed;
  return `{${text}}`;
}

const escaped = /\\(?:["\\/]|u[\da-f]{4}|[bfnrt])/g;

function unescaped(sign: string): string {
  return sign === '\\"' || sign === '\\\\' ? sign : JSON.parse(`"${sign}"`);
}
