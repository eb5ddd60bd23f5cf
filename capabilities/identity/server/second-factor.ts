import { found, insist, Refused } from '@yilu/platform/contract';
import { decryptField, encryptField, type Work } from '@yilu/platform/server';
import {
  alreadyHasSecondFactor,
  hasNoSecondFactor,
  noSecondFactorOffered,
  noSuchStaff,
  wrongCode,
} from '../contract/index.ts';
import {
  deleteSecondFactor,
  hasSecondFactor,
  insertSecondFactor,
  offeredSecret,
  offerSecret,
  replaceBackupCodes,
} from '../store/second-factors.ts';
import { ownLine } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { forgetTries } from '../store/tries.ts';
import { hashOfBackupCode, isCodeOf } from './codes.ts';
import { chargeTry, keyOfSecondFactor, refuseFailure, signInLimits } from './limits.ts';
import { insistPassword, staffIdOf } from './own-account.ts';
import { newBackupCodes } from './secrets.ts';
import { newSecret, stepOfCode, uriOf } from './totp.ts';

// As authenticators show it above the code.
const issuer = '一路 Yilu';

/** A secret to scan; it counts from its first code on. */
export async function offerSecondFactor(
  work: Work<Tables>,
  { password }: { password: string },
): Promise<{ uri: string; secret: string }> {
  const { db, keys, now } = work;
  const staffId = staffIdOf(work);
  insist((await hasSecondFactor(db, staffId)) ? alreadyHasSecondFactor : undefined);
  await insistPassword(work, password);
  const { username } = found(await ownLine(db, staffId), noSuchStaff);
  const secret = newSecret();
  await offerSecret(db, staffId, encryptField(keys, secret, staffId), now);
  return { uri: uriOf(secret, username, issuer), secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret };
}

export async function confirmSecondFactor(
  work: Work<Tables>,
  { code }: { code: string },
): Promise<{ codes: string[] }> {
  const { db, keys, now } = work;
  const staffId = staffIdOf(work);
  insist((await hasSecondFactor(db, staffId)) ? alreadyHasSecondFactor : undefined);
  const { account } = await signInLimits(work);
  const key = keyOfSecondFactor(work, staffId);
  await chargeTry(work, key, account);
  const sealed = await offeredSecret(db, staffId);
  if (sealed === undefined) throw new Refused(noSecondFactorOffered);
  const step = stepOfCode(decryptField(keys, sealed, staffId), code.replace(/\s/g, ''), now, 0);
  if (step === undefined) return refuseFailure(work, key, account, new Refused(wrongCode, 422, { field: 'code' }));
  await insertSecondFactor(db, { staffId, secret: sealed, confirmedAt: now, lastStep: step });
  await forgetTries(db, key);
  await work.audit({ action: 'identity.second_factor_set_up', subject: { kind: 'staff', id: staffId } });
  return freshCodes(work, staffId);
}

export async function renewBackupCodes(
  work: Work<Tables>,
  { password }: { password: string },
): Promise<{ codes: string[] }> {
  const staffId = staffIdOf(work);
  insist((await hasSecondFactor(work.db, staffId)) ? undefined : hasNoSecondFactor);
  await insistPassword(work, password);
  await work.audit({ action: 'identity.backup_codes_renewed', subject: { kind: 'staff', id: staffId } });
  return freshCodes(work, staffId);
}

/** Password and code: a session left open on a desk must not be enough. */
export async function removeSecondFactor(
  work: Work<Tables>,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const { db } = work;
  const staffId = staffIdOf(work);
  insist((await hasSecondFactor(db, staffId)) ? undefined : hasNoSecondFactor);
  await insistPassword(work, password);
  const { account } = await signInLimits(work);
  const key = keyOfSecondFactor(work, staffId);
  await chargeTry(work, key, account);
  if (!(await isCodeOf(work, staffId, code))) {
    await refuseFailure(work, key, account, new Refused(wrongCode, 422, { field: 'code' }));
  }
  await forgetTries(db, key);
  await deleteSecondFactor(db, staffId);
  await work.audit({ action: 'identity.second_factor_removed', subject: { kind: 'staff', id: staffId } });
}

async function freshCodes(work: Work<Tables>, staffId: string): Promise<{ codes: string[] }> {
  const codes = newBackupCodes();
  await replaceBackupCodes(
    work.db,
    staffId,
    codes.map((code) => hashOfBackupCode(work, staffId, code)),
  );
  return { codes };
}
