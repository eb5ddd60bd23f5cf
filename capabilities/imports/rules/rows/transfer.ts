import type { Day } from '@yilu/platform/contract';
import { formerOwnerMissing, transferDayUnknown } from '../../contract/problems.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { peopleIn } from './further-people.ts';
import { type OpenRow, present } from './open-row.ts';
import { transferredOn } from './transfer-day.ts';

/**
 * Whoever sold, gave or left the home to the people of the row: their ownership ends on the day of the transfer, without one
 * `today`, which is told. Who is among the new owners too goes on.
 */
export function formerOwners(row: OpenRow, today: Day, now: readonly PersonRead[]): PersonRead[] {
  if (!row.has('formerOwner')) return [];
  const former = peopleIn(row, row.cell('formerOwner'), { phone: ['formerOwnerPhone', 0], id: ['formerOwnerId', 0] });
  if (former.length === 0) {
    if (now.length > 0) row.note('formerOwner', formerOwnerMissing);
    return [];
  }
  const on = transferredOn(row);
  const isUnread = on === undefined && !saysNothing(cellText(row.cell('transferredOn')));
  // On a day that cannot be read, or is still ahead, nobody's ownership ends.
  if (isUnread) return [];
  const gone = former.filter(({ name }) => !now.some((one) => one.name === name));
  if (on === undefined && gone.length > 0) row.note('formerOwner', transferDayUnknown);
  return gone.map((person, at) =>
    present({ ...person, role: at === 0 ? ('owner' as const) : ('coOwner' as const), endedOn: on ?? today }),
  );
}
