import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { DealTerms } from '../contract/index.ts';
import { refusalOfTerms } from './terms.ts';

const today = day('2026-11-20');
const one = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const third = '00000000-0000-4000-8000-000000000003';
const signed = {
  roomId: '00000000-0000-4000-8000-00000000000a',
  state: 'CONTRACT_SIGNED',
  buyers: [{ personId: one }],
  amountFen: 520_000_000,
  subscribedOn: '2026-11-01',
  signedOn: '2026-11-10',
};

test.each<[string, object, string | undefined]>([
  ['a contract with room, price and day stands', {}, undefined],
  ['subscribing and signing on one day stands', { subscribedOn: '2026-11-10' }, undefined],
  ['signing today stands', { signedOn: '2026-11-20' }, undefined],
  ['signing tomorrow has not happened', { signedOn: '2026-11-21' }, 'sales.date_in_future'],
  ['signing before subscribing is out of order', { signedOn: '2026-10-31' }, 'sales.dates_out_of_order'],
  ['a contract says when', { signedOn: undefined }, 'sales.date_missing'],
  ['a contract has a price', { amountFen: undefined }, 'sales.amount_needed'],
  ['a contract has a room', { roomId: undefined }, 'sales.room_needed'],
  [
    'intention money needs neither room nor price',
    {
      state: 'INTENTION_PAID',
      roomId: undefined,
      amountFen: undefined,
      subscribedOn: undefined,
      signedOn: undefined,
      intentionPaidOn: '2026-11-02',
    },
    undefined,
  ],
  [
    'a reservation needs a room but no price',
    { state: 'UNIT_RESERVED', amountFen: undefined, reservedOn: '2026-10-20' },
    undefined,
  ],
  ['nobody buys twice', { buyers: [{ personId: one }, { personId: one }] }, 'sales.buyer_twice'],
  [
    'halves make a whole',
    {
      buyers: [
        { personId: one, share: 0.5 },
        { personId: other, share: 0.5 },
      ],
    },
    undefined,
  ],
  [
    'three thirds make a whole',
    { buyers: [one, other, third].map((personId) => ({ personId, share: 0.333334 })) },
    undefined,
  ],
  [
    'shares above a whole are refused',
    {
      buyers: [
        { personId: one, share: 0.6 },
        { personId: other, share: 0.5 },
      ],
    },
    'sales.shares_too_high',
  ],
])('%s', (_, change, code) => {
  expect(refusalOfTerms(DealTerms.parse({ ...signed, ...change }), today)?.refusal.code).toBe(code);
});
