import { leavingWork } from '@yilu/identity/server';
import type { Capability } from '@yilu/platform/server';
import { parameters, permissions } from '../contract/index.ts';
import { routes } from './routes.ts';
import { openTasks } from './transfer-tasks.ts';

export { refusalToUndo, withdrawTask } from './act.ts';
export { type Closing, closingsOf } from './closings.ts';
export { createTasks, insistAssignee } from './create-tasks.ts';
export {
  completeLine,
  completeTask,
  type HeldTask,
  holdTask,
  moveSubject,
  reopenTaskOf,
  subjectsWithTasks,
  unmakeTask,
} from './done-with-record.ts';
export { holdersOf } from './holders.ts';
export { forgetNotices, giveNotice, giveNoticeInstead, takeBackNotice } from './notices.ts';
export { taskWords } from './present.ts';
export { closeSettled } from './settled.ts';
export {
  type AlikeLines,
  type ChangesAsked,
  type ChipsOfPerson,
  type ComingLines,
  type ComputedChange,
  type ComputedLine,
  type Counted,
  type GatheredWords,
  personChips,
  type RestOfLines,
  registerRates,
  type SubjectName,
  shownTexts,
  subjectNames,
  type TodayAsked,
  type TodaySource,
  todayChanges,
  todayLines,
} from './slots.ts';

export const tasks: Capability = {
  name: 'tasks',
  permissions,
  parameters,
  routes,
  contributes: [leavingWork.with(openTasks)],
};
