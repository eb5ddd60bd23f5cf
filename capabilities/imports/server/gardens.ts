import type { Work } from '@yilu/platform/server';
import { type BuildingRow, hearBuildings } from '@yilu/properties/server';
import type { ReadRow } from '../contract/index.ts';
import type { Tables } from '../store/tables.ts';

/**
 * What all sheets of an import say of buildings. A bare 3-1-101 cannot be placed where a later sheet tells 梅园3栋 from
 * 兰园3栋; that is rare, so nobody reads everything twice for it. The first run listens, and where it hears of such gardens
 * too late it throws `GardensToldLate`: rolled back, the import begins again with all sheets surveyed before.
 */
export interface Gardens {
  /** What other batches say, as far as it was surveyed. */
  readonly elsewhere: (projectId: string) => readonly BuildingRow[];
  readonly hear: (projectId: string, rows: readonly BuildingRow[]) => Promise<void>;
}

export class GardensToldLate extends Error {
  constructor() {
    super('a later sheet tells apart buildings that an earlier one does not');
    this.name = 'GardensToldLate';
  }
}

export function listening(work: Work<Tables>): Gardens {
  const hearing = new Map<string, Awaited<ReturnType<typeof hearBuildings>>>();
  return {
    elsewhere: () => [],
    hear: async (projectId, rows) => {
      const hears = hearing.get(projectId) ?? (await hearBuildings(work, projectId));
      hearing.set(projectId, hears);
      if (hears(rows)) throw new GardensToldLate();
    },
  };
}

/** What lines say, each project's buildings once. */
export async function surveyed(
  lines: AsyncIterable<readonly { readonly projectId: string; readonly read: ReadRow }[]>,
): Promise<Gardens> {
  const said = new Map<string, Map<string, BuildingRow>>();
  for await (const batch of lines) {
    for (const { projectId, read } of batch) {
      const rows = said.get(projectId) ?? new Map<string, BuildingRow>();
      said.set(projectId, rows);
      for (const row of buildingsIn(read)) rows.set(`${row.phase}/${row.before}/${row.building}`, row);
    }
  }
  const elsewhere = new Map([...said].map(([projectId, rows]) => [projectId, [...rows.values()]]));
  return { elsewhere: (projectId) => elsewhere.get(projectId) ?? [], hear: () => Promise.resolve() };
}

export function buildingsIn({ room, furtherRooms }: ReadRow): BuildingRow[] {
  const rows: BuildingRow[] = [];
  if (room?.building) rows.push(room);
  for (const further of furtherRooms) if (further.building) rows.push(further);
  return rows;
}

/** Once more, with all sheets surveyed before the first row goes in, where a later one told gardens apart too late. */
export async function knowingGardens<Result>(act: (areGardensAhead: boolean) => Promise<Result>): Promise<Result> {
  try {
    return await act(false);
  } catch (problem) {
    if (!(problem instanceof GardensToldLate)) throw problem;
    return act(true);
  }
}
