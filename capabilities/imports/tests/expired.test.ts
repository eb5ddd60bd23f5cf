import { expect, test } from 'vitest';
import { openOffice } from './office.ts';

test('what was previewed weeks ago is not brought in, and says that its files are gone', async () => {
  const office = await openOffice();
  const { administrator, house, projectId } = office;
  const run = await office.drop(administrator, { 'owners.csv': '业主姓名,手机号\n赵一,13800138011\n' }, projectId);
  expect(run.phase).toBe('previewed');
  house.setClock('2027-12-20T02:00:00Z');
  await house.strike('imports.forget-old');
  expect(await office.bringIn(administrator, run)).toMatchObject({
    phase: 'failed',
    failure: { code: 'imports.files_gone' },
  });
  await house.close();
});
