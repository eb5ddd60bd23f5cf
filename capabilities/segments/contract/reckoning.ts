import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import { LabelKind, Reason, ValueClass } from './labels.ts';

/** How a label of one customer in one project came about: value, cells, date, next change, what would lift it. */
export const Reckoning = z.object({
  label: LabelKind,
  /** Absent when the person carries no such label. */
  value: z.string().optional(),
  /** The day since which it has had this value; absent before the first recompute. */
  since: Day.optional(),
  reasons: z.array(Reason),
  /** The next change that comes by itself. */
  next: z.object({ on: Day, value: z.string() }).optional(),
  /** For the value class: all that match and both scores (SEG-07, SEG-12). */
  matches: z.array(ValueClass).optional(),
  currentScore: z.int().optional(),
  futureScore: z.int().optional(),
  /** For completeness: the line of the stage in whole percent and the day by whose end it is due. */
  line: z.int().optional(),
  dueBy: Day.optional(),
});
export type Reckoning = z.infer<typeof Reckoning>;

/** The labels of a customer in one project. */
export const ProjectLabels = z.object({ projectId: z.uuid(), projectName: z.string(), labels: z.array(Reckoning) });
export type ProjectLabels = z.infer<typeof ProjectLabels>;

/** All labels of a person within the asker's reach; overall ones are derived from those projects (SEG-06, decision 15). */
export const CustomerLabels = z.object({
  overall: z.object({
    lifecycle: z.string().optional(),
    value: z.string().optional(),
    activity: z.string().optional(),
  }),
  projects: z.array(ProjectLabels),
});
export type CustomerLabels = z.infer<typeof CustomerLabels>;

/** One change of one label (SEG-18), newest first. */
export const LabelChange = z.object({
  projectId: z.uuid(),
  label: LabelKind,
  changedAt: z.coerce.date(),
  before: z.string().optional(),
  after: z.string().optional(),
  reasons: z.array(Reason),
});
export type LabelChange = z.infer<typeof LabelChange>;

/** A label distribution on a past day, rebuilt from the changes. */
export const Distribution = z.object({
  on: Day,
  label: LabelKind,
  counts: z.array(z.object({ value: z.string(), customers: z.int() })),
});
export type Distribution = z.infer<typeof Distribution>;
