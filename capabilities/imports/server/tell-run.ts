import type { Sentence } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { giveNotice } from '@yilu/tasks/server';
import type { BroughtIn } from './bring-in.ts';

const origin = 'imports.finished';

/** Whoever started an import may have left its page: the bell says how it ended. */
export async function tellApplied<Theirs>(work: Work<Theirs>, importId: string, { sheets }: BroughtIn): Promise<void> {
  const sum = (of: 'created' | 'updated' | 'rejected') => sheets.reduce((total, { counts }) => total + counts[of], 0);
  const [created, updated, rejected] = [sum('created'), sum('updated'), sum('rejected')];
  await tell(work, importId, {
    zh: `导入完成：新增 ${created}，更新 ${updated}，退回 ${rejected} 行`,
    en: `Import finished: ${created} created, ${updated} updated, ${rejected} rejected`,
  });
}

export async function tellFailed<Theirs>(work: Work<Theirs>, importId: string, message: Sentence): Promise<void> {
  await tell(work, importId, { zh: `导入没有完成：${message.zh}`, en: `The import did not finish: ${message.en}` });
}

async function tell<Theirs>(work: Work<Theirs>, importId: string, title: Sentence): Promise<void> {
  await giveNotice(work, [
    { accountId: work.actor.accountId, origin, occurrence: importId, title, path: `/imports/${importId}` },
  ]);
}
