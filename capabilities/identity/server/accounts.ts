import { insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { pinyin } from 'pinyin-pro';
import { leastPasswordLength, staffAdded, usernameTaken } from '../contract/index.ts';
import { refusalOfPassword } from '../rules/index.ts';
import { setPassword } from '../store/sign-in.ts';
import { insertStaff } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { hashOfPassword, newTemporaryPassword } from './secrets.ts';

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  /** Chosen by its bearer; a temporary one is made when absent, to be changed at the first sign-in. */
  readonly ownPassword?: string | undefined;
}

/** An account without any role, and its password if that is temporary. */
export async function openAccount(
  work: Work<Tables>,
  { username, name, ownPassword }: NewAccount,
): Promise<{ staffId: string; password: string }> {
  const { db, now, actor } = work;
  if (ownPassword !== undefined) {
    insist(refusalOfPassword({ next: ownPassword, username }, await valueOf(work, leastPasswordLength)), 422, {
      field: 'password',
    });
  }
  const staffId = newId();
  const isNew = await insertStaff(db, { id: staffId, username, name, nameKey: nameKeyOf(name), addedAt: now });
  insist(isNew ? undefined : usernameTaken, 422, { field: 'username' });
  const password = ownPassword ?? newTemporaryPassword();
  await setPassword(db, {
    staffId,
    hash: await hashOfPassword(password),
    setAt: now,
    setBy: ownPassword === undefined ? actor.accountId : staffId,
  });
  await work.audit({
    action: 'identity.staff_added',
    subject: { kind: 'staff', id: staffId },
    after: { username, name },
  });
  await work.tell(staffAdded, { staffId });
  return { staffId, password };
}

/** `zhangsan zs`: for sorting, and for finding by pinyin or initials. */
export function nameKeyOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' });
  const letters = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean);
  return `${letters.join('')} ${letters.map((syllable) => syllable[0]).join('')}`;
}
