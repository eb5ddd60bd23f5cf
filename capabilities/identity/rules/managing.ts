import type { Refusal } from '@yilu/platform/contract';
import {
  alreadyLeft,
  beyondOwnReach,
  type GivenGrant,
  type LeavingObstacle,
  lastAdministrator,
  mixedOwnPortfolio,
  notYourself,
  stillHolds,
  stillHoldsThere,
  wouldLeaveBehind,
} from '../contract/index.ts';

/** How far somebody's work goes. */
export interface Reach {
  readonly permissions: ReadonlySet<string>;
  readonly projects: readonly string[];
  readonly isGroup: boolean;
  /** Of those projects only what is entrusted. */
  readonly ownOnly: boolean;
  readonly sides: readonly ('developer' | 'property')[];
}

/** Why the actor may not change this account: nobody manages somebody of wider permissions or reach, or a lower account would be a way up. */
export function refusalToManage(actor: Reach, target: Reach): Refusal | undefined {
  return goesBeyond(target, actor) ? beyondOwnReach : undefined;
}

/** Why the actor may not grant this: a role beyond its own permissions, a node beyond its own reach, or a mixture of scopes. */
export function refusalToGrant(
  actor: Reach,
  granted: Reach,
  grant: Pick<GivenGrant, 'ownOnly'>,
  others: readonly Pick<GivenGrant, 'ownOnly'>[],
): Refusal | undefined {
  if (goesBeyond(granted, actor)) return beyondOwnReach;
  if (others.some(({ ownOnly }) => ownOnly !== grant.ownOnly)) return mixedOwnPortfolio;
  return undefined;
}

export interface Leaver {
  readonly isOneself: boolean;
  readonly hasLeft: boolean;
  readonly isLastAdministrator: boolean;
  readonly obstacles: readonly LeavingObstacle[];
}

/** Why this account may not be closed yet (ORG-16): work is handed over first, so that no customer is left without anybody. */
export function refusalToLeave({ isOneself, hasLeft, isLastAdministrator, obstacles }: Leaver): Refusal | undefined {
  if (hasLeft) return alreadyLeft;
  if (isOneself) return notYourself;
  if (isLastAdministrator) return lastAdministrator;
  if (obstacles.length === 0) return undefined;
  return stillHolds({
    sentences: obstacles.map(({ sentence }) => sentence.zh),
    sentencesInEnglish: obstacles.map(({ sentence }) => sentence.en),
  });
}

/** Why a grant may not be withdrawn or narrowed yet: customers and tasks are not left where their holder has no way any more (ORG-16). */
export function refusalToWithdraw(obstacles: readonly LeavingObstacle[]): Refusal | undefined {
  if (obstacles.length === 0) return undefined;
  return stillHoldsThere({
    sentences: obstacles.map(({ sentence }) => sentence.zh),
    sentencesInEnglish: obstacles.map(({ sentence }) => sentence.en),
  });
}

/** Where somebody whose grants change from these to those can no longer have what these permissions are needed for: without them nowhere. */
export function projectsLost(
  before: readonly Reach[],
  after: readonly Reach[],
  needed: readonly { readonly id: string }[],
): string[] {
  const reached = projectsOf(before);
  if (may(before, needed) && !may(after, needed)) return reached;
  const kept = new Set(projectsOf(after));
  return reached.filter((project) => !kept.has(project));
}

/** Why a role or the tree is not changed yet: colleagues would be left with customers and tasks that they have no way to (ORG-16). */
export function refusalToLeaveBehind(people: readonly LeftBehind[]): Refusal | undefined {
  const [first] = people;
  if (!first) return undefined;
  const named = people.slice(0, mostNamed);
  return wouldLeaveBehind({
    colleagues: named.map(
      ({ name, obstacles }) => `${name}（${obstacles.map(({ sentence }) => sentence.zh).join('；')}）`,
    ),
    colleaguesInEnglish: named.map(
      ({ name, obstacles }) => `${name} (${obstacles.map(({ sentence }) => sentence.en).join('; ')})`,
    ),
    further: people.length - named.length,
  });
}
/** Of many colleagues the sentence names some and counts the others. */
const mostNamed = 10;

export interface LeftBehind {
  readonly name: string;
  readonly obstacles: readonly LeavingObstacle[];
}

function projectsOf(each: readonly Reach[]): string[] {
  return [...new Set(each.flatMap(({ projects }) => projects))];
}

function may(each: readonly Reach[], needed: readonly { readonly id: string }[]): boolean {
  return needed.every(({ id }) => each.some(({ permissions }) => permissions.has(id)));
}

function goesBeyond(one: Reach, other: Reach): boolean {
  if (one.isGroup && !other.isGroup) return true;
  const reached = new Set(other.projects);
  if (!other.isGroup && one.projects.some((project) => !reached.has(project))) return true;
  if (other.ownOnly && !one.ownOnly) return true;
  if (one.sides.some((side) => !other.sides.includes(side))) return true;
  return [...one.permissions].some((permission) => !other.permissions.has(permission));
}
