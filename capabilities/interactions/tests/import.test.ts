import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { inTransaction, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeInteraction, type ImportedContact, timelineOfPerson } from '../contract/index.ts';
import { importInteractions, interactions, undoImportedInteractions } from '../server/index.ts';

let house: House;
let here: string;
let personId: string;
const importId = '00000000-0000-4000-8000-000000000011';
const laterImport = '00000000-0000-4000-8000-000000000012';
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions],
    at: '2026-11-20T16:00:00+08:00',
  });
  here = await house.project();
  const { person } = await house
    .as('administrator')
    .ask(createPerson, { projectId: here, name: '许静安', phones: [{ number: '13800002046' }] });
  personId = person.id;
});
afterAll(() => house.close());

const work = <Result>(act: (work: Work) => Promise<Result>) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, act);
const row = (sourceKey: string, words = '首访，看样板间'): ImportedContact => ({
  sourceKey,
  projectId: here,
  personId,
  kind: 'VISIT_IN',
  contactedAt: new Date('2025-03-01T02:00:00Z'),
  parts: { keyPoints: words },
  staffName: '程望',
});
const rows = () => house.sql('select source_key, parts, import_id from interaction order by source_key');

test('history comes in without minimums, marked as imported, and twice is once', async () => {
  const first = await work((it) => importInteractions(it, { importId, rows: [row('a'), row('b')] }));
  expect(first.map(({ result }) => result)).toEqual(['created', 'created']);
  const again = await work((it) => importInteractions(it, { importId: laterImport, rows: [row('a'), row('b')] }));
  expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
  const { items } = await house.as('administrator').ask(timelineOfPerson, { personId });
  expect(items).toMatchObject([{ imported: true, counted: true, recordedBy: { name: '程望' } }, { imported: true }]);
});

test('a changed row changes what nobody edited, and undoing brings the old words back', async () => {
  const before = await rows();
  const changed = await work((it) =>
    importInteractions(it, { importId: laterImport, rows: [row('a', '二访，谈价格'), row('c')] }),
  );
  expect(changed.map(({ result }) => result)).toEqual(['updated', 'created']);
  const undone = await work((it) =>
    undoImportedInteractions(it, {
      importId: laterImport,
      updated: changed.flatMap(({ id, before, after }) => (before && after ? [{ id, before, after }] : [])),
    }),
  );
  expect(undone).toEqual({ removed: 1, restored: 1, kept: [] });
  expect(await rows()).toEqual(before);
});

test('what was edited here stays when the import is undone, and is named', async () => {
  const [edited] = (await house.as('administrator').ask(timelineOfPerson, { personId })).items;
  await house.as('administrator').ask(changeInteraction, {
    interactionId: edited?.id ?? '',
    version: 1,
    parts: { keyPoints: '首访，带母亲同看' },
  });
  const again = await work((it) => importInteractions(it, { importId: laterImport, rows: [row('a'), row('b')] }));
  expect(again.filter(({ differences }) => differences)).toHaveLength(1);
  const undone = await work((it) => undoImportedInteractions(it, { importId, updated: [] }));
  expect(undone).toEqual({
    removed: 1,
    restored: 0,
    kept: [{ id: edited?.id, personId: edited?.personId, because: 'editedSince' }],
  });
});

test('ten thousand rows come in at once', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => row(`m${at}`, `第 ${at} 次`));
  const results = await work((it) => importInteractions(it, { importId, rows: many }));
  expect(results.filter(({ result }) => result === 'created')).toHaveLength(10_000);
});
