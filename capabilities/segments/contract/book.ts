import { Day, PageQuery } from '@yilu/platform/contract';
import { z } from 'zod';
import { ArrangedColumn, type ColumnKey, columnKeys, IntentGrade, Standing } from './columns.ts';
import { FilterGroup } from './filter.ts';
import { Activity, Lifecycle, ValueClass } from './labels.ts';

/** One customer in one project. Somebody known in two projects has two rows, each with its own labels. */
export const BookRow = z.object({
  personId: z.uuid(),
  projectId: z.uuid(),
  /** The project's name. */
  project: z.string(),
  name: z.string(),
  /** `3-2-1801`, several joined by 、; absent for who has no room here. */
  rooms: z.string().optional(),
  /** Masked, `138****5678` (SEC-09). */
  phone: z.string().optional(),
  standing: Standing,
  /** Absent for the property side and while not graded. */
  intentGrade: IntentGrade.optional(),
  /** Labels are absent for people who carry none: tenants, residents, family. */
  lifecycle: Lifecycle.optional(),
  value: ValueClass.optional(),
  valueMatches: z.array(ValueClass),
  activity: Activity.optional(),
  /** Whole percent. */
  completeness: z.int().optional(),
  /** What the stage asks for, whole percent; absent while nothing is due. */
  completenessLine: z.int().optional(),
  completenessDueOn: Day.optional(),
  lastContactOn: Day.optional(),
  nextTaskOn: Day.optional(),
  nextTask: z.string().optional(),
  responsible: z.string().optional(),
  responsibleId: z.uuid().optional(),
  tags: z.array(z.string()),
  circles: z.array(z.string()),
  source: z.string().optional(),
  /** `05-21`. */
  birthday: z.string().optional(),
  age: z.int().optional(),
  visits: z.int(),
  /** Signed here, in fen; developer side only. */
  amountFen: z.int().optional(),
  currentScore: z.int().optional(),
  futureScore: z.int().optional(),
  registeredOn: Day.optional(),
  deliveredOn: Day.optional(),
  /** The first day on which one of the labels changes although nothing happens. */
  changesOn: Day.optional(),
});
export type BookRow = z.infer<typeof BookRow>;

/** A JSON text in a query parameter, so that a filter fits into a link. */
const jsonText = z
  .string()
  .max(8_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  });

export const SortKey = z.templateLiteral([z.enum(['', '-']), z.enum(columnKeys as [ColumnKey, ...ColumnKey[]])]);
export type SortKey = z.infer<typeof SortKey>;

/** Which customers: what was typed, a tree of conditions, one project. */
export const BookSelection = z.object({
  /** Name, pinyin, initials, four digits or more of a phone, room. */
  search: z.string().trim().min(1).max(60).optional(),
  filter: FilterGroup.optional(),
  projectId: z.uuid().optional(),
});
export type BookSelection = z.infer<typeof BookSelection>;

/** The same as parameters of a link. */
export const BookSelectionQuery = BookSelection.extend({ filter: jsonText.pipe(FilterGroup).optional() });

export const BookQuery = PageQuery.extend(BookSelectionQuery.shape).extend({
  /** A column, `-` before it for descending; ties are ordered by person. Rows without a value come last. */
  sort: SortKey.default('-lastContactOn'),
});

/** What a view keeps: conditions, order and columns. */
export const ViewDefinition = z.object({
  search: z.string().trim().min(1).max(60).optional(),
  filter: FilterGroup.optional(),
  sort: SortKey.default('-lastContactOn'),
  columns: z.array(ArrangedColumn).min(1).max(columnKeys.length).optional(),
});
export type ViewDefinition = z.infer<typeof ViewDefinition>;

/** A tab of the customer book. Shipped views have names for ids and cannot be edited. */
export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  definition: ViewDefinition,
  shared: z.boolean(),
  /** Whether the asker made it. */
  own: z.boolean(),
  shipped: z.boolean(),
  /** Whether the asker has it among the tabs. */
  pinned: z.boolean(),
  version: z.int(),
});
export type SavedView = z.infer<typeof SavedView>;

/** How one member of staff likes the book. */
export const BookSettings = z.object({
  columns: z.array(ArrangedColumn).min(1),
  /** The view that opens first. */
  defaultView: z.string(),
});
export type BookSettings = z.infer<typeof BookSettings>;

/** More than so many are not counted. */
export const mostWaitingCounted = 10_000;

export const BookWaiting = z.object({
  /** People whose labels are about to be reckoned; `mostWaitingCounted` stands for that many or more. */
  customers: z.int().nonnegative(),
});
export type BookWaiting = z.infer<typeof BookWaiting>;
