const digits = '零一二三四五六七八九';

/** 三 = 3, 十二 = 12, 二十 = 20, 廿一 = 21; undefined when the text is not a number below a hundred. */
export function fromChineseNumber(text: string): number | undefined {
  const plain = text.replace('两', '二').replace('〇', '零').replace('廿', '二十');
  const ten = plain.indexOf('十');
  if (plain === '' || [...plain].some((sign) => sign !== '十' && !digits.includes(sign))) return undefined;
  if (ten < 0) return plain.length <= 4 ? Number([...plain].map((sign) => digits.indexOf(sign)).join('')) : undefined;
  const tens = ten === 0 ? 1 : digits.indexOf(plain[0] ?? '');
  const ones = plain.slice(ten + 1) === '' ? 0 : digits.indexOf(plain.slice(ten + 1));
  return ten > 1 || ones < 0 ? undefined : tens * 10 + ones;
}

/** A number counts something: 三 of 三江苑 is part of a name. */
const run =
  /[零〇一二两三四五六七八九十廿]+(?=$|[^\u4e00-\u9fff]|[期栋幢号座楼层单无门門梯元室房厅卫厨居间套户区组万千百亿年月日个口人])/g;

/** Every Chinese number within a text becomes figures, names aside: 三号楼 = 3号楼. */
export function figuresIn(text: string): string {
  return text.replace(run, (found) => String(fromChineseNumber(found) ?? found));
}
