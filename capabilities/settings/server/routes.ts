import { answer } from '@yilu/platform/server';
import * as ask from '../contract/index.ts';
import * as calendars from './calendars.ts';
import * as companies from './companies.ts';
import * as dictionaries from './dictionaries.ts';
import * as parameters from './parameters.ts';
import * as publicDays from './public-days.ts';
import { visibleNodes } from './reach.ts';

export const routes = [
  answer(ask.listCompanies, async (work) => ({ items: await visibleNodes(work) })),
  answer(ask.createCompany, companies.createCompany),
  answer(ask.editCompany, companies.editCompany),
  answer(ask.deleteCompany, companies.deleteCompany),

  answer(ask.listParameters, parameters.listParameters),
  answer(ask.setParameter, parameters.setParameter),
  answer(ask.resetParameter, parameters.resetParameter),
  answer(ask.parameterHistory, parameters.parameterHistory),

  answer(ask.listDictionaries, dictionaries.listDictionaries),
  answer(ask.readDictionary, dictionaries.readDictionary),
  answer(ask.addEntry, dictionaries.addEntry),
  answer(ask.editEntry, dictionaries.editEntry),
  answer(ask.orderEntries, dictionaries.orderEntries),
  answer(ask.retireEntry, dictionaries.retireEntry),
  answer(ask.restoreEntry, dictionaries.restoreEntry),

  answer(ask.readCalendar, calendars.readCalendar),
  answer(ask.setCalendar, calendars.setCalendar),
  answer(ask.resetCalendar, calendars.resetCalendar),
  answer(ask.calendarMonth, calendars.calendarMonth),
  answer(ask.setSpecialDay, calendars.setSpecialDay),
  answer(ask.removeSpecialDay, calendars.removeSpecialDay),

  answer(ask.readPublicYear, (work, { year }) => publicDays.publicYear(work, year)),
  answer(ask.enterPublicDays, publicDays.enterPublicDays),
  answer(ask.removePublicDay, publicDays.removePublicDay),
];
