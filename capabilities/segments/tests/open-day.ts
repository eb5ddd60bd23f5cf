import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import type { Work } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { readToday, type TodayLine } from '@yilu/tasks/contract';
import { closeSettled, tasks } from '@yilu/tasks/server';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

export const clock = (text: string) => new Date(`${text}+08:00`);

/** A site with two consultants, whose Today is looked at by the clock. */
export interface Day {
  readonly house: House;
  readonly project: string;
  readonly me: Caller;
  readonly colleague: Caller;
  /** A lead in my portfolio who was registered and came on these days. */
  readonly lead: (registered: string, visits?: readonly string[]) => Promise<string>;
  /** My lines about one person as they stand at an instant, with the labels of that night. */
  readonly linesAt: (instant: string, kind: TodayLine['kind'], personId: string) => Promise<readonly TodayLine[]>;
}

export async function openDay(): Promise<Day> {
  const house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, segments],
    recurring: [closeSettled],
    at: '2026-11-09T10:00:00+08:00',
  });
  const project = await house.project('澜山府');
  const consultant = { role: 'salesConsultant', projects: [project], sides: ['developer'] } as const;
  const me = house.as({ ...consultant, name: '程望' });
  const colleague = house.as({ ...consultant, name: '陆远' });
  for (const each of [me, colleague]) await each.ask(readToday, {});
  const made = estate(house);
  return {
    house,
    project,
    me,
    colleague,
    lead: async (registered, visits = []) => {
      const id = await made.person(project, { registeredAt: `${registered}T10:00:00+08:00` });
      await made.entrust(project, me.accountId, 'person', id);
      for (const visit of visits) await made.visit(project, id, `${visit}T10:00:00+08:00`);
      return id;
    },
    linesAt: async (instant, kind, personId) => {
      house.setClock(clock(instant).toISOString());
      await begin(house)((work) => markAll(work as Work<Tables>));
      await recomputeMarked(begin(house));
      const { lines } = await me.ask(readToday, {});
      return lines.filter((line) => line.kind === kind && line.key.includes(personId));
    },
  };
}
