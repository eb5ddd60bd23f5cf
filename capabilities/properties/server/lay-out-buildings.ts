import type { Work } from '@yilu/platform/server';
import type { AmbiguousRoom, RoomFieldChange, RoomRow } from '../contract/index.ts';
import type { BuildingRow } from './import-buildings.ts';
import { placeRows } from './import-structure.ts';
import { asOwnWork } from './own-tables.ts';
import { projectInReach } from './projects.ts';

/** A row that names building and unit but no room. */
export type PlaceRow = Pick<RoomRow, 'ref' | 'phase' | 'before' | 'building' | 'unit'>;

/**
 * Make the buildings and units that rows name and that are missing, in the caller's Work; doing it again changes nothing.
 * `created` tells the rows that were first to name something new.
 */
export async function layOutBuildings<Theirs>(
  theirs: Work<Theirs>,
  { projectId, rows, elsewhere }: { projectId: string; rows: readonly PlaceRow[]; elsewhere?: readonly BuildingRow[] },
): Promise<{
  created: ReadonlySet<string>;
  ambiguous: readonly AmbiguousRoom[];
  changes: readonly RoomFieldChange[];
}> {
  const work = asOwnWork(theirs);
  const { places, changes } = await placeRows(
    work,
    await projectInReach(work, projectId),
    rows.map((row) => ({ ...row, number: '' })),
    elsewhere,
  );
  const made = new Set(changes.map(({ id }) => id));
  const created = new Set<string>();
  const ambiguous: AmbiguousRoom[] = [];
  for (const [at, { ref }] of rows.entries()) {
    const place = places[at];
    if (place && 'among' in place) ambiguous.push({ ref, among: place.among });
    if (!place || 'among' in place) continue;
    const isFirst = [place.buildingId, place.unitId].map((id) => id !== undefined && made.delete(id));
    if (isFirst.includes(true)) created.add(ref);
  }
  return { created, ambiguous, changes };
}
