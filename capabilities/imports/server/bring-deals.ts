import { importPeople } from '@yilu/customers/server';
import type { Day } from '@yilu/platform/contract';
import type { ImportedDeal, PaymentMethod } from '@yilu/sales/contract';
import { importDeals } from '@yilu/sales/server';
import { type DealRead, staffUnknown } from '../contract/index.ts';
import { type Ordinals, rowKey } from './bring-contacts.ts';
import { keepImages } from './bring-people.ts';
import { type Bringing, type Line, notedFor, noteField, type Sheet } from './bringing.ts';
import { matchStaffNames } from './staff.ts';

/** Subscriptions and contracts of the lines; their rooms and buyers exist by now. */
export async function bringDeals(
  bringing: Bringing,
  sheet: Sheet,
  lines: readonly Line[],
  roomsOf: ReadonlyMap<number, readonly string[]>,
  peopleOf: ReadonlyMap<number, readonly string[]>,
  ordinals: Ordinals,
): Promise<void> {
  const names = lines.flatMap(({ read }) => read.deal?.staffName ?? []);
  for (const name of names) bringing.staffNames.add(name);
  const staff = await matchStaffNames(bringing.work, names);
  const referrers = await bringReferrers(bringing, lines);
  const given: { line: Line; deal: ImportedDeal }[] = [];
  for (const line of lines) {
    const { deal } = line.read;
    const buyers = peopleOf.get(line.row.number) ?? [];
    if (!deal || buyers.length === 0) continue;
    const colleague = deal.staffName ? staff.get(deal.staffName) : undefined;
    if (deal.staffName && !colleague?.staffId && !colleague?.decided) {
      noteField(sheet, line, 'difference', 'consultant', staffUnknown({ name: deal.staffName }));
    }
    const [roomId] = roomsOf.get(line.row.number) ?? [];
    const referrerId = referrers.get(line.row.number);
    given.push({
      line,
      deal: {
        ...termsOf(deal, bringing.today),
        sourceKey: deal.key ?? rowKey(sheet, line, ordinals),
        projectId: line.projectId,
        buyers: [...new Set(buyers)].slice(0, 10).map((personId, at) => {
          const share = line.read.people[at]?.share;
          return share === undefined ? { personId } : { personId, share };
        }),
        ...(roomId && { roomId }),
        ...(referrerId && !buyers.includes(referrerId) && { referrerId }),
        ...(colleague?.staffId
          ? { consultantId: colleague.staffId }
          : deal.staffName && { consultantName: deal.staffName }),
      },
    });
  }
  if (given.length === 0) return;

  const results = await importDeals(bringing.work, {
    importId: bringing.importId,
    rows: given.map(({ deal }) => deal),
  });
  results.forEach(({ id, result, before, after, reason }, at) => {
    const line = given[at]?.line;
    if (!line) return;
    if (result === 'rejected') {
      const why = {
        code: 'imports.deal_rejected',
        params: {},
        message: reason ?? { zh: '不能登记这笔成交', en: 'This deal cannot be registered' },
      };
      const column = sheet.sheet.columns.find(({ field }) => field === 'room')?.heading ?? '';
      sheet.book.reject(line.row.number, [notedFor(sheet, line.row, { column, reason: why })]);
      return;
    }
    bringing.records.deals.add(id);
    sheet.book.went(line.row.number, result);
    if (result === 'updated') bringing.keep('deals', { id, before, after });
  });
}

/** Who recommended a buyer is a person too; known ones are found, others made. */
async function bringReferrers(bringing: Bringing, lines: readonly Line[]): Promise<Map<number, string>> {
  const given = lines.flatMap((line) => {
    const referrer = line.read.deal?.referrer;
    return referrer && referrer.phones.length > 0 ? [{ line, referrer }] : [];
  });
  if (given.length === 0) return new Map();
  const outcomes = await importPeople(
    bringing.work,
    given.map(({ line, referrer }, ref) => ({
      ref,
      kind: 'natural' as const,
      name: referrer.name.slice(0, 60),
      phones: referrer.phones.map((number) => ({ number })),
      projectId: line.projectId,
      parties: [],
      answers: [],
    })),
    { findableLater: true },
  );
  await keepImages(bringing, outcomes);
  return new Map(
    outcomes.flatMap(({ ref, personId }): [number, string][] => {
      const line = given[ref]?.line;
      bringing.records.people.add(personId);
      return line ? [[line.row.number, personId]] : [];
    }),
  );
}

/** A cancelled deal says when; files rarely do, so its own day stands in. */
function termsOf(deal: DealRead, today: Day): Pick<ImportedDeal, 'state'> & Partial<ImportedDeal> {
  const payment = paymentOf(deal.payment);
  const notes = [deal.bank && `按揭银行：${deal.bank}`, deal.payment && !payment && `付款方式：${deal.payment}`];
  const note = [...notes, deal.loanFen && `按揭金额：${deal.loanFen / 100} 元`].filter(Boolean).join('；');
  return {
    state: deal.cancelledBecause ? 'CANCELLED' : deal.signedOn ? 'CONTRACT_SIGNED' : 'SUBSCRIBED',
    ...(deal.cancelledBecause && {
      cancelReason: deal.cancelledBecause.slice(0, 300),
      cancelledOn: deal.signedOn ?? deal.subscribedOn ?? today,
    }),
    ...(deal.key && { number: deal.key.slice(0, 60) }),
    ...(deal.subscribedOn && { subscribedOn: deal.subscribedOn }),
    ...(deal.signedOn && { signedOn: deal.signedOn }),
    ...(deal.agreedPriceFen && deal.agreedPriceFen > 0 && { amountFen: deal.agreedPriceFen }),
    ...(deal.listPriceFen && deal.listPriceFen > 0 && { listAmountFen: deal.listPriceFen }),
    ...(deal.depositFen && deal.depositFen > 0 && { depositFen: deal.depositFen }),
    ...(deal.discount !== undefined &&
      deal.discount < 1 && { discount: `${Number((deal.discount * 100).toFixed(2))} 折` }),
    ...(payment && { paymentMethod: payment }),
    ...(note !== '' && { note: note.slice(0, 1_000) }),
  };
}

function paymentOf(text: string | undefined): PaymentMethod | undefined {
  if (!text) return undefined;
  if (/组合/.test(text)) return 'COMBINED_LOAN';
  if (/公积金/.test(text)) return 'PROVIDENT_FUND';
  if (/按揭|商贷|商业贷款|贷款/.test(text)) return 'MORTGAGE';
  if (/分期/.test(text)) return 'INSTALMENT';
  if (/一次性|全款|付清/.test(text)) return 'LUMP_SUM';
  return undefined;
}
