import type { PartyRole } from '@yilu/customers/contract';
import type { InteractionKind } from '@yilu/interactions/contract';
import type { RelationRead, RoomStateRead } from '../../contract/read-row.ts';

/** HC小区: 1001 业主, 1002 家庭成员, 1003 租客, 1004 临时人员; and what offices write instead. */
const roles: readonly [RegExp, PartyRole][] = [
  [/^1001$|^[男女]?(业主|户主|产权人|房主)(本人)?$|^本人$/, 'owner'],
  [/共有|共同(?!居住|生活)/, 'coOwner'],
  [
    /^1002$|家庭|家属|成员|配偶|夫|妻|丈|爱人|父|母|爷|奶|外公|外婆|子|女|儿|孩|孙|兄|弟|姐|妹|岳|公公|婆婆|亲属|亲戚/,
    'family',
  ],
  [/^1003$|租/, 'tenant'],
  [/^1004$|临时|同住|住户|居住|朋友|保姆/, 'resident'],
];

export function roleOf(text: string): PartyRole | undefined {
  return roles.find(([words]) => words.test(text))?.[1];
}

const relations: readonly [RegExp, RelationRead][] = [
  [/^(配偶|夫|妻|夫妻|丈夫|妻子|爱人|太太|老公|老婆|spouse|wife|husband)$/i, 'spouse'],
  [
    /^((长|次|三|大|二|小|养|继|独生?)?(子|女|儿子|女儿|闺女)|子女|儿|孩子|小孩|之子|之女|child|son|daughter)$/i,
    'child',
  ],
  [/^(父|母|父亲|母亲|爸爸?|妈妈?|父母|养父|养母|parent|father|mother)$/i, 'parent'],
  [/^(兄|弟|姐|妹|哥哥?|弟弟|姐姐|妹妹|兄弟|姐妹|兄弟姐妹|sibling|brother|sister)$/i, 'sibling'],
  [/亲属|亲戚|祖|爷|奶|外公|外婆|姥|孙|岳|公公|婆婆|媳|婿|侄|甥|叔|伯|姑|姨|舅|嫂|姐夫|妹夫/, 'relative'],
];

/** What somebody is to the owner, as the list says it: 配偶, 长女, 岳母. */
export function relationOf(text: string): RelationRead | undefined {
  const plain = text.replace(/^(业主|户主|产权人)?(之|的)?/, '').replace(/[\s()（）]/g, '');
  return relations.find(([words]) => words.test(plain))?.[1];
}

/** 明源 0–7, HC小区 2001–2009, and words. */
const states: readonly [RegExp, RoomStateRead][] = [
  [/^(0|2002)$|待售|未售|未销售|可售/, 'forSale'],
  [/^7$|停售|销控|保留/, 'withheld'],
  [/^1$|认购/, 'subscribed'],
  [/^2$|签约|已售|已出售|网签|备案/, 'signed'],
  [/^(6|2001)$|(?<![未待])入住|(?<![未待])入伙|自住|常住/, 'movedIn'],
  [/^4$|产权出证|已办证/, 'titled'],
  [/^(3|2003|2004|2005|2008|2009)$|已交|交房|交楼|[未待]入住|装修|空置|空闲/, 'handedOver'],
  [/^(2006)$|出租|(?<![未待])[在已]租/, 'movedIn'],
  [/^2007$/, 'signed'],
];

/** What has not happened says nothing of what has: 未签约, 待交房. */
const notYet = /(?:尚未|还未|没有?|[未待])(?:签约|网签|认购|成交|备案|交房|交楼|交付|收房|出租|办证|出证|装修)/g;

export function roomStateOf(text: string): RoomStateRead | undefined {
  const said = text.replaceAll(notYet, '');
  return states.find(([words]) => words.test(said))?.[1];
}

const roomTypes: ReadonlyMap<string, string> = new Map([
  ['110', '住宅'],
  ['119', '宿舍'],
  ['120', '办公'],
]);

/** HC小区's codes as words; words stay. An unknown code is undefined. */
export function roomTypeOf(text: string): string | undefined {
  if (!/^\d+$/.test(text)) return text;
  return roomTypes.get(text);
}

/** 正合: 1 来电, 2 来访, 3 成交; 明源: 1 预约, 2 来电, 3 到访 is told apart by the word only. */
export function contactKindOf(text: string): InteractionKind | undefined {
  if (/^1$|来电|电话|呼入/.test(text)) return 'CALL_IN';
  if (/^[23]$|来访|到访|成交|认购|首访|复访|上门/.test(text)) return 'VISIT_IN';
  return undefined;
}

export function followKindOf(text: string): InteractionKind {
  if (/微信/.test(text)) return 'WECHAT';
  if (/短信/.test(text)) return 'SMS';
  if (/上门|拜访|家访/.test(text)) return 'VISIT_OUT';
  if (/来访|到访/.test(text)) return 'VISIT_IN';
  if (/来电/.test(text)) return 'CALL_IN';
  return 'CALL_OUT';
}

/** What ends a subscription; 变更 and 换房 go on as another row. */
export function cancels(text: string): boolean {
  return /退房|退订|作废|解约|取消|撤销|挞定|违约|^(230|231|240|241)$/.test(text);
}

/** H 出租, S 出售. */
export function tenureOf(text: string): 'sold' | 'let' | undefined {
  if (/未租|待租|未售|待售/.test(text)) return undefined;
  if (/^h$|租/i.test(text)) return 'let';
  if (/^s$|售|买|^(?:有|自有)?产权$/i.test(text)) return 'sold';
  return undefined;
}
