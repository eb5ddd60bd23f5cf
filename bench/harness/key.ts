import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@yilu/platform/server';
import type pg from 'pg';

/** An API key of an administrator over the whole group, written as `yilu api-key create` writes it. */
export async function administratorKey(owner: pg.Client): Promise<string> {
  const key = `yilu_${randomBytes(32).toString('base64url')}`;
  const id = newId();
  await owner.query(
    `insert into auth.api_key (id, name, prefix, key_hash, role_id, created_at, created_by) values ($1, 'bench', 'bench', $2, 'administrator', now(), $1)`,
    [id, createHash('sha256').update(key).digest()],
  );
  await owner.query(
    "insert into auth.api_key_node (key_id, node_id) select $1, id from company_node where kind = 'group'",
    [id],
  );
  return key;
}
