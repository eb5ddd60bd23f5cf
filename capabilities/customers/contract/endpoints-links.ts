import { Day, endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { Household, PartyRole, Relation, RelationGraph, RelationKind, RoomParty, Share } from './party.ts';
import { editCustomers, revealPhones, seeCustomers } from './permissions.ts';

const tag = 'customers';
const onePerson = z.object({ personId: z.uuid() });
const oneRoom = z.object({ roomId: z.uuid() });
const Parties = z.object({
  parties: z.array(RoomParty),
  /** Of the room's people together: another one whenever a part began, changed or ended. */
  version: z.int(),
});

export const roomPeople = endpoint({
  method: 'GET',
  path: '/rooms/:roomId/people',
  params: oneRoom,
  query: z.object({ ended: z.stringbool().optional() }),
  answer: Parties,
  permission: seeCustomers,
  summary: 'Who owns, lives in or rents a room; with `ended`, who did.',
  tag,
});

export const addParty = endpoint({
  method: 'POST',
  path: '/rooms/:roomId/people',
  params: oneRoom,
  body: z.object({
    personId: z.uuid(),
    role: PartyRole,
    share: Share.optional(),
    startedOn: Day.optional(),
    primaryContact: z.boolean().default(false),
  }),
  answer: Parties,
  permission: editCustomers,
  summary: 'Give a person a part in a room.',
  tag,
});

export const changeParty = endpoint({
  method: 'PATCH',
  path: '/parties/:partyId',
  params: z.object({ partyId: z.uuid() }),
  body: z.object({
    version: z.int(),
    share: Share.nullable().optional(),
    startedOn: Day.nullable().optional(),
    primaryContact: z.literal(true).optional(),
  }),
  answer: Parties,
  permission: editCustomers,
  summary: 'Correct share or first day, or make this person the one to ring first.',
  tag,
});

export const endParty = endpoint({
  method: 'POST',
  path: '/parties/:partyId/end',
  params: z.object({ partyId: z.uuid() }),
  body: z.object({ endedOn: Day, version: z.int() }),
  answer: Parties,
  permission: editCustomers,
  summary: 'End a part in a room; it stays as history.',
  tag,
});

export const transferRoom = endpoint({
  method: 'POST',
  path: '/rooms/:roomId/transfer',
  params: oneRoom,
  body: z.object({
    /** First day of the new owners. */
    on: Day,
    reason: z.enum(['sale', 'inheritance', 'divorce', 'gift', 'other']),
    owners: z
      .array(z.object({ personId: z.uuid(), share: Share.optional() }))
      .min(1)
      .max(10),
    /** Also end the parts of family and residents of the former owners. */
    everybodyLeaves: z.boolean().default(true),
    /** Of the people as they were seen; 409 when they have changed since. */
    version: z.int(),
  }),
  answer: Parties,
  permission: editCustomers,
  summary:
    'Transfer of ownership: ends the owners’ parts and begins new ones, the first new owner becomes the contact.',
  tag,
});

export const addRelation = endpoint({
  method: 'POST',
  path: '/people/:personId/relations',
  params: onePerson,
  body: z.object({
    otherId: z.uuid(),
    /** What the other person is to this one: `parent` = the other is this one’s parent. */
    kind: RelationKind,
    note: z.string().trim().max(100).optional(),
  }),
  answer: z.object({ relations: z.array(Relation) }),
  permission: editCustomers,
  summary: 'Link two people: family, referral, friend, colleague, neighbour, partner, influencer.',
  tag,
});

export const relationGraph = endpoint({
  method: 'GET',
  path: '/people/:personId/relations/graph',
  params: onePerson,
  query: z.object({
    /** Absent = as many as the company has set. */
    steps: z.coerce.number().int().min(1).max(3).optional(),
  }),
  answer: RelationGraph,
  permission: seeCustomers,
  summary: 'People in reach around a person, some steps of relations away, and the links among them.',
  tag,
});

export const removeRelation = endpoint({
  method: 'DELETE',
  path: '/people/:personId/relations/:relationId',
  params: z.object({ personId: z.uuid(), relationId: z.uuid() }),
  answer: z.object({ relations: z.array(Relation) }),
  permission: editCustomers,
  summary: 'Remove a link between two people.',
  tag,
});

export const revealRelationNote = endpoint({
  method: 'POST',
  path: '/people/:personId/relations/:relationId/whole-note',
  params: z.object({ personId: z.uuid(), relationId: z.uuid() }),
  body: z.object({
    /** As for revealing a phone of the person. */
    reason: z.string().trim().max(200),
  }),
  answer: z.object({ note: z.string() }),
  permission: revealPhones,
  summary: 'Show the note of one relation with the phones in it whole; logged and rate-limited like each look.',
  tag,
});

export const addHouseholdMember = endpoint({
  method: 'POST',
  path: '/people/:personId/household',
  params: onePerson,
  body: z.object({ memberId: z.uuid() }),
  answer: z.object({ household: Household.optional() }),
  permission: editCustomers,
  summary: 'Bring another person into this person’s household, which begins when there is none.',
  tag,
});

export const removeHouseholdMember = endpoint({
  method: 'DELETE',
  path: '/people/:personId/household/:memberId',
  params: z.object({ personId: z.uuid(), memberId: z.uuid() }),
  answer: z.object({ household: Household.optional() }),
  permission: editCustomers,
  summary: 'Take a person out of the household; one left alone is no household.',
  tag,
});
