import { assignPortfolio } from '@yilu/identity/contract';
import type { Work } from '@yilu/platform/server';
import { leadTasks } from '@yilu/tasks/contract';
import type { ComputedLine, GatheredWords, RestOfLines, TodaySource } from '@yilu/tasks/server';
import { actInBulk } from '../contract/index.ts';
import { unentrusted } from '../store/unentrusted.ts';
import { bookPath } from './book-path.ts';
import { closingsIn } from './closing.ts';
import { onOwnTables } from './own-work.ts';

/**
 * Customers whom nobody is responsible for are on nobody's day, after an import all of them. Whoever leads and can entrust
 * them sees one line that says so and opens the list.
 */
export const unentrustedCustomers: TodaySource = {
  origin: 'segments.unentrusted',
  lines: async (work, { day }) => {
    if (!mayEntrust(work)) return [];
    const rows = await unentrusted(onOwnTables(work));
    const count = rows.reduce((sum, { customers }) => sum + customers, 0);
    const [most] = rows;
    if (!most) return [];
    const line: ComputedLine = {
      occurrence: day,
      kind: 'other',
      projectId: most.projectId,
      ...wordsOf(count),
      dueAt: (await closingsIn(work, [most.projectId]))(most.projectId, day),
      showOn: day,
      assigneeId: work.actor.accountId,
      among: { count, late: 0 },
    };
    return [line];
  },
  gather: { most: 0, line: toList },
};

function mayEntrust({ actor: { permissions, ownOnly } }: Work): boolean {
  return !ownOnly && [leadTasks, actInBulk, assignPortfolio].every(({ id }) => permissions.has(id));
}

function toList({ count }: RestOfLines): GatheredWords {
  return {
    ...wordsOf(count),
    path: bookPath('all', '-lastContactOn', [
      { field: 'responsible', is: 'unknown' },
      { field: 'standing', is: 'in', value: ['owner', 'coOwner', 'lead'] },
    ]),
  };
}

function wordsOf(count: number) {
  return {
    title: { zh: `${count} 位客户还没有负责人`, en: `${count} customers have nobody responsible` },
    why: {
      zh: '没有负责人，要做的事就不在任何人的今天里；打开名单，选中后交给同事或自己',
      en: 'What they need is on nobody’s day; open the list, choose them and entrust them to a colleague or yourself',
    },
  };
}
