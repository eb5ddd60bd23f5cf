import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { interactions } from '../server/index.ts';

export interface SalesOffice {
  readonly house: House;
  /** The project. */
  readonly here: string;
  readonly consultant: Caller;
  /** Somebody of the consultant's with a phone of their own. */
  readonly newCustomer: (name?: string) => Promise<{ readonly id: string; readonly phone: string }>;
}

/** The sales office of 澜山府, with its consultant 程望, at ten in the morning of 20 November 2026. */
export async function openSalesOffice(): Promise<SalesOffice> {
  const house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions],
    at: '2026-11-20T02:00:00Z',
  });
  const here = await house.project('澜山府');
  const consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'] });
  let phones = 0;
  const newCustomer = async (name = '许静安') => {
    const phone = `1380013${1_000 + phones++}`;
    const asked = { projectId: here, name, phones: [{ number: phone }], anyway: true };
    const { person } = await consultant.ask(createPerson, asked);
    return { id: person.id, phone };
  };
  return { house, here, consultant, newCustomer };
}
