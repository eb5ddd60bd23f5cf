import { type Capability, newId, sessionCookie } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { addStaff, type GivenGrant, setUp, signIn } from '../contract/index.ts';
import { enterWith, forgetExpired, identity } from '../server/index.ts';

export const administratorPassword = 'green tea on the stairs';
export const ownPassword = 'seven lanterns by the river';

/** A house whose people really sign in, instead of being members that the house knows. */
export async function openRealHouse(more: readonly Capability[] = []): Promise<House> {
  const capabilities = [settings, identity, ...more];
  return openHouse({ capabilities, enter: enterWith(capabilities), recurring: [forgetExpired] });
}

/** Somebody with a session cookie, or with any other header. */
export interface Arrived extends Pick<Caller, 'ask' | 'refused' | 'exchange'> {
  readonly cookie: string;
}

export function withHeaders({ nobody }: House, headers: Record<string, string>): Arrived {
  return {
    cookie: headers.cookie ?? '',
    ask: (endpoint, input, more) => nobody.ask(endpoint, input, { ...headers, ...more }),
    refused: (endpoint, input, more) => nobody.refused(endpoint, input, { ...headers, ...more }),
    exchange: (endpoint, input, more) => nobody.exchange(endpoint, input, { ...headers, ...more }),
  };
}

export async function arrive(house: House, username: string, password: string): Promise<Arrived> {
  const response = await house.nobody.exchange(signIn, { username, password });
  if (response.statusCode !== 200) throw new Error(`${username} was not let in: ${response.body}`);
  return withHeaders(house, { cookie: cookieOf(response) });
}

export function cookieOf({ cookies }: { cookies: readonly { name: string; value: string }[] }): string {
  const [cookie] = cookies;
  if (!cookie) throw new Error('no cookie was given');
  return `${cookie.name}=${cookie.value}`;
}

/** The first administrator, by the set-up page. */
export async function firstAdministrator(house: House): Promise<Arrived> {
  const response = await house.nobody.exchange(setUp, {
    groupName: '远山集团',
    name: '周宁',
    username: 'zhouning',
    password: administratorPassword,
  });
  return withHeaders(house, { cookie: cookieOf(response) });
}

export interface ColleagueArrived extends Arrived {
  readonly staffId: string;
  readonly password: string;
}

/** A colleague who works already: the password is the own one, a session is open. Without signing in, which takes its time. */
export async function colleague(
  house: House,
  administrator: Arrived,
  username: string,
  grants: readonly GivenGrant[],
): Promise<ColleagueArrived> {
  const { staff, password } = await administrator.ask(addStaff, { username, name: username, grants: [...grants] });
  const token = newId();
  await house.sql('update auth.password set set_by = staff_id where staff_id = $1', [staff.id]);
  await house.sql(
    `insert into auth.session (id, token_hash, staff_id, opened_at, last_seen_at, expires_at, idle_days, device, address)
     values (gen_random_uuid(), sha256($1), $2, $3, $3, 'infinity', 180, 'test', '127.0.0.1')`,
    [Buffer.from(token), staff.id, new Date('2026-12-01T00:00:00Z')],
  );
  return { ...withHeaders(house, { cookie: `${sessionCookie}=${token}` }), staffId: staff.id, password };
}

export async function groupId({ sql }: House): Promise<string> {
  const [group] = await sql<{ id: string }>("select id from company_node where kind = 'group'");
  return group?.id ?? '';
}
