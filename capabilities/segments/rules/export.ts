import type { Language } from '@yilu/platform/contract';
import {
  activityTexts,
  type BookRow,
  bookColumns,
  type ColumnKey,
  lifecycleTexts,
  standingTexts,
  valueTexts,
} from '../contract/index.ts';

/** Names of dictionary entries by dictionary and id; what is unknown is shown as it is stored. */
export type EntryNames = (dictionary: string, id: string) => string;

export function headLine(columns: readonly ColumnKey[], language: Language): string[] {
  return columns.map((column) => bookColumns[column].title[language]);
}

/** One customer as the book shows them: words, not codes; phones masked, money in yuan. */
export function exportedCells(
  row: BookRow,
  columns: readonly ColumnKey[],
  language: Language,
  names: EntryNames,
): (string | number | null)[] {
  return columns.map((column) => cell(row, column, language, names));
}

function cell(row: BookRow, column: ColumnKey, language: Language, names: EntryNames): string | number | null {
  const separator = language === 'zh' ? '、' : ', ';
  switch (column) {
    case 'standing':
      return standingTexts[row.standing][language];
    case 'lifecycle':
      return row.lifecycle ? lifecycleTexts[row.lifecycle][language] : null;
    case 'value':
      return row.value ? valueTexts[row.value][language] : null;
    case 'activity':
      return row.activity ? activityTexts[row.activity][language] : null;
    case 'completeness':
      return row.completeness === undefined ? null : `${row.completeness}%`;
    case 'nextTaskOn':
      return row.nextTaskOn ? `${row.nextTaskOn} ${row.nextTask ?? ''}`.trim() : null;
    case 'amount':
      return row.amountFen === undefined ? null : row.amountFen / 100;
    case 'tags':
      return row.tags.map((id) => names('settings.tags', id)).join(separator) || null;
    case 'circles':
      return row.circles.map((id) => names('settings.circles', id)).join(separator) || null;
    case 'source':
      return row.source ? names('settings.sources', row.source) : null;
    case 'changesOn':
      return row.changesOn ?? null;
    case 'intentGrade':
      return row.intentGrade === 'pending' ? (language === 'zh' ? '待定' : 'Pending') : (row.intentGrade ?? null);
    default:
      return row[column] ?? null;
  }
}

/** The line under the table by which a copy is traced: who took it, when, why, how many (SEC-09). */
export function watermark(
  taken: {
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly rows: number;
    readonly id: string;
  },
  language: Language,
): string {
  return language === 'zh'
    ? `内部资料，请勿外传。${taken.by} 于 ${taken.at} 导出 ${taken.rows} 户，用途：${taken.reason}。编号 ${taken.id}`
    : `Internal, do not pass on. ${taken.rows} customers exported by ${taken.by} on ${taken.at} for: ${taken.reason}. No. ${taken.id}`;
}

/**
 * Whether an export waits for a manager: with what the asker took along within a day it is more rows than the limit, and they may
 * not release it themselves. Counted together, or a large one would go out in small ones.
 */
export function needsRelease(rows: number, takenToday: number, limit: number, mayRelease: boolean): boolean {
  return rows + takenToday > limit && !mayRelease;
}
