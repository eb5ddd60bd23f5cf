import type { Cell, Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readBirth, readDay } from '../values/day.ts';
import { readArea } from '../values/money.ts';
import { isCompany } from '../values/name.ts';
import { readId, readSex } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { readPlaces } from '../values/room.ts';
import type { ColumnFound } from './sheet.ts';
import type { TableFound } from './table.ts';

/** A table whose columns nobody can tell by a heading that we know; what their values look like is offered. */
export interface UnheadedFound {
  readonly table: TableFound;
  readonly columns: readonly ColumnFound[];
  /** There is no heading row at all: columns are called by their letters. */
  readonly headless: boolean;
}

const sampled = 200;
const mostColumns = 60;

/** Rows of at least two cells below any title lines; their first may be headings that we do not know. */
export function findUnheaded(rows: readonly Row[]): UnheadedFound | undefined {
  const wide = rows.filter((row) => filled(row).length > 1);
  const [first, ...others] = wide;
  if (!first) return undefined;
  const above = rows.filter(({ number }) => number < first.number);
  const isHeading = others.length > 0 && looksLikeUnknownHeadings(first, others);
  const data = (isHeading ? others : wide).slice(0, sampled);
  const width = Math.min(mostColumns, Math.max(...wide.slice(0, sampled).map(({ cells }) => cells.length)));
  const headings = new Map<number, string>();
  for (let column = 0; column < width; column += 1) {
    const heading = isHeading ? cellText(first.cells[column]) : letterOf(column);
    const isUsed = data.some(({ cells }) => !saysNothing(cellText(cells[column])));
    if (heading !== '' && isUsed) headings.set(column, heading);
  }
  if (headings.size < 2) return undefined;
  const guesses = guessFields(
    [...headings.keys()].map((column) => [column, data.map(({ cells }) => cells[column] ?? null)]),
  );
  return {
    headless: !isHeading,
    table: {
      headerRow: isHeading ? first.number : (above.at(-1)?.number ?? 0),
      headings,
      above: above.flatMap((row) => filled(row)),
    },
    columns: [...headings].map(([column, heading]) => {
      const field = guesses.get(column);
      return { column, heading, confidence: field ? 0.6 : 0, ...(field && { field }) };
    }),
  };
}

/** What a list of such columns most likely is. */
export function likelyKind(fields: ReadonlySet<Field | undefined>): ImportedKind {
  if (!fields.has('name')) return 'rooms';
  return fields.has('room') || !fields.has('contactedOn') ? 'owners' : 'contacts';
}

/** `A`, `B`, … `AA`, as spreadsheets call them. */
export function letterOf(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before >= 0 ? letterOf(before) : '') + String.fromCharCode(65 + (column % 26));
}

function filled({ cells }: Row): string[] {
  return cells.map(cellText).filter((text) => text !== '');
}

/** Short words without figures above columns of something else. */
function looksLikeUnknownHeadings(first: Row, others: readonly Row[]): boolean {
  const words = first.cells.flatMap((cell, column) => (cellText(cell) === '' ? [] : [{ cell, column }]));
  const areWords = words.every(
    ({ cell }) => typeof cell === 'string' && !/\d/.test(cell) && cell.length <= 12 && readSex(cell).state !== 'value',
  );
  if (!areWords) return false;
  return words.some(({ column }) =>
    others
      .slice(0, sampled)
      .some(({ cells }) => /\d/.test(cellText(cells[column])) || typeof cells[column] === 'number'),
  );
}

type Fits = (cell: Cell) => boolean;
/** Surnames as most people here have them, with one or two signs behind. */
export const surnames =
  /^[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占门帅利满]\p{Script=Han}{1,2}$/u;

/** The surest first; each field goes to the column that fits it best. */
const telling: readonly (readonly [Field, Fits])[] = [
  ['idNumber', (cell) => /^\d{17}[\dXx]$/.test(cellText(cell)) && readId(cell).state === 'value'],
  [
    'phone',
    (cell) =>
      readPhones(cell)
        .groups.flat()
        .some((number) => /^1\d{10}$|^0\d{9,11}$/.test(number)),
  ],
  ['sex', (cell) => /^(男|女|先生|女士)$/.test(cellText(cell))],
  ['building', (cell) => /^\S{1,4}(栋|幢|座|号楼|#)$/.test(cellText(cell))],
  ['unit', (cell) => /^\S{1,3}单元$/.test(cellText(cell))],
  ['room', isRoom],
  ['birth', (cell) => isDayBefore(cell, 2008)],
  ['contactedOn', (cell) => readDay(cell).state === 'value'],
  ['name', (cell) => surnames.test(cellText(cell)) || isCompany(cellText(cell))],
  ['builtArea', (cell) => /[.㎡平]/.test(cellText(cell)) && isBetween(readArea(cell), 15, 2_000)],
];
const enough = 0.6;

function guessFields(columns: readonly (readonly [number, readonly Cell[]])[]): Map<number, Field> {
  const guesses = new Map<number, Field>();
  for (const [field, fits] of telling) {
    let best: { readonly column: number; readonly share: number } | undefined;
    for (const [column, values] of columns) {
      const given = values.filter((cell) => !saysNothing(cellText(cell)));
      const share = given.length === 0 ? 0 : given.filter(fits).length / given.length;
      if (!guesses.has(column) && share >= enough && share > (best?.share ?? 0)) best = { column, share };
    }
    if (best) guesses.set(best.column, field);
  }
  const rest = columns.filter(([column]) => !guesses.has(column));
  const hasBuilding = [...guesses.values()].includes('building');
  const number = rest.find(([, values]) => hasBuilding && mostly(values, /^\d{3,4}[室房]?$/));
  if (number && ![...guesses.values()].includes('room')) guesses.set(number[0], 'room');
  return guesses;
}

function mostly(values: readonly Cell[], form: RegExp): boolean {
  const texts = values.map(cellText).filter((text) => !saysNothing(text));
  return texts.length > 0 && texts.filter((text) => form.test(text)).length / texts.length >= enough;
}

function isRoom(cell: Cell): boolean {
  if (typeof cell !== 'string' || !/[栋幢座#单元室]|号楼|-/.test(cell) || readDay(cell).state === 'value') return false;
  const read = readPlaces({ building: null, unit: null, room: cell });
  return read.state === 'value' && !/^\d{7,}$/.test(cellText(cell).replace(/\D/g, ''));
}

function isDayBefore(cell: Cell, year: number): boolean {
  const read = readBirth(cell);
  if (read.state !== 'value' || typeof cell === 'number') return false;
  const born = 'on' in read.value ? Number(read.value.on.slice(0, 4)) : undefined;
  return born !== undefined && born < year;
}

function isBetween(read: ReturnType<typeof readArea>, least: number, most: number): boolean {
  return read.state === 'value' && read.value >= least && read.value <= most;
}
