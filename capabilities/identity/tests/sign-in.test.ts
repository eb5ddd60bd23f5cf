import type { House } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addStaff,
  changePassword,
  changePreferences,
  endOtherSessions,
  endSession,
  listStaff,
  ownSessions,
  readMe,
  readSetUp,
  resetPassword,
  setUp,
  signIn,
  signOut,
} from '../contract/index.ts';
import {
  type Arrived,
  administratorPassword,
  arrive,
  colleague,
  cookieOf,
  firstAdministrator,
  groupId,
  openRealHouse,
  ownPassword,
  withHeaders,
} from './arrivals.ts';

let house: House;
let administrator: Arrived;
beforeAll(async () => {
  house = await openRealHouse();
});
afterAll(() => house.close());

const begin = '2026-12-01T02:00:00Z';
const after = (seconds: number) => new Date(Date.parse(begin) + seconds * 1_000);
const wrong = { username: 'zhouning', password: 'not the password' };
const right = { username: 'zhouning', password: administratorPassword };

test('two who press set-up at once make one administrator, and staff who cannot sign in do not close the page', async () => {
  // A demo made on the command line has staff without passwords; somebody must still be able to come in.
  await house.sql(
    "insert into staff (id, username, name, name_key, added_at) values (gen_random_uuid(), 'demo00001', '朱静', 'zhujing', now())",
  );
  expect(await house.nobody.ask(readSetUp, {})).toEqual({ isNeeded: true });
  const given = { groupName: '远山集团', name: '周宁', password: administratorPassword };
  const answers = await Promise.all(
    ['zhouning', 'lixia', 'wangfang'].map((username) => house.nobody.exchange(setUp, { ...given, username })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
  expect(await house.sql('select count(*)::int as staff from auth.password')).toEqual([{ staff: 1 }]);
  expect(await house.nobody.ask(readSetUp, {})).toEqual({ isNeeded: false });
  await house.sql("delete from staff where username = 'demo00001'");
  await house.sql("update staff set username = 'zhouning', name = '周宁'");
  administrator = withHeaders(house, {
    cookie: cookieOf(answers.find(({ statusCode }) => statusCode === 200) ?? { cookies: [] }),
  });
});

test('the first administrator may everything in the whole group', async () => {
  const me = await administrator.ask(readMe, {});
  expect(me).toMatchObject({
    kind: 'staff',
    username: 'zhouning',
    name: '周宁',
    ownOnly: false,
    sides: ['developer', 'property'],
  });
  expect(me.roles.map(({ id }) => id)).toEqual(['administrator']);
  expect(me.permissions).toContain('identity.manage_roles');
  const [group] = await house.sql<{ name: string }>("select name from company_node where kind = 'group'");
  expect(group?.name).toBe('远山集团');
});

test('the cookie is for the server alone and for our own pages', async () => {
  const { headers } = await house.nobody.exchange(signIn, right);
  expect(String(headers['set-cookie'])).toMatch(/^yilu_session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Strict$/);
});

test('a write from another site is refused though the browser adds the cookie', async () => {
  const refused = await administrator.refused(
    changePreferences,
    { theme: 'dark' },
    { origin: 'https://elsewhere.example' },
  );
  expect(refused).toMatchObject({ status: 403, code: 'platform.foreign_origin' });
});

test('a wrong name and a wrong password sound alike', async () => {
  const byName = await house.nobody.refused(signIn, { username: 'nobody-here', password: 'x' });
  const byPassword = await house.nobody.refused(signIn, wrong);
  expect([byName.status, byName.code, byName.title]).toEqual([byPassword.status, byPassword.code, byPassword.title]);
  await arrive(house, right.username, right.password);
});

test('the fifth failure locks for fifteen minutes, the right password included, and not a second longer', async () => {
  house.setClock(after(0));
  for (let failure = 1; failure <= 4; failure++) {
    expect(await house.nobody.refused(signIn, wrong)).toMatchObject({
      status: 401,
      code: 'identity.wrong_credentials',
    });
  }
  expect(await house.nobody.refused(signIn, wrong)).toMatchObject({
    status: 429,
    code: 'identity.locked',
    params: { minutes: 15 },
    title: '连续输错次数过多，账号已锁定。请 15 分钟后再试，或请管理员解锁。',
  });
  house.setClock(after(14 * 60));
  expect(await house.nobody.refused(signIn, right)).toMatchObject({ code: 'identity.locked', params: { minutes: 1 } });
  const [line] = (await administrator.ask(listStaff, {})).items;
  expect(line?.lockedUntil).toEqual(after(15 * 60));
  house.setClock(after(15 * 60));
  await arrive(house, right.username, right.password);
  expect(await house.sql('select 1 from auth.failed_tries where count >= 5')).toEqual([]);
});

test('a success forgets earlier failures', async () => {
  for (let failure = 1; failure <= 4; failure++) await house.nobody.refused(signIn, wrong);
  await arrive(house, right.username, right.password);
  for (let failure = 1; failure <= 4; failure++) {
    expect(await house.nobody.refused(signIn, wrong)).toMatchObject({ code: 'identity.wrong_credentials' });
  }
  await arrive(house, right.username, right.password);
});

test('twenty guesses at once are counted one by one', async () => {
  await house.sql('delete from auth.failed_tries');
  const guesses = await Promise.all(Array.from({ length: 20 }, () => house.nobody.exchange(signIn, wrong)));
  const statuses = guesses.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(4);
  // Those that the lock refused were never checked.
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(16);
  expect(await house.sql('select 1 from auth.failed_tries where count > 5')).toEqual([]);
  house.setClock(after(40 * 60));
  await arrive(house, right.username, right.password);
});

test('one address may not try name after name', async () => {
  await house.sql('delete from auth.failed_tries');
  await house.nobody.refused(signIn, { username: 'first-name', password: 'x' });
  await house.sql('update auth.failed_tries set count = 100 where count = 1');
  const refused = await house.nobody.refused(signIn, { username: 'another-name', password: 'x' });
  expect(refused).toMatchObject({ status: 429, code: 'identity.too_many_tries' });
  await house.sql('delete from auth.failed_tries');
});

test('a password set by another opens nothing but its own replacement', async () => {
  const { staff, password } = await administrator.ask(addStaff, {
    username: 'Wang.Lei',
    name: '王磊',
    grants: [{ roleId: 'projectManager', nodeId: await groupId(house), ownOnly: false }],
  });
  expect(staff.username).toBe('wang.lei');
  const response = await house.nobody.exchange(signIn, { username: 'WANG.lei ', password });
  expect(response.json()).toEqual({ stage: 'signedIn', mustChangePassword: true });
  const wang = withHeaders(house, { cookie: cookieOf(response) });
  expect(await wang.ask(readMe, {})).toMatchObject({ mustChangePassword: true, permissions: [] });
  expect(await wang.refused(listStaff, {})).toMatchObject({ status: 403, code: 'platform.change_password_first' });
  expect(await wang.refused(changePassword, { current: password, next: 'wang.lei-2026' })).toMatchObject({
    status: 422,
    fields: [{ path: 'next' }],
  });
  await wang.ask(changePassword, { current: password, next: ownPassword });
  expect(await wang.ask(readMe, {})).toMatchObject({ mustChangePassword: false });
  expect((await wang.ask(listStaff, {})).items.length).toBe(2);
});

test('changing the password ends all other sessions, a reset by another ends every one', async () => {
  const desk = await arrive(house, 'wang.lei', ownPassword);
  const phone = await arrive(house, 'wang.lei', ownPassword);
  expect(await desk.refused(changePassword, { current: 'a guess', next: 'nine lanterns in a row' })).toMatchObject({
    status: 422,
    code: 'identity.current_password_wrong',
  });
  await desk.ask(changePassword, { current: ownPassword, next: 'nine lanterns in a row' });
  expect(await phone.refused(readMe, {})).toMatchObject({ status: 401 });
  const { id } = await desk.ask(readMe, {});

  const { password } = await administrator.ask(resetPassword, { staffId: id });
  expect(await desk.refused(readMe, {})).toMatchObject({ status: 401 });
  const again = await arrive(house, 'wang.lei', password);
  await again.ask(changePassword, { current: password, next: ownPassword });
});

test('own sessions are listed and ended, one or all others', async () => {
  const here = await arrive(house, 'wang.lei', ownPassword);
  const phone = await arrive(house, 'wang.lei', ownPassword);
  const sessions = await here.ask(ownSessions, {});
  expect(sessions.filter(({ isThisOne }) => isThisOne).length).toBe(1);
  const [other] = await phone.ask(ownSessions, {}).then((all) => all.filter(({ isThisOne }) => isThisOne));
  await here.ask(endSession, { sessionId: other?.id ?? '' });
  expect(await phone.refused(readMe, {})).toMatchObject({ status: 401 });
  expect(
    await administrator.refused(endSession, { sessionId: sessions.find((one) => one.isThisOne)?.id ?? '' }),
  ).toMatchObject({
    status: 404,
  });
  await arrive(house, 'wang.lei', ownPassword);
  expect((await here.ask(endOtherSessions, {})).ended).toBeGreaterThan(0);
  expect((await here.ask(ownSessions, {})).length).toBe(1);
  await here.ask(signOut, {});
  expect(await here.refused(readMe, {})).toMatchObject({ status: 401 });
});

test('a session lives on with use and ends thirty days after its last', async () => {
  const start = Date.parse('2027-03-01T00:00:00Z');
  const days = (count: number) => house.setClock(new Date(start + count * 86_400_000));
  days(0);
  const here = await arrive(house, 'wang.lei', ownPassword);
  days(29);
  await here.ask(readMe, {});
  days(58);
  await here.ask(readMe, {});
  days(88);
  expect(await here.refused(readMe, {})).toMatchObject({ status: 401 });
  await house.strike('identity.forget-expired');
  expect(
    await house.sql('select 1 from auth.session where expires_at <= $1', [new Date(start + 88 * 86_400_000)]),
  ).toEqual([]);
});

test('preferences stay with the account', async () => {
  house.setClock(after(0));
  const wang = await arrive(house, 'wang.lei', ownPassword);
  await wang.ask(changePreferences, { language: 'en', theme: 'dark' });
  expect(await wang.ask(readMe, {})).toMatchObject({ language: 'en', theme: 'dark' });
});

test('neither passwords nor tokens are readable in the database', async () => {
  const wang = await arrive(house, 'wang.lei', ownPassword);
  const [dump] = await house.sql<{ text: string }>(
    'select (select json_agg(p)::text from auth.password p) || (select json_agg(s)::text from auth.session s) as text',
  );
  expect(dump?.text).not.toContain(ownPassword);
  expect(dump?.text).not.toContain(wang.cookie.split('=')[1]);
});

test('sign-ins, failed ones too, stand in the audit', async () => {
  const rows = await house.sql<{ action: string }>('select distinct action from audit_entry order by 1');
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'identity.set_up',
      'identity.sign_in_failed',
      'identity.signed_in',
      'identity.signed_out',
      'identity.password_changed',
    ]),
  );
});

test('a second house is set up by whoever comes first and needs no further one', async () => {
  const other = await openRealHouse();
  try {
    const first = await firstAdministrator(other);
    const second = await colleague(other, first, 'second', [
      { roleId: 'administrator', nodeId: await groupId(other), ownOnly: false },
    ]);
    expect((await second.ask(readMe, {})).permissions).toContain('identity.manage_keys');
  } finally {
    await other.close();
  }
});
