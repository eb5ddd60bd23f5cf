import { Day, said } from '@yilu/platform/contract';
import { z } from 'zod';

/** A site has up to three clocks: sales offices work on weekends, the service desk every day, offices by the public calendar. */
export const calendarKinds = ['sales', 'service', 'office'] as const;
export const CalendarKind = z.enum(calendarKinds);
export type CalendarKind = z.infer<typeof CalendarKind>;

/** Working hours in one stretch, in whole minutes after midnight in Shanghai: 09:00–18:00 is 540–1,080; 24:00 is 1,440. */
export const Period = z
  .object({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) })
  .refine(({ from, to }) => from < to, { path: ['to'], ...said('结束要晚于开始。', 'It ends before it begins.') });
export type Period = z.infer<typeof Period>;

/** The stretches of one day, early to late, without overlap; none is a day off. */
export const Periods = z
  .array(Period)
  .max(6)
  .refine(
    (periods) => periods.every((period, at) => at === 0 || period.from >= (periods[at - 1]?.to ?? 0)),
    said('时段重叠或次序不对。', 'The periods overlap or are out of order.'),
  );

/** Seven days from Monday to Sunday; at least one has hours. */
export const Week = z
  .array(Periods)
  .length(7)
  .refine(
    (days) => days.some((periods) => periods.length > 0),
    said('一周里至少要有一段工作时间。', 'A week needs some working time.'),
  );
export type Week = z.infer<typeof Week>;

export const WorkingHours = z.object({
  week: Week,
  /** Off on public holidays, and at work on make-up days. */
  followsHolidays: z.boolean(),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

/** A day that a site arranges for itself; no periods means closed. */
export const SpecialDay = z.object({ day: Day, periods: Periods, note: z.string().trim().max(60).default('') });
export type SpecialDay = z.infer<typeof SpecialDay>;

/** HOLIDAY: off. MAKE_UP: at work on a weekend. ORDINARY: what the weekday says, against the shipped data. */
export const PublicDayKind = z.enum(['HOLIDAY', 'MAKE_UP', 'ORDINARY']);
export type PublicDayKind = z.infer<typeof PublicDayKind>;

export const PublicDay = z.object({
  day: Day,
  kind: PublicDayKind,
  /** 春节, 国庆节 … */
  name: z.string().trim().max(40).default(''),
});
export type PublicDay = z.infer<typeof PublicDay>;

export const PublicYear = z.object({
  year: z.int(),
  days: z.array(PublicDay.extend({ entered: z.boolean() })),
  /** False when the notice of the State Council is not in yet: the days are then statutory days only, and faces warn. */
  known: z.boolean(),
});
export type PublicYear = z.infer<typeof PublicYear>;

export const CalendarAnswer = WorkingHours.extend({
  kind: CalendarKind,
  nodeId: z.uuid(),
  /** Where the hours come from: absent when they are as shipped, this node when they are its own. */
  from: z.object({ nodeId: z.uuid(), name: z.string() }).optional(),
  specialDays: z.array(SpecialDay),
  /** Of this node's own hours; 0 when it follows another's. */
  version: z.int(),
});
export type CalendarAnswer = z.infer<typeof CalendarAnswer>;

/** One day of the month view. */
export const CalendarDay = z.object({
  day: Day,
  periods: Periods,
  publicDay: PublicDay.omit({ day: true }).optional(),
  special: z.string().optional(),
  /** Minutes after midnight; absent on a day off. */
  closesAt: z.int().optional(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;
