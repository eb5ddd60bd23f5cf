import type { Day } from '@yilu/platform/contract';
import { dayAhead, noDate } from '../../contract/problems.ts';
import type { ContactRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { type ReadMoment, readMoment } from '../values/day.ts';
import { followKindOf } from './codes.ts';
import type { OpenRow } from './open-row.ts';

export interface FollowUps {
  readonly contacts: readonly ContactRead[];
  /** What was said on a day that nobody can tell, with its heading; it stays with the words of the row. */
  readonly undated: readonly string[];
}

/**
 * Follow-ups that stand beside each other in one row, `一次回访 | 二次回访`, each a contact of its own. The day is in the cell, `3.5
 * 电话，考虑中`, or in a column of the same ordinal; without a year it is the first such day after the visit that they follow.
 */
export function readFollowUps(row: OpenRow, since: Day | undefined): FollowUps {
  const byOrdinal = Map.groupBy(row.cells('followUp'), ({ heading }) => ordinalOf(heading));
  const contacts: ContactRead[] = [];
  const undated: string[] = [];
  let after = since;
  for (const cells of byOrdinal.values()) {
    const said = cells.filter(({ cell }) => !saysNothing(cellText(cell)));
    const words = said.find(({ heading }) => !ofDay.test(heading) && !ofWay.test(heading));
    const dated = said.find(({ heading }) => ofDay.test(heading)) ?? words;
    if (!dated) continue;
    const way = said.find(({ heading }) => ofWay.test(heading));
    const { on, rest } = apart(dated, row, after);
    const text = words === dated ? rest : words && cellText(words.cell);
    if (on) {
      after = on.day;
      contacts.push({ kind: kindOf(dated.heading, way ? cellText(way.cell) : text), ...on, ...(text && { text }) });
      continue;
    }
    row.noteAt(dated.heading, isAhead(dated, row) ? dayAhead : noDate);
    undated.push(`${dated.heading}：${said.map(({ cell }) => cellText(cell)).join(' ')}`);
  }
  return { contacts, undated };
}

const ofDay = /日期|时间/;
const ofWay = /方式/;
type Said = ReturnType<OpenRow['cells']>[number];

/** 一 of 第一次回访日期 and of 一次回访内容; 2 of 回访2. */
function ordinalOf(heading: string): string {
  const [, counted, last] = /([一二三四五六七八九十\d]{1,2})次|([1-9一二三四五六])$/.exec(heading) ?? [];
  const figure = counted ?? last ?? '';
  const at = '一二三四五六七八九'.indexOf(figure);
  return figure.length === 1 && at >= 0 ? String(at + 1) : figure;
}

/** The day at the front of the cell, and what is said behind it. */
function apart({ cell }: Said, row: OpenRow, after: Day | undefined): { on: ReadMoment | undefined; rest: string } {
  const text = cellText(cell);
  const front = /^\D{0,1}(?:\d{2,4}\s*[-/.年])?\d{1,2}\s*[-/.月]\s*\d{1,2}[日号]?(?!\d)(?:\s+\d{1,2}:\d{2})?/.exec(
    text,
  )?.[0];
  const given = typeof cell === 'string' && front !== undefined ? front : cell;
  const on = dayAfter(given, row, after);
  const isWhole = given === cell;
  return {
    on,
    rest: isWhole && on ? '' : text.slice(isWhole ? 0 : (front?.length ?? 0)).replace(/^[\s,:;、。)-]+/, ''),
  };
}

function dayAfter(cell: Said['cell'], row: OpenRow, after: Day | undefined): ReadMoment | undefined {
  const first = after ? Number(after.slice(0, 4)) : row.context.year;
  for (const year of after && first ? [first, first + 1] : [first]) {
    const read = readMoment(cell, { year });
    if (read.state !== 'value') return undefined;
    if (read.value.day > row.today) return undefined;
    if (after === undefined || read.value.day >= after) return read.value;
  }
  return undefined;
}

function isAhead({ cell }: Said, row: OpenRow): boolean {
  const read = readMoment(cell, { year: row.context.year });
  return read.state === 'value' && read.value.day > row.today;
}

/** By its way, else by the first words: 微信发户型, 到访，带父母; a follow-up of which nothing is said was a call. */
function kindOf(heading: string, text = ''): ContactRead['kind'] {
  const [words = ''] = text.split(/[,，。;；]/);
  if (/来访|到访/.test(heading) || /^(?:客户)?(?:再次)?(?:来访|到访|复访|二访)/.test(words)) return 'VISIT_IN';
  const kind = followKindOf(words);
  return kind === 'VISIT_IN' ? 'CALL_OUT' : kind;
}
