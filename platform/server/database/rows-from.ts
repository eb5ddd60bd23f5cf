import { type RawBuilder, sql } from 'kysely';

/**
 * Thousands of rows for one statement, to stand after `from`; each column with its type, `id uuid`. What is in them is
 * what JSON writes as a text, a figure, yes or no, or null; absence is null. Sent column by column, since in JSON each row repeats the
 * names, for us to write and for PostgreSQL to read.
 */
export function rowsFrom(rows: readonly object[], columns: readonly string[]): RawBuilder<unknown> {
  const named = columns.map((column) => column.split(' ') as [name: string, type: string]);
  const cells = named.map(([name, type]) => {
    const values = rows.map((row) => (row as Readonly<Record<string, unknown>>)[name]);
    return sql`${arrayOf(values)}::${sql.raw(type)}[]`;
  });
  return sql`unnest(${sql.join(cells)}) as given (${sql.join(named.map(([name]) => sql.ref(name)))})`;
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
