import {
  answerDossier,
  changeParty,
  changePerson,
  changePhone,
  createPerson,
  roomPeople,
  viewPerson,
} from '@yilu/customers/contract';
import {
  editRole,
  editStaff,
  endOtherSessions,
  entrust,
  liftLock,
  listRoles,
  readStaff,
  transferPortfolio,
} from '@yilu/identity/contract';
import { changeInteraction, readInteraction, recordContact } from '@yilu/interactions/contract';
import { day } from '@yilu/platform/contract';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { createRoom, editRoom, readRoom } from '@yilu/properties/contract';
import { recordGivingUp, takeBackGivingUp } from '@yilu/segments/contract';
import {
  editCompany,
  editEntry,
  listCompanies,
  orderEntries,
  parameterHistory,
  readCalendar,
  readDictionary,
  resetParameter,
  setCalendar,
  setParameter,
  setSpecialDay,
} from '@yilu/settings/contract';
import { readToday, transferTasksOf } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capabilities } from '../capabilities.ts';

// What is asked for stands already: nothing is written, nobody is told, and the audit has no line that says otherwise.

let house: House;
let administrator: Caller;
let projectId: string;
let personId: string;
let roomId: string;
let keeper: Caller;
let heir: Caller;
let interactionId: string;
const words = '客户对东户采光满意，觉得总价比预想略高，想等下周活动再来看一次并带母亲同看。';

beforeAll(async () => {
  house = await openHouse({ capabilities, at: '2026-11-20T02:00:00Z' });
  administrator = house.as('administrator');
  projectId = await house.project('澜山府');
  const of = (name: string) => house.as({ role: 'housekeeper', name, projects: [projectId], sides: ['property'] });
  [keeper, heir] = [of('顾家禾'), of('何雨桐')];
  for (const one of [keeper, heir]) await one.ask(readToday, {});
  roomId = (await administrator.ask(createRoom, { projectId, kind: 'RESIDENCE', number: '1801' })).id;
  const phones = [{ number: '13800002046' }];
  const asked = { projectId, name: '许静安', phones, room: { roomId, role: 'owner' as const } };
  personId = (await administrator.ask(createPerson, asked)).person.id;
  const contact = { personId, projectId, kind: 'CALL_OUT' as const, parts: { feedback: words } };
  interactionId = (await administrator.ask(recordContact, contact)).id;
  await house.settle();
});
afterAll(() => house.close());

const subjects = () => [{ kind: 'person' as const, id: personId, projectId }];
const view = async () => (await administrator.ask(viewPerson, { personId })).person;
const dictionary = () => administrator.ask(readDictionary, { key: 'settings.tags' });

/** Each act as it is asked; done once more it changes nothing. */
const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  'a person edited': async () =>
    administrator.ask(changePerson, { personId, version: (await view()).version, birthYear: 1988 }),
  'a phone edited': async () =>
    administrator.ask(changePhone, { personId, phoneId: (await view()).phones[0]?.id ?? '', note: '晚上打' }),
  'a dossier answered': () =>
    administrator.ask(answerDossier, { personId, answers: [{ field: 'community', value: '梅园' }] }),
  'a share of a home': async () => {
    const [party] = (await administrator.ask(roomPeople, { roomId })).parties;
    return administrator.ask(changeParty, { partyId: party?.id ?? '', version: party?.version ?? 0, share: 0.5 });
  },
  'a room edited': async () =>
    administrator.ask(editRoom, {
      roomId,
      version: (await administrator.ask(readRoom, { roomId })).version,
      bedrooms: 3,
    }),
  'the codes of a room': async () =>
    administrator.ask(editRoom, {
      roomId,
      version: (await administrator.ask(readRoom, { roomId })).version,
      externalCodes: [
        { source: 'MINGYUAN', code: 'F-1801' },
        { source: 'YARDI', code: '77' },
      ],
    }),
  'a special day': () =>
    administrator.ask(setSpecialDay, {
      kind: 'sales',
      nodeId: projectId,
      day: day('2026-12-24'),
      periods: [{ from: 540, to: 1_230 }],
      note: '开盘',
    }),
  'working hours': async () => {
    const { version, week } = await administrator.ask(readCalendar, { kind: 'sales', nodeId: projectId });
    return administrator.ask(setCalendar, { kind: 'sales', nodeId: projectId, week, followsHolidays: true, version });
  },
  'a contact reworded': async () => {
    const { version } = await administrator.ask(readInteraction, { interactionId });
    return administrator.ask(changeInteraction, { interactionId, version, parts: { feedback: `${words}好。` } });
  },
  'somebody entrusted': () => administrator.ask(entrust, { staffId: keeper.accountId, subjects: subjects() }),
  'a portfolio handed over': () =>
    administrator.ask(transferPortfolio, { fromStaffId: keeper.accountId, toStaffId: heir.accountId }),
  'tasks handed over': () =>
    administrator.ask(transferTasksOf, { from: keeper.accountId, to: heir.accountId, reason: '休假' }),
  'a role edited': async () => {
    const { roles } = await administrator.ask(listRoles, {});
    const { id = '', version = 0, permissions = [] } = roles.find((role) => role.id === 'surveyor') ?? {};
    const wanted = permissions.filter((one) => one !== 'tasks.create');
    return administrator.ask(editRole, { roleId: id, version, permissions: wanted });
  },
  'a colleague renamed': async () => {
    const { version } = await administrator.ask(readStaff, { staffId: heir.accountId });
    return administrator.ask(editStaff, { staffId: heir.accountId, version, name: '何雨彤' });
  },
  'a lock lifted': () => administrator.ask(liftLock, { staffId: heir.accountId }),
  'other sessions ended': () => administrator.ask(endOtherSessions, {}),
  'a company edited': async () => {
    const node = (await administrator.ask(listCompanies, {})).items.find(({ id }) => id === projectId);
    return administrator.ask(editCompany, {
      nodeId: projectId,
      name: '澜山府',
      code: 'LSF',
      version: node?.version ?? 0,
    });
  },
  'a parameter set': () =>
    administrator.ask(setParameter, { key: 'record.phone.minChars', nodeId: projectId, value: 20 }),
  'a word of a list edited': async () => {
    const [entry] = (await dictionary()).entries;
    const { id = '', version = 0 } = entry ?? {};
    const said = { zh: '怕吵', en: 'Dislikes noise', synonyms: [] };
    return administrator.ask(editEntry, { key: 'settings.tags', entryId: id, version, ...said });
  },
  'a list put in order': async () => {
    const entryIds = (await dictionary()).entries.map(({ id }) => id).sort();
    return administrator.ask(orderEntries, { key: 'settings.tags', entryIds });
  },
};

async function written() {
  const [row] = await house.sql<{ audited: number; jobs: number; history: number }>(`
    select (select count(*)::int from audit_entry) as audited, (select count(*)::int from jobs.job) as jobs,
           (select count(*)::int from parameter_change) as history`);
  return row;
}

test.each(Object.keys(acts))('%s twice is once', async (name) => {
  const act = acts[name];
  await act?.();
  await house.settle();
  const before = await written();
  await act?.();
  expect(await written()).toEqual(before);
});

test('giving up on somebody twice is once, and so is taking it back', async () => {
  const lead = (await administrator.ask(createPerson, { projectId, name: '陆远' })).person.id;
  const said = { personId: lead, projectId, on: day('2026-11-20'), reason: '买了别处' };
  await administrator.ask(recordGivingUp, said);
  await house.settle();
  const before = await written();
  await administrator.ask(recordGivingUp, said);
  expect(await written()).toEqual(before);
  await administrator.ask(recordGivingUp, { ...said, reason: '预算不够' });
  expect((await written())?.audited).toBe((before?.audited ?? 0) + 1);
  await administrator.ask(takeBackGivingUp, { personId: lead, projectId });
  await house.settle();
  const after = await written();
  await administrator.ask(takeBackGivingUp, { personId: lead, projectId });
  expect(await written()).toEqual(after);
});

test('a parameter set to the value that it has leaves no line in its history, and reset twice one', async () => {
  const key = 'record.visit.minChars';
  const history = async () => (await administrator.ask(parameterHistory, { key })).items.map(({ after }) => after);
  await administrator.ask(setParameter, { key, nodeId: projectId, value: 60 });
  await administrator.ask(setParameter, { key, nodeId: projectId, value: 60, reason: '再设一次' });
  expect(await history()).toEqual([60]);
  await administrator.ask(resetParameter, { key, nodeId: projectId });
  await administrator.ask(resetParameter, { key, nodeId: projectId });
  expect(await history()).toHaveLength(2);
});
