import { Refused } from '@yilu/platform/contract';
import { inTransaction, type RawExchange, type Work } from '@yilu/platform/server';
import { type SignInStep, ticketExpired, wrongCode, wrongCredentials } from '../contract/index.ts';
import {
  type Candidate,
  candidateNamed,
  insertTicket,
  passwordOf,
  staffOfTicket,
  useTicket,
} from '../store/sign-in.ts';
import type { Tables } from '../store/tables.ts';
import { forgetTries, takeBackTry } from '../store/tries.ts';
import { isCodeOf } from './codes.ts';
import {
  chargeTry,
  chargeTryFromHere,
  keyOfAddress,
  keyOfSecondFactor,
  keyOfUsername,
  refuseFailure,
  signInLimits,
} from './limits.ts';
import { hashOfToken, isPassword, newToken } from './secrets.ts';
import { giveCookie, openSession, placeOf } from './sessions.ts';

const ticketMinutes = 5;

/**
 * Three transactions: charge the try, then check the password with none open, since that takes a fifth of a second, then
 * open the session or record the failure.
 */
export async function signIn(
  exchange: RawExchange,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const place = placeOf(exchange);
  const candidate = await exchange.begin((work) => chargedCandidate(work as Work<Tables>, username, place.address));
  const isRight = await isPassword(password, candidate?.hash);
  if (!candidate || !isRight) return exchange.begin((work) => failSignIn(work as Work<Tables>, username, candidate));

  await exchange.begin((work) => forgive(work as Work<Tables>, username, place.address));
  const step = candidate.hasSecondFactor
    ? await exchange.begin((work) => askSecondFactor(work as Work<Tables>, candidate.staffId))
    : await enterAsStaff(exchange, candidate.staffId, (work) => welcome(work, exchange, candidate.isPasswordForeign));
  exchange.reply.send(step);
}

export async function signInWithSecondFactor(
  exchange: RawExchange,
  { ticket, code }: { ticket: string; code: string },
): Promise<void> {
  const hash = hashOfToken(ticket);
  const staffId = await exchange.begin(({ db, now }) => staffOfTicket(db as Work<Tables>['db'], hash, now));
  if (staffId === undefined) throw new Refused(ticketExpired, 401);
  const step = await enterAsStaff(exchange, staffId, async (work) => {
    const { account } = await signInLimits(work);
    const key = keyOfSecondFactor(work, staffId);
    await chargeTry(work, key, account);
    if (!(await isCodeOf(work, staffId, code))) {
      await work.audit({ action: 'identity.second_factor_failed', subject: { kind: 'staff', id: staffId } });
      await refuseFailure(work, key, account, new Refused(wrongCode, 401, { field: 'code' }));
    }
    if (!(await useTicket(work.db, hash))) throw new Refused(ticketExpired, 401);
    await forgetTries(work.db, key);
    return welcome(work, exchange, (await passwordOf(work.db, staffId))?.isForeign === true);
  });
  exchange.reply.send(step);
}

/** Do something as a member of staff who has just proved to be it. */
export function enterAsStaff<Result>(
  { engine, request }: RawExchange,
  accountId: string,
  act: (work: Work<Tables>) => Promise<Result>,
): Promise<Result> {
  return inTransaction(engine, { entry: { as: 'account', accountId }, requestId: request.id }, (work) =>
    act(work as Work<Tables>),
  );
}

async function chargedCandidate(work: Work<Tables>, username: string, address: string): Promise<Candidate | undefined> {
  const limits = await signInLimits(work);
  await chargeTryFromHere(work, keyOfAddress(work, address), limits.address);
  await chargeTry(work, keyOfUsername(work, username), limits.account);
  return candidateNamed(work.db, username);
}

/** A wrong name and a wrong password sound alike. */
async function failSignIn(work: Work<Tables>, username: string, candidate: Candidate | undefined): Promise<never> {
  await work.audit({
    action: 'identity.sign_in_failed',
    subject: { kind: 'staff', id: candidate?.staffId ?? 'unknown' },
  });
  const { account } = await signInLimits(work);
  return refuseFailure(work, keyOfUsername(work, username), account, new Refused(wrongCredentials, 401));
}

async function forgive(work: Work<Tables>, username: string, address: string): Promise<void> {
  await forgetTries(work.db, keyOfUsername(work, username));
  await takeBackTry(work.db, keyOfAddress(work, address));
}

async function askSecondFactor({ db, now }: Work<Tables>, staffId: string): Promise<SignInStep> {
  const ticket = newToken();
  const expiresAt = new Date(now.getTime() + ticketMinutes * 60_000);
  await insertTicket(db, { hash: hashOfToken(ticket), staffId, expiresAt });
  return { stage: 'secondFactor', ticket };
}

async function welcome(work: Work<Tables>, exchange: RawExchange, mustChangePassword: boolean): Promise<SignInStep> {
  giveCookie(exchange, await openSession(work, placeOf(exchange)));
  await work.audit({ action: 'identity.signed_in', subject: { kind: 'staff', id: work.actor.accountId } });
  return { stage: 'signedIn', mustChangePassword };
}
