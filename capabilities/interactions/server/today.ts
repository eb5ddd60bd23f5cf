import { dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { valueInEachProject } from '@yilu/settings/server';
import type { ComputedLine, TodayAsked } from '@yilu/tasks/server';
import { kindTitles, registerFieldTitles, reminderMinutes } from '../contract/index.ts';
import { remindAt, standingOf } from '../rules/index.ts';
import { namesOfPeople } from '../store/people.ts';
import { callersOfRegisters, openRegisters } from '../store/registers.ts';
import { onOwnTables } from '../store/tables.ts';

/** Registers not yet complete, with what is missing; late ones until somebody fills them in (DOS-06). */
export async function registerLines<Theirs>(work: Work<Theirs>, asked: TodayAsked): Promise<ComputedLine[]> {
  const registers = await openRegisters(onOwnTables(work), { accountId: asked.accountId, limit: asked.limit });
  if (registers.length === 0) return [];
  const minutesIn = await valueInEachProject(work, reminderMinutes);
  return registers.map((register) => {
    const { kind, numberOfDay, contactedAt, dueAt, missing } = register;
    const what = kindTitles[kind];
    const fields = missing.map((field) => registerFieldTitles[field]);
    const on = dayOf(contactedAt);
    const isLate = standingOf(register, work.now) === 'MISSING';
    return {
      occurrence: register.id,
      kind: 'register',
      projectId: register.projectId,
      // Who called without being a customer yet is known by what stands in the register.
      subject: register.personId ? { kind: 'person', id: register.personId } : { kind: 'register', id: register.id },
      title: {
        zh: `补齐${on.slice(5).replace('-', '/')}第 ${numberOfDay} 位${what.zh}登记`,
        en: `Finish ${what.en.toLowerCase()} no. ${numberOfDay} of ${on}`,
      },
      why: {
        zh: `还差：${fields.map(({ zh }) => zh).join('、')}。${isLate ? '当日截止已过，补上记为迟登。' : '当日截止前补齐算准时。'}`,
        en: `Missing: ${fields.map(({ en }) => en.toLowerCase()).join(', ')}. ${isLate ? 'The deadline has passed; it will count as late.' : 'On time until the deadline of the day.'}`,
      },
      plannedAt: remindAt(contactedAt, dueAt, minutesIn(register.projectId)),
      dueAt,
      showOn: on,
      assigneeId: register.onBehalfOf ?? register.recordedBy,
      path: registerPath(register.id),
    };
  });
}

export const openRegister = 'interactions.openRegister';

export function registerPath(id: string): string {
  return `/registers/${id}`;
}

/** What registers without a customer are called on lines of others: as the caller was written down. */
export async function registerNames<Theirs>(work: Work<Theirs>, ids: readonly string[]) {
  const callers = await callersOfRegisters(onOwnTables(work), ids);
  return new Map(
    callers.flatMap(({ id, name }) => (name === null ? [] : [[id, { name, path: registerPath(id) }] as const])),
  );
}

/** What people are called on lines of others. */
export async function peopleNames<Theirs>(work: Work<Theirs>, ids: readonly string[]) {
  const names = await namesOfPeople(onOwnTables(work), ids);
  return new Map([...names].map(([id, { name, room }]) => [id, { name, room, path: `/customers/${id}` }]));
}
