import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { Completeness } from './completeness.ts';
import { FieldChange } from './dossier.ts';
import { PartyRole, Share } from './party.ts';
import { editCustomers, mergeCustomers, revealPhones, revealSensitive, seeCustomers } from './permissions.ts';
import {
  IdentityKind,
  NewIdentity,
  NewPhone,
  Person,
  PersonDetails,
  PersonKind,
  PhoneKind,
  Resemblance,
} from './person.ts';

const tag = 'customers';
const onePerson = z.object({ personId: z.uuid() });
const onePhone = z.object({ personId: z.uuid(), phoneId: z.uuid() });

/** What every save answers: the person and what is still missing (DOS-14). */
export const Saved = z.object({ person: Person, completeness: Completeness });
export type Saved = z.infer<typeof Saved>;

export const NewPerson = PersonDetails.extend({
  kind: PersonKind.default('natural'),
  projectId: z.uuid(),
  phones: z.array(NewPhone).max(10).default([]),
  identity: NewIdentity.optional(),
  /** A part in a room of the project from the start. */
  room: z.object({ roomId: z.uuid(), role: PartyRole, share: Share.optional() }).optional(),
  /** Register although others resemble this person. */
  anyway: z.boolean().default(false),
});
export type NewPerson = z.output<typeof NewPerson>;

export const createPerson = endpoint({
  method: 'POST',
  path: '/people',
  body: NewPerson,
  answer: Saved,
  permission: editCustomers,
  summary: 'Register a person; 409 with the records it resembles unless `anyway` is given.',
  tag,
});

export const resemblances = endpoint({
  method: 'POST',
  path: '/people/resemblances',
  body: z.object({
    projectId: z.uuid(),
    name: z.string().max(60).optional(),
    phones: z.array(z.string().max(40)).max(10).default([]),
    identity: NewIdentity.optional(),
    roomId: z.uuid().optional(),
  }),
  answer: z.object({ people: z.array(Resemblance) }),
  permission: editCustomers,
  summary: 'Whom a person about to be registered resembles; asked while typing.',
  tag,
});

export const lookUpPhone = endpoint({
  method: 'GET',
  path: '/people/lookup',
  query: z.object({ phone: z.string().min(4).max(40) }),
  answer: z.object({ people: z.array(Resemblance) }),
  permission: seeCustomers,
  summary:
    'Who has this phone: a full number is found across scopes with the name masked; a part of one (from 4 digits) within reach.',
  tag,
});

export const FoundPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  maskedPhone: z.string().optional(),
  /** At most three room labels within reach. */
  rooms: z.array(z.string()),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const findPeople = endpoint({
  method: 'GET',
  path: '/people/search',
  query: z.object({
    text: z.string().trim().min(1).max(60),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ people: z.array(FoundPerson) }),
  permission: seeCustomers,
  summary: 'People by name, pinyin, initials, part of a phone or room, for the command menu.',
  tag,
});

export const readPerson = endpoint({
  method: 'GET',
  path: '/people/:personId',
  params: onePerson,
  answer: Saved,
  permission: seeCustomers,
  summary: 'One person with masked phones and what the dossier lacks.',
  tag,
});

export const PersonPatch = z.object({
  version: z.int(),
  name: PersonDetails.shape.name.optional(),
  /** `null` clears. */
  sex: PersonDetails.shape.sex.unwrap().nullable().optional(),
  birthDate: PersonDetails.shape.birthDate.unwrap().nullable().optional(),
  birthYear: PersonDetails.shape.birthYear.unwrap().nullable().optional(),
});

export const changePerson = endpoint({
  method: 'PATCH',
  path: '/people/:personId',
  params: onePerson,
  body: PersonPatch,
  answer: Saved,
  permission: editCustomers,
  summary: 'Change name, sex or birth; 409 with the current record when the version is stale.',
  tag,
});

export const setIdentity = endpoint({
  method: 'PUT',
  path: '/people/:personId/identity',
  params: onePerson,
  body: NewIdentity,
  answer: Saved,
  permission: editCustomers,
  summary: 'Record the ID number: encrypted, found again by a keyed hash, purpose: identity.',
  tag,
});

export const revealIdentity = endpoint({
  method: 'POST',
  path: '/people/:personId/identity/reveal',
  params: onePerson,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  answer: z.object({ kind: IdentityKind, number: z.string() }),
  permission: revealSensitive,
  summary: 'Show the full ID number once; logged with the reason and rate-limited.',
  tag,
});

export const addPhone = endpoint({
  method: 'POST',
  path: '/people/:personId/phones',
  params: onePerson,
  body: NewPhone,
  answer: Saved,
  permission: editCustomers,
  summary: 'Add a phone; several people may share one.',
  tag,
});

export const changePhone = endpoint({
  method: 'PATCH',
  path: '/people/:personId/phones/:phoneId',
  params: onePhone,
  body: z.object({
    kind: PhoneKind.optional(),
    primary: z.literal(true).optional(),
    /** True marks it wrong as of today, false takes that back. */
    wrong: z.boolean().optional(),
    note: z.string().trim().max(60).nullable().optional(),
  }),
  answer: Saved,
  permission: editCustomers,
  summary: 'Change a phone: its kind, make it the first to ring, mark it wrong.',
  tag,
});

export const removePhone = endpoint({
  method: 'DELETE',
  path: '/people/:personId/phones/:phoneId',
  params: onePhone,
  answer: Saved,
  permission: editCustomers,
  summary: 'Remove a phone entered by mistake; a number that no longer works is marked wrong instead.',
  tag,
});

export const revealPhone = endpoint({
  method: 'POST',
  path: '/people/:personId/phones/:phoneId/reveal',
  params: onePhone,
  body: z.object({
    /** Empty within one’s own portfolio, where it is preset; otherwise to be stated. */
    reason: z.string().trim().max(200),
  }),
  answer: z.object({
    number: z.string(),
    /** As it was written, with the numbers in it. */
    note: z.string().optional(),
  }),
  permission: revealPhones,
  summary: 'Show one full phone number; each look is logged with its reason and rate-limited.',
  tag,
});

export const ringPerson = endpoint({
  method: 'POST',
  path: '/people/:personId/ringing',
  params: onePerson,
  body: z.object({
    /** As for revealing a phone. */
    reason: z.string().trim().max(200),
  }),
  answer: z.object({ phoneId: z.uuid(), number: z.string() }),
  permission: revealPhones,
  summary: 'Show the number by which a person is rung first; logged with its reason and rate-limited like each look.',
  tag,
});

export const personHistory = endpoint({
  method: 'GET',
  path: '/people/:personId/history',
  params: onePerson,
  query: z.object({ field: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ changes: z.array(FieldChange) }),
  permission: seeCustomers,
  summary: 'What changed, who changed it and when, newest first; one field or all.',
  tag,
});

export const mergePeople = endpoint({
  method: 'POST',
  path: '/people/:personId/merge',
  params: onePerson,
  body: z.object({
    otherId: z.uuid(),
    /** Version of the person that stays, so that nobody merges into what they have not seen. */
    version: z.int(),
    /** Columns and answers to take from the other person; everything else is kept, what is empty is filled. */
    takeFromOther: z.array(z.string().max(60)).max(100).default([]),
  }),
  answer: Saved,
  permission: mergeCustomers,
  summary: 'Make two records of one person into one; everything of the other is re-linked, with an audit trail.',
  tag,
});
