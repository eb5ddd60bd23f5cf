import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { Dossier } from './endpoints-dossier.ts';
import { Household, Relation, RoomParty } from './party.ts';
import { seeCustomers } from './permissions.ts';
import { Person } from './person.ts';

/** The whole 360° page in one answer (DOS-55): what this capability knows, and a panel per contribution, keyed by its name. */
export const PersonView = z.object({
  person: Person,
  /** Whether the person is in the asker's own portfolio: then the reason to reveal a phone is preset. */
  mine: z.boolean(),
  homes: z.array(RoomParty),
  dossier: Dossier,
  relations: z.array(Relation),
  household: Household.optional(),
  /** What later capabilities contribute; each knows the shape of its own panel. */
  panels: z.record(z.string(), z.unknown()),
});
export type PersonView = z.infer<typeof PersonView>;

export const viewPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/view',
  params: z.object({ personId: z.uuid() }),
  answer: PersonView,
  permission: seeCustomers,
  summary: 'Everything about one person in one request.',
  tag: 'customers',
});
