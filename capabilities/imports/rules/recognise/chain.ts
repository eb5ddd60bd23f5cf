import type { Cell, Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { readPlaces } from '../values/room.ts';
import { surnames } from './headless.ts';

/** The columns into which the lines of a list that a group of owners wrote below each other are taken apart. */
export const chainHeadings = ['姓名', '房号', '电话', '备注', '车牌号'] as const;

const ordinal = /^\d{1,4}\s*[.、):](?!\d{4})\s*/;
const labels = /(?:业主|客户|住户)?(?:姓名|名字|房号|房间|楼栋|电话|手机号?|号码|联系方式|备注)\s*:\s*/g;
/** Also one that lost a digit or has one too many, so that it is told and no room. */
const phone =
  /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d(?!\d?[人位户口])){6,10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g;
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·-]?[A-Z0-9]{5,6}(?![A-Z0-9])/g;
const names = /^\p{Script=Han}{2,4}(?:[、/]\p{Script=Han}{2,4})*(?:先生|女士|小姐|太太)?$/u;

/** `1. 张三 3-1-101 13800138000` in one cell, in whatever order; undefined of a line that is no entry. */
export function chainLine(row: Row): Row | undefined {
  const text = onlyText(row);
  if (text === undefined || /^(?:#|例|示例|格式)|格式\s*:/.test(text)) return undefined;
  const isNumbered = ordinal.test(text);
  const said = text.replace(ordinal, '').replace(labels, ' ');
  const phones = said.match(phone) ?? [];
  const plates = said.match(plate) ?? [];
  const words = said
    .replace(phone, ' ')
    .replace(plate, ' ')
    .split(/[\s,;|+]+/)
    .flatMap(apart)
    .filter((word) => word !== '');
  const room = words.find(isRoom);
  if (!isNumbered && phones.length === 0 && room === undefined) return undefined;
  const others = words.filter((word) => word !== room);
  const name =
    others.find((word) => names.test(word) && surnames.test(word.slice(0, 3))) ??
    others.find((word) => names.test(word));
  const note = others.filter((word) => word !== name).join(' ');
  const cells: Cell[] = [
    name ?? null,
    room ?? null,
    phones.join('、') || null,
    note || null,
    plates.join('、') || null,
  ];
  return { number: row.number, cells };
}

/** Most lines that look like entries name somebody with a room or a phone, and nothing stands in a second column. */
export function isChain(rows: readonly Row[]): boolean {
  if (rows.length < 2 || rows.some((row) => onlyText(row) === undefined)) return false;
  const lines = rows.flatMap((row) => chainLine(row) ?? []);
  const whole = lines.filter(({ cells: [name, room, phones] }) => name !== null && (room ?? phones) !== null);
  return whole.length > 1 && whole.length >= lines.length * 0.6 && lines.length >= rows.length * 0.5;
}

function onlyText({ cells }: Row): string | undefined {
  const filled = cells.map(cellText).filter((text) => text !== '');
  return filled.length === 1 ? filled[0] : undefined;
}

/** 陈明3-1-201 and 3-1-202孙丽 were written without a space; 梅园3-1-101 is a room. */
function apart(word: string): string[] {
  const [, before = '', behind = ''] = /^(\p{Script=Han}{2,4})(\d.*)$/u.exec(word) ?? [];
  if (behind !== '' && surnames.test(before.slice(0, 3)) && !/[园苑庭轩阁居里坊区期]$/.test(before) && isRoom(behind))
    return [before, behind];
  const [, first = '', last = ''] = /^(.*\d[室房号]?)(\p{Script=Han}{2,4})$/u.exec(word) ?? [];
  return last !== '' && surnames.test(last.slice(0, 3)) && isRoom(first) ? [first, last] : [word];
}

function isRoom(word: string): boolean {
  if (!/\d/.test(word) || !/[-栋幢座#室]|号楼|单元/.test(word)) return false;
  return readPlaces({ building: null, unit: null, room: word }).state === 'value';
}
