import type { PersonMoment } from '@yilu/customers/contract';
import { momentOfRoom } from '@yilu/customers/server';
import { type Day, dayOf, type Sentence } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type Deal, seeDeals, stateTitles } from '../contract/index.ts';
import { listDeals } from '../store/deals.ts';
import { onOwnTables } from '../store/tables.ts';

const yuan = (fen: number): Sentence => ({
  zh: ` · ${(fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 1 })} 万元`,
  en: ` · ${(fen / 100_000_000).toLocaleString('en', { maximumFractionDigits: 2 })} million yuan`,
});

/** The road of each deal on the timeline of the 360° page; nothing for those who may never see prices (decision 33). */
export async function dealMoments(work: Work, personId: string): Promise<readonly PersonMoment[]> {
  if (!work.actor.permissions.has(seeDeals.id) || !work.actor.sides.includes('developer')) return [];
  const deals = await listDeals(onOwnTables(work), { personId, limit: 20 });
  const today = dayOf(work.now);
  return deals.flatMap(momentsOf).filter(({ on }) => on <= today);
}

function momentsOf(deal: Deal): PersonMoment[] {
  const { roomId, roomLabel = '' } = deal;
  const moment = (what: string, on: Day | undefined, said: Sentence, fen?: number): PersonMoment[] => {
    if (!on) return [];
    const money = fen === undefined ? { zh: '', en: '' } : yuan(fen);
    return [
      {
        id: `${what}/${deal.id}/${on}`,
        kind: 'deal',
        projectId: deal.projectId,
        on,
        title: { zh: `${said.zh} ${roomLabel}${money.zh}`, en: `${said.en} ${roomLabel}${money.en}` },
      },
    ];
  };
  const ofRoom = (what: 'RESERVED' | 'SUBSCRIBED' | 'SIGNED' | 'FILED', moments: PersonMoment[]) =>
    moments.map((one) => (roomId ? { ...one, id: momentOfRoom(what, roomId, one.on) } : one));
  return [
    ...moment('INTENTION_PAID', deal.intentionPaidOn, stateTitles.INTENTION_PAID),
    ...ofRoom('RESERVED', moment('RESERVED', deal.reservedOn, stateTitles.UNIT_RESERVED)),
    ...ofRoom('SUBSCRIBED', moment('SUBSCRIBED', deal.subscribedOn, stateTitles.SUBSCRIBED)),
    ...ofRoom('SIGNED', moment('SIGNED', deal.signedOn, { zh: '签约', en: 'Signed' }, deal.amountFen)),
    ...ofRoom('FILED', moment('FILED', deal.filedOn, { zh: '网签备案', en: 'Filed' })),
    ...deal.payments.flatMap(({ receivedOn, amountFen }, at) =>
      moment(`PAID${at}`, receivedOn, { zh: '收到房款', en: 'Payment received' }, amountFen),
    ),
    ...moment('CANCELLED', deal.cancelledOn, { zh: '退房或作废', en: 'Deal cancelled' }),
  ];
}
