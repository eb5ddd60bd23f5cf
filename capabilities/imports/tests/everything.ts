import type { House } from '@yilu/platform/testing';

/** What an import may touch, with the columns by which a row is known. */
const tables = {
  phase: ['id'],
  building: ['id'],
  building_unit: ['id'],
  room: ['id'],
  room_milestone: ['id'],
  room_external_code: ['room_id', 'source', 'code'],
  person: ['id'],
  person_project: ['person_id', 'project_id'],
  person_phone: ['id'],
  person_identity: ['person_id'],
  person_relation: ['id'],
  person_source: ['project_id', 'key'],
  person_search: ['person_id'],
  room_party: ['id'],
  household_member: ['person_id'],
  dossier_answer: ['person_id', 'field'],
  interaction: ['id'],
  deal: ['id'],
  deal_buyer: ['deal_id', 'person_id'],
  deal_payment: ['id'],
} as const;

export type Tables = Readonly<Record<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>>;

/** All of it, without the counters of edits and the histories, which only ever grow. */
export async function everything(house: House): Promise<Tables> {
  const all: Record<string, Map<string, Record<string, unknown>>> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const rows = await house.sql<{ row: Record<string, unknown> }>(
      `select to_jsonb(each) - 'version' as row from ${table} each`,
    );
    all[table] = new Map(
      rows
        .map(({ row }): [string, Record<string, unknown>] => [columns.map((column) => row[column]).join(' '), row])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }
  return all;
}
