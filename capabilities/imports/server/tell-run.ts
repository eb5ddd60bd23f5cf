import type { Sentence } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { giveNotice } from '@yilu/tasks/server';
import { administrators } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import type { BroughtIn } from './bring-in.ts';

const origin = 'imports.finished';

/** Whoever started an import may have left its page: the bell says how it ended. */
export async function tellApplied(work: Work<Tables>, importId: string, { sheets }: BroughtIn): Promise<void> {
  const sum = (of: 'created' | 'updated' | 'rejected') => sheets.reduce((total, { counts }) => total + counts[of], 0);
  const [created, updated, rejected] = [sum('created'), sum('updated'), sum('rejected')];
  await tell(work, importId, {
    zh: `导入完成：新增 ${created}，更新 ${updated}，退回 ${rejected} 行`,
    en: `Import finished: ${created} created, ${updated} updated, ${rejected} rejected`,
  });
}

/** On the command line the reason stands on the screen, and of what failed there nothing is kept to look at. */
export async function tellFailed(work: Work<Tables>, importId: string, message: Sentence): Promise<void> {
  if (work.actor.kind === 'system') return;
  await tell(work, importId, { zh: `导入没有完成：${message.zh}`, en: `The import did not finish: ${message.en}` });
}

async function tell(work: Work<Tables>, importId: string, title: Sentence): Promise<void> {
  const { db, actor } = work;
  // A command and an API key have no bell: whoever keeps the system hears of what they brought in.
  const told = actor.kind === 'staff' ? [actor.accountId] : await administrators(db);
  await giveNotice(
    work,
    told.map((accountId) => ({ accountId, origin, occurrence: importId, title, path: `/imports/${importId}` })),
  );
}
