import type { Selectable } from 'kysely';
import type { DB } from '../../../database/schema.ts';
import type { Effect, TaskKind, Words } from '../contract/index.ts';

/** A task as it stands in the table; names are added by the server. */
export interface StoredTask {
  readonly id: string;
  readonly projectId: string;
  readonly kind: TaskKind;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly title: Words;
  readonly why: Words;
  readonly note?: Words;
  readonly words?: Words;
  readonly origin: string;
  readonly occurrence: string;
  readonly shownFrom?: Date;
  readonly plannedAt?: Date;
  readonly dueAt: Date;
  readonly assigneeId: string;
  readonly createdBy: string;
  readonly closedAt?: Date;
  readonly version: number;
}

export interface StoredOutcome {
  readonly id: string;
  readonly taskId: string;
  readonly effect: Effect;
  readonly choice?: string;
  readonly reason?: string;
  readonly recordId?: string;
  readonly by: string;
  readonly at: Date;
  readonly undoneAt?: Date;
  readonly was: Before;
}

/** What an act changed, for taking it back. */
export interface Before {
  readonly assigneeId: string;
  readonly dueAt: string;
  readonly plannedAt?: string | undefined;
  readonly shownFrom?: string | undefined;
}

const knownKinds: readonly string[] = ['followUp', 'register', 'dossier', 'care', 'other'];

export function toTask(row: Selectable<DB['task']>): StoredTask {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: (knownKinds.includes(row.kind) ? row.kind : 'other') as TaskKind,
    ...(row.subject_kind !== null &&
      row.subject_id !== null && { subject: { kind: row.subject_kind, id: row.subject_id } }),
    title: row.title as unknown as Words,
    why: row.why as unknown as Words,
    ...(row.note !== null && { note: row.note as unknown as Words }),
    ...(row.words !== null && { words: row.words as unknown as Words }),
    origin: row.origin,
    occurrence: row.occurrence,
    ...(row.shown_from && { shownFrom: row.shown_from }),
    ...(row.planned_at && { plannedAt: row.planned_at }),
    dueAt: row.due_at,
    assigneeId: row.assignee_id,
    createdBy: row.created_by,
    ...(row.closed_at && { closedAt: row.closed_at }),
    version: row.version,
  };
}

export function toOutcome(row: Selectable<DB['task_outcome']>): StoredOutcome {
  return {
    id: row.id,
    taskId: row.task_id,
    effect: row.effect as Effect,
    ...(row.choice !== null && { choice: row.choice }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.record_id !== null && { recordId: row.record_id }),
    by: row.by_account,
    at: row.at,
    ...(row.undone_at && { undoneAt: row.undone_at }),
    was: row.was as unknown as Before,
  };
}
