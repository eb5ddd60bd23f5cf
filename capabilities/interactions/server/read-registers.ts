import { withTextsMasked } from '@yilu/customers/server';
import { found, type Heard, type Page } from '@yilu/platform/contract';
import { pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  type listRegisters as listEndpoint,
  noSuchRegister,
  personNotVisible,
  type Register,
  type RegisterDetail,
  RegisterForm,
  type readRegister as readEndpoint,
} from '../contract/index.ts';
import { standingOf } from '../rules/index.ts';
import { nameOfProject, namesOfPeople } from '../store/people.ts';
import { countRegisters, registerById, listRegisters as rowsOf, type StoredRegister } from '../store/registers.ts';
import type { Tables } from '../store/tables.ts';
import { unsealForm } from './form.ts';

const Key = z.tuple([z.coerce.date(), z.uuid()]);

export async function listRegisters(work: Work<Tables>, asked: Heard<typeof listEndpoint>): Promise<Page<Register>> {
  const before = readCursor(asked.cursor, Key);
  const wanted = {
    ...asked,
    now: work.now,
    before: before && { at: before[0], id: before[1] },
    limit: asked.limit + 1,
  };
  const rows = await rowsOf(work.db, wanted);
  const total = asked.total ? await countRegisters(work.db, wanted) : undefined;
  const page = pageOf(rows, asked.limit, ({ contactedAt, id }) => [contactedAt, id], total);
  return { ...page, items: await presentRegisters(work, page.items) };
}

export async function readRegister(
  work: Work<Tables>,
  { registerId }: Heard<typeof readEndpoint>,
): Promise<RegisterDetail> {
  const stored = found(await registerById(work.db, registerId), noSuchRegister);
  const [register] = await presentRegisters(work, [stored]);
  const { phone: _phone, ...form } = (await unsealForm(work as Work, stored)) ?? RegisterForm.parse({});
  return {
    ...found(register, noSuchRegister),
    projectName: found(await nameOfProject(work.db, stored.projectId), personNotVisible),
    form: withTextsMasked(form),
    ...(stored.followUp && { followUp: withTextsMasked(stored.followUp) }),
  };
}

export async function readBack(work: Work<Tables>, id: string): Promise<Register> {
  const [register] = await presentRegisters(work, [found(await registerById(work.db, id), noSuchRegister)]);
  return found(register, noSuchRegister);
}

export async function presentRegisters(work: Work<Tables>, rows: readonly StoredRegister[]): Promise<Register[]> {
  const names = await namesOfPeople(
    work.db,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map((row) => {
    const {
      formSealed: _sealed,
      followUp: _followUp,
      callerName,
      recordedByName,
      onBehalfOfName,
      recordedBy,
      onBehalfOf,
      ...rest
    } = row;
    const name = (row.personId && names.get(row.personId)?.name) ?? callerName;
    return {
      ...rest,
      standing: standingOf(row, work.now),
      recordedBy: { id: recordedBy, name: recordedByName },
      ...(onBehalfOf && { onBehalfOf: { id: onBehalfOf, name: onBehalfOfName ?? '—' } }),
      ...(name && { personName: name }),
    };
  });
}
