import { answer, answerRaw, type Route } from '@yilu/platform/server';
import * as ask from '../contract/endpoints.ts';
import { readBulkAct, startBulkAct, undoBulkAct } from './bulk.ts';
import { explainLabel, labelDistribution, labelHistory, readLabels } from './explain.ts';
import { askExport, listExports, releaseExport, withdrawExport } from './exports.ts';
import { fetchExport } from './fetch-export.ts';
import { recordGivingUp, takeBackGivingUp } from './giving-up.ts';
import { markAll } from './jobs.ts';
import { countBook, countWaiting, readBook } from './read-book.ts';
import {
  changeSettings,
  changeView,
  countViews,
  listViews,
  pinViews,
  readSettings,
  removeView,
  saveView,
} from './views.ts';

export const routes: Route[] = [
  answer(ask.readBook, readBook),
  answer(ask.countBook, countBook),
  answer(ask.countWaiting, countWaiting),
  answer(ask.listViews, listViews),
  answer(ask.countViews, countViews),
  answer(ask.saveView, saveView),
  answer(ask.changeView, changeView),
  answer(ask.removeView, removeView),
  answer(ask.pinView, pinViews),
  answer(ask.readBookSettings, readSettings),
  answer(ask.changeBookSettings, changeSettings),
  answer(ask.readLabels, readLabels),
  answer(ask.explainLabel, explainLabel),
  answer(ask.labelHistory, labelHistory),
  answer(ask.labelDistribution, labelDistribution),
  answer(ask.recordGivingUp, recordGivingUp),
  answer(ask.takeBackGivingUp, takeBackGivingUp),
  answer(ask.startBulkAct, startBulkAct),
  answer(ask.readBulkAct, readBulkAct),
  answer(ask.undoBulkAct, undoBulkAct),
  answer(ask.askExport, askExport),
  answer(ask.listExports, listExports),
  answer(ask.releaseExport, releaseExport),
  answer(ask.withdrawExport, withdrawExport),
  answerRaw(ask.fetchExport, fetchExport),
  answer(ask.startRecompute, async (work) => ({ customers: await markAll(work) })),
];
