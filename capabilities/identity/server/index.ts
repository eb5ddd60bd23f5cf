import type { Capability } from '@yilu/platform/server';
import { aroundMoves } from '@yilu/settings/server';
import { parameters, permissions } from '../contract/index.ts';
import { movedWithWork } from './left-behind.ts';
import { routes } from './routes.ts';

export { beyondScope } from './beyond-scope.ts';
export { addUser, createApiKey, resetPasswordOf, type UserToAdd } from './command-line.ts';
export { enterWith } from './enter.ts';
export { forgetExpired } from './jobs.ts';
export {
  entrust,
  entrustedOf,
  holding,
  insistHolder,
  keepGrantsOf,
  moveEntrustedSubject,
  release,
} from './portfolio.ts';
export { projectsWith } from './projects-with.ts';
export { type FirstAdministrator, readSetUp, setUpFirstAdministrator } from './set-up.ts';
export {
  type AuditWords,
  auditShown,
  type DemoMaker,
  demoEstate,
  type HandOver,
  type LeavingWork,
  lanAccess,
  leavingWork,
  type SubjectTitles,
  subjectTitles,
} from './slots.ts';
export { staffWith } from './staff-with.ts';

export const identity: Capability = {
  name: 'identity',
  permissions,
  parameters,
  routes,
  contributes: [aroundMoves.with(movedWithWork)],
};
