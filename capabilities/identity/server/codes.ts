import { decryptField, hashForLookup, type Work } from '@yilu/platform/server';
import { rememberStep, secondFactorForUpdate, useBackupCode } from '../store/second-factors.ts';
import type { Tables } from '../store/tables.ts';
import { stepOfCode } from './totp.ts';

/** Whether this is a code of the authenticator now, or a back-up code; either is used up by it. */
export async function isCodeOf(work: Work<Tables>, staffId: string, code: string): Promise<boolean> {
  const { db, keys, now } = work;
  const factor = await secondFactorForUpdate(db, staffId);
  if (!factor) return false;
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return useBackupCode(db, staffId, hashOfBackupCode(work, staffId, code));
  const step = stepOfCode(decryptField(keys, factor.secret, staffId), digits, now, factor.lastStep);
  if (step === undefined) return false;
  await rememberStep(db, staffId, step);
  return true;
}

/** As people type it: capitals, spaces and dashes do not matter. */
export function hashOfBackupCode({ keys }: Pick<Work, 'keys'>, staffId: string, code: string): string {
  return hashForLookup(keys, `backup-code.${staffId}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
