import type { ApiKey } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface KeyToWrite {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly roleId: string;
  readonly nodeIds: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | undefined;
}

export async function insertKey(db: Db, key: KeyToWrite): Promise<void> {
  await db
    .insertInto('auth.api_key')
    .values({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      key_hash: key.hash,
      role_id: key.roleId,
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_at: key.expiresAt ?? null,
    })
    .execute();
  if (key.nodeIds.length === 0) return;
  await db
    .insertInto('auth.api_key_node')
    .values(key.nodeIds.map((nodeId) => ({ key_id: key.id, node_id: nodeId })))
    .execute();
}

export async function allKeys(db: Db): Promise<ApiKey[]> {
  const rows = await keys(db).orderBy('key.created_at', 'desc').orderBy('key.id', 'desc').limit(500).execute();
  return rows.map(toKey);
}

export async function keyById(db: Db, id: string): Promise<ApiKey | undefined> {
  const row = await keys(db).where('key.id', '=', id).executeTakeFirst();
  return row && toKey(row);
}

export async function insertRevocation(
  db: Db,
  given: { keyId: string; revokedAt: Date; revokedBy: string },
): Promise<void> {
  await db
    .insertInto('auth.api_key_revocation')
    .values({ key_id: given.keyId, revoked_at: given.revokedAt, revoked_by: given.revokedBy })
    .onConflict((known) => known.column('key_id').doNothing())
    .execute();
}

function keys(db: Db) {
  return db
    .selectFrom('auth.api_key as key')
    .leftJoin('auth.api_key_revocation as revocation', 'revocation.key_id', 'key.id')
    .leftJoin('staff as maker', 'maker.id', 'key.created_by')
    .select((key) => [
      'key.id',
      'key.name',
      'key.prefix',
      'key.role_id',
      'key.created_at',
      'key.expires_at',
      'key.last_used_at',
      'revocation.revoked_at',
      'maker.name as maker',
      key
        .selectFrom('auth.api_key_node as node')
        .whereRef('node.key_id', '=', 'key.id')
        .select((node) => node.fn.agg<string[] | null>('array_agg', ['node.node_id']).as('nodes'))
        .as('nodes'),
    ]);
}

function toKey(row: Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    roleId: row.role_id,
    nodeIds: row.nodes ?? [],
    createdAt: row.created_at,
    // A key made on the command line has no maker on the staff.
    createdBy: row.maker ?? '—',
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
