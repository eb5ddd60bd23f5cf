import { sql } from 'kysely';
import type { IdentityKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export async function writeIdentity(
  db: Db,
  { personId, kind, encrypted, hash }: { personId: string; kind: IdentityKind; encrypted: string; hash: string },
): Promise<void> {
  await sql`
    insert into person_identity (person_id, kind, encrypted, hash) values (${personId}, ${kind}, ${encrypted}, ${hash})
    on conflict (person_id) do update set kind = excluded.kind, encrypted = excluded.encrypted, hash = excluded.hash`.execute(
    db,
  );
}
