import { found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { insistGroup } from '@yilu/settings/server';
import { type ApiKey, expiryIsPast, type NewApiKey, noSuchKey } from '../contract/index.ts';
import { administrator, refusalToGrant } from '../rules/index.ts';
import { allKeys, insertKey, insertRevocation, keyById } from '../store/api-keys.ts';
import type { Tables } from '../store/tables.ts';
import { reachOfGrant, reachOfRole } from './reach.ts';
import { hashOfToken, newToken } from './secrets.ts';
import { ensureGroup } from './set-up.ts';

const prefixLength = 12;

/** Keys stand outside the tree of companies, so they are the group's to see and to end. */
export async function listApiKeys(work: Work<Tables>): Promise<ApiKey[]> {
  insistGroup(work);
  return allKeys(work.db);
}

/** An administrator's key without nodes reaches the group, any other without nodes nothing (decision 9). */
export async function addApiKey(work: Work<Tables>, given: NewApiKey): Promise<{ apiKey: ApiKey; key: string }> {
  const { db, actor, now } = work;
  const { name, roleId, expiresAt } = given;
  insistGroup(work);
  insist(refusalToGrant(actor, await reachOfRole(work, roleId), { ownOnly: true }, []), 403);
  insist(expiresAt && expiresAt <= now ? expiryIsPast : undefined, 422, { field: 'expiresAt' });
  const nodeIds =
    given.nodeIds.length === 0 && roleId === administrator ? [await ensureGroup(work)] : [...new Set(given.nodeIds)];
  for (const nodeId of nodeIds) {
    const grant = { roleId, nodeId, ownOnly: false };
    insist(refusalToGrant(actor, await reachOfGrant(work, grant), grant, []), 403);
  }

  const id = newId();
  const key = `yilu_${newToken()}`;
  await insertKey(db, {
    id,
    name,
    prefix: key.slice(0, prefixLength),
    hash: hashOfToken(key),
    roleId,
    nodeIds,
    createdAt: now,
    createdBy: actor.accountId,
    expiresAt,
  });
  await work.audit({
    action: 'identity.key_added',
    subject: { kind: 'apiKey', id },
    after: { name, roleId, nodeIds, expiresAt },
  });
  return { apiKey: found(await keyById(db, id), noSuchKey), key };
}

export async function revokeApiKey(work: Work<Tables>, { keyId }: { keyId: string }): Promise<void> {
  const { db, actor, now } = work;
  insistGroup(work);
  const { name, revokedAt } = found(await keyById(db, keyId), noSuchKey);
  if (revokedAt) return;
  await insertRevocation(db, { keyId, revokedAt: now, revokedBy: actor.accountId });
  await work.audit({ action: 'identity.key_revoked', subject: { kind: 'apiKey', id: keyId }, before: { name } });
}
