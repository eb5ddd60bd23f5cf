import { forgetExpired } from '@yilu/identity/server';
import { forgetOldImports } from '@yilu/imports/server';
import { remindOfCutOffs } from '@yilu/interactions/server';
import { forgetAnswers, type Recurring } from '@yilu/platform/server';
import { nightly as recomputeLabels } from '@yilu/segments/server';
import { closeSettled, forgetNotices } from '@yilu/tasks/server';

/** The one page of everything that happens by the clock, in Shanghai time. */
export const recurring: readonly Recurring[] = [
  forgetAnswers,
  forgetExpired,
  recomputeLabels,
  forgetOldImports,
  remindOfCutOffs,
  forgetNotices,
  closeSettled,
];
