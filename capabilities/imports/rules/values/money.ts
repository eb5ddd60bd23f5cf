import { Fen } from '@yilu/platform/contract';
import { figuresIn } from '@yilu/properties/rules';
import type { Cell } from '../../contract/cell.ts';
import {
  notADiscount,
  notANumber,
  notAnAmount,
  notAnArea,
  readAsTenThousands,
  readAsYuan,
} from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';
import { simplified } from './simplified.ts';

const tenThousand = 10_000n;

/** No home, and no space for a car, is sold for less; such a figure was written in ten thousands. */
const leastPriceFen = 1_000_000;
/** Nor is any dearer than a billion: such a figure under 万元 was written in yuan. */
const mostTenThousands = 100_000;

/** An exact amount. 万 comes from the cell, else from the heading (`总价（万元）`); without either the figure is yuan. */
export function readAmount(cell: Cell | undefined, heading = ''): Reading<Fen> {
  const text = amountText(cell);
  if (saysNothing(text)) return absent;
  const written = chineseAmount(text);
  if (written !== undefined) return value(written);
  const isSaid = /[万wW亿]/.test(text);
  if (!isSaid && /万/.test(heading) && Number(text) >= mostTenThousands) {
    const fen = fenOf(text, false);
    return fen === undefined ? broken(notAnAmount) : value(fen, readAsYuan);
  }
  const fen = fenOf(text, /万/.test(heading));
  return fen === undefined ? broken(notAnAmount) : value(fen);
}

/** 叁佰伍拾捌万陆仟, 壹佰万, 伍万, 十二万三千四百元五角: as amounts are written on agreements. */
function chineseAmount(text: string): Fen | undefined {
  const [, whole = '', jiao = '', fen = ''] =
    /^([零〇壹贰叁肆伍陆柒捌玖一二两三四五六七八九十拾百佰千仟万亿]+)(?:[元圆])?(?:([零壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?(?:([零壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?[整正]?$/.exec(
      text,
    ) ?? [];
  if (whole === '' || !/[十拾百佰千仟万亿]/.test(whole)) return undefined;
  let [sum, section, figure] = [0, 0, 0];
  for (const sign of whole) {
    const at = figures.indexOf(sign);
    const scale = scales.get(sign);
    if (at >= 0) figure = Math.floor(at / 3);
    else if (scale === undefined) continue;
    else if (scale < 10_000) [section, figure] = [section + (figure || 1) * scale, 0];
    else if (scale === 10_000) [sum, section, figure] = [sum + (section + figure) * scale, 0, 0];
    else [sum, section, figure] = [(sum + section + figure) * scale, 0, 0];
  }
  const yuan = sum + section + figure;
  const part = (sign: string) => Math.max(0, Math.floor(figures.indexOf(sign || '零') / 3));
  return Fen.parse(yuan * 100 + part(jiao) * 10 + part(fen));
}

/** Three signs of each figure, from nought. */
const figures = '零〇零壹一壹贰二两叁三叁肆四肆伍五伍陆六陆柒七柒捌八捌玖九玖';
const scales: ReadonlyMap<string, number> = new Map([
  ...(['十', '拾'] as const).map((sign) => [sign, 10] as const),
  ...(['百', '佰'] as const).map((sign) => [sign, 100] as const),
  ...(['千', '仟'] as const).map((sign) => [sign, 1_000] as const),
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The price of a home or space. Figures too small for one are ten thousands, whatever the heading says, and noted. */
export function readPrice(cell: Cell | undefined, heading = ''): Reading<Fen> {
  const read = readAmount(cell, heading);
  if (read.state !== 'value' || read.value <= 0 || read.value >= leastPriceFen) return read;
  return readTenThousands(cell);
}

function readTenThousands(cell: Cell | undefined): Reading<Fen> {
  const fen = fenOf(amountText(cell), true);
  return fen === undefined ? broken(notAnAmount) : value(fen, readAsTenThousands);
}

export interface AmountRange {
  readonly fromFen?: Fen;
  readonly toFen?: Fen;
}

/** Budgets: `300-400万`, `520` (a home never costs 520 yuan, so 万), `6,500,000`, `300万以上`, `400万以内`. */
export function readBudget(cell: Cell | undefined, heading = ''): Reading<AmountRange> {
  const text = amountText(cell).replace(/(左右|上下|约|大概|预算)/g, '');
  if (saysNothing(text)) return absent;
  const open = /(以上|起|\+)$/.test(text) ? 'up' : /(以内|以下|内)$/.test(text) ? 'down' : undefined;
  const [first, second, ...more] = text.replace(/(以上|以内|以下|起|内|\+)$/, '').split(/[-~至到—]/);
  if (!first || more.length > 0) return broken(notAnAmount);
  const inTenThousands = /[万wW]/.test(text) || /万/.test(heading);
  const from = fenOf(first, inTenThousands || looksLikeTenThousands(first));
  const to = second === undefined ? undefined : fenOf(second, inTenThousands || looksLikeTenThousands(second));
  if (from === undefined || (second !== undefined && to === undefined)) return broken(notAnAmount);
  if (to !== undefined) return value(to < from ? { fromFen: to, toFen: from } : { fromFen: from, toFen: to });
  if (open === 'up') return value({ fromFen: from });
  if (open === 'down') return value({ toFen: from });
  return value({ fromFen: from, toFen: from });
}

/** `98折`, `9.8折`, `0.98`, `98%`, `98`: share of the price that remains, 0–1. */
export function readDiscount(cell: Cell | undefined): Reading<number> {
  const text = cellText(cell);
  if (saysNothing(text) || /^(无折扣|不打折|原价)$/.test(text)) return absent;
  const [, digits, mark] = /^(\d+(?:\.\d+)?)\s*(折|%)?$/.exec(inFigures(text)) ?? [];
  if (!digits) return broken(notADiscount);
  const figure = Number(digits);
  const share = mark === '%' || figure > 10 ? figure / 100 : mark === '折' || figure > 1 ? figure / 10 : figure;
  return share > 0 && share <= 1 ? value(Math.round(share * 10_000) / 10_000) : broken(notADiscount);
}

/** 九八折 is 98 of a hundred, 九折 nine of ten. */
function inFigures(text: string): string {
  return text.replace(/[一二三四五六七八九]/g, (sign) => String('一二三四五六七八九'.indexOf(sign) + 1));
}

/** Square metres, at most two decimals kept. 0 and 1 stand for unknown in the source systems. */
export function readArea(cell: Cell | undefined): Reading<number> {
  const text = squareMetres(cell);
  if (saysNothing(text) || Number(text) === 0 || Number(text) === 1) return absent;
  const area = Math.round(Number(text) * 100) / 100;
  return area > 0 && area < 1_000_000 ? value(area) : broken(notAnArea);
}

export interface AreaRange {
  readonly from?: number;
  readonly to?: number;
}

/** Wanted areas in square metres: `90-110`, `125`, `120以上`. */
export function readAreaRange(cell: Cell | undefined): Reading<AreaRange> {
  const text = squareMetres(cell);
  if (saysNothing(text)) return absent;
  const [, first, second, open] =
    /^(\d+(?:\.\d+)?)(?:[-~至到](\d+(?:\.\d+)?))?(以上|以下|以内|\+)?$/.exec(text.replace(/(左右|上下|约)/g, '')) ?? [];
  if (!first) return broken(notAnArea);
  if (second) return value({ from: Number(first), to: Number(second) });
  if (open === '以上' || open === '+') return value({ from: Number(first) });
  if (open) return value({ to: Number(first) });
  return value({ from: Number(first), to: Number(first) });
}

/** `12`, `12层`, `12F`, `-1`, `B2`, `负一层`, `十二层`; half floors and `1-2层` have no one number. */
export function readFloor(cell: Cell | undefined): Reading<number> {
  const text = cellText(cell);
  if (saysNothing(text)) return absent;
  const bare = figuresIn(
    text
      .toUpperCase()
      .replace(/[第层層楼樓F\s]|\/(?=F)/g, '')
      .replace(/^(负|地下|B)(?=.)/, '-'),
  );
  return /^-?\d{1,3}$/.test(bare) ? value(Number(bare)) : broken(notANumber);
}

export function readWholeNumber(cell: Cell | undefined): Reading<number> {
  const text = cellText(cell)
    .replace(/[层楼年个次月,]/g, '')
    .trim();
  if (saysNothing(text)) return absent;
  const figure = Number(text);
  return Number.isInteger(figure) && Math.abs(figure) < 1_000_000_000 ? value(figure) : broken(notANumber);
}

function squareMetres(cell: Cell | undefined): string {
  return cellText(cell)
    .replace(/(平方米|平方|平米|平|m2|㎡|m²)/gi, '')
    .replace(/^约/, '')
    .replace(/^(\d+),(\d{1,2})$/, '$1.$2')
    .replace(/[\s,]/g, '');
}

function amountText(cell: Cell | undefined): string {
  return simplified(cellText(cell))
    .replace(/[¥￥,\s]/g, '')
    .replace(/(?<=[\d元万])(?:\/|每)(?:㎡|m2|平方米|平米|平)$/i, '')
    .replace(/(?<=[\d元万整])\([^()]*\)$/, '')
    .replace(/人民币|RMB|CNY|[元圆][整正]?(?=$)|约/gi, '');
}

/** Decimal digits to fen without passing through floating point. */
function fenOf(written: string, inTenThousands: boolean): Fen | undefined {
  const [, sign, whole, fraction = '', mark] = /^([+-]?)(\d+)(?:\.(\d+))?([万wW亿]?)$/.exec(written) ?? [];
  if (whole === undefined) return undefined;
  const scale = mark === '亿' ? tenThousand * tenThousand : mark || inTenThousands ? tenThousand : 1n;
  const millionths = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
  const fen = Number((millionths * scale + 5_000n) / 10_000n);
  return Number.isSafeInteger(fen) ? Fen.parse(sign === '-' ? -fen : fen) : undefined;
}

function looksLikeTenThousands(written: string): boolean {
  return Number(written) < 100_000;
}
