import type { Day, Language, Sentence } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** By `person/project`: the next open task about each of these people on the reader's side. */
export async function nextStepsOfSide(
  db: Db,
  personIds: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, { readonly nextTaskOn: Day; readonly nextTask: string }>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; project_id: string; next_task_on: Day; next_task: string }>`
    select person_id, project_id, next_task_on, next_task from segments.next_steps_of_side(${personIds}::uuid[])`.execute(
    db,
  );
  return new Map(
    rows.map(({ person_id, project_id, next_task_on, next_task }) => [
      `${person_id}/${project_id}`,
      { nextTaskOn: next_task_on, nextTask: (JSON.parse(next_task) as Sentence)[language] },
    ]),
  );
}
