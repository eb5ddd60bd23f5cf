import { choice, entriesOf, list, number, one, oneOf, say, several, severalOf, text } from './catalogue-entry.ts';

const background = entriesOf('background', 'identification');
const residence = entriesOf('residence', 'purchasingPower');
const personality = entriesOf('personality', 'approachReason');
const family = entriesOf('family', 'approachReason');
const care = entriesOf('careDates', 'serviceOpportunity');

/** Who the person is and how they live (DOS-21, 23…26, 34, 35). Name, sex, birth and phones stand on the person itself. */
export const lifeFields = [
  background('address', 'DOS-21', say('联系地址', 'Address'), text(200)),
  background('nativePlace', 'DOS-21', say('籍贯', 'Native place'), text(60)),
  background('sourceChannel', 'DOS-35', say('信息获知途径', 'How they heard of us'), oneOf('settings.sources')),
  background('wechat', 'DOS-21', say('微信', 'WeChat'), text(60)),
  background('emergencyContact', 'DOS-21', say('紧急联系人', 'Emergency contact'), text(100), {
    purpose: 'serviceOpportunity',
  }),
  background('remark', 'DOS-21', say('备注', 'Remarks'), text(1_000)),
  background('workArea', 'DOS-21', say('工作区域', 'Works in'), text(60)),

  residence(
    'residenceStatus',
    'DOS-12',
    say('居住状况', 'Living now'),
    one(
      choice('ownHome', '自有住房', 'Own home'),
      choice('renting', '租房', 'Renting'),
      choice('withParents', '与父母同住', 'With parents'),
      choice('companyHousing', '单位住房', 'Company housing'),
      choice('other', '其他', 'Other'),
    ),
  ),
  residence('livingArea', 'DOS-23', say('居住区域', 'Lives in'), text(60)),
  residence('community', 'DOS-23', say('常住小区', 'Present community'), text(60)),
  residence('homeLayout', 'DOS-23', say('现住房型', 'Present layout'), text(30)),
  residence('homeArea', 'DOS-23', say('现住面积', 'Present area'), number(1, 10_000, say('㎡', 'm²'))),
  residence(
    'groupOwner',
    'DOS-23',
    say('是否集团老业主', 'Already owns a home of ours'),
    one(choice('yes', '是', 'Yes'), choice('no', '否', 'No')),
  ),
  residence('groupProperties', 'DOS-23', say('已购集团物业', 'Homes of ours'), list(60)),
  residence('otherProperty', 'DOS-23', say('其他不动产', 'Other real estate'), list(60), { side: 'developer' }),
  residence('propertyHistory', 'DOS-12', say('置业历史', 'Property-buying history'), text(500), { side: 'developer' }),

  personality('character', 'DOS-24', say('性格特点', 'Character'), text(200)),
  personality('hobbies', 'DOS-24', say('兴趣爱好', 'Hobbies'), severalOf('customers.hobbies')),
  personality('brands', 'DOS-24', say('品牌偏好', 'Brand preferences'), list(30)),
  personality('circles', 'DOS-34', say('圈层属性', 'Circles'), severalOf('settings.circles')),
  personality('careAbout', 'DOS-55', say('在意的事', 'Cares about'), severalOf('settings.tags')),
  personality('appearance', 'DOS-24', say('外貌特征', 'Appearance'), text(200), { sensitivity: 'sensitive' }),
  personality('religion', 'DOS-24', say('宗教信仰', 'Religion'), text(60), { sensitivity: 'sensitive' }),
  personality(
    'careNeeds',
    'SEC-04',
    say('照顾需要', 'Needs care'),
    several(
      choice('elderly', '高龄', 'Elderly'),
      choice('pregnant', '孕期', 'Pregnant'),
      choice('disabled', '行动不便', 'Disabled'),
    ),
    { sensitivity: 'sensitive', purpose: 'serviceOpportunity' },
  ),

  family(
    'familyStructure',
    'DOS-25',
    say('家庭结构', 'Family structure'),
    one(
      choice('single', '单身', 'Single'),
      choice('couple', '二人世界', 'Couple'),
      choice('oneChild', '三口之家', 'Couple with one child'),
      choice('severalChildren', '多孩家庭', 'Couple with several children'),
      choice('threeGenerations', '三代同堂', 'Three generations'),
      choice('elders', '老两口', 'Elderly couple'),
      choice('singleParent', '单亲家庭', 'Single parent'),
      choice('other', '其他', 'Other'),
    ),
  ),
  family(
    'marriage',
    'DOS-25',
    say('婚姻状况', 'Marital status'),
    one(
      choice('single', '未婚', 'Single'),
      choice('married', '已婚', 'Married'),
      choice('divorced', '离异', 'Divorced'),
      choice('widowed', '丧偶', 'Widowed'),
    ),
  ),
  family('familyMembers', 'DOS-25', say('家庭成员', 'Family members'), { kind: 'familyMembers' }),
  family('financialDecider', 'DOS-25', say('家中财务掌握者', 'Who holds the money'), text(60), { side: 'developer' }),
  family('purchaseDecider', 'DOS-25', say('购房决策者', 'Who decides the purchase'), text(60), { side: 'developer' }),
  family('deciderRelation', 'DOS-25', say('决策者与客户的关系', 'Decider’s relation'), text(60), { side: 'developer' }),

  care('careDates', 'DOS-26', say('关怀关键日期', 'Dates to care about'), { kind: 'careDates' }),
] as const;
