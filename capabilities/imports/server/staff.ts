import type { Work } from '@yilu/platform/server';
import { decidedStaff, staffNamed } from '../store/memory.ts';
import type { Tables } from '../store/tables.ts';

export interface StaffMatch {
  readonly name: string;
  readonly staffId?: string | undefined;
  /** Somebody said so, as against the only colleague of that name. */
  readonly decided: boolean;
}

/** Whom names in files mean: as decided once by an importer, else the only colleague of exactly that name. */
export async function matchStaffNames(work: Work<Tables>, names: readonly string[]): Promise<Map<string, StaffMatch>> {
  const distinct = [...new Set(names)].slice(0, 2_000);
  const decided = await decidedStaff(work.db, distinct);
  const colleagues = await staffNamed(work.db, distinct);
  const matches = distinct.map((name): StaffMatch => {
    const decision = decided.get(name);
    if (decision !== undefined) return { name, decided: true, ...(decision !== null && { staffId: decision }) };
    const [only, another] = colleagues.get(name) ?? [];
    return { name, decided: false, ...(only && !another && { staffId: only }) };
  });
  return new Map(matches.map((match) => [match.name, match]));
}
