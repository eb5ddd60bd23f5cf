import { randomBytes } from 'node:crypto';
import type { RoleId } from '../contract/index.ts';
import type { Capability, Enter, Keys, Recurring } from '../server/index.ts';
import { buildServer, drainJobs, type Engine, newId, openEngine, strikeNow } from '../server/index.ts';
import { type Caller, callerOf } from './caller.ts';
import { openDatabase, type Scope, type TestDatabase } from './database.ts';
import { enrol, type Member, memberEnter } from './member.ts';

/** What a test's house is made of: usually the capability under test and those it leans on. */
export interface HouseParts {
  readonly capabilities: readonly Capability[];
  readonly recurring?: readonly Recurring[];
  /** Identity's own, for tests of signing in; members of the house are recognised before it is asked. */
  readonly enter?: Enter;
  /** Where the clock stands at the start; it stands still until it is set. */
  readonly at?: string;
}

/** The whole server in process over a database of its own. Close it after the file. */
export interface House {
  /** Somebody of this role (all projects, no own-portfolio limit) or as described in detail. */
  readonly as: (who: RoleId | Member) => Caller;
  readonly nobody: Caller;
  readonly setClock: (instant: string | Date) => void;
  /** Do all waiting jobs, and those that they cause. */
  readonly settle: () => Promise<void>;
  /** Let the clock strike for one entry of `recurring`. */
  readonly strike: (name: string) => Promise<void>;
  /** A project of the tree of companies, under one group; answers its id. */
  readonly project: (name?: string) => Promise<string>;
  readonly sql: TestDatabase['sql'];
  /** For tests that need several connections at once. */
  readonly databaseUrl: string;
  readonly asApp: <Row>(scope: Scope, text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly engine: Engine;
  readonly keys: Keys;
  readonly close: () => Promise<void>;
}

export async function openHouse(parts: HouseParts): Promise<House> {
  const database = await openDatabase();
  let now = new Date(parts.at ?? '2026-12-01T02:00:00Z');
  const members = new Map<string, Member>();
  const keys: Keys = { current: 'k1', keys: new Map([['k1', randomBytes(32)]]), lookup: randomBytes(32) };
  const complaints: unknown[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (facts: object) => void complaints.push(facts) };
  const engine = await openEngine({
    databaseUrl: database.url,
    capabilities: parts.capabilities,
    recurring: parts.recurring ?? [],
    enter: memberEnter(members, parts.capabilities, parts.enter),
    keys,
    log,
    clock: () => new Date(now),
    connections: 8,
    takesJobs: false,
  });
  const app = await buildServer(engine, { version: 'test', requestsPerMinute: 1_000_000 });

  return {
    as: (who) => {
      const member = typeof who === 'string' ? { role: who } : who;
      const accountId = member.accountId ?? newId();
      members.set(accountId, { ...member, accountId });
      const enrolled = enrol(database.sql, { ...member, accountId });
      // It is awaited at the first question; a house closed before that has nothing to complain about.
      enrolled.catch(() => undefined);
      return callerOf(app, { token: accountId, complaints, ready: enrolled, accountId });
    },
    nobody: callerOf(app, { complaints, ready: Promise.resolve(), accountId: '' }),
    setClock: (instant) => {
      now = new Date(instant);
    },
    settle: () => drainJobs(engine),
    strike: (name) => strikeNow(engine, name),
    project: (name) => addProject(database, name),
    sql: database.sql,
    databaseUrl: database.url,
    asApp: database.asApp,
    engine,
    keys,
    close: async () => {
      await app.close();
      await engine.close();
      await database.drop();
    },
  };
}

async function addProject({ sql }: TestDatabase, name = `云栖里${newId().slice(-4)}`): Promise<string> {
  const [group] = await sql<{ id: string }>("select id from company_node where kind = 'group'");
  const groupId = group?.id ?? newId();
  if (!group) await sql("insert into company_node (id, kind, name) values ($1, 'group', '远山集团')", [groupId]);
  const id = newId();
  await sql("insert into company_node (id, kind, parent_id, name) values ($1, 'project', $2, $3)", [id, groupId, name]);
  return id;
}
