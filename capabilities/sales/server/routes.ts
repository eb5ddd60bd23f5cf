import { answer, type Route } from '@yilu/platform/server';
import * as ask from '../contract/endpoints.ts';
import { cancelDeal, editDeal, listDeals, readDeal, registerDeal } from './deals.ts';

export const routes: Route[] = [
  answer(ask.listDeals, listDeals),
  answer(ask.readDeal, readDeal),
  answer(ask.registerDeal, registerDeal),
  answer(ask.editDeal, editDeal),
  answer(ask.cancelDeal, cancelDeal),
];
