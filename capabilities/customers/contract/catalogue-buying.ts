import {
  choice,
  entriesOf,
  list,
  number,
  one,
  oneOf,
  say,
  several,
  severalOf,
  shares,
  text,
} from './catalogue-entry.ts';
import type { Choice } from './dossier.ts';

const economic = entriesOf('economic', 'purchasingPower', 'developer');
const focus = entriesOf('purchaseFocus', 'buyingSignal', 'developer');
const sensitive = { sensitivity: 'sensitive' } as const;

/** Yearly income in ten thousand yuan. */
const incomeBands: readonly Choice[] = [
  choice('under10', '10 万以下', 'Under 100,000'),
  choice('10to20', '10–20 万', '100,000–200,000'),
  choice('20to30', '20–30 万', '200,000–300,000'),
  choice('30to50', '30–50 万', '300,000–500,000'),
  choice('50to100', '50–100 万', '500,000–1,000,000'),
  choice('over100', '100 万以上', '1,000,000 and more'),
];
const layouts: readonly Choice[] = [
  choice('1', '一居', 'One bedroom'),
  choice('2', '两居', 'Two bedrooms'),
  choice('3', '三居', 'Three bedrooms'),
  choice('4', '四居', 'Four bedrooms'),
  choice('5', '五居及以上', 'Five and more'),
];
const areas: readonly Choice[] = [
  choice('under70', '70 ㎡以下', 'Under 70 m²'),
  choice('70to90', '70–90 ㎡', '70–90 m²'),
  choice('90to120', '90–120 ㎡', '90–120 m²'),
  choice('120to144', '120–144 ㎡', '120–144 m²'),
  choice('144to200', '144–200 ㎡', '144–200 m²'),
  choice('over200', '200 ㎡以上', '200 m² and more'),
];
/** In ten thousand yuan. */
const totalPrices: readonly Choice[] = [
  choice('under100', '100 万以下', 'Under 1 million'),
  choice('100to200', '100–200 万', '1–2 million'),
  choice('200to300', '200–300 万', '2–3 million'),
  choice('300to500', '300–500 万', '3–5 million'),
  choice('500to800', '500–800 万', '5–8 million'),
  choice('800to1500', '800–1500 万', '8–15 million'),
  choice('over1500', '1500 万以上', '15 million and more'),
];

/** Means and wishes of a buyer (DOS-20, 22, 28, 30): the developer side's until consent shares them (decision 33). */
export const buyingFields = [
  economic('occupation', 'DOS-11', say('职业特征', 'Occupation'), oneOf('customers.occupations'), { side: 'both' }),
  economic('industry', 'DOS-22', say('行业', 'Industry'), text(60), { side: 'both' }),
  economic('employer', 'DOS-22', say('单位', 'Employer'), text(100), { side: 'both' }),
  economic('position', 'DOS-22', say('职务', 'Position'), text(60), { side: 'both' }),
  economic('personalIncome', 'DOS-22', say('个人年收入', 'Personal yearly income'), one(...incomeBands), sensitive),
  economic('householdIncome', 'DOS-22', say('家庭年收入', 'Household yearly income'), one(...incomeBands), sensitive),
  economic('carCount', 'DOS-22', say('汽车数量', 'Cars'), number(0, 50, say('辆', 'cars')), { side: 'both' }),
  economic('carBrands', 'DOS-22', say('汽车品牌', 'Brands of cars'), list(30), { side: 'both' }),
  economic('carPlates', 'DOS-22', say('车牌号', 'Plate numbers'), list(12), { side: 'both' }),
  economic('investments', 'DOS-22', say('投资理财情况', 'Investments'), text(300), sensitive),
  economic(
    'assetComposition',
    'DOS-20',
    say('资产组成', 'Composition of assets'),
    shares(
      choice('cash', '现金存款', 'Cash and deposits'),
      choice('wealthProducts', '理财产品', 'Wealth products'),
      choice('securities', '证券', 'Securities'),
      choice('property', '房产', 'Property'),
      choice('business', '企业股权', 'Business equity'),
      choice('other', '其他', 'Other'),
    ),
    sensitive,
  ),
  economic(
    'investmentChannels',
    'DOS-20',
    say('投资渠道', 'Investment channels'),
    several(
      choice('bank', '银行', 'Bank'),
      choice('broker', '证券', 'Broker'),
      choice('fund', '基金', 'Funds'),
      choice('insurance', '保险', 'Insurance'),
      choice('trust', '信托', 'Trusts'),
      choice('property', '房产', 'Property'),
      choice('business', '实业', 'Business'),
      choice('overseas', '海外', 'Overseas'),
      choice('other', '其他', 'Other'),
    ),
    sensitive,
  ),
  economic(
    'investmentShare',
    'DOS-20',
    say('投资占资产比例', 'Invested share of assets'),
    number(0, 100, say('%', '%')),
    sensitive,
  ),

  focus('purchasePurpose', 'DOS-28', say('置业目的', 'Purpose of buying'), severalOf('settings.purchasePurposes')),
  focus('needLayout', 'DOS-28', say('所需房型', 'Layout wanted'), several(...layouts)),
  focus('needArea', 'DOS-28', say('所需面积', 'Area wanted'), several(...areas)),
  focus('needFloor', 'DOS-28', say('所需楼层', 'Floor wanted'), text(60)),
  focus('needBuilding', 'DOS-28', say('意向楼栋', 'Building wanted'), text(60)),
  focus('unitPrice', 'DOS-28', say('单价区间', 'Price per m²'), text(60)),
  focus('totalPrice', 'DOS-28', say('总价区间', 'Total price'), several(...totalPrices)),
  focus(
    'paymentMethod',
    'DOS-28',
    say('付款方式', 'Way of paying'),
    one(
      choice('full', '一次性', 'All at once'),
      choice('mortgage', '商业按揭', 'Mortgage'),
      choice('fund', '公积金', 'Housing fund'),
      choice('combined', '组合贷款', 'Combined loan'),
      choice('instalments', '分期', 'Instalments'),
    ),
  ),
  focus(
    'paymentAbility',
    'DOS-28',
    say('付款能力', 'Ability to pay'),
    one(
      choice('ready', '资金到位', 'Funds ready'),
      choice('soon', '近期可筹', 'Soon'),
      choice('waiting', '等待卖房或回款', 'Waits for a sale'),
      choice('short', '暂有缺口', 'Short of funds'),
    ),
  ),
  focus(
    'eligibility',
    'DOS-28',
    say('购房资格', 'Eligibility to buy'),
    one(
      choice('eligible', '有资格', 'Eligible'),
      choice('notYet', '暂无资格', 'Not yet'),
      choice('unclear', '待确认', 'To be checked'),
    ),
  ),
  focus(
    'intentGrade',
    'GRD-13',
    say('意向等级', 'Intent grade'),
    one(
      choice('A', 'A', 'A'),
      choice('B', 'B', 'B'),
      choice('C', 'C', 'C'),
      choice('D', 'D', 'D'),
      choice('pending', '待定', 'Pending'),
    ),
  ),
  focus(
    'secondHomeNeed',
    'SEG-08',
    say('二次置业或投资需求', 'Wants a second home or to invest'),
    one(choice('yes', '有', 'Yes'), choice('no', '没有', 'No')),
  ),
  focus('resistance', 'DOS-28', say('抗性', 'Objections'), list(60)),
  focus('competitors', 'DOS-28', say('对比楼盘', 'Compares with'), list(60)),
  focus('referrals', 'DOS-30', say('转介绍情况', 'Referrals'), text(500), { purpose: 'potential' }),
] as const;
