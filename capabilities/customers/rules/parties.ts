import type { Refusal } from '@yilu/platform/contract';
import {
  alreadyParty,
  endsBeforeStart,
  onlyOwnersHaveShares,
  owningRoles,
  type PartyRole,
  partyEnded,
  sharesTooMany,
} from '../contract/index.ts';

/** A part in a room as far as rules care. */
export interface PartyState {
  readonly personId: string;
  readonly role: PartyRole;
  readonly share?: number | undefined;
  readonly startedOn?: string | undefined;
  readonly endedOn?: string | undefined;
}

/** Why this part cannot begin beside those that hold now, if it cannot. */
export function refusalToJoin(current: readonly PartyState[], joining: PartyState): Refusal | undefined {
  if (current.some((part) => part.personId === joining.personId && isSamePart(part.role, joining.role)))
    return alreadyParty;
  return refusalOfShare(joining) ?? refusalOfShares([...current, joining]);
}

/** Whoever owns a room is not their own co-owner besides; files disagree on who of several owners is the first. */
export function isSamePart(one: PartyRole, other: PartyRole): boolean {
  return one === other || (owningRoles.includes(one) && owningRoles.includes(other));
}

/** Why this part cannot have the share that it has, if it cannot. */
export function refusalOfShare({ role, share }: PartyState): Refusal | undefined {
  return share === undefined || owningRoles.includes(role) ? undefined : onlyOwnersHaveShares;
}

/** Why these parts cannot hold together, if they cannot: shares of owners exceed the whole. */
export function refusalOfShares(together: readonly PartyState[]): Refusal | undefined {
  const sum = together
    .filter(({ role }) => owningRoles.includes(role))
    .reduce((so, { share = 0 }) => so + Math.round(share * 1_000_000), 0);
  return sum > 1_000_000 ? sharesTooMany({ sum: sum / 10_000 }) : undefined;
}

/** Why a part cannot be corrected like this, if it cannot: one that has ended is history, with its first day before its last. */
export function refusalToCorrect(
  { endedOn }: PartyState,
  {
    startedOn,
    primaryContact,
  }: { readonly startedOn?: string | null | undefined; readonly primaryContact?: true | undefined },
): Refusal | undefined {
  if (endedOn === undefined) return undefined;
  if (primaryContact) return partyEnded;
  return startedOn && startedOn > endedOn ? endsBeforeStart : undefined;
}

/** Why a part cannot end on this day, if it cannot. */
export function refusalToEnd(party: PartyState, endedOn: string): Refusal | undefined {
  if (party.endedOn !== undefined) return partyEnded;
  return party.startedOn !== undefined && endedOn < party.startedOn ? endsBeforeStart : undefined;
}
