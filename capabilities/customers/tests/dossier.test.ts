import type { Caller } from '@yilu/platform/testing';
import { setParameter } from '@yilu/settings/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerDossier,
  createPerson,
  fieldSettings,
  personHistory,
  readDossier,
  revealAnswer,
  revealAnswerPhone,
  setField,
  shippedPurposes,
  viewPerson,
} from '../contract/index.ts';
import { type Estate, openEstate } from './estate.ts';

let estate: Estate;
let manager: Caller;
let housekeeper: Caller;
beforeAll(async () => {
  estate = await openEstate();
  manager = estate.house.as({ role: 'projectManager', name: '严正', projects: [estate.here] });
  housekeeper = estate.house.as({ role: 'housekeeper', projects: [estate.here], sides: ['property'] });
});
afterAll(() => estate.house.close());

const register = async (name: string) => {
  const phones = [{ number: `1385714${String(1_000 + ++count)}` }];
  return (await manager.ask(createPerson, { projectId: estate.here, name, phones })).person.id;
};
let count = 0;

describe('the dossier', () => {
  test('answers, declined and cleared fields move the percentage, and each change is kept', async () => {
    const personId = await register('档案甲');
    const first = await manager.ask(answerDossier, {
      personId,
      answers: [
        { field: 'address', value: '文一路 1 号' },
        { field: 'familyStructure', value: 'oneChild' },
        { field: 'sourceChannel', declined: true },
      ],
    });
    expect(first.completeness.filled).toBe(18);
    const second = await manager.ask(answerDossier, {
      personId,
      answers: [{ field: 'address' }, { field: 'familyStructure', value: 'couple' }],
    });
    expect(second.completeness.filled).toBe(15);
    const { changes } = await manager.ask(personHistory, { personId, field: 'familyStructure' });
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['oneChild', 'couple'],
      [undefined, 'oneChild'],
    ]);
  });

  test('a phone in an answer is masked, seen whole with a reason, and not lost by editing around it (SEC-09)', async () => {
    const personId = await register('档案癸');
    const answer = (value: string) => ({ personId, answers: [{ field: 'emergencyContact', value }] });
    const saved = await manager.ask(answerDossier, answer('李雷 13911112222'));
    expect(saved.answers).toMatchObject([{ value: '李雷 139****2222', masksPhone: true }]);
    expect((await manager.refused(revealAnswerPhone, { personId, field: 'emergencyContact', reason: '' })).code).toBe(
      'customers.reason_needed',
    );
    const asked = { personId, field: 'emergencyContact', reason: '家中漏水，联系不上' };
    expect(await manager.ask(revealAnswerPhone, asked)).toMatchObject({ value: '李雷 13911112222' });
    const [look] = await estate.house.sql<{ reason: string }>(
      "select reason from audit_entry where action = 'customers.phone_revealed' and person_id = $1",
      [personId],
    );
    expect(look?.reason).toBe('家中漏水，联系不上');

    await manager.ask(answerDossier, answer('弟弟李雷 139****2222'));
    await manager.ask(answerDossier, answer('韩梅梅'));
    await manager.ask(answerDossier, answer('弟弟李雷 139****2222'));
    expect(await manager.ask(revealAnswerPhone, asked)).toMatchObject({ value: '弟弟李雷 13911112222' });
    expect((await manager.refused(answerDossier, answer('139****9999'))).code).toBe('customers.phone_stays_masked');
    const { changes } = await manager.ask(personHistory, { personId });
    expect(JSON.stringify(changes)).not.toContain('13911112222');
  });

  test('one unusable answer refuses all', async () => {
    const personId = await register('档案乙');
    const answers = [
      { field: 'address', value: '文一路' },
      { field: 'carCount', value: -1 },
    ];
    expect(await manager.refused(answerDossier, { personId, answers })).toMatchObject({
      status: 422,
      fields: [{ path: 'carCount' }],
    });
    expect((await manager.ask(readDossier, { personId })).answers).toEqual([]);
  });

  test('the property side neither reads nor writes what a buyer can pay, and is not told of the gap', async () => {
    const personId = await register('档案丙');
    await manager.ask(answerDossier, {
      personId,
      answers: [
        { field: 'totalPrice', value: ['300to500'] },
        { field: 'wechat', value: 'dac' },
      ],
    });
    const dossier = await housekeeper.ask(readDossier, { personId });
    expect(dossier.answers.map(({ field }) => field)).toEqual(['wechat']);
    expect(dossier.fields).not.toContain('totalPrice');
    expect(dossier.completeness.missing.map(({ item }) => item)).not.toContain('intent');
    expect(dossier.completeness.filled).toBe((await manager.ask(readDossier, { personId })).completeness.filled);
    const answers = [{ field: 'totalPrice', value: ['under100'] }];
    expect(await housekeeper.refused(answerDossier, { personId, answers })).toMatchObject({
      status: 422,
      code: 'customers.no_such_field',
    });
  });

  test('one field is answered once in a request', async () => {
    const personId = await register('档案两答');
    const answers = [
      { field: 'wechat', value: 'one' },
      { field: 'wechat', value: 'two' },
    ];
    expect(await manager.refused(answerDossier, { personId, answers })).toMatchObject({
      status: 422,
      fields: [{ path: 'answers.1.field' }],
    });
    const lines = await estate.house.sql(
      "select from audit_entry where action = 'customers.dossier_changed' and project_id is null",
    );
    expect(lines).toEqual([]);
  });

  test('sensitive fields are off, stay off until consent is recorded, and are encrypted once they are on (SEC-04)', async () => {
    const personId = await register('档案丁');
    const answers = [{ field: 'personalIncome', value: 'over100' }];
    expect(await manager.refused(answerDossier, { personId, answers })).toMatchObject({
      code: 'customers.field_switched_off',
    });
    const administrator = estate.house.as('administrator');
    const on = { field: 'personalIncome', on: true, purpose: '匹配产品' };
    expect(await administrator.refused(setField, on)).toMatchObject({ code: 'customers.consent_not_yet_recorded' });

    await estate.house.sql(
      "insert into dossier_field_switch (field, switched_on, purpose, switched_by, switched_at) values ('personalIncome', true, '匹配产品', gen_random_uuid(), now())",
    );
    const dossier = await manager.ask(answerDossier, { personId, answers });
    expect(dossier.answers).toMatchObject([{ field: 'personalIncome', hidden: true }]);
    const [row] = await estate.house.sql<{ value: unknown; encrypted: string }>(
      "select value, encrypted from dossier_answer where field = 'personalIncome' and person_id = $1",
      [personId],
    );
    expect(row?.value).toBeNull();
    expect(row?.encrypted).not.toContain('over100');
    expect(await manager.ask(revealAnswer, { personId, field: 'personalIncome', reason: '核对资格' })).toEqual({
      field: 'personalIncome',
      value: 'over100',
    });
    const { changes } = await manager.ask(personHistory, { personId });
    expect(changes).toMatchObject([{ field: 'personalIncome', hidden: true }]);
    await estate.house.sql('delete from dossier_field_switch');
  });

  test('what a group is for is the company’s to say (DOS-27)', async () => {
    const administrator = estate.house.as('administrator');
    const [group] = await estate.house.sql<{ id: string }>("select id from company_node where kind = 'group'");
    const asked = { key: 'dossier.groupPurpose', nodeId: group?.id ?? '' };
    const purposes = { ...shippedPurposes, residence: 'approachReason' as const };
    await administrator.ask(setParameter, { ...asked, value: purposes });
    expect((await administrator.ask(fieldSettings, {})).purposes.residence).toBe('approachReason');
    const personId = await register('看用途');
    expect((await manager.ask(readDossier, { personId })).purposes).toEqual(purposes);
    expect((await manager.ask(viewPerson, { personId })).dossier.purposes).toEqual(purposes);
    const wrong = { ...asked, value: { ...purposes, residence: 'fun' } };
    expect(await administrator.refused(setParameter, wrong)).toMatchObject({ status: 422 });
  });

  test('a field without a purpose cannot be switched on; one that is off leaves the form (DOS-36)', async () => {
    const administrator = estate.house.as('administrator');
    await administrator.ask(setField, { field: 'wechat', on: false });
    const personId = await register('档案戊');
    expect((await manager.ask(readDossier, { personId })).fields).not.toContain('wechat');
    expect(await administrator.refused(setField, { field: 'wechat', on: true })).toMatchObject({
      code: 'customers.purpose_missing',
    });
    const { fields } = await administrator.ask(setField, { field: 'wechat', on: true, purpose: '日常联系' });
    expect(fields.find(({ field }) => field === 'wechat')).toEqual({
      field: 'wechat',
      on: true,
      sensitive: false,
      purpose: '日常联系',
    });
    expect(await manager.refused(setField, { field: 'wechat', on: false })).toMatchObject({ status: 403 });
    expect(await manager.refused(fieldSettings, {})).toMatchObject({ status: 403 });
    expect((await administrator.ask(fieldSettings, {})).fields.length).toBeGreaterThan(50);
  });
});
