import { decryptField, type Engine, encryptField } from '@yilu/platform/server';

interface EncryptedColumn {
  readonly table: string;
  /** Tells the row among its like. */
  readonly key: string;
  /** What binds the value to its place, where that is less than the key. */
  readonly bound?: string;
  readonly column: string;
  readonly rowsAtOnce?: number;
}

/** Every column that holds `encryptField` values that last, with what binds them to their place; a test looks for others. */
const encrypted: readonly EncryptedColumn[] = [
  { table: 'person_key', key: 'person_id::text', column: 'wrapped_key' },
  { table: 'person_identity', key: 'person_id::text', column: 'encrypted' },
  { table: 'dossier_answer', key: "person_id || ':' || field", column: 'encrypted' },
  { table: 'register_entry', key: 'id::text', column: 'form_sealed' },
  // Half a megabyte each.
  {
    ...{ table: 'import_file_part', key: "file_id || ':' || part", bound: 'file_id::text', column: 'sealed' },
    rowsAtOnce: 16,
  },
  { table: 'import_row', key: "sheet_id || ':' || row", bound: 'sheet_id::text', column: 'sealed' },
  { table: 'import_repair', key: "sheet_id || ':' || row || ':' || col", bound: 'sheet_id::text', column: 'sealed' },
  { table: 'auth.second_factor', key: 'staff_id::text', column: 'secret' },
  { table: 'auth.second_factor_offer', key: 'staff_id::text', column: 'secret' },
];

/** Rewrites what older keys wrote, in steps of some rows, while everything goes on; answers how many values. */
export async function reencryptAll(engine: Engine): Promise<number> {
  let count = 0;
  for (const place of encrypted) count += await reencrypt(engine, place);
  return count;
}

async function reencrypt(
  { pool, keys }: Engine,
  { table, key, bound = key, column, rowsAtOnce = 1_000 }: EncryptedColumn,
): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const { rows } = await pool.query<{ place: string; bound: string; value: string }>(
      `select ${key} as place, ${bound} as bound, ${column} as value from ${table}
        where ${key} > $1 and ${column} ~ '^k\\d+\\.' and not ${column} ^@ $2 order by 1 limit ${rowsAtOnce}`,
      [after, `${keys.current}.`],
    );
    if (rows.length === 0) return count;
    // Only where the value is still the one we read: a change in between was written with the new key anyway.
    await pool.query(
      `update ${table} set ${column} = fresh.value
         from unnest($1::text[], $2::text[], $3::text[]) as fresh (place, old, value)
        where ${key} = fresh.place and ${column} = fresh.old`,
      [
        rows.map(({ place }) => place),
        rows.map(({ value }) => value),
        rows.map(({ bound: to, value }) => encryptField(keys, decryptField(keys, value, to), to)),
      ],
    );
    count += rows.length;
    after = rows.at(-1)?.place ?? '';
  }
}
