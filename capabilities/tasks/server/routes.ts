import { answer, type Route } from '@yilu/platform/server';
import * as ask from '../contract/endpoints.ts';
import * as notices from '../contract/notice.ts';
import { actOnTask, undoOutcome } from './act.ts';
import { actOnLine } from './act-on-line.ts';
import { createTask } from './create-tasks.ts';
import { listTasks, readTask } from './list-tasks.ts';
import { listNotices, markRead } from './notices.ts';
import { markTodaySeen, readToday } from './today.ts';
import { transferTasks } from './transfer-tasks.ts';

export const routes: Route[] = [
  answer(ask.readToday, readToday),
  answer(ask.markTodaySeen, markTodaySeen),
  answer(ask.actOnTask, actOnTask),
  answer(ask.actOnLine, actOnLine),
  answer(ask.undoOutcome, undoOutcome),
  answer(ask.createTask, createTask),
  answer(ask.listTasks, listTasks),
  answer(ask.readTask, readTask),
  answer(ask.transferTasksOf, transferTasks),
  answer(notices.listNotices, listNotices),
  answer(notices.readNotices, markRead),
];
