import type { Refusal } from '@yilu/platform/contract';
import { onlyAuthorMayChange } from '../contract/index.ts';

export interface Authorship {
  /** Absent for imported history whose author is unknown. */
  readonly recordedBy?: string | undefined;
  /** Whose the words are as they stand now; a page that does not know takes them for the author's. */
  readonly writtenBy?: string | null | undefined;
  readonly enteredAt: Date;
}

/** Why this account may not change the record. */
export function refusalToChange(record: Authorship, accountId: string, mayCorrect: boolean): Refusal | undefined {
  return record.recordedBy === accountId || mayCorrect ? undefined : onlyAuthorMayChange;
}

/** Whether a change replaces the text in place: only its author’s own words, and only within the window (DOS-45). */
export function changesInPlace(record: Authorship, accountId: string, now: Date, windowHours: number): boolean {
  const { recordedBy, writtenBy = recordedBy } = record;
  const areOwn = recordedBy === accountId && writtenBy === accountId;
  return areOwn && now.getTime() - record.enteredAt.getTime() <= windowHours * 3_600_000;
}
