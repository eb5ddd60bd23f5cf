import type { PersonMoment } from '@yilu/customers/contract';
import { dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { labelTexts, labelValueText, seeBook } from '../contract/index.ts';
import { changesOfPerson } from '../store/labels.ts';
import { onOwnTables } from './own-work.ts';

const mostShown = 100;

/** How labels moved, on the timeline of the 360° page; first ones are no move, and every saved field moves completeness. */
export async function labelMoments(work: Work, personId: string): Promise<readonly PersonMoment[]> {
  if (!work.actor.permissions.has(seeBook.id)) return [];
  const changes = await changesOfPerson(onOwnTables(work), { personId, limit: mostShown });
  return changes.flatMap(({ projectId, label, changedAt, before, after }): PersonMoment[] => {
    if (label === 'completeness' || before === undefined || after === undefined) return [];
    const [kind, was, is] = [labelTexts[label], labelValueText(label, before), labelValueText(label, after)];
    return [
      {
        id: `${label}/${projectId}/${changedAt.toISOString()}`,
        kind: 'label',
        projectId,
        on: dayOf(changedAt),
        at: changedAt,
        title: { zh: `${kind.zh}：${was.zh} → ${is.zh}`, en: `${kind.en}: ${was.en} → ${is.en}` },
      },
    ];
  });
}
