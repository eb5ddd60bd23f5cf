import { insist } from '@yilu/platform/contract';
import { inTransaction, newId, type RawExchange, type Work } from '@yilu/platform/server';
import { createGroup, nameGroup } from '@yilu/settings/server';
import { alreadySetUp, type SignInStep } from '../contract/index.ts';
import { groupNodeId, insertGrant } from '../store/grants.ts';
import { anybodyCanSignIn, lockSetUp } from '../store/sign-in.ts';
import type { Tables } from '../store/tables.ts';
import { openAccount } from './accounts.ts';
import { giveCookie, openSession, placeOf } from './sessions.ts';
import { enterAsStaff } from './sign-in.ts';

export interface FirstAdministrator {
  readonly groupName?: string | undefined;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

// Until somebody names it; the page asks, the command line may not.
const nameOfUnnamedGroup = '我的集团';

export async function readSetUp<Theirs>({ db }: Work<Theirs>): Promise<{ isNeeded: boolean }> {
  return { isNeeded: !(await anybodyCanSignIn(db as unknown as Work<Tables>['db'])) };
}

/** Whoever comes first is administrator; nobody is signed in yet, so the system acts. */
export async function setUp(exchange: RawExchange, given: FirstAdministrator): Promise<void> {
  const { engine, request } = exchange;
  const staffId = await inTransaction(engine, { entry: { as: 'system' }, requestId: request.id }, (work) =>
    setUpFirstAdministrator(work as Work<Tables>, given),
  );
  const step: SignInStep = { stage: 'signedIn', mustChangePassword: false };
  giveCookie(exchange, await enterAsStaff(exchange, staffId, (work) => openSession(work, placeOf(exchange))));
  exchange.reply.send(step);
}

/** Run as the system: the group, its first administrator and nothing else; refuses when anybody can sign in. */
export async function setUpFirstAdministrator<Theirs>(
  work: Work<Theirs>,
  { groupName, name, username, password }: FirstAdministrator,
): Promise<string> {
  const here = work as unknown as Work<Tables>;
  await lockSetUp(here.db);
  insist((await anybodyCanSignIn(here.db)) ? alreadySetUp : undefined);
  const nodeId = groupName ? (await nameGroup(here, { name: groupName })).id : await ensureGroup(here);
  const { staffId } = await openAccount(here, { username, name, ownPassword: password });
  await insertGrant(here.db, {
    id: newId(),
    staffId,
    roleId: 'administrator',
    nodeId,
    ownOnly: false,
    grantedAt: here.now,
    grantedBy: staffId,
  });
  await here.audit({ action: 'identity.set_up', subject: { kind: 'staff', id: staffId } });
  return staffId;
}

/** The top of the tree, made when nothing needed it before. */
export async function ensureGroup(work: Work<Tables>): Promise<string> {
  return (await groupNodeId(work.db)) ?? (await createGroup(work, { name: nameOfUnnamedGroup })).id;
}
