import { addDays } from '@yilu/platform/contract';
import { valueOf } from '@yilu/settings/server';
import type { ComputedLine, GatheredWords, RestOfLines, TodaySource } from '@yilu/tasks/server';
import { tellWithinDays } from '../contract/index.ts';
import { mostToldAlone, tellingIsNewsSince } from '../rules/index.ts';
import { takenOver, takenOverLines } from '../store/taken-over.ts';
import { bookPath } from './book-path.ts';
import { closingsIn } from './closing.ts';
import { onOwnTables } from './own-work.ts';

/** Customers whose responsible has changed are told who it is now, so that nobody looks for somebody who is gone (ORG-16). */
export const takenOverCustomers: TodaySource = {
  origin: takenOverLines,
  lines: async (work, { accountId, day, limit }) => {
    const rows = await takenOver(onOwnTables(work), { accountId, since: tellingIsNewsSince(day), limit });
    const projectIds = rows.map(({ projectId }) => projectId);
    const closingOf = await closingsIn(work, projectIds);
    const days = new Map<string, number>();
    for (const projectId of new Set(projectIds))
      days.set(projectId, await valueOf(work, tellWithinDays, { projectId }));
    return rows.map(({ personId, projectId, staffId, formerName, on }): ComputedLine => {
      const [, month, date] = on.split('-').map(Number);
      return {
        occurrence: `${projectId}/${personId}/${on}`,
        kind: 'followUp',
        projectId,
        subject: { kind: 'person', id: personId },
        title: { zh: '告诉客户换了联系人', en: 'Tell them who looks after them now' },
        why: {
          zh: `原来由${formerName}负责，${month} 月 ${date} 日起由您接手，还没有联系过`,
          en: `${formerName} looked after them; yours since ${on}, and nobody has been in touch since`,
        },
        words: {
          zh: `您好，${formerName}的工作现在由我接手，以后有事可以直接找我。`,
          en: `Hello, I have taken over from ${formerName}; from now on please turn to me.`,
        },
        dueAt: closingOf(projectId, addDays(on, days.get(projectId) ?? 0)),
        showOn: on,
        assigneeId: staffId,
      };
    });
  },
  gather: { most: mostToldAlone, line: others },
};

/** Opens exactly those whom the line counts: neither whom the lines above it name, nor whom somebody has dealt with. */
function others({ assigneeId, count }: RestOfLines): GatheredWords {
  return {
    title: { zh: `还有 ${count} 位新接手的客户要告知`, en: `${count} more customers to tell that they are yours now` },
    why: {
      zh: `换了联系人，客户还不知道；先列出 ${mostToldAlone} 位，联系过的不再提醒`,
      en: `They do not know yet whom to turn to; ${mostToldAlone} stand on their own, whoever was contacted goes`,
    },
    path: bookPath('all', 'lastContactOn', [{ field: 'toTellBeyondToday', is: 'in', value: [assigneeId] }]),
  };
}
