import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';

vi.setConfig({ testTimeout: 120_000 });
let office: Office;
let administrator: Caller;
beforeAll(async () => {
  office = await openOffice();
  administrator = office.administrator;
});
afterAll(() => office.house.close());

const bring = async (name: string, text: string) =>
  office.bringIn(administrator, await office.drop(administrator, { [name]: text }, office.projectId));
const partsIn = (room: string) =>
  office.house.sql<{ name: string; role: string; from: string; until: string; rung: boolean }>(
    `select person.name, party.role, coalesce(party.started_on::text, '') as from, coalesce(party.ended_on::text, '') as until,
            party.primary_contact as rung
       from room_party party join person on person.id = party.person_id join room on room.id = party.room_id
      where room.display_code = '${room}' order by party.ended_on nulls first, party.role, person.name`,
  );

const transfers = `房号,原业主,原业主电话,新业主,新业主电话,过户日期
3-1-101,张伟,,李娜,13800210002,2024-03-05
3-1-102,王强、赵敏,,王强,13800210003,2024-04-01
3-1-103,孙三,13800210005,周杰,13800210006,2024-05-01
`;

test('a transfer ends the former ownership on its day, keeps it as history, changes nothing twice and is undone', async () => {
  await bring(
    '业主.csv',
    '房号,业主,电话\n3-1-101,张伟,13800210001\n3-1-102,王强、赵敏,13800210003、13800210004\n3-1-104,钱二,13800210007\n',
  );
  const before = await everything(office.house);

  const run = await bring('过户.csv', transfers);
  expect(run.counts).toMatchObject({ rows: 3, rejected: 0 });
  expect(await partsIn('3-1-101')).toEqual([
    { name: '李娜', role: 'owner', from: '2024-03-05', until: '', rung: true },
    { name: '张伟', role: 'owner', from: '', until: '2024-03-05', rung: false },
  ]);
  expect(await partsIn('3-1-102')).toEqual([
    { name: '王强', role: 'owner', from: '', until: '', rung: true },
    { name: '赵敏', role: 'coOwner', from: '', until: '2024-04-01', rung: false },
  ]);
  // Nobody knew of 孙三 before: the ownership is history from the start.
  expect(await partsIn('3-1-103')).toEqual([
    { name: '周杰', role: 'owner', from: '2024-05-01', until: '', rung: true },
    { name: '孙三', role: 'owner', from: '', until: '2024-05-01', rung: false },
  ]);

  const after = await everything(office.house);
  const again = await bring('过户.csv', transfers);
  expect(again.counts).toMatchObject({ rows: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 });
  expect(await everything(office.house)).toEqual(after);

  // The list of before the transfer makes nobody an owner again.
  const old = await bring('业主.csv', '房号,业主,电话\n3-1-101,张伟,13800210001\n');
  expect(old.counts).toMatchObject({ rows: 1, created: 0, updated: 0 });
  expect(await everything(office.house)).toEqual(after);

  const undone = await office.takeBack(administrator, run);
  expect(undone).toMatchObject({ phase: 'undone', kept: [] });
  expect(await everything(office.house)).toEqual(before);
});

test('a former owner who was named in the same file, and left no phone, is one person', async () => {
  const before = await everything(office.house);
  const run = await office.bringIn(
    administrator,
    await office.drop(
      administrator,
      {
        '业主.csv': '房号,业主,电话\n5-1-101,吴老先生,\n',
        '过户.csv': '房号,原业主,新业主,新业主电话,过户日期\n5-1-101,吴老先生,吴敏,13800210011,2024-06-01\n',
      },
      office.projectId,
    ),
  );
  expect((await partsIn('5-1-101')).map(({ name, until }) => `${name} ${until}`)).toEqual([
    '吴敏 ',
    '吴老先生 2024-06-01',
  ]);
  await office.takeBack(administrator, run);
  expect(await everything(office.house)).toEqual(before);
});
