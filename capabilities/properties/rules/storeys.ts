/** What the words of a home over several storeys tell, in folded notation. */
export interface StoreysSaid {
  readonly rest: string;
  /** 上叠 and 下叠 are two homes, also behind one door number. */
  readonly half?: '上' | '下';
}

/**
 * 跃层 and 复式 tell how a home is built and are no part of its number: 2501跃 is 2501. 上叠 and 下叠 are homes of their own:
 * 101上 beside 101下.
 */
export function storeysOf(folded: string): StoreysSaid {
  const plain = folded.replace(new RegExp(`(?<=\\d)-?\\(?${duplex}\\)?$`), '').replace(duplexBefore, '');
  const behind = new RegExp(`^(.*[0-9A-Z栋座单元号室]|)-?\\(?([上下])(?:${stacked}|层|户)?\\)?[室户号]?$`).exec(plain);
  const before = new RegExp(`^(.*[栋座单元-]|)([上下])${stacked}-?(\\d+)[室户号]?$`).exec(plain);
  const half = behind?.[2] ?? before?.[2];
  if (half !== '上' && half !== '下') return { rest: plain };
  const rest = behind ? (behind[1] ?? '') : `${before?.[1]}${before?.[3]}`;
  return { rest: rest.replace(/叠[墅拼]|-$/g, ''), half };
}

const duplex = '(?:跃层|跃式|复式|跃)[室户]?';
const duplexBefore = /(?:跃层|跃式|复式)-?(?=\d)/;
const stacked = '叠[墅拼]?';

/** The brackets at an end hold a remark (东户), unless they tell one home from another: 101（上叠）. */
export const endsInRemark = /\((?![上下](?:叠[墅拼]?|层|户)?\))[^()]*\)\s*$/;
