import { found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { type ApiKey, leastPasswordLength, type NewApiKey, noSuchRole, noSuchStaff } from '../contract/index.ts';
import { refusalOfPassword } from '../rules/index.ts';
import { insertGrant } from '../store/grants.ts';
import { roleById } from '../store/roles.ts';
import { deleteSessionsOf, deleteTicketsOf } from '../store/sessions.ts';
import { setPassword } from '../store/sign-in.ts';
import { staffNamed } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { forgetTries } from '../store/tries.ts';
import { openAccount } from './accounts.ts';
import { addApiKey } from './api-keys.ts';
import { keyOfUsername } from './limits.ts';
import { hashOfPassword, newTemporaryPassword } from './secrets.ts';
import { ensureGroup } from './set-up.ts';

// Use cases of the command line: whoever holds the data folder acts, as the system.

export interface UserToAdd {
  readonly username: string;
  readonly name: string;
  readonly roleId: string;
  /** Nodes of the tree; the group when empty. */
  readonly nodeIds: readonly string[];
  readonly ownOnly?: boolean;
  /** Chosen by its bearer; else a temporary one is made. */
  readonly password?: string | undefined;
}

/** `yilu user add` */
export async function addUser<Theirs>(
  work: Work<Theirs>,
  user: UserToAdd,
): Promise<{ staffId: string; password: string }> {
  const here = work as unknown as Work<Tables>;
  const { db, now, actor } = here;
  found(await roleById(db, user.roleId), noSuchRole);
  const account = await openAccount(here, { username: user.username, name: user.name, ownPassword: user.password });
  const nodeIds = user.nodeIds.length > 0 ? user.nodeIds : [await ensureGroup(here)];
  for (const nodeId of nodeIds) {
    const grant = { roleId: user.roleId, nodeId, ownOnly: user.ownOnly ?? false };
    await insertGrant(db, {
      ...grant,
      id: newId(),
      staffId: account.staffId,
      grantedAt: now,
      grantedBy: actor.accountId,
    });
    await here.audit({
      action: 'identity.role_granted',
      subject: { kind: 'staff', id: account.staffId },
      after: grant,
    });
  }
  return account;
}

/** `yilu api-key create` */
export async function createApiKey<Theirs>(
  work: Work<Theirs>,
  given: NewApiKey,
): Promise<{ apiKey: ApiKey; key: string }> {
  return addApiKey(work as unknown as Work<Tables>, given);
}

/** `yilu password reset`: an administrator's too, so that nobody is locked out for good. */
export async function resetPasswordOf<Theirs>(
  work: Work<Theirs>,
  { username, password }: { username: string; password?: string | undefined },
): Promise<{ password: string }> {
  const here = work as unknown as Work<Tables>;
  const { db, now, actor } = here;
  const staffId = found(await staffNamed(db, username.normalize('NFKC').toLowerCase()), noSuchStaff);
  if (password !== undefined)
    insist(refusalOfPassword({ next: password, username }, await valueOf(here, leastPasswordLength)), 422, {
      field: 'password',
    });
  const next = password ?? newTemporaryPassword();
  await setPassword(db, {
    staffId,
    hash: await hashOfPassword(next),
    setAt: now,
    setBy: password === undefined ? actor.accountId : staffId,
  });
  await deleteSessionsOf(db, staffId);
  await deleteTicketsOf(db, staffId);
  await forgetTries(db, keyOfUsername(here, username));
  await here.audit({ action: 'identity.password_reset', subject: { kind: 'staff', id: staffId } });
  return { password: next };
}
