import { Day, endpoint, type Sentence } from '@yilu/platform/contract';
import { z } from 'zod';
import { seeCustomers } from './permissions.ts';

/** What happens with a customer besides contacts, for the one timeline of the 360° page (DOS-55). */
export const momentKinds = ['deal', 'home', 'label'] as const;
export const MomentKind = z.enum(momentKinds);
export type MomentKind = z.infer<typeof MomentKind>;

export const momentTitles: Readonly<Record<MomentKind, Sentence>> = {
  deal: { zh: '成交', en: 'Deal' },
  home: { zh: '房屋', en: 'Home' },
  label: { zh: '标签变化', en: 'Label' },
};

export const PersonMoment = z.object({
  /** The same for what two capabilities know of: a signing is the deal's and the room's. */
  id: z.string(),
  kind: MomentKind,
  projectId: z.uuid(),
  /** The day in Shanghai on which it happened. */
  on: Day,
  /** The instant, where it is known. */
  at: z.coerce.date().optional(),
  title: z.object({ zh: z.string(), en: z.string() }),
});
export type PersonMoment = z.infer<typeof PersonMoment>;

export const momentsOfPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/moments',
  params: z.object({ personId: z.uuid() }),
  answer: z.object({ items: z.array(PersonMoment) }),
  permission: seeCustomers,
  summary: 'What happened with a person besides contacts: deals, homes, labels; newest first, at most 200.',
  tag: 'customers',
});
