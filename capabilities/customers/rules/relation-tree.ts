import { type RelationGraph, type RelationSeen, seenAs } from '../contract/index.ts';

/** A person of the graph with whoever was reached through them, as a list reads it. */
export interface Branch {
  readonly personId: string;
  readonly name: string;
  /** What this person is to the one before; several when they are linked in several ways. */
  readonly seenAs: readonly RelationSeen[];
  /** Also linked with these, who stand elsewhere in the tree: id and what they are to this person. */
  readonly also: readonly { readonly personId: string; readonly name: string; readonly seenAs: RelationSeen }[];
  readonly beyond: readonly Branch[];
}

/** The graph as a tree from the person in the middle: everybody stands once, beneath the first who leads to them. */
export function branchesOf({ people, links }: RelationGraph): readonly Branch[] {
  const byId = new Map(people.map((one) => [one.personId, one]));
  const before = new Map<string, string>();
  for (const { personId, depth } of people) {
    const nearer = neighbours(links, personId).find(({ otherId }) => byId.get(otherId)?.depth === depth - 1);
    if (nearer) before.set(personId, nearer.otherId);
  }
  const branch = (personId: string): Branch => {
    const above = before.get(personId);
    const links_ = neighbours(links, personId);
    return {
      personId,
      name: byId.get(personId)?.name ?? '',
      seenAs: links_.filter(({ otherId }) => otherId === above).map(({ toOther }) => toOther),
      also: links_
        .filter(({ otherId }) => otherId !== above && before.get(otherId) !== personId)
        .map(({ otherId, fromOther }) => ({
          personId: otherId,
          name: byId.get(otherId)?.name ?? '',
          seenAs: fromOther,
        })),
      beyond: people.filter((one) => before.get(one.personId) === personId).map((one) => branch(one.personId)),
    };
  };
  const middle = people.find(({ depth }) => depth === 0);
  return middle ? branch(middle.personId).beyond : [];
}

function neighbours(links: RelationGraph['links'], personId: string) {
  return links.flatMap(({ fromId, toId, kind }) => {
    if (fromId !== personId && toId !== personId) return [];
    const isFrom = fromId === personId;
    // `toOther`: what this person is to the other; `fromOther`: what the other is to this person.
    return [{ otherId: isFrom ? toId : fromId, toOther: seenAs(kind, isFrom), fromOther: seenAs(kind, !isFrom) }];
  });
}

export interface Placed {
  readonly branch: Branch;
  /** From the middle, in shares of the radius: −1 to 1. */
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly from: { readonly x: number; readonly y: number };
}

/** Rings around the middle; each branch gets a slice as wide as it has ends, so that nobody stands on somebody. */
export function placesOf(branches: readonly Branch[]): readonly Placed[] {
  const rings = Math.max(1, ...branches.map(depthOf));
  const place = (
    all: readonly Branch[],
    slice: { from: number; width: number },
    depth: number,
    middle: { x: number; y: number },
  ): Placed[] => {
    const ends = all.reduce((sum, one) => sum + endsOf(one), 0);
    let turned = slice.from;
    return all.flatMap((branch) => {
      const width = (slice.width * endsOf(branch)) / ends;
      const angle = turned + width / 2;
      turned += width;
      const at = { x: (Math.cos(angle) * depth) / rings, y: (Math.sin(angle) * depth) / rings };
      return [
        { branch, ...at, depth, from: middle },
        ...place(branch.beyond, { from: angle - width / 2, width }, depth + 1, at),
      ];
    });
  };
  return place(branches, { from: -Math.PI / 2, width: 2 * Math.PI }, 1, { x: 0, y: 0 });
}

function endsOf({ beyond }: Branch): number {
  return beyond.length === 0 ? 1 : beyond.reduce((sum, one) => sum + endsOf(one), 0);
}

function depthOf({ beyond }: Branch): number {
  return 1 + Math.max(0, ...beyond.map(depthOf));
}
