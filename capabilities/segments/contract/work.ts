import { z } from 'zod';
import { BookSelection, SortKey } from './book.ts';
import { ArrangedColumn, ColumnKey } from './columns.ts';

/** What is done to many customers at once. */
export const BulkDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entrust'), staffId: z.uuid() }),
  z.object({ kind: z.literal('addTag'), key: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('removeTag'), key: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('addCircle'), key: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('removeCircle'), key: z.string().min(1).max(64) }),
  z.object({
    kind: z.literal('task'),
    title: z.string().trim().min(2).max(60),
    dueOn: z.iso.date(),
    /** Absent: each customer's responsible, else oneself. */
    assigneeId: z.uuid().optional(),
  }),
]);
export type BulkDeed = z.infer<typeof BulkDeed>;

/** Named customers, or all that the current search and filter find. */
export const Chosen = z.union([
  z.object({
    customers: z
      .array(z.object({ personId: z.uuid(), projectId: z.uuid() }))
      .min(1)
      .max(500),
  }),
  z.object({ all: BookSelection }),
]);
export type Chosen = z.infer<typeof Chosen>;

export const BulkAct = z.object({
  id: z.uuid(),
  deed: BulkDeed,
  total: z.int(),
  done: z.int(),
  /** Of the finished ones: changed, already so, and refused. */
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  startedAt: z.coerce.date(),
  finishedAt: z.coerce.date().optional(),
  undoneAt: z.coerce.date().optional(),
});
export type BulkAct = z.infer<typeof BulkAct>;

export const ExportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Exactly what is shown: the same rows, order and columns. */
export const ExportWish = z.object({
  format: ExportFormat,
  selection: BookSelection,
  sort: SortKey,
  columns: z.array(ArrangedColumn.shape.key).min(1).max(40),
  /** Why the customers leave the house; stands in the log and in the file. */
  reason: z.string().trim().min(2).max(200),
});
export type ExportWish = z.infer<typeof ExportWish>;

/** Hours after its release in which an export can be fetched (SEC-09). */
export const exportKeptHours = 24;

export const CustomerExport = z.object({
  id: z.uuid(),
  by: z.string(),
  own: z.boolean(),
  rows: z.int(),
  reason: z.string(),
  format: ExportFormat,
  askedAt: z.coerce.date(),
  /** Absent while it waits for a manager. */
  releasedAt: z.coerce.date().optional(),
  fetchedAt: z.coerce.date().optional(),
  /** From then on there is no file: taken back by its asker, refused or taken back by somebody who may release. */
  withdrawnAt: z.coerce.date().optional(),
  withdrawnBy: z.string().optional(),
  withdrawnAs: z.enum(['takenBack', 'refused', 'releaseTakenBack']).optional(),
  /** What the file holds, from left to right. */
  columns: z.array(ColumnKey),
});
export type CustomerExport = z.infer<typeof CustomerExport>;
