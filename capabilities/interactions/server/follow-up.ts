import { dayOf, type Refusal } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { plannedOn } from '@yilu/tasks/rules';
import { createTasks } from '@yilu/tasks/server';
import { type FollowUpPlan, planInPast } from '../contract/index.ts';

/** Why this plan cannot become a task. */
export function refusalToPlan(followUp: FollowUpPlan, now: Date): Refusal | undefined {
  return followUp.on < dayOf(now) ? planInPast : undefined;
}

/** Stands before the contact that a follow-up comes from. */
export const followUpOrigin = 'interactions.followUp';

/** The next step of a contact becomes a task of that day; the same contact makes it once. */
export async function planFollowUp<Theirs>(
  work: Work<Theirs>,
  plan: {
    readonly projectId: string;
    readonly personId: string;
    readonly interactionId: string;
    readonly contactedAt: Date;
    readonly followUp: FollowUpPlan;
    readonly assigneeId: string | undefined;
  },
): Promise<void> {
  const { followUp } = plan;
  const on = dayOf(plan.contactedAt);
  const [, month, date] = on.split('-').map(Number);
  await createTasks(work, [
    {
      projectId: plan.projectId,
      kind: 'followUp',
      subject: { kind: 'person', id: plan.personId },
      title: { zh: followUp.what, en: followUp.what },
      why: {
        zh: `${month} 月 ${date} 日往来时约好的下一步。`,
        en: `Agreed as the next step of the contact on ${on}.`,
      },
      origin: followUpOrigin,
      occurrence: plan.interactionId,
      ...plannedOn(followUp.on, followUp.atMinutes),
      assigneeId: plan.assigneeId ?? work.actor.accountId,
    },
  ]);
}
