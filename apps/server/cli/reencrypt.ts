import { decryptField, type Engine, encryptField } from '@yilu/platform/server';

/** Every column that holds `encryptField` values that last, with what binds them to their place; a test looks for others. */
const encrypted = [
  { table: 'person_key', key: 'person_id::text', column: 'wrapped_key' },
  { table: 'person_identity', key: 'person_id::text', column: 'encrypted' },
  { table: 'dossier_answer', key: "person_id || ':' || field", column: 'encrypted' },
  { table: 'register_entry', key: 'id::text', column: 'form_sealed' },
  { table: 'auth.second_factor', key: 'staff_id::text', column: 'secret' },
  { table: 'auth.second_factor_offer', key: 'staff_id::text', column: 'secret' },
] as const;

/** Rewrites what older keys wrote, in steps of a thousand rows, while everything goes on; answers how many values. */
export async function reencryptAll(engine: Engine): Promise<number> {
  let count = 0;
  for (const place of encrypted) count += await reencrypt(engine, place);
  return count;
}

async function reencrypt({ pool, keys }: Engine, { table, key, column }: (typeof encrypted)[number]): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const { rows } = await pool.query<{ place: string; value: string }>(
      `select ${key} as place, ${column} as value from ${table}
        where ${key} > $1 and ${column} ~ '^k\\d+\\.' and not ${column} ^@ $2 order by 1 limit 1000`,
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
        rows.map(({ place, value }) => encryptField(keys, decryptField(keys, value, place), place)),
      ],
    );
    count += rows.length;
    after = rows.at(-1)?.place ?? '';
  }
}
