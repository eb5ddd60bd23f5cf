import type { Criterion, Reason } from '../contract/index.ts';

/** A reason as the history keeps it: what was asked, 1 when it holds, what was seen, what was needed. */
type Kept = readonly [Criterion, 0 | 1, Reason['observed'] | null, Reason['needed']?];
/** What is missing of a dossier is twenty reasons at a time; they are kept as points by item. */
type KeptGaps = Readonly<Record<string, number>>;

/** The reasons of several labels as one text, a third as long as the reasons themselves; put together by hand, since it is done for everybody. */
export function keptReasons(ofLabels: readonly (readonly Reason[])[]): string {
  return `[${ofLabels.map(kept).join()}]`;
}

function kept(reasons: readonly Reason[]): string {
  let list = '';
  let gaps = '';
  for (const reason of reasons) {
    const { criterion, observed, needed, met } = reason;
    if (isGap(reason)) gaps += `${gaps && ','}${textOfGap(reason)}`;
    else
      list += `${list && ','}["${criterion}",${met ? 1 : 0},${written(observed)}${needed === undefined ? '' : `,${written(needed)}`}]`;
  }
  if (gaps) list += `${list && ','}{${gaps}}`;
  return `[${list}]`;
}

const textsOfGaps = new WeakMap<Reason, string>();

/** The gaps of a rubric are the same few reasons for everybody. */
function textOfGap(gap: Reason): string {
  const known = textsOfGaps.get(gap);
  if (known) return known;
  const text = `${JSON.stringify(gap.observed)}:${gap.needed}`;
  textsOfGaps.set(gap, text);
  return text;
}

function written(value: Reason['needed']): string {
  if (value === undefined) return 'null';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
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
