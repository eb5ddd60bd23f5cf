import { Day, type Sentence } from '@yilu/platform/contract';
import { z } from 'zod';
import type { FieldKey } from './catalogue.ts';

/** Columns of the person itself that count as filled or not. */
export type OwnField = 'name' | 'sex' | 'birth' | 'phone';

/** Facts that other capabilities know and that count as filled or not. */
export const DossierFact = z.enum([
  'followUpRecord',
  'relation',
  'familyRelation',
  'dealRoom',
  'dealDates',
  'dealPrices',
  'dealPayment',
  'dealDiscount',
  'paymentReceived',
  'contribution',
]);
export type DossierFact = z.infer<typeof DossierFact>;

/** Whatever may satisfy an item. */
export type Evidence = FieldKey | OwnField | DossierFact;

/** The three lists of DOS-14. */
export type StageList = 'firstVisit' | 'deepened' | 'owner';

/** One line of the weights' table. */
export interface CompletenessItem<Key extends string = string> {
  readonly key: Key;
  readonly list: StageList;
  readonly title: Sentence;
  /** Points as shipped; the three lists hold 30, 40 and 30. */
  readonly weight: number;
  /** Satisfied when all of one of these are filled or declined. */
  readonly by: readonly (readonly Evidence[])[];
  /** True for deal items of an owner that may not exist yet; then they leave the denominator (decision 16). */
  readonly afterEvent?: true;
}

const item = <const Key extends string>(
  list: StageList,
  key: Key,
  weight: number,
  zh: string,
  en: string,
  ...by: readonly (readonly Evidence[])[]
): CompletenessItem<Key> => ({ key, list, title: { zh, en }, weight, by });

/** The seed's lists with the weights of DOS-14: filling exactly a stage's list gives exactly 30, 70 and 100 points. */
export const completenessItems = [
  item('firstVisit', 'name', 5, '姓名', 'Name', ['name']),
  item('firstVisit', 'contact', 5, '联系方式', 'Contact', ['phone']),
  item('firstVisit', 'contactAddress', 3, '联系地址', 'Address', ['address']),
  item('firstVisit', 'familyStructure', 3, '家庭结构', 'Family structure', ['familyStructure']),
  item('firstVisit', 'purchasePurpose', 3, '置业目的', 'Purpose of buying', ['purchasePurpose']),
  item('firstVisit', 'purchaseNeed', 3, '置业需求', 'What they want', ['needLayout'], ['needArea'], ['totalPrice']),
  item('firstVisit', 'gender', 2, '性别', 'Sex', ['sex']),
  item('firstVisit', 'age', 2, '年龄', 'Age', ['birth']),
  item('firstVisit', 'occupationFeature', 2, '职业特征', 'Occupation', ['occupation']),
  item('firstVisit', 'source', 2, '信息获知途径', 'How they heard of us', ['sourceChannel']),

  item('deepened', 'followUp', 4, '追访原始记录', 'Follow-up record', ['followUpRecord']),
  item('deepened', 'residence', 4, '居住状况', 'Living now', ['residenceStatus']),
  item('deepened', 'propertyHistory', 4, '置业历史', 'Property-buying history', ['propertyHistory']),
  item('deepened', 'familyRelations', 4, '家庭关系', 'Family relations', ['familyMembers'], ['familyRelation']),
  item('deepened', 'occupationPosition', 4, '职业职位', 'Position', ['position']),
  item('deepened', 'income', 4, '收入情况', 'Income', ['householdIncome'], ['personalIncome']),
  item('deepened', 'character', 4, '性格特征', 'Character', ['character']),
  item('deepened', 'hobbies', 4, '兴趣爱好', 'Hobbies', ['hobbies']),
  item('deepened', 'intent', 4, '意向等级', 'Intent grade', ['intentGrade']),
  item('deepened', 'circles', 4, '圈层属性', 'Circles', ['circles']),

  item('owner', 'dealRoom', 1, '成交房号', 'Room bought', ['dealRoom']),
  item('owner', 'dealDates', 2, '认购与签约日期', 'Subscription and signing dates', ['dealDates']),
  item('owner', 'dealPrices', 2, '成交单价及总价', 'Prices', ['dealPrices']),
  item('owner', 'dealPayment', 1, '付款方式', 'Way of paying', ['dealPayment']),
  item('owner', 'dealDiscount', 1, '优惠情况', 'Discount', ['dealDiscount']),
  {
    ...item('owner', 'paymentReceived', 1, '回款日期', 'Payment received', ['paymentReceived']),
    afterEvent: true as const,
  },
  item('owner', 'careDates', 5, '关怀关键日期', 'Care dates', ['careDates']),
  item('owner', 'network', 3, '业主关系', 'Relationship network', ['relation']),
  item('owner', 'assets', 3, '资产组成', 'Composition of assets', ['assetComposition']),
  item('owner', 'contribution', 2, '业主贡献记录', 'Contribution record', ['contribution'], ['referrals']),
  item('owner', 'channels', 2, '投资渠道', 'Investment channels', ['investmentChannels']),
  item('owner', 'investmentShare', 2, '投资占资产比例', 'Invested share', ['investmentShare']),
  item('owner', 'industryEmployer', 2, '行业与单位', 'Industry and employer', ['industry', 'employer']),
  item('owner', 'nativePlace', 1, '籍贯', 'Native place', ['nativePlace']),
  item('owner', 'cars', 1, '汽车', 'Cars', ['carCount'], ['carBrands']),
  item('owner', 'brands', 1, '品牌偏好', 'Brand preferences', ['brands']),
] as const;
export type ItemKey = (typeof completenessItems)[number]['key'];

/** `registered`: nothing is due before the first visit (a first call has its six mandatory fields, DOS-10). */
export const DossierStage = z.enum(['registered', 'firstVisit', 'deepened', 'owner']);
export type DossierStage = z.infer<typeof DossierStage>;

/** What is missing and where to go to fill it in. */
export const MissingItem = z.object({
  item: z.string(),
  /** Points it would add. */
  weight: z.number(),
  /** The field or panel of the customer's page: `field:address`, `panel:relations`. */
  jump: z.string(),
});
export type MissingItem = z.infer<typeof MissingItem>;

export const Completeness = z.object({
  /** Whose stage and evidence this is: of several projects the one that asks most; absent while there is none to speak of. */
  projectId: z.uuid().optional(),
  /** Filled points per 100 applicable ones, rounded down to whole per cent. */
  percent: z.int().min(0).max(100),
  /** Points filled and points applicable. */
  filled: z.number(),
  applicable: z.number(),
  missing: z.array(MissingItem),
  stage: DossierStage,
  /** Per cent this stage asks for; absent while nothing is due. */
  line: z.number().optional(),
  met: z.boolean(),
  /** The day by whose end the line must be met; absent while nothing is due. */
  dueBy: Day.optional(),
  /** Below the line and past `dueBy`. */
  overdue: z.boolean(),
  /** The instant at which this changes without anybody doing anything. */
  validUntil: z.coerce.date().optional(),
});
export type Completeness = z.infer<typeof Completeness>;
