import { evened } from '../values/cell-text.ts';

/** What a list says of itself besides the garden: 业主名册, 2024年. */
const ofLists =
  /20\d{2}年(度|\d{1,2}月)?|业主|住户|租户|租客|房源|房屋|房产|客户|入住|收楼|交房|全部|所有|花名册|名册|名单|清单|信息|资料|台账|登记|汇总|明细|表|册|\([^()]*\)/g;
const garden = /^(?:[\u4e00-\u9fff]{1,5}(?:园|苑|庭|轩|阁|居|里|坊|组团|区)|[A-Z0-9]{1,2}(?:区|组团))$/;
const generic =
  /^(小|社|园|片|辖|住宅|宿舍|生活|商业|办公|地|本|全|各|分)区$|^(公|校|家|花|庄|乐)园$|^(邻|故|这|那)里$|居$(?<=新居|民居|旧居)|^(家|门|前|后|中|户外)庭$/;

/** 梅园 of `梅园业主名册`, `梅园`, `东区2024年台账`: a part of the estate that numbers its own buildings. */
export function gardenIn(text: string): string | undefined {
  const rest = evened(text)
    .replace(/\s+/g, '')
    .replaceAll(ofLists, '')
    .replace(/[:·、的_-]+$/, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})小区$/, '');
  return garden.test(rest) && !generic.test(rest) ? rest : undefined;
}
