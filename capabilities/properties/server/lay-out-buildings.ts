import type { Work } from '@yilu/platform/server';
import type { RoomFieldChange, RoomRow } from '../contract/index.ts';
import { placeRows } from './import-structure.ts';
import { asOwnWork } from './own-tables.ts';
import { projectInReach } from './projects.ts';

/** A row that names building and unit but no room. */
export type PlaceRow = Pick<RoomRow, 'ref' | 'phase' | 'building' | 'unit'>;

/**
 * Make the buildings and units that rows name and that are missing, in the caller's Work; doing it again changes nothing.
 * `created` tells the rows that were first to name something new.
 */
export async function layOutBuildings<Theirs>(
  theirs: Work<Theirs>,
  { projectId, rows }: { projectId: string; rows: readonly PlaceRow[] },
): Promise<{ created: ReadonlySet<string>; changes: readonly RoomFieldChange[] }> {
  const work = asOwnWork(theirs);
  await projectInReach(work, projectId);
  const { places, changes } = await placeRows(
    work,
    projectId,
    rows.map((row) => ({ ...row, number: '' })),
  );
  const made = new Set(changes.map(({ id }) => id));
  const created = new Set<string>();
  rows.forEach(({ ref }, at) => {
    const isFirst = [places[at]?.buildingId, places[at]?.unitId].map((id) => id !== undefined && made.delete(id));
    if (isFirst.includes(true)) created.add(ref);
  });
  return { created, changes };
}
