import type { DealRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readAmount, readDiscount, readPrice } from '../values/money.ts';
import { readNames } from '../values/name.ts';
import { readPhones } from '../values/phone.ts';
import { readStaffName } from '../values/staff-name.ts';
import { cancels } from './codes.ts';
import { type OpenRow, present, remarkOf } from './open-row.ts';

/** A subscription or contract. The room's list price, the agreed price, deposit and mortgage are exact amounts in fen. */
export function readDeal(row: OpenRow): DealRead {
  const closed = closedBecause(row);
  const staff = readStaffName(row.cell('consultant'));
  return present({
    key: (row.text('dealKey') ?? row.text('contractNumber'))?.slice(0, 100),
    number: row.text('dealKey')?.slice(0, 60),
    contractNumber: row.text('contractNumber')?.slice(0, 60),
    subscribedOn: row.pastMoment('subscribedOn')?.day,
    signedOn: row.pastMoment('signedOn')?.day,
    signDueOn: row.day('signDueOn'),
    listPriceFen: row.take('listPrice', readPrice),
    agreedPriceFen: agreedPriceOf(row),
    unitPriceFen: row.take('unitPrice', readAmount),
    depositFen: row.take('deposit', readAmount),
    loanFen: row.take('loan', readAmount),
    payment: row.text('payment'),
    discount: row.take('discount', readDiscount),
    bank: row.text('bank'),
    cancelledBecause: closed,
    cancelledOn: closed === undefined ? undefined : row.pastMoment('closedOn')?.day,
    referrer: referrerOf(row),
    staffName: staff.name,
    note:
      [remarkOf(row), staff.whole && `${row.heading('consultant')} ${staff.whole}`].filter(Boolean).join('；') ||
      undefined,
  }) as DealRead;
}

/** Beside 认购总价 stands 签约总价, which has the last word once there is one. */
function agreedPriceOf(row: OpenRow): DealRead['agreedPriceFen'] {
  const columns = row.cells('agreedPrice');
  const contract = columns.find(({ heading, cell }) => ofContract.test(heading) && !saysNothing(cellText(cell)));
  const chosen = contract ?? columns[0];
  return chosen && row.takeAt(chosen, readPrice);
}

export const ofContract = /签约|合同|网签/;

/** Why a deal does not stand: 退房 in one of the columns, or a contract that is 关闭 without a reason that goes on elsewhere. */
function closedBecause(row: OpenRow): string | undefined {
  const said = row
    .cells('closedReason')
    .map(({ cell }) => cellText(cell))
    .filter((text) => !saysNothing(text));
  const isClosed = said.some((text) => /^(?:已?关闭|已?终止|无效)$/.test(text));
  const reasons = said.filter((text) => !/^(?:已?关闭|已?终止|无效)$/.test(text));
  return reasons.find(cancels) ?? (isClosed && reasons.length === 0 ? said.join('、') : undefined);
}

function referrerOf(row: OpenRow): DealRead['referrer'] {
  const [name] = readNames(row.cell('referrerName'));
  if (!name) return undefined;
  const { groups, problems } = readPhones(row.cell('referrerPhone'));
  for (const problem of problems) row.note('referrerPhone', problem);
  return { name: name.name, phones: groups.flat() };
}
