import { type Day, dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { closingTimeOn } from '@yilu/settings/rules';
import { siteCalendar, valuesOf } from '@yilu/settings/server';
import {
  activityMinimum,
  afterHoursDeadline,
  callInDeadline,
  countPunctuation,
  phoneMinimum,
  phoneScope,
  type RegisterKind,
  type Side,
  visitMinimum,
  visitScope,
  walkInDeadline,
} from '../contract/index.ts';
import { type Minimums, minutesOf, registerDueAt } from '../rules/index.ts';

/** The minimums of DOS-41…44 in force in a project. */
export async function minimumsIn<Theirs>(work: Work<Theirs>, projectId: string): Promise<Minimums> {
  const { phone, ofPhone, visit, ofVisit, activity, punctuation } = await valuesOf(
    work,
    {
      phone: phoneMinimum,
      ofPhone: phoneScope,
      visit: visitMinimum,
      ofVisit: visitScope,
      activity: activityMinimum,
      punctuation: countPunctuation,
    },
    { projectId },
  );
  return { phone, phoneScope: ofPhone, visit, visitScope: ofVisit, activity, punctuation };
}

/** On a day on which the site is closed every call comes after hours. */
const closedAllDay = 0;

/** By when a call or visit must be registered: what the company set, else when the site closes on that day (DOS-01, DOS-02). */
export async function dueAtOf<Theirs>(
  work: Work<Theirs>,
  contact: { readonly kind: RegisterKind; readonly projectId: string; readonly contactedAt: Date },
): Promise<Date> {
  const { kind, projectId, contactedAt } = contact;
  const on = dayOf(contactedAt);
  const deadline = kind === 'CALL_IN' ? callInDeadline : walkInDeadline;
  const { set, afterHours } = await valuesOf(work, { set: deadline, afterHours: afterHoursDeadline }, { projectId });
  const closing = set === deadline.default ? await closingTimeOf(work, projectId, on) : minutesOf(set);
  return registerDueAt(contactedAt, { closing, afterHours: minutesOf(afterHours) });
}

async function closingTimeOf<Theirs>(work: Work<Theirs>, projectId: string, on: Day): Promise<number> {
  return closingTimeOn(await siteCalendar(work, { kind: 'sales', projectId }), on) ?? closedAllDay;
}

/** On which side a record stands: the one asked for if the actor works there, else the developer's before the property company's. */
export function sideOf<Theirs>({ actor }: Work<Theirs>, asked?: Side): Side {
  if (asked && actor.sides.includes(asked)) return asked;
  return actor.sides.includes('developer') ? 'developer' : 'property';
}
