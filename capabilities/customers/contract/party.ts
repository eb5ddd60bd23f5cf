import { Day } from '@yilu/platform/contract';
import { z } from 'zod';

/** What a person is to a room (DOS-53). */
export const PartyRole = z.enum(['owner', 'coOwner', 'resident', 'tenant', 'family']);
export type PartyRole = z.infer<typeof PartyRole>;

/** Roles that hold the room; labels hang on them and on leads only (decision 15). */
export const owningRoles: readonly PartyRole[] = ['owner', 'coOwner'];

/** A person's part in a room from one day to another; ended parts stay as history. */
export const RoomParty = z.object({
  id: z.uuid(),
  roomId: z.uuid(),
  projectId: z.uuid(),
  /** As staff say it: `3-2-1801`. */
  roomLabel: z.string(),
  personId: z.uuid(),
  personName: z.string(),
  role: PartyRole,
  /** Part of ownership, above 0 to 1; absent when unknown or not an owner. */
  share: z.number().optional(),
  /** Absent when nobody knows since when. */
  startedOn: Day.optional(),
  /** First day on which the part no longer holds; absent while it holds. */
  endedOn: Day.optional(),
  /** Whom to ring first about this room; at most one per room. */
  primaryContact: z.boolean(),
  version: z.int(),
});
export type RoomParty = z.infer<typeof RoomParty>;

export const Share = z.number().positive().max(1);

/** Typed links between people (DOS-18); read as "from is … of to", inverse kinds are shown from the other side. */
export const RelationKind = z.enum([
  'spouse',
  'parent',
  'sibling',
  'relative',
  'referrer',
  'friend',
  'colleague',
  'neighbour',
  'partner',
  'influencer',
]);
export type RelationKind = z.infer<typeof RelationKind>;

/** How a link reads from a person's own page: `parent` seen from the parent's side is `child`. */
export const RelationSeen = z.enum([...RelationKind.options, 'child', 'referred', 'influenced']);
export type RelationSeen = z.infer<typeof RelationSeen>;

const seenFromTheOther: Readonly<Partial<Record<RelationKind, RelationSeen>>> = {
  parent: 'child',
  referrer: 'referred',
  influencer: 'influenced',
};

/** What the other person is to the one whose page it is: `from` is the kind of `to`. */
export function seenAs(kind: RelationKind, otherIsFrom: boolean): RelationSeen {
  return otherIsFrom ? kind : (seenFromTheOther[kind] ?? kind);
}

/** The same link told from the other's side, for one that was seen as `child`, `referred` or `influenced`. */
export function toldAgain(seen: RelationSeen): { readonly kind: RelationKind; readonly otherIsFrom: boolean } {
  const own = RelationKind.safeParse(seen);
  if (own.success) return { kind: own.data, otherIsFrom: true };
  return { kind: seen === 'child' ? 'parent' : seen === 'referred' ? 'referrer' : 'influencer', otherIsFrom: false };
}

export const Relation = z.object({
  id: z.uuid(),
  /** The other person, and what they are to the one whose page it is. */
  personId: z.uuid(),
  name: z.string(),
  seenAs: RelationSeen,
  note: z.string().optional(),
  /** Present when a phone in the note is not read whole (SEC-09). */
  masked: z.literal(true).optional(),
});
export type Relation = z.infer<typeof Relation>;

/** People around one person and the links among them (DOS-18). */
export const RelationGraph = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      /** Steps from the one in the middle, who is 0. */
      depth: z.int().nonnegative(),
    }),
  ),
  /** `from` is the `kind` of `to`. */
  links: z.array(z.object({ id: z.uuid(), fromId: z.uuid(), toId: z.uuid(), kind: RelationKind })),
});
export type RelationGraph = z.infer<typeof RelationGraph>;

export const HouseholdMember = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex: z.enum(['female', 'male']).optional(),
  age: z.int().optional(),
});

export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** People who live and decide together, across rooms and projects (PRN-12). */
export const Household = z.object({ id: z.uuid(), members: z.array(HouseholdMember) });
export type Household = z.infer<typeof Household>;
