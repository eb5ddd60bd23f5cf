import type { Capability } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { addStaff, changePassword, type GivenGrant, setUp, signIn } from '../contract/index.ts';
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

/** A colleague who has changed the temporary password to the own one. */
export async function colleague(
  house: House,
  administrator: Arrived,
  username: string,
  grants: readonly GivenGrant[],
): Promise<Arrived & { staffId: string }> {
  const { staff, password } = await administrator.ask(addStaff, { username, name: username, grants: [...grants] });
  const arrived = await arrive(house, username, password);
  await arrived.ask(changePassword, { current: password, next: ownPassword });
  return { ...arrived, staffId: staff.id };
}

export async function groupId({ sql }: House): Promise<string> {
  const [group] = await sql<{ id: string }>("select id from company_node where kind = 'group'");
  return group?.id ?? '';
}
