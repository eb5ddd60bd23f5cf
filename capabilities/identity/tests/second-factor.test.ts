import type { House } from '@yilu/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  confirmSecondFactor,
  dropSecondFactor,
  offerSecondFactor,
  readMe,
  removeSecondFactor,
  renewBackupCodes,
  signIn,
  signInWithSecondFactor,
} from '../contract/index.ts';
import { codeOfStep } from '../server/totp.ts';
import {
  type Arrived,
  arrive,
  type ColleagueArrived,
  colleague,
  cookieOf,
  firstAdministrator,
  groupId,
  openRealHouse,
  withHeaders,
} from './arrivals.ts';

let house: House;
let administrator: Arrived;
let wang: ColleagueArrived;
let secret: string;
let codes: string[];
let now = Date.parse('2026-12-01T02:00:00Z');

beforeAll(async () => {
  house = await openRealHouse();
  administrator = await firstAdministrator(house);
  wang = await colleague(house, administrator, 'wanglei', [
    { roleId: 'projectManager', nodeId: await groupId(house), ownOnly: false },
  ]);
});
afterAll(() => house.close());
// An hour later: locks and used steps of the test before are past.
beforeEach(() => pass(3_600));

function pass(seconds: number): void {
  now += seconds * 1_000;
  house.setClock(new Date(now));
}
const step = () => Math.floor(now / 30_000);
const code = (aside = 0) => codeOfStep(secret, step() + aside);

async function ticket(): Promise<string> {
  const answer = await house.nobody.ask(signIn, { username: 'wanglei', password: wang.password });
  if (answer.stage !== 'secondFactor') throw new Error('no second factor was asked');
  return answer.ticket;
}
const finish = async (given: string) =>
  house.nobody.exchange(signInWithSecondFactor, { ticket: await ticket(), code: given });

// RFC 6238, appendix B, SHA-1, the last six of eight digits; the secret is "12345678901234567890".
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the published code is %s', (seconds, published) => {
  expect(codeOfStep('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', Math.floor(seconds / 30))).toBe(published);
});

test('an authenticator counts from its first code on, and only with the password', async () => {
  expect(await wang.refused(offerSecondFactor, { password: 'a guess' })).toMatchObject({ status: 422 });
  expect(await wang.refused(confirmSecondFactor, { code: '123456' })).toMatchObject({
    code: 'identity.no_second_factor_offered',
  });
  const offered = await wang.ask(offerSecondFactor, { password: wang.password });
  secret = offered.secret.replaceAll(' ', '');
  expect(offered.uri).toContain(`secret=${secret}`);
  expect(await house.nobody.ask(signIn, { username: 'wanglei', password: wang.password })).toMatchObject({
    stage: 'signedIn',
  });
  expect(await wang.refused(confirmSecondFactor, { code: codeOfStep(secret, step() + 5) })).toMatchObject({
    status: 422,
    code: 'identity.wrong_code',
  });
  ({ codes } = await wang.ask(confirmSecondFactor, { code: code() }));
  expect(new Set(codes).size).toBe(10);
  expect(await wang.ask(readMe, {})).toMatchObject({ hasSecondFactor: true });
  const [stored] = await house.sql<{ secret: string }>('select secret from auth.second_factor');
  expect(stored?.secret).not.toContain(secret);
});

test.each<[string, number, number]>([
  ['the present code', 0, 200],
  ['the code of the step before', -1, 200],
  ['the code of the step after', 1, 200],
  ['a code two steps old', -2, 401],
  ['a code two steps early', 2, 401],
])('%s', async (_, aside, status) => {
  const given = code(aside);
  expect((await finish(given)).statusCode).toBe(status);
});

test('a code opens one session, not a second', async () => {
  const response = await finish(code());
  const session = withHeaders(house, { cookie: cookieOf(response) });
  expect(await session.ask(readMe, {})).toMatchObject({ username: 'wanglei' });
  expect((await finish(code())).json()).toMatchObject({ code: 'identity.wrong_code' });
  pass(30);
  expect((await finish(code())).statusCode).toBe(200);
});

test('a back-up code, typed as people type, works once', async () => {
  const [first = ''] = codes;
  expect((await finish(` ${first.toUpperCase().replace('-', ' ')} `)).statusCode).toBe(200);
  expect((await finish(first)).statusCode).toBe(401);
});

test('two at once cannot use the same back-up code', async () => {
  const [, second = ''] = codes;
  const one = await ticket();
  const answers = await Promise.all(
    [1, 2, 3].map(() => house.nobody.exchange(signInWithSecondFactor, { ticket: one, code: second })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(1);
});

test('new back-up codes end the old ones', async () => {
  const [, , third = ''] = codes;
  const { codes: fresh } = await wang.ask(renewBackupCodes, { password: wang.password });
  expect((await finish(third)).statusCode).toBe(401);
  expect((await finish(fresh[0] ?? '')).statusCode).toBe(200);
});

test('a ticket lives five minutes and is used once', async () => {
  const late = await ticket();
  pass(300);
  expect(await house.nobody.refused(signInWithSecondFactor, { ticket: late, code: code() })).toMatchObject({
    status: 401,
    code: 'identity.ticket_expired',
  });
  const used = await ticket();
  await house.nobody.ask(signInWithSecondFactor, { ticket: used, code: code() });
  pass(30);
  expect(await house.nobody.refused(signInWithSecondFactor, { ticket: used, code: code() })).toMatchObject({
    code: 'identity.ticket_expired',
  });
});

test('five wrong codes lock the second factor, whoever knows the password and begins again', async () => {
  for (let failure = 1; failure <= 4; failure++)
    expect((await finish('000000')).json().code).toBe('identity.wrong_code');
  expect((await finish('000000')).json()).toMatchObject({ status: 429, code: 'identity.locked' });
  expect((await finish(code())).json()).toMatchObject({ code: 'identity.locked', params: { minutes: 15 } });
  pass(15 * 60);
  expect((await finish(code())).statusCode).toBe(200);
});

test('a session alone does not take the second factor away; password and code do', async () => {
  expect(await wang.refused(removeSecondFactor, { password: wang.password, code: '000000' })).toMatchObject({
    status: 422,
  });
  expect(await wang.refused(removeSecondFactor, { password: 'a guess', code: code() })).toMatchObject({ status: 422 });
  await wang.ask(removeSecondFactor, { password: wang.password, code: code() });
  await arrive(house, 'wanglei', wang.password);
});

test('an administrator helps whoever lost phone and codes, and then all sessions are over', async () => {
  const offered = await wang.ask(offerSecondFactor, { password: wang.password });
  secret = offered.secret.replaceAll(' ', '');
  await wang.ask(confirmSecondFactor, { code: code() });
  await administrator.ask(dropSecondFactor, { staffId: wang.staffId });
  expect(await wang.refused(readMe, {})).toMatchObject({ status: 401 });
  await arrive(house, 'wanglei', wang.password);
});
