import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { Deal, DealState, DealTerms } from './deal.ts';
import { cancelDeals, editDeals, seeDeals } from './permissions.ts';

const tag = 'sales';
const ofDeal = z.object({ dealId: z.uuid() });

export const listDeals = endpoint({
  method: 'GET',
  path: '/deals',
  query: PageQuery.extend({
    projectId: z.uuid().optional(),
    state: DealState.optional(),
    roomId: z.uuid().optional(),
    personId: z.uuid().optional(),
  }),
  answer: page(Deal),
  permission: seeDeals,
  summary: 'Deals in reach, latest change first.',
  tag,
});

export const readDeal = endpoint({
  method: 'GET',
  path: '/deals/:dealId',
  params: ofDeal,
  answer: Deal,
  permission: seeDeals,
  summary: 'One deal with buyers, dates and payments.',
  tag,
});

export const registerDeal = endpoint({
  method: 'POST',
  path: '/deals',
  body: DealTerms.extend({ projectId: z.uuid() }),
  answer: Deal,
  permission: editDeals,
  summary: 'Register a deal, from intention money on.',
  tag,
});

export const editDeal = endpoint({
  method: 'PUT',
  path: '/deals/:dealId',
  params: ofDeal,
  body: DealTerms.extend({ version: z.int() }),
  answer: Deal,
  permission: editDeals,
  summary: 'Change a deal: its step, terms, buyers and payments received.',
  tag,
});

export const cancelDeal = endpoint({
  method: 'POST',
  path: '/deals/:dealId/cancellation',
  params: ofDeal,
  body: z.object({ version: z.int(), on: Day, reason: z.string().trim().min(1).max(300) }),
  answer: Deal,
  permission: cancelDeals,
  summary: 'Cancel a deal (退房); its room is free again.',
  tag,
});

export const endpoints = [listDeals, readDeal, registerDeal, editDeal, cancelDeal] as const;
