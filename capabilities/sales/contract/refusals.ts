import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchDeal = refusal('sales.no_such_deal', {
  zh: '没有这笔成交，或不在您的范围内。',
  en: 'There is no such deal, or it is outside your scope.',
});
export const buyerNotVisible = refusal('sales.buyer_not_visible', {
  zh: '有一位买受人不在您的范围内，请先把他登记到本项目。',
  en: 'A buyer is outside your scope. Register them in this project first.',
});
export const buyerTwice = refusal('sales.buyer_twice', {
  zh: '同一个人写了两次，请合成一行。',
  en: 'The same buyer is named twice. Keep one line.',
});
export const sharesTooHigh = refusal('sales.shares_too_high', {
  zh: '各买受人的份额加起来超过 100%。',
  en: 'The buyers’ shares add up to more than 100%.',
});
export const roomNeeded = refusal('sales.room_needed', {
  zh: '定房、认购和签约都要选房间；只交诚意金时可以先不选。',
  en: 'Choose the room: only paid intention money can go without one.',
});
export const roomTaken = refusal('sales.room_taken', {
  zh: '这个房间已有一笔进行中的成交。换房间，或先作废那一笔。',
  en: 'This room is in another deal. Choose another room or cancel that deal first.',
});
export const noSuchDealRoom = refusal('sales.no_such_room', {
  zh: '没有这个房间，或它不在这个项目里。',
  en: 'There is no such room in this project.',
});
export const consultantElsewhere = refusal('sales.consultant_elsewhere', {
  zh: '这位同事不在本项目，或已离职，请另选一位。',
  en: 'This colleague does not work in this project, or has left. Choose another.',
});
export const dateMissing = refusalWith<{ field: string; zh: string; en: string }>('sales.date_missing', {
  zh: ({ zh }) => `这一步要填${zh}。`,
  en: ({ en }) => `This step needs: ${en}.`,
});
export const datesOutOfOrder = refusalWith<{ earlierZh: string; laterZh: string; earlierEn: string; laterEn: string }>(
  'sales.dates_out_of_order',
  {
    zh: ({ earlierZh, laterZh }) => `${laterZh}不能早于${earlierZh}。`,
    en: ({ earlierEn, laterEn }) => `${laterEn} cannot come before ${earlierEn}.`,
  },
);
export const dateInFuture = refusalWith<{ zh: string; en: string }>('sales.date_in_future', {
  zh: ({ zh }) => `${zh}还没有到，请填实际日期。`,
  en: ({ en }) => `${en} lies in the future. Enter when it happened.`,
});
export const amountNeeded = refusal('sales.amount_needed', {
  zh: '认购和签约要填总价。',
  en: 'A subscription or contract needs its total price.',
});
export const signedStands = refusal('sales.signed_stands', {
  zh: '已签约的成交不能退回前一步，也不能换房。请先作废，再登记新的一笔。',
  en: 'A signed contract neither goes back a step nor moves to another room. Cancel it and register a new deal.',
});
export const referrerNotVisible = refusal('sales.referrer_not_visible', {
  zh: '没有这位推荐人，或不在您的范围内，请另选一位。',
  en: 'There is no such referrer, or they are outside your scope. Choose another.',
});
export const referrerBuys = refusal('sales.referrer_buys', {
  zh: '推荐人不能是买受人自己。',
  en: 'Buyers do not recommend themselves.',
});
export const alreadyCancelled = refusal('sales.already_cancelled', {
  zh: '这笔成交已经作废，不能再改。要重新成交请新登记一笔。',
  en: 'This deal is cancelled and cannot change. Register a new one.',
});
