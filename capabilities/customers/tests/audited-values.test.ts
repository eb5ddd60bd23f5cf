import { openAuditEntry, searchAudit } from '@yilu/identity/contract';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerDossier, createPerson, revealPhone } from '../contract/index.ts';
import { shownInAudit } from '../server/shown-in-audit.ts';
import { type Estate, openEstate } from './estate.ts';

let estate: Estate;
let administrator: Caller;
beforeAll(async () => {
  estate = await openEstate();
  administrator = estate.house.as('administrator');
});
afterAll(() => estate.house.close());

const person = async (name: string, number: string) =>
  (await administrator.ask(createPerson, { projectId: estate.here, name, phones: [{ number }] })).person;
const latest = async (action: string, subjectId: string) => {
  const { items } = await administrator.ask(searchAudit, { action, subjectId });
  return items[0];
};

test('an opened entry of the audit shows phones masked (SEC-09)', async () => {
  const { id: personId } = await person('审甲', '13857148801');
  await administrator.ask(answerDossier, {
    personId,
    answers: [{ field: 'emergencyContact', value: '李雷 13911112222' }],
  });
  const entry = await latest('customers.dossier_changed', personId);
  expect(entry).toMatchObject({ isSealed: true });
  const opened = await administrator.ask(openAuditEntry, { entryId: entry?.id ?? '' });
  expect(opened.after).toEqual({ emergencyContact: '李雷 139****2222' });
});

test('a phone in a stated reason is masked where reasons are listed', async () => {
  const { id: personId, phones } = await person('审乙', '13857148802');
  const reason = '他太太 13922223333 请我们回电';
  await administrator.ask(revealPhone, { personId, phoneId: phones[0]?.id ?? '', reason });
  expect(await latest('customers.phone_revealed', personId)).toMatchObject({ reason: '他太太 139****3333 请我们回电' });
});

test('the audit says that a sensitive answer changed, and leaves ids as they are (SEC-04)', () => {
  const personId = '01900001-0000-7007-8000-a13857148801';
  const entry = {
    action: 'customers.dossier_changed',
    before: { religion: 'declined' },
    after: { religion: '佛教', hobbies: ['钓鱼 13911112222'] },
  };
  expect(shownInAudit(entry)).toEqual({
    ...entry,
    after: { religion: '***', hobbies: ['钓鱼 139****2222'] },
  });
  const merged = { action: 'customers.merged', after: { mergedId: personId } };
  expect(shownInAudit(merged)).toEqual(merged);
});
