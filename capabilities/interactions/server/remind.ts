import { every, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { giveNoticeInstead, holdersOf } from '@yilu/tasks/server';
import { kindTitles, reminderMinutes } from '../contract/index.ts';
import { clockOf, remindAt } from '../rules/index.ts';
import { registersDueWithin, type StoredRegister } from '../store/registers.ts';
import type { Tables } from '../store/tables.ts';
import { openRegister } from './today.ts';

export const cutOff = 'interactions.cutOff';
/** Asked so often, a reminder comes up to so many minutes before its time and never after it. */
const everyMinutes = 5;
/** The parameter allows no longer. */
const longestMinutes = 24 * 60;

/** Every five minutes: registers that are still open and whose cut-off comes near are told to whose they are, or to whom they were handed over (DOS-06). */
export const remindOfCutOffs = every('interactions.remind', `*/${everyMinutes} * * * *`, async (work: Work<Tables>) => {
  const { db, now } = work;
  const open = await registersDueWithin(db, { from: now, to: later(now, longestMinutes) });
  const minutes = new Map<string, number>();
  for (const projectId of new Set(open.map((register) => register.projectId)))
    minutes.set(projectId, await valueOf(work, reminderMinutes, { projectId }));
  const near = open.filter(({ contactedAt, dueAt, projectId }) => {
    return remindAt(contactedAt, dueAt, minutes.get(projectId) ?? 0) <= later(now, everyMinutes);
  });
  const holders = await holdersOf(
    work,
    openRegister,
    near.map(({ id }) => id),
  );
  await giveNoticeInstead(
    work,
    near.map((register) => noticeOf(register, holders.get(register.id))),
  );
});

function noticeOf(
  { id, kind, numberOfDay, dueAt, personId, missing, onBehalfOf, recordedBy }: StoredRegister,
  holder: string | undefined,
) {
  const what = kindTitles[kind];
  const clock = clockOf(dueAt);
  return {
    accountId: holder ?? onBehalfOf ?? recordedBy,
    origin: cutOff,
    occurrence: id,
    title: {
      zh: `第 ${numberOfDay} 位${what.zh}登记 ${clock} 截止，还差 ${missing.length} 项`,
      en: `${what.en} no. ${numberOfDay} is due at ${clock}; ${missing.length} fields are missing`,
    },
    ...(personId && { subject: { kind: 'person', id: personId } }),
    path: `/registers/${id}`,
  };
}

function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
