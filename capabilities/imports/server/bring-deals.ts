import { importPeople } from '@yilu/customers/server';
import { type Day, day } from '@yilu/platform/contract';
import type { MilestoneKind } from '@yilu/properties/contract';
import { bringMilestones } from '@yilu/properties/server';
import type { ImportedDeal, ImportedDealResult, PaymentMethod } from '@yilu/sales/contract';
import { importDeals } from '@yilu/sales/server';
import { type DealRead, dealOver, saidOtherwise, staffUnknown } from '../contract/index.ts';
import { type Ordinals, rowKey } from './bring-contacts.ts';
import { keepImages } from './bring-people.ts';
import { type Bringing, type Line, notedFor, noteField, type Sheet } from './bringing.ts';
import { placeLabel } from './places.ts';
import { asDealSaidFirst } from './said-of-deals.ts';
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
  const agreements: Agreement[] = [];
  const byKey = new Map<string, Agreement>();
  for (const line of lines) {
    const { deal } = line.read;
    const buyers = buyersOf(line, peopleOf.get(line.row.number) ?? []);
    if (!deal || buyers.length === 0) continue;
    const [roomId] = roomsOf.get(line.row.number) ?? [];
    const stated = deal.key === undefined ? undefined : byKey.get(deal.key);
    const same = line.row.continues ? agreements.at(-1) : stated?.deal.roomId === roomId ? stated : undefined;
    if (same) {
      same.lines.push(line);
      same.deal = { ...same.deal, buyers: distinct([...same.deal.buyers, ...buyers]) };
      continue;
    }
    const colleague = deal.staffName ? staff.get(deal.staffName) : undefined;
    if (deal.staffName && !colleague?.staffId && !colleague?.decided) {
      noteField(sheet, line, 'difference', 'consultant', staffUnknown({ name: deal.staffName }));
    }
    const referrerId = referrers.get(line.row.number);
    // One number for a home and its parking space: each is a deal of its own.
    const key = deal.key ?? rowKey(sheet, line, ordinals);
    const agreement: Agreement = {
      lines: [line],
      deal: {
        ...termsOf(deal, bringing.today),
        sourceKey: stated ? `${key}/${placeLabel(line.read.room) ?? ''}` : key,
        projectId: line.projectId,
        buyers: distinct(buyers),
        ...(roomId && { roomId }),
        ...(referrerId && !buyers.some(({ personId }) => personId === referrerId) && { referrerId }),
        ...(colleague?.staffId
          ? { consultantId: colleague.staffId }
          : deal.staffName && { consultantName: deal.staffName }),
      },
    };
    agreements.push(agreement);
    if (deal.key !== undefined && !stated) byKey.set(deal.key, agreement);
  }
  if (agreements.length === 0) return;

  for (const agreement of agreements) tellContradictions(bringing, sheet, agreement);
  const results = await importDeals(bringing.work, {
    importId: bringing.importId,
    rows: agreements.map(({ deal }) => deal),
  });
  results.forEach((result, at) => {
    for (const line of agreements[at]?.lines ?? []) {
      tell(bringing, sheet, line, result);
      if (result.endedOn) noteField(sheet, line, 'difference', 'dealKey', dealOver({ on: result.endedOn }));
    }
    if (result.result === 'updated')
      bringing.keep('deals', { id: result.id, before: result.before, after: result.after });
  });
  await markRooms(
    bringing,
    results.flatMap((result, at) => {
      const deal = agreements[at]?.deal;
      return deal ? [{ deal, result }] : [];
    }),
  );
}

/** Two rows of one import that say different things of one deal. */
function tellContradictions(bringing: Bringing, sheet: Sheet, agreement: Agreement): void {
  const [line] = agreement.lines;
  if (!line) return;
  const at = { sheet: sheet.sheet.name, row: line.row.number };
  const { deal, contradictions } = asDealSaidFirst(bringing.saidOfDeals, agreement.deal, at);
  agreement.deal = deal;
  for (const { field, earlier } of contradictions) noteField(sheet, line, 'problem', field, saidOtherwise(earlier));
}

/** The rooms of deals that went in know the day of each step, as they do when a deal is entered at the console. */
async function markRooms(
  bringing: Bringing,
  went: readonly { readonly deal: ImportedDeal; readonly result: ImportedDealResult }[],
): Promise<void> {
  for (const [projectId, of] of Map.groupBy(went, ({ deal }) => deal.projectId)) {
    const told = of.flatMap(({ deal, result }) => {
      const milestones = stepsOf(deal, result);
      return deal.roomId && milestones.length > 0 ? [{ roomId: deal.roomId, milestones }] : [];
    });
    if (told.length === 0) continue;
    const changes = await bringMilestones(bringing.work, { projectId, told });
    if (changes.length > 0) bringing.keep('rooms', { projectId, changes });
  }
}

/** Of a deal that went in: the days of its steps, or the day on which one that had stood ended. */
function stepsOf(
  { state, reservedOn, subscribedOn, signedOn, filedOn, cancelledOn }: ImportedDeal,
  { result, before }: ImportedDealResult,
): { kind: MilestoneKind; reachedOn: Day }[] {
  if (result !== 'created' && result !== 'updated') return [];
  const on = (kind: MilestoneKind, reachedOn: string | undefined) =>
    reachedOn ? [{ kind, reachedOn: day(reachedOn) }] : [];
  if (state === 'CANCELLED') return before && 'state' in before ? on('RESCINDED', cancelledOn) : [];
  return [
    ...on('RESERVED', reservedOn),
    ...on('SUBSCRIBED', subscribedOn),
    ...on('SIGNED', signedOn),
    ...on('FILED', filedOn),
  ];
}

/** A deal with the rows that tell of it: one each, or one per buyer. */
interface Agreement {
  readonly lines: Line[];
  deal: ImportedDeal;
}

function buyersOf({ read }: Line, ids: readonly string[]): ImportedDeal['buyers'] {
  return ids.flatMap((personId, at) => {
    const { role = 'owner', share } = read.people[at] ?? {};
    if (role !== 'owner' && role !== 'coOwner') return [];
    return [share === undefined ? { personId } : { personId, share }];
  });
}

function distinct(buyers: ImportedDeal['buyers']): ImportedDeal['buyers'] {
  return [...new Map(buyers.map((buyer) => [buyer.personId, buyer])).values()].slice(0, 10);
}

function tell(bringing: Bringing, sheet: Sheet, line: Line, { id, result, reason }: ImportedDealResult): void {
  if (result !== 'rejected') {
    bringing.records.deals.add(id);
    sheet.book.went(line.row.number, result);
    return;
  }
  const why = {
    code: 'imports.deal_rejected',
    params: {},
    message: reason ?? { zh: '不能登记这笔成交', en: 'This deal cannot be registered' },
  };
  const column = sheet.sheet.columns.find(({ field }) => field === 'room')?.heading ?? '';
  sheet.book.reject(line.row.number, [notedFor(sheet, line.row, { column, reason: why })]);
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
  const notes = [
    deal.note,
    deal.bank && `按揭银行：${deal.bank}`,
    deal.payment && !payment && `付款方式：${deal.payment}`,
  ];
  const note = [...notes, deal.loanFen && `按揭金额：${deal.loanFen / 100} 元`].filter(Boolean).join('；');
  return {
    state: deal.cancelledBecause ? 'CANCELLED' : deal.signedOn ? 'CONTRACT_SIGNED' : 'SUBSCRIBED',
    ...(deal.cancelledBecause && {
      cancelReason: deal.cancelledBecause.slice(0, 300),
      cancelledOn: deal.cancelledOn ?? deal.signedOn ?? deal.subscribedOn ?? today,
      ...(!deal.cancelledOn && { cancelledOnIsPresumed: true }),
    }),
    ...(deal.number && { number: deal.number }),
    ...(deal.contractNumber && { contractNumber: deal.contractNumber }),
    ...(deal.unitPriceFen && deal.unitPriceFen > 0 && { unitPriceFen: deal.unitPriceFen }),
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
