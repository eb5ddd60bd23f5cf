import type { CalendarKind, Period, WorkingHours } from '../contract/index.ts';

const nineToSix: Period[] = [{ from: 540, to: 1_080 }];
const withLunch: Period[] = [
  { from: 540, to: 720 },
  { from: 810, to: 1_080 },
];

/**
 * Hours until a company sets its own: `workTime = 09:00-18:00` (CMP-05). Sales sites and the property service work on
 * weekends and holidays (norms §13.1); offices follow the public calendar and rest from 12:00 to 13:30.
 */
export const shippedHours: Readonly<Record<CalendarKind, WorkingHours>> = {
  sales: { week: Array.from({ length: 7 }, () => nineToSix), followsHolidays: false },
  service: { week: Array.from({ length: 7 }, () => nineToSix), followsHolidays: false },
  office: { week: [withLunch, withLunch, withLunch, withLunch, withLunch, [], []], followsHolidays: true },
};
