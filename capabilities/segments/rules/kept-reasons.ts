import type { Criterion, Reason } from '../contract/index.ts';

/** A reason as the history keeps it: what was asked, 1 when it holds, what was seen, what was needed. */
type Kept = readonly [Criterion, 0 | 1, Reason['observed'] | null, Reason['needed']?];
/** What is missing of a dossier is twenty reasons at a time; they are kept as points by item. */
type KeptGaps = Readonly<Record<string, number>>;

/** The reasons of several labels as one text, a tenth as long as the reasons themselves. */
export function keptReasons(ofLabels: readonly (readonly Reason[])[]): string {
  return JSON.stringify(ofLabels.map(kept));
}

function kept(reasons: readonly Reason[]): (Kept | KeptGaps)[] {
  const list: (Kept | KeptGaps)[] = [];
  const gaps: Record<string, number> = {};
  for (const { criterion, observed, needed, met } of reasons) {
    if (isGap({ criterion, observed, needed, met })) gaps[observed as string] = needed as number;
    else if (needed === undefined) list.push([criterion, met ? 1 : 0, observed ?? null]);
    else list.push([criterion, met ? 1 : 0, observed ?? null, needed]);
  }
  if (Object.keys(gaps).length > 0) list.push(gaps);
  return list;
}

function isGap({ criterion, observed, needed, met }: Reason): boolean {
  return criterion === 'missingField' && typeof observed === 'string' && typeof needed === 'number' && !met;
}

/** The reasons of one label again; older histories hold them at full length. */
export function reasonsKept(stored: readonly (Kept | KeptGaps | Reason)[]): Reason[] {
  return stored.flatMap((one): Reason[] => {
    if (isReason(one)) return [one];
    if (!isTuple(one)) {
      return Object.entries(one).map(([item, weight]) => ({
        criterion: 'missingField',
        observed: item,
        needed: weight,
        met: false,
      }));
    }
    const [criterion, met, observed, needed] = one;
    return [
      {
        criterion,
        ...(observed !== null && observed !== undefined && { observed }),
        ...(needed !== undefined && { needed }),
        met: met === 1,
      },
    ];
  });
}

function isTuple(one: Kept | KeptGaps | Reason): one is Kept {
  return Array.isArray(one);
}

function isReason(one: Kept | KeptGaps | Reason): one is Reason {
  return !Array.isArray(one) && 'criterion' in one;
}
