/** Chance that repeats itself: the same seed makes the same people, homes and days. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** Whole numbers from least to most, both included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** True this share of the times, 0–1. */
  readonly happens: (share: number) => boolean;
}

/** mulberry32: small, even enough for demo data, the same on every machine. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    oneOf: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    happens: (share) => next() < share,
  };
}

// Roughly by frequency, so that lists look like a real community: several 王 on every page, a rare 欧阳.
const surnames = [
  ...'王王王李李李张张张刘刘陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '司徒',
] as const;
const oneCharacter = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂玲辉鹏飞红梅鑫波斌莉岚健俊帆雪荣'];
const firstCharacters = [...'子梓雨欣思嘉浩志建国晓文俊宇佳诗美秀春海玉明天永立书'];
const secondCharacters = [...'涵轩怡萱妍琪辰泽宸豪杰伟强军华兰英珍芬平峰林龙凯悦宁然'];

const pick = (chance: Chance, items: readonly string[]) => items[chance.between(0, items.length - 1)] ?? '';

/** A believable Chinese name, such as 张雨涵 or 王伟. */
export function personName(chance: Chance): string {
  const given = chance.happens(0.25)
    ? pick(chance, oneCharacter)
    : pick(chance, firstCharacters) + pick(chance, secondCharacters);
  return pick(chance, surnames) + given;
}

/**
 * A mainland mobile in the shape of norms §13, 11 digits. `serial` makes it unique; without it, chance decides.
 * Invented: nobody should be called at these.
 */
export function mobile(chance: Chance, serial?: number): string {
  const head = chance.oneOf([
    '130',
    '135',
    '136',
    '137',
    '138',
    '139',
    '150',
    '158',
    '159',
    '180',
    '186',
    '187',
    '189',
  ]);
  return head + String(serial === undefined ? chance.between(0, 99_999_999) : serial % 100_000_000).padStart(8, '0');
}

/** An 18-digit ID number with a valid check digit (GB 11643), of a district that exists. */
export function idNumber(chance: Chance, birthYear = chance.between(1950, 2004)): string {
  const district = chance.oneOf(['310115', '320582', '330106', '440305', '510107', '420106', '110105']);
  const month = String(chance.between(1, 12)).padStart(2, '0');
  const day = String(chance.between(1, 28)).padStart(2, '0');
  const body = `${district}${birthYear}${month}${day}${String(chance.between(1, 999)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

/** 3-1-1202: building, unit, floor and place. */
export function roomLabel(given: { building: number; unit: number; floor: number; place: number }): string {
  return `${given.building}-${given.unit}-${given.floor}${String(given.place).padStart(2, '0')}`;
}
