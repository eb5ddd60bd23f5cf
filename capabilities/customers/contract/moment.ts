import { Day, endpoint, type Sentence } from '@yilu/platform/contract';
import { z } from 'zod';
import { seeCustomers } from './permissions.ts';

/** What happens with a customer besides contacts, for the one timeline of the 360° page (DOS-55). */
export const momentKinds = ['task', 'deal', 'home', 'label', 'dossier'] as const;
export const MomentKind = z.enum(momentKinds);
export type MomentKind = z.infer<typeof MomentKind>;

export const momentTitles: Readonly<Record<MomentKind, Sentence>> = {
  task: { zh: '待办', en: 'Task' },
  deal: { zh: '成交', en: 'Deal' },
  home: { zh: '房屋', en: 'Home' },
  label: { zh: '标签变化', en: 'Label' },
  dossier: { zh: '档案', en: 'Dossier' },
};

export const PersonMoment = z.object({
  /** The same for what two capabilities know of: a signing is the deal's and the room's. */
  id: z.string(),
  kind: MomentKind,
  /** Absent for what is one for all projects: the dossier. */
  projectId: z.uuid().optional(),
  /** The day in Shanghai on which it happened. */
  on: Day,
  /** The instant, where it is known. */
  at: z.coerce.date().optional(),
  title: z.object({ zh: z.string(), en: z.string() }),
  /** Who did it, where somebody did. */
  by: z.string().optional(),
});
export type PersonMoment = z.infer<typeof PersonMoment>;

export const momentsOfPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/moments',
  params: z.object({ personId: z.uuid() }),
  answer: z.object({ items: z.array(PersonMoment) }),
  permission: seeCustomers,
  summary:
    'What happened with a person besides contacts: tasks, deals, homes, labels, dossier; newest first, at most 200.',
  tag: 'customers',
});
