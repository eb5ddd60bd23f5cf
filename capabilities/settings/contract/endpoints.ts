import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import {
  CalendarAnswer,
  CalendarDay,
  CalendarKind,
  PublicDay,
  PublicYear,
  SpecialDay,
  WorkingHours,
} from './calendar.ts';
import { ParameterAnswer, ParameterChange } from './parameters.ts';
import { editCalendars, editCompanies, editParameters, seeParameters, seeSettings } from './permissions.ts';

const tag = 'settings';
const version = z.int();
const nodeId = z.uuid();
const atNode = z.object({ nodeId: z.uuid() });
/** Where absent, the group. */
const atNodeOrGroup = z.object({ nodeId: z.uuid().optional() });

export const listParameters = endpoint({
  method: 'GET',
  path: '/parameters',
  query: atNodeOrGroup,
  answer: z.object({ items: z.array(ParameterAnswer) }),
  permission: seeParameters,
  summary: 'All parameters as they stand at a company or project, with where each value comes from.',
  tag,
});
export const setParameter = endpoint({
  method: 'PUT',
  path: '/parameters/:key',
  params: z.object({ key: z.string().max(120) }),
  body: z.object({ nodeId, value: z.json(), reason: z.string().trim().min(1).max(200).optional() }),
  answer: ParameterAnswer,
  permission: editParameters,
  summary: 'Set a parameter for a company or project and everything below it.',
  tag,
});
export const resetParameter = endpoint({
  method: 'DELETE',
  path: '/parameters/:key',
  params: z.object({ key: z.string().max(120) }),
  query: atNode,
  answer: ParameterAnswer,
  permission: editParameters,
  summary: 'Let a company or project follow the value above it again.',
  tag,
});
export const parameterHistory = endpoint({
  method: 'GET',
  path: '/parameters/:key/history',
  params: z.object({ key: z.string().max(120) }),
  query: PageQuery,
  answer: page(ParameterChange),
  permission: seeParameters,
  summary: 'Who changed a parameter, when, from what to what; latest first.',
  tag,
});

const ofKind = z.object({ kind: CalendarKind });

export const readCalendar = endpoint({
  method: 'GET',
  path: '/calendars/:kind',
  params: ofKind,
  query: atNodeOrGroup,
  answer: CalendarAnswer,
  permission: seeSettings,
  summary: 'The working hours of a site and where they come from.',
  tag,
});
export const setCalendar = endpoint({
  method: 'PUT',
  path: '/calendars/:kind',
  params: ofKind,
  body: WorkingHours.extend({ nodeId, version }),
  answer: CalendarAnswer,
  permission: editCalendars,
  summary: 'Give a company or project working hours of its own.',
  tag,
});
export const resetCalendar = endpoint({
  method: 'DELETE',
  path: '/calendars/:kind',
  params: ofKind,
  query: atNode,
  answer: CalendarAnswer,
  permission: editCalendars,
  summary: 'Let a company or project follow the hours above it again.',
  tag,
});
export const calendarMonth = endpoint({
  method: 'GET',
  path: '/calendars/:kind/months/:month',
  params: ofKind.extend({ month: z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/) }),
  query: atNodeOrGroup,
  answer: z.object({ days: z.array(CalendarDay), known: z.boolean() }),
  permission: seeSettings,
  summary: 'Each day of a month with its hours; `known` is false when the year has no public holidays yet.',
  tag,
});
export const setSpecialDay = endpoint({
  method: 'PUT',
  path: '/calendars/:kind/special-days/:day',
  params: ofKind.extend({ day: Day }),
  body: SpecialDay.omit({ day: true }).extend({ nodeId }),
  answer: SpecialDay,
  permission: editCalendars,
  summary: 'Give one day of a site hours of its own, or close it.',
  tag,
});
export const removeSpecialDay = endpoint({
  method: 'DELETE',
  path: '/calendars/:kind/special-days/:day',
  params: ofKind.extend({ day: Day }),
  query: atNode,
  permission: editCalendars,
  summary: 'Let a day follow the calendar again.',
  tag,
});

const Year = z.object({ year: z.coerce.number().int().min(2000).max(2100) });
export const readPublicYear = endpoint({
  method: 'GET',
  path: '/public-holidays/:year',
  params: Year,
  answer: PublicYear,
  permission: seeSettings,
  summary: 'Public holidays and make-up days of a year.',
  tag,
});
export const enterPublicDays = endpoint({
  method: 'PUT',
  path: '/public-holidays/:year',
  params: Year,
  body: z.object({ days: z.array(PublicDay).max(60) }),
  answer: PublicYear,
  permission: editCompanies,
  summary: 'Enter days of the yearly notice of public holidays; days not named stay as they are.',
  tag,
});
export const removePublicDay = endpoint({
  method: 'DELETE',
  path: '/public-holidays/:year/days/:day',
  params: Year.extend({ day: Day }),
  answer: PublicYear,
  permission: editCompanies,
  summary: 'Let a public day be as shipped again.',
  tag,
});
