import { completenessItems } from '@yilu/customers/contract';
import { type Day, daysBetween, type Sentence } from '@yilu/platform/contract';
import type { Criterion, Reason } from './labels.ts';

const monthDay = (day: string) => ({
  zh: `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`,
  en: day,
});
const wan = (fen: number) => ({
  zh: `${(fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 1 })} 万元`,
  en: `${(fen / 100_000_000).toLocaleString('en', { maximumFractionDigits: 2 })} million yuan`,
});

type Speak = (reason: Reason, today: Day) => Sentence;

/** What each cell of a reckoning says; whole sentences, one per outcome. */
const sentences: Readonly<Record<Criterion, Speak>> = {
  gaveUp: dated(
    { zh: (on) => `${on}登记放弃购房`, en: (on) => `Gave up buying on ${on}` },
    { zh: '没有登记放弃', en: 'Has not given up' },
  ),
  sinceRepurchaseOrReferral: ({ observed, needed }) =>
    typeof observed === 'string'
      ? {
          zh: `自 ${monthDay(observed).zh}起没有复购或推荐，满 ${needed} 个月算流失`,
          en: `No repurchase or referral since ${observed}; lost after ${needed} months`,
        }
      : { zh: '还没有交付，不会算流失', en: 'Not delivered yet, so never lost' },
  sinceDelivery: ({ observed, needed }) =>
    typeof observed === 'string'
      ? {
          zh: `${monthDay(observed).zh}交付，满 ${needed} 个月为老客户`,
          en: `Delivered on ${observed}; long-standing after ${needed} months`,
        }
      : { zh: '没有交付日期', en: 'No delivery date on record' },
  signed: dated(
    { zh: (on) => `${on}签约`, en: (on) => `Signed on ${on}` },
    { zh: '名下有房，没有签约日期', en: 'Owns a home here; no signing date on record' },
  ),
  reserved: dated(
    { zh: (on) => `${on}认筹或认购`, en: (on) => `Reserved on ${on}` },
    { zh: '没有认筹或认购', en: 'No reservation' },
  ),
  interest: dated(
    { zh: (on) => `${on}首次登记`, en: (on) => `First registered on ${on}` },
    { zh: '没有来电来访', en: 'No call or visit' },
  ),
  amountAmongTop: ({ observed, needed, met }) => {
    if (typeof observed !== 'number') return { zh: '没有签约金额', en: 'No signed amount' };
    if (typeof needed !== 'number')
      return {
        zh: `签约 ${wan(observed).zh}，项目还没有排名`,
        en: `Signed ${wan(observed).en}; the project is not ranked yet`,
      };
    return met
      ? {
          zh: `签约 ${wan(observed).zh}，在项目前列（${wan(needed).zh}起）`,
          en: `Signed ${wan(observed).en}, among the top (from ${wan(needed).en})`,
        }
      : {
          zh: `签约 ${wan(observed).zh}，前列从 ${wan(needed).zh}起`,
          en: `Signed ${wan(observed).en}; the top begins at ${wan(needed).en}`,
        };
  },
  secondHomeOrInvestment: ({ observed }) => {
    if (observed === 'INVESTMENT') return { zh: '有投资需求', en: 'Wants to invest' };
    if (observed === 'SECOND_HOME') return { zh: '有二次置业需求', en: 'Wants a second home' };
    return { zh: '没有二次置业或投资需求', en: 'No second-home or investment need' };
  },
  bedroomsAtLeast: ({ observed, needed, met }) =>
    observed === undefined
      ? { zh: '不知道几居', en: 'Bedrooms not known' }
      : met
        ? { zh: `${observed} 居，达到 ${needed} 居`, en: `${observed} bedrooms, ${needed} or more` }
        : { zh: `${observed} 居，不到 ${needed} 居`, en: `${observed} bedrooms, fewer than ${needed}` },
  bedroomsAtMost: ({ observed, needed, met }) =>
    observed === undefined
      ? { zh: '不知道几居', en: 'Bedrooms not known' }
      : met
        ? { zh: `${observed} 居，不超过 ${needed} 居`, en: `${observed} bedrooms, at most ${needed}` }
        : { zh: `${observed} 居，超过 ${needed} 居`, en: `${observed} bedrooms, more than ${needed}` },
  firstPurchase: ({ met }) =>
    met ? { zh: '首次购房', en: 'First purchase' } : { zh: '不是首次购房', en: 'Not the first purchase' },
  ageBetween: ({ observed, needed }) => {
    const [from, to] = Array.isArray(needed) ? needed : [];
    return observed === undefined
      ? { zh: '不知道年龄', en: 'Age not known' }
      : { zh: `${observed} 岁，潜力客户为 ${from}–${to} 岁`, en: `${observed} years old; emerging is ${from}–${to}` };
  },
  futureNeed: ({ observed }) => {
    if (observed === 'UPGRADE') return { zh: '有改善需求', en: 'Wants to upgrade' };
    if (observed === 'INVESTMENT') return { zh: '有投资需求', en: 'Wants to invest' };
    return { zh: '没有改善或投资需求', en: 'No upgrade or investment need' };
  },
  currentScore: ({ observed }) => ({ zh: `当前价值 ${observed ?? 0} 分`, en: `Current value ${observed ?? 0} points` }),
  scoreForAge: points('年龄段', 'Age'),
  scoreForSecondHome: points('再置业需求', 'Wish to buy again'),
  scoreForFamilyGrowth: points('家庭成长', 'Family growth'),
  scoreForReferrals: points('推荐', 'Referrals'),
  sinceContact: ({ observed }, today) =>
    typeof observed === 'string'
      ? daysBetween(observed as Day, today) === 0
        ? { zh: '今天有互动', en: 'In touch today' }
        : {
            zh: `${daysBetween(observed as Day, today)} 天没有互动，最近一次是 ${monthDay(observed).zh}`,
            en: `No contact for ${daysBetween(observed as Day, today)} days, the last on ${observed}`,
          }
      : { zh: '没有任何互动记录', en: 'No contact on record' },
  sinceMilestone: ({ observed }, today) => {
    const days = typeof observed === 'string' ? daysBetween(observed as Day, today) : 0;
    return {
      zh: `${days} 天前有房屋节点（${typeof observed === 'string' ? monthDay(observed).zh : ''}），此后没有往来`,
      en: `A milestone of the home ${days} days ago (${observed}), nothing since`,
    };
  },
  sincePayment: ({ observed }, today) => {
    const on = observed as Day;
    return daysBetween(on, today) === 0
      ? { zh: '今天交款', en: 'Paid today' }
      : {
          zh: `${daysBetween(on, today)} 天前交款（${monthDay(on).zh}），此后没有往来`,
          en: `A payment ${daysBetween(on, today)} days ago (${on}), nothing since`,
        };
  },
  completenessLine: ({ observed, needed, met }) => {
    if (needed === undefined)
      return { zh: `已填 ${observed}%，目前没有要求`, en: `${observed}% filled, nothing due yet` };
    return met
      ? { zh: `已填 ${observed}%，达到 ${needed}%`, en: `${observed}% filled, ${needed}% asked` }
      : { zh: `已填 ${observed}%，要求 ${needed}%`, en: `${observed}% filled of the ${needed}% asked` };
  },
  missingField: ({ observed, needed }) => {
    const title = completenessItems.find(({ key }) => key === observed)?.title;
    return {
      zh: `缺${title?.zh ?? observed}（${needed} 分）`,
      en: `Missing: ${title?.en ?? observed} (${needed} points)`,
    };
  },
};

/** The sentence of one cell. */
export function reasonSentence(reason: Reason, today: Day): Sentence {
  return sentences[reason.criterion](reason, today);
}

function dated(known: { zh: (on: string) => string; en: (on: string) => string }, unknown: Sentence): Speak {
  return ({ observed }) =>
    typeof observed === 'string' ? { zh: known.zh(monthDay(observed).zh), en: known.en(observed) } : unknown;
}

function points(zh: string, en: string): Speak {
  return ({ observed, needed }) => ({
    zh: `${zh} ${observed ?? 0} / ${needed}`,
    en: `${en} ${observed ?? 0} / ${needed}`,
  });
}
