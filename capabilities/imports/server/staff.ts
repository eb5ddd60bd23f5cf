import type { Work } from '@yilu/platform/server';
import { decidedStaff, namesOfStaff, staffNamed } from '../store/memory.ts';
import type { Tables } from '../store/tables.ts';

export interface StaffMatch {
  readonly name: string;
  readonly staffId?: string | undefined;
  readonly calledNow?: string | undefined;
  /** Somebody said so, as against the only colleague of that name. */
  readonly decided: boolean;
}

/** Whom names in files mean: as decided once by an importer, else the only colleague of exactly that name. */
export async function matchStaffNames(work: Work<Tables>, names: readonly string[]): Promise<Map<string, StaffMatch>> {
  const distinct = [...new Set(names)].slice(0, 2_000);
  const decided = await decidedStaff(work.db, distinct);
  const colleagues = await staffNamed(work.db, distinct);
  const called = await namesOfStaff(
    work.db,
    [...decided.values()].filter((id) => id !== null),
  );
  const matches = distinct.map((name): StaffMatch => {
    const decision = decided.get(name);
    if (decision === null) return { name, decided: true };
    if (decision !== undefined) return { name, decided: true, staffId: decision, calledNow: called.get(decision) };
    const [only, another] = colleagues.get(name) ?? [];
    return { name, decided: false, ...(only && !another && { staffId: only, calledNow: name }) };
  });
  return new Map(matches.map((match) => [match.name, match]));
}
