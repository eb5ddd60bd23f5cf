import { insist, Refused } from '@yilu/platform/contract';
import { hashForLookup, networkOf, type Work } from '@yilu/platform/server';
import { valuesOf } from '@yilu/settings/server';
import { lockMinutes, mostFailures, mostFailuresPerAddress } from '../contract/index.ts';
import { chargedTries, refusalToTry, refusalToTryFromHere, type TryLimits } from '../rules/index.ts';
import type { Tables } from '../store/tables.ts';
import { beginTries, setTries, triesForUpdate } from '../store/tries.ts';

export interface SignInLimits {
  readonly account: TryLimits;
  readonly address: TryLimits;
}

export async function signInLimits(work: Work<Tables>): Promise<SignInLimits> {
  const { most, minutes, mostHere } = await valuesOf(work, {
    most: mostFailures,
    minutes: lockMinutes,
    mostHere: mostFailuresPerAddress,
  });
  return { account: { most, minutes }, address: { most: mostHere, minutes } };
}

export function keyOfUsername({ keys }: Pick<Work, 'keys'>, username: string): string {
  return hashForLookup(keys, 'tries.username', username);
}

export function keyOfAddress({ keys }: Pick<Work, 'keys'>, address: string): string {
  return hashForLookup(keys, 'tries.address', networkOf(address));
}

export function keyOfSecondFactor({ keys }: Pick<Work, 'keys'>, staffId: string): string {
  return hashForLookup(keys, 'tries.second-factor', staffId);
}

/** Charge a try of this account or second factor before checking it, or refuse while it is locked. */
export async function chargeTry(work: Work<Tables>, key: string, limits: TryLimits): Promise<void> {
  await charge(work, key, limits, refusalToTry);
}

export async function chargeTryFromHere(work: Work<Tables>, key: string, limits: TryLimits): Promise<void> {
  await charge(work, key, limits, refusalToTryFromHere);
}

/** Refuse after a failed check: with the lock when this failure was one too many. What was charged is kept. */
export async function refuseFailure(
  work: Work<Tables>,
  key: string,
  limits: TryLimits,
  refused: Refused,
): Promise<never> {
  const lock = refusalToTry(await triesForUpdate(work.db, key), limits, work.now);
  throw lock
    ? new Refused(lock, 429, { keep: true })
    : new Refused(refused.refusal, refused.status, { ...refused.detail, keep: true });
}

async function charge(
  { db, now }: Work<Tables>,
  key: string,
  limits: TryLimits,
  refusal: typeof refusalToTry,
): Promise<void> {
  if (await beginTries(db, key, chargedTries(undefined, limits, now))) return;
  const tries = await triesForUpdate(db, key);
  insist(refusal(tries, limits, now), 429);
  await setTries(db, key, chargedTries(tries, limits, now));
}
