import type { MergedRange, Row } from '../../contract/cell.ts';
import { cellText, isUncalculated } from '../values/cell-text.ts';
import type { TableFound } from './table.ts';

export type RowSort = 'data' | 'blank' | 'total' | 'note' | 'repeatedHeading';

/** What a row below the headings is. Only cells under a heading count: notes beside the table never make a row. */
export function sortOfRow(row: Row, table: TableFound, merged: readonly MergedRange[]): RowSort {
  const filled: string[] = [];
  let repeats = 0;
  let uncalculated = 0;
  for (const [column, heading] of table.headings) {
    const text = cellText(row.cells[column]);
    if (text === '') continue;
    if (isUncalculated(text)) uncalculated += 1;
    else filled.push(text);
    if (text === heading || heading.endsWith(`·${text}`)) repeats += 1;
  }
  // A running number that a formula puts beside nothing makes no row; a row of formulas is one, and is told.
  if (filled.length === 0) return uncalculated > 1 ? 'data' : 'blank';
  if (repeats >= 2 && repeats === filled.length) return 'repeatedHeading';
  if (filled.slice(0, 3).some((text) => total.test(text)) || totalOf.test(filled[0] ?? '')) return 'total';
  if (filled.length < 4 && ofPeriod.test(filled[0] ?? '')) return 'total';
  if (/^(示例|样例|举例|填写示例|例\s*[:：])/.test(filled[0] ?? '')) return 'note';
  if (footer.test(filled[0] ?? '')) return 'note';
  if (filled.length === 1 && (isTitle(filled[0] ?? '', table) || isNote(filled[0] ?? '', row, merged))) return 'note';
  return 'data';
}

const total =
  /^(本?[页月年日]?(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总)(\([^)]*\)|[人户套间数金额面积]+)?|(sub)?total)[::]?(\s*\d[\d,.]*\s*[人户套间数个位辆元㎡]*)?$/i;
const totalOf = /^[^\d\s]?.{0,12}(小计|合计|总计|汇总)[::]?$/;
const footer =
  /^(?:日期|时间|签收|盖章|[\u4e00-\u9fff]{0,4}(?:负责人|经办人|签字|签名|签章|盖章))\s*[::]|^(制表|审核|复核|填表|填报|制单|经办|打印|导出|主管|统计|签字)(人|员|日期|时间|签字)?\s*[::]/;

/** 本周来访 2组, 本月累计成交5套: what a period of a register came to. */
const ofPeriod =
  /^(?:本|当|上|截至本)?(?:[周月日季年]|星期)度?(?:新增|累计)*(?:来访|来电|接待|到访|成交|认购|签约|收房|交付)?(?:小计|合计|累计|总数|组数)?\s*:?\s*\d*\s*[组批人户套个]*$/;
/** 第二周(4.8-4.14) begins a section, and the title comes again at the head of each page. */
const section =
  /^第[一二三四五六\d]{1,2}[周季](?:\s*\([^()]*\))?$|^20\d{2}年(?:\d{1,2}月)?$|^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/;

function isTitle(text: string, { above }: TableFound): boolean {
  const bare = (title: string) => title.replace(/第?\s*\d+\s*[页张]|[\s()]/g, '');
  return section.test(text) || above.some((title) => bare(title) !== '' && bare(title) === bare(text));
}

function isNote(text: string, row: Row, merged: readonly MergedRange[]): boolean {
  if (/^(注|备注|说明|注意|填表|制表|审核|填报|以上|制单|打印|共\d+|第\d+页)/.test(text)) return true;
  if (text.length > 30) return true;
  return merged.some(
    ({ fromRow, fromColumn, toColumn, toRow }) =>
      fromRow === row.number - 1 && toRow === fromRow && toColumn - fromColumn >= 2,
  );
}
