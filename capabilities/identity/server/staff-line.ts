import { found } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchStaff, type StaffLine } from '../contract/index.ts';
import { lockedUntil } from '../rules/index.ts';
import { type StaffRow, staffById } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { triesOf } from '../store/tries.ts';
import { keyOfSecondFactor, keyOfUsername, signInLimits } from './limits.ts';
import { today } from './reach.ts';

/** The line after a change. */
export async function freshLine(work: Work<Tables>, staffId: string): Promise<StaffLine> {
  return lineOf(work, found(await staffById(work.db, staffId, today(work)), noSuchStaff));
}

export async function lineOf(work: Work<Tables>, row: StaffRow): Promise<StaffLine> {
  const [line] = await linesOf(work, [row]);
  return found(line, noSuchStaff);
}

/** With the lock of each, if it is locked. */
export async function linesOf(work: Work<Tables>, rows: readonly StaffRow[]): Promise<StaffLine[]> {
  const { account } = await signInLimits(work);
  const keysOf = ({ id, username }: StaffRow) => [keyOfUsername(work, username), keyOfSecondFactor(work, id)];
  const tries = await triesOf(work.db, rows.flatMap(keysOf));
  return rows.map((row) => ({
    ...row,
    lockedUntil: keysOf(row)
      .map((key) => lockedUntil(tries.get(key), account, work.now))
      .find((until) => until !== undefined),
  }));
}
