import { addDays, type Day, dayOf, daysBetween } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type {
  AlikeLines,
  ChipsOfPerson,
  ComingLines,
  ComputedChange,
  ComputedLine,
  Counted,
  GatheredWords,
  RestOfLines,
  TodayAsked,
  TodaySource,
} from '@yilu/tasks/server';
import { labelTexts, labelValueText, reasonSentence } from '../contract/index.ts';
import { changesSince, labelsToday } from '../store/labels.ts';
import {
  type AlikeRows,
  aboutToCool,
  type CountOfOne,
  coolingCounted,
  coolingOf,
  coolingToCome,
  dossiersBelowLine,
  dossiersCounted,
  dossiersOf,
  dossiersToCome,
} from '../store/pressing.ts';
import { activeAgain, dossiersThatReached } from '../store/settled.ts';
import { bookPath } from './book-path.ts';
import { closingsIn } from './closing.ts';
import { reasonsShown } from './explain.ts';
import { onOwnTables } from './own-work.ts';

/** Days before a customer cools on which Today speaks of it. */
const coolsWithin = 5;
/** Days before a dossier is due on which Today speaks of it. */
const dueWithin = 3;
/** Of hundreds of dossiers after an import, and of those about to cool, so many stand as lines of their own. */
const mostDossiers = 5;
const mostCooling = 10;

/** Dossiers below their stage's line, with the days left; the day of grace is part of the due day (DOS-12). */
export const shortDossiers: TodaySource = {
  origin: 'segments.dossier',
  lines: async (work, { day, inReserve = 0, ...whose }) => {
    const most = mostDossiers + 1 + inReserve;
    const asked = { accountIds: colleaguesIn(whose), today: day, showDays: dueWithin, most };
    const rows = await dossiersBelowLine(onOwnTables(work), asked);
    const closingOf = await closingsIn(
      work,
      rows.map(({ projectId }) => projectId),
    );
    return rows.map(({ personId, projectId, percent, line, dueOn, responsibleId }): ComputedLine => {
      const dueAt = closingOf(projectId, dueOn);
      const due = dayOf(dueAt);
      return {
        occurrence: `${projectId}/${personId}/${line}/${dueOn}`,
        kind: 'dossier',
        projectId,
        subject: { kind: 'person', id: personId },
        title: { zh: `资料补到 ${line}%`, en: `Complete the dossier to ${line}%` },
        why: { zh: dossierWhy.zh(percent, line, due, day), en: dossierWhy.en(percent, line, due, day) },
        dueAt,
        showOn: addDays(dueOn, -dueWithin),
        assigneeId: responsibleId,
        path: `/customers/${personId}`,
      };
    });
  },
  gather: {
    most: mostDossiers,
    line: otherDossiers,
    beyond: { counted: countedDossiers, today: dossiersToday, coming: dossiersComing },
  },
  settled: (work, occurrences) => dossiersThatReached(onOwnTables(work), occurrences),
};

function colleaguesIn({ accountId, accountIds }: Pick<TodayAsked, 'accountId' | 'accountIds'>) {
  return accountIds ?? (accountId === undefined ? undefined : [accountId]);
}

async function countedDossiers(work: Work, { day }: { readonly day: Day }): Promise<AlikeLines[]> {
  const asked = { today: day, showDays: dueWithin, most: mostDossiers };
  return alike(work, 'dossier', await dossiersCounted(onOwnTables(work), asked));
}

/** Rows about the same day of a project are due at the same instant. */
async function alike(work: Work, kind: AlikeLines['kind'], rows: readonly AlikeRows[]): Promise<AlikeLines[]> {
  const closingOf = await closingsIn(
    work,
    rows.map(({ projectId }) => projectId),
  );
  return rows.map(({ responsibleId, projectId, on, showOn, count }) => {
    return { kind, projectId, dueAt: closingOf(projectId, on), showOn, assigneeId: responsibleId, alike: count };
  });
}

async function dossiersToday(work: Work, { accountIds, day }: CountAsked): Promise<ReadonlyMap<string, Counted>> {
  return countsOf(await dossiersOf(onOwnTables(work), { accountIds, today: day, showDays: dueWithin }));
}

interface CountAsked {
  readonly accountIds: readonly string[];
  readonly day: Day;
}

function countsOf(rows: readonly CountOfOne[]): ReadonlyMap<string, Counted> {
  return new Map(rows.map(({ responsibleId, ...counted }) => [responsibleId, counted]));
}

async function dossiersComing(work: Work, { day, untilDay, ...whose }: TodayAsked): Promise<ComingLines[]> {
  const asked = { accountIds: colleaguesIn(whose), today: day, until: untilDay, showDays: dueWithin };
  return dossiersToCome(onOwnTables(work), { ...asked, most: mostDossiers + 1 });
}

function otherDossiers({ assigneeId, count, late, day }: RestOfLines): GatheredWords {
  return {
    title: { zh: `还有 ${count} 户资料待补`, en: `${count} more dossiers to complete` },
    why: {
      zh: `${dossiersDue.zh(late, count - late)}；最要紧的 ${mostDossiers} 户已单独列出`,
      en: `${dossiersDue.en(late, count - late)}; the ${mostDossiers} most pressing stand on their own`,
    },
    path: bookPath('incomplete', 'completenessDueOn', [
      { field: 'belowLine', is: 'yes' },
      { field: 'completenessDueOn', is: 'before', value: addDays(day, dueWithin + 1) },
      { field: 'responsible', is: 'in', value: [assigneeId] },
    ]),
  };
}

const dossiersDue = {
  zh: (late: number, soon: number) => {
    if (soon === 0) return `${late} 户已过期`;
    return late === 0 ? `${soon} 户在 ${dueWithin} 天内到期` : `${late} 户已过期，${soon} 户在 ${dueWithin} 天内到期`;
  },
  en: (late: number, soon: number) => {
    if (soon === 0) return `${late} are late`;
    return late === 0
      ? `${soon} are due within ${dueWithin} days`
      : `${late} are late, ${soon} are due within ${dueWithin} days`;
  },
};

const dossierWhy = {
  zh: (percent: number, line: number, due: Day, day: Day) => {
    const left = daysBetween(day, due);
    if (left < 0) return `现在 ${percent}%，要求 ${line}%，已过期 ${-left} 天`;
    return left === 0
      ? `现在 ${percent}%，要求 ${line}%，今天到期`
      : `现在 ${percent}%，要求 ${line}%，还有 ${left} 天`;
  },
  en: (percent: number, line: number, due: Day, day: Day) => {
    const left = daysBetween(day, due);
    if (left < 0) return `${percent}% of ${line}%, ${-left} days late`;
    return left === 0 ? `${percent}% of ${line}%, due today` : `${percent}% of ${line}%, ${left} days left`;
  },
};

/** Customers about to cool, and those who have cooled, before they fall silent: a light touch each (SEG-16). */
export const aboutToCoolLines: TodaySource = {
  origin: 'segments.cooling',
  lines: async (work, { day, inReserve = 0, ...whose }) => {
    const most = mostCooling + 1 + inReserve;
    const asked = { accountIds: colleaguesIn(whose), today: day, showDays: coolsWithin, most };
    const rows = await aboutToCool(onOwnTables(work), asked);
    const closingOf = await closingsIn(
      work,
      rows.map(({ projectId }) => projectId),
    );
    return rows.map(
      ({ personId, projectId, on, lastContactOn, hasCooled, responsibleId }): ComputedLine => ({
        occurrence: `${projectId}/${personId}/${on}`,
        kind: 'care',
        projectId,
        subject: { kind: 'person', id: personId },
        title: { zh: '轻触关怀', en: 'A light touch' },
        why: coolingWhy(hasCooled, lastContactOn, on, day),
        dueAt: closingOf(projectId, on),
        showOn: hasCooled ? day : addDays(on, -coolsWithin),
        assigneeId: responsibleId,
      }),
    );
  },
  gather: {
    most: mostCooling,
    line: othersCooling,
    beyond: { counted: countedCooling, today: coolingToday, coming: coolingComing },
  },
  settled: (work, occurrences) => activeAgain(onOwnTables(work), occurrences, addDays(dayOf(work.now), coolsWithin)),
};

async function countedCooling(work: Work, { day }: { readonly day: Day }): Promise<AlikeLines[]> {
  const asked = { today: day, showDays: coolsWithin, most: mostCooling };
  return alike(work, 'care', await coolingCounted(onOwnTables(work), asked));
}

async function coolingToday(work: Work, { accountIds, day }: CountAsked): Promise<ReadonlyMap<string, Counted>> {
  return countsOf(await coolingOf(onOwnTables(work), { accountIds, today: day, showDays: coolsWithin }));
}

async function coolingComing(work: Work, { day, untilDay, ...whose }: TodayAsked): Promise<ComingLines[]> {
  const asked = { accountIds: colleaguesIn(whose), today: day, until: untilDay, showDays: coolsWithin };
  return coolingToCome(onOwnTables(work), { ...asked, most: mostCooling + 1 });
}

function othersCooling({ assigneeId, count }: RestOfLines): GatheredWords {
  return {
    title: {
      zh: `还有 ${count} 位客户快要降温或正在降温`,
      en: `${count} more customers are about to cool or cooling`,
    },
    why: {
      zh: `没有互动就会继续变冷；最早的 ${mostCooling} 位已单独列出`,
      en: `Without a contact they grow colder; the first ${mostCooling} stand on their own`,
    },
    path: bookPath('all', 'lastContactOn', [
      { field: 'activity', is: 'in', value: ['ACTIVE', 'COOLING'] },
      { field: 'responsible', is: 'in', value: [assigneeId] },
    ]),
  };
}

/** Where no contact is on record, activity counts from a milestone of the home; then there are no days without one to tell. */
function coolingWhy(hasCooled: boolean, lastContactOn: Day | null, on: Day, day: Day) {
  const days = lastContactOn ? daysBetween(lastContactOn, day) : undefined;
  const silence =
    days === undefined
      ? { zh: '还没有互动记录', en: 'No contact on record' }
      : { zh: `${days} 天没有互动`, en: `No contact for ${days} days` };
  const left = daysBetween(day, on);
  const now = hasCooled ? { zh: '，已经降温', en: ', has cooled' } : { zh: '', en: '' };
  const next = hasCooled ? { zh: '沉默', en: 'silent' } : { zh: '降温', en: 'cooling' };
  return {
    zh: `${silence.zh}${now.zh}，${left > 0 ? `再过 ${left} 天将` : '今天起'}变为${next.zh}`,
    en: `${silence.en}${now.en}; ${next.en} ${left > 0 ? `in ${left} days` : 'from today'}`,
  };
}

/** Labels of one's households that moved since the last visit. */
export async function labelMoves(
  work: Work,
  asked: { readonly accountId?: string; readonly since: Date; readonly limit: number },
): Promise<readonly ComputedChange[]> {
  const rows = await changesSince(onOwnTables(work), asked);
  return rows.map(({ personId, projectId, label, changedAt, before, after, reasons }) => {
    const shown = reasonsShown(work, reasons);
    const decisive = shown.find(({ met }) => met) ?? shown[0];
    return {
      key: `segments/${projectId}/${personId}/${label}/${changedAt.toISOString()}`,
      subject: { kind: 'person' as const, id: personId },
      at: changedAt,
      label: { name: label, ...(before !== undefined && { before }), after },
      why: decisive ? reasonSentence(decisive, dayOf(changedAt)) : movedWords(label, after),
    };
  });
}

function movedWords(label: 'lifecycle' | 'value' | 'activity' | 'completeness', after: string) {
  const to = labelValueText(label, after);
  return { zh: `${labelTexts[label].zh}变为${to.zh}`, en: `${labelTexts[label].en} is now ${to.en}` };
}

/** Chips beside the names of Today's open lines. */
export async function chipsOf(work: Work, personIds: readonly string[]): Promise<readonly ChipsOfPerson[]> {
  const rows = await labelsToday(onOwnTables(work), personIds);
  return rows.map(({ personId, projectId, ...labels }) => ({
    personId,
    projectId,
    chips: Object.entries(labels).flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
  }));
}
